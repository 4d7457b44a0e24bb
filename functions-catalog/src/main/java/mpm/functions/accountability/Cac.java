package mpm.functions.accountability;

import static mpm.catalogue.Stage.MEASURE;

import java.util.Optional;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.Cell;
import mpm.cell.CellError;

@WorksheetFunction(
        name = "CAC",
        question = "What does a new customer cost us?",
        stage = MEASURE,
        method = "Marketing plus sales cost divided by the new customers; marketing_only leaves sales out.",
        source = "Farris, Bendle, Pfeifer and Reibstein, Marketing Metrics.",
        caution = "A mean of monthly CACs is not the year's: for a total over periods use UNITCOST.",
        related = {"UNITCOST", "PAYBACK", "LTV"})
@Example(formula = "=MPM.CAC(1200000, 1200000, 240)", shows = "10000")
@Example(
        formula = "=MPM.CAC({60000;66000}, , {120;110}, TRUE)",
        shows = "{500;600}",
        because = "Marketing alone: the cost of sales may be left out.")
@Example(formula = "=MPM.CAC(60000, 90000, 0)", shows = "#DIV/0!", because = "There is no new customer.")
public record Cac(
        @Argument(value = "The cost of marketing.", each = true)
        double marketing,

        @Argument(
                value = "The cost of sales; may be blank where marketing alone counts.",
                each = true,
                mayBeBlank = true,
                keepsGaps = true)
        Optional<Double> sales,

        @Argument(value = "The customers won for it.", each = true)
        double newCustomers,

        @Argument(value = "TRUE counts marketing alone.", otherwise = "FALSE")
        boolean marketingOnly)
        implements Accountability, Computed<Cell> {

    @Override
    public Cell value() {
        double ofSales = marketingOnly
                ? 0
                : sales.orElseThrow(
                        () -> CellError.NA.because("sales is blank: give it a value, or count marketing alone."));
        if (Double.isNaN(ofSales)) {
            return Cell.blank();
        }
        if (newCustomers < 0) {
            throw CellError.NUM.because("new_customers is below 0: give 0 or more.");
        }
        if (newCustomers == 0) {
            throw CellError.DIV0.because("There is no new customer to share the cost.");
        }
        return Cell.of((marketing + ofSales) / newCustomers);
    }
}
