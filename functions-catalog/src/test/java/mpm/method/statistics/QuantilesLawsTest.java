package mpm.method.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.NotEmpty;

class QuantilesLawsTest {

    @Property
    void theyRiseFromTheLeastNumberToTheLargest(
            @ForAll @NotEmpty List<@DoubleRange(min = -1e6, max = 1e6) Double> values,
            @ForAll @DoubleRange(max = 1) double one,
            @ForAll @DoubleRange(max = 1) double other) {
        Quantiles quantiles = Quantiles.of(array(values));
        assertThat(quantiles.at(0)).isEqualTo(Collections.min(values));
        assertThat(quantiles.at(1)).isEqualTo(Collections.max(values));
        assertThat(quantiles.at(Math.max(one, other))).isGreaterThanOrEqualTo(quantiles.at(Math.min(one, other)));
    }

    @Property
    void theyFollowTheNumbersInUnitAndOrigin(
            @ForAll @NotEmpty List<@DoubleRange(min = -1e6, max = 1e6) Double> values,
            @ForAll @DoubleRange(max = 1) double p,
            @ForAll @DoubleRange(min = .01, max = 1000) double unit,
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double origin) {
        double[] moved =
                values.stream().mapToDouble(value -> origin + unit * value).toArray();
        assertThat(Quantiles.of(moved).at(p))
                .isCloseTo(origin + unit * Quantiles.of(array(values)).at(p), within(1e-5));
    }

    @Property
    void theOrderOfTheNumbersDoesNotMatter(
            @ForAll @NotEmpty List<@DoubleRange(min = -1e6, max = 1e6) Double> values,
            @ForAll @DoubleRange(max = 1) double p,
            @ForAll Random random) {
        List<Double> shuffled = new ArrayList<>(values);
        Collections.shuffle(shuffled, random);
        assertThat(Quantiles.of(array(shuffled)).at(p))
                .isEqualTo(Quantiles.of(array(values)).at(p));
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(value -> value).toArray();
    }
}
