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

/**
 * Nothing is lost and nothing is added: the parts are the whole, to the last cent. A hundred thousand trees instead of a thousand
 * by {@code -Djqwik.tries.default=100000}.
 */
class CascadeLawsTest {

    @Property
    void thePartsAddUpToTheTotal(
            @ForAll @IntRange(min = -100_000_000, max = 100_000_000) int cents,
            @ForAll @Size(min = 1, max = 20) List<@IntRange(min = 1, max = 1000) Integer> weights,
            @ForAll @IntRange(min = 0, max = 3) int decimals) {
        double total = cents / 100.0;
        Grid parts = new Cascade(total, column(weights), decimals, Optional.empty(), Optional.empty(), Optional.empty())
                .value()
                .cells();
        assertThat(sum(parts)).isEqualByComparingTo(rounded(total, decimals));
    }

    @Property
    void thePeriodsAddUpToTheTotalWhateverHasClosed(
            @ForAll @IntRange(min = -100_000_000, max = 100_000_000) int cents,
            @ForAll @Size(min = 2, max = 20) List<@IntRange(min = 1, max = 1000) Integer> profile,
            @ForAll @Size(min = 2, max = 20) List<@IntRange(min = -1000, max = 10_000_000) Integer> actualMills,
            @ForAll CascadePhase.Method method) {
        double total = cents / 100.0;
        double[] closed = new double[profile.size()];
        Arrays.setAll(
                closed,
                period -> period < Math.min(actualMills.size(), closed.length - 1)
                        ? actualMills.get(period) / 1000.0
                        : Double.NaN);
        Grid parts = new CascadePhase(total, column(profile), 2, Optional.of(Series.column(closed)), method)
                .value()
                .cells();
        assertThat(sum(parts)).isEqualByComparingTo(rounded(total, 2));
    }

    @Property
    void whatIsRebalancedAddsUpToTheNewTotal(
            @ForAll @IntRange(min = -100_000_000, max = 100_000_000) int cents,
            @ForAll @Size(min = 2, max = 20) List<@IntRange(min = -10_000_000, max = 10_000_000) Integer> mills,
            @ForAll @Size(value = 20) List<Boolean> locks) {
        double[] current = mills.stream().mapToDouble(amount -> amount / 1000.0).toArray();
        List<Boolean> locked = new ArrayList<>(locks.subList(0, current.length));
        locked.set(0, false);
        Grid amounts = new Rebalance(Series.column(current), cents / 100.0, 2, Optional.of(new Rebalance.Locks(locked)))
                .value()
                .cells();
        assertThat(sum(amounts)).isEqualByComparingTo(rounded(cents / 100.0, 2));
        for (int line = 0; line < current.length; line++) {
            if (locked.get(line)) {
                assertThat(amounts.cell(line)).isEqualTo(Cell.of(current[line]));
            }
        }
    }

    @Property
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

    private static Series column(List<Integer> weights) {
        return Series.column(weights.stream().mapToDouble(Integer::doubleValue).toArray());
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
