package mpm.method.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import mpm.cell.CellException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BetaGeometricTest {

    /** Fader and Hardie 2007, the customers of the high end. */
    @Test
    void theSurvivalIsThatOfItsAuthors() {
        double[] published = {.8507, .7469, .6698, .6100, .5619, .5223, .4889};
        BetaGeometric model = new BetaGeometric(.668, 3.806);
        double survival = 1;
        for (int period = 1; period <= published.length; period++) {
            survival *= 1 - model.rate(period);
            assertThat(survival).isCloseTo(published[period - 1], within(6e-5));
        }
    }

    @ParameterizedTest
    @CsvSource({".668, 3.806, 7, .1", "3, 4, 0, .1", "8.3, 35.5, 3, .02", ".2, .3, 2, .5"})
    void theResidualLifetimeIsTheSumOfItsPeriods(double alpha, double beta, int survived, double discount) {
        for (Churn churn : new Churn[] {new BetaGeometric(alpha, beta), new ConstantChurn(alpha / (alpha + beta))}) {
            double sum = 0;
            double weight = 1;
            for (int period = survived + 1; period < survived + 5000; period++) {
                weight *= 1 - churn.rate(period);
                sum += weight;
                weight /= 1 + discount;
            }
            assertThat(churn.residualLifetime(survived, discount)).isCloseTo(sum, within(1e-9 * sum));
        }
    }

    @Test
    void withoutDiscountTheLifetimeMayHaveNoLimit() {
        assertThat(new BetaGeometric(3, 2).residualLifetime(4, 0)).isEqualTo(3);
        assertThat(new BetaGeometric(3, 2).residualLifetime(4, 1e-4)).isCloseTo(3, within(.01));
        assertThatThrownBy(() -> new BetaGeometric(1, 2).residualLifetime(4, 0)).isInstanceOf(CellException.class);
    }

    /** Constant churn is the limit of customers who hardly differ: the search ends at its edge, and says so. */
    @Test
    void aCohortOfEqualCustomersDoesNotConverge() {
        BetaGeometric.Fit fit = BetaGeometric.of(new double[] {1000, 900, 810, 729});
        assertThat(fit.isConverged()).isFalse();
        assertThat(fit.model().rate(1)).isCloseTo(.1, within(1e-5));
    }
}
