package mpm.service.formulas.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import mpm.cell.Range;
import mpm.method.Deadline;
import mpm.service.calculation.control.Calculations;
import mpm.service.configuration.Settings;
import mpm.workbook.formula.FormulaEvaluation;
import mpm.workbook.formula.UnreadableFormulaException;

/** Formulas of constants, evaluated. */
@ApplicationScoped
public class Formulas {

    @Inject
    Calculations calculations;

    @Inject
    Settings settings;

    /**
     * What a formula shows.
     *
     * @throws UnreadableFormulaException where it is no formula, refers to cells, or is longer than this service reads
     */
    public Range value(String formula) {
        int longest = settings.limits().formulaCharacters();
        if (formula.length() > longest) {
            throw new UnreadableFormulaException(
                    "The formula is %,d characters long, and %,d are read.".formatted(formula.length(), longest));
        }
        FormulaEvaluation evaluation = new FormulaEvaluation(calculations.calculation());
        // A formula may hold hundreds of calls, each with a time of its own.
        Duration all = calculations.limits().batch();
        return Deadline.within(all, all, deadline -> evaluation.value(formula));
    }
}
