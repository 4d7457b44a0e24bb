package mpm.service.formulas.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import mpm.cell.Range;
import mpm.method.Deadline;
import mpm.service.calculation.control.Calculations;
import mpm.workbook.formula.FormulaEvaluation;

/** Formulas of constants, evaluated. */
@ApplicationScoped
public class Formulas {

    @Inject
    Calculations calculations;

    /**
     * What a formula shows.
     *
     * @throws mpm.workbook.formula.UnreadableFormulaException where it is no formula, or refers to cells
     */
    public Range value(String formula) {
        FormulaEvaluation evaluation = new FormulaEvaluation(calculations.calculation());
        // A formula may hold hundreds of calls, each with a time of its own.
        Duration all = calculations.limits().batch();
        return Deadline.within(all, all, deadline -> evaluation.value(formula));
    }
}
