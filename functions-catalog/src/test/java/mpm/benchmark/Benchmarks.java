package mpm.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * How long the methods take on one core, beside what another program takes and what is aimed at: the time of a call at the
 * median, and its CPU time, which on a busy machine tells more.
 *
 * <p>Run it by {@code mvn -pl functions-catalog -Pbenchmark verify -DskipTests}; one case by {@code -Dcases=Mix}. Machines
 * differ and are shared: the figure of the bare loop tells how much.
 */
public final class Benchmarks {

    private static final int ITERATIONS = 5;
    private static final TimeValue ITERATION = TimeValue.seconds(1);

    private Benchmarks() {}

    /**
     * A method that is measured.
     *
     * @param benchmark how the name of its class begins
     * @param reference seconds that the other program takes
     * @param aim seconds that it shall take at most
     */
    private record Case(String title, String benchmark, String program, double reference, double aim) {}

    private static final List<Case> CASES = List.of(
            new Case("ATTRIBUTE.MARKOV, 1,000,000 rows", "Markov", "ChannelAttribution", 2.28, 2.28 / 5),
            new Case("LOGIT.FIT, 45,211 rows × 10", "Logit", "scikit-learn", .031, .03),
            new Case("CLV.FIT, 2,357 customers", "Clv", "lifetimes", .082, .04),
            new Case("MIX.OPTIMIZE, 50 channels", "Optimize", "SLSQP", .045, .002),
            new Case("MIX.FIT, 156 × 8, 200 refits", "Mix", "", Double.NaN, 3),
            new Case("MONTECARLO, 100,000 draws × 8", "MonteCarlo", "numpy", .015, .05),
            new Case("FORECAST AUTO, a monthly series", "MonthlyForecast", "R ets", .454, .00454),
            new Case("FORECAST AUTO, a quarterly series", "QuarterlyForecast", "R ets", .086, .00086));

    /**
     * Prints the figures.
     *
     * @param arguments what the names of the cases to measure contain; all if none is given
     */
    public static void main(String... arguments) throws RunnerException {
        String wanted = arguments.length == 0 ? "" : arguments[0];
        System.out.println(
                "| seconds | median | CPU | aim | median / aim | other program | median / other | bare loop |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        for (Case each : CASES) {
            if (each.benchmark().contains(wanted)) {
                print(each);
            }
        }
    }

    private static void print(Case measured) throws RunnerException {
        RunResult ours = run(measured, "method");
        double median = median(ours);
        boolean isCompared = !measured.program().isEmpty();
        System.out.printf(
                Locale.ROOT,
                "| %s | %.2g | %.2g | %.2g | %.2f | %s | %s | %.2g |%n",
                measured.title(),
                median,
                Objects.requireNonNull(ours.getSecondaryResults().get(CpuTime.SECONDS))
                        .getScore(),
                measured.aim(),
                median / measured.aim(),
                isCompared ? "%s %s".formatted(measured.program(), measured.reference()) : "",
                isCompared ? String.format(Locale.ROOT, "%.2f", median / measured.reference()) : "",
                median(run(measured, "bare")));
    }

    private static double median(RunResult result) {
        return result.getPrimaryResult().getStatistics().getPercentile(50);
    }

    private static RunResult run(Case measured, String method) throws RunnerException {
        return new Runner(new OptionsBuilder()
                        .include("\\." + measured.benchmark() + "Benchmark\\." + method + "$")
                        .mode(Mode.SampleTime)
                        .forks(1)
                        .warmupIterations(ITERATIONS)
                        .warmupTime(ITERATION)
                        .measurementIterations(ITERATIONS)
                        .measurementTime(ITERATION)
                        .timeUnit(TimeUnit.SECONDS)
                        .addProfiler(CpuTime.class)
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .runSingle();
    }
}
