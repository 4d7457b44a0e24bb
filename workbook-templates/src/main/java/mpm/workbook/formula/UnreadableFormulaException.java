package mpm.workbook.formula;

/** A formula that is not evaluated; the message is the sentence for its author. */
public final class UnreadableFormulaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableFormulaException(String reason) {
        super(reason);
    }
}
