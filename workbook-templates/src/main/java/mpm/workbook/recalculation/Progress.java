package mpm.workbook.recalculation;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Which formula is computed now, what it lacks, and how much time is left. */
final class Progress {

    /** Asking the clock at every cell would take as long as reading it. */
    private static final int READS_BETWEEN_CHECKS = 4096;

    private final long end;
    private int reads;
    private boolean isOver;
    private @Nullable FormulaCell current;
    private int evaluations;
    private @Nullable NotYetException missing;

    /** The time of all formulas together is up. */
    static final class TimeUpException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TimeUpException() {
            super("", null, false, false);
        }
    }

    Progress(Duration time) {
        this.end = System.nanoTime() + time.toNanos();
    }

    void begin(FormulaCell formula) {
        current = formula;
        evaluations = 0;
        missing = null;
    }

    @Nullable
    FormulaCell current() {
        return current;
    }

    /** POI looks a formula up in its own memory whenever it evaluates it, and the first time puts it there. */
    void evaluates(FormulaCell formula) {
        evaluations += formula.equals(current) ? 1 : 0;
    }

    boolean hasReadItself() {
        return evaluations > 2;
    }

    /** Some functions of POI swallow exceptions, and what they answer then does not count. */
    void needs(NotYetException needed) {
        missing = needed;
    }

    @Nullable
    FormulaCell missing() {
        return missing == null ? null : missing.needed();
    }

    /** Counts the reading of a cell. */
    void read() {
        if (++reads % READS_BETWEEN_CHECKS == 0) {
            check();
        }
    }

    void check() {
        if (isOver()) {
            throw new TimeUpException();
        }
    }

    boolean isOver() {
        isOver = isOver || System.nanoTime() - end > 0;
        return isOver;
    }
}
