package mpm.functions.datalink;

import static mpm.catalogue.Stage.EXECUTE;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mpm.catalogue.Argument;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.Column;
import mpm.cell.Moment;
import mpm.cell.Table;
import mpm.link.Found;
import mpm.link.Need;
import mpm.method.calendar.FiscalPeriod;
import mpm.plan.Change;
import mpm.plan.Entry;
import mpm.plan.Figures;
import mpm.plan.Metric;
import mpm.plan.OrgUnit;
import mpm.plan.PeriodAddress;
import mpm.plan.PlanView;
import mpm.plan.Scenario;
import mpm.plan.StoredChanges;
import mpm.plan.StoredFigures;
import mpm.plan.TargetCurrency;
import mpm.plan.Valuation;

@WorksheetFunction(
        name = "VERSION.DIFF",
        question = "What changed between two versions?",
        stage = EXECUTE,
        method = "Period by period, in the unit's currency; Change % is of the size of A.",
        caution = "Who changed it last may not be who changed it most: AUDIT lists every change.",
        related = {"GET", "AUDIT", "VARIANCE"})
@Example(
        formula = "=MPM.VERSION.DIFF(\"MKT_SPEND\", \"PARTNER_EMEA\", \"PLAN\", \"Board\", \"LATEST\", \"FY2027-Q4\")",
        shows = "{\"Period\",\"A\",\"B\",\"Change\",\"Change %\",\"Changed by\",\"Changed at\";\"FY2027-P10\","
                + "26399.6,32399.6,6000,0.227276170851,\"planner-emea\",46433.3958333333;\"FY2027-P11\",26399.6,"
                + "26399.6,0,0,\"\",\"\";\"FY2027-P12\",23999.8,23999.8,0,0,\"\",\"\"}")
@Example(
        formula = "=MPM.VERSION.DIFF(\"LEADS\", \"EMEA\", \"PLAN\", 1, 3)",
        shows = "#N/A",
        because = "There is no third version.")
@Example(
        formula = "=MPM.VERSION.DIFF(\"LEADS\", \"EMEA\", \"PLAN\", 1, 2, \"FY2027-Q4\", \"FY2027-Q1\")",
        shows = "#NUM!",
        because = "The range would end before it starts.")
