package mpm.workbook.recalculation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.DateSystem;
import org.apache.poi.ss.formula.EvaluationCell;
import org.apache.poi.ss.formula.EvaluationSheet;
import org.jspecify.annotations.Nullable;

/** The cells of one sheet, in arrays: some twenty bytes for a number, however many there are. */
final class SheetCells implements EvaluationSheet {

    private final String name;
    private final DateSystem dates;
    private final Progress progress;
    private final List<FormulaCell> formulas = new ArrayList<>();
    private final List<Area> merged = new ArrayList<>();
    private final BitSet hiddenRows = new BitSet();

    /** The cells that formulas fill beside their own, by their keys, and what they showed at first. */
    private final Map<Long, FormulaCell> filled = new HashMap<>();

    private final Map<Long, Cell> filledBefore = new HashMap<>();

    private int size;
    private long[] keys = new long[64];
    private double[] numbers = new double[64];
    private @Nullable Object[] others = new @Nullable Object[64];
    private int lastFound;

    SheetCells(String name, DateSystem dates, Progress progress) {
        this.name = name;
        this.dates = dates;
        this.progress = progress;
    }

    /** Apache POI's own functions of dates count from 1900 only. */
    boolean countsFrom1904() {
        return dates == DateSystem.FROM_1904;
    }

    String name() {
        return name;
    }

    int size() {
        return size + filled.size();
    }

    List<FormulaCell> formulas() {
        return formulas;
    }

    Map<Long, FormulaCell> filled() {
        return filled;
    }

    /** What cells showed that a formula filled when the workbook came. */
    Map<Long, Cell> filledBefore() {
        return filledBefore;
    }

    void merge(Area area) {
        merged.add(area);
    }

    void hide(int row) {
        hiddenRows.set(row);
    }

    /** Adds a cell behind all others. */
    void add(long key, Cell cell) {
        if (filled.containsKey(key)) {
            filledBefore.put(key, cell);
        } else if (cell instanceof Cell.Numeric number) {
            add(key, number.value(), null);
        } else if (cell instanceof Cell.Text text) {
            add(key, 0, text.value());
        } else if (cell instanceof Cell.Logical logical) {
            add(key, 0, logical.value());
        } else if (cell instanceof Cell.Failure failure) {
            add(key, 0, failure.error());
        }
    }

    void add(FormulaCell formula) {
        // A formula inside the cells of another counts as itself.
        filled.remove(formula.key());
        formulas.add(formula);
        add(formula.key(), 0, formula);
        Area stored = formula.stored();
        for (int row = stored.top(); row <= stored.bottom(); row++) {
            for (int column = stored.left(); column <= stored.right(); column++) {
                if (Area.key(row, column) != formula.key()) {
                    filled.putIfAbsent(Area.key(row, column), formula);
                }
            }
        }
    }

    private void add(long key, double number, @Nullable Object other) {
        if (size == keys.length) {
            int more = size + (size >> 1);
            keys = Arrays.copyOf(keys, more);
            numbers = Arrays.copyOf(numbers, more);
            others = Arrays.copyOf(others, more);
        }
        keys[size] = key;
        numbers[size] = number;
        others[size] = other;
        size++;
    }

    private int find(long key) {
        if (lastFound + 1 < size && keys[lastFound + 1] == key) {
            return ++lastFound;
        }
        int found = Arrays.binarySearch(keys, 0, size, key);
        if (found >= 0) {
            lastFound = found;
        }
        return found;
    }

    Progress progress() {
        return progress;
    }

    /**
     * What a cell shows.
     *
     * @throws NotYetException where a formula must be computed first
     */
    Cell cell(int row, int column) {
        long key = Area.key(row, column);
        FormulaCell filler = filled.isEmpty() ? null : filled.get(key);
        if (filler != null) {
            return shown(filler, key);
        }
        int at = find(key);
        if (at < 0) {
            return Cell.blank();
        }
        Object other = others[at];
        return other instanceof FormulaCell formula ? shown(formula, key) : constant(other, numbers[at]);
    }

