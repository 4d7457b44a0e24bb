package mpm.workbook.recalculation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import mpm.catalogue.Spelling;
import mpm.cell.Cell;
import mpm.cell.Range;
import org.apache.poi.ss.formula.ptg.AbstractFunctionPtg;
import org.apache.poi.ss.formula.ptg.Area2DPtgBase;
import org.apache.poi.ss.formula.ptg.Area3DPxg;
import org.apache.poi.ss.formula.ptg.AreaPtgBase;
import org.apache.poi.ss.formula.ptg.BoolPtg;
import org.apache.poi.ss.formula.ptg.ControlPtg;
import org.apache.poi.ss.formula.ptg.FuncVarPtg;
import org.apache.poi.ss.formula.ptg.IntPtg;
import org.apache.poi.ss.formula.ptg.MissingArgPtg;
import org.apache.poi.ss.formula.ptg.NamePtg;
import org.apache.poi.ss.formula.ptg.NameXPxg;
import org.apache.poi.ss.formula.ptg.NumberPtg;
import org.apache.poi.ss.formula.ptg.OperandPtg;
import org.apache.poi.ss.formula.ptg.OperationPtg;
import org.apache.poi.ss.formula.ptg.Ptg;
import org.apache.poi.ss.formula.ptg.Ref3DPxg;
import org.apache.poi.ss.formula.ptg.RefPtg;
import org.apache.poi.ss.formula.ptg.RefPtgBase;
import org.apache.poi.ss.formula.ptg.StringPtg;
import org.apache.poi.ss.formula.ptg.UnionPtg;
import org.jspecify.annotations.Nullable;

/** What the tokens of a formula say, before anything is evaluated. */
final class FormulaTokens {

    private static final String SUBTOTAL = "SUBTOTAL";

    private static final Set<String> OF_DATES = Set.of(
            "DATE",
            "DATEDIF",
            "DATEVALUE",
            "DAY",
            "DAYS360",
            "EDATE",
            "EOMONTH",
            "ISOWEEKNUM",
            "MONTH",
            "NETWORKDAYS",
            "NOW",
            "TEXT",
            "TODAY",
            "WEEKDAY",
            "WEEKNUM",
            "WORKDAY",
            "YEAR",
            "YEARFRAC");

    private FormulaTokens() {}

    /**
     * A call of MPM whose arguments are constants and references.
     *
     * @param arguments a token each
     */
    record PlainCall(String function, List<Ptg> arguments) {}

    /** The call that a formula is, if it is nothing else. */
    static Optional<PlainCall> wholeCall(Ptg... tokens) {
        if (tokens.length == 0 || !(tokens[0] instanceof NameXPxg)) {
            return Optional.empty();
        }
        List<PlainCall> calls = new ArrayList<>();
        boolean isOne = read(calls, tokens) == 1
                && calls.size() == 1
                && calls.get(0).arguments().size() + 2 == operands(tokens);
        return isOne ? Optional.of(calls.get(0)) : Optional.empty();
    }

    private static long operands(Ptg... tokens) {
        return Arrays.stream(tokens)
                .filter(token -> !(token instanceof ControlPtg))
                .count();
    }

    /** Every call of MPM in a formula whose arguments are all constants and references. */
    static List<PlainCall> calls(Ptg... tokens) {
        List<PlainCall> calls = new ArrayList<>();
        read(calls, tokens);
        return calls;
    }

    /** Reads the tokens as they would be evaluated; answers how many values remain. */
    private static int read(List<PlainCall> calls, Ptg... tokens) {
        Deque<Optional<Ptg>> values = new ArrayDeque<>();
        for (Ptg token : tokens) {
            if (token instanceof OperationPtg operation && !(token instanceof UnionPtg)) {
                List<Optional<Ptg>> operands = new ArrayList<>();
                for (int operand = 0; operand < operation.getNumberOfOperands() && !values.isEmpty(); operand++) {
                    operands.add(0, values.pop());
                }
                if (token instanceof FuncVarPtg function && function.isExternalFunction()) {
                    call(operands).ifPresent(calls::add);
                }
                values.push(Optional.empty());
            } else if (!(token instanceof ControlPtg)) {
                values.push(isPlain(token) ? Optional.of(token) : Optional.empty());
            }
        }
        return values.size();
    }

    private static Optional<PlainCall> call(List<Optional<Ptg>> operands) {
        if (operands.isEmpty()
                || operands.stream().anyMatch(Optional::isEmpty)
                || !(operands.get(0).orElseThrow() instanceof NameXPxg name)
                || !isOurs(name.getNameName())) {
            return Optional.empty();
        }
        return Optional.of(new PlainCall(
                name.getNameName(),
                operands.stream().skip(1).map(Optional::orElseThrow).toList()));
    }

    private static boolean isPlain(Ptg token) {
        return token instanceof RefPtgBase
                || token instanceof AreaPtgBase
                || token instanceof IntPtg
                || token instanceof NumberPtg
                || token instanceof StringPtg
                || token instanceof BoolPtg
                || token instanceof MissingArgPtg
                || token instanceof NamePtg
                || token instanceof NameXPxg;
    }

