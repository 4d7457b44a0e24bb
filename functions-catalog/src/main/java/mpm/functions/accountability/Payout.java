package mpm.functions.accountability;

import static mpm.catalogue.Stage.PLAN;

import java.util.List;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.Rows;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.CellError;
import mpm.cell.Column;

@WorksheetFunction(
        name = "PAYOUT",
        question = "What does this attainment pay?",
        stage = PLAN,
        method = "Straight lines between the points of the curve; below the first point nothing is paid, above "
                + "the last its pay.",
        caution =
                "Just below the first point nothing is paid: a curve with a cliff invites moving results over the line.",
        related = "SCORECARD")
@Example(
        formula = "=MPM.PAYOUT({0.79;0.8;0.9;1;1.1;1.5}, {\"Attainment\",\"Pay\";0.8,0.5;1,1;1.2,1.6})",
        shows = "{0;0.5;0.75;1;1.3;1.6}",
        because = "Nothing below 80 %, a cap from 120 %.")
@Example(
        formula = "=MPM.PAYOUT(-0.1, {\"Attainment\",\"Pay\";0,0.1;1,1})",
        shows = "0.1",
        because = "A curve from 0 on has no threshold.")
@Example(
        formula = "=MPM.PAYOUT(1, {\"Attainment\",\"Pay\";1,1;1,2})",
        shows = "#NUM!",
        because = "One attainment cannot pay twice.")
public record Payout(
        @Argument(value = "The share of plan reached.", each = true)
        double attainment,

        @Argument("The points between which the pay runs straight, their attainment rising.")
        Rows<Point> curve)
        implements Accountability, Computed<Double> {

    private static final double TOLERANCE = 1e-12;

    /** A point of the curve. */
    public record Point(
            @Column(value = "Attainment", meaning = "A share of plan.")
            double attainment,

            @Column(value = "Pay", meaning = "What it pays.")
            double pay) {}

    @Override
    public Double value() {
        List<Point> points = curve.values();
        for (int place = 1; place < points.size(); place++) {
            if (points.get(place).attainment() <= points.get(place - 1).attainment()) {
                throw curve.list()
                        .get(place)
                        .refused(CellError.NUM, "of curve does not lie above the one before: sort by Attainment.");
            }
        }
        Point before = points.get(0);
        if (attainment < before.attainment() - TOLERANCE) {
            return before.attainment() == 0 ? before.pay() : 0;
        }
        for (Point point : points) {
            if (attainment <= point.attainment()) {
                return between(before, point);
            }
            before = point;
        }
        return before.pay();
    }

    private double between(Point before, Point after) {
        if (attainment <= before.attainment() || before.equals(after)) {
            return before.pay();
        }
        return before.pay()
                + (after.pay() - before.pay())
                        * (attainment - before.attainment())
                        / (after.attainment() - before.attainment());
    }
}
