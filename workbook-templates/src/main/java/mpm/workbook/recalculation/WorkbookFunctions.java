package mpm.workbook.recalculation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import mpm.catalogue.Calculation;
import mpm.catalogue.Call;
import mpm.catalogue.Spelling;
import mpm.cell.Cell;
import mpm.cell.DateSystem;
import mpm.cell.Range;
import mpm.workbook.formula.Cells;
import org.apache.poi.ss.formula.OperationEvaluationContext;
import org.apache.poi.ss.formula.TwoDEval;
import org.apache.poi.ss.formula.eval.BlankEval;
import org.apache.poi.ss.formula.eval.ErrorEval;
import org.apache.poi.ss.formula.eval.EvaluationException;
import org.apache.poi.ss.formula.eval.NotImplementedFunctionException;
import org.apache.poi.ss.formula.eval.NumberEval;
import org.apache.poi.ss.formula.eval.OperandResolver;
import org.apache.poi.ss.formula.eval.ValueEval;
import org.apache.poi.ss.formula.functions.FreeRefFunction;
import org.apache.poi.ss.formula.functions.Function;
import org.apache.poi.ss.formula.functions.Rept;
import org.apache.poi.ss.formula.functions.Substitute;
import org.apache.poi.ss.formula.udf.UDFFinder;
import org.jspecify.annotations.Nullable;

/**
 * The functions that formulas find beside POI's own: those of the catalogue, two of POI's that could fill the memory, held to
 * the length of a text in Excel, and whatever is known to nobody, which is said when it is evaluated.
 */
final class WorkbookFunctions implements UDFFinder {

    /** The longest text in a cell. */
    static final int LONGEST_TEXT = 32_767;

    private static final String BOUNDED = "_mpm_bounded_";

    private static final List<String> GROWING_NAMES = List.of("REPT", "SUBSTITUTE");

    /** Text in quotes is left as it is. */
    private static final Pattern GROWING =
            Pattern.compile("\"(?:[^\"]|\"\")*\"|'(?:[^']|'')*'|(?i:(?<![\\w.])(%s))(?=\\s*\\()"
                    .formatted(String.join("|", GROWING_NAMES)));

    private static final Map<String, FreeRefFunction> BOUNDED_FUNCTIONS = Map.of(
            BOUNDED + "REPT", (given, context) -> rept(given, context),
            BOUNDED + "SUBSTITUTE", (given, context) -> substitute(given, context));

    private final Calculation calculation;
    private final DateSystem dates;
    private final int cellsIn;
    private ValueEval whole = BlankEval.instance;
    private Cell.@Nullable Failure failure;

    WorkbookFunctions(Calculation calculation, DateSystem dates, int cellsIn) {
        this.calculation = calculation;
        this.dates = dates;
        this.cellsIn = cellsIn;
    }

    /** A formula with every name as it is found here. */
    static String named(String formula) {
        String stored = Spelling.storedFormula(formula);
        String inUpperCase = stored.toUpperCase(Locale.ROOT);
        return GROWING_NAMES.stream().noneMatch(inUpperCase::contains)
                ? stored
                : GROWING.matcher(stored)
                        .replaceAll(match -> java.util.regex.Matcher.quoteReplacement(
                                match.group(1) == null
                                        ? match.group()
                                        : BOUNDED + match.group(1).toUpperCase(Locale.ROOT)));
    }

    @Override
    public FreeRefFunction findFunction(String name) {
        if (name.equals(EvaluatedWorkbook.WHOLE_RESULT)) {
            return (given, context) -> {
                whole = given[0];
                return NumberEval.ZERO;
            };
        } else if (FormulaTokens.isOurs(name)) {
            return (given, context) -> called(name, given);
        }
        FreeRefFunction bounded = BOUNDED_FUNCTIONS.get(name);
        return bounded != null
                ? bounded
                : (given, context) -> {
                    throw new NotImplementedFunctionException(name);
                };
    }

    void begin() {
        whole = BlankEval.instance;
        failure = null;
    }

    /** What the formula gave that was evaluated last, before it is cut down to its cell. */
    ValueEval whole() {
        return whole;
    }

    /** Why the last function of MPM failed that the formula called; nothing where none did. */
    String failureReason() {
        return failure == null ? "" : failure.reason();
    }

    private ValueEval called(String name, ValueEval... given) {
        long cells = Arrays.stream(given)
                .mapToLong(each -> each instanceof TwoDEval area ? (long) area.getHeight() * area.getWidth() : 1)
                .sum();
        if (cells > cellsIn) {
            failure = tooLarge(cells, cellsIn);
            return ErrorEval.NUM_ERROR;
        }
        List<Range> arguments = Arrays.stream(given).map(Cells::range).toList();
        Range result = calculation
                .results(List.of(new Call(name, arguments)), dates)
                .get(0)
                .value();
        if (result instanceof Cell.Failure failed) {
            failure = failed;
        }
        return Cells.value(result, dates);
    }

    static Cell.Failure tooLarge(long cells, int most) {
        return new Cell.Failure(
                mpm.cell.CellError.NUM,
                "The arguments are too large: %,d cells, and at most %,d are read at once.".formatted(cells, most));
    }

    private static ValueEval rept(ValueEval[] given, OperationEvaluationContext context) {
        if (given.length != 2) {
            return ErrorEval.VALUE_INVALID;
        }
        try {
            String text = text(given[0], context);
            double times = OperandResolver.coerceValueToDouble(
                    OperandResolver.getSingleValue(given[1], context.getRowIndex(), context.getColumnIndex()));
            return times < 0 || text.length() * Math.floor(times) > LONGEST_TEXT
                    ? ErrorEval.VALUE_INVALID
                    : evaluated(new Rept(), context, given[0], new NumberEval(Math.floor(times)));
        } catch (EvaluationException e) {
            return e.getErrorEval();
        }
    }

    private static ValueEval substitute(ValueEval[] given, OperationEvaluationContext context) {
        if (given.length < 3 || given.length > 4) {
            return ErrorEval.VALUE_INVALID;
        }
        try {
            long text = text(given[0], context).length();
            long grown = text * Math.max(1, text(given[2], context).length());
            if (grown > LONGEST_TEXT * 32L) {
                return ErrorEval.VALUE_INVALID;
            }
            return evaluated(new Substitute(), context, given);
        } catch (EvaluationException e) {
            return e.getErrorEval();
        }
    }

    private static String text(ValueEval value, OperationEvaluationContext context) throws EvaluationException {
        return OperandResolver.coerceValueToString(
                OperandResolver.getSingleValue(value, context.getRowIndex(), context.getColumnIndex()));
    }

    private static ValueEval evaluated(Function function, OperationEvaluationContext context, ValueEval... given) {
        return function.evaluate(given, context.getRowIndex(), context.getColumnIndex());
    }
}
