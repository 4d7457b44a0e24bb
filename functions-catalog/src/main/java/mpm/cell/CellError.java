package mpm.cell;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The errors a cell can show. A function of MPM answers only {@link #DIV0}, {@link #VALUE}, {@link #NUM} and {@link #NA};
 * the others arrive in arguments and pass through.
 */
public enum CellError {
    NULL("#NULL!"),
    DIV0("#DIV/0!"),
    VALUE("#VALUE!"),
    REF("#REF!"),
    NAME("#NAME?"),
    NUM("#NUM!"),
    NA("#N/A"),
    GETTING_DATA("#GETTING_DATA"),
    SPILL("#SPILL!"),
    CALC("#CALC!"),
    FIELD("#FIELD!"),
    BLOCKED("#BLOCKED!"),
    UNKNOWN("#UNKNOWN!"),
    CONNECT("#CONNECT!"),
    BUSY("#BUSY!"),
    EXTERNAL("#EXTERNAL!"),
    PYTHON("#PYTHON!"),
    TIMEOUT("#TIMEOUT!");

    private static final Map<String, CellError> BY_TEXT =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(CellError::text, Function.identity()));

    private final String text;

    CellError(String text) {
        this.text = text;
    }

    /** The error of this text, such as {@code #N/A}; nothing for a text that Excel does not know as an error. */
    public static Optional<CellError> of(String text) {
        return Optional.ofNullable(BY_TEXT.get(text));
    }

    public String text() {
        return text;
    }

    /** The error with the sentence that lets the reader of the cell mend it: it names the thing and what to do. */
    public CellException because(String reason) {
        return new CellException(this, reason);
    }
}
