package mpm.workbook.recalculation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mpm.catalogue.Calculation;
import mpm.catalogue.Call;
import mpm.catalogue.Limits;
import mpm.catalogue.Result;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.DateSystem;
import mpm.cell.Grid;
import mpm.cell.Range;
import mpm.cell.Shape;
import mpm.link.Found;
import mpm.link.Need;
import mpm.workbook.formula.Cells;
import mpm.workbook.recalculation.FormulaCell.Kind;
import mpm.workbook.recalculation.FormulaCell.State;
import mpm.workbook.recalculation.FormulaTokens.PlainCall;
import org.apache.poi.ss.formula.EvaluationName;
import org.apache.poi.ss.formula.IStabilityClassifier;
import org.apache.poi.ss.formula.TwoDEval;
import org.apache.poi.ss.formula.WorkbookEvaluator;
import org.apache.poi.ss.formula.eval.BlankEval;
import org.apache.poi.ss.formula.eval.MissingArgEval;
import org.apache.poi.ss.formula.eval.NotImplementedFunctionException;
import org.apache.poi.ss.formula.eval.RefEval;
import org.apache.poi.ss.formula.eval.ValueEval;
import org.apache.poi.ss.formula.ptg.NamePtg;
import org.apache.poi.ss.formula.ptg.NameXPxg;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.apache.poi.ss.formula.ptg.RefPtgBase;
import org.jspecify.annotations.Nullable;

/**
 * Computes the formulas of a workbook, each after those that it reads. Cells that are one call of MPM go to the catalogue in
 * batches; the others go to POI one by one. Where a formula turns out to fill other cells than before, everything is computed
 * again, since anyone may have read those cells.
 */
final class Evaluation {

    /** Ranges that grow and make others grow settle in two or three; some never do. */
    private static final int MOST_ROUNDS = 6;

    private static final int CALLS_IN_A_BATCH = 4096;
    private static final int CELLS_IN_A_BATCH = 1_000_000;

    /** Beyond so many hints, formulas are computed as they are met. */
    private static final int MOST_STEPS = 1_000_000;

    private static final String CIRCULAR =
            "The formula leads back to its own cell, so the cell keeps its value: break the circle.";

    private final EvaluatedWorkbook workbook;
    private final List<SheetCells> sheets;
    private final WorkbookFunctions functions;
    private final Calculation calculation;
    private final RememberedLinks links;
    private final DateSystem dates;
    private final Limits limits;
    private final int mostFilled;
    private final Progress progress;
    private final WorkbookEvaluator evaluator;
    private final Map<Integer, Optional<Ptg>> names = new HashMap<>();

    private final List<FormulaCell> batch = new ArrayList<>();
    private final List<Call> calls = new ArrayList<>();
    private long cellsInBatch;
    private boolean hasMoved;

    Evaluation(
            EvaluatedWorkbook workbook,
            List<SheetCells> sheets,
            WorkbookFunctions functions,
            Calculation calculation,
            RememberedLinks links,
            DateSystem dates,
            Limits limits,
            int mostFilled,
            Progress progress) {
        this.workbook = workbook;
        this.sheets = sheets;
        this.functions = functions;
        this.calculation = calculation;
        this.links = links;
        this.dates = dates;
        this.limits = limits;
        this.mostFilled = mostFilled;
        this.progress = progress;
        this.evaluator = new WorkbookEvaluator(workbook, IStabilityClassifier.TOTALLY_IMMUTABLE, null);
    }

    /** Computes every formula, or keeps what it showed; what is not reached in time is kept as well. */
    void run() {
        List<FormulaCell> formulas =
                sheets.stream().flatMap(sheet -> sheet.formulas().stream()).toList();
        List<FormulaCell> computable =
                formulas.stream().filter(formula -> !formula.isDone()).toList();
        try {
            fetchNeeds(computable);
            for (int round = 0; round < MOST_ROUNDS; round++) {
                hasMoved = false;
                computable.forEach(FormulaCell::again);
                computeAll(computable);
                if (!hasMoved) {
                    break;
                }
            }
        } catch (Progress.TimeUpException e) {
            // What is left is kept below.
        }
        for (FormulaCell formula : formulas) {
            if (!formula.isDone()) {
                formula.kept("The time for the workbook was up before this cell's turn, so it keeps its value.");
            }
        }
    }

