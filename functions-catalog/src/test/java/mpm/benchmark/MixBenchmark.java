package mpm.benchmark;

import java.util.List;
import mpm.method.mixmodel.MadeHistory;
import mpm.method.response.CarryOver;
import mpm.method.statistics.Interval;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Three years of weeks, eight media, and the refits that make the intervals. */
@State(Scope.Benchmark)
public class MixBenchmark {

    private static final int REFITS = 200;

    private final MadeHistory made = MadeHistory.of(8, .05, 1);

    @Benchmark
    public List<Interval> method() {
        return made.fitted().returnIntervals(REFITS, .9, 1);
    }

    /** One carry-over of each medium. */
    @Benchmark
    public void bare(Blackhole answer) {
        for (double[] spend : made.spends()) {
            answer.consume(CarryOver.geometric(spend, .5));
        }
    }
}
