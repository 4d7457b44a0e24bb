package mpm.functions.accountability;

import static mpm.catalogue.Stage.MEASURE;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.Cell;
import mpm.cell.Column;
import mpm.cell.Series;
import mpm.cell.Table;
import mpm.method.controlcharts.IndividualsChart;
import mpm.method.controlcharts.Limits;
import mpm.method.controlcharts.RunRule;

/** D. J. Wheeler calls the limits of the value LNPL and UNPL, and that of the moving range URL. */
@WorksheetFunction(
        name = "XMR",
        question = "Is this ordinary variation or a signal?",
        stage = MEASURE,
        method = "The limits are the mean, plus and minus 2.66 times the average step from one value to the "
                + "next; no normal distribution is needed to read them.",
        source = "Wheeler, Understanding Variation, 1993; Shewhart, 1931.",
        caution =
                "SHIFT says that the level changed, not why; new limits do not excuse it. About 1 point in 90 is a false"
                        + " alarm with limits from 20 points (1 in 370 with known limits), and without any change a SHIFT"
                        + " still appears in 6 % of series within 20 points after a baseline of 20.",
        related = "SIGNAL")
@Example(
        formula = "=MPM.XMR({38;36;40;37;39;38;52}, 6, , FALSE)",
        shows =
                "{1,38,\"\",38,31.61916614,44.38083386,7.839676606,\"\";2,36,2,38,31.61916614,44.38083386,7.839676606,\"\";"
                        + "3,40,4,38,31.61916614,44.38083386,7.839676606,\"\";4,37,3,38,31.61916614,44.38083386,7.839676606,\"\";"
                        + "5,39,2,38,31.61916614,44.38083386,7.839676606,\"\";6,38,1,38,31.61916614,44.38083386,7.839676606,\"\";"
                        + "7,52,14,38,31.61916614,44.38083386,7.839676606,\"RULE 1\"}",
        because = "The net promoter score of January lies beyond what six ordinary months allow.")
@Example(
        formula = "=MPM.XMR({5,6,\"\",5,6,5})",
        shows = "{\"Period\",\"Value\",\"MR\",\"CL\",\"LCL\",\"UCL\",\"MR limit\",\"Signal\";"
                + "1,5,\"\",5.4,2.741319224,8.058680776,3.266531919,\"\";2,6,1,5.4,2.741319224,8.058680776,3.266531919,\"\";"
                + "3,\"\",\"\",5.4,2.741319224,8.058680776,3.266531919,\"\";"
                + "4,5,\"\",5.4,2.741319224,8.058680776,3.266531919,\"\";5,6,1,5.4,2.741319224,8.058680776,3.266531919,\"\";"
                + "6,5,1,5.4,2.741319224,8.058680776,3.266531919,\"\"}",
        because = "A gap is skipped; no moving range reaches across it.")
@Example(formula = "=MPM.XMR({5;6;7;8})", shows = "#NUM!", because = "Four values are too few for limits.")
public record Xmr(
        @Argument("The values, oldest first; a blank is a gap.")
        Series values,

        @Argument("How many values, from the first on, the limits come from, 5 or more; left out, all of them.")
        Optional<Integer> baselineN,

        @Argument(
                value = "With baseline_n: TRUE sets new limits where nine values in a row show a new level.",
                otherwise = "TRUE")
        boolean recompute)
        implements Accountability, Computed<Table<Xmr.Line>> {

    /** A period in the chart. */
    public record Line(
            @Column(value = "Period", meaning = "1 for the first value.")
            int period,

            @Column(value = "Value", meaning = "The value.") Cell value,

            @Column(value = "MR", meaning = "Moving range: its distance from the value before.")
            Cell movingRange,

            @Column(value = "CL", meaning = "Centre line: the mean of the baseline.")
            double centre,

            @Column(value = "LCL", meaning = "Lower limit of ordinary values.")
            double low,

            @Column(value = "UCL", meaning = "Upper limit of ordinary values.")
            double high,

            @Column(value = "MR limit", meaning = "Upper limit of ordinary moving ranges.")
            double rangeLimit,

            @Column(
                    value = "Signal",
                    meaning =
                            "RULE 1 beyond a limit, 2 nine in a row on one side, 3 six in a row rising or falling, 5 two of"
                                    + " three beyond two thirds of the way to a limit; SHIFT where a new level begins.")
            String signal) {}

    @Override
    public Table<Line> value() {
        List<IndividualsChart.Point> points = baselineN
                .map(count -> IndividualsChart.of(values, count, recompute))
                .orElseGet(() -> IndividualsChart.of(values));
        return Table.of(
                Line.class,
                IntStream.range(0, points.size())
                        .mapToObj(place -> line(place, points.get(place)))
                        .toList());
    }

    private Line line(int place, IndividualsChart.Point point) {
        Limits limits = point.variation().limits();
        return new Line(
                place + 1,
                cell(values.value(place)),
                cell(point.movingRange()),
                point.variation().centre(),
                limits.low(),
                limits.high(),
                point.variation().rangeLimit(),
                point.isShift()
                        ? "SHIFT"
                        : point.rule()
                                .map(RunRule::number)
                                .map(number -> "RULE " + number)
                                .orElse(""));
    }

    private static Cell cell(double value) {
        return Double.isNaN(value) ? Cell.blank() : Cell.of(value);
    }
}
