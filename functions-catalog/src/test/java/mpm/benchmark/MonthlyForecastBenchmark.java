package mpm.benchmark;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** The time of one monthly series. */
@State(Scope.Benchmark)
@OperationsPerInvocation(Forecasts.SERIES)
public class MonthlyForecastBenchmark {

    private final Forecasts forecasts = new Forecasts("MONTHLY", 12, 18, 120);

    @Benchmark
    public void method(Blackhole answer) {
        forecasts.forecast(answer);
    }

    @Benchmark
    public double bare() {
        return forecasts.smoothed();
    }
}
