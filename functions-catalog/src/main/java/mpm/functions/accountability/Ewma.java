package mpm.functions.accountability;

import static mpm.catalogue.Stage.MEASURE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.Column;
import mpm.cell.Series;
import mpm.cell.Table;
import mpm.method.controlcharts.Limits;
import mpm.method.controlcharts.Standards;

@WorksheetFunction(
        name = "EWMA",
        question = "Is there a small, lasting drift?",
        stage = MEASURE,
        method = "A running average in which each value counts less the older it is; the limits widen from the first "
                + "value on until the average has its full memory.",
        source =
                "Roberts, Control Chart Tests Based on Geometric Moving Averages, 1959; NIST/SEMATECH e-Handbook 6.3.2.4.",
        caution = "A signal says that the level drifted, not when: the average lags behind what it follows.",
        related = {"XMR", "SIGNAL.RULES"})
@Example(
        formula = "=MPM.EWMA({152;154;156;155;157;158}, 0.2, 3, 150, 3)",
        shows = "{\"Period\",\"EWMA\",\"LCL\",\"UCL\",\"Signal\";1,150.4,148.2,151.8,\"\";"
                + "2,151.12,147.6948753,152.3051247,\"\";3,152.096,147.4230437,152.5769563,\"\";"
                + "4,152.6768,147.2632043,152.7367957,\"\";5,153.54144,147.1656337,152.8343663,\"HIGH\";"
                + "6,154.433152,147.1049137,152.8950863,\"HIGH\"}",
        because = "No single cost per lead is unusual, but together they have left 150.")
@Example(
        formula = "=MPM.EWMA({38;36;\"\";40;37;39;38}, , , , , FALSE)",
        shows = "{1,38,36.93652769,39.06347231,\"\";2,37.6,36.63809093,39.36190907,\"\";"
                + "3,\"\",\"\",\"\",\"\";4,38.08,36.47748793,39.52251207,\"\";"
                + "5,37.864,36.38305199,39.61694801,\"\";6,38.0912,36.32540551,39.67459449,\"\";"
                + "7,38.07296,36.28953104,39.71046896,\"\"}",
        because = "The net promoter score stays where it was; a gap is skipped.")
@Example(formula = "=MPM.EWMA({38;36;40;37;39}, 0)", shows = "#NUM!", because = "The newest value must have a weight.")
public record Ewma(
        @Argument("The values, oldest first; a blank is a gap.")
        Series values,

        @Argument(value = "Weight of the newest value, above 0 and up to 1.", otherwise = "0.2")
        double smoothing,

        @Argument(value = "From how many standard deviations of the average on it is a signal.", otherwise = "3")
        double limit,

        @Argument("What the values should scatter around, from a baseline; left out, their mean.")
        Optional<Double> centre,

        @Argument("Standard deviation of ordinary values, from a baseline; left out, from the step between values.")
        Optional<Double> sigma)
        implements Accountability, Computed<Table<Ewma.Line>> {

    /** A period in the chart. */
    public record Line(
            @Column(value = "Period", meaning = "1 for the first value.")
            int period,

            @Column(value = "EWMA", meaning = "The running average.")
            Cell average,

            @Column(value = "LCL", meaning = "Lower limit of ordinary averages.")
            Cell low,

            @Column(value = "UCL", meaning = "Upper limit of ordinary averages.")
            Cell high,

            @Column(value = "Signal", meaning = "HIGH or LOW where the average is beyond a limit.")
            String signal) {}

    @Override
    public Table<Line> value() {
        if (values.numbers().length == 0) {
            throw CellError.NA.because("values holds no number: give at least one.");
        }
        require(smoothing > 0 && smoothing <= 1, "smoothing lies above 0 and is at most 1.");
        require(limit > 0, "limit is above 0.");
        Standards standards = Standards.of(values, centre, sigma);
        List<Line> lines = new ArrayList<>();
        double average = standards.centre();
        int observations = 0;
        for (int place = 0; place < values.length(); place++) {
            if (values.isGap(place)) {
                lines.add(new Line(place + 1, Cell.blank(), Cell.blank(), Cell.blank(), ""));
            } else {
                average = smoothing * values.value(place) + (1 - smoothing) * average;
                lines.add(line(place + 1, average, limits(standards, ++observations)));
            }
        }
        return Table.of(Line.class, lines);
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw CellError.NUM.because(sentence);
        }
    }

    private Limits limits(Standards standards, int observations) {
        double memory = 1 - StrictMath.pow(1 - smoothing, 2.0 * observations);
        double half = limit * standards.sigma() * Math.sqrt(smoothing / (2 - smoothing) * memory);
        return new Limits(standards.centre() - half, standards.centre() + half);
    }

    private static Line line(int period, double average, Limits limits) {
        String signal = limits.isAbove(average) ? "HIGH" : limits.isBelow(average) ? "LOW" : "";
        return new Line(period, Cell.of(average), Cell.of(limits.low()), Cell.of(limits.high()), signal);
    }
}