    /**
     * Asks for the stored data that all calls read, as far as their arguments can be told before computing: for the
     * organisation first, then for what lies where it says. The links remember.
     */
    private void fetchNeeds(List<FormulaCell> formulas) {
        Found found = Found.NOTHING;
        for (int round = 0; round < Calculation.MOST_ROUNDS; round++) {
            Set<Need<?>> needs = needs(formulas, found);
            if (needs.isEmpty()) {
                return;
            }
            found = links.find(needs);
        }
    }

    private Set<Need<?>> needs(List<FormulaCell> formulas, Found found) {
        Set<Need<?>> needs = new HashSet<>();
        List<Call> some = new ArrayList<>();
        for (FormulaCell formula : formulas) {
            for (PlainCall call : FormulaTokens.calls(formula.tokens())) {
                List<Range> arguments = new ArrayList<>();
                for (Ptg token : call.arguments()) {
                    constant(token, formula, true).ifPresent(arguments::add);
                }
                if (arguments.size() == call.arguments().size()) {
                    some.add(new Call(call.function(), arguments));
                }
            }
            if (some.size() >= CALLS_IN_A_BATCH) {
                needs.addAll(calculation.needs(some, dates, found));
                some.clear();
                progress.check();
            }
        }
        needs.addAll(calculation.needs(some, dates, found));
        return needs;
    }

    private void computeAll(List<FormulaCell> formulas) {
        List<FormulaCell> plain =
                formulas.stream().filter(formula -> formula.call() != null).toList();
        // Calls of constants, then calls of those: as long as a pass still takes many at once, a batch is worth it.
        for (int taken = plain.size(); !plain.isEmpty() && taken * 16L >= plain.size(); ) {
            int before = plain.size();
            for (FormulaCell formula : plain) {
                take(formula);
            }
            flush();
            plain = plain.stream().filter(formula -> !formula.isDone()).toList();
            taken = before - plain.size();
            if (taken == 0) {
                break;
            }
        }
        for (FormulaCell formula : formulas) {
            compute(formula);
        }
        flush();
    }

    /** A formula on the way to another; what a hint says may turn out not to be needed. */
    private record Step(FormulaCell formula, boolean isHint) {}

    /** Computes a formula and what it reads, deepest first, without going down the JVM's own stack. */
    private void compute(FormulaCell root) {
        if (root.state() != State.WAITING) {
            return;
        }
        Deque<Step> steps = new ArrayDeque<>();
        Set<FormulaCell> waiting = new HashSet<>();
        steps.push(new Step(root, false));
        while (!steps.isEmpty()) {
            FormulaCell formula = steps.element().formula();
            if (formula.state() != State.WAITING) {
                waiting.remove(steps.pop().formula());
                continue;
            }
            @Nullable FormulaCell missing = take(formula);
            if (missing != null && missing.state() == State.IN_BATCH) {
                flush();
            } else if (missing != null && (missing.equals(formula) || waiting.contains(missing))) {
                circle(missing, steps, waiting);
            } else if (missing != null) {
                steps.push(new Step(missing, false));
                if (waiting.add(formula) && steps.size() < MOST_STEPS) {
                    hint(formula, steps);
                }
            }
        }
    }

