package mpm.benchmark;

import java.util.List;
import java.util.stream.IntStream;
import mpm.method.random.SplitMix64;
import mpm.method.response.Allocation;
import mpm.method.response.Allocation.Channel;
import mpm.method.response.Curve;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A budget over channels with curves that flatten, each with bounds. */
@State(Scope.Benchmark)
public class OptimizeBenchmark {

    private static final int CHANNELS = 50;
    private static final double BUDGET = 10_000;

    private final List<Channel> channels = drawn();

    private static List<Channel> drawn() {
        SplitMix64 generator = new SplitMix64(1);
        return IntStream.range(0, CHANNELS)
                .mapToObj(channel -> new Channel(
                        Curve.HILL,
                        500 + 1000 * generator.uniform(),
                        100 + 400 * generator.uniform(),
                        1,
                        20 * generator.uniform(),
                        300 + 300 * generator.uniform()))
                .toList();
    }

    @Benchmark
    public double[] method() {
        return Allocation.ofBudget(channels, BUDGET, 0).spends();
    }

    /** What an even split brings. */
    @Benchmark
    public double bare() {
        double sum = 0;
        for (Channel channel : channels) {
            sum += channel.response(BUDGET / CHANNELS);
        }
        return sum;
    }
}
