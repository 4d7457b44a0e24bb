package mpm.workbook.recalculation;

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
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mpm.cell.Cell;
import mpm.cell.CellError;
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

    private static final Pattern ATTRIBUTE = Pattern.compile("\\s+([\\w:.-]+)\\s*=\\s*(\"[^\"]*\"|'[^']*')");
    private static final Pattern REFERENCE = Pattern.compile("(\\sref\\s*=\\s*[\"'])[^\"']*([\"'])");
    private static final Pattern SPANS = Pattern.compile("\\s+spans\\s*=\\s*(\"[^\"]*\"|'[^']*')");

    private final NavigableMap<Long, Change> changes;
    private final TreeMap<Integer, String> columnStyles = new TreeMap<>();

    private Reader was = Reader.nullReader();
    private Writer now = Writer.nullWriter();
    private final StringBuilder markup = new StringBuilder();
    private String prefix = "";
    private int row = -1;
    private int column = -1;

    SheetPatch(NavigableMap<Long, Change> changes) {
        this.changes = changes;
    }

    /** Writes the sheet anew. */
    void apply(InputStream sheet, OutputStream patched) throws IOException {
        Xml.Text text = Xml.text(sheet);
        was = text.reader();
        now = new BufferedWriter(new OutputStreamWriter(patched, text.encoding()), 1 << 16);
        while (copyText(now) && readMarkup()) {
            String name = name();
            if (name.equals("sheetData") && !isEnd()) {
                sheetData();
            } else if (name.equals("dimension") && !isEnd()) {
                now.write(grown(markup.toString()));
            } else {
                if (name.equals("col") && !isEnd()) {
                    columnStyle();
                }
                now.append(markup);
            }
        }
        now.flush();
    }

    /** Copies up to the next markup; answers whether there is one. */
    private boolean copyText(Appendable to) throws IOException {
        for (int letter = was.read(); letter >= 0; letter = was.read()) {
            if (letter == '<') {
                return true;
            }
            to.append((char) letter);
        }
        return false;
    }

    /** Reads a tag, a comment, a section of text or an instruction whole, its angle before it read already. */
    private boolean readMarkup() throws IOException {
        markup.setLength(0);
        markup.append('<');
        char quote = 0;
        for (int letter = was.read(); letter >= 0; letter = was.read()) {
            markup.append((char) letter);
            if (isSpecial()) {
                if (letter == '>' && isSpecialOver()) {
                    return true;
                }
            } else if (quote != 0) {
                quote = letter == quote ? 0 : quote;
            } else if (letter == '"' || letter == '\'') {
                quote = (char) letter;
            } else if (letter == '>') {
                return true;
            }
        }
        throw new IOException("The sheet ends within its markup.");
    }

    private boolean isSpecial() {
        return markup.length() > 1 && (markup.charAt(1) == '!' || markup.charAt(1) == '?');
    }

    private boolean isSpecialOver() {
        if (markup.charAt(1) == '?') {
            return ends("?>");
        } else if (begins("<!--")) {
            return markup.length() > 6 && ends("-->");
        }
        return !begins("<![CDATA[") || ends("]]>");
    }

    private boolean begins(String text) {
        return markup.length() >= text.length()
                && markup.substring(0, text.length()).equals(text);
    }

    private boolean ends(String text) {
        return markup.length() >= text.length()
                && markup.substring(markup.length() - text.length()).equals(text);
    }

    /** The local name of an element; nothing for other markup. */
    private String name() {
        if (isSpecial()) {
            return "";
        }
        int from = isEnd() ? 2 : 1;
        int to = from;
        while (to < markup.length() && " \t\r\n/>".indexOf(markup.charAt(to)) < 0) {
            to++;
        }
        String name = markup.substring(from, to);
        return name.substring(name.indexOf(':') + 1);
    }

    private boolean isEnd() {
        return markup.charAt(1) == '/';
    }

    private boolean isEmpty() {
        return markup.charAt(markup.length() - 2) == '/';
    }

    private static String attribute(String tag, String wanted) {
        Matcher attributes = ATTRIBUTE.matcher(tag);
        while (attributes.find()) {
            if (attributes.group(1).equals(wanted)) {
                return attributes.group(2).substring(1, attributes.group(2).length() - 1);
            }
        }
        return "";
    }

    private void columnStyle() {
        String tag = markup.toString();
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
        String tag = markup.toString();
        prefix = tag.substring(1, tag.indexOf("sheetData"));
        if (isEmpty()) {
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
        while (copyText(now) && readMarkup()) {
            if (name().equals("row") && !isEnd()) {
                row();
            } else if (name().equals("sheetData") && isEnd()) {
                String end = markup.toString();
                newRows(Long.MAX_VALUE);
                now.write(end);
                return;
            } else {
                now.append(markup);
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
                now.write("<%srow r=\"%d\">".formatted(prefix, newRow + 1));
                newCells(Area.key(newRow + 1, 0), "");
                now.write("</%srow>".formatted(prefix));
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
                now.write("<%sc r=\"%s\"%s%s</%1$sc>"
                        .formatted(
                                prefix,
                                Area.name(each.getKey()),
                                style.isEmpty() ? "" : " s=\"" + style + "\"",
                                content(value, each.getValue().keepsFormula())));
            }
            waiting.remove();
        }
    }

    private void row() throws IOException {
        String tag = markup.toString();
        boolean isEmpty = isEmpty();
        String number = attribute(tag, "r");
        row = number.isEmpty() ? row + 1 : number(number) - 1;
        column = -1;
        newRows(Area.key(row, 0));
        long next = Area.key(row + 1, 0);
        String style = attribute(tag, "customFormat").matches("1|true") ? attribute(tag, "s") : "";
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
            now.write("</%srow>".formatted(prefix));
        }
    }

    /** A row says which columns it uses, as a hint: where a new cell lies outside of them, it says nothing instead. */
    private String widened(String tag, long next) {
        String spans = attribute(tag, "spans");
        int first = number(spans.replaceFirst(":.*", ""));
        int last = number(spans.replaceFirst(".*:", ""));
        return changes.headMap(next).keySet().stream()
                        .map(key -> Area.column(key) + 1)
                        .allMatch(used -> used >= first && used <= last)
                ? tag
                : SPANS.matcher(tag).replaceFirst("");
    }

    private void copyRow(String style, long next) throws IOException {
        while (copyText(now) && readMarkup()) {
            if (name().equals("c") && !isEnd()) {
                cell(style);
            } else if (name().equals("row") && isEnd()) {
                String end = markup.toString();
                newCells(next, style);
                now.write(end);
                return;
            } else {
                now.append(markup);
            }
        }
    }

    private void cell(String rowStyle) throws IOException {
        String tag = markup.toString();
        String place = attribute(tag, "r");
        long key = place.isEmpty() ? Area.key(row, column + 1) : Area.cell(place);
        column = Area.column(key);
        if (!changes.isEmpty() && changes.firstKey() < key) {
            newCells(key, rowStyle);
        }
        Change change = changes.remove(key);
        if (isEmpty()) {
            now.write(change == null ? tag : changed(tag, "", "", change));
            return;
        }
        StringBuilder all = new StringBuilder(tag);
        String formula = "";
        StringBuilder rest = new StringBuilder();
        int depth = 1;
        StringBuilder piece = new StringBuilder();
        while (depth > 0 && copyText(piece) && readMarkup()) {
            boolean opens = !isSpecial() && !isEnd() && !isEmpty();
            if (depth == 1 && !isSpecial() && !isEnd()) {
                all.append(piece);
                piece.setLength(0);
            }
            String name = name();
            piece.append(markup);
            depth += isSpecial() || (isEmpty() && !isEnd()) ? 0 : opens ? 1 : -1;
            if (depth == 1 && !isSpecial()) {
                all.append(piece);
                if (name.equals("f")) {
                    formula = piece.toString();
                } else if (!name.equals("v") && !name.equals("is")) {
                    rest.append(piece);
                }
                piece.setLength(0);
            }
        }
        all.append(piece);
        now.write(change == null ? all.toString() : changed(tag, formula, rest.toString(), change));
    }

    private String changed(String tag, String formula, String rest, Change change) {
        Cell value = change.value();
        StringBuilder cell = new StringBuilder("<" + prefix + "c");
        Matcher attributes = ATTRIBUTE.matcher(tag);
        while (attributes.find()) {
            boolean stays = switch (attributes.group(1)) {
                case "t" -> false;
                // What a value means to newer Excels is lost with the value.
                case "vm" -> false;
                case "cm" -> change.keepsFormula() && !formula.isEmpty();
                default -> true;
            };
            cell.append(stays ? attributes.group() : "");
        }
        String kept = change.keepsFormula() ? formula : "";
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
        return "<%1$s%2$s>%3$s</%1$s%2$s>".formatted(prefix, name, content);
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
