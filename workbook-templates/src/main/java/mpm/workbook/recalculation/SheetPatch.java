package mpm.workbook.recalculation;

import static mpm.workbook.recalculation.MarkupReader.attribute;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.workbook.recalculation.MarkupReader.Attributes;
import org.jspecify.annotations.Nullable;

/** Copies the XML of a sheet letter by letter, but for the cells that show something else now. */
final class SheetPatch {

    /**
     * What becomes of a cell.
     *
     * @param value what it shows; nothing where that stays
     * @param extent the cells that its formula fills; nothing where that stays
     * @param keepsFormula whether a formula in it stays, or the value is still one that a formula fills in
     */
    record Change(@Nullable Cell value, @Nullable Area extent, boolean keepsFormula) {}

    private static final Pattern REFERENCE = Pattern.compile("(\\sref\\s*=\\s*[\"'])[^\"']*([\"'])");
    private static final Pattern SPANS = Pattern.compile("\\s+spans\\s*=\\s*(\"[^\"]*\"|'[^']*')");

    private final NavigableMap<Long, Change> changes;
    private final TreeMap<Integer, String> columnStyles = new TreeMap<>();

    private MarkupReader was = new MarkupReader(Reader.nullReader());
    private Writer now = Writer.nullWriter();
    private String prefix = "";
    private int row = -1;
    private int column = -1;

    SheetPatch(NavigableMap<Long, Change> changes) {
        this.changes = changes;
    }

    /** Writes the sheet anew. */
    void apply(InputStream sheet, OutputStream patched) throws IOException {
        Xml.Text text = Xml.text(sheet);
        was = new MarkupReader(text.reader());
        now = new BufferedWriter(new OutputStreamWriter(patched, text.encoding()), 1 << 16);
        while (was.next()) {
            now.append(was.text());
            String name = was.name();
            if (name.equals("sheetData") && !was.isEnd()) {
                sheetData();
            } else if (name.equals("dimension") && !was.isEnd()) {
                now.write(grown(was.markup().toString()));
            } else {
                if (name.equals("col") && !was.isEnd()) {
                    columnStyle();
                }
                now.append(was.markup());
            }
        }
        now.append(was.text()).flush();
    }

    private void columnStyle() {
        String tag = was.markup().toString();
        String style = attribute(tag, "style");
        if (!style.isEmpty()) {
            columnStyles.put(number(attribute(tag, "min")) - 1, style);
            columnStyles.putIfAbsent(number(attribute(tag, "max")), "");
        }
    }

    private static int number(String digits) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** The area that the sheet says it uses, with the cells that are new. */
    private String grown(String dimension) {
        Area used = Area.of(attribute(dimension, "ref")).orElse(null);
        if (used == null || changes.isEmpty()) {
            return dimension;
        }
        Area all = used;
        for (Map.Entry<Long, Change> each : changes.entrySet()) {
            if (each.getValue().value() != null) {
                int cellRow = Area.row(each.getKey());
                int cellColumn = Area.column(each.getKey());
                all = new Area(
                        Math.min(all.top(), cellRow),
                        Math.min(all.left(), cellColumn),
                        Math.max(all.bottom(), cellRow),
                        Math.max(all.right(), cellColumn));
            }
        }
        return all.equals(used) ? dimension : REFERENCE.matcher(dimension).replaceFirst("$1" + all.reference() + "$2");
    }

    private void sheetData() throws IOException {
        String tag = was.markup().toString();
        prefix = tag.substring(1, tag.indexOf("sheetData"));
        if (was.isEmpty()) {
            if (isNothingNew(Long.MAX_VALUE)) {
                now.write(tag);
                return;
            }
            now.write(opened(tag));
            newRows(Long.MAX_VALUE);
            now.write("</" + prefix + "sheetData>");
            return;
        }
        now.write(tag);
        while (was.next()) {
            now.append(was.text());
            if (was.name().equals("row") && !was.isEnd()) {
                row();
            } else if (was.name().equals("sheetData") && was.isEnd()) {
                String end = was.markup().toString();
                newRows(Long.MAX_VALUE);
                now.write(end);
                return;
            } else {
                now.append(was.markup());
            }
        }
    }

