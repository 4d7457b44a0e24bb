package mpm.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mpm.cell.Cell;
import mpm.link.Direction;
import mpm.link.Found;
import mpm.link.KnownMembers;
import mpm.method.calendar.FiscalCalendar;
import mpm.method.calendar.FiscalPeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanViewTest {

    @ParameterizedTest
    @CsvSource({
        "FY2027, FY2027-P01, FY2027-P12, 12",
        "fy2027-q2, FY2027-P04, FY2027-P06, 3",
        "2026-09, FY2027-P03, FY2027-P03, 1",
        "2026-09-30, FY2027-P03, FY2027-P03, 1",
        "FY2027-P3, FY2027-P03, FY2027-P03, 1",
        "YTD:FY2027-Q2, FY2027-P01, FY2027-P06, 6",
        "ytd:fy2027-p01, FY2027-P01, FY2027-P01, 1",
        "LTM:FY2027-P02, FY2026-P03, FY2027-P02, 12"
    })
    void anAddressNamesItsLeafPeriods(String address, String first, String last, int count) {
        Span span = new SmallPlan().view().span(PeriodAddress.of(address));
        assertThat(span.first().address()).isEqualTo(first);
        assertThat(span.last().address()).isEqualTo(last);
        assertThat(span.leaves()).hasSize(count);
    }

    @ParameterizedTest
    @CsvSource({"FY2027-W01", "YTD:FY2027-W01", "FY2027-P13", "P03", "46254", "YTD:YTD:FY2027"})
    void anythingElseIsUnknown(String address) {
        PlanView plan = new SmallPlan().view();
        assertThatThrownBy(() -> plan.span(PeriodAddress.of(address)))
                .hasMessageStartingWith("Unknown period “" + address);
    }

    @Test
    void thirteenPeriodsAreTheLastTwelveMonthsOfAYearOfFourWeeks() {
        PlanView plan = new SmallPlan()
                .with(new FiscalCalendar(
                        FiscalCalendar.Periods.WEEKS_13X4,
                        7,
                        FiscalCalendar.Naming.END,
                        FiscalCalendar.YearEnd.NEAREST))
                .view();
        assertThat(plan.span(PeriodAddress.of("LTM:FY2027-P02")).leaves())
                .extracting(FiscalPeriod::address)
                .hasSize(13)
                .startsWith("FY2026-P03")
                .contains("FY2026-P13")
                .endsWith("FY2027-P02");
    }

    @Test
    void lateBookingsCountWithTheLastPeriodOfTheirYear() {
        SmallPlan plan = new SmallPlan()
                .with(new AdjustmentPeriod("FY2027-A1", 2027))
                .figure("ACTUAL", "LEADS", "DEMAND_EMEA", "FY2027-P12", "10")
                .figure("ACTUAL", "LEADS", "DEMAND_EMEA", "FY2027-A1", "-2");
        assertThat(plan.value("ACTUAL", "LEADS", "EMEA", "FY2027-P12", "LOCAL")).contains(new BigDecimal(8));
        assertThat(plan.value("ACTUAL", "LEADS", "EMEA", "FY2027", "LOCAL")).contains(new BigDecimal(8));
        assertThat(plan.value("ACTUAL", "LEADS", "EMEA", "FY2027-P11", "LOCAL")).isEmpty();
    }

    @Test
    void unitsComeBeforePeriodsAndGapsAreLeftOut() {
        SmallPlan plan = new SmallPlan()
                .figure("ACTUAL", "HEADS", "DEMAND_EMEA", "FY2027-P01", "9")
                .figure("ACTUAL", "HEADS", "BRAND_EMEA", "FY2027-P01", "4")
                .figure("ACTUAL", "HEADS", "DEMAND_EMEA", "FY2027-P02", "10")
                .figure("ACTUAL", "NPS", "DEMAND_EMEA", "FY2027-P01", "31");
        assertThat(plan.value("ACTUAL", "HEADS", "EMEA", "FY2027-Q1", "LOCAL").orElseThrow())
                .as("the mean of 6.5 and 10, not of 9, 4 and 10")
                .isEqualByComparingTo("8.25");
        assertThat(plan.value("ACTUAL", "NPS", "DEMAND_EMEA", "FY2027-Q1", "LOCAL"))
                .contains(new BigDecimal(31));
        assertThat(plan.value("ACTUAL", "NPS", "EMEA", "FY2027-Q1", "LOCAL"))
                .as("a score adds up to nothing")
                .isEmpty();
    }

    @Test
    void plansAreConvertedAtTheBudgetsRateAndBalancesAtTheClosingRate() {
        SmallPlan plan = new SmallPlan()
                .rate("USD", "EUR", "FY2027-P01", Rate.Type.BUDGET, "0.90")
                .rate("USD", "EUR", "FY2027-P01", Rate.Type.AVERAGE, "0.92")
                .rate("USD", "EUR", "FY2027-P01", Rate.Type.CLOSING, "0.94");
        for (String scenario : List.of("PLAN", "ACTUAL")) {
            plan.figure(scenario, "SPEND", "DEMAND_AMER", "FY2027-P01", "100");
            plan.figure(scenario, "PIPELINE", "DEMAND_AMER", "FY2027-P01", "100");
        }
        assertThat(plan.value("PLAN", "SPEND", "MKT", "FY2027", "LOCAL").orElseThrow())
                .isEqualByComparingTo("90");
        assertThat(plan.value("PLAN", "PIPELINE", "MKT", "FY2027", "EUR").orElseThrow())
                .isEqualByComparingTo("90");
        assertThat(plan.value("ACTUAL", "SPEND", "MKT", "FY2027", "EUR").orElseThrow())
                .isEqualByComparingTo("92");
        assertThat(plan.value("ACTUAL", "PIPELINE", "MKT", "FY2027", "LOCAL").orElseThrow())
                .isEqualByComparingTo("94");
        assertThat(plan.value("ACTUAL", "PIPELINE", "MKT", "FY2027", "EUR:BUDGET")
                        .orElseThrow())
                .isEqualByComparingTo("90");
        assertThat(plan.value("ACTUAL", "SPEND", "AMER", "FY2027", "LOCAL").orElseThrow())
                .as("the unit's own currency needs no rate")
                .isEqualByComparingTo("100");
    }

    @Test
    void aRatioOfNothingIsNoDataAndByNothingAnError() {
        SmallPlan plan = new SmallPlan()
                .with(new Metric(
                        "CPL",
                        "Cost per lead",
                        Set.of(),
                        Metric.Unit.MONEY,
                        Metric.OverTime.RATIO,
                        Metric.OverUnits.RATIO,
                        Optional.of(new Metric.Ratio("SPEND", "LEADS")),
                        Direction.LOWER,
                        false,
                        true,
                        SmallPlan.profile("OPERATIONAL")))
                .figure("ACTUAL", "SPEND", "DEMAND_EMEA", "FY2027-P01", "300")
                .figure("ACTUAL", "SPEND", "DEMAND_EMEA", "FY2027-P02", "300")
                .figure("ACTUAL", "LEADS", "DEMAND_EMEA", "FY2027-P02", "0")
                .figure("ACTUAL", "LEADS", "DEMAND_EMEA", "FY2027-P03", "4");
        assertThat(plan.value("ACTUAL", "CPL", "EMEA", "FY2027-P01", "LOCAL")).isEmpty();
        assertThat(plan.value("ACTUAL", "CPL", "EMEA", "FY2027-Q1", "LOCAL").orElseThrow())
                .isEqualByComparingTo("150");
        assertThatThrownBy(() -> plan.value("ACTUAL", "CPL", "EMEA", "FY2027-P02", "LOCAL"))
                .hasMessage("CPL is divided by LEADS, which is 0 here.");
    }

    @Test
    void aNameOfSeveralIsAmbiguous() {
        PlanView plan = new SmallPlan().view();
        assertThat(plan.unit(" mkt ").code()).isEqualTo("MKT");
        assertThat(plan.unit("unit e").code()).isEqualTo("EMEA");
        assertThatThrownBy(() -> plan.unit("Unit D")).hasMessageStartingWith("Ambiguous org “Unit D”");
    }

    @Test
    void aPartnerReadsWhatIsGrantedAndDoesNotLearnWhatElseThereIs() {
        PlanView plan = new SmallPlan().view(SmallPlan.user(Role.PARTNER, "EMEA", "LEADS"));
        assertThat(plan.mayRead(plan.metric("LEADS"), plan.unit("EMEA"), plan.scenario("ACTUAL")))
                .isTrue();
        assertThat(plan.mayRead(plan.metric("SPEND"), plan.unit("EMEA"), plan.scenario("ACTUAL")))
                .isFalse();
        assertThatThrownBy(() -> plan.metric("CLICKS")).hasMessageStartingWith("Not permitted");
        assertThat(plan.codes(KnownMembers.Kind.METRIC)).containsExactly("LEADS");
        assertThat(plan.codes(KnownMembers.Kind.PARTNER)).isEmpty();
        assertThat(plan.direction("leads")).contains(Direction.HIGHER);
        assertThat(plan.direction("SPEND")).isEmpty();
        assertThat(new SmallPlan().view(SmallPlan.user(Role.PARTNER, "EMEA")).codes(KnownMembers.Kind.METRIC))
                .as("nothing is granted")
                .isEmpty();
    }

    @Test
    void aRestrictedMetricIsReadByThoseToWhomItIsNamed() {
        SmallPlan data = new SmallPlan()
                .with(new Metric(
                        "SALARIES",
                        "Salaries",
                        Set.of(),
                        Metric.Unit.MONEY,
                        Metric.OverTime.SUM,
                        Metric.OverUnits.SUM,
                        Optional.empty(),
                        Direction.LOWER,
                        true,
                        true,
                        SmallPlan.profile("OPERATIONAL")));
        Metric salaries = data.view().metric("SALARIES");
        assertThat(data.view().mayRead(salaries)).isFalse();
        assertThat(data.view(SmallPlan.user(Role.AUDITOR, "MKT")).mayRead(salaries))
                .isTrue();
        assertThat(data.view(SmallPlan.user(Role.VIEWER, "MKT", "SALARIES")).mayRead(salaries))
                .isTrue();
    }

    @Test
    void aLockOfACategoryClosesItsMetricsOnly() {
        PlanView plan = new SmallPlan()
                .lock("EMEA", "FY2027-P01", PeriodLock.State.APPROVED, Optional.of("output"))
                .view();
        Span span = plan.span(PeriodAddress.of("FY2027-P01"));
        assertThat(plan.state(plan.scenario("PLAN"), plan.unit("EMEA"), span, Optional.empty()))
                .isEqualTo(PeriodLock.State.OPEN);
        assertThat(plan.state(plan.scenario("PLAN"), plan.unit("EMEA"), span, Optional.of(plan.metric("LEADS"))))
                .isEqualTo(PeriodLock.State.APPROVED);
        assertThat(new SmallPlan()
                        .frozen()
                        .view()
                        .state(plan.scenario("ACTUAL"), plan.unit("MKT"), span, Optional.empty()))
                .isEqualTo(PeriodLock.State.OPEN);
        PlanView frozen = new SmallPlan().frozen().view();
        assertThat(frozen.state(frozen.scenario("PLAN"), frozen.unit("MKT"), span, Optional.empty()))
                .isEqualTo(PeriodLock.State.LOCKED);
    }

    @Test
    void aGrantForPlansReadsNoActuals() {
        PlanView plan = new SmallPlan()
                .view(new User("bo", List.of(new Grant(Role.VIEWER, "MKT", Set.of(Scenario.Kind.PLAN), Set.of()))));
        assertThat(plan.mayRead(plan.metric("LEADS"), plan.unit("EMEA"), plan.scenario("PLAN")))
                .isTrue();
        assertThat(plan.mayRead(plan.metric("LEADS"), plan.unit("EMEA"), plan.scenario("ACTUAL")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1, STAGED", "0, CHANGED_ELSEWHERE", "2, CHANGED_ELSEWHERE"})
    void whatSomeoneElseChangedIsNotOverwritten(long lastRead, Entry.Status status) {
        User planner = SmallPlan.user(Role.PLANNER, "MKT");
        SmallPlan data = new SmallPlan().figure("PLAN", "SPEND", "DEMAND_EMEA", "FY2027-P01", "40000");
        LastRead read = new LastRead(Entry.Kind.FIGURE, new Address("PLAN", 1, "SPEND", "DEMAND_EMEA", "FY2027-P01"));
        PlanView plan = data.view(planner);
        Entry entry = entry("DEMAND_EMEA", 45_000);
        Found found = data.found(planner, entry.needs(plan)).and(new Found(Map.of(read, lastRead)));
        assertThat(entry.verdict(plan, found).status()).isEqualTo(status);
        assertThat(entry("DEMAND_EMEA", 40_000).verdict(plan, found).status()).isEqualTo(Entry.Status.IN_SYNC);
    }

    @ParameterizedTest
    @CsvSource({"0, STAGED", "2, CHANGED_ELSEWHERE"})
    void whoHasReadThatNothingStandsMayEnterThere(long lastRead, Entry.Status status) {
        PlanView plan = new SmallPlan().view(SmallPlan.user(Role.PLANNER, "MKT"));
        LastRead read = new LastRead(Entry.Kind.FIGURE, new Address("PLAN", 1, "SPEND", "DEMAND_EMEA", "FY2027-P01"));
        assertThat(entry("DEMAND_EMEA", 45_000)
                        .verdict(plan, new Found(Map.of(read, lastRead)))
                        .status())
                .isEqualTo(status);
    }

    @Test
    void differentValuesForOneAddressAreRefusedBoth() {
        PlanView plan = new SmallPlan().view(SmallPlan.user(Role.PLANNER, "MKT"));
        Entry.Verdict one = verdict(plan, "DEMAND_EMEA", 1);
        Entry.Verdict other = verdict(plan, "Demand_EMEA", 2);
        Entry.Verdict alone = verdict(plan, "BRAND_EMEA", 3);
        assertThat(Entry.together(List.of(one, other, alone)))
                .extracting(Entry.Verdict::status)
                .containsExactly(Entry.Status.INVALID, Entry.Status.INVALID, Entry.Status.STAGED);
        assertThat(Entry.together(List.of(one, one, alone)))
                .extracting(Entry.Verdict::status)
                .containsOnly(Entry.Status.STAGED);
        Entry.Verdict refused = verdict(plan, "DEMAND_EMEA", 1e15);
        assertThat(Entry.together(List.of(one, refused)))
                .as("what is refused anyway stages nothing")
                .containsExactly(one, refused);
    }

    private static Entry.Verdict verdict(PlanView plan, String unit, double value) {
        return entry(unit, value).verdict(plan, Found.NOTHING);
    }

    private static Entry entry(String unit, double value) {
        return new Entry(
                Entry.Kind.FIGURE,
                Optional.of(Cell.of(value)),
                "SPEND",
                unit,
                PeriodAddress.of("FY2027-P01"),
                "PLAN",
                "");
    }

    @Test
    void aUnitThatIsClosedKeepsItsFiguresAndTakesNoOthers() {
        SmallPlan data = new SmallPlan()
                .closed("BRAND_EMEA", LocalDate.of(2026, 8, 15))
                .figure("PLAN", "LEADS", "DEMAND_EMEA", "FY2027-P01", "10")
                .figure("PLAN", "LEADS", "BRAND_EMEA", "FY2027-P01", "5");
        assertThat(data.value("PLAN", "LEADS", "EMEA", "FY2027", "LOCAL").orElseThrow())
                .isEqualByComparingTo("15");
        assertThat(entered(data, "LEADS", "BRAND_EMEA", "FY2027-P02", 7).status())
                .as("it is there on a day of August")
                .isEqualTo(Entry.Status.STAGED);
        Entry.Verdict late = entered(data, "LEADS", "BRAND_EMEA", "FY2027-P03", 7);
        assertThat(late.status()).isEqualTo(Entry.Status.INVALID);
        assertThat(late.reason())
                .isEqualTo("BRAND_EMEA takes nothing for FY2027-P03: BRAND_EMEA is there until 2026-08-15.");
        assertThat(entered(data, "LEADS", "BRAND_EMEA", "FY2027-P03", "#MISSING")
                        .status())
                .as("what was planned for later can be taken away")
                .isNotEqualTo(Entry.Status.INVALID);
        assertThat(data.view().codes(KnownMembers.Kind.ORG)).doesNotContain("BRAND_EMEA");
    }

    @Test
    void thePartsOfAClosedRegionAreClosedWithIt() {
        SmallPlan data = new SmallPlan().closed("EMEA", LocalDate.of(2026, 7, 31));
        assertThat(entered(data, "LEADS", "DEMAND_EMEA", "FY2027-P02", 7).reason())
                .isEqualTo("DEMAND_EMEA takes nothing for FY2027-P02: EMEA is there until 2026-07-31.");
        assertThat(data.view().codes(KnownMembers.Kind.ORG)).containsExactlyInAnyOrder("MKT", "AMER", "DEMAND_AMER");
    }

    @Test
    void aUnitThatIsDividedTakesFiguresItselfUntilThen() {
        SmallPlan data = new SmallPlan()
                .opening("PAID_AMER", "DEMAND_AMER", LocalDate.of(2027, 1, 1))
                .figure("PLAN", "LEADS", "DEMAND_AMER", "FY2027-P01", "10")
                .figure("PLAN", "LEADS", "PAID_AMER", "FY2027-P07", "5");
        assertThat(entered(data, "LEADS", "DEMAND_AMER", "FY2027-P06", 7).status())
                .isEqualTo(Entry.Status.STAGED);
        assertThat(entered(data, "LEADS", "DEMAND_AMER", "FY2027-P07", 7).status())
                .isEqualTo(Entry.Status.NOT_A_LEAF);
        assertThat(entered(data, "LEADS", "PAID_AMER", "FY2027-P07", 7).status())
                .as("planned before it opens")
                .isEqualTo(Entry.Status.STAGED);
        assertThat(entered(data, "LEADS", "PAID_AMER", "FY2027-P06", 7).reason())
                .contains("is there from 2027-01-01");
        assertThat(data.value("PLAN", "LEADS", "DEMAND_AMER", "FY2027", "LOCAL").orElseThrow())
                .isEqualByComparingTo("15");
        assertThat(data.view().codes(KnownMembers.Kind.ORG)).contains("PAID_AMER");
        PlanView locked = data.lock("PAID_AMER", "FY2027-P07", PeriodLock.State.LOCKED, Optional.empty())
                .view();
        assertThat(locked.state(
                        locked.scenario("PLAN"),
                        locked.unit("DEMAND_AMER"),
                        locked.span(PeriodAddress.of("FY2027-P07")),
                        Optional.empty()))
                .as("its only part is closed")
                .isEqualTo(PeriodLock.State.LOCKED);
    }

    @Test
    void aRetiredMetricStaysInItsRatiosAndGivesItsNameAway() {
        Metric leads = SmallPlan.metric("LEADS", Metric.Unit.COUNT, Metric.OverTime.SUM, Metric.OverUnits.SUM);
        SmallPlan data = new SmallPlan()
                .retired("LEADS")
                .with(new Metric(
                        "LEADS2",
                        leads.name(),
                        Set.of(),
                        leads.unit(),
                        leads.overTime(),
                        leads.overUnits(),
                        Optional.empty(),
                        leads.direction(),
                        false,
                        true,
                        leads.profile()))
                .with(new Metric(
                        "CPL",
                        "Cost per lead",
                        Set.of(),
                        Metric.Unit.MONEY,
                        Metric.OverTime.RATIO,
                        Metric.OverUnits.RATIO,
                        Optional.of(new Metric.Ratio("SPEND", "LEADS")),
                        Direction.LOWER,
                        false,
                        true,
                        SmallPlan.profile("OPERATIONAL")))
                .figure("ACTUAL", "SPEND", "DEMAND_EMEA", "FY2027-P01", "300")
                .figure("ACTUAL", "LEADS", "DEMAND_EMEA", "FY2027-P01", "4");
        assertThat(data.value("ACTUAL", "CPL", "EMEA", "FY2027", "LOCAL").orElseThrow())
                .isEqualByComparingTo("75");
        assertThat(entered(data, "LEADS", "DEMAND_EMEA", "FY2027-P01", 7).reason())
                .isEqualTo("LEADS is retired, so nothing of it is entered any more: what stands there stays.");
        assertThat(data.view().codes(KnownMembers.Kind.METRIC))
                .contains("LEADS2")
                .doesNotContain("LEADS");
        assertThat(data.view().metric(leads.name()).code()).isEqualTo("LEADS2");
        assertThat(data.view().metric("LEADS").code()).isEqualTo("LEADS");
    }

    private static Entry.Verdict entered(SmallPlan data, String metric, String unit, String period, Object value) {
        Entry entry = new Entry(
                Entry.Kind.FIGURE,
                Optional.of(value instanceof Integer number ? Cell.of(number) : Cell.of(value.toString())),
                metric,
                unit,
                PeriodAddress.of(period),
                "PLAN",
                "");
        User planner = SmallPlan.user(Role.PLANNER, "MKT");
        return entry.verdict(data.view(planner), data.found(planner, entry.needs(data.view(planner))));
    }
}
