package mpm.catalogue;

import mpm.cell.Cell;
import mpm.cell.CellError;

/** Constants as a formula writes them. */
public final class Literals {

    private Literals() {}

    /** One constant: a number, TRUE or FALSE, an error's name, or text, whose quotation marks may be left out. */
    public static Cell cell(String literal) {
        String text = literal.strip();
        if (text.startsWith("\"") && text.endsWith("\"") && text.length() > 1) {
            return new Cell.Text(text.substring(1, text.length() - 1).replace("\"\"", "\""));
        } else if (text.equalsIgnoreCase("TRUE") || text.equalsIgnoreCase("FALSE")) {
            return Cell.of(text.equalsIgnoreCase("TRUE"));
        } else if (text.startsWith("#")) {
            return CellError.of(text)
                    .<Cell>map(error -> new Cell.Failure(error, ""))
                    .orElseGet(() -> Cell.of(text));
        } else if (text.matches("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d+)?")) {
            return Cell.of(Double.parseDouble(text));
        }
        return Cell.of(text);
    }
}
