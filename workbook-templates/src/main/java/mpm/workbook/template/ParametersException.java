package mpm.workbook.template;

/** Parameters for which no workbook is made; the message is the sentence for whoever chose them. */
public final class ParametersException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ParametersException(String reason) {
        super(reason);
    }
}