public record VersionDiff(
        @Argument("The metric, by its code or name.") String metric,

        @Argument("The unit, by its code or name.") String org,

        @Argument("The scenario, such as PLAN.") String scenario,

        @Argument("The earlier version: its number or label, or LATEST.")
        String versionA,

        @Argument("The later version: its number or label, or LATEST.")
        String versionB,

        @Argument("The first period; left out, the first of the scenario.")
        Optional<PeriodAddress> from,

        @Argument("The last period; left out, the last of the scenario.")
        Optional<PeriodAddress> to)
        implements DataLink, ReadsPlan<Table<VersionDiff.Line>> {

    /** A period. */
    public record Line(
            @Column(value = "Period", meaning = "The period.")
            String period,

            @Column(value = "A", meaning = "The figure in version_a.")
            Cell a,

            @Column(value = "B", meaning = "The figure in version_b.")
            Cell b,

            @Column(value = "Change", meaning = "B minus A.")
            Cell change,

            @Column(value = "Change %", meaning = "The change as a share of the size of A.")
            Cell share,

            @Column(value = "Changed by", meaning = "Who changed it last in version_b.")
            String by,

            @Column(value = "Changed at", meaning = "When, in universal time.")
            Cell at) {}

    /** What is compared, and where. */
    private record Question(
            Metric metric, OrgUnit unit, List<FiscalPeriod> periods, Valuation a, Valuation b, StoredChanges changes) {

        StoredFigures needs(Valuation version) {
            return version.needs(List.of(metric), List.of(unit), periods);
        }

        Optional<BigDecimal> value(Valuation version, FiscalPeriod period, Found found) {
            return version.value(
                    metric, unit, List.of(period), found.at(needs(version)).orElse(Figures.NONE));
        }

        /** The latest change of the figure of a period in the second version; a note changes nothing. */
        Optional<Change> latest(FiscalPeriod period, Found found) {
            List<String> codes = b.plan().codes(period);
            return found.at(changes).orElse(List.of()).stream()
                    .filter(change -> change.entry().objectType().equals(Entry.Kind.FIGURE.name())
                            && change.address().version() == b.version().number()
                            && codes.contains(change.address().period()))
                    .findFirst();
        }
    }

    @Override
    public Set<? extends Need<?>> needs(PlanView plan) {
        Question question = question(plan);
        Set<Need<?>> needs = new HashSet<>(Set.of(question.changes()));
        needs.add(question.needs(question.a()));
        needs.add(question.needs(question.b()));
        return needs;
    }

    @Override
    public Table<Line> value(PlanView plan, Found found) {
        Question question = question(plan);
        List<Line> lines = question.periods().stream()
                .flatMap(period -> line(period, question, found).stream())
                .toList();
        if (lines.isEmpty()) {
            throw Missing.noData();
        }
        return Table.of(Line.class, lines);
    }

    private static Optional<Line> line(FiscalPeriod period, Question question, Found found) {
        Optional<BigDecimal> a = question.value(question.a(), period, found);
        Optional<BigDecimal> b = question.value(question.b(), period, found);
        if (a.isEmpty() && b.isEmpty()) {
            return Optional.empty();
        }
        Optional<BigDecimal> change = a.flatMap(before -> b.map(after -> after.subtract(before)));
        Optional<Change> latest =
                change.filter(difference -> difference.signum() == 0).isPresent()
                        ? Optional.empty()
                        : question.latest(period, found);
        return Optional.of(new Line(
                period.address(),
                shown(a),
                shown(b),
                shown(change),
                change.map(difference -> share(difference, a.orElseThrow())).orElse(Cell.blank()),
                latest.map(each -> each.entry().userId()).orElse(""),
                latest.map(each -> Cell.of(Moment.at(each.entry().at()))).orElse(Cell.blank())));
    }

    private static Cell share(BigDecimal change, BigDecimal before) {
        return before.signum() == 0
                ? new Cell.Failure(CellError.DIV0, "There was 0 before, so the change is no share of it.")
                : Missing.cell(change.divide(before.abs(), MathContext.DECIMAL128));
    }

    private static Cell shown(Optional<BigDecimal> value) {
        return value.map(Missing::cell).orElse(Cell.blank());
    }

    private Question question(PlanView plan) {
        Metric measured = plan.metric(metric);
        OrgUnit unit = plan.unit(org);
        Scenario compared = plan.scenario(scenario);
        Valuation a = Valuation.of(plan, compared, versionA, TargetCurrency.LOCAL);
        Valuation b = Valuation.of(plan, compared, versionB, TargetCurrency.LOCAL);
        Optional<FiscalPeriod> first = from.map(address -> plan.span(address).first());
        Optional<FiscalPeriod> last = to.map(address -> plan.span(address).last());
        PlanView.require(plan.mayRead(measured, unit, compared));
        if (first.isPresent()
                && last.isPresent()
                && first.get().first().isAfter(last.get().last())) {
            throw CellError.NUM.because("The range ends before it starts: to (%s) lies before from (%s)."
                    .formatted(last.get().address(), first.get().address()));
        }
        List<FiscalPeriod> periods = plan.leaves(compared).stream()
                .filter(period -> first.map(start -> !period.first().isBefore(start.first()))
                                .orElse(true)
                        && last.map(end -> !period.last().isAfter(end.last())).orElse(true))
                .toList();
        return new Question(
                measured,
                unit,
                periods,
                a,
                b,
                StoredChanges.of(plan, compared, measured, unit, periods, Integer.MAX_VALUE));
    }
}
