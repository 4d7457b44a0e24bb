package mpm.method.forecasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import mpm.method.forecasting.HoltWinters.Seasonal;
import mpm.method.forecasting.HoltWinters.Start;
import mpm.method.forecasting.HoltWinters.Weights;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class HoltWintersLawsTest {

    private static final int SEASON = 4;
    private static final double PART = 1e-9;

    /** A power of two changes no digit, so that nothing may differ. */
    @Property
    void theUnitOfTheFiguresDoesNotMatter(
            @ForAll @Size(min = 8, max = 24) List<@DoubleRange(min = 50, max = 150) Double> past,
            @ForAll("weights") Weights weights,
            @ForAll Seasonal seasonal,
            @ForAll Start start,
            @ForAll @IntRange(min = -20, max = 20) int doublings) {
        double unit = Math.scalb(1.0, doublings);
        HoltWinters plain = smoothed(past, 1, 0, weights, seasonal, start);
        HoltWinters scaled = smoothed(past, unit, 0, weights, seasonal, start);
        for (int ahead = 1; ahead <= 2 * SEASON; ahead++) {
            assertThat(scaled.expected(ahead)).isEqualTo(unit * plain.expected(ahead));
        }
    }

    @Property
    void whereTheSeasonAddsTheirOriginDoesNotMatterEither(
            @ForAll @Size(min = 8, max = 24) List<@DoubleRange(min = 50, max = 150) Double> past,
            @ForAll("weights") Weights weights,
            @ForAll Start start,
            @ForAll @DoubleRange(min = -1000, max = 1000) double origin) {
        HoltWinters plain = smoothed(past, 1, 0, weights, Seasonal.ADDITIVE, start);
        HoltWinters moved = smoothed(past, 1, origin, weights, Seasonal.ADDITIVE, start);
        for (int ahead = 1; ahead <= 2 * SEASON; ahead++) {
            double expected = origin + plain.expected(ahead);
            assertThat(moved.expected(ahead)).isCloseTo(expected, within(PART * (1000 + Math.abs(expected))));
        }
    }

    private static HoltWinters smoothed(
            List<Double> past, double unit, double origin, Weights weights, Seasonal seasonal, Start start) {
        return HoltWinters.of(
                past.stream().mapToDouble(value -> origin + unit * value).toArray(), SEASON, weights, seasonal, start);
    }

    @Provide
    Arbitrary<Weights> weights() {
        Arbitrary<Double> weight = Arbitraries.doubles().between(0, 1);
        return Combinators.combine(weight, weight, weight).as(Weights::new);
    }
}
