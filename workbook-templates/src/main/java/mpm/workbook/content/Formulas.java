package mpm.workbook.content;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mpm.catalogue.Spelling;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.formula.FormulaParser;
import org.apache.poi.ss.formula.FormulaRenderer;
import org.apache.poi.ss.formula.FormulaType;
import org.apache.poi.ss.formula.ptg.Area3DPxg;
import org.apache.poi.ss.formula.ptg.AreaPtg;
import org.apache.poi.ss.formula.ptg.AreaPtgBase;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.apache.poi.ss.formula.ptg.RefPtg;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFEvaluationWorkbook;
import org.apache.poi.xssf.usermodel.XSSFName;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The formulas of a workbook as a person would type them into a spreadsheet without tables. */
final class Formulas {

    /** Excel marks functions that came after 2007. */
    private static final Pattern NEWER = Pattern.compile("_xl(?:fn|ws|pm)\\.");

    private static final Pattern TO_A_PLACE =
            Pattern.compile("HYPERLINK\\(\"#([^\"]+)\",\\s*\"((?:[^\"]|\"\")*)\"\\)", Pattern.CASE_INSENSITIVE);

    private final XSSFWorkbook workbook;
    private final XSSFEvaluationWorkbook parsed;

    Formulas(XSSFWorkbook workbook) {
        this.workbook = workbook;
        this.parsed = XSSFEvaluationWorkbook.create(workbook);
    }

    /** A link that is written as a formula: the place, and the text that the cell shows. */
    record Link(String target, String text) {}

    static Optional<Link> link(String stored) {
        Matcher link = TO_A_PLACE.matcher(stored);
        return link.matches()
                ? Optional.of(new Link(link.group(1), link.group(2).replace("\"\"", "\"")))
                : Optional.empty();
    }

    /** The formula of a cell, without its equals sign. */
    String typed(String stored, int sheet, int row) {
        return Spelling.typedFormula(plain(NEWER.matcher(stored).replaceAll(""), FormulaType.CELL, sheet, row));
    }

    /** What a name stands for. */
    String typed(XSSFName name) {
        String stored = name.getRefersToFormula();
        return Spelling.typedFormula(plain(NEWER.matcher(stored).replaceAll(""), FormulaType.NAMEDRANGE, -1, 0));
    }

    /** Where the words of a list stand: a name is replaced by its place. */
    String place(String stored, int sheet, int row) {
        XSSFName name = workbook.getName(stored);
        return name == null ? typed(stored, sheet, row) : typed(name);
    }

    private String plain(String formula, FormulaType type, int sheet, int row) {
        if (!formula.contains("[")) {
            return formula;
        }
        Ptg[] tokens = FormulaParser.parse(formula, parsed, type, sheet, row);
        String own = sheet < 0 ? "" : workbook.getSheetName(sheet);
        return FormulaRenderer.toFormulaString(
                parsed, Arrays.stream(tokens).map(token -> near(token, own)).toArray(Ptg[]::new));
    }

    /** A reference as short as it can be: POI reads a cell of a table as an area of one cell on a named sheet. */
    private static Ptg near(Ptg token, String own) {
        if (!(token instanceof Area3DPxg area && own.equals(area.getSheetName()))) {
            return token;
        }
        AreaReference here = reference(area);
        return here.getFirstCell().equals(here.getLastCell()) ? new RefPtg(here.getFirstCell()) : new AreaPtg(here);
    }

    private static AreaReference reference(AreaPtgBase area) {
        return new AreaReference(
                new CellReference(
                        area.getFirstRow(),
                        area.getFirstColumn(),
                        !area.isFirstRowRelative(),
                        !area.isFirstColRelative()),
                new CellReference(
                        area.getLastRow(), area.getLastColumn(), !area.isLastRowRelative(), !area.isLastColRelative()),
                SpreadsheetVersion.EXCEL2007);
    }
}