    /** Everything a formula refers to will likely be read: computed one after the other, each would begin it anew. */
    private void hint(FormulaCell formula, Deque<Step> steps) {
        for (Ptg token : formula.tokens()) {
            Ptg reference = token instanceof NamePtg name ? named(name).orElse(token) : token;
            Area area = FormulaTokens.area(reference);
            SheetCells sheet = area == null ? null : sheet(reference, formula);
            if (area != null && sheet != null) {
                sheet.formulasIn(area, read -> {
                    progress.read();
                    if (read.state() == State.WAITING && !read.equals(formula)) {
                        steps.push(new Step(read, true));
                    }
                });
            }
        }
    }

    /** Goes back along the steps that led here: to where a hint was followed that was none, or all around a circle. */
    private static void circle(FormulaCell start, Deque<Step> steps, Set<FormulaCell> waiting) {
        List<FormulaCell> around = new ArrayList<>();
        while (!steps.isEmpty()) {
            Step step = steps.pop();
            waiting.remove(step.formula());
            around.add(step.formula());
            if (step.formula().equals(start)) {
                break;
            } else if (step.isHint()) {
                return;
            }
        }
        around.forEach(formula -> formula.kept(CIRCULAR));
    }

    /** Computes a formula, or puts it into the batch; answers the formula that must be computed before. */
    private @Nullable FormulaCell take(FormulaCell formula) {
        if (formula.state() != State.WAITING) {
            return null;
        }
        progress.check();
        @Nullable PlainCall call = formula.call();
        try {
            return call == null ? evaluated(formula) : batched(formula, call);
        } catch (NotYetException e) {
            return e.needed();
        }
    }

    private @Nullable FormulaCell batched(FormulaCell formula, PlainCall call) {
        List<Range> arguments = new ArrayList<>(call.arguments().size());
        long cells = 0;
        for (Ptg token : call.arguments()) {
            @Nullable Area area = FormulaTokens.area(token);
            cells += area == null ? 1 : area.size();
            if (cells > limits.cellsIn()) {
                // As POI sees them, whole columns end where the sheet does.
                return evaluated(formula);
            }
            Optional<Range> argument = constant(token, formula, false);
            if (argument.isEmpty()) {
                return evaluated(formula);
            }
            arguments.add(argument.get());
        }
        formula.isInBatch();
        batch.add(formula);
        calls.add(new Call(call.function(), arguments));
        cellsInBatch += cells;
        if (batch.size() >= CALLS_IN_A_BATCH || cellsInBatch >= CELLS_IN_A_BATCH) {
            flush();
        }
        return null;
    }

    /** What a token stands for without evaluating; nothing where POI must say it. */
    private Optional<Range> constant(Ptg token, FormulaCell formula, boolean asBefore) {
        Ptg read = token instanceof NamePtg name ? named(name).orElse(token) : token;
        @Nullable Area area = FormulaTokens.area(read);
        if (area != null) {
            @Nullable SheetCells sheet = sheet(read, formula);
            if (sheet == null || area.size() > (asBefore ? CALLS_IN_A_BATCH : limits.cellsIn())) {
                return Optional.empty();
            }
            return Optional.of(range(area, sheet, asBefore));
        } else if (read instanceof NamePtg || read instanceof NameXPxg) {
            return Optional.empty();
        }
        return FormulaTokens.constant(read);
    }

    private static Range range(Area area, SheetCells sheet, boolean asBefore) {
        Cell[] cells = new Cell[(int) area.size()];
        int place = 0;
        for (int row = area.top(); row <= area.bottom(); row++) {
            for (int column = area.left(); column <= area.right(); column++) {
                cells[place++] = asBefore ? sheet.before(row, column) : sheet.cell(row, column);
            }
        }
        return cells.length == 1 ? cells[0] : Grid.of(new Shape(area.rows(), area.columns()), cells);
    }

    private @Nullable SheetCells sheet(Ptg reference, FormulaCell formula) {
        return FormulaTokens.isOnOwnSheet(reference)
                ? formula.sheet()
                : FormulaTokens.sheetName(reference).map(workbook::sheet).orElse(null);
    }

