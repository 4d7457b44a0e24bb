package mpm.functions;

import static mpm.catalogue.ShownRange.assertShows;

import java.util.List;
import java.util.stream.Stream;
import mpm.catalogue.Calculation;
import mpm.catalogue.Example;
import mpm.catalogue.Formula;
import mpm.catalogue.Limits;
import mpm.catalogue.Result;
import mpm.cell.DateSystem;
import mpm.plan.SamplePlan;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every example of every function, through the binding. */
class ExamplesHoldTest {

    private final Calculation calculation = new Calculation(Functions.CATALOGUE, SamplePlan.links(), Limits.STANDARD);

    @TestFactory
    Stream<DynamicTest> everyExampleShowsWhatItSays() {
        return Functions.CATALOGUE.functions().stream()
                .flatMap(function -> function.examples().stream())
                .map(example -> DynamicTest.dynamicTest(example.formula(), () -> holds(example)));
    }

    private void holds(Example example) {
        Result result = calculation
                .results(List.of(Formula.call(example.formula())), DateSystem.FROM_1900)
                .get(0);
        assertShows(result.value(), Formula.shown(example.shows()), 1e-9, 0);
    }
}
