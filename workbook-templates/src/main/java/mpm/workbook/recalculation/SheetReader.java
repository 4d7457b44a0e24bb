package mpm.workbook.recalculation;

import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.workbook.recalculation.FormulaCell.Kind;
import org.jspecify.annotations.Nullable;

/** Reads the cells of a sheet, and the formulas that share others' text as the cells come. */
final class SheetReader {

    private final SheetCells sheet;
    private final List<String> texts;
    private final Budget budget;
    private final Map<String, FormulaCell> shared = new HashMap<>();
    private final Map<FormulaCell, FormulaCell> sharing;

    private int row = -1;
    private int column = -1;
    private long last = -1;

    /** How much is left of the limits of the workbook. */
    static final class Budget {
        private final WorkbookLimits limits;
        private long cells;
        private long formulas;

        Budget(WorkbookLimits limits) {
            this.limits = limits;
        }

        void takeCells(long number) {
            cells += number;
            if (cells > limits.cells()) {
                throw WorkbookRefusedException.over(
                        limits.cells(),
                        "The workbook has more than %,d cells with something in them: send it in parts."
                                .formatted(limits.cells()));
            }
        }

        void takeFormula() {
            formulas++;
            if (formulas > limits.formulas()) {
                throw WorkbookRefusedException.over(
                        limits.formulas(),
                        "The workbook has more than %,d formulas: give MPM's functions whole columns, or send it in parts."
                                .formatted(limits.formulas()));
            }
        }
    }

    /**
     * Reads into a sheet.
     *
     * @param texts the shared strings
     * @param sharing receives each formula that shares the text of another
     */
    SheetReader(SheetCells sheet, List<String> texts, Budget budget, Map<FormulaCell, FormulaCell> sharing) {
        this.sheet = sheet;
        this.texts = texts;
        this.budget = budget;
        this.sharing = sharing;
    }

    void read(String part, InputStream content) {
        Xml.read(part, content, (element, xml) -> {
            switch (element) {
                case "row" -> row(xml);
                case "c" -> cell(xml);
                case "mergeCell" -> Area.of(attribute(xml, "ref")).ifPresent(sheet::merge);
                default -> {
                    // What else a sheet has holds no cells.
                }
            }
        });
    }

    private void row(XMLStreamReader xml) {
        String number = attribute(xml, "r");
        row = number.isEmpty() ? row + 1 : whole(number) - 1;
        column = -1;
        if (row < 0 || row > Area.LAST_ROW) {
            throw outOfOrder();
        }
        String hidden = attribute(xml, "hidden");
        if (hidden.equals("1") || hidden.equals("true")) {
            sheet.hide(row);
        }
    }

    private void cell(XMLStreamReader xml) throws XMLStreamException {
        String place = attribute(xml, "r");
        long key = place.isEmpty() ? Area.key(row, column + 1) : Area.cell(place);
        if (row < 0 || key <= last || Area.row(key) != row || column >= Area.LAST_COLUMN) {
            throw outOfOrder();
        }
        last = key;
        column = Area.column(key);
        String type = attribute(xml, "t");
        boolean isDynamic = !attribute(xml, "cm").isEmpty();
        String value = "";
        @Nullable Found formula = null;
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "v" -> value = xml.getElementText();
                    // How East Asian text is read aloud stands beside the text.
                    case "is" -> value = Xml.textWithin(xml, "rPh");
                    case "f" ->
                        formula = new Found(
                                attribute(xml, "t"), attribute(xml, "ref"), attribute(xml, "si"), xml.getElementText());
                    default -> Xml.textWithin(xml, "");
                }
            }
        }
        Cell shown = shown(type, value);
        if (formula != null) {
            formula(key, formula, isDynamic, shown);
        } else if (!(shown instanceof Cell.Blank) || !type.isEmpty()) {
            budget.takeCells(1);
            sheet.add(key, shown);
        }
    }

    /** A formula as its element says it. */
    private record Found(String type, String reference, String share, String text) {}

    private void formula(long key, Found found, boolean isDynamic, Cell shown) {
        budget.takeFormula();
        Kind kind = switch (found.type()) {
            case "array" -> isDynamic ? Kind.DYNAMIC_ARRAY : Kind.FIXED_ARRAY;
            case "dataTable" -> Kind.DATA_TABLE;
            default -> Kind.SINGLE;
        };
        Area own = Area.at(Area.row(key), Area.column(key), 1, 1);
        Area stored = kind == Kind.FIXED_ARRAY || kind == Kind.DYNAMIC_ARRAY
                ? Area.of(found.reference())
                        .filter(area -> area.top() == own.top() && area.left() == own.left())
                        .orElse(own)
                : own;
        budget.takeCells(stored.size());
        @Nullable FormulaCell master = found.type().equals("shared") ? shared.get(found.share()) : null;
        boolean shares = master != null && found.text().isEmpty();
        FormulaCell formula =
                new FormulaCell(sheet, key, kind, stored, shares ? null : Xml.unspelt(found.text()), shown);
        sheet.add(formula);
        if (shares && master != null) {
            sharing.put(formula, master);
        } else if (found.type().equals("shared")) {
            shared.put(found.share(), formula);
        }
    }

    private Cell shown(String type, String value) {
        return switch (type) {
            case "s" -> {
                int text = whole(value);
                yield text < 0 || text >= texts.size() ? unreadable() : Cell.of(texts.get(text));
            }
            case "str" -> Cell.of(Xml.unspelt(value));
            case "inlineStr" -> Cell.of(value);
            case "b" -> Cell.of(value.strip().equals("1") || value.strip().equals("true"));
            case "e" -> new Cell.Failure(CellError.of(value.strip()).orElse(CellError.VALUE), "");
            // A date as text, which Excel reads and never writes, is left to be what it is.
            case "d" -> Cell.of(value);
            default -> number(value);
        };
    }

    private static Cell number(String value) {
        if (value.isBlank()) {
            return Cell.blank();
        }
        try {
            double number = Double.parseDouble(value.strip());
            return Double.isFinite(number) ? new Cell.Numeric(number) : unreadable();
        } catch (NumberFormatException e) {
            return unreadable();
        }
    }

    private static Cell unreadable() {
        return new Cell.Failure(CellError.VALUE, "");
    }

    private static int whole(String number) {
        try {
            return Integer.parseInt(number.strip());
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static String attribute(XMLStreamReader xml, String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    private WorkbookRefusedException outOfOrder() {
        return WorkbookRefusedException.because(
                "The cells of a sheet are not in order: open the workbook in Excel and save it anew.");
    }
}
