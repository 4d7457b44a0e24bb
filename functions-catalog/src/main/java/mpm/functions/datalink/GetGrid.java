package mpm.functions.datalink;

import static mpm.catalogue.Stage.MEASURE;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
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
import org.jspecify.annotations.Nullable;

@WorksheetFunction(
        name = "GET.GRID",
        question = "What are the figures of many metrics, units and periods at once?",
        stage = MEASURE,
        method = "Each cell as GET answers it, with its own error where it has one; 500 rows a page.",
        caution = "A blank cell has no data; a 0 was reported.",
        related = {"GET", "GET.SERIES", "MEMBERS"},
        table = GetGrid.Line.class)
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

    /** Along what figures are laid out. */
    private enum Axis {
        METRIC("Metric"),
        ORG("Org"),
        PERIOD("Period");

        private final String caption;

        Axis(String caption) {
            this.caption = caption;
        }
    }

    /** What stands in the columns. */
    public enum Layout {
        @Word("PERIODS_ACROSS")
        PERIODS_ACROSS(Axis.PERIOD),
        @Word("METRICS_ACROSS")
        METRICS_ACROSS(Axis.METRIC),
        @Word("ORGS_ACROSS")
        ORGS_ACROSS(Axis.ORG),
        LIST(null);

        private final @Nullable Axis across;

        Layout(@Nullable Axis across) {
            this.across = across;
        }

        /** What the labels of a row are of; the last varies fastest. */
        private List<Axis> down() {
            return Arrays.stream(Axis.values()).filter(axis -> axis != across).toList();
        }
    }

    /** A row with the periods across, as the guide shows it. */
    @FurtherColumns(
            value = "Period …",
            meaning =
                    "A column for each label that stands across, captioned as it is given; in a LIST, Period and Value.")
    public record Line(
            @Column(value = "Metric", meaning = "The metric as it is given, unless metrics stand across.")
            Cell metric,

            @Column(value = "Org", meaning = "The unit as it is given, unless units stand across; then the period.")
            Cell org) {}

    /** A row all of whose columns depend on the layout. */
    private record LaidOut() {}

    /** Which label of each axis a figure has, counted from 0. */
    private record Coordinates(int metric, int org, int period) {}

    /** The labels along each axis, without blanks, and how their figures are laid out. */
    private record Block(List<Cell> metrics, List<Cell> orgs, List<PeriodAddress> periods, Layout layout) {

        int size(Axis axis) {
            return switch (axis) {
                case METRIC -> metrics.size();
                case ORG -> orgs.size();
                case PERIOD -> periods.size();
            };
        }

        int rows() {
            return layout.down().stream().mapToInt(this::size).reduce(1, Math::multiplyExact);
        }

        int columns() {
            return layout.across == null ? 1 : size(layout.across);
        }

        Coordinates at(int row, int column) {
            return switch (layout) {
                case PERIODS_ACROSS -> new Coordinates(row / orgs.size(), row % orgs.size(), column);
                case METRICS_ACROSS -> new Coordinates(column, row / periods.size(), row % periods.size());
                case ORGS_ACROSS -> new Coordinates(row / periods.size(), column, row % periods.size());
                case LIST ->
                    new Coordinates(
                            row / periods.size() / orgs.size(),
                            row / periods.size() % orgs.size(),
                            row % periods.size());
            };
        }

        Cell label(Axis axis, Coordinates at) {
            return switch (axis) {
                case METRIC -> metrics.get(at.metric());
                case ORG -> orgs.get(at.org());
                case PERIOD -> periods.get(at.period()).given();
            };
        }

        List<String> captions() {
            return Stream.concat(
                            layout.down().stream().map(axis -> axis.caption),
                            layout.across == null
                                    ? Stream.of("Value")
                                    : IntStream.range(0, columns())
                                            .mapToObj(column -> label(layout.across, at(0, column))
                                                    .shown()))
                    .toList();
        }

        Place place(Coordinates at, Valuation valuation) {
            return Place.readable(
                    valuation.plan(),
                    metrics.get(at.metric()).shown(),
                    orgs.get(at.org()).shown(),
                    periods.get(at.period()),
                    valuation.scenario().code());
        }

        /** The figures behind the cells of a page that can be read. */
        StoredFigures needs(Pages pages, Valuation valuation) {
            Set<Metric> measured = new HashSet<>();
            Set<OrgUnit> units = new HashSet<>();
            Set<FiscalPeriod> leaves = new HashSet<>();
            for (int row = pages.first(); row < pages.end(); row++) {
                Deadline.check();
                for (int column = 0; column < columns(); column++) {
                    try {
                        Place place = place(at(row, column), valuation);
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
    }

    @Override
    public Set<? extends Need<?>> needs(PlanView plan) {
        Block block = block();
        return Set.of(block.needs(new Pages(block.rows(), page), valuation(plan)));
    }

    @Override
    public Answer value(PlanView plan, Found found) {
        Valuation valuation = valuation(plan);
        Block block = block();
        Pages pages = new Pages(block.rows(), page);
        Figures figures = found.at(block.needs(pages, valuation)).orElse(Figures.NONE);
        List<List<Cell>> rows = IntStream.range(pages.first(), pages.end())
                .mapToObj(row -> Stream.concat(
                                layout.down().stream().map(axis -> block.label(axis, block.at(row, 0))),
                                IntStream.range(0, block.columns())
                                        .mapToObj(column -> figure(
                                                () -> block.place(block.at(row, column), valuation),
                                                valuation,
                                                figures)))
                        .toList())
                .toList();
        return pages.numbered(Table.of(LaidOut.class, Collections.nCopies(rows.size(), new LaidOut()))
                .columns(block.captions(), rows));
    }

    /** A figure as GET answers it, with its error in its own cell. */
    private Cell figure(Supplier<Place> at, Valuation valuation, Figures figures) {
        return Missing.alone(() -> {
            Place place = at.get();
            return Missing.or(
                    valuation.value(place.metric(), place.unit(), place.span().leaves(), figures),
                    Optional.of(missing.orElse(Cell.blank())));
        });
    }

    private Block block() {
        Block block = new Block(given(metrics), given(orgs), periods.given(), layout);
        if (Arrays.stream(Axis.values()).anyMatch(axis -> block.size(axis) == 0)) {
            throw CellError.NA.because("No data: metrics, orgs and periods each need a label.");
        }
        return block;
    }

    private static List<Cell> given(CellSeries labels) {
        return labels.cells().stream().filter(label -> !label.isBlank()).toList();
    }

    private Valuation valuation(PlanView plan) {
        return Valuation.of(plan, plan.scenario(scenario), version, currency);
    }
}
