package mpm.cell;

/** An answer that is an error: what the cell shows, and the sentence for its reader. */
public final class CellException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final CellError error;
    private final String reason;

    CellException(CellError error, String reason) {
        // No stack trace: an error is an answer like another, and a column may hold a hundred thousand of them.
        super(reason, null, false, false);
        this.error = error;
        this.reason = reason;
    }

    public CellError error() {
        return error;
    }

    public String reason() {
        return reason;
    }
}
