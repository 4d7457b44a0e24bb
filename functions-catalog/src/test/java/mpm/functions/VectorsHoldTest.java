package mpm.functions;

import static mpm.catalogue.ShownRange.assertShows;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import mpm.catalogue.Calculation;
import mpm.catalogue.Call;
import mpm.catalogue.Definition;
import mpm.catalogue.Limits;
import mpm.catalogue.Parameter;
import mpm.catalogue.Result;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.DateSystem;
import mpm.cell.Grid;
import mpm.cell.Range;
import mpm.link.Links;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every vector of the specification for the functions there are, through the binding. */
class VectorsHoldTest {

    private static final List<String> FILES = List.of(
            "1-alignment",
            "2-accountability",
            "3-analytics",
            "3-analytics-models",
            "4-6-automation-alliances-assessment");

    private final Calculation calculation = new Calculation(Functions.CATALOGUE, Links.NONE, Limits.STANDARD);

    @TestFactory
    Stream<DynamicTest> everyVectorHolds() {
        return vectors()
                .filter(vector -> function(vector).isPresent())
                .map(vector -> DynamicTest.dynamicTest(title(vector), () -> holds(vector)));
    }

    @Test
    void everyFunctionHasVectors() {
        Set<String> named = vectors().map(VectorsHoldTest::name).collect(Collectors.toSet());
        assertThat(named)
                .containsAll(Functions.CATALOGUE.functions().stream()
                        // Those of the data link need stored data: DataLinkVectorsHoldTest has them.
                        .filter(function -> !function.factor().equals("Data link"))
                        .map(Definition::name)
                        .toList());
    }

    private void holds(JsonNode vector) {
        JsonNode expect = vector.path("expect");
        Result result = calculation
                .results(List.of(new Call(name(vector), arguments(vector, expect))), DateSystem.FROM_1900)
                .get(0);
        double relative = vector.path("rel").asDouble(0);
        double absolute = vector.path("abs").asDouble(0);
        if (expect.has("cells")) {
            expect.path("cells")
                    .forEach(cell -> assertShows(
                            result.value()
                                    .cell(
                                            cell.path("row").asInt() + 1,
                                            columnOf(
                                                    result.value(),
                                                    cell.path("column").asText())),
                            cell(cell.path("value")),
                            relative,
                            absolute));
        } else {
            assertShows(result.value(), expected(expect), relative, absolute);
        }
    }

    private static int columnOf(Range table, String caption) {
        for (int column = 0; column < table.columns(); column++) {
            if (table.cell(0, column).shown().equals(caption)) {
                return column;
            }
        }
        throw new AssertionError("There is no column " + caption);
    }

    private static Range expected(JsonNode expect) {
        if (expect.has("value")) {
            return cell(expect.path("value"));
        } else if (expect.has("error")) {
            return cell(expect.path("error"));
        }
        return grid(expect.has("matrix") ? expect.path("matrix") : expect.path("table"));
    }

    /** A matrix is the whole result without captions, so it asks for none. */
    private static List<Range> arguments(JsonNode vector, JsonNode expect) {
        List<Range> arguments = new ArrayList<>();
        vector.path("arguments")
                .forEach(argument -> arguments.add(argument.isArray() ? grid(argument) : cell(argument)));
        List<Parameter> parameters = function(vector).orElseThrow().parameters();
        if (expect.has("matrix") && parameters.get(parameters.size() - 1).name().equals("headers")) {
            while (arguments.size() < parameters.size() - 1) {
                arguments.add(Cell.blank());
            }
            arguments.add(Cell.of(false));
        }
        return arguments;
    }

    private static Optional<Definition> function(JsonNode vector) {
        return Functions.CATALOGUE.find(name(vector));
    }

    private static String title(JsonNode vector) {
        return "%s: %s".formatted(name(vector), vector.path("how").asText());
    }

    private static String name(JsonNode vector) {
        return vector.path("function").asText();
    }

    private static Grid grid(JsonNode rows) {
        return Grid.of(StreamSupport.stream(rows.spliterator(), false)
                .map(row -> StreamSupport.stream(row.spliterator(), false)
                        .map(VectorsHoldTest::cell)
                        .toList())
                .toList());
    }

    private static Cell cell(JsonNode value) {
        if (value.isNumber()) {
            return Cell.of(value.asDouble());
        } else if (value.isBoolean()) {
            return Cell.of(value.asBoolean());
        } else if (value.isNull()) {
            return Cell.blank();
        }
        return CellError.of(value.asText())
                .<Cell>map(error -> new Cell.Failure(error, ""))
                .orElseGet(() -> Cell.of(value.asText()));
    }

    private static Stream<JsonNode> vectors() {
        return FILES.stream().flatMap(file -> {
            try (InputStream vectors = VectorsHoldTest.class.getResourceAsStream("/vectors/" + file + ".json")) {
                return StreamSupport.stream(
                        new ObjectMapper()
                                .readTree(Objects.requireNonNull(vectors, file))
                                .spliterator(),
                        false);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
