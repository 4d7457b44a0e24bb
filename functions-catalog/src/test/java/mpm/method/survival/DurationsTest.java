package mpm.method.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import mpm.method.survival.Durations.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

class DurationsTest {

    @Test
    void theMedianIsThatOfR() {
        // R: survfit(Surv(c(12, 7, 40), c(1, 1, 0)) ~ 1), and its rule for a curve that stops at exactly one half
        assertThat(Durations.of(List.of(over(12), over(7), open(40))).median()).hasValue(12);
        assertThat(Durations.of(List.of(over(7), over(12), over(40), over(50))).median())
                .hasValue(26);
        assertThat(Durations.of(List.of(over(10), open(40))).median()).hasValue(10);
        assertThat(Durations.of(List.of(over(10), open(10), open(10))).median()).isEmpty();
        assertThat(Durations.of(List.of()).median()).isEmpty();
    }

    @Property
    void withNothingOpenTheMedianIsThePlainOne(@ForAll @NotEmpty List<@IntRange(max = 9) Integer> times) {
        double[] ascending = times.stream().mapToDouble(time -> time).sorted().toArray();
        double middle = (ascending[(ascending.length - 1) / 2] + ascending[ascending.length / 2]) / 2;
        assertThat(Durations.of(times.stream().map(DurationsTest::over).toList())
                        .median())
                .hasValue(middle);
    }

    @Test
    void withNothingOpenTheTestIsThatOfMannAndWhitney() {
        Durations current = allOver(12, 30, 45, 18, 27, 60, 22);
        Durations baseline = allOver(9, 15, 20, 11, 14, 25, 8);
        // scipy: mannwhitneyu(current, baseline, method="asymptotic")
        assertThat(current.differenceP(baseline).orElseThrow()).isCloseTo(.02984206441795427, within(1e-15));
    }

    @Property
    void theOrderOfTheGroupsDoesNotMatter(
            @ForAll @NotEmpty List<@IntRange(max = 9) Integer> one,
            @ForAll @NotEmpty List<@IntRange(max = 9) Integer> other) {
        Durations first = someOpen(one);
        Durations second = someOpen(other);
        assertThat(first.differenceP(second)).isEqualTo(second.differenceP(first));
    }

    @Test
    void oneIsNoGroup() {
        assertThat(allOver(1).differenceP(allOver(1, 2))).isEmpty();
        assertThat(allOver(1, 2).differenceP(allOver(1))).isEmpty();
    }

    private static Durations someOpen(List<Integer> times) {
        List<Duration> durations = new ArrayList<>();
        for (int place = 0; place < times.size(); place++) {
            durations.add(new Duration(times.get(place), place % 3 != 0));
        }
        return Durations.of(durations);
    }

    private static Durations allOver(double... times) {
        return Durations.of(DoubleStream.of(times).mapToObj(DurationsTest::over).toList());
    }

    private static Duration over(double time) {
        return new Duration(time, true);
    }

    private static Duration open(double time) {
        return new Duration(time, false);
    }
}
