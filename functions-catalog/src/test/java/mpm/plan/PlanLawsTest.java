package mpm.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import mpm.cell.Cell;
import mpm.plan.PeriodLock.State;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What holds of any figures, rates and locks. */
class PlanLawsTest {

    private static final int PERIODS = 3;

    /** Cents of every leaf unit in every period of a quarter; some are missing. */
    private static SmallPlan plan(List<Integer> cents) {
        SmallPlan plan = new SmallPlan();
        for (int place = 0; place < cents.size(); place++) {
            if (cents.get(place) % 4 != 0) {
                plan.figure(
                        "ACTUAL",
                        "SPEND",
                        unit(place),
                        period(place),
                        BigDecimal.valueOf(cents.get(place), 2).toPlainString());
            }
        }
        for (int period = 0; period < PERIODS; period++) {
            plan.rate("USD", "EUR", period(period), Rate.Type.AVERAGE, "0.9" + (period + 1));
            plan.rate("EUR", "GBP", period(period), Rate.Type.AVERAGE, "0.8" + (period + 3));
        }
        return plan;
    }

    private static String unit(int place) {
        return SmallPlan.LEAVES.get(place / PERIODS);
    }

    private static String period(int place) {
        return "FY2027-P0" + (place % PERIODS + 1);
    }

    private static BigDecimal sum(List<Optional<BigDecimal>> values) {
        return values.stream().flatMap(Optional::stream).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Property(tries = 200)
    void theWholeIsTheSumOfItsParts(@ForAll @Size(9) List<@IntRange(min = -100_000, max = 100_000) Integer> cents) {
        SmallPlan plan = plan(cents);
        for (String currency : List.of("EUR", "USD", "GROUP")) {
            List<Optional<BigDecimal>> leaves = new ArrayList<>();
            for (int place = 0; place < cents.size(); place++) {
                leaves.add(plan.value("ACTUAL", "SPEND", unit(place), period(place), currency));
            }
            Optional<BigDecimal> whole = plan.value("ACTUAL", "SPEND", "MKT", "FY2027-Q1", currency);
            assertThat(whole.isPresent()).isEqualTo(leaves.stream().anyMatch(Optional::isPresent));
            assertThat(whole.orElse(BigDecimal.ZERO)).isEqualByComparingTo(sum(leaves));
        }
    }

    @Property(tries = 200)
    void aRateTimesItsOppositeIsOne(@ForAll @IntRange(min = 1, max = 1_000_000) int millionths) {
        PlanView plan = new SmallPlan()
                .rate(
                        "USD",
                        "EUR",
                        "FY2027-P01",
                        Rate.Type.AVERAGE,
                        BigDecimal.valueOf(millionths, 6).toPlainString())
                .rate("GBP", "EUR", "FY2027-P01", Rate.Type.AVERAGE, "1.17")
                .view();
        Span span = plan.span(PeriodAddress.of("FY2027-P01"));
        for (List<String> pair : List.of(List.of("USD", "EUR"), List.of("USD", "GBP"), List.of("EUR", "EUR"))) {
            BigDecimal there = plan.rates().rate(pair.get(0), pair.get(1), span, Rate.Type.AVERAGE);
            BigDecimal back = plan.rates().rate(pair.get(1), pair.get(0), span, Rate.Type.AVERAGE);
            assertThat(there.multiply(back).round(new MathContext(30))).isEqualByComparingTo(BigDecimal.ONE);
        }
    }

    @Property(tries = 200)
    void aLongerTimeIsAsFarAsTheLeastClosedOfItsPeriods(
            @ForAll @Size(9) List<State> leaves, @ForAll @Size(3) List<State> above) {
        SmallPlan closed = new SmallPlan();
        for (int place = 0; place < leaves.size(); place++) {
            closed.lock(unit(place), period(place), leaves.get(place), Optional.empty());
        }
        for (int period = 0; period < PERIODS; period++) {
            closed.lock("MKT", period(period), above.get(period), Optional.empty());
        }
        State least = IntStream.range(0, leaves.size())
                .mapToObj(place -> max(leaves.get(place), above.get(place % PERIODS)))
                .min(State::compareTo)
                .orElseThrow();
        PlanView plan = closed.view();
        assertThat(plan.state(
                        plan.scenario("PLAN"),
                        plan.unit("MKT"),
                        plan.span(PeriodAddress.of("FY2027-Q1")),
                        Optional.empty()))
                .isEqualTo(least);
    }

    private static State max(State one, State other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    @Property(tries = 200)
    void whatWasEnteredIsInSync(@ForAll double value) {
        Entry entry = entry(Cell.of(value));
        SmallPlan plan = new SmallPlan();
        Entry.Verdict first = verdict(entry, plan);
        if (first.status() == Entry.Status.STAGED) {
            plan.figure(
                    "PLAN", "SPEND", "DEMAND_EMEA", "FY2027-P01", first.after().orElseThrow());
            assertThat(verdict(entry, plan).status()).isEqualTo(Entry.Status.IN_SYNC);
        } else {
            assertThat(first.status()).isEqualTo(Entry.Status.INVALID);
            assertThat(Math.abs(value)).isGreaterThanOrEqualTo(1e15);
        }
    }

    private static Entry entry(Cell value) {
        return new Entry(
                Entry.Kind.FIGURE,
                Optional.of(value),
                "SPEND",
                "DEMAND_EMEA",
                PeriodAddress.of("FY2027-P01"),
                "PLAN",
                "");
    }

    private static Entry.Verdict verdict(Entry entry, SmallPlan plan) {
        User planner = SmallPlan.user(Role.PLANNER, "MKT");
        return entry.verdict(plan.view(planner), plan.found(planner, entry.needs(plan.view(planner))));
    }
}
