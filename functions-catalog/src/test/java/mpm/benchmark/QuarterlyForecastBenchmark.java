package mpm.benchmark;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** The time of one quarterly series. */
@State(Scope.Benchmark)
@OperationsPerInvocation(Forecasts.SERIES)
public class QuarterlyForecastBenchmark {

    private final Forecasts forecasts = new Forecasts("QUARTERLY", 4, 8, 44);

    @Benchmark
    public void method(Blackhole answer) {
        forecasts.forecast(answer);
    }

    @Benchmark
    public double bare() {
        return forecasts.smoothed();
    }
}
