package mpm.service.storage.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutOfReachTest {

    @ParameterizedTest
    @CsvSource({
        "40XL1, true, true",
        "55P03, true, true",
        "40001, true, true",
        "40P01, true, true",
        "08006, true, false",
        "57P01, true, false",
        "22001, false, false",
        "23505, false, false"
    })
    void theStateTellsWhetherTheDatabaseIsAwayOrBusy(String state, boolean isOutOfReach, boolean isHeld) {
        SQLException statement = new SQLException("no words", state);
        BatchUpdateException batch = new BatchUpdateException(new int[0]);
        batch.setNextException(statement);

        for (Throwable failure :
                new Throwable[] {new IllegalStateException(statement), new IllegalStateException(batch)}) {
            assertThat(OutOfReach.isCauseOf(failure)).isEqualTo(isOutOfReach);
            assertThat(OutOfReach.isHeld(failure)).isEqualTo(isHeld);
        }
    }
}
