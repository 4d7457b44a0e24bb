package mpm.functions.datalink;

import static mpm.catalogue.Stage.MEASURE;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mpm.catalogue.Argument;
import mpm.catalogue.Example;
import mpm.catalogue.Word;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.Answer;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.CellException;
import mpm.cell.CellSeries;
import mpm.cell.Column;
import mpm.cell.FurtherColumns;
import mpm.cell.Table;
import mpm.link.Found;
import mpm.link.Need;
import mpm.method.Deadline;
import mpm.method.calendar.FiscalPeriod;
import mpm.plan.Figures;
import mpm.plan.Metric;
import mpm.plan.OrgUnit;
import mpm.plan.PeriodAddress;
import mpm.plan.Place;
import mpm.plan.PlanView;
import mpm.plan.StoredFigures;
import mpm.plan.TargetCurrency;
import mpm.plan.Valuation;

@WorksheetFunction(
        name = "GET.GRID",
        question = "What are the figures of many metrics, units and periods at once?",
        stage = MEASURE,
        method = "Each cell as GET answers it, with its own error where it has one; 500 rows a page.",
        caution = "A blank cell has no data; a 0 was reported.",
        related = {"GET", "GET.SERIES", "MEMBERS"},
        table = GetGrid.PeriodsAcross.class)
@Example(
        formula =
                "=MPM.GET.GRID({\"LEADS\",\"COST_PER_LEAD\"}, {\"EMEA\";\"AMER\"}, {\"FY2027-Q1\",\"FY2027-Q2\"}, \"ACTUAL\")",
        shows = "{\"Metric\",\"Org\",\"FY2027-Q1\",\"FY2027-Q2\";\"LEADS\",\"EMEA\",1931,2379;\"LEADS\",\"AMER\","
                + "1289,1585;\"COST_PER_LEAD\",\"EMEA\",148.221128949,154.445985708;\"COST_PER_LEAD\",\"AMER\","
                + "160.880527541,167.996845426}")
@Example(
        formula =
                "=MPM.GET.GRID(\"LEADS\", {\"EMEA\",\"AMER\"}, {\"FY2027-P08\",\"FY2027-P09\"}, \"ACTUAL\", \"ORGS_ACROSS\", , , , , FALSE)",
        shows = "{\"LEADS\",\"FY2027-P08\",745,498;\"LEADS\",\"FY2027-P09\",\"\",\"\"}",
        because = "March has not happened yet.")
@Example(
        formula = "=MPM.GET.GRID(\"LEADS\", \"MKT\", \"FY2027\", \"ACTUAL\", , , , , 2)",
        shows = "#N/A",
        because = "One row is one page.")