    /** The one reference or constant that a name stands for; nothing where it is more than that. */
    private Optional<Ptg> named(NamePtg name) {
        return names.computeIfAbsent(name.getIndex(), index -> {
            try {
                EvaluationName defined = workbook.getName(name);
                Ptg[] tokens = defined.hasFormula() ? defined.getNameDefinition() : new Ptg[0];
                return tokens.length == 1 && !(tokens[0] instanceof NamePtg) && !isRelative(tokens[0])
                        ? Optional.of(tokens[0])
                        : Optional.empty();
            } catch (RuntimeException | StackOverflowError e) {
                // POI will say the same of each formula that uses the name.
                return Optional.empty();
            }
        });
    }

    private static boolean isRelative(Ptg token) {
        return FormulaTokens.isOnOwnSheet(token)
                || (token instanceof RefPtgBase cell && (cell.isRowRelative() || cell.isColRelative()));
    }

    private void flush() {
        if (batch.isEmpty()) {
            return;
        }
        List<FormulaCell> formulas = List.copyOf(batch);
        List<Result> results = calculation.results(calls, dates);
        batch.clear();
        calls.clear();
        cellsInBatch = 0;
        if (progress.isOver()) {
            formulas.forEach(FormulaCell::again);
            progress.check();
        }
        for (int index = 0; index < formulas.size(); index++) {
            Range value = results.get(index).value();
            show(formulas.get(index), value, value instanceof Cell.Failure failure ? failure.reason() : "");
        }
    }

    private @Nullable FormulaCell evaluated(FormulaCell formula) {
        progress.begin(formula);
        functions.begin();
        try {
            evaluator.evaluate(formula);
            Range value = shown(functions.whole(), formula);
            if (progress.missing() != null) {
                return progress.missing();
            } else if (progress.hasReadItself()) {
                formula.kept(CIRCULAR);
            } else {
                show(formula, value, functions.failureReason());
            }
        } catch (NotYetException e) {
            return e.needed();
        } catch (Progress.TimeUpException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            if (progress.missing() != null) {
                return progress.missing();
            }
            progress.check();
            keep(formula, e);
        } finally {
            evaluator.clearAllCachedResultValues();
        }
        return null;
    }

