package mpm.method.logistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import mpm.cell.Series;
import mpm.method.regression.LeastSquares.Regressor;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class LogisticFitTest {

    private static final double[] OUTCOMES = {0, 0, 1, 0, 0, 1, 1, 0, 1, 1};
    private static final double[] VISITS = {.5, 1.2, 1.9, 2.1, 2.8, 3.3, 3.6, 4.4, 4.9, 5.2};

    @Example
    void theFitForetellsAsManyAsThereAre() {
        double[] coefficients = LogisticFit.of(OUTCOMES, visits(1), 0).coefficients();
        double foretold = 0;
        for (double visit : VISITS) {
            foretold += LogisticFit.probability(coefficients[0] + coefficients[1] * visit);
        }
        assertThat(foretold).isCloseTo(5, within(1e-9));
    }

    /** The penalty acts on standardized drivers: another unit of a driver changes its coefficient, not the fit. */
    @Example
    void theUnitOfADriverDoesNotMatter() {
        LogisticFit inHours = LogisticFit.of(OUTCOMES, visits(1), 2);
        LogisticFit inMinutes = LogisticFit.of(OUTCOMES, visits(60), 2);
        assertThat(inMinutes.coefficients()[1] * 60).isCloseTo(inHours.coefficients()[1], within(1e-9));
        assertThat(inMinutes.logLikelihood()).isCloseTo(inHours.logLikelihood(), within(1e-9));
        assertThat(inHours.effectiveParameters()).isBetween(1.0, 2.0);
    }

    private static List<Regressor> visits(double unit) {
        double[] values = VISITS.clone();
        for (int i = 0; i < values.length; i++) {
            values[i] *= unit;
        }
        return List.of(new Regressor("visits", Series.column(values)));
    }

    @Property(tries = 100)
    void theAreaCountsThePairsInRightOrder(@ForAll @Size(10) List<@IntRange(min = 0, max = 5) Integer> scores) {
        double[] given = scores.stream().mapToDouble(score -> score).toArray();
        double right = 0;
        for (int yes = 0; yes < given.length; yes++) {
            for (int no = 0; no < given.length; no++) {
                if (OUTCOMES[yes] == 1 && OUTCOMES[no] == 0) {
                    right += given[yes] > given[no] ? 1 : given[yes] == given[no] ? .5 : 0;
                }
            }
        }
        assertThat(Discrimination.auc(OUTCOMES, given)).isCloseTo(right / 25, within(1e-12));
    }
}
