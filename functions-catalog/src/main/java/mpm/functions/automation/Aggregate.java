package mpm.functions.automation;

import static mpm.catalogue.Stage.MEASURE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.Others;
import mpm.catalogue.Row;
import mpm.catalogue.Rows;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.CellException;
import mpm.cell.Column;
import mpm.cell.DateSystem;
import mpm.cell.FurtherColumns;
import mpm.cell.Labels;
import mpm.cell.Moment;
import mpm.cell.Table;
import mpm.method.Deadline;
import mpm.method.calendar.FiscalCalendar;
import mpm.method.calendar.FiscalCalendar.Naming;
import mpm.method.calendar.FiscalCalendar.YearEnd;
import mpm.method.calendar.FiscalPeriod;
import mpm.method.calendar.Grain;
import mpm.method.statistics.Sums;

@WorksheetFunction(
        name = "AGGREGATE",
        question = "What are the totals by quarter, region and so on, with the right rule for each kind of metric?",
        stage = MEASURE,
        caution =
                "LAST takes one row of each group: for balances held per region, list the region in by and add up afterwards.",
        method =
                "Rows with the same keys become one. A row without a date stays, as (blank), so that no money vanishes.",
        related = {"FISCAL", "FISCAL.RANGE"})
@Example(
        formula =
                "=MPM.AGGREGATE({\"Date\",\"Region\",\"Value\";46214,\"EMEA\",1200;46228,\"emea\",800;46238,\"AMER\",500;"
                        + "46300,\"EMEA\",700}, \"QUARTER,Region\", , 7)",
        shows = "{\"Quarter\",\"Region\",\"Value\",\"n\";\"FY2027-Q1\",\"AMER\",500,1;\"FY2027-Q1\",\"EMEA\",2000,2;"
                + "\"FY2027-Q2\",\"EMEA\",700,1}",
        because = "The fiscal year runs from July; EMEA and emea are one region.")
@Example(
        formula =
                "=MPM.AGGREGATE({\"Period\",\"Num\",\"Den\";\"FY2027-P01\",5000,100;\"FY2027-P02\",9000,150;\"FY2027-P04\",3000,0},"
                        + " \"QUARTER\", \"RATIO\", , , , , FALSE)",
        shows = "{\"FY2027-Q1\",56,2;\"FY2027-Q2\",#DIV/0!,1}",
        because = "Cost per lead of a quarter is cost by leads, not the mean of the months.")
@Example(
        formula = "=MPM.AGGREGATE({\"Region\",\"Value\";\"EMEA\",1200}, \"Country\")",
        shows = "#VALUE!",
        because = "The table has no column Country.")
