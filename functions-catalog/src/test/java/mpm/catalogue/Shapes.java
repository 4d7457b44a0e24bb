package mpm.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mpm.cell.Answer;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.Column;
import mpm.cell.FurtherColumns;
import mpm.cell.Grid;
import mpm.cell.Moment;
import mpm.cell.Series;
import mpm.cell.Shape;
import mpm.cell.Spill;
import mpm.cell.Table;
import mpm.link.ChecklistInstance;
import mpm.link.Direction;
import mpm.link.Found;
import mpm.link.Need;
import mpm.link.StoredChecklist;
import mpm.method.Deadline;

/** Functions of the tests alone: each has a shape that some function of the specification has. */
@Section(
        value = "Shapes",
        purpose = "Every shape that a function can have.",
        wholeNumbers = Section.WholeNumbers.EXACT,
        checkOrder = Section.CheckOrder.BY_KIND,
        refuses = Content.TEXT)
sealed interface Shapes {

    /** Columns known only at run time, after those of the record, and footers: as FUNNEL.RUN. */
    @WorksheetFunction(name = "STAGES", question = "Which?", stage = Stage.PLAN, caution = "None.")
    record Stages(
            @Argument("The numbers.") Series values,
            @Argument("How many stages there are.") int stages) implements Shapes, Computed<Table<Stages.Month>> {

        /** A period. */
        @FurtherColumns(value = "Stage 1 … Stage S", meaning = "What leaves the stage.")
        record Month(
                @Column(value = "Period", meaning = "The period.")
                int period) {}

        @Override
        public Table<Month> value() {
            List<Month> lines = new ArrayList<>();
            List<List<Cell>> further = new ArrayList<>();
            for (int place = 0; place < values.length(); place++) {
                double value = values.value(place);
                lines.add(new Month(place + 1));
                List<Cell> cells = new ArrayList<>();
                for (int stage = 1; stage <= stages; stage++) {
                    cells.add(Cell.of(value / Math.pow(2, stage)));
                }
                further.add(cells);
            }
            return Table.of(Month.class, lines)
                    .columns("Stage ", stages, further)
                    .footer("R²", .5)
                    .noting("The last incomplete cycle is left out.");
        }
    }

    /** Columns before those of the record: as AGGREGATE. */
    @WorksheetFunction(name = "GROUPS", question = "Which?", stage = Stage.PLAN, caution = "None.")
    record Groups(
            @Argument("Any table.") Rows<Groups.Any> data,
            @Argument("The column.") String by) implements Shapes, Computed<Table<Groups.Group>> {

        /** A row of which every column is used. */
        record Any(
                @Others(value = "column", meaning = "Anything.")
                Map<String, Cell> cells) {}

        /** A group. */
        record Group(
                @Column(value = "Row", meaning = "Its number.")
                int row) {}

        @Override
        public Table<Group> value() {
            return Table.of(
                            Group.class,
                            data.stream().map(row -> new Group(row.number())).toList())
                    .columnsBefore(
                            List.of(by),
                            data.values().stream()
                                    .map(any -> List.of(any.cells().getOrDefault(by, Cell.blank())))
                                    .toList());
        }
    }

    /** Broadcast with an argument that may be blank, a moment, text, and a range that is read once: as RAG, FISCAL, PAYOUT. */
    @WorksheetFunction(name = "LIGHT", question = "Which?", stage = Stage.PLAN, caution = "None.")
    record Light(
            @Argument(value = "What happened.", each = true, mayBeBlank = true)
            Optional<Double> actual,

            @Argument(value = "The day.", each = true) Moment day,
            @Argument("The peers.") Series peers,

            @Argument(value = "The direction.", each = true, otherwise = "HIGHER")
            Direction direction)
            implements Shapes, Computed<String> {

        @Override
        public String value() {
            return actual.map(value -> value / peers.length() + " " + day.date().getDayOfWeek() + " " + direction)
                    .orElse("GREY");
        }
    }

    /** Broadcast with a number whose gaps count: as DISTANCE. */
    @WorksheetFunction(name = "GAPPED", question = "Which?", stage = Stage.PLAN, caution = "None.")
    record Gapped(
            @Argument(value = "The number.", name = "value", each = true)
            double number,

            @Argument(value = "The start.", each = true, keepsGaps = true)
            Optional<Double> start)
            implements Shapes, Computed<String> {

        @Override
        public String value() {
            return start.map(from -> from.isNaN() ? "gap" : "from " + from).orElse("left out");
        }
    }

    /** A number for each cell, or a table of one call: as VELOCITY. */
    @WorksheetFunction(
            name = "EITHER",
            question = "Which?",
            stage = Stage.PLAN,
            caution = "None.",
            table = Either.Lever.class)
    record Either(
            @Argument(value = "The number.", each = true) double number,

            @Argument(value = "Whether a table.", otherwise = "FALSE")
            boolean table)
            implements Shapes, Computed<Answer> {

        /** A lever. */
        record Lever(
                @Column(value = "Lever", meaning = "The lever.")
                double lever) {}

        @Override
        public Answer value() {
            if (number < 0) {
                throw CellError.NUM.because("The number is negative.");
            }
            return table
                    ? Table.of(Lever.class, List.of(new Lever(number)))
                    : Spill.of(new Shape(1, 1), place -> Cell.of(-number)).noting("Upper bound.");
        }
    }

