package mpm.functions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mpm.catalogue.Calculation;
import mpm.catalogue.Call;
import mpm.catalogue.Definition;
import mpm.catalogue.Example;
import mpm.catalogue.Formula;
import mpm.catalogue.Limits;
import mpm.catalogue.Parameter;
import mpm.cell.Cell;
import mpm.cell.DateSystem;
import mpm.cell.Range;
import mpm.link.Links;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is left to chance hangs on the seed, and on nothing else. */
class RandomnessTest {

    /** The examples of REVPLAN have rates that are no counts, which leaves nothing to chance. */
    private static final String COUNTED = "=MPM.REVPLAN({100,100,100,100}, {400,100}, {1}, 10)";

    static Stream<Definition> functions() {
        return Functions.CATALOGUE.functions().stream().filter(function -> seedPlace(function) >= 0);
    }

    @ParameterizedTest
    @MethodSource("functions")
    void theSameSeedGivesTheSameBits(Definition function) {
        assertThat(calls(function)).allSatisfy(call -> assertThat(answer(call)).isEqualTo(answer(call)));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void anotherSeedGivesAnotherAnswer(Definition function) {
        assertThat(calls(function))
                .anySatisfy(
                        call -> assertThat(answer(seeded(function, call, 77))).isNotEqualTo(answer(call)));
    }

    private static List<Call> calls(Definition function) {
        return Stream.concat(function.examples().stream().map(Example::formula), Stream.of(COUNTED))
                .map(Formula::call)
                .filter(call -> Functions.CATALOGUE.find(call.function()).orElseThrow() == function)
                .toList();
    }

    private static int seedPlace(Definition function) {
        return function.parameters().stream().map(Parameter::name).toList().indexOf("seed");
    }

    private static Call seeded(Definition function, Call call, int seed) {
        List<Range> arguments = new ArrayList<>(call.arguments());
        while (arguments.size() <= seedPlace(function)) {
            arguments.add(Cell.blank());
        }
        arguments.set(seedPlace(function), Cell.of(seed));
        return new Call(call.function(), arguments);
    }

    private static Range answer(Call call) {
        return new Calculation(Functions.CATALOGUE, Links.NONE, Limits.STANDARD)
                .results(List.of(call), DateSystem.FROM_1900)
                .get(0)
                .value();
    }
}
