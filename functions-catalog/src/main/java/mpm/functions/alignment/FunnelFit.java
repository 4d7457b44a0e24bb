package mpm.functions.alignment;

import static mpm.catalogue.Stage.MEASURE;

import java.util.Arrays;
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
import mpm.method.statistics.Sums;
import mpm.method.survival.KaplanMeier;
import mpm.method.survival.KaplanMeier.Step;

/** The discrete estimate of Kaplan and Meier. */
@WorksheetFunction(
        name = "FUNNEL.FIT",
        question = "What share of a cohort converts in the end, and how fast?",
        stage = MEASURE,
        method = "Kaplan and Meier's estimate on cohorts: at each lag, conversions divided by those still open "
                + "and observed that long.",
        source = "Kaplan and Meier, Journal of the American Statistical Association 53, 1958; Greenwood, 1926.",
        caution =
                "Nothing is extrapolated: the ultimate rate is that within the lags observed, and the last hazards rest on"
                        + " the oldest cohorts only.",
        related = {"FUNNEL", "FUNNEL.RUN"})
@Example(
        formula = "=MPM.FUNNEL.FIT({100,10,15,5;120,12,20,\"\";90,9,\"\",\"\"})",
        shows = "{\"Lag\",\"At risk\",\"Conversions\",\"Hazard\",\"Cumulative\",\"SE\";"
                + "0,310,31,0.1,0.1,0.01703885503;1,198,35,0.1767676768,0.2590909091,0.02814369503;"
                + "2,75,5,0.06666666667,0.3084848485,0.03384377285;\"Ultimate rate\",0.3084848485,\"\",\"\",\"\",\"\";"
                + "\"Mean lag\",0.8359528487,\"\",\"\",\"\",\"\"}",
        because = "Of 100 who enter, 31 convert within two months, after less than one on average.")
@Example(
        formula = "=MPM.FUNNEL.FIT({50,0;40,0}, FALSE)",
        shows = "{0,90,0,0,0,0;\"Ultimate rate\",0,\"\",\"\",\"\",\"\";\"Mean lag\",#DIV/0!,\"\",\"\",\"\",\"\"}",
        because = "Nobody has converted, so there is no mean lag.")
@Example(
        formula = "=MPM.FUNNEL.FIT({50,20,5;40,\"\",6})",
        shows = "#VALUE!",
        because = "A month between two that are known cannot be unknown.")
public record FunnelFit(
        @Argument("A row for each month of entry: how many entered, then how many converted after 0, 1, 2 … months.")
        Matrix cohort)
        implements Alignment, Computed<Table<FunnelFit.Line>> {

    private static final double ROUNDING = 1e-9;

    /** A lag. */
    public record Line(
            @Column(value = "Lag", meaning = "Periods after entry.")
            int lag,

            @Column(value = "At risk", meaning = "How many could still convert at this lag.")
            double atRisk,

            @Column(value = "Conversions", meaning = "How many did.")
            double conversions,

            @Column(value = "Hazard", meaning = "Their share of those at risk.")
            Cell hazard,

            @Column(value = "Cumulative", meaning = "The share of all that has converted by then.")
            double cumulative,

            @Column(value = "SE", meaning = "The standard error of that share.")
            double error) {}

    @Override
    public Table<Line> value() {
        if (cohort.width() < 2) {
            throw CellError.VALUE.because("cohort has one column: the conversions follow the entrants to the right.");
        }
        for (int row = 0; row < cohort.height(); row++) {
            requireNoHole(cohort.rows().get(row), row);
        }
        double[] atRisk = new double[cohort.width() - 1];
        double[] conversions = new double[atRisk.length];
        int lags = 0;
        for (int row = 0; row < cohort.height(); row++) {
            int observed = cohort.rows().get(row).numbers().length - 1;
            add(row, observed, atRisk, conversions);
            lags = Math.max(lags, observed);
        }
        if (lags == 0) {
            throw CellError.NA.because("No conversion is observed: give at least one lag.");
        }
        List<Step> steps = KaplanMeier.of(Arrays.copyOf(atRisk, lags), Arrays.copyOf(conversions, lags));
        return Table.of(
                        Line.class,
                        IntStream.range(0, lags)
                                .mapToObj(lag -> line(lag, steps.get(lag)))
                                .toList())
                .footer("Ultimate rate", 1 - steps.get(lags - 1).survival())
                .footer("Mean lag", Cell.computed(() -> meanLag(steps)));
    }

    private static void requireNoHole(Series row, int number) {
        int known = row.numbers().length;
        if (IntStream.range(0, known).anyMatch(row::isGap)) {
            throw CellError.VALUE.because(
                    "Row %d of cohort has a number after a blank: only the end of a row may be unknown."
                            .formatted(number + 1));
        }
    }

    /** Adds a month of entry to those at risk and the conversions, as far as it is observed. */
    private void add(int row, int observed, double[] atRisk, double[] conversions) {
        double left = cohort.value(row, 0);
        double rounding = ROUNDING * Math.max(1, left);
        if (left < 0) {
            throw CellError.NUM.because("Row %d of cohort has negative entrants: give 0 or more.".formatted(row + 1));
        }
        for (int lag = 0; lag < observed; lag++) {
            double converted = cohort.value(row, lag + 1);
            if (converted < 0) {
                throw CellError.NUM.because(
                        "Row %d of cohort has negative conversions: give 0 or more.".formatted(row + 1));
            } else if (converted > left + rounding) {
                throw CellError.NUM.because("Row %d of cohort has more conversions than entrants.".formatted(row + 1));
            }
            atRisk[lag] += left;
            conversions[lag] += converted;
            // What rounding leaves of the last one is nobody.
            left = left - converted <= rounding ? 0 : left - converted;
        }
    }

    private static Line line(int lag, Step step) {
        return new Line(
                lag,
                step.atRisk(),
                step.events(),
                step.atRisk() == 0
                        ? Cell.of(CellError.DIV0.because("Nobody could convert at this lag, so there is no share."))
                        : Cell.of(step.hazard()),
                1 - step.survival(),
                step.error());
    }

    /** The lag of those who converted, on average. */
    private static double meanLag(List<Step> steps) {
        Sums.Running weighted = new Sums.Running();
        double before = 1;
        for (int lag = 0; lag < steps.size(); lag++) {
            weighted.add(lag * (before - steps.get(lag).survival()));
            before = steps.get(lag).survival();
        }
        if (before == 1) {
            throw CellError.DIV0.because("Nobody has converted, so there is no mean lag.");
        }
        return weighted.value() / (1 - before);
    }
}
