package mpm.workbook.recalculation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mpm.cell.Cell;
import org.apache.poi.ss.formula.EvaluationCell;
import org.apache.poi.ss.formula.EvaluationName;
import org.apache.poi.ss.formula.EvaluationSheet;
import org.apache.poi.ss.formula.ptg.FuncVarPtg;
import org.apache.poi.ss.formula.ptg.NameXPxg;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.apache.poi.xssf.usermodel.BaseXSSFEvaluationWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** A workbook as POI's evaluator sees it: names and tables of a skeleton, cells of our own. */
final class EvaluatedWorkbook extends BaseXSSFEvaluationWorkbook {

    /** Called around every formula, to take its result whole: POI itself would cut it down to one cell. */
    static final String WHOLE_RESULT = "_mpm_whole_result";

    private final List<SheetCells> sheets;
    private final Map<String, SheetCells> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    EvaluatedWorkbook(XSSFWorkbook skeleton, List<SheetCells> sheets) {
        super(skeleton);
        this.sheets = sheets;
        sheets.forEach(sheet -> byName.putIfAbsent(sheet.name(), sheet));
    }

    @Override
    public int getSheetIndex(EvaluationSheet sheet) {
        return sheets.indexOf(sheet);
    }

    @Override
    public int getSheetIndex(String name) {
        SheetCells sheet = byName.get(name);
        return sheet == null ? -1 : sheets.indexOf(sheet);
    }

    @Nullable
    SheetCells sheet(String name) {
        return byName.get(name);
    }

    @Override
    public EvaluationSheet getSheet(int index) {
        return sheets.get(index);
    }

    /** Functions of MPM are never names, and looking through the names for each of them takes longer than computing it. */
    @Override
    public @Nullable EvaluationName getName(String name, int sheet) {
        return name.equals(WHOLE_RESULT) || FormulaTokens.isOurs(name) ? null : super.getName(name, sheet);
    }

    @Override
    public Ptg[] getFormulaTokens(EvaluationCell cell) {
        FormulaCell formula = (FormulaCell) cell;
        if (formula.isDone() && formula.value() instanceof Cell.Numeric number) {
            return FormulaTokens.subtotalOf(number.value());
        }
        List<Ptg> tokens = new ArrayList<>(formula.tokens().length + 2);
        tokens.add(new NameXPxg(null, WHOLE_RESULT));
        tokens.addAll(Arrays.asList(formula.tokens()));
        tokens.add(FuncVarPtg.create("#external#", 2));
        return tokens.toArray(Ptg[]::new);
    }

    @Override
    public void clearAllCachedResultValues() {
        // Tables stay where they are while the formulas are computed.
    }
}
