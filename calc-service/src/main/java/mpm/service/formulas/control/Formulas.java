package mpm.service.formulas.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import mpm.catalogue.Calculation;
import mpm.cell.Range;
import mpm.functions.Functions;
import mpm.method.Deadline;
import mpm.plan.SamplePlan;
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
        return value(formula, calculations.calculation());
    }

    /**
     * What a formula shows to a visitor of a page: it reads the plan data of the sample company, never what is stored.
     *
     * @throws UnreadableFormulaException as {@link #value} does
     */
    public Range sampleValue(String formula) {
        return value(formula, new Calculation(Functions.CATALOGUE, SamplePlan.links(), calculations.limits()));
    }

    private Range value(String formula, Calculation calculation) {
        int longest = settings.limits().formulaCharacters();
        if (formula.length() > longest) {
            throw new UnreadableFormulaException(
                    "The formula is %,d characters long, and %,d are read.".formatted(formula.length(), longest));
        }
        FormulaEvaluation evaluation = new FormulaEvaluation(calculation);
        // A formula may hold hundreds of calls, each with a time of its own.
        Duration all = calculations.limits().batch();
        return Deadline.within(all, all, deadline -> evaluation.value(formula));
    }
}
