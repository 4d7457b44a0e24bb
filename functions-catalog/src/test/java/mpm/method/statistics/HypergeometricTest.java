package mpm.method.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cases that are elementary functions: Abramowitz and Stegun, 15.1.3 to 15.1.8. */
class HypergeometricTest {

    private static final Percentage PRECISE = Percentage.withPercentage(1e-8);

    @ParameterizedTest
    @ValueSource(doubles = {1e-6, .1, .5, .9, .999})
    void elementaryFunctionsAreFound(double z) {
        double root = Math.sqrt(z);
        assertThat(Hypergeometric.weighted(0, 1, 1, 2, z)).isCloseTo(-Math.log1p(-z) / z, PRECISE);
        assertThat(Hypergeometric.weighted(0, .5, 1, 1.5, z))
                .isCloseTo((Math.log1p(root) - Math.log1p(-root)) / 2 / root, PRECISE);
        assertThat(Hypergeometric.weighted(0, 3.5, 2, 2, z)).isCloseTo(Math.pow(1 - z, -3.5), PRECISE);
        assertThat(Hypergeometric.weighted(3, -2, 5, 5, z)).isCloseTo(Math.pow(1 - z, 5), PRECISE);
    }

    @ParameterizedTest
    @ValueSource(doubles = {.5, .99})
    void aWeightMayBalanceWhatNoDoubleHolds(double z) {
        assertThat(Hypergeometric.weighted(900, 900, 7, 7, z)).isCloseTo(1, PRECISE);
    }
}
