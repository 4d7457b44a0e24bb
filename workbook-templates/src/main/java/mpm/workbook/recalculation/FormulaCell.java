package mpm.workbook.recalculation;

import java.util.Optional;
import mpm.cell.Cell;
import mpm.cell.Range;
import org.apache.poi.ss.formula.EvaluationCell;
import org.apache.poi.ss.formula.EvaluationSheet;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/** A cell with a formula: what it showed, and what it shows now. */
final class FormulaCell implements EvaluationCell {

    /** How a formula fills cells. */
    enum Kind {
        /** One cell; of a range it shows one value. */
        SINGLE,
        /** The cells that a person chose once (Ctrl+Shift+Enter). */
        FIXED_ARRAY,
        /** As many cells as its result has. */
        DYNAMIC_ARRAY,
        /** A what-if table, which is no formula of functions. */
        DATA_TABLE
    }

    /** How far it is. */
    enum State {
        WAITING,
        /** Its call is in the batch that is computed next. */
        IN_BATCH,
        COMPUTED,
        /** It could not be computed, and shows what it showed. */
        KEPT
    }

    private static final Ptg[] UNPARSED = {};

    private final SheetCells sheet;
    private final long key;
    private final Kind kind;
    private final Area stored;
    private final Cell old;
    private @Nullable String text;
    private Ptg[] tokens = UNPARSED;
    private State state = State.WAITING;
    private Area extent;
    private Cell value;
    private @Nullable Range range;
    private String reason = "";
    private String unknown = "";
    private FormulaTokens.@Nullable PlainCall call;

    /**
     * A formula as it stands in the workbook.
     *
     * @param stored the cells that it fills in the workbook as it came
     * @param old what its cell showed
     */
    FormulaCell(SheetCells sheet, long key, Kind kind, Area stored, @Nullable String text, Cell old) {
        this.sheet = sheet;
        this.key = key;
        this.kind = kind;
        this.stored = stored;
        this.extent = stored;
        this.text = text;
        this.old = old;
        this.value = old;
    }

    long key() {
        return key;
    }

    Kind kind() {
        return kind;
    }

    /** The formula's text; nothing where it shares the tokens of another. */
    Optional<String> text() {
        return Optional.ofNullable(text);
    }

    Ptg[] tokens() {
        return tokens;
    }

    boolean isParsed() {
        return tokens.length > 0;
    }

    /** Says what the formula's text means. */
    void parsed(Ptg... found) {
        call = FormulaTokens.wholeCall(found).orElse(null);
        tokens = found;
        text = null;
    }

    /** The one call of MPM that it is; nothing where it is more than that. */
    FormulaTokens.@Nullable PlainCall call() {
        return call;
    }

    State state() {
        return state;
    }

    boolean isDone() {
        return state == State.COMPUTED || state == State.KEPT;
    }

    void isInBatch() {
        state = State.IN_BATCH;
    }

    void again() {
        state = State.WAITING;
    }

    void computed(Cell now, String why) {
        state = State.COMPUTED;
        value = now;
        reason = why;
        range = null;
    }

    /** The same, for a formula that fills further cells from the range. */
    void computed(Range filled, Area now, String why) {
        computed(filled.cell(0), why);
        range = filled;
        extent = now;
    }

    void extent(Area now) {
        extent = now;
    }

    void kept(String why) {
        state = State.KEPT;
        value = old;
        reason = why;
        range = null;
    }

    /** Keeps its value because of a function that is not known here. */
    void keptWithout(String function) {
        kept("%s is not evaluated here, so the cell keeps its value.".formatted(function));
        unknown = function;
    }

    /** The function that is not known here; nothing where every one is. */
    String unknown() {
        return unknown;
    }

    Cell old() {
        return old;
    }

    Cell value() {
        return value;
    }

    /** Why it is an error, or why it was kept; a sentence, or nothing. */
    String reason() {
        return reason;
    }

    Area stored() {
        return stored;
    }

    Area extent() {
        return extent;
    }

    /** What a cell that it fills shows now: #N/A beyond the result, as Excel has it. */
    Cell shown(int row, int column) {
        Range filled = range;
        if (filled == null) {
            return value;
        }
        int down = filled.rows() == 1 ? 0 : row - extent.top();
        int right = filled.columns() == 1 ? 0 : column - extent.left();
        return down < filled.rows() && right < filled.columns()
                ? filled.cell(down, right)
                : new Cell.Failure(mpm.cell.CellError.NA, "");
    }

    @Override
    public Object getIdentityKey() {
        sheet.progress().evaluates(this);
        return this;
    }

    @Override
    public EvaluationSheet getSheet() {
        return sheet;
    }

    SheetCells sheet() {
        return sheet;
    }

    @Override
    public int getRowIndex() {
        return Area.row(key);
    }

    @Override
    public int getColumnIndex() {
        return Area.column(key);
    }

    @Override
    public CellType getCellType() {
        return CellType.FORMULA;
    }

    @Override
    public CellRangeAddress getArrayFormulaRange() {
        return new CellRangeAddress(extent.top(), extent.bottom(), extent.left(), extent.right());
    }

    @Override
    public boolean isPartOfArrayFormulaGroup() {
        return kind == Kind.FIXED_ARRAY || kind == Kind.DYNAMIC_ARRAY;
    }

    @Override
    public double getNumericCellValue() {
        throw onlyItsFormula();
    }

    @Override
    public String getStringCellValue() {
        throw onlyItsFormula();
    }

    @Override
    public boolean getBooleanCellValue() {
        throw onlyItsFormula();
    }

    @Override
    public int getErrorCellValue() {
        throw onlyItsFormula();
    }

    @Override
    public CellType getCachedFormulaResultType() {
        throw onlyItsFormula();
    }

    private static IllegalStateException onlyItsFormula() {
        return new IllegalStateException("While it is computed, a formula has no value.");
    }
}
