package mpm.workbook.recalculation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mpm.catalogue.Calculation;
import mpm.catalogue.Catalogue;
import mpm.catalogue.Limits;
import mpm.link.Links;
import mpm.method.Deadline;
import mpm.workbook.recalculation.WorkbookPackage.Relation;
import org.apache.poi.ss.formula.FormulaParser;
import org.apache.poi.ss.formula.FormulaType;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Computes the formulas of workbooks, those with functions of MPM among them. It keeps nothing of any workbook. */
public final class WorkbookRecalculation {

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
        WorkbookCells book = WorkbookCells.read(parts, most, progress);
        List<SheetCells> sheets = book.cells();
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
            parse(evaluated, sheets, book.sharing());
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
                parts,
                sheets,
                book.sheets().stream().map(WorkbookCells.BookSheet::part).toList());
    }

    private static List<String> tables(WorkbookPackage parts, WorkbookCells.BookSheet sheet) {
        return sheet.part().stream()
                .flatMap(part -> parts.relations(part).stream())
                .filter(relation -> relation.kind().endsWith("/table"))
                .map(Relation::target)
                .toList();
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
