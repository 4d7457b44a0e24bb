package mpm.functions.analytics;

import static mpm.catalogue.Stage.MEASURE;

import java.util.List;
import java.util.stream.IntStream;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.Column;
import mpm.cell.Series;
import mpm.cell.Table;
import mpm.method.statistics.Interval;
import mpm.method.statistics.MannKendall;
import mpm.method.statistics.Normal;
import mpm.method.statistics.Probabilities;
import mpm.method.statistics.SenSlopes;

@WorksheetFunction(
        name = "TRENDTEST",
        question = "Is there a real trend, and how steep, without being fooled by outliers?",
        stage = MEASURE,
        caution = "It assumes no season and no memory from one period to the next: take the season out first.",
        method =
                "The slope is the median of the slopes between all pairs of periods (Sen); the test counts which of them rise"
                        + " and which fall (Mann-Kendall).",
        source = "Mann, 1945; Kendall, 1975; Sen, 1968; Gilbert, 1987.",
        related = {"CORREL.TEST", "ANOMALY"})
@Example(
        formula = "=MPM.TRENDTEST({100,104,110,101,118,123,115,131,137,128,147,150})",
        shows = "{\"Sen slope\",\"Low\",\"High\",\"S\",\"Tau\",\"z\",\"p\",\"Verdict\";"
                + "4.5857142857,4,4.8333333333,54,0.8181818182,3.634345051,0.0002786876842,\"UP\"}",
        because = "Revenue rises by four to five a month.")
@Example(
        formula = "=MPM.TRENDTEST({61;64;\"\";60;63;62}, 0.9, FALSE)",
        shows = "{-0.0666666666667,-1,3,0,0,0,1,\"NONE\"}",
        because = "Acceptance of handoffs goes up and down: no trend. The gap keeps its month.")
@Example(formula = "=MPM.TRENDTEST({61;64;60})", shows = "#NUM!", because = "Three values show no trend.")
public record Trendtest(
        @Argument("The figures in the order of time; a blank keeps its place.")
        Series values,

        @Argument(value = "How sure the range Low to High is to hold the slope.", otherwise = "0.95")
        double confidence)
        implements Analytics, Computed<Table<Trendtest.Line>> {

    private static final int FEWEST = 4;

    /** The one row. */
    public record Line(
            @Column(value = "Sen slope", meaning = "Change per period.")
            double slope,

            @Column(value = "Low", meaning = "Lower end of the range in which the slope probably lies.")
            double low,

            @Column(value = "High", meaning = "Upper end of that range.")
            double high,

            @Column(value = "S", meaning = "Pairs of periods that rise less those that fall.")
            double s,

            @Column(value = "Tau", meaning = "How regularly the figures rise with time, -1 to 1.")
            Cell tau,

            @Column(value = "z", meaning = "S in standard deviations.")
            double z,

            @Column(value = "p", meaning = "Chance of such an S without a trend.")
            double p,

            @Column(value = "Verdict", meaning = "UP or DOWN where p is small enough, else NONE.")
            String verdict) {}

    @Override
    public Table<Line> value() {
        double[] given = values.numbers();
        if (given.length == 0) {
            throw CellError.NA.because("There is no number: give at least 4.");
        }
        Probabilities.require("confidence", confidence);
        if (given.length < FEWEST) {
            throw CellError.NUM.because("There are %d numbers, but a trend needs at least 4.".formatted(given.length));
        }
        double[] times = IntStream.range(0, values.length())
                .filter(place -> !values.isGap(place))
                .asDoubleStream()
                .toArray();
        SenSlopes slopes = SenSlopes.of(times, given);
        MannKendall test = MannKendall.of(given);
        Interval range = slopes.interval(Normal.quantile((1 + confidence) / 2) * Math.sqrt(test.variance()));
        return Table.of(
                Line.class,
                List.of(new Line(
                        slopes.median(),
                        range.low(),
                        range.high(),
                        test.s(),
                        Cell.computed(test::tau),
                        test.z(),
                        test.p(),
                        verdict(test))));
    }

    private String verdict(MannKendall test) {
        if (test.s() == 0 || test.p() > 1 - confidence) {
            return "NONE";
        }
        return test.s() > 0 ? "UP" : "DOWN";
    }
}
