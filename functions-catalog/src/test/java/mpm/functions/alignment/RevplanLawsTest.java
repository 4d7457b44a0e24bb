package mpm.functions.alignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import mpm.cell.Series;
import mpm.cell.Shape;
import mpm.functions.alignment.LagTable.Lag;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What a plan of demand promises, on many funnels. */
class RevplanLawsTest {

    @Property(tries = 300)
    void everyPeriodThatCanBeReachedHasWhatIsDue(
            @ForAll @Size(min = 1, max = 24) List<@IntRange(min = -200, max = 1000) Integer> missing,
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 0, max = 9) Integer> shares) {
        double sum = shares.stream().mapToInt(Integer::intValue).sum();
        Lag lag = sum == 0
                ? Lag.NONE
                : new LagTable(new Matrix(List.of(Series.of(
                                new Shape(1, shares.size() + 1),
                                IntStream.rangeClosed(0, shares.size())
                                        .mapToDouble(place -> place == 0 ? 0 : shares.get(place - 1) / sum)
                                        .toArray()))))
                        .of(1)
                        .get(0);
        double[] amounts = missing.stream().mapToDouble(Integer::doubleValue).toArray();
        DemandPlan plan = new DemandPlan(amounts, 1000, lag, 5);
        double all =
                IntStream.range(0, plan.periods()).mapToDouble(plan::needed).sum();
        double needed = 0;
        double revenue = 0;
        for (int period = 0; period < plan.periods(); period++) {
            needed += plan.needed(period);
            revenue += plan.revenue(period);
            assertThat(plan.entrants(period)).isGreaterThanOrEqualTo(0);
            if (plan.isReachable(period)) {
                assertThat(revenue).isGreaterThanOrEqualTo(needed - 1e-9 * all);
            }
        }
    }
}
