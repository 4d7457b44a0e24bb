package mpm.functions.datalink;

import static mpm.catalogue.Stage.MEASURE;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import mpm.catalogue.Argument;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.Column;
import mpm.cell.Table;
import mpm.link.Found;
import mpm.link.Need;
import mpm.method.calendar.FiscalPeriod;
import mpm.method.calendar.Grain;
import mpm.plan.Figures;
import mpm.plan.Metric;
import mpm.plan.OrgUnit;
import mpm.plan.PeriodAddress;
import mpm.plan.PlanView;
import mpm.plan.Scenario;
import mpm.plan.Span;
import mpm.plan.StoredFigures;
import mpm.plan.TargetCurrency;
import mpm.plan.Valuation;

@WorksheetFunction(
        name = "GET.SERIES",
        question = "How did a metric develop through time?",
        stage = MEASURE,
        method = "From the first period of from to the last of to; a quarter or year that they cut is shown whole.",
        caution = "A gap is a period without data, not a period of 0: forecast functions read it so.",
        related = {"GET", "GET.GRID", "FORECAST", "XMR"})
@Example(
        formula = "=MPM.GET.SERIES(\"LEADS\", \"MKT\", \"FY2027-P06\", \"FY2027-P09\", \"ACTUAL\")",
        shows = "{\"Period\",\"Value\";\"FY2027-P06\",1019;\"FY2027-P07\",993;\"FY2027-P08\",1243;\"FY2027-P09\",\"\"}",
        because = "March has not happened yet: a gap.")
@Example(
        formula =
                "=MPM.GET.SERIES(\"MKT_SPEND\", \"MKT\", \"FY2027-P01\", \"FY2027-P06\", \"PLAN\", \"QUARTER\", , , , FALSE)",
        shows = "{\"FY2027-Q1\",480000;\"FY2027-Q2\",660000}")
@Example(
        formula = "=MPM.GET.SERIES(\"LEADS\", \"MKT\", \"FY2027-Q3\", \"FY2027-Q1\", \"ACTUAL\")",
        shows = "#NUM!",
        because = "The series would end before it starts.")
public record GetSeries(
        @Argument("The metric, by its code or name.") String metric,

        @Argument("The unit, by its code or name.") String org,

        @Argument("The period, or a date in it, with which the series starts.")
        PeriodAddress from,

        @Argument("The period, or a date in it, with which it ends.")
        PeriodAddress to,

        @Argument("The scenario, such as ACTUAL or PLAN.") String scenario,

        @Argument(value = "PERIOD (or MONTH), QUARTER or YEAR.", otherwise = "PERIOD")
        Step grain,

        @Argument(value = "LATEST, or the number or the label of a version.", otherwise = "LATEST")
        String version,

        @Argument(
                value = "LOCAL (the unit's own), GROUP, a code such as EUR, or EUR:BUDGET for a certain type of rate.",
                otherwise = "LOCAL")
        TargetCurrency currency,

        @Argument("What stands where there are no data; left out, nothing.")
        Optional<Cell> missing)
        implements DataLink, ReadsPlan<Table<GetSeries.Point>> {

    /** How long the periods of a series are. */
    public enum Step {
        PERIOD(Grain.PERIOD),
        MONTH(Grain.PERIOD),
        QUARTER(Grain.QUARTER),
        YEAR(Grain.YEAR);

        private final Grain grain;

        Step(Grain grain) {
            this.grain = grain;
        }
    }

    /** A point of the series. */
    public record Point(
            @Column(value = "Period", meaning = "The period's address.")
            String period,

            @Column(value = "Value", meaning = "The figure; nothing where there are no data.")
            Cell value) {}

    /** What is asked for, and where. */
    private record Question(Metric metric, OrgUnit unit, List<Span> spans, Valuation valuation) {

        StoredFigures needs() {
            return valuation.needs(
                    List.of(metric),
                    List.of(unit),
                    spans.stream().flatMap(span -> span.leaves().stream()).toList());
        }

        Point point(Span span, Figures figures, Optional<Cell> missing) {
            return new Point(
                    span.address(),
                    Missing.alone(() -> valuation
                            .value(metric, unit, span.leaves(), figures)
                            .map(Missing::cell)
                            .orElse(missing.orElse(Cell.blank()))));
        }
    }

    @Override
    public Set<? extends Need<?>> needs(PlanView plan) {
        return Set.of(question(plan).needs());
    }

    @Override
    public Table<Point> value(PlanView plan, Found found) {
        Question question = question(plan);
        Figures figures = found.at(question.needs()).orElse(Figures.NONE);
        return Table.of(
                Point.class,
                question.spans().stream()
                        .map(span -> question.point(span, figures, missing))
                        .toList());
    }

    private Question question(PlanView plan) {
        Metric measured = plan.metric(metric);
        OrgUnit unit = plan.unit(org);
        FiscalPeriod first = plan.span(from).first();
        FiscalPeriod last = plan.span(to).last();
        Scenario read = plan.scenario(scenario);
        Valuation valuation = Valuation.of(plan, read, version, currency);
        PlanView.require(plan.mayRead(measured, unit, read));
        if (first.first().isAfter(last.last())) {
            throw CellError.NUM.because("The series ends before it starts: to (%s) lies before from (%s)."
                    .formatted(last.address(), first.address()));
        }
        return new Question(measured, unit, plan.spans(grain.grain, first, last), valuation);
    }
}
