package mpm.method.statistics;

import static mpm.method.ReferenceCases.assertClose;
import static mpm.method.ReferenceCases.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import mpm.cell.CellException;
import mpm.method.ReferenceCases;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

class PAdjustmentTest {

    @Test
    void holmIsThatOfPsych() {
        JsonNode reference = ReferenceCases.one("correlation", "cormat-adv");
        double[] adjusted =
                PAdjustment.HOLM.adjusted(numbers(reference.get("expected").get("p_raw")));
        double[] expected = numbers(reference.get("expected").get("p_holm"));
        for (int i = 0; i < expected.length; i++) {
            assertClose(reference, "p", adjusted[i], expected[i]);
        }
    }

    @Property
    void eachIsThatOfR(@ForAll PAdjustment method) {
        JsonNode reference = ReferenceCases.one("ab_tests", "padj");
        String figure = method.name().toLowerCase(Locale.ROOT);
        double[] adjusted = method.adjusted(numbers(reference.at("/inputs/p")));
        double[] expected = numbers(reference.get("expected").path(figure));
        assertThat(adjusted).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertClose(reference, figure, adjusted[i], expected[i]);
        }
    }

    @Test
    void eachIsAsItsAuthorsSay() {
        // R: p.adjust(c(.02, .01, .04), method)
        assertAdjusted(PAdjustment.BONFERRONI, .06, .03, .12);
        assertAdjusted(PAdjustment.HOLM, .04, .03, .04);
        assertAdjusted(PAdjustment.HOCHBERG, .04, .03, .04);
        assertAdjusted(PAdjustment.BH, .03, .03, .04);
        assertAdjusted(PAdjustment.BY, .055, .055, .22 / 3);
        assertThat(PAdjustment.HOLM.adjusted(.03, .035)).containsExactly(.06, .06);
        assertThat(PAdjustment.HOCHBERG.adjusted(.03, .035)).containsExactly(.035, .035);
    }

    private static void assertAdjusted(PAdjustment method, double... expected) {
        assertThat(method.adjusted(.02, .01, .04)).containsExactly(expected, within(1e-15));
    }

    @Property
    void anAdjustedPIsNeitherSmallerNorAbove1AndKeepsTheOrder(
            @ForAll @NotEmpty List<@DoubleRange(max = 1) Double> given, @ForAll PAdjustment method) {
        double[] p = given.stream().mapToDouble(each -> each).toArray();
        double[] adjusted = method.adjusted(p);
        for (int i = 0; i < p.length; i++) {
            assertThat(adjusted[i]).isBetween(p[i] * (1 - 1e-15), 1.0);
            for (int j = 0; j < p.length; j++) {
                assertThat(p[i] > p[j] && adjusted[i] < adjusted[j]).isFalse();
            }
        }
        double[] reversed = new double[p.length];
        Arrays.setAll(reversed, i -> p[p.length - 1 - i]);
        double[] again = method.adjusted(reversed);
        Arrays.setAll(reversed, i -> again[p.length - 1 - i]);
        assertThat(reversed).isEqualTo(adjusted);
    }

    @Test
    void whatIsNoProbabilityIsRefused() {
        assertThatThrownBy(() -> PAdjustment.BH.adjusted(.1, -.1)).isInstanceOf(CellException.class);
        assertThatThrownBy(() -> PAdjustment.BH.adjusted(1.1)).isInstanceOf(CellException.class);
    }
}
