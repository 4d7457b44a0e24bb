package mpm.functions.assessment;

import static mpm.method.ReferenceCases.assertClose;
import static mpm.method.ReferenceCases.numbers;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import mpm.cell.Cell;
import mpm.cell.Grid;
import mpm.cell.Shape;
import mpm.method.ReferenceCases;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

class PeersTest {

    @Test
    void thePercentileIsScipysMeanOfTheWeakAndTheStrictOne() {
        JsonNode reference = ReferenceCases.one("percent_rank", "pos-1");
        Peers peers = peers(numbers(reference.get("inputs").get("x")));
        double[] figures = numbers(reference.get("inputs").get("q"));
        double[] expected = numbers(reference.get("expected").get("mean"));
        for (int i = 0; i < figures.length; i++) {
            assertClose(reference, "mean", 100 * peers.percentile(figures[i], Aim.HIGHER), expected[i]);
        }
    }

    @Property
    void aBetterFigureNeverStandsLower(
            @ForAll @NotEmpty List<@IntRange(max = 20) Integer> field,
            @ForAll @IntRange(min = -5, max = 25) int figure,
            @ForAll @IntRange(max = 10) int more) {
        Peers peers = peers(field.stream().mapToDouble(each -> each).toArray());
        assertThat(peers.percentile(figure + more, Aim.HIGHER))
                .isGreaterThanOrEqualTo(peers.percentile(figure, Aim.HIGHER));
        assertThat(peers.percentile(figure + more, Aim.LOWER)).isLessThanOrEqualTo(peers.percentile(figure, Aim.LOWER));
        assertThat(peers.percentile(figure, Aim.HIGHER) + peers.percentile(figure, Aim.LOWER))
                .isEqualTo(1);
    }

    private static Peers peers(double... figures) {
        return Peers.from(Grid.of(
                new Shape(1, figures.length),
                Arrays.stream(figures).mapToObj(Cell::of).toArray(Cell[]::new)));
    }
}
