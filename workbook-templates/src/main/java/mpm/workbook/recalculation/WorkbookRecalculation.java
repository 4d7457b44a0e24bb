package mpm.workbook.recalculation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mpm.catalogue.Calculation;
import mpm.catalogue.Catalogue;
import mpm.catalogue.Limits;
import mpm.cell.DateSystem;
import mpm.link.Links;
import mpm.method.Deadline;
import mpm.workbook.recalculation.WorkbookPackage.Relation;
import org.apache.poi.ss.formula.FormulaParser;
import org.apache.poi.ss.formula.FormulaType;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Computes the formulas of workbooks, those with functions of MPM among them. It keeps nothing of any workbook. */
public final class WorkbookRecalculation {

    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String STRICT = "http://purl.oclc.org/ooxml/";

    private final Catalogue catalogue;
    private final Links links;
    private final Limits limits;
    private final WorkbookLimits most;

    /**
     * Recalculations within limits.
     *
     * @param limits of the calls of MPM; the time for a batch is the time for a workbook
     */
    public WorkbookRecalculation(Catalogue catalogue, Links links, Limits limits, WorkbookLimits most) {
        this.catalogue = catalogue;
        this.links = links;
        this.limits = limits;
        this.most = most;
    }

    /**
     * Computes the formulas of a workbook.
     *
     * @param file an .xlsx or .xlsm file; not to be changed while the answer is in use
     * @throws WorkbookRefusedException where it is no such file, or over a limit
     */
    public Recalculated recalculated(byte[] file) {
        WorkbookPackage parts = WorkbookPackage.open(file, most);
        Progress progress = new Progress(limits.batch());
        Book book = book(parts);
        List<SheetCells> sheets = book.sheets().stream()
                .map(sheet -> new SheetCells(sheet.name(), book.dates(), progress))
                .toList();
        Map<FormulaCell, FormulaCell> sharing = readCells(parts, book, sheets);
        RememberedLinks remembered = new RememberedLinks(links);
        Calculation calculation = new Calculation(catalogue, remembered, limits);
        WorkbookFunctions functions = new WorkbookFunctions(calculation, book.dates(), limits.cellsIn());
        try (XSSFWorkbook skeleton = Skeleton.of(
                parts,
                book.sheets().stream()
                        .map(sheet -> new Skeleton.Sheet(sheet.id(), tables(parts, sheet)))
                        .toList())) {
            skeleton.addToolPack(functions);
            EvaluatedWorkbook evaluated = new EvaluatedWorkbook(skeleton, sheets);
            parse(evaluated, sheets, sharing);
            Evaluation evaluation = new Evaluation(
                    evaluated,
                    sheets,
                    functions,
                    calculation,
                    remembered,
                    book.dates(),
                    limits,
                    most.cells(),
                    progress);
            Deadline.within(limits.batch(), limits.batch(), deadline -> {
                evaluation.run();
                return deadline;
            });
        } catch (IOException e) {
            throw new UncheckedIOException("A workbook in memory closes.", e);
        }
        return new Recalculated(
                parts, sheets, book.sheets().stream().map(BookSheet::part).toList());
    }

    /** What the workbook's own part says. */
    private record Book(DateSystem dates, List<BookSheet> sheets) {}

    /**
     * A sheet.
     *
     * @param part where its cells are; nothing for a sheet without cells, such as a chart
     */
    private record BookSheet(String name, String id, Optional<String> part) {}

    private Book book(WorkbookPackage parts) {
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

    private static List<String> tables(WorkbookPackage parts, BookSheet sheet) {
        return sheet.part().stream()
                .flatMap(part -> parts.relations(part).stream())
                .filter(relation -> relation.kind().endsWith("/table"))
                .map(Relation::target)
                .toList();
    }

    private Map<FormulaCell, FormulaCell> readCells(WorkbookPackage parts, Book book, List<SheetCells> sheets) {
        List<String> texts = texts(parts);
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

    private List<String> texts(WorkbookPackage parts) {
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

    private void parse(EvaluatedWorkbook workbook, List<SheetCells> sheets, Map<FormulaCell, FormulaCell> sharing) {
        for (int index = 0; index < sheets.size(); index++) {
            for (FormulaCell formula : sheets.get(index).formulas()) {
                if (formula.kind() == FormulaCell.Kind.DATA_TABLE) {
                    formula.kept(
                            "The cell belongs to a what-if table, which Excel alone computes: it keeps its value.");
                } else if (formula.text().isPresent()) {
                    parse(workbook, index, formula, formula.text().get());
                }
            }
        }
        sharing.forEach((formula, master) -> {
            if (master.isParsed()) {
                formula.parsed(FormulaTokens.moved(
                        formula.getRowIndex() - master.getRowIndex(),
                        formula.getColumnIndex() - master.getColumnIndex(),
                        master.tokens()));
            } else {
                formula.kept(master.reason());
            }
        });
    }

    private void parse(EvaluatedWorkbook workbook, int sheet, FormulaCell formula, String text) {
        requireLimits(formula, text);
        try {
            Ptg[] tokens = FormulaParser.parse(
                    WorkbookFunctions.named(text), workbook, FormulaType.CELL, sheet, formula.getRowIndex());
            if (tokens.length == 0) {
                throw new IllegalStateException("There is no formula.");
            }
            Optional<String> ofDates =
                    formula.sheet().countsFrom1904() ? FormulaTokens.functionOfDates(tokens) : Optional.empty();
            ofDates.ifPresentOrElse(formula::keptWithout, () -> formula.parsed(tokens));
        } catch (RuntimeException | StackOverflowError e) {
            // POI's messages quote the formula: what is said here is for a report.
            formula.kept("The formula cannot be read here, so the cell keeps its value.");
        }
    }

    private void requireLimits(FormulaCell formula, String text) {
        if (text.length() > most.formulaCharacters()) {
            throw WorkbookRefusedException.over(
                    most.formulaCharacters(),
                    "The formula in %s has more than %,d characters: split it up."
                            .formatted(place(formula), most.formulaCharacters()));
        }
        int depth = 0;
        boolean isText = false;
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            isText ^= letter == '"';
            depth += isText ? 0 : letter == '(' ? 1 : letter == ')' ? -1 : 0;
            if (depth > most.formulaDepth()) {
                throw WorkbookRefusedException.over(
                        most.formulaDepth(),
                        "The formula in %s is nested deeper than %,d levels: split it up."
                                .formatted(place(formula), most.formulaDepth()));
            }
        }
    }

    private static String place(FormulaCell formula) {
        return "%s!%s".formatted(formula.sheet().name(), Area.name(formula.key()));
    }
}