    private static String opened(String emptyTag) {
        return emptyTag.substring(0, emptyTag.length() - 2).stripTrailing() + ">";
    }

    /** Whether nothing is to be written that is not there, before a cell. */
    private boolean isNothingNew(long before) {
        return changes.headMap(before).values().stream().allMatch(change -> change.value() == null);
    }

    private void newRows(long before) throws IOException {
        while (!changes.isEmpty() && changes.firstKey() < before) {
            int newRow = Area.row(changes.firstKey());
            if (isNothingNew(Area.key(newRow + 1, 0))) {
                changes.headMap(Area.key(newRow + 1, 0)).clear();
            } else {
                now.write("<" + prefix + "row r=\"" + (newRow + 1) + "\">");
                newCells(Area.key(newRow + 1, 0), "");
                now.write("</" + prefix + "row>");
            }
        }
    }

    /** Writes cells that are not there, with the style that their row or column gives to cells that are not there. */
    private void newCells(long before, String rowStyle) throws IOException {
        Iterator<Map.Entry<Long, Change>> waiting =
                changes.headMap(before).entrySet().iterator();
        while (waiting.hasNext()) {
            Map.Entry<Long, Change> each = waiting.next();
            Cell value = each.getValue().value();
            if (value != null) {
                Map.Entry<Integer, String> ofColumn = columnStyles.floorEntry(Area.column(each.getKey()));
                String style = rowStyle.isEmpty() && ofColumn != null ? ofColumn.getValue() : rowStyle;
                now.append("<" + prefix + "c r=\"")
                        .append(Area.name(each.getKey()))
                        .append(style.isEmpty() ? "\"" : "\" s=\"" + style + "\"")
                        .append(content(value, each.getValue().keepsFormula()))
                        .append("</" + prefix + "c>");
            }
            waiting.remove();
        }
    }

    private void row() throws IOException {
        String tag = was.markup().toString();
        boolean isEmpty = was.isEmpty();
        String number = attribute(tag, "r");
        row = number.isEmpty() ? row + 1 : number(number) - 1;
        column = -1;
        newRows(Area.key(row, 0));
        long next = Area.key(row + 1, 0);
        boolean hasStyle = Set.of("1", "true").contains(attribute(tag, "customFormat"));
        String style = hasStyle ? attribute(tag, "s") : "";
        if (changes.headMap(next).isEmpty()) {
            now.write(tag);
            if (!isEmpty) {
                copyRow(style, next);
            }
            return;
        }
        String changed = widened(tag, next);
        if (!isEmpty) {
            now.write(changed);
            copyRow(style, next);
        } else if (isNothingNew(next)) {
            now.write(tag);
            changes.headMap(next).clear();
        } else {
            now.write(opened(changed));
            newCells(next, style);
            now.write("</" + prefix + "row>");
        }
    }

    /** A row says which columns it uses, as a hint: where a new cell lies outside of them, it says nothing instead. */
    private String widened(String tag, long next) {
        String spans = attribute(tag, "spans");
        int colon = spans.indexOf(':');
        int first = colon < 0 ? 0 : number(spans.substring(0, colon));
        int last = number(spans.substring(colon + 1));
        return changes.headMap(next).keySet().stream()
                        .map(key -> Area.column(key) + 1)
                        .allMatch(used -> used >= first && used <= last)
                ? tag
                : SPANS.matcher(tag).replaceFirst("");
    }

    private void copyRow(String style, long next) throws IOException {
        while (was.next()) {
            now.append(was.text());
            if (was.name().equals("c") && !was.isEnd()) {
                cell(style);
            } else if (was.name().equals("row") && was.isEnd()) {
                String end = was.markup().toString();
                newCells(next, style);
                now.write(end);
                return;
            } else {
                now.append(was.markup());
            }
        }
    }