    private static void keep(FormulaCell formula, Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof NotImplementedFunctionException unknown) {
                formula.keptWithout(FormulaTokens.shownName(unknown.getFunctionName()));
                return;
            }
        }
        formula.kept(
                failure instanceof StackOverflowError
                        ? "The formula strings too many operators together, so the cell keeps its value: split it up."
                        : "The formula uses something that is not evaluated here, so the cell keeps its value.");
    }

    /** The result of a formula as its cell takes it: of a reference to a blank cell, as Excel has it, 0. */
    private Range shown(ValueEval whole, FormulaCell formula) {
        if (formula.kind() == Kind.SINGLE && Cells.isReference(whole)) {
            return cell(WorkbookEvaluator.dereferenceResult(whole, formula.getRowIndex(), formula.getColumnIndex()));
        } else if (whole instanceof TwoDEval area) {
            int rows = formula.kind() == Kind.SINGLE ? 1 : area.getHeight();
            int columns = formula.kind() == Kind.SINGLE ? 1 : area.getWidth();
            if ((long) rows * columns > limits.cellsOut()) {
                throw new IllegalStateException("The result is too large.");
            }
            Cell[] cells = new Cell[rows * columns];
            for (int place = 0; place < cells.length; place++) {
                cells[place] = cell(area.getValue(place / columns, place % columns));
            }
            return cells.length == 1 ? cells[0] : Grid.of(new Shape(rows, columns), cells);
        }
        return cell(whole);
    }

    private static Cell cell(ValueEval value) {
        ValueEval held = value instanceof RefEval reference
                ? reference.getInnerValueEval(reference.getFirstSheetIndex())
                : value;
        Cell cell = held instanceof BlankEval || held instanceof MissingArgEval ? Cell.of(0) : Cells.cell(held);
        return cell instanceof Cell.Text text && text.value().length() > WorkbookFunctions.LONGEST_TEXT
                ? new Cell.Failure(
                        CellError.VALUE,
                        "The text is longer than the %,d characters that a cell holds."
                                .formatted(WorkbookFunctions.LONGEST_TEXT))
                : cell;
    }

    private void show(FormulaCell formula, Range answered, String reason) {
        Range value = asNumbers(answered);
        switch (formula.kind()) {
            case DYNAMIC_ARRAY -> spill(formula, value, reason);
            case FIXED_ARRAY -> formula.computed(value, formula.stored(), reason);
            default -> formula.computed(value.cell(0), reason);
        }
    }

    /** Cells hold dates as numbers. */
    private Range asNumbers(Range range) {
        if (range instanceof Cell.Dated date) {
            return Cell.of(dates.serial(date.at()));
        } else if (range instanceof Grid grid && grid.cells().anyMatch(Cell.Dated.class::isInstance)) {
            return Grid.of(
                    grid.shape(),
                    grid.cells().map(cell -> asNumbers(cell).cell(0)).toArray(Cell[]::new));
        }
        return range;
    }

    /** Fills as many cells as the result has; where one of them is taken, none. */
    private void spill(FormulaCell formula, Range value, String reason) {
        int row = formula.getRowIndex();
        int column = formula.getColumnIndex();
        Area wanted = Area.at(row, column, value.rows(), value.columns());
        Optional<String> obstacle = wanted.isOneCell() ? Optional.empty() : obstacle(formula, wanted);
        Area extent = obstacle.isPresent() ? Area.at(row, column, 1, 1) : wanted;
        if (!extent.equals(formula.extent())) {
            move(formula, extent);
        }
        if (obstacle.isPresent()) {
            formula.computed(new Cell.Failure(CellError.SPILL, obstacle.get()), extent, obstacle.get());
        } else {
            formula.computed(value, extent, reason);
        }
    }

    private Optional<String> obstacle(FormulaCell formula, Area wanted) {
        SheetCells sheet = formula.sheet();
        int filledByAll = sheets.stream().mapToInt(each -> each.filled().size()).sum();
        if (filledByAll + wanted.size() > mostFilled) {
            return Optional.of("The formulas of the workbook fill more than %,d cells together.".formatted(mostFilled));
        }
        if (wanted.bottom() > Area.LAST_ROW || wanted.right() > Area.LAST_COLUMN) {
            return Optional.of("The result is larger than the sheet has room for from here.");
        } else if (sheet.isMerged(wanted)) {
            return Optional.of(
                    "The result needs %s, where cells are merged: unmerge them.".formatted(wanted.reference()));
        }
        for (int row = wanted.top(); row <= wanted.bottom(); row++) {
            for (int column = wanted.left(); column <= wanted.right(); column++) {
                long key = Area.key(row, column);
                FormulaCell filler = sheet.filled().get(key);
                if (key != formula.key() && (sheet.holds(key) || (filler != null && !filler.equals(formula)))) {
                    return Optional.of("The result needs %s, and %s is not empty: clear it."
                            .formatted(wanted.reference(), Area.name(key)));
                }
            }
        }
        return Optional.empty();
    }

    private void move(FormulaCell formula, Area extent) {
        Map<Long, FormulaCell> filled = formula.sheet().filled();
        forEachFilled(formula, formula.extent(), key -> filled.remove(key, formula));
        forEachFilled(formula, extent, key -> filled.put(key, formula));
        formula.extent(extent);
        hasMoved = true;
    }

    private static void forEachFilled(FormulaCell formula, Area area, java.util.function.LongConsumer use) {
        for (int row = area.top(); row <= area.bottom(); row++) {
            for (int column = area.left(); column <= area.right(); column++) {
                if (Area.key(row, column) != formula.key()) {
                    use.accept(Area.key(row, column));
                }
            }
        }
    }
}
