package mpm.service.feeds.boundary;

import java.util.regex.Pattern;

/** Texts that no spreadsheet takes for a formula. */
final class PlainText {

    /** What may begin a formula, also in the wide forms of East Asian keyboards. */
    private static final String FORMULA = "=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20";

    /**
     * Where a cell may begin: at the beginning of the text, and behind what separates cells where the file is opened in
     * another country. A spreadsheet passes over spaces and what cannot be seen.
     */
    private static final Pattern BEGINNING = Pattern.compile("^(?=[\\t\\r\\n]|[\\s\\p{Z}\\p{C}]*[" + FORMULA
            + "])|(?<=[;\\t\\r\\n])(?=[\\s\\p{Z}\\p{C}]*+[" + FORMULA + "])");

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    private PlainText() {}

    /** The text with an apostrophe before whatever would compute; a number stays as it is. */
    static String of(String text) {
        return NUMBER.matcher(text).matches() ? text : BEGINNING.matcher(text).replaceAll("'");
    }
}
