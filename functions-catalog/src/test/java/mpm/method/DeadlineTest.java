package mpm.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import mpm.cell.CellError;
import mpm.cell.CellException;
import org.junit.jupiter.api.Test;

class DeadlineTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(5);

    @Test
    void withoutADeadlineALoopRunsOn() {
        assertThatCode(Deadline::check).doesNotThrowAnyException();
    }

    @Test
    void aCalculationThatTakesTooLongEndsAndTheNextHasItsOwnTime() {
        Deadline.within(LONG, SHORT, deadline -> {
            assertThatThrownBy(DeadlineTest::runOn)
                    .isInstanceOfSatisfying(
                            CellException.class, e -> assertThat(e.error()).isEqualTo(CellError.NUM))
                    .hasMessageContaining("0.005 seconds");
            deadline.next();
            assertThatCode(Deadline::check).doesNotThrowAnyException();
            return "done";
        });
    }

    @Test
    void allTogetherEndWhenTheirTimeIsUp() {
        Deadline.within(SHORT, LONG, deadline -> {
            assertThatThrownBy(DeadlineTest::runOn).hasMessageContaining("0.005 seconds");
            deadline.next();
            return assertThatThrownBy(Deadline::check).hasMessageContaining("0.005 seconds");
        });
    }

    @Test
    void whatLiesWithinAnotherEndsWithIt() {
        Deadline.within(SHORT, SHORT, deadline -> {
            assertThatThrownBy(() -> Deadline.within(LONG, LONG, within -> runOn()))
                    .isInstanceOf(CellException.class);
            return assertThatThrownBy(Deadline::check).isInstanceOf(CellException.class);
        });
        assertThatCode(Deadline::check).doesNotThrowAnyException();
    }

    private static String runOn() {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (System.nanoTime() - end < 0) {
            Deadline.check();
        }
        return "not stopped";
    }
}
