package mpm.functions.assessment;

import static mpm.catalogue.Stage.MEASURE;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.Rows;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.CellException;
import mpm.cell.Column;
import mpm.cell.Moment;
import mpm.cell.Table;

@WorksheetFunction(
        name = "INFOQUALITY",
        question = "Is the information good enough for the decision it serves?",
        stage = MEASURE,
        caution = "It judges the delivery of a figure, not whether the figure measures the right thing.",
        method =
                "Five components of 0 to 1: checks passed; half for each week too late; half for each half-life of age; levels and"
                        + " slices there are by those needed. The index is their geometric mean.",
        related = {"COMPOSITE", "MATURITY"})
@Example(
        formula =
                "=MPM.INFOQUALITY({\"Metric\",\"Checks\",\"Passed\",\"DecisionDate\",\"DeliveredDate\",\"AsOf\",\"HalfLifeDays\","
                        + "\"LevelsNeeded\",\"LevelsHave\",\"SlicesNeeded\",\"SlicesHave\";"
                        + "\"Leads\",100,97,46000,45999,45990,30,5,4,4,3})",
        shows = "{\"Metric\",\"Accurate\",\"Timely\",\"Current\",\"Aggregated\",\"Scoped\",\"Index\",\"Weakest\";"
                + "\"Leads\",0.97,1,0.7937005260,0.8,0.75,0.8568719584,\"Scoped\"}",
        because = "One of four slices is missing: that is where to begin.")
@Example(
        formula =
                "=MPM.INFOQUALITY({\"Metric\",\"Checks\",\"Passed\",\"DecisionDate\",\"DeliveredDate\",\"AsOf\",\"HalfLifeDays\","
                        + "\"LevelsNeeded\",\"LevelsHave\",\"SlicesNeeded\",\"SlicesHave\";"
                        + "\"Share of preference\",20,20,46461,46450,46188,91,2,2,1,1},FALSE)",
        shows = "{\"Share of preference\",1,1,0.1250000000,1,1,0.6597539554,\"Current\"}",
        because = "Nine months old against a decision due in March.")
@Example(
        formula = "=MPM.INFOQUALITY({\"Metric\",\"Checks\";\"Leads\",100})",
        shows = "#VALUE!",
        because = "Columns are missing.")