public record Aggregate(
        @Argument("One row for each figure, with its date or period and whatever it belongs to.")
        Rows<Entry> data,

        @Argument(
                value =
                        "Columns and grains of time, separated by commas: Region, YEAR, QUARTER, PERIOD, WEEK, DATE; blank for one total.",
                mayBeBlank = true)
        Optional<String> by,

        @Argument(
                value = "How many figures become one: SUM, AVG, WAVG, LAST, FIRST, MIN, MAX, COUNT, or RATIO of sums.",
                otherwise = "SUM")
        Aggregation aggregation,

        @Argument(value = "The month in which the fiscal year starts, 1 to 12.", otherwise = "1")
        int fyStartMonth,

        @Argument(
                value =
                        "GREGORIAN months; 445, 454 or 544 weeks a quarter; 13X4 weeks; or NRF, the retailers' calendar,"
                                + " which sets the other choices itself.",
                otherwise = "GREGORIAN")
        Calendar calendar,

        @Argument(
                value = "END names the year after the year it ends in, START after the one it starts in.",
                otherwise = "END")
        Naming naming,

        @Argument(
                value = "Years of weeks end on the LAST Saturday of the last month, or the one NEAREST to its end.",
                otherwise = "LAST")
        YearEnd yearEnd)
        implements Automation, Computed<Table<Aggregate.Line>> {

    /** How many figures become one. */
    public enum Aggregation {
        SUM,
        AVG,
        WAVG,
        LAST,
        FIRST,
        MIN,
        MAX,
        COUNT,
        RATIO;

        private boolean isOfTime() {
            return this == LAST || this == FIRST;
        }
    }

    /** A figure with what it belongs to. */
    public record Entry(
            @Column(value = "Date", meaning = "The day of the figure.", optional = true)
            Optional<Moment> date,

            @Column(
                    value = "Period",
                    meaning = "Its fiscal period, such as FY2027-P03, where there is no date.",
                    optional = true)
            Optional<PeriodCell> period,

            @Column(value = "Value", meaning = "The figure; not needed for RATIO.", optional = true)
            Optional<Double> value,

            @Column(value = "Weight", meaning = "Its weight, for WAVG.", optional = true)
            Optional<Double> weight,

            @Column(value = "Num", meaning = "For RATIO: what is divided.", optional = true)
            Optional<Double> numerator,

            @Column(value = "Den", meaning = "For RATIO: by what it is divided.", optional = true)
            Optional<Double> denominator,

            @Others(value = "column", meaning = "Whatever the figure belongs to, such as its region.")
            Map<String, Cell> others) {}

    /** A period as it is written: an address, or a day. */
    public record PeriodCell(Cell cell, Optional<Moment> day) {

        static PeriodCell from(Cell cell, DateSystem dates) {
            return new PeriodCell(
                    cell,
                    cell instanceof Cell.Numeric serial ? Optional.of(dates.moment(serial.value())) : Optional.empty());
        }
    }

    /** A group; its keys stand before. */
    @FurtherColumns(value = "Key …", meaning = "Before the others, one column for each part of by.")
    public record Line(
            @Column(value = "Value", meaning = "The figure of the group.")
            Cell value,

            @Column(value = "n", meaning = "How many rows it is made of.")
            int n) {}

    /** A part of by: its caption, and the key of each row. */
    private record Key(String caption, Function<Row<Entry>, Cell> of) {}

    /** When something was: the day it began, and whether it is finer than a grain. */
    private record Time(Moment begin, Optional<FiscalPeriod> period) {}

    @Override
    public Table<Line> value() {
        FiscalCalendar fiscal = calendar.starting(fyStartMonth, naming, yearEnd);
        requireColumns();
        List<Key> keys = new ArrayList<>();
        for (String token : by.orElse("").split(",", -1)) {
            if (!token.isBlank()) {
                keys.add(key(token.strip(), fiscal));
            }
        }
        Map<List<String>, List<Cell>> shown = new LinkedHashMap<>();
        Map<List<String>, List<Row<Entry>>> groups = new LinkedHashMap<>();
        for (Row<Entry> row : data) {
            Deadline.check();
            List<Cell> cells = keys.stream().map(key -> key.of().apply(row)).toList();
            List<String> group =
                    cells.stream().map(cell -> Labels.key(cell.shown())).toList();
            shown.putIfAbsent(group, cells.stream().map(Aggregate::trimmed).toList());
            groups.computeIfAbsent(group, each -> new ArrayList<>()).add(row);
        }
        List<List<String>> order = groups.keySet().stream()
                .sorted((one, other) ->
                        compared(shown.getOrDefault(one, List.of()), shown.getOrDefault(other, List.of())))
                .toList();
        return Table.of(
                        Line.class,
                        order.stream()
                                .map(group -> line(groups.getOrDefault(group, List.of()), fiscal))
                                .toList())
                .columnsBefore(
                        keys.stream().map(Key::caption).toList(),
                        order.stream()
                                .map(group -> shown.getOrDefault(group, List.of()).stream()
                                        .map(cell -> cell.isBlank() ? Cell.of("(blank)") : cell)
                                        .toList())
                                .toList());
    }

    private void requireColumns() {
        if (aggregation == Aggregation.RATIO) {
            require("Num");
            require("Den");
        } else {
            require("Value");
        }
        if (aggregation == Aggregation.WAVG) {
            require("Weight");
        }
        if (aggregation.isOfTime()) {
            requireTime();
        }
    }

    private void require(String column) {
        if (!data.has(column)) {
            throw missing(column);
        }
    }

    private void requireTime() {
        if (!data.has("Date") && !data.has("Period")) {
            throw missing("Date or Period");
        }
    }

    private static CellException missing(String column) {
        return CellError.VALUE.because("missing column %s: head one so, or ask for another.".formatted(column));
    }

    private Key key(String token, FiscalCalendar fiscal) {
        String name = Labels.captionKey(token);
        Optional<Key> column = column(name, fiscal);
        if (column.isPresent()) {
            return column.get();
        }
        Grain grain = switch (name) {
            case "YEAR" -> Grain.YEAR;
            case "QUARTER" -> Grain.QUARTER;
            case "PERIOD", "MONTH" -> Grain.PERIOD;
            case "WEEK" -> Grain.WEEK;
            default -> throw missing(token);
        };
        requireTime();
        String caption = grain.name().charAt(0) + grain.name().substring(1).toLowerCase(Locale.ROOT);
        return new Key(caption, row -> address(row, grain, fiscal));
    }

    private Optional<Key> column(String name, FiscalCalendar fiscal) {
        switch (name) {
            case "DATE" -> {
                requireTime();
                return Optional.of(new Key("Date", row -> day(row, fiscal)));
            }
            case "PERIOD" -> {
                return present(
                        "Period",
                        row -> row.value().period().map(PeriodCell::cell).orElse(Cell.blank()));
            }
            case "VALUE" -> {
                return present("Value", row -> cell(row.value().value()));
            }
            case "WEIGHT" -> {
                return present("Weight", row -> cell(row.value().weight()));
            }
            case "NUM" -> {
                return present("Num", row -> cell(row.value().numerator()));
            }
            case "DEN" -> {
                return present("Den", row -> cell(row.value().denominator()));
            }
            default -> {
                return data.list().get(0).value().others().keySet().stream()
                        .filter(caption -> Labels.captionKey(caption).equals(name))
                        .findFirst()
                        .map(caption ->
                                new Key(caption, row -> row.value().others().getOrDefault(caption, Cell.blank())));
            }
        }
    }

    private Optional<Key> present(String caption, Function<Row<Entry>, Cell> of) {
        return data.has(caption) ? Optional.of(new Key(caption, of)) : Optional.empty();
    }

    private static Cell cell(Optional<Double> number) {
        return number.map(Cell::of).orElse(Cell.blank());
    }

    /** When a row is, from its date or else its period; nothing where both are blank. */
    private static Optional<Time> time(Row<Entry> row, FiscalCalendar fiscal) {
        Optional<Moment> day = row.value().date().or(() -> row.value().period().flatMap(PeriodCell::day));
        if (day.isPresent()) {
            return day.map(moment -> new Time(moment, Optional.empty()));
        }
        return row.value()
                .period()
                .map(PeriodCell::cell)
                .filter(cell -> !cell.isBlank())
                .map(cell -> {
                    FiscalPeriod period = fiscal.find(cell.shown())
                            .orElseThrow(() -> row.refused(
                                    CellError.VALUE,
                                    "has the unknown Period “%s”."
                                            .formatted(cell.shown().strip())));
                    return new Time(Moment.of(period.first()), Optional.of(period));
                });
    }

    private static Cell address(Row<Entry> row, Grain grain, FiscalCalendar fiscal) {
        return time(row, fiscal)
                .map(time -> {
                    if (time.period()
                            .filter(period -> period.grain().compareTo(grain) < 0)
                            .isPresent()) {
                        throw coarser(row, time.period().get());
                    }
                    return Cell.of(fiscal.at(time.begin().date(), grain).address());
                })
                .orElse(Cell.blank());
    }

    private static Cell day(Row<Entry> row, FiscalCalendar fiscal) {
        return time(row, fiscal)
                .map(time -> {
                    if (time.period().isPresent()) {
                        throw coarser(row, time.period().get());
                    }
                    return Cell.of((double) time.begin().day());
                })
                .orElse(Cell.blank());
    }

    private static CellException coarser(Row<Entry> row, FiscalPeriod period) {
        return row.refused(
                CellError.VALUE,
                "is of %s, which is coarser than what is asked for: group by that or by something coarser."
                        .formatted(period.address()));
    }

    private static Cell trimmed(Cell cell) {
        return cell instanceof Cell.Text text ? Cell.of(text.value().strip()) : cell;
    }

    /** Numbers, then text by its code points in upper case, then logicals, then blanks. */
    private static int compared(List<Cell> one, List<Cell> other) {
        for (int place = 0; place < one.size(); place++) {
            int compared = Comparator.comparingInt(Aggregate::kind)
                    .thenComparingDouble(cell -> cell instanceof Cell.Numeric number ? number.value() : 0)
                    .thenComparing(cell -> Labels.key(cell.shown()).codePoints().toArray(), Arrays::compare)
                    .compare(one.get(place), other.get(place));
            if (compared != 0) {
                return compared;
            }
        }
        return 0;
    }

    private static int kind(Cell cell) {
        if (cell.isBlank()) {
            return 3;
        }
        return cell instanceof Cell.Numeric ? 0 : cell instanceof Cell.Logical ? 2 : 1;
    }

    private Line line(List<Row<Entry>> rows, FiscalCalendar fiscal) {
        List<Row<Entry>> used = rows.stream().filter(row -> isUsed(row, fiscal)).toList();
        if (used.isEmpty()) {
            return new Line(aggregation == Aggregation.COUNT ? Cell.of(0) : Cell.blank(), 0);
        }
        return new Line(Cell.computed(() -> aggregated(used, fiscal)), used.size());
    }

    private boolean isUsed(Row<Entry> row, FiscalCalendar fiscal) {
        Entry entry = row.value();
        return switch (aggregation) {
            case RATIO -> entry.numerator().isPresent() && entry.denominator().isPresent();
            case WAVG -> entry.value().isPresent() && entry.weight().isPresent();
            case LAST, FIRST -> entry.value().isPresent() && time(row, fiscal).isPresent();
            default -> entry.value().isPresent();
        };
    }

    private double aggregated(List<Row<Entry>> rows, FiscalCalendar fiscal) {
        double[] values = numbers(rows, Entry::value);
        return switch (aggregation) {
            case SUM -> Sums.of(values);
            case AVG -> Sums.mean(values);
            case MIN -> Arrays.stream(values).min().orElseThrow();
            case MAX -> Arrays.stream(values).max().orElseThrow();
            case COUNT -> rows.size();
            case WAVG -> weightedMean(values, numbers(rows, Entry::weight));
            case RATIO -> ratio(Sums.of(numbers(rows, Entry::numerator)), Sums.of(numbers(rows, Entry::denominator)));
            case LAST, FIRST -> chosen(rows, fiscal).value().value().orElseThrow();
        };
    }

    private static double[] numbers(List<Row<Entry>> rows, Function<Entry, Optional<Double>> column) {
        return rows.stream()
                .mapToDouble(row -> column.apply(row.value()).orElse(Double.NaN))
                .toArray();
    }

    private static double weightedMean(double[] values, double[] weights) {
        if (Arrays.stream(weights).anyMatch(weight -> weight < 0)) {
            throw CellError.NUM.because("A Weight is negative: weights are 0 or more.");
        }
        return ratio(Sums.ofProducts(values, weights), Sums.of(weights));
    }

    private static double ratio(double above, double below) {
        if (below == 0) {
            throw CellError.DIV0.because("There is nothing to divide by: the weights, or Den, add up to 0.");
        }
        return above / below;
    }

    /** The latest row, the lower one of the same time; or the earliest, the upper one. */
    private Row<Entry> chosen(List<Row<Entry>> rows, FiscalCalendar fiscal) {
        Row<Entry> chosen = rows.get(0);
        Moment at = time(chosen, fiscal).orElseThrow().begin();
        for (Row<Entry> row : rows) {
            Moment time = time(row, fiscal).orElseThrow().begin();
            int later = time.compareTo(at);
            if (aggregation == Aggregation.LAST ? later >= 0 : later < 0) {
                chosen = row;
                at = time;
            }
        }
        return chosen;
    }
}
