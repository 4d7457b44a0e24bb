package mpm.functions.datalink;

import static mpm.catalogue.Stage.EXECUTE;

import java.util.List;
import java.util.Optional;
import mpm.catalogue.Argument;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.Answer;
import mpm.cell.Cell;
import mpm.cell.Column;
import mpm.cell.Moment;
import mpm.cell.Table;
import mpm.link.Found;
import mpm.method.calendar.FiscalPeriod;
import mpm.plan.Metric;
import mpm.plan.OrgUnit;
import mpm.plan.PeriodAddress;
import mpm.plan.PeriodLock;
import mpm.plan.PlanView;
import mpm.plan.Scenario;
import mpm.plan.Span;
import mpm.plan.Version;

@WorksheetFunction(
        name = "LOCKED",
        question = "May I still change this?",
        stage = EXECUTE,
        method =
                "A lock holds for a unit and all its parts. Several periods are as far as the least closed of them; a frozen version"
                        + " is locked.",
        caution = "OPEN does not say that you may enter here: that is a right.",
        related = {"PUT", "AUDIT"},
        table = Locked.Line.class)
@Example(formula = "=MPM.LOCKED(\"EMEA\", \"FY2027-P01\", \"PLAN\")", shows = "\"LOCKED\"")
@Example(
        formula = "=MPM.LOCKED(\"MKT\", \"FY2027-Q4\", \"PLAN\")",
        shows = "\"OPEN\"",
        because = "A quarter is closed only when all of it is.")
@Example(
        formula = "=MPM.LOCKED(\"DEMAND_EMEA\", \"FY2027-P01\", \"PLAN\", , \"DETAIL\")",
        shows = "{\"Org\",\"Period\",\"State\",\"Who\",\"When\",\"Reason\",\"Set at\";\"DEMAND_EMEA\","
                + "\"FY2027-P01\",\"LOCKED\",\"controller\",46204,\"Approved by the board\",\"MKT\"}")
@Example(
        formula = "=MPM.LOCKED(\"EMEA\", \"FY2027-W01\", \"PLAN\")",
        shows = "#N/A",
        because = "Weeks have no figures.")
public record Locked(
        @Argument("The unit, by its code or name.") String org,

        @Argument("FY2027, FY2027-Q1, FY2027-P03, 2027-03, YTD: or LTM: before one of them, or a date.")
        PeriodAddress period,

        @Argument("The scenario, such as PLAN.") String scenario,

        @Argument("The metric, for locks that hold for some metrics only.")
        Optional<String> metric,

        @Argument(value = "STATE, or DETAIL for each unit and period.", otherwise = "STATE")
        Output output)
        implements DataLink, ReadsPlan<Answer> {

    /** What is wanted. */
    public enum Output {
        STATE,
        DETAIL
    }

    /** A unit in a period. */
    public record Line(
            @Column(value = "Org", meaning = "The unit.") String org,

            @Column(value = "Period", meaning = "The period.")
            String period,

            @Column(value = "State", meaning = "OPEN, SUBMITTED, APPROVED or LOCKED.")
            String state,

            @Column(value = "Who", meaning = "Who closed it; nothing where it is open.")
            String who,

            @Column(value = "When", meaning = "When, in universal time.")
            Cell when,

            @Column(value = "Reason", meaning = "Why.") String reason,

            @Column(value = "Set at", meaning = "The unit for which the lock was set.")
            String setAt) {}

    @Override
    public Answer value(PlanView plan, Found found) {
        OrgUnit unit = plan.unit(org);
        Span span = plan.span(period);
        Scenario closed = plan.scenario(scenario);
        Optional<Metric> only = metric.map(plan::metric);
        PlanView.require(
                only.map(each -> plan.mayRead(each, unit, closed)).orElseGet(() -> plan.mayRead(unit, closed)));
        if (output == Output.STATE) {
            return Cell.of(plan.state(closed, unit, span, only).name());
        }
        List<Line> lines = plan.leaves(unit).stream()
                .flatMap(leaf -> span.leaves().stream()
                        .filter(each -> plan.leaves(unit, each).contains(leaf))
                        .map(each -> line(plan, closed, leaf, each, only)))
                .toList();
        return Table.of(Line.class, lines);
    }

    private static Line line(
            PlanView plan, Scenario scenario, OrgUnit leaf, FiscalPeriod period, Optional<Metric> metric) {
        Optional<PeriodLock> lock = plan.lock(scenario, leaf, period, metric);
        Version version = plan.latest(scenario);
        if (version.isFrozen()
                && lock.map(PeriodLock::state).orElse(PeriodLock.State.OPEN) != PeriodLock.State.LOCKED) {
            return new Line(
                    leaf.code(),
                    period.address(),
                    PeriodLock.State.LOCKED.name(),
                    "",
                    when(version.frozen()),
                    "Version %d is frozen".formatted(version.number()),
                    "");
        }
        return new Line(
                leaf.code(),
                period.address(),
                lock.map(PeriodLock::state).orElse(PeriodLock.State.OPEN).name(),
                lock.map(PeriodLock::by).orElse(""),
                when(lock.map(PeriodLock::at)),
                lock.map(PeriodLock::reason).orElse(""),
                lock.map(PeriodLock::unit).orElse(""));
    }

    private static Cell when(Optional<Moment> at) {
        return at.map(Cell::of).orElse(Cell.blank());
    }
}
