package mpm.method.forecasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class ForecastLawsTest {

    @Property(tries = 500)
    void theUnitOfTheFiguresDoesNotMatter(
            @ForAll ForecastModel model,
            @ForAll @Size(min = 16, max = 30) List<@DoubleRange(min = 50, max = 150) Double> past,
            @ForAll @IntRange(min = -20, max = 20) int doublings) {
        double unit = Math.scalb(1.0, doublings);
        Prediction plain = prediction(model, past, 1);
        Prediction scaled = prediction(model, past, unit);
        for (int ahead = 1; ahead <= 5; ahead++) {
            assertScaled(model, unit, scaled.expected(ahead), plain.expected(ahead));
            assertScaled(
                    model, unit, scaled.range(ahead).low(), plain.range(ahead).low());
            assertScaled(
                    model, unit, scaled.range(ahead).high(), plain.range(ahead).high());
        }
    }

    /** A search ends within a millionth of the figures, which are about 100. */
    private static void assertScaled(ForecastModel model, double unit, double scaled, double plain) {
        assertThat(scaled).as("%s", model).isCloseTo(unit * plain, within(unit * 1e-4));
    }

    private static Prediction prediction(ForecastModel model, List<Double> past, double unit) {
        return model.predict(past.stream().mapToDouble(value -> unit * value).toArray(), Question.of(5, 4));
    }
}
