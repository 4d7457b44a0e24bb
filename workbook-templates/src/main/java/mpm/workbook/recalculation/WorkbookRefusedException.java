package mpm.workbook.recalculation;

/** A workbook that is not recalculated; the message is the sentence for its sender. */
public final class WorkbookRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long limit;

    private WorkbookRefusedException(String sentence, long limit) {
        // No stack trace: a refusal is an answer, and anyone can ask for many of them.
        super(sentence, null, false, false);
        this.limit = limit;
    }

    static WorkbookRefusedException because(String sentence) {
        return new WorkbookRefusedException(sentence, 0);
    }

    /** The refusal of something that is over a limit. */
    static WorkbookRefusedException over(long limit, String sentence) {
        return new WorkbookRefusedException(sentence, limit);
    }

    /** The limit that was passed; 0 where none was. */
    public long limit() {
        return limit;
    }
}