    /** Stored data: as GET. */
    @WorksheetFunction(name = "STORED", question = "Which?", stage = Stage.PLAN, caution = "None.")
    record Stored(
            @Argument(value = "The code.", each = true) String code) implements Shapes, Linked<Double> {

        @Override
        public Set<Need<?>> needs(Found found) {
            return Set.of(new StoredChecklist(code));
        }

        @Override
        public Double value(Found found) {
            ChecklistInstance stored = found.at(new StoredChecklist(code))
                    .orElseThrow(() -> CellError.NA.because("Unknown checklist “" + code + "”."));
            return (double) stored.done().size();
        }
    }

    /** Cells as they are, an option with a word that is no Java name, a whole number, a moment answered. */
    @WorksheetFunction(name = "RAW", question = "Which?", stage = Stage.PLAN, caution = "None.")
    record Raw(
            @Argument("Any cells.") Grid cells,

            @Argument(value = "Which calendar.", otherwise = "445")
            Weeks weeks,

            @Argument(value = "A whole number.", otherwise = "1")
            int count,

            @Argument("A day, if there is one.") Optional<Moment> day)
            implements Shapes, Computed<Moment> {

        /** A calendar of weeks. */
        public enum Weeks {
            @Word("445")
            FOUR_FOUR_FIVE,
            @Word("DAYS.MONTH")
            DAYS_MONTH
        }

        @Override
        public Moment value() {
            return new Moment(day.map(Moment::serial).orElse(100.0)
                    + cells.size()
                    + count
                    + (weeks == Weeks.DAYS_MONTH ? 1000 : 0));
        }
    }

    /** Refuses every gap, and passes text over: as parameter vectors and as NPS. */
    @WorksheetFunction(name = "STRICT", question = "Which?", stage = Stage.PLAN, caution = "None.")
    record Strict(
            @Argument(
                    value = "No gaps.",
                    refuses = {Content.BLANK, Content.LOGICAL})
            Series rates,

            @Argument(value = "Text is a gap.", ignores = Content.TEXT)
            Optional<Series> scores)
            implements Shapes, Computed<Double> {

        @Override
        public Double value() {
            return rates.length()
                    + scores.map(series -> series.numbers().length).orElse(-1) / 10.0;
        }
    }

    /** A table, recognised by its captions, or a row of numbers: as COOP.SHARE. */
    @WorksheetFunction(name = "COALITION", question = "Which?", stage = Stage.PLAN, caution = "None.")
    record Coalition(@Argument("A table or numbers.") Grid coalitions) implements Shapes, Computed<Double> {

        /** What a coalition achieves. */
        record Claim(
                @Column(value = "Members", meaning = "Who.") String members,

                @Column(value = "Value", meaning = "How much.")
                Optional<Double> value) {}

        @Override
        public Double value() {
            return coalitions.cell(0) instanceof Cell.Text
                    ? Rows.read(Claim.class, coalitions, Shapes.class).values().stream()
                            .mapToDouble(claim -> claim.value().orElse(0.0))
                            .sum()
                    : coalitions
                            .cells()
                            .mapToDouble(cell -> ((Cell.Numeric) cell).value())
                            .sum();
        }
    }

    /** A table that may be left out, with a column under two captions, a default, and a column that may be absent. */
    @WorksheetFunction(name = "LEDGER", question = "Which?", stage = Stage.PLAN, caution = "None.")
    record Ledger(@Argument("Entries.") Optional<Rows<Ledger.Entry>> rows) implements Shapes, Computed<Moment> {

        /** An entry. */
        record Entry(
                @Column(value = "Day", meaning = "The day.") Moment day,

                @Column(value = "Rating", meaning = "The rating.", alias = "Likelihood")
                double rating,

                @Column(value = "Count", meaning = "How many.", optional = true, otherwise = "0")
                int count,

                @Column(value = "Owner", meaning = "Who.", optional = true)
                Cell owner) {}

        @Override
        public Moment value() {
            return new Moment(rows.map(Rows::values).orElse(List.of()).stream()
                    .mapToDouble(entry -> entry.day().serial()
                            + entry.rating()
                            + entry.count()
                            + (entry.owner().isBlank() ? 0 : 1000))
                    .max()
                    .orElse(61));
        }
    }

    /** Never comes to an end. */
    @WorksheetFunction(name = "ENDLESS", question = "Which?", stage = Stage.PLAN, caution = "None.")
    record Endless(@Argument("Anything.") double number) implements Shapes, Computed<Double> {

        @Override
        public Double value() {
            double sum = number;
            while (sum < Double.MAX_VALUE) {
                Deadline.check();
                sum = Math.sqrt(sum);
            }
            return sum;
        }
    }

    /** Fails as no function should. */
    @WorksheetFunction(name = "FAULTY", question = "Which?", stage = Stage.PLAN, caution = "None.")
    record Faulty(@Argument("Anything.") double number) implements Shapes, Computed<Double> {

        @Override
        public Double value() {
            throw new IllegalStateException("secret " + number);
        }
    }

    /** Answers as many cells as asked for. */
    @WorksheetFunction(name = "MANY", question = "Which?", stage = Stage.PLAN, caution = "None.")
    record Many(@Argument("How many.") int cells) implements Shapes, Computed<Spill> {

        @Override
        public Spill value() {
            return Spill.of(new Shape(cells, 1), Cell::of);
        }
    }
}