    private void cell(String rowStyle) throws IOException {
        String tag = was.markup().toString();
        String place = attribute(tag, "r");
        long key = place.isEmpty() ? Area.key(row, column + 1) : Area.cell(place);
        column = Area.column(key);
        if (!changes.isEmpty() && changes.firstKey() < key) {
            newCells(key, rowStyle);
        }
        Change change = changes.remove(key);
        boolean isEmpty = was.isEmpty();
        StringBuilder formula = new StringBuilder();
        StringBuilder value = new StringBuilder();
        StringBuilder rest = new StringBuilder();
        StringBuilder content = rest;
        if (change == null) {
            now.write(tag);
        }
        for (int depth = isEmpty ? 0 : 1; depth > 0 && was.next(); depth += was.depth()) {
            if (change == null) {
                now.append(was.text()).append(was.markup());
            } else if (depth > 1) {
                content.append(was.text()).append(was.markup());
            } else if (was.depth() >= 0 && !was.isSpecial()) {
                content = switch (was.name()) {
                    case "f" -> formula;
                    case "v", "is" -> value;
                    default -> rest;
                };
                content.append(was.markup());
            }
        }
        if (change != null) {
            now.write(changed(tag, formula.toString(), rest.toString(), change));
        }
    }

    private String changed(String tag, String formula, String rest, Change change) {
        Cell value = change.value();
        StringBuilder cell = new StringBuilder("<" + prefix + "c");
        boolean staysFormula = change.keepsFormula() && !formula.isEmpty();
        for (Attributes each = new Attributes(tag); each.next(); ) {
            // What a value means to newer Excels (vm) is lost with the value.
            boolean isLost = each.isNamed("t") || each.isNamed("vm") || (each.isNamed("cm") && !staysFormula);
            cell.append(isLost ? "" : each.text());
        }
        String kept = staysFormula ? formula : "";
        Area extent = change.extent();
        if (extent != null) {
            kept = REFERENCE.matcher(kept).replaceFirst("$1" + extent.reference() + "$2");
        }
        if (value == null && kept.isEmpty() && rest.isEmpty()) {
            return cell.append("/>").toString();
        }
        String content = value == null ? ">" : content(value, change.keepsFormula());
        int afterTag = content.indexOf('>') + 1;
        return cell.append(content, 0, afterTag)
                .append(kept)
                .append(content, afterTag, content.length())
                .append(rest)
                .append("</" + prefix + "c>")
                .toString();
    }

    /** The rest of a cell's tag and its value. A text without a formula stands in the cell as a person's text does. */
    private String content(Cell value, boolean isOfFormula) {
        if (value instanceof Cell.Numeric number) {
            return ">" + element("v", shown(number.value()));
        } else if (value instanceof Cell.Logical logical) {
            return " t=\"b\">" + element("v", logical.value() ? "1" : "0");
        } else if (value instanceof Cell.Failure failure) {
            return " t=\"e\">" + element("v", shown(failure.error()));
        }
        String text = Xml.escaped(value.shown());
        return isOfFormula || text.isEmpty()
                ? " t=\"str\">" + element("v", text)
                : " t=\"inlineStr\"><%1$sis><%1$st xml:space=\"preserve\">%2$s</%1$st></%1$sis>"
                        .formatted(prefix, text);
    }

    private String element(String name, String content) {
        return "<" + prefix + name + ">" + content + "</" + prefix + name + ">";
    }

    static String shown(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }

    /** Errors that came after 2007 are stored as #VALUE!, with what they are in a part that only Excel writes. */
    static String shown(CellError error) {
        return switch (error) {
            case NULL, DIV0, VALUE, REF, NAME, NUM, NA, GETTING_DATA -> error.text();
            default -> CellError.VALUE.text();
        };
    }
}
