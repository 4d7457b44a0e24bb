package mpm.functions.alignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mpm.catalogue.Calculation;
import mpm.catalogue.Call;
import mpm.catalogue.Limits;
import mpm.cell.Cell;
import mpm.cell.DateSystem;
import mpm.cell.Grid;
import mpm.cell.Range;
import mpm.cell.Series;
import mpm.cell.ShortestDecimal;
import mpm.functions.Functions;
import mpm.link.Links;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Nothing is lost and nothing is added: the parts are the whole, to the last cent. */
class CascadeLawsTest {

    @Property
    void thePartsAddUpToTheTotal(
            @ForAll @IntRange(min = -100_000_000, max = 100_000_000) int cents,
            @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 1, max = 1000) Integer> weights,
            @ForAll @IntRange(min = 0, max = 3) int decimals) {
        double total = cents / 100.0;
        Series shares =
                Series.column(weights.stream().mapToDouble(Integer::doubleValue).toArray());
        Grid parts = new Cascade(total, shares, decimals, Optional.empty(), Optional.empty(), Optional.empty())
                .value()
                .cells();
        assertThat(sum(parts)).isEqualByComparingTo(rounded(total, decimals));
    }

    @Property(tries = 300)
    void theChildrenOfEveryUnitAddUpToIt(
            @ForAll @IntRange(min = -1_000_000, max = 1_000_000) int total,
            @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 0, max = 1_000_000) Integer> picks) {
        List<List<Cell>> rows = new ArrayList<>();
        rows.add(List.of(Cell.of("Node"), Cell.of("Parent"), Cell.of("Weight")));
        rows.add(List.of(Cell.of(0), Cell.blank(), Cell.blank()));
        for (int node = 1; node <= picks.size(); node++) {
            int pick = picks.get(node - 1);
            rows.add(List.of(Cell.of(node), Cell.of(pick % node), Cell.of(1 + pick % 7)));
        }
        Range targets = new Calculation(Functions.CATALOGUE, Links.NONE, Limits.STANDARD)
                .results(
                        List.of(new Call("CASCADE.TREE", List.of(Grid.of(rows), Cell.of(total / 100.0)))),
                        DateSystem.FROM_1900)
                .get(0)
                .value();
        Map<String, BigDecimal> byNode = new HashMap<>();
        Map<String, BigDecimal> childrenOf = new HashMap<>();
        for (int row = 1; row < targets.rows(); row++) {
            BigDecimal target = decimal(targets.cell(row, 5));
            byNode.put(targets.cell(row, 0).shown(), target);
            childrenOf.merge(targets.cell(row, 1).shown(), target, BigDecimal::add);
        }
        assertThat(childrenOf.remove("")).isEqualByComparingTo(rounded(total / 100.0, 2));
        childrenOf.forEach((parent, children) -> assertThat(children).isEqualByComparingTo(byNode.get(parent)));
        assertThat(byNode).hasSize(picks.size() + 1);
    }

    private static BigDecimal sum(Grid parts) {
        return Arrays.stream(parts.cells().toArray(Cell[]::new))
                .map(CascadeLawsTest::decimal)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal decimal(Cell cell) {
        return ShortestDecimal.of(((Cell.Numeric) cell).value());
    }

    private static BigDecimal rounded(double total, int decimals) {
        return ShortestDecimal.of(total).setScale(decimals, RoundingMode.HALF_UP);
    }
}