public record GetGrid(
        @Argument("The metrics, one a cell.") CellSeries metrics,

        @Argument("The units, one a cell.") CellSeries orgs,

        @Argument("The periods or dates, one a cell.") PeriodAddresses periods,

        @Argument("The scenario, such as ACTUAL or PLAN.") String scenario,

        @Argument(
                value =
                        "What stands in the columns: PERIODS_ACROSS, METRICS_ACROSS or ORGS_ACROSS; LIST has one figure a row.",
                otherwise = "PERIODS_ACROSS")
        Layout layout,

        @Argument(value = "LATEST, or the number or the label of a version.", otherwise = "LATEST")
        String version,

        @Argument(
                value = "LOCAL (the unit's own), GROUP, a code such as EUR, or EUR:BUDGET for a certain type of rate.",
                otherwise = "LOCAL")
        TargetCurrency currency,

        @Argument("What stands where there are no data; left out, nothing.")
        Optional<Cell> missing,

        @Argument(value = "Which page of 500 rows.", otherwise = "1")
        int page)
        implements DataLink, ReadsPlan<Answer> {

    /** What stands in the columns. */
    public enum Layout {
        @Word("PERIODS_ACROSS")
        PERIODS_ACROSS,
        @Word("METRICS_ACROSS")
        METRICS_ACROSS,
        @Word("ORGS_ACROSS")
        ORGS_ACROSS,
        LIST
    }

    /** The labels of one figure, as they are given. */
    private record Labels(Cell metric, Cell org, PeriodAddress period) {}

    /** A row of labels, and the figures that stand in it. */
    private record Line(Cell first, Cell second, List<Labels> figures) {}

    /** A row with the periods across. */
    @FurtherColumns(
            value = "Period …",
            meaning =
                    "A column for each period; with metrics or units across, Period stands before a column for each of them.")
    public record PeriodsAcross(
            @Column(value = "Metric", meaning = "The metric, as it is given.")
            Cell metric,

            @Column(value = "Org", meaning = "The unit, as it is given.")
            Cell org) {}

    /** A row with the metrics across. */
    private record MetricsAcross(
            @Column(value = "Org", meaning = "The unit, as it is given.")
            Cell org,

            @Column(value = "Period", meaning = "The period, as it is given.")
            Cell period) {}

    /** A row with the units across. */
    private record OrgsAcross(
            @Column(value = "Metric", meaning = "The metric, as it is given.")
            Cell metric,

            @Column(value = "Period", meaning = "The period, as it is given.")
            Cell period) {}

    @Override
    public Set<? extends Need<?>> needs(PlanView plan) {
        return Set.of(figures(valuation(plan)));
    }

    @Override
    public Answer value(PlanView plan, Found found) {
        Valuation valuation = valuation(plan);
        Figures figures = found.at(figures(valuation)).orElse(Figures.NONE);
        Pages pages = pages();
        List<Line> lines = lines(pages);
        List<List<Cell>> cells = lines.stream()
                .map(line -> line.figures().stream()
                        .map(labels -> cell(labels, valuation, figures))
                        .toList())
                .toList();
        return switch (layout) {
            case PERIODS_ACROSS ->
                pages.numbered(Table.of(
                                PeriodsAcross.class,
                                lines.stream()
                                        .map(line -> new PeriodsAcross(line.first(), line.second()))
                                        .toList())
                        .columns(captions(periods.given().stream().map(PeriodAddress::given)), cells));
            case METRICS_ACROSS ->
                pages.numbered(Table.of(
                                MetricsAcross.class,
                                lines.stream()
                                        .map(line -> new MetricsAcross(line.first(), line.second()))
                                        .toList())
                        .columns(captions(given(metrics)), cells));
            case ORGS_ACROSS ->
                pages.numbered(Table.of(
                                OrgsAcross.class,
                                lines.stream()
                                        .map(line -> new OrgsAcross(line.first(), line.second()))
                                        .toList())
                        .columns(captions(given(orgs)), cells));
            case LIST -> {
                List<List<Cell>> listed = new ArrayList<>();
                for (int row = 0; row < lines.size(); row++) {
                    listed.add(List.of(
                            lines.get(row).figures().get(0).period().given(),
                            cells.get(row).get(0)));
                }
                yield pages.numbered(Table.of(
                                PeriodsAcross.class,
                                lines.stream()
                                        .map(line -> new PeriodsAcross(line.first(), line.second()))
                                        .toList())
                        .columns(List.of("Period", "Value"), listed));
            }
        };
    }

    private static List<String> captions(Stream<Cell> labels) {
        return labels.map(Cell::shown).toList();
    }

    /** What is given, without blanks. */
    private static Stream<Cell> given(CellSeries labels) {
        return labels.cells().stream().filter(label -> !label.isBlank());
    }

    private Pages pages() {
        long measured = given(metrics).count();
        long units = given(orgs).count();
        long times = periods.given().size();
        if (measured * units * times == 0) {
            throw CellError.NA.because("No data: metrics, orgs and periods each need a label.");
        }
        return new Pages(
                Math.toIntExact(
                        switch (layout) {
                            case PERIODS_ACROSS -> measured * units;
                            case METRICS_ACROSS -> units * times;
                            case ORGS_ACROSS -> measured * times;
                            case LIST -> measured * units * times;
                        }),
                page);
    }

    /** The rows of a page; the last label varies fastest. */
    private List<Line> lines(Pages pages) {
        List<Cell> measured = given(metrics).toList();
        List<Cell> units = given(orgs).toList();
        List<PeriodAddress> times = periods.given();
        return IntStream.range(pages.first(), pages.end())
                .mapToObj(row -> switch (layout) {
                    case PERIODS_ACROSS -> {
                        Cell metric = measured.get(row / units.size());
                        Cell org = units.get(row % units.size());
                        yield new Line(
                                metric,
                                org,
                                times.stream()
                                        .map(period -> new Labels(metric, org, period))
                                        .toList());
                    }
                    case METRICS_ACROSS -> {
                        Cell org = units.get(row / times.size());
                        PeriodAddress period = times.get(row % times.size());
                        yield new Line(
                                org,
                                period.given(),
                                measured.stream()
                                        .map(metric -> new Labels(metric, org, period))
                                        .toList());
                    }
                    case ORGS_ACROSS -> {
                        Cell metric = measured.get(row / times.size());
                        PeriodAddress period = times.get(row % times.size());
                        yield new Line(
                                metric,
                                period.given(),
                                units.stream()
                                        .map(org -> new Labels(metric, org, period))
                                        .toList());
                    }
                    case LIST -> {
                        Cell metric = measured.get(row / times.size() / units.size());
                        Cell org = units.get(row / times.size() % units.size());
                        yield new Line(metric, org, List.of(new Labels(metric, org, times.get(row % times.size()))));
                    }
                })
                .toList();
    }

    /** The figures behind the cells of the page that can be read. */
    private StoredFigures figures(Valuation valuation) {
        Set<Metric> measured = new HashSet<>();
        Set<OrgUnit> units = new HashSet<>();
        Set<FiscalPeriod> leaves = new HashSet<>();
        for (Line line : lines(pages())) {
            Deadline.check();
            for (Labels labels : line.figures()) {
                try {
                    Place place = place(labels, valuation);
                    measured.add(place.metric());
                    units.add(place.unit());
                    leaves.addAll(place.span().leaves());
                } catch (CellException unreadable) {
                    // Its cell answers the error when its turn comes.
                }
            }
        }
        return valuation.needs(measured, units, leaves);
    }

    private Cell cell(Labels labels, Valuation valuation, Figures figures) {
        return Missing.alone(() -> {
            Place place = place(labels, valuation);
            return Missing.or(
                    valuation.value(place.metric(), place.unit(), place.span().leaves(), figures),
                    Optional.of(missing.orElse(Cell.blank())));
        });
    }

    private Place place(Labels labels, Valuation valuation) {
        return Place.readable(
                valuation.plan(),
                labels.metric().shown(),
                labels.org().shown(),
                labels.period(),
                valuation.scenario().code());
    }

    private Valuation valuation(PlanView plan) {
        return Valuation.of(plan, plan.scenario(scenario), version, currency);
    }
}
