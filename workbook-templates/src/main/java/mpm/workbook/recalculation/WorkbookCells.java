package mpm.workbook.recalculation;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mpm.cell.DateSystem;
import mpm.workbook.recalculation.WorkbookPackage.Relation;

/**
 * A workbook as it came: its sheets with their cells, none of them computed.
 *
 * @param cells of each sheet
 * @param sharing each formula that shares the text of another
 */
record WorkbookCells(
        DateSystem dates, List<BookSheet> sheets, List<SheetCells> cells, Map<FormulaCell, FormulaCell> sharing) {

    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String STRICT = "http://purl.oclc.org/ooxml/";

    /** What the workbook's own part says. */
    private record Book(DateSystem dates, List<BookSheet> sheets) {}

    /**
     * A sheet.
     *
     * @param part where its cells are; nothing for a sheet without cells, such as a chart
     */
    record BookSheet(String name, String id, Optional<String> part) {}

    /** Reads a workbook within limits. */
    static WorkbookCells read(WorkbookPackage parts, WorkbookLimits most, Progress progress) {
        Book book = book(parts);
        List<SheetCells> cells = book.sheets().stream()
                .map(sheet -> new SheetCells(sheet.name(), book.dates(), progress))
                .toList();
        return new WorkbookCells(book.dates(), book.sheets(), cells, readCells(parts, book, cells, most));
    }

    private static Book book(WorkbookPackage parts) {
        Map<String, Relation> relations = new HashMap<>();
        parts.relations(parts.workbook()).forEach(relation -> relations.put(relation.id(), relation));
        List<BookSheet> sheets = new ArrayList<>();
        DateSystem[] dates = {DateSystem.FROM_1900};
        Xml.read(parts.workbook(), parts.content(parts.workbook()), (element, xml) -> {
            if (String.valueOf(xml.getNamespaceURI()).startsWith(STRICT)) {
                throw WorkbookRefusedException.because(
                        "The workbook is saved as Strict Open XML: save it as Excel Workbook (.xlsx), and send it"
                                + " again.");
            } else if (element.equals("workbookPr")
                    && String.valueOf(xml.getAttributeValue(null, "date1904")).matches("1|true")) {
                dates[0] = DateSystem.FROM_1904;
            } else if (element.equals("sheet")) {
                String id = String.valueOf(xml.getAttributeValue(RELATIONSHIPS, "id"));
                sheets.add(new BookSheet(
                        String.valueOf(xml.getAttributeValue(null, "name")),
                        id,
                        Optional.ofNullable(relations.get(id))
                                .filter(relation -> relation.kind().endsWith("/worksheet"))
                                .map(Relation::target)));
            }
        });
        if (sheets.stream().map(BookSheet::id).distinct().count() < sheets.size()
                || sheets.stream()
                                .map(BookSheet::part)
                                .flatMap(Optional::stream)
                                .distinct()
                                .count()
                        < sheets.stream()
                                .map(BookSheet::part)
                                .flatMap(Optional::stream)
                                .count()) {
            throw WorkbookRefusedException.because(
                    "Two sheets of the workbook are one part: open it in Excel and save it anew.");
        }
        return new Book(dates[0], sheets);
    }

    private static Map<FormulaCell, FormulaCell> readCells(
            WorkbookPackage parts, Book book, List<SheetCells> sheets, WorkbookLimits most) {
        List<String> texts = texts(parts, most);
        SheetReader.Budget budget = new SheetReader.Budget(most);
        Map<FormulaCell, FormulaCell> sharing = new HashMap<>();
        for (int index = 0; index < sheets.size(); index++) {
            Optional<String> part = book.sheets().get(index).part();
            if (part.isPresent()) {
                try (InputStream content = parts.stream(part.get())) {
                    new SheetReader(sheets.get(index), texts, budget, sharing).read(part.get(), content);
                } catch (IOException e) {
                    throw Xml.unreadable(part.get());
                }
            }
        }
        return sharing;
    }

    private static List<String> texts(WorkbookPackage parts, WorkbookLimits most) {
        List<String> texts = new ArrayList<>();
        for (Relation relation : parts.relations(parts.workbook())) {
            if (relation.kind().endsWith("/sharedStrings")) {
                Xml.read(relation.target(), parts.content(relation.target()), (element, xml) -> {
                    if (element.equals("si")) {
                        texts.add(Xml.textWithin(xml, "rPh"));
                        if (texts.size() > most.cells()) {
                            throw WorkbookRefusedException.over(
                                    most.cells(), "The workbook has more than %,d texts.".formatted(most.cells()));
                        }
                    }
                });
            }
        }
        return texts;
    }
}