public record Infoquality(
        @Argument("One row for each figure and the decision it serves.")
        Rows<Information> metrics) implements Assessment, Computed<Table<Infoquality.Line>> {

    private static final double DAYS_TO_HALF = 7;
    private static final List<String> COMPONENTS = List.of("Accurate", "Timely", "Current", "Aggregated", "Scoped");

    /** A figure and what is known of it. */
    public record Information(
            @Column(value = "Metric", meaning = "The figure.")
            Cell metric,

            @Column(value = "Checks", meaning = "How many checks were made.")
            Optional<Double> checks,

            @Column(value = "Passed", meaning = "How many of them it passed.")
            Optional<Double> passed,

            @Column(value = "DecisionDate", meaning = "When the decision is due.")
            Optional<Moment> decision,

            @Column(value = "DeliveredDate", meaning = "When the figure arrived; blank if never.")
            Optional<Moment> delivered,

            @Column(value = "AsOf", meaning = "The day the figure speaks of.")
            Optional<Moment> asOf,

            @Column(value = "HalfLifeDays", meaning = "After how many days it is worth half.")
            Optional<Double> halfLife,

            @Column(value = "LevelsNeeded", meaning = "How many levels of detail the decision needs.")
            Optional<Double> levelsNeeded,

            @Column(value = "LevelsHave", meaning = "How many there are.")
            Optional<Double> levelsHave,

            @Column(value = "SlicesNeeded", meaning = "How many slices, such as regions, it needs.")
            Optional<Double> slicesNeeded,

            @Column(value = "SlicesHave", meaning = "How many there are.")
            Optional<Double> slicesHave,

            @Column(value = "HistoryNeeded", meaning = "How many periods of history it needs.", optional = true)
            Optional<Double> historyNeeded,

            @Column(value = "HistoryHave", meaning = "How many there are.", optional = true)
            Optional<Double> historyHave) {

        private OptionalDouble accurate() {
            if (checks.isEmpty() || passed.isEmpty()) {
                return OptionalDouble.empty();
            }
            if (checks.get() < 0 || passed.get() < 0 || passed.get() > checks.get()) {
                throw CellError.NUM.because("Passed lies from 0 to the number of Checks: mend both.");
            }
            if (checks.get() == 0) {
                throw CellError.DIV0.because("There were no Checks, so nothing is known of accuracy.");
            }
            return OptionalDouble.of(passed.get() / checks.get());
        }

        private OptionalDouble timely() {
            if (decision.isEmpty()) {
                return OptionalDouble.empty();
            }
            return OptionalDouble.of(
                    delivered.isEmpty() ? 0 : halved(days(decision.get(), delivered.get()) / DAYS_TO_HALF));
        }

        private OptionalDouble current() {
            if (decision.isEmpty() || asOf.isEmpty() || halfLife.isEmpty()) {
                return OptionalDouble.empty();
            }
            if (halfLife.get() <= 0 || historyNeeded.orElse(0.0) < 0 || historyHave.orElse(0.0) < 0) {
                throw CellError.NUM.because(
                        "HalfLifeDays is above 0, and HistoryNeeded and HistoryHave are 0 or more.");
            }
            return OptionalDouble.of(halved(days(asOf.get(), decision.get()) / halfLife.get())
                    * covered(historyNeeded.orElse(0.0), historyHave.orElse(0.0)));
        }

        private static OptionalDouble part(Optional<Double> needed, Optional<Double> have) {
            if (needed.isEmpty() || have.isEmpty()) {
                return OptionalDouble.empty();
            }
            if (needed.get() < 0 || have.get() < 0) {
                throw CellError.NUM.because("What is needed and what there is are 0 or more.");
            }
            return OptionalDouble.of(covered(needed.get(), have.get()));
        }

        private static double covered(double needed, double have) {
            return needed == 0 ? 1 : Math.min(1, have / needed);
        }

        private static double days(Moment from, Moment to) {
            return (double) Math.max(0, to.milliseconds() - from.milliseconds()) / Moment.DAY;
        }

        private static double halved(double times) {
            return StrictMath.pow(2, -times);
        }

        private List<Cell> components() {
            return List.of(
                    cell(this::accurate),
                    cell(this::timely),
                    cell(this::current),
                    cell(() -> part(levelsNeeded, levelsHave)),
                    cell(() -> part(slicesNeeded, slicesHave)));
        }
    }

    /** A figure judged. */
    public record Line(
            @Column(value = "Metric", meaning = "The figure.")
            Cell metric,

            @Column(value = "Accurate", meaning = "Share of the checks passed.")
            Cell accurate,

            @Column(value = "Timely", meaning = "1 if it came in time, half for each week too late.")
            Cell timely,

            @Column(value = "Current", meaning = "1 if it is of the day, half for each half-life of age.")
            Cell current,

            @Column(value = "Aggregated", meaning = "Levels of detail there are, by those needed.")
            Cell aggregated,

            @Column(value = "Scoped", meaning = "Slices there are, by those needed.")
            Cell scoped,

            @Column(value = "Index", meaning = "Geometric mean of the five, 0 to 1.")
            Cell index,

            @Column(value = "Weakest", meaning = "The lowest of the five: begin there.")
            String weakest) {}

    /** A component: a number from 0 to 1, nothing where its inputs are blank, or an error. */
    private interface Component {
        OptionalDouble value();
    }

    @Override
    public Table<Line> value() {
        return Table.of(
                Line.class, metrics.values().stream().map(Infoquality::line).toList());
    }

    private static Line line(Information metric) {
        List<Cell> parts = metric.components();
        Cell index = index(parts);
        return new Line(
                metric.metric(),
                parts.get(0),
                parts.get(1),
                parts.get(2),
                parts.get(3),
                parts.get(4),
                index,
                index instanceof Cell.Numeric ? weakest(parts) : "");
    }

    private static Cell cell(Component component) {
        try {
            OptionalDouble value = component.value();
            return value.isPresent() ? Cell.of(value.getAsDouble()) : Cell.blank();
        } catch (CellException e) {
            return Cell.of(e);
        }
    }

    private static Cell index(List<Cell> parts) {
        double logarithms = 0;
        for (Cell part : parts) {
            if (part instanceof Cell.Numeric number) {
                // The logarithm of 0 is −∞ and makes the index 0, as one missing component must.
                logarithms += StrictMath.log(number.value());
            } else {
                return part.isBlank()
                        ? Cell.of(CellError.NA.because("A component has no figures: fill its columns."))
                        : part;
            }
        }
        return Cell.of(StrictMath.exp(logarithms / parts.size()));
    }

    private static String weakest(List<Cell> parts) {
        double least = 1;
        String weakest = "";
        for (int place = 0; place < parts.size(); place++) {
            if (parts.get(place) instanceof Cell.Numeric number && number.value() < least) {
                least = number.value();
                weakest = COMPONENTS.get(place);
            }
        }
        return weakest;
    }
}
