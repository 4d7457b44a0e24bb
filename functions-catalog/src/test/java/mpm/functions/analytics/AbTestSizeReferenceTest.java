package mpm.functions.analytics;

import static mpm.method.ReferenceCases.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import mpm.cell.Cell;
import mpm.cell.Grid;
import mpm.method.ReferenceCases;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AbTestSizeReferenceTest {

    @ParameterizedTest
    @ValueSource(strings = {"ss-1", "ss-2"})
    void aTestNeedsTheVisitorsOfPowerPropTest(String id) {
        JsonNode reference = ReferenceCases.one("ab_tests", id);
        JsonNode given = reference.get("inputs");
        double rate = given.get("p1").asDouble();
        Grid size = new AbTestSize(
                        rate,
                        given.get("p2").asDouble() - rate,
                        false,
                        given.get("alpha").asDouble(),
                        given.get("power").asDouble(),
                        1,
                        Optional.empty())
                .value()
                .cells(false);

        JsonNode expected = reference.get("expected");
        assertThat(size.cell(0, 0))
                .isEqualTo(Cell.of(expected.get("n_rounded_up").asDouble()));
        double exact = ((Cell.Numeric) size.cell(0, 4)).value();
        assertClose(reference, "n_per_arm", exact, expected.get("n_per_arm").asDouble());
    }
}
