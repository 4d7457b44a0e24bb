package mpm.functions.accountability;

import static mpm.method.ReferenceCases.assertClose;
import static mpm.method.ReferenceCases.numbers;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import mpm.cell.Cell;
import mpm.cell.Grid;
import mpm.cell.Series;
import mpm.method.ReferenceCases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Charts as R's qcc computes them. */
class ControlChartReferenceTest {

    private static final int[] NELSON = {1, 2, 3, 4, 5, 6, 7, 8};

    /** The mean range of two in standard deviations, 2/√π, rounded as qcc rounds it. */
    private static final double D2_OF_QCC = 1.128;

    @ParameterizedTest
    @ValueSource(strings = {"xmr-nile", "xmr-accident", "xmr-shift"})
    void everyPatternIsFoundWhereItIsCompleted(String id) {
        JsonNode reference = ReferenceCases.one("control_charts", id);
        Series values = Series.column(numbers(reference.get("inputs").get("x")));
        Grid hits = new SignalRules(values, Optional.empty(), Optional.empty(), "ALL")
                .value()
                .cells(false);
        for (int rule : NELSON) {
            List<Double> found = new ArrayList<>();
            IntStream.range(0, hits.rows())
                    .filter(row -> hits.cell(row, 1).equals(Cell.of(rule)))
                    .forEach(row -> found.add(number(hits.cell(row, 0))));
            String name = rule == 2 ? "R2_n9" : "R" + rule;
            assertThat(found)
                    .as(name)
                    .containsExactly(boxed(numbers(
                            reference.get("expected").get("flags_index1").get(name))));
        }
    }

    @Test
    void theRunningAverageAndItsLimitsAreThoseOfR() {
        JsonNode reference = ReferenceCases.one("control_charts", "pchart");
        double[] events = numbers(reference.get("inputs").get("events"));
        double[] sizes = numbers(reference.get("inputs").get("sizes"));
        double[] rates = IntStream.range(0, events.length)
                .mapToDouble(day -> events[day] / sizes[day])
                .toArray();
        double sigma = IntStream.range(1, rates.length)
                        .mapToDouble(day -> Math.abs(rates[day] - rates[day - 1]))
                        .average()
                        .orElseThrow()
                / D2_OF_QCC;
        Grid chart = new Ewma(Series.column(rates), .2, 2.7, Optional.empty(), Optional.of(sigma))
                .value()
                .cells(false);
        List<String> columns = List.of("ewma", "ewma_lcl", "ewma_ucl");
        for (int column = 0; column < columns.size(); column++) {
            double[] expected = numbers(reference.get("expected").get(columns.get(column)));
            for (int day = 0; day < expected.length; day++) {
                assertClose(reference, columns.get(column), number(chart.cell(day, column + 1)), expected[day]);
            }
        }
    }

    private static Double[] boxed(double[] numbers) {
        return IntStream.range(0, numbers.length)
                .mapToObj(place -> numbers[place])
                .toArray(Double[]::new);
    }

    private static double number(Cell cell) {
        return ((Cell.Numeric) cell).value();
    }
}
