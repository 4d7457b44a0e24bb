package mpm.method;

import java.time.Duration;
import java.util.function.Function;
import mpm.cell.CellError;
import mpm.cell.CellException;
import org.jspecify.annotations.Nullable;

/**
 * How long calculations may take. A loop that may run long calls {@link #check()} once a turn; when the time is up, the loop
 * ends in #NUM! and a sentence, and the thread goes on to the next calculation instead of hanging in this one.
 */
public final class Deadline {

    private static final ThreadLocal<Deadline> CURRENT = new ThreadLocal<>();

    private final Duration all;
    private final Duration each;
    private final long endOfAll;
    private long endOfThis;
    private boolean isBegun;

    private Deadline(Duration all, Duration each, @Nullable Deadline around) {
        this.all = all;
        this.each = each;
        long end = System.nanoTime() + all.toNanos();
        this.endOfAll = around != null && around.endOfAll - end < 0 ? around.endOfAll : end;
    }

    /**
     * Runs calculations one after the other, {@link #next()} before each. Within calculations that have a deadline already,
     * they must be done by then as well.
     *
     * @param all what they may take together
     * @param each what one may take, from its first {@link #check()}
     */
    public static <T> T within(Duration all, Duration each, Function<Deadline, T> calculations) {
        Deadline around = CURRENT.get();
        Deadline own = new Deadline(all, each, around);
        CURRENT.set(own);
        try {
            return calculations.apply(own);
        } finally {
            if (around == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(around);
            }
        }
    }

    /** Begins the next calculation: the time of the one before counts no longer. */
    public void next() {
        isBegun = false;
    }

    /**
     * Ends a calculation whose time is up.
     *
     * @throws CellException #NUM! with the limit in its sentence
     */
    public static void check() {
        Deadline current = CURRENT.get();
        if (current != null) {
            current.check(System.nanoTime());
        }
    }

    private void check(long now) {
        if (!isBegun) {
            isBegun = true;
            endOfThis = now + each.toNanos();
        }
        if (now - endOfAll > 0) {
            throw over(all);
        } else if (now - endOfThis > 0) {
            throw over(each);
        }
    }

    private static CellException over(Duration allowed) {
        return CellError.NUM.because("The calculation was stopped after %s seconds: give it fewer cells."
                .formatted(allowed.toMillis() / 1000.0));
    }
}
