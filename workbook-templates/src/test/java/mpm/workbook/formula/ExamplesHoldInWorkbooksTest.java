package mpm.workbook.formula;

import static mpm.catalogue.ShownRange.assertShows;

import java.util.stream.Stream;
import mpm.catalogue.Calculation;
import mpm.catalogue.Formula;
import mpm.catalogue.Limits;
import mpm.catalogue.Spelling;
import mpm.functions.Functions;
import mpm.plan.SamplePlan;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every example of every function, as a formula that Apache POI evaluates, in both spellings. */
class ExamplesHoldInWorkbooksTest {

    private final FormulaEvaluation evaluation =
            new FormulaEvaluation(new Calculation(Functions.CATALOGUE, SamplePlan.links(), Limits.STANDARD));

    @TestFactory
    Stream<DynamicTest> everyExampleShowsWhatItSays() {
        return Functions.CATALOGUE.functions().stream()
                .flatMap(function -> function.examples().stream())
                .flatMap(example -> Stream.of(example.formula(), Spelling.storedFormula(example.formula()))
                        .map(formula -> DynamicTest.dynamicTest(
                                formula,
                                () -> assertShows(
                                        evaluation.value(formula), Formula.shown(example.shows()), 1e-9, 0))));
    }
}
