package mpm.functions.accountability;

import static mpm.method.ReferenceCases.assertClose;
import static mpm.method.ReferenceCases.numbers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import mpm.cell.Cell;
import mpm.cell.Grid;
import mpm.cell.Series;
import mpm.method.ReferenceCases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Measures of accuracy as R's forecast computes them; its percentages are a hundred times ours. */
class AccuracyReferenceTest {

    private static final Map<String, String> CAPTIONS = Map.of("TheilU", "Theil U", "bias", "Bias %");

    static Stream<JsonNode> cases() {
        return ReferenceCases.of("forecast_accuracy");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theMeasuresAreThoseOfR(JsonNode reference) {
        JsonNode given = reference.get("inputs");
        Series actual = Series.column(numbers(given.get("actual")));
        Forecasts forecast = new Forecasts(Series.column(numbers(given.get("forecast"))));
        Grid measures = new Accuracy(
                        actual,
                        forecast,
                        Optional.of(Series.column(numbers(given.get("training")))),
                        given.get("period").asInt())
                .value()
                .cells(true);
        Grid tracking = new Tracking(actual, forecast, Optional.empty(), Optional.empty())
                .value()
                .cells(false);

        JsonNode expected = reference.get("expected");
        expected.fieldNames().forEachRemaining(name -> {
            double value = expected.get(name).asDouble();
            if (name.equals("tracking_signal")) {
                assertClose(reference, name, number(tracking.cell(0, 0)), value);
                return;
            }
            double scale = name.endsWith("PE") && !name.equals("WAPE") ? 100 : 1;
            assertClose(reference, name, scale * number(measure(measures, CAPTIONS.getOrDefault(name, name))), value);
        });
    }

    private static Cell measure(Grid measures, String caption) {
        for (int column = 0; column < measures.columns(); column++) {
            if (measures.cell(0, column).shown().equals(caption)) {
                return measures.cell(1, column);
            }
        }
        throw new AssertionError("There is no measure " + caption);
    }

    private static double number(Cell cell) {
        return ((Cell.Numeric) cell).value();
    }
}
