package mpm.service.pages.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mpm.catalogue.Definition;
import mpm.cell.Cell;
import mpm.cell.Range;
import mpm.service.pages.control.ShownCell.Reading;

/**
 * The picture of an answer, where its shape has one:
 *
 * <ul>
 *   <li>a table that runs along a numbered first column (Period, Lag) is drawn along it: its figure as columns, or, where
 *       limits (Low and High, LCL and UCL) stand beside the figure, as a line between them;
 *   <li>a table of named rows is drawn as bars of the first caption of {@link #MEASURES} that it has: figures of one kind,
 *       which may be compared;
 *   <li>a single row or column of numbers is drawn as bars, numbered as they come.
 * </ul>
 *
 * Fewer than three figures, or figures that are all alike, are better read than seen. The table that the picture is drawn
 * from stands beside it, for those who cannot see it.
 *
 * @param title what is drawn
 * @param height of the drawing, which is {@link #WIDTH} wide
 */
public record Chart(
        String title, double height, List<Box> boxes, List<Trace> traces, List<Label> labels, List<Trace> grid) {

    /** A bar. */
    public record Box(double x, double y, double width, double height, String look) {}

    /** A line, or an area between two. */
    public record Trace(String path, String look) {}

    /** A word; its anchor is start, middle or end. */
    public record Label(double x, double y, String text, String anchor) {}

    public static final int WIDTH = 360;

    /** Captions whose figures have one unit down the column. */
    private static final List<String> MEASURES = List.of(
            "Target",
            "Contribution",
            "Swing",
            "Total",
            "Spend",
            "Share",
            "Score",
            "Index",
            "Attainment",
            "Conversions",
            "Count",
            "Weight",
            "Mean");

    /** Rows that sum up the others. */
    private static final List<String> SUMMARIES = List.of("TOTAL", "ALL", "COMPOSITE");

    private static final List<String> LOWER = List.of("Low", "LCL");
    private static final List<String> UPPER = List.of("High", "UCL");
    private static final String CENTRE = "CL";

    private static final int FEWEST = 3;
    /** Differences below this share of the largest figure are not seen. */
    private static final double SEEN = 0.05;
    /** Bars beyond this make the page long, not clear. */
    private static final int MOST_BARS = 16;

    private static final double ROW = 26;
    private static final double LABELS = 104;
    private static final double VALUES = 72;
    private static final int LONGEST_LABEL = 17;

    private static final double PLOT = 150;
    private static final double TOP = 12;
    private static final double LEFT = 52;
    private static final int LONGEST_TICK = 7;

    /** A named or numbered figure. */
    private record Figure(String name, double value, String shown) {}

    static Optional<Chart> of(Range answer, Definition function) {
        if (!ShownTable.hasCaptions(answer, function.columns())) {
            return answer.rows() == 1 || answer.columns() == 1 ? ofNumbers(answer, function) : Optional.empty();
        }
        List<String> captions = ShownTable.captions(answer);
        int numbered = (int) IntStream.range(1, answer.rows())
                .takeWhile(row -> isNumber(answer.cell(row, 0)))
                .count();
        return numbered >= FEWEST ? along(answer, captions, numbered, function) : ofNames(answer, captions, function);
    }

    private static Optional<Chart> ofNumbers(Range answer, Definition function) {
        if (function.answersDate()
                || !IntStream.range(0, answer.size()).allMatch(place -> isNumber(answer.cell(place)))) {
            return Optional.empty();
        }
        return bars(
                "The answer, part by part",
                IntStream.range(0, answer.size())
                        .mapToObj(place -> figure(String.valueOf(place + 1), answer.cell(place), Reading.NUMBER))
                        .toList());
    }

    private static Optional<Chart> ofNames(Range answer, List<String> captions, Definition function) {
        return MEASURES.stream().filter(captions::contains).findFirst().flatMap(measure -> {
            int column = captions.indexOf(measure);
            Reading reading = ShownTable.readings(answer, true, function).get(column);
            List<Figure> figures = IntStream.range(1, answer.rows())
                    .filter(row -> isNumber(answer.cell(row, column)))
                    .filter(row -> !SUMMARIES.contains(answer.cell(row, 0).shown()))
                    .mapToObj(row -> figure(answer.cell(row, 0).shown(), answer.cell(row, column), reading))
                    .toList();
            return bars("%s by %s".formatted(measure, captions.get(0).toLowerCase(Locale.ROOT)), figures);
        });
    }

    private static Figure figure(String name, Cell cell, Reading reading) {
        return new Figure(
                name.length() <= LONGEST_LABEL ? name : name.substring(0, LONGEST_LABEL - 1) + "…",
                number(cell),
                ShownCell.of(cell, reading).text());
    }

    private static Optional<Chart> bars(String title, List<Figure> figures) {
        double most = figures.stream().mapToDouble(Figure::value).max().orElse(0);
        double least = figures.stream().mapToDouble(Figure::value).min().orElse(0);
        if (figures.size() < FEWEST || figures.size() > MOST_BARS || isAlike(least, most)) {
            return Optional.empty();
        }
        double zero = Math.min(0, least);
        double scale = (WIDTH - LABELS - VALUES) / (Math.max(0, most) - zero);
        List<Box> boxes = new ArrayList<>();
        List<Label> labels = new ArrayList<>();
        for (int index = 0; index < figures.size(); index++) {
            Figure figure = figures.get(index);
            double from = LABELS + (Math.min(0, figure.value()) - zero) * scale;
            double width = Math.abs(figure.value()) * scale;
            double middle = ROW * index + ROW / 2;
            boxes.add(new Box(
                    rounded(from), ROW * index + 4, rounded(width), ROW - 8, figure.value() < 0 ? "adverse" : ""));
            labels.add(new Label(LABELS - 8, middle + 4, figure.name(), "end"));
            labels.add(new Label(rounded(from + width + 6), middle + 4, figure.shown(), "start"));
        }
        double axis = rounded(LABELS - zero * scale);
        return Optional.of(new Chart(
                title,
                ROW * figures.size(),
                boxes,
                List.of(),
                labels,
                List.of(new Trace("M%s 0V%s".formatted(axis, ROW * figures.size()), "axis"))));
    }

    private static Optional<Chart> along(Range answer, List<String> captions, int rows, Definition function) {
        Optional<Integer> lower = place(captions, LOWER);
        Optional<Integer> upper = place(captions, UPPER);
        // Low and High belong to the figure to their left; the limits of a control chart to the first one.
        int figure = lower.filter(place -> captions.get(place).equals("Low") && place > 1)
                .map(place -> place - 1)
                .orElse(1);
        Reading reading = ShownTable.readings(answer, true, function).get(figure);
        double[] axis = column(answer, 0, rows);
        double[] values = column(answer, figure, rows);
        double[] low = lower.map(place -> column(answer, place, rows)).orElse(new double[0]);
        double[] high = upper.map(place -> column(answer, place, rows)).orElse(new double[0]);
        double[] centre = captions.contains(CENTRE) ? column(answer, captions.indexOf(CENTRE), rows) : new double[0];
        boolean isLine = low.length > 0 && high.length > 0;
        double highest = Math.max(isLine ? max(values) : Math.max(0, max(values)), max(high));
        double lowest = Math.min(isLine ? min(values) : Math.min(0, min(values)), min(low));
        long count = IntStream.range(0, rows)
                .filter(row -> Double.isFinite(values[row]))
                .count();
        if (count < FEWEST || lowest >= highest || (!isLine && isAlike(min(values), max(values)))) {
            return Optional.empty();
        }
        double tick = tick(highest - lowest);
        double least = Math.floor(lowest / tick) * tick;
        double most = Math.ceil(highest / tick) * tick;
        double step = (WIDTH - LEFT - 8) / rows;
        Scale scale = new Scale(least, TOP + PLOT, PLOT / (most - least), LEFT + step / 2, step);
        List<Label> labels = new ArrayList<>();
        List<Trace> grid = new ArrayList<>();
        for (long at = 0; at <= Math.round((most - least) / tick); at++) {
            double value = least + at * tick;
            labels.add(new Label(LEFT - 6, scale.y(value) + 4, shown(rounded(value, tick), reading), "end"));
            grid.add(new Trace("M%s %sH%s".formatted(LEFT, scale.y(value), WIDTH), "grid"));
        }
        int every = Math.max(1, (int) Math.ceil(rows / 12.0));
        for (int row = 0; row < rows; row += every) {
            labels.add(new Label(scale.x(row), TOP + PLOT + 18, shown(axis[row], Reading.NUMBER), "middle"));
        }
        labels.add(new Label(WIDTH - 8, TOP + PLOT + 34, captions.get(0), "end"));
        if (least < 0 && most > 0) {
            grid.add(new Trace("M%s %sH%s".formatted(LEFT, scale.y(0), WIDTH), "axis"));
        }
        return Optional.of(new Chart(
                title(captions, figure, isLine, lower, upper),
                TOP + PLOT + 40,
                isLine ? List.of() : scale.columns(values),
                isLine ? scale.traces(values, low, high, centre) : List.of(),
                labels,
                grid));
    }

    private static String title(
            List<String> captions, int figure, boolean isLine, Optional<Integer> lower, Optional<Integer> upper) {
        String drawn =
                "%s by %s".formatted(captions.get(figure), captions.get(0).toLowerCase(Locale.ROOT));
        return isLine
                ? "%s, between %s and %s"
                        .formatted(drawn, captions.get(lower.orElseThrow()), captions.get(upper.orElseThrow()))
                : drawn;
    }

    /** Where figures lie in a drawing along an axis. */
    private record Scale(double least, double bottom, double perUnit, double first, double step) {

        double x(int row) {
            return rounded(first + row * step);
        }

        double y(double value) {
            return rounded(bottom - (value - least) * perUnit);
        }

        List<Box> columns(double[] values) {
            double width = Math.min(step * 0.7, 40);
            return IntStream.range(0, values.length)
                    .filter(row -> Double.isFinite(values[row]))
                    .mapToObj(row -> new Box(
                            rounded(x(row) - width / 2),
                            Math.min(y(values[row]), y(0)),
                            rounded(width),
                            rounded(Math.abs(y(values[row]) - y(0))),
                            values[row] < 0 ? "adverse" : ""))
                    .toList();
        }

        List<Trace> traces(double[] values, double[] low, double[] high, double[] centre) {
            List<Trace> traces = new ArrayList<>();
            List<Integer> there = IntStream.range(0, low.length)
                    .filter(row -> Double.isFinite(low[row]) && Double.isFinite(high[row]))
                    .boxed()
                    .toList();
            String above =
                    there.stream().map(row -> x(row) + " " + y(high[row])).collect(Collectors.joining("L"));
            String below = IntStream.range(0, there.size())
                    .mapToObj(index -> there.get(there.size() - 1 - index))
                    .map(row -> x(row) + " " + y(low[row]))
                    .collect(Collectors.joining("L"));
            traces.add(new Trace("M" + above + "L" + below + "Z", "band"));
            if (centre.length > 0) {
                traces.add(new Trace(line(centre), "centre"));
            }
            traces.add(new Trace(line(values), "line"));
            return traces;
        }

        /** A line that is broken where a figure is missing. */
        private String line(double[] values) {
            StringBuilder path = new StringBuilder();
            boolean isDrawing = false;
            for (int row = 0; row < values.length; row++) {
                boolean isThere = Double.isFinite(values[row]);
                if (isThere) {
                    path.append(isDrawing ? 'L' : 'M')
                            .append(x(row))
                            .append(' ')
                            .append(y(values[row]));
                }
                isDrawing = isThere;
            }
            return path.toString();
        }
    }

    /** A round distance between the lines of the grid: 1, 2 or 5 of some power of ten. */
    private static double tick(double range) {
        double power = StrictMath.pow(10, Math.floor(StrictMath.log10(range / 4)));
        double steps = range / 4 / power;
        return power * (steps <= 1 ? 1 : steps <= 2 ? 2 : steps <= 5 ? 5 : 10);
    }

    /** Without the last digits that adding up ticks leaves. */
    private static double rounded(double value, double tick) {
        return Math.round(value / tick) * tick;
    }

    private static boolean isAlike(double least, double most) {
        return most - least < SEEN * Math.max(Math.abs(least), Math.abs(most)) || most == least;
    }

    private static Optional<Integer> place(List<String> captions, List<String> wanted) {
        return wanted.stream().map(captions::indexOf).filter(place -> place > 0).findFirst();
    }

    /** The figures of a column below its caption; NaN where there is none. */
    private static double[] column(Range answer, int column, int rows) {
        return IntStream.rangeClosed(1, rows)
                .mapToDouble(row -> isNumber(answer.cell(row, column)) ? number(answer.cell(row, column)) : Double.NaN)
                .toArray();
    }

    private static double max(double[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(row -> values[row])
                .filter(Double::isFinite)
                .max()
                .orElse(Double.NEGATIVE_INFINITY);
    }

    private static double min(double[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(row -> values[row])
                .filter(Double::isFinite)
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    private static boolean isNumber(Cell cell) {
        return cell instanceof Cell.Numeric;
    }

    private static double number(Cell cell) {
        return ((Cell.Numeric) cell).value();
    }

    private static String shown(double value, Reading reading) {
        String text = ShownCell.of(Cell.of(value), reading).text();
        return text.length() <= LONGEST_TICK ? text : ShownCell.compact(value);
    }

    private static double rounded(double place) {
        return Math.round(place * 10) / 10.0;
    }
}
