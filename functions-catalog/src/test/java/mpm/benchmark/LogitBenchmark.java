package mpm.benchmark;

import java.util.ArrayList;
import java.util.List;
import mpm.cell.Series;
import mpm.method.logistic.LogisticFit;
import mpm.method.random.SplitMix64;
import mpm.method.regression.LeastSquares.Regressor;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Everything that MPM.LOGIT.FIT answers, of as many rows as a much-used data set of a bank's phone campaigns has. */
@State(Scope.Benchmark)
public class LogitBenchmark {

    private static final int ROWS = 45_211;
    private static final int DRIVERS = 10;
    private static final double RARE = -2.5;

    private final double[][] drivers = new double[DRIVERS][ROWS];
    private final double[] outcomes = new double[ROWS];
    private final List<Regressor> regressors = new ArrayList<>();

    public LogitBenchmark() {
        SplitMix64 generator = new SplitMix64(1);
        for (int row = 0; row < ROWS; row++) {
            double logOdds = RARE;
            for (int driver = 0; driver < DRIVERS; driver++) {
                // Every other driver is a yes or no.
                double value = generator.normal();
                drivers[driver][row] = driver % 2 == 0 ? value : value > 1 ? 1 : 0;
                logOdds += drivers[driver][row] / (1 + driver);
            }
            outcomes[row] = generator.uniform() < LogisticFit.probability(logOdds) ? 1 : 0;
        }
        for (int driver = 0; driver < DRIVERS; driver++) {
            regressors.add(new Regressor("driver " + driver, Series.column(drivers[driver])));
        }
    }

    @Benchmark
    public void method(Blackhole answer) {
        LogisticFit fit = LogisticFit.of(outcomes, regressors, 0);
        answer.consume(fit.coefficients());
        answer.consume(fit.standardErrors());
        answer.consume(fit.logLikelihood());
        answer.consume(fit.auc());
    }

    /** One probability for each row. */
    @Benchmark
    public double bare() {
        double sum = 0;
        for (int row = 0; row < ROWS; row++) {
            double logOdds = RARE;
            for (double[] driver : drivers) {
                logOdds += driver[row];
            }
            sum += LogisticFit.probability(logOdds);
        }
        return sum;
    }
}
