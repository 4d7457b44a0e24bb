package mpm.method;

import java.time.Duration;
import java.util.function.Supplier;
import mpm.cell.CellError;
import mpm.cell.CellException;

/**
 * How long a calculation may take. A loop that may run long calls {@link #check()} once a turn; when the time is up, the
 * loop ends in #NUM! and a sentence, and the thread goes on to the next call instead of hanging in this one.
 */
public final class Deadline {

    private static final ThreadLocal<Deadline> CURRENT = new ThreadLocal<>();

    private final Duration allowed;
    private final long end;

    private Deadline(Duration allowed, long end) {
        this.allowed = allowed;
        this.end = end;
    }

    /** Runs a calculation that may take as long as allowed, and no longer than the calculation around it. */
    public static <T> T within(Duration allowed, Supplier<T> calculation) {
        Deadline around = CURRENT.get();
        Deadline own = new Deadline(allowed, System.nanoTime() + allowed.toNanos());
        CURRENT.set(around != null && around.end - own.end < 0 ? around : own);
        try {
            return calculation.get();
        } finally {
            if (around == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(around);
            }
        }
    }

    /**
     * Ends a calculation whose time is up.
     *
     * @throws CellException #NUM! with the limit in its sentence
     */
    public static void check() {
        Deadline current = CURRENT.get();
        if (current != null && System.nanoTime() - current.end > 0) {
            throw CellError.NUM.because("The calculation was stopped after %s seconds: give it fewer cells."
                    .formatted(current.allowed.toMillis() / 1000.0));
        }
    }
}