    private static Cell constant(@Nullable Object other, double number) {
        if (other instanceof String text) {
            return new Cell.Text(text);
        } else if (other instanceof Boolean logical) {
            return new Cell.Logical(logical);
        } else if (other instanceof CellError error) {
            return new Cell.Failure(error, "");
        }
        return new Cell.Numeric(number);
    }

    private Cell shown(FormulaCell formula, long key) {
        if (!formula.isDone()) {
            throw new NotYetException(formula);
        } else if (key == formula.key()) {
            return formula.value();
        } else if (formula.state() == FormulaCell.State.KEPT) {
            return filledBefore.getOrDefault(key, Cell.blank());
        }
        return formula.shown(Area.row(key), Area.column(key));
    }

    @Override
    public @Nullable EvaluationCell getCell(int row, int column) {
        progress.read();
        long key = Area.key(row, column);
        FormulaCell filler = filled.isEmpty() ? null : filled.get(key);
        if (filler == null) {
            int at = find(key);
            if (at < 0) {
                return null;
            }
            Object other = others[at];
            if (other == null) {
                return new ShownCell(this, key, new org.apache.poi.ss.formula.eval.NumberEval(numbers[at]));
            } else if (!(other instanceof FormulaCell formula)) {
                return ShownCell.of(this, key, constant(other, 0), dates);
            } else if (formula.equals(progress.current()) || (formula.isDone() && FormulaTokens.isSubtotal(formula))) {
                return formula;
            }
        }
        if (filler != null && filler.state() == FormulaCell.State.KEPT && !filledBefore.containsKey(key)) {
            return null;
        }
        try {
            return ShownCell.of(this, key, cell(row, column), dates);
        } catch (NotYetException needed) {
            progress.needs(needed);
            throw needed;
        }
    }

    /** What a cell showed when the workbook came. */
    Cell before(int row, int column) {
        long key = Area.key(row, column);
        if (filledBefore.containsKey(key)) {
            return filledBefore.get(key);
        }
        int at = find(key);
        if (at < 0) {
            return Cell.blank();
        }
        return others[at] instanceof FormulaCell formula ? formula.old() : constant(others[at], numbers[at]);
    }

    /** Shows every cell that held something when the workbook came, in the order of rows and columns. */
    void eachBefore(ObjLongConsumer<Cell> use) {
        for (int at = 0; at < size; at++) {
            use.accept(
                    others[at] instanceof FormulaCell formula ? formula.old() : constant(others[at], numbers[at]),
                    keys[at]);
        }
    }

    /** Whether a cell holds something that no formula put there. */
    boolean holds(long key) {
        return find(key) >= 0;
    }

    boolean isMerged(Area area) {
        return merged.stream().anyMatch(area::meets);
    }

    /** Shows every formula that is in an area, or fills a cell of it. */
    void formulasIn(Area area, Consumer<FormulaCell> use) {
        int first = firstAtOrBehind(Area.key(area.top(), 0));
        for (int at = first; at < formulas.size() && formulas.get(at).getRowIndex() <= area.bottom(); at++) {
            if (area.contains(formulas.get(at).getRowIndex(), formulas.get(at).getColumnIndex())) {
                use.accept(formulas.get(at));
            }
        }
        if (area.size() < filled.size()) {
            for (int row = area.top(); row <= area.bottom(); row++) {
                for (int column = area.left(); column <= area.right(); column++) {
                    FormulaCell filler = filled.get(Area.key(row, column));
                    if (filler != null) {
                        use.accept(filler);
                    }
                }
            }
        } else {
            filled.forEach((key, filler) -> {
                if (area.contains(Area.row(key), Area.column(key))) {
                    use.accept(filler);
                }
            });
        }
    }

    private int firstAtOrBehind(long key) {
        int low = 0;
        int high = formulas.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (formulas.get(middle).key() < key) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    public void clearAllCachedResultValues() {
        // Nothing is remembered here but the cells themselves.
    }

    @Override
    public int getLastRowNum() {
        int last = size == 0 ? 0 : Area.row(keys[size - 1]);
        for (long key : filled.keySet()) {
            last = Math.max(last, Area.row(key));
        }
        return last;
    }

    @Override
    public boolean isRowHidden(int row) {
        return hiddenRows.get(row);
    }
}
