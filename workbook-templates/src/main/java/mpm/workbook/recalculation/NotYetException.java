package mpm.workbook.recalculation;

/** A formula met another that must be computed before it. */
final class NotYetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient FormulaCell needed;

    NotYetException(FormulaCell needed) {
        super("", null, false, false);
        this.needed = needed;
    }

    FormulaCell needed() {
        return needed;
    }
}
