package mpm.functions.accountability;

import static mpm.catalogue.Stage.MEASURE;

import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.CellError;

/** With churn c the margin of a customer fades as e<sup>−c't</sup>, c' = −ln(1 − c), and its integral reaches the CAC. */
@WorksheetFunction(
        name = "PAYBACK",
        question = "After how many months has a customer paid back the CAC?",
        stage = MEASURE,
        method = "The acquisition cost divided by the monthly margin of an account; with churn the margin "
                + "fades month by month until the cost is met.",
        caution = "It counts margin, not cash: what is billed late is paid back later.",
        related = {"CAC", "LTV"})
@Example(formula = "=MPM.PAYBACK(1200, 100, 0.8)", shows = "15")
@Example(
        formula = "=MPM.PAYBACK({1200;5000}, 100, 0.8, 0.02)",
        shows = "{17.870284804;#NUM!}",
        because = "At 2 % churn a month 5,000 never come back.")
@Example(formula = "=MPM.PAYBACK(1200, 0, 0.8)", shows = "#DIV/0!", because = "Without revenue nothing is paid back.")
public record Payback(
        @Argument(value = "What the customer cost, 0 or more.", each = true)
        double cac,

        @Argument(value = "Average revenue per account and month.", each = true)
        double arpa,

        @Argument(value = "What is kept of a unit of revenue.", each = true)
        double margin,

        @Argument(value = "The share of customers lost each month, from 0 to below 1.", each = true, otherwise = "0")
        double churn)
        implements Accountability, Computed<Double> {

    @Override
    public Double value() {
        if (cac < 0 || !(churn >= 0 && churn < 1)) {
            throw CellError.NUM.because("cac is 0 or more, and churn a fraction from 0 to below 1.");
        }
        double gain = arpa * margin;
        if (cac == 0) {
            return 0.0;
        }
        if (gain == 0) {
            throw CellError.DIV0.because("A customer brings no margin, so nothing is paid back.");
        }
        double fading = -StrictMath.log1p(-churn);
        if (gain < 0 || cac * fading / gain >= 1) {
            throw CellError.NUM.because("Never: customers are lost before they have paid back the CAC.");
        }
        return fading == 0 ? cac / gain : -StrictMath.log1p(-cac * fading / gain) / fading;
    }
}
