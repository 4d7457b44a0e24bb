package mpm.workbook.formula;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;
import mpm.catalogue.Calculation;
import mpm.catalogue.Spelling;
import mpm.cell.DateSystem;
import mpm.cell.Range;
import org.apache.poi.ss.formula.FormulaParseException;
import org.apache.poi.ss.formula.FormulaParser;
import org.apache.poi.ss.formula.FormulaType;
import org.apache.poi.ss.formula.WorkbookEvaluator;
import org.apache.poi.ss.formula.eval.NotImplementedException;
import org.apache.poi.ss.formula.ptg.AbstractFunctionPtg;
import org.apache.poi.ss.formula.ptg.ArrayPtg;
import org.apache.poi.ss.formula.ptg.ControlPtg;
import org.apache.poi.ss.formula.ptg.NameXPxg;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.apache.poi.ss.formula.ptg.ScalarConstantPtg;
import org.apache.poi.ss.formula.ptg.ValueOperatorPtg;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFEvaluationWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Evaluates a formula of constants: functions of MPM, and those of Excel that compute figures from them. Functions that
 * build text are left out, since a short formula of them can fill the memory.
 */
public final class FormulaEvaluation {

    /** Excel's own limits. */
    private static final int LONGEST = 8192;

    private static final int DEEPEST = 64;

    private static final String SHEET = "Formula";

    private static final Set<String> NATIVE = Set.of(
            "ABS",
            "AND",
            "AVERAGE",
            "COLUMNS",
            "COUNT",
            "COUNTA",
            "DATE",
            "DAY",
            "EXP",
            "FALSE",
            "HOUR",
            "IF",
            "IFERROR",
            "IFNA",
            "INDEX",
            "INT",
            "ISBLANK",
            "ISERROR",
            "ISNA",
            "ISNUMBER",
            "LARGE",
            "LN",
            "LOG10",
            "MATCH",
            "MAX",
            "MEDIAN",
            "MIN",
            "MINUTE",
            "MOD",
            "MONTH",
            "NA",
            "NOT",
            "OR",
            "PI",
            "POWER",
            "PRODUCT",
            "ROUND",
            "ROUNDDOWN",
            "ROUNDUP",
            "ROWS",
            "SIGN",
            "SMALL",
            "SQRT",
            "STDEV",
            "SUM",
            "SUMPRODUCT",
            "TIME",
            "TRUE",
            "TRUNC",
            "VAR",
            "WEEKDAY",
            "YEAR");

    private final Calculation calculation;

    public FormulaEvaluation(Calculation calculation) {
        this.calculation = calculation;
    }

    /**
     * What a formula shows, with or without its equals sign, in either spelling of MPM's names.
     *
     * @throws UnreadableFormulaException where it is no formula, refers to cells, or is over a limit
     */
    public Range value(String formula) {
        String stored = Spelling.storedFormula(withoutEqualsSign(formula));
        requireWithinLimits(stored);
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            // POI looks for the cell in which it evaluates when a formula branches.
            workbook.createSheet(SHEET).createRow(0).createCell(0);
            workbook.addToolPack(new CatalogueFunctions(calculation, DateSystem.FROM_1900));
            XSSFEvaluationWorkbook evaluated = XSSFEvaluationWorkbook.create(workbook);
            for (Ptg token : parsed(stored, evaluated)) {
                requireConstant(token);
            }
            return Cells.range(new WorkbookEvaluator(evaluated, null, null)
                    .evaluate(stored, new CellReference(SHEET, 0, 0, false, false)));
        } catch (FormulaParseException | IllegalStateException e) {
            throw new UnreadableFormulaException(
                    "This is no formula that can be read: check its brackets, commas and quotes.");
        } catch (NotImplementedException e) {
            throw new UnreadableFormulaException("The formula uses a function that is not evaluated here.");
        } catch (StackOverflowError e) {
            // The parser goes down a level for every operator of a chain.
            throw new UnreadableFormulaException("The formula strings too many operators together: split it up.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Ptg[] parsed(String formula, XSSFEvaluationWorkbook workbook) {
        try {
            return FormulaParser.parse(formula, workbook, FormulaType.CELL, 0, 0);
        } catch (IllegalArgumentException e) {
            // POI makes the constants of a formula while it reads it, and keeps no longer texts in them than Excel.
            throw new UnreadableFormulaException(
                    "A text in a formula has at most 255 characters, as in Excel: join shorter ones with &.");
        }
    }

    private static String withoutEqualsSign(String formula) {
        String text = formula.strip();
        return text.startsWith("=") ? text.substring(1) : text;
    }

    private static void requireWithinLimits(String formula) {
        if (formula.isBlank()) {
            throw new UnreadableFormulaException("The formula is empty: write one such as MPM.VARIANCE(120,100).");
        }
        if (formula.length() > LONGEST) {
            throw new UnreadableFormulaException(
                    "The formula has %,d characters; %,d are the most.".formatted(formula.length(), LONGEST));
        }
        int depth = 0;
        for (int at = 0; at < formula.length(); at++) {
            depth += formula.charAt(at) == '(' ? 1 : formula.charAt(at) == ')' ? -1 : 0;
            if (depth > DEEPEST) {
                throw tooDeep();
            }
        }
    }

    private static UnreadableFormulaException tooDeep() {
        return new UnreadableFormulaException("The formula is nested deeper than %d levels.".formatted(DEEPEST));
    }

    private static void requireConstant(Ptg token) {
        if (token instanceof AbstractFunctionPtg function) {
            requireKnown(function.isExternalFunction() ? "IFERROR" : function.getName());
        } else if (token instanceof NameXPxg name) {
            requireKnown(name.getNameName());
        } else if (!(token instanceof ScalarConstantPtg
                || token instanceof ArrayPtg
                || token instanceof ValueOperatorPtg
                || token instanceof ControlPtg)) {
            throw new UnreadableFormulaException(
                    "The formula refers to cells or names; only constants are evaluated here, such as MPM.CASCADE(100,{1;1;1}).");
        }
    }

    private static void requireKnown(String function) {
        String name = function.toUpperCase(Locale.ROOT);
        if (!Spelling.isStored(name) && !NATIVE.contains(name)) {
            throw new UnreadableFormulaException("%s is not evaluated here; beside MPM's own functions these are: %s."
                    .formatted(
                            name.length() <= 40 ? name : name.substring(0, 39) + "…",
                            String.join(", ", NATIVE.stream().sorted().toList())));
        }
    }
}
