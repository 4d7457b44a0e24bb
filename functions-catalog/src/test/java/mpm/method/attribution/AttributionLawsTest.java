package mpm.method.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class AttributionLawsTest {

    @Property(tries = 300)
    void everyRuleSharesOutExactlyWhatThereIs(@ForAll("paths") List<String> paths, @ForAll("rules") CreditRule rule) {
        double[] totals = totals(paths);
        assertThat(Arrays.stream(rule.credits(Journeys.of(paths, ">"), totals)).sum())
                .isCloseTo(Arrays.stream(totals).sum(), within(1e-12 * paths.size() * 10));
    }

    @Property(tries = 300)
    void shapleySharesOutWhatAllChannelsAreWorth(@ForAll("paths") List<String> paths) {
        double[] converted = totals(paths);
        double[] lost = new double[converted.length];
        Arrays.setAll(lost, row -> 7 * row % 5);
        Journeys journeys = Journeys.of(paths, ">");
        double all = Arrays.stream(converted).sum();
        assertThat(Arrays.stream(Shapley.ofCounts(journeys, converted)).sum()).isCloseTo(all, within(1e-9));
        assertThat(Arrays.stream(Shapley.ofRates(journeys, converted, lost)).sum())
                .isCloseTo(all / (all + Arrays.stream(lost).sum()), within(1e-12));
    }

    @Property(tries = 200)
    void whoeverIsOnEveryPathTakesEverythingAway(
            @ForAll("paths") List<String> paths, @ForAll @IntRange(min = 1, max = 3) int order) {
        List<String> through = paths.stream().map(path -> path + " > Z").toList();
        Journeys journeys = Journeys.of(through, ">");
        double[] lost = new double[paths.size()];
        Arrays.fill(lost, 2);
        double[] effects = RemovalEffects.of(journeys, totals(paths), lost, order, false);
        assertThat(effects[journeys.channels().indexOf("Z")]).isCloseTo(1, within(1e-12));
        assertThat(Arrays.stream(effects)).allMatch(effect -> effect > -1e-12 && effect < 1 + 1e-12);
    }

    private static double[] totals(List<String> paths) {
        double[] totals = new double[paths.size()];
        Arrays.setAll(totals, row -> 1 + row % 3);
        return totals;
    }

    @Provide
    Arbitrary<List<String>> paths() {
        return Arbitraries.of("A", "B[LC]", "C", "D[oc]", "E [CW]")
                .list()
                .ofMinSize(0)
                .ofMaxSize(6)
                .map(touches -> touches.stream().collect(Collectors.joining(" > ")))
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<CreditRule> rules() {
        return Arbitraries.of(
                CreditRule.first(),
                CreditRule.last(),
                CreditRule.even(),
                CreditRule.ends(.4),
                CreditRule.ends(.5),
                CreditRule.lastExcept("a"),
                CreditRule.milestones(Milestone.LC, Milestone.OC),
                CreditRule.milestones(Milestone.values()),
                CreditRule.decay(7));
    }
}
