package mpm.functions.analytics;

import static mpm.catalogue.Stage.PLAN;

import java.util.List;
import java.util.Optional;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.Column;
import mpm.cell.Table;
import mpm.method.statistics.Normal;
import mpm.method.statistics.Probabilities;

/** Sources: R power.prop.test; J. L. Fleiss, <i>Statistical Methods for Rates and Proportions</i>, for unequal arms. */
@WorksheetFunction(
        name = "ABTEST.SIZE",
        question = "How many visitors does the test need?",
        stage = PLAN,
        method = "The visitors at which the two-sided z test of the pooled rate sees the effect with the wanted "
                + "power.",
        source = "Fleiss, Statistical Methods for Rates and Proportions, 1981.",
        caution = "Half the effect needs four times the visitors: plan for the smallest effect that would pay.",
        related = "ABTEST")
@Example(
        formula = "=MPM.ABTEST.SIZE(0.021, 0.2)",
        shows = "{\"n A\",\"n B\",\"Total\",\"Days\",\"n exact\";20081,20081,40162,\"\",20080.55358}",
        because = "To see trial requests rise by a fifth from 2.1 %.")
@Example(
        formula = "=MPM.ABTEST.SIZE(0.05, 0.01, FALSE, 0.05, 0.8, 1, 1500, FALSE)",
        shows = "{8158,8158,16316,11,8157.731448}",
        because = "One point more than 5 %: eleven days of 1,500 visitors.")
@Example(formula = "=MPM.ABTEST.SIZE(0.05, 0)", shows = "#DIV/0!", because = "No test can see an effect of nothing.")
public record AbTestSize(
        @Argument("The rate of version A, between 0 and 1.") double baseRate,

        @Argument("The smallest effect worth seeing, with its sign: 0.2 is a fifth more.")
        double mde,

        @Argument(
                value = "TRUE: the effect is a share of the rate. FALSE: it is in points of the rate.",
                otherwise = "TRUE")
        boolean relative,

        @Argument(value = "The chance of a false alarm that is accepted.", otherwise = "0.05")
        double alpha,

        @Argument(value = "The chance of seeing the effect if it is there.", otherwise = "0.8")
        double power,

        @Argument(value = "Visitors of B for each visitor of A.", otherwise = "1")
        double ratio,

        @Argument("Visitors a day, both versions together.") Optional<Double> dailyVisitors)
        implements Analytics, Computed<Table<AbTestSize.Line>> {

    private static final double ROUNDING = 1e-9;

    /** How large the test must be. */
    public record Line(
            @Column(value = "n A", meaning = "Visitors that version A needs.")
            double visitorsA,

            @Column(value = "n B", meaning = "Visitors that version B needs.")
            double visitorsB,

            @Column(value = "Total", meaning = "Both together.")
            double total,

            @Column(value = "Days", meaning = "How many days it takes; blank if the visitors a day are not given.")
            Cell days,

            @Column(value = "n exact", meaning = "Visitors of A before rounding up.")
            double exact) {}

    @Override
    public Table<Line> value() {
        double p1 = baseRate;
        double p2 = relative ? p1 * (1 + mde) : p1 + mde;
        if (!isBetween0And1(p1) || !isBetween0And1(p2)) {
            throw CellError.NUM.because("The rates of A and of B lie between 0 and 1: mend base_rate or mde.");
        }
        Probabilities.require("alpha", alpha);
        Probabilities.require("power", power);
        if (!(ratio > 0) || dailyVisitors.map(daily -> !(daily > 0)).orElse(false)) {
            throw CellError.NUM.because("ratio and daily_visitors are more than 0.");
        }
        if (mde == 0) {
            throw CellError.DIV0.because(
                    "mde is 0, and no test can see an effect of nothing: name the smallest that pays.");
        }
        double exact = exact(p1, p2);
        double visitorsA = up(exact);
        double visitorsB = up(ratio * exact);
        double total = visitorsA + visitorsB;
        return Table.of(
                Line.class,
                List.of(new Line(
                        visitorsA,
                        visitorsB,
                        total,
                        dailyVisitors.map(daily -> Cell.of(up(total / daily))).orElse(Cell.blank()),
                        exact)));
    }

    private double exact(double p1, double p2) {
        double pooled = (p1 + ratio * p2) / (1 + ratio);
        double root = Normal.quantile(1 - alpha / 2) * Math.sqrt((1 + 1 / ratio) * pooled * (1 - pooled))
                + Normal.quantile(power) * Math.sqrt(p1 * (1 - p1) + p2 * (1 - p2) / ratio);
        return StrictMath.pow(root / (p2 - p1), 2);
    }

    private static double up(double visitors) {
        return Math.ceil(visitors - ROUNDING);
    }

    private static boolean isBetween0And1(double value) {
        return value > 0 && value < 1;
    }
}
