package mpm.benchmark;

import java.util.List;
import java.util.stream.IntStream;
import mpm.method.customerbase.Fit;
import mpm.method.customerbase.History;
import mpm.method.customerbase.PurchaseModel;
import mpm.method.random.SplitMix64;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * How customers buy: those of {@code -Dcustomers=cdnow_customers_summary.csv}, with the columns id, frequency, recency and age,
 * or as many who are drawn as the model supposes.
 */
@State(Scope.Benchmark)
public class ClvBenchmark {

    private static final int CUSTOMERS = 2_357;
    private static final int WEEKS = 39;
    /** The first purchases fall into so many weeks. */
    private static final int ENTRY = 12;

    private static final double RATE_SHAPE = .25;
    private static final double RATE_SCALE = 4.5;
    private static final double DAYS = 7;

    private final List<History> histories = InputFile.named("customers")
            .map(file -> InputFile.rows(file).stream()
                    .map(cells -> new History(
                            Double.parseDouble(cells[1]), Double.parseDouble(cells[2]), Double.parseDouble(cells[3])))
                    .toList())
            .orElseGet(ClvBenchmark::drawn);

    private static List<History> drawn() {
        SplitMix64 generator = new SplitMix64(1);
        return IntStream.range(0, CUSTOMERS)
                .mapToObj(customer -> drawn(generator))
                .toList();
    }

    /** Buys at a rate of their own, until a purchase is the last; to the day, as shops record it. */
    private static History drawn(SplitMix64 generator) {
        double age = days(WEEKS - ENTRY * generator.uniform());
        double rate = StrictMath.pow(generator.uniform(), 1 / RATE_SHAPE) / RATE_SCALE;
        double stops = generator.uniform() * generator.uniform();
        int repeats = 0;
        double last = 0;
        double next = days(waiting(rate, generator));
        while (next < age) {
            repeats++;
            last = next;
            next = generator.uniform() < stops ? age : days(next + waiting(rate, generator));
        }
        return new History(repeats, last, age);
    }

    private static double waiting(double rate, SplitMix64 generator) {
        return -StrictMath.log(generator.uniform()) / rate;
    }

    private static double days(double weeks) {
        return Math.ceil(weeks * DAYS) / DAYS;
    }

    @Benchmark
    public Fit<PurchaseModel> method() {
        return PurchaseModel.fit(histories, 0);
    }

    /** One logarithm for each customer. */
    @Benchmark
    public double bare() {
        double sum = 0;
        for (History history : histories) {
            sum += StrictMath.log(RATE_SCALE + history.age());
        }
        return sum;
    }
}
