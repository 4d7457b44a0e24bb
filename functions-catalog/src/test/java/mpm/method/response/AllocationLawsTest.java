package mpm.method.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import mpm.method.response.Allocation.Channel;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

/** What makes a split of a budget the best one. */
class AllocationLawsTest {

    private static final double RESIDUAL = 1e-8;

    @Property(tries = 1000)
    void insideItsBoundsEveryChannelReturnsTheSameForItsLastUnit(
            @ForAll @Size(min = 2, max = 5) List<@From("channels") Channel> channels,
            @ForAll @DoubleRange(min = .05, max = .9) double part) {
        double budget = budget(channels, part);
        Allocation best = Allocation.ofBudget(channels, budget, 0);
        assertThat(Arrays.stream(best.spends()).sum()).isCloseTo(budget, withinPercentage(1e-10));
        double level = best.marginal();
        for (int place = 0; place < channels.size(); place++) {
            Channel channel = channels.get(place);
            double spend = best.spends()[place];
            assertThat(spend).isBetween(channel.lower(), channel.upper());
            double excess = channel.marginal(spend) / level - 1;
            if (!best.isAtLower(place)) {
                assertThat(excess).isGreaterThan(-RESIDUAL);
            }
            if (!best.isAtUpper(place)) {
                assertThat(excess).isLessThan(RESIDUAL);
            }
        }
    }

    @Property(tries = 300)
    void noUnitIsSpentThatReturnsLessThanItMustAndNoneKeptThatWouldReturnMore(
            @ForAll @Size(min = 2, max = 5) List<@From("channels") Channel> channels,
            @ForAll @DoubleRange(min = .05, max = .9) double part,
            @ForAll @DoubleRange(min = .01, max = 5) double worth) {
        double budget = budget(channels, part);
        Allocation best = Allocation.ofBudget(channels, budget, worth);
        boolean isAllSpent = Arrays.stream(best.spends()).sum() > budget * (1 - 1e-9);
        for (int place = 0; place < channels.size(); place++) {
            double excess = channels.get(place).marginal(best.spends()[place]) / worth - 1;
            if (!best.isAtLower(place)) {
                assertThat(excess).isGreaterThan(-RESIDUAL);
            }
            if (!best.isAtUpper(place) && !isAllSpent) {
                assertThat(excess).isLessThan(RESIDUAL);
            }
        }
    }

    @Property(tries = 20)
    void noneOfManySplitsBringsMore(
            @ForAll @Size(min = 2, max = 5) List<@From("channels") Channel> channels,
            @ForAll @DoubleRange(min = .05, max = .9) double part,
            @ForAll Random random) {
        double budget = budget(channels, part);
        double most = Allocation.ofBudget(channels, budget, 0).response();
        for (int i = 0; i < 10_000; i++) {
            double[] spends = anySplit(channels, budget, random);
            double response = IntStream.range(0, spends.length)
                    .mapToDouble(place -> channels.get(place).response(spends[place]))
                    .sum();
            assertThat(response).isLessThanOrEqualTo(most * (1 + 1e-9));
        }
    }

    /** Between the sums of the bounds. */
    private static double budget(List<Channel> channels, double part) {
        double least = channels.stream().mapToDouble(Channel::lower).sum();
        double most = channels.stream().mapToDouble(Channel::upper).sum();
        return least + part * (most - least);
    }

    /** The rest of the budget in random parts, as far as there is room. */
    private static double[] anySplit(List<Channel> channels, double budget, Random random) {
        double[] spends = channels.stream().mapToDouble(Channel::lower).toArray();
        double left = budget - Arrays.stream(spends).sum();
        while (left > 1e-9 * budget) {
            for (int place : random.ints(spends.length, 0, spends.length).toArray()) {
                double given =
                        Math.min(left * random.nextDouble(), channels.get(place).upper() - spends[place]);
                spends[place] += given;
                left -= given;
            }
        }
        return spends;
    }

    /** Curves that only flatten, some from a vertical start, and such that steepen first. */
    @Provide
    Arbitrary<Channel> channels() {
        return Combinators.combine(
                        Arbitraries.doubles().between(10, 1000),
                        Arbitraries.doubles().between(5, 200),
                        Arbitraries.of(.7, 1.0, 1.5, 2.5),
                        Arbitraries.doubles().between(0, 20),
                        Arbitraries.doubles().between(1, 200))
                .as((beta, k, s, lower, room) -> new Channel(Curve.HILL, beta, k, s, lower, lower + room));
    }
}
