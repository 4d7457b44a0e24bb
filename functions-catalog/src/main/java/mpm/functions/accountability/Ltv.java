package mpm.functions.accountability;

import static mpm.catalogue.Stage.MEASURE;

import java.util.Optional;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.CellError;

@WorksheetFunction(
        name = "LTV",
        question = "What is a customer worth over the lifetime?",
        stage = MEASURE,
        method = "The margin per period, kept by retention and discounted, summed over the horizon or for "
                + "ever. The first period is not discounted.",
        source = "Farris, Bendle, Pfeifer and Reibstein, Marketing Metrics.",
        caution = "A constant churn overstates new and understates loyal customers.",
        related = {"CAC", "PAYBACK"})
@Example(formula = "=MPM.LTV(100, 0.8, 0.03)", shows = "2666.666667")
@Example(
        formula = "=MPM.LTV(100, 0.8, 0.03, 0.01, {12;36;\"\"})",
        shows = "{776.18527124;1548.4102612;2020}",
        because = "One year, three years, and for ever.")
@Example(
        formula = "=MPM.LTV(100, 0.8, 0)",
        shows = "#DIV/0!",
        because = "Whoever never leaves is worth more than any number.")
public record Ltv(
        @Argument(value = "Average revenue per account and period.", each = true)
        double arpa,

        @Argument(value = "What is kept of a unit of revenue.", each = true)
        double margin,

        @Argument(value = "The share of customers lost each period, 0 to 1.", each = true)
        double churn,

        @Argument(value = "The rate per period by which later money counts less.", each = true, otherwise = "0")
        double discount,

        @Argument(value = "How many periods count, up to 10,000; left out, all.", each = true)
        Optional<Integer> horizon)
        implements Accountability, Computed<Double> {

    private static final int LONGEST_HORIZON = 10_000;

    @Override
    public Double value() {
        if (!(churn >= 0 && churn <= 1) || discount < 0) {
            throw CellError.NUM.because("churn is a fraction from 0 to 1, and discount 0 or more.");
        }
        double gain = arpa * margin;
        if (horizon.isPresent()) {
            return gain * periods(horizon.get());
        }
        if (churn + discount == 0) {
            throw CellError.DIV0.because("Without churn, discount and horizon the value has no end.");
        }
        return gain * (1 + discount) / (discount + churn);
    }

    /** What so many periods are worth, the first counting in full. */
    private double periods(int count) {
        if (count < 0 || count > LONGEST_HORIZON) {
            throw CellError.NUM.because(
                    "horizon is %d, but 0 to %,d periods can count.".formatted(count, LONGEST_HORIZON));
        }
        double kept = (1 - churn) / (1 + discount);
        double worth = 1;
        double sum = 0;
        for (int period = 0; period < count; period++) {
            sum += worth;
            worth *= kept;
        }
        return sum;
    }
}
