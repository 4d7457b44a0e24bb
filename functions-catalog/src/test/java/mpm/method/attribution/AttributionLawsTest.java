package mpm.method.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class AttributionLawsTest {

    private static final double EXACT = 1e-10;

    @Property(tries = 300)
    void everyRuleSharesOutExactlyWhatThereIs(@ForAll("paths") List<String> paths, @ForAll("rules") CreditRule rule) {
        double[] totals = totals(paths);
        assertThat(Arrays.stream(rule.credits(Journeys.of(paths, ">"), totals)).sum())
                .isCloseTo(Arrays.stream(totals).sum(), within(1e-12 * paths.size() * 10));
    }

    @Property(tries = 300)
    void aFurtherConversionIsSharedByTheChannelsOfItsPath(
            @ForAll("paths") List<String> paths,
            @ForAll("rules") CreditRule rule,
            @ForAll @IntRange(max = 11) int pick) {
        Journeys journeys = Journeys.of(paths, ">");
        int row = pick % paths.size();
        double[] totals = totals(paths);
        double[] before = rule.credits(journeys, totals);
        totals[row]++;
        double[] after = rule.credits(journeys, totals);
        List<String> met = Journeys.of(List.of(paths.get(row)), ">").channels();
        for (int channel = 0; channel < before.length; channel++) {
            assertThat(before[channel]).isNotNegative();
            assertThat(after[channel] - before[channel])
                    .isBetween(-1e-12, met.contains(journeys.channels().get(channel)) ? 1 + 1e-12 : 0);
        }
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

    @Property(tries = 300)
    void aGameIsSharedOutWhole(@ForAll("games") double[] worth) {
        assertThat(Arrays.stream(Shapley.of(worth)).sum()).isCloseTo(worth[worth.length - 1], within(EXACT));
    }

    @Property(tries = 300)
    void playersWhoChangePlacesTakeTheirValuesAlong(
            @ForAll("games") double[] worth, @ForAll @IntRange(max = 5) int one, @ForAll @IntRange(max = 5) int other) {
        double[] values = Shapley.of(worth);
        int first = one % values.length;
        int second = other % values.length;
        double[] swappedWorth = new double[worth.length];
        for (int set = 0; set < worth.length; set++) {
            boolean isDifferent = (set >> first & 1) != (set >> second & 1);
            swappedWorth[isDifferent ? set ^ 1 << first ^ 1 << second : set] = worth[set];
        }
        double[] swapped = Shapley.of(swappedWorth);
        for (int player = 0; player < values.length; player++) {
            int place = player == first ? second : player == second ? first : player;
            assertThat(swapped[place]).isCloseTo(values[player], within(EXACT));
        }
    }

    @Property(tries = 300)
    void whoeverAddsTheSameToEverySetIsWorthThat(
            @ForAll("games") double[] worth, @ForAll @DoubleRange(min = -100, max = 100) double added) {
        double[] joined = Arrays.copyOf(worth, 2 * worth.length);
        Arrays.setAll(joined, set -> worth[set % worth.length] + (set < worth.length ? 0 : added));
        double[] values = Shapley.of(joined);
        assertThat(values[values.length - 1]).isCloseTo(added, within(EXACT));
        assertThat(Arrays.copyOf(values, values.length - 1)).containsExactly(Shapley.of(worth), within(EXACT));
    }

    @Property(tries = 300)
    void theValuesOfTwoGamesAddUp(@ForAll("games") double[] worth, @ForAll Random random) {
        double[] other = Arrays.stream(worth)
                .map(each -> each == 0 ? 0 : random.nextDouble())
                .toArray();
        double[] both = new double[worth.length];
        Arrays.setAll(both, set -> worth[set] + other[set]);
        double[] values = Shapley.of(worth);
        double[] others = Shapley.of(other);
        Arrays.setAll(values, player -> values[player] + others[player]);
        assertThat(Shapley.of(both)).containsExactly(values, within(EXACT));
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

    /** What each set of one to six players is worth; the empty one nothing. */
    @Provide
    Arbitrary<double[]> games() {
        return Arbitraries.integers()
                .between(1, 6)
                .flatMap(players -> Arbitraries.doubles()
                        .between(-100, 100)
                        .array(double[].class)
                        .ofSize(1 << players)
                        .map(worth -> {
                            worth[0] = 0;
                            return worth;
                        }));
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