    static boolean isOurs(String function) {
        return Spelling.isStored(function.toUpperCase(Locale.ROOT));
    }

    /** The first of Excel's functions in a formula that turns a serial number into a date, or a date into one. */
    static Optional<String> functionOfDates(Ptg... tokens) {
        return Arrays.stream(tokens)
                .flatMap(token -> token instanceof AbstractFunctionPtg function && !function.isExternalFunction()
                        ? Stream.of(function.getName())
                        : token instanceof NameXPxg name ? Stream.of(shownName(name.getNameName())) : Stream.empty())
                .filter(OF_DATES::contains)
                .findFirst();
    }

    static boolean isSubtotal(FormulaCell formula) {
        return formula.value() instanceof Cell.Numeric
                && Arrays.stream(formula.tokens())
                        .anyMatch(token -> token instanceof FuncVarPtg function && SUBTOTAL.equals(function.getName()));
    }

    /** A subtotal of one number: it is that number, and POI still leaves it out of the subtotals that cover it. */
    static Ptg[] subtotalOf(double number) {
        return new Ptg[] {new IntPtg(9), new NumberPtg(number), FuncVarPtg.create(SUBTOTAL, 2)};
    }

    /** The tokens of a formula that shares another's text, so many rows and columns away. */
    static Ptg[] moved(int rows, int columns, Ptg... tokens) {
        return Arrays.stream(tokens)
                .map(token -> {
                    Ptg copy = token instanceof OperandPtg operand ? operand.copy() : token;
                    if (copy instanceof RefPtgBase cell) {
                        cell.setRow(cell.isRowRelative() ? cell.getRow() + rows & Area.LAST_ROW : cell.getRow());
                        cell.setColumn(
                                cell.isColRelative()
                                        ? cell.getColumn() + columns & Area.LAST_COLUMN
                                        : cell.getColumn());
                    } else if (copy instanceof AreaPtgBase area) {
                        moveRows(area, rows);
                        moveColumns(area, columns);
                    }
                    return copy;
                })
                .toArray(Ptg[]::new);
    }

    private static void moveRows(AreaPtgBase area, int rows) {
        if (area.isFirstRowRelative()) {
            area.setFirstRow(area.getFirstRow() + rows & Area.LAST_ROW);
        }
        if (area.isLastRowRelative()) {
            area.setLastRow(area.getLastRow() + rows & Area.LAST_ROW);
        }
    }

    private static void moveColumns(AreaPtgBase area, int columns) {
        if (area.isFirstColRelative()) {
            area.setFirstColumn(area.getFirstColumn() + columns & Area.LAST_COLUMN);
        }
        if (area.isLastColRelative()) {
            area.setLastColumn(area.getLastColumn() + columns & Area.LAST_COLUMN);
        }
    }

    /** The cells that a reference names. */
    static @Nullable Area area(Ptg token) {
        if (token instanceof RefPtgBase cell) {
            return Area.at(cell.getRow(), cell.getColumn(), 1, 1);
        } else if (token instanceof AreaPtgBase area) {
            return new Area(
                    Math.min(area.getFirstRow(), area.getLastRow()),
                    Math.min(area.getFirstColumn(), area.getLastColumn()),
                    Math.max(area.getFirstRow(), area.getLastRow()),
                    Math.max(area.getFirstColumn(), area.getLastColumn()));
        }
        return null;
    }

    /** Whether a reference names cells of the formula's own sheet. */
    static boolean isOnOwnSheet(Ptg token) {
        return token instanceof RefPtg || token instanceof Area2DPtgBase;
    }

    /** The sheet that a reference names; nothing where it names several, or another workbook. */
    static Optional<String> sheetName(Ptg token) {
        if (token instanceof Ref3DPxg cell) {
            return cell.getExternalWorkbookNumber() > 0 || cell.getLastSheetName() != null
                    ? Optional.empty()
                    : Optional.of(cell.getSheetName());
        }
        return token instanceof Area3DPxg area
                        && area.getExternalWorkbookNumber() <= 0
                        && area.getLastSheetName() == null
                ? Optional.of(area.getSheetName())
                : Optional.empty();
    }

    /** What a token of no reference stands for. */
    static Optional<Range> constant(Ptg token) {
        if (token instanceof IntPtg number) {
            return Optional.of(Cell.of(number.getValue()));
        } else if (token instanceof NumberPtg number) {
            return Optional.of(Cell.of(number.getValue()));
        } else if (token instanceof StringPtg text) {
            return Optional.of(Cell.of(text.getValue()));
        } else if (token instanceof BoolPtg logical) {
            return Optional.of(Cell.of(logical.getValue()));
        }
        return token instanceof MissingArgPtg ? Optional.of(Cell.blank()) : Optional.empty();
    }

    /** A function as a person knows it: without the mark that Excel gives to those that came after 2007. */
    static String shownName(String stored) {
        return stored.replaceFirst("^_xl(?:fn|ws|pm)\\.(?:_xlws\\.)?", "");
    }
}
