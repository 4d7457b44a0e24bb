package mpm.method.regression;

import static mpm.method.ReferenceCases.assertClose;
import static mpm.method.ReferenceCases.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import mpm.cell.CellError;
import mpm.cell.CellException;
import mpm.cell.Series;
import mpm.method.ReferenceCases;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GrangerTestTest {

    private static final double GAP = Double.NaN;

    static Stream<JsonNode> references() {
        return ReferenceCases.of("granger");
    }

    @ParameterizedTest
    @MethodSource("references")
    void theTestIsThatOfR(JsonNode reference) {
        JsonNode inputs = reference.get("inputs");
        GrangerTest test = GrangerTest.of(
                GrangerTest.history(Series.column(numbers(inputs.get("x"))), Series.column(numbers(inputs.get("y")))),
                inputs.get("order").asInt());

        JsonNode expected = reference.get("expected");
        assertClose(reference, "F", test.f(), expected.get("F").asDouble());
        assertThat(test.df1()).isEqualTo(expected.get("df1").asInt());
        assertThat(test.df2()).isEqualTo(expected.get("df2").asInt());
        assertClose(reference, "p_value", test.p(), expected.get("p_value").asDouble());
    }

    @Test
    void theHistoryIsCutToItsCompletePairs() {
        assertThat(GrangerTest.history(Series.column(GAP, 1, 2, 3, 5, 4, 7), Series.column(3, 1, 2, 3, 6, 4, GAP))
                        .count())
                .isEqualTo(5);
        assertFails(
                CellError.NA,
                () -> GrangerTest.history(Series.column(1, 2, GAP, 3, 5, 4), Series.column(3, 1, 2, 3, 6, 4)));
        assertFails(
                CellError.NUM,
                () -> GrangerTest.history(Series.column(1, 2, GAP, GAP, GAP), Series.column(GAP, GAP, 2, 3, 6)));
    }

    @Test
    void whatCannotBeTestedIsRefused() {
        var history = GrangerTest.history(Series.column(1, 2, 4, 3, 5, 4, 7), Series.column(2, 1, 2, 3, 6, 4, 5));
        assertThat(GrangerTest.of(history, 1).df2()).isEqualTo(3);
        assertFails(CellError.NUM, () -> GrangerTest.of(history, 2));

        var dependent = GrangerTest.history(Series.column(1, 1, 1, 1, 1, 1, 1), Series.column(2, 1, 2, 3, 6, 4, 5));
        assertFails(CellError.NUM, () -> GrangerTest.of(dependent, 1));

        var perfect = GrangerTest.history(Series.column(1, 2, 4, 3, 5, 4, 7, 6), Series.column(0, 1, 2, 4, 3, 5, 4, 7));
        assertFails(CellError.DIV0, () -> GrangerTest.of(perfect, 1));
    }

    private static void assertFails(CellError error, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        CellException.class,
                        failure -> assertThat(failure.error()).isEqualTo(error));
    }
}
