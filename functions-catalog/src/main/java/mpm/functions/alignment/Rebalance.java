package mpm.functions.alignment;

import static mpm.catalogue.Stage.PLAN;

import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.Grid;
import mpm.cell.Series;
import mpm.cell.ShortestDecimal;
import mpm.cell.Spill;
import mpm.method.apportionment.Apportionment;
import mpm.method.apportionment.Quantum;

@WorksheetFunction(
        name = "REBALANCE",
        question = "How do I fit an existing budget to a new total, leaving committed lines alone?",
        stage = PLAN,
        method = "The change is shared among the free lines in proportion to their size, to the last unit of "
                + "the chosen decimals; locked lines keep their amounts.",
        source = "Balinski and Young, Fair Representation, 1982.",
        caution = "Every free line changes in proportion to its size, however well or badly it works.",
        related = "CASCADE")
@Example(
        formula = "=MPM.REBALANCE({600000;300000;360000;540000;120000;480000}, 2160000, 0)",
        shows = "{540000;270000;324000;486000;108000;432000}",
        because = "A cut of 10 % over all channels.")
@Example(
        formula = "=MPM.REBALANCE({100;200;300}, 900, 2, {FALSE;TRUE;FALSE})",
        shows = "{175;200;525}",
        because = "The second line is committed; the others share 700 as 1 to 3.")
@Example(
        formula = "=MPM.REBALANCE({100,-20,40}, 136, 0)",
        shows = "{110,-18,44}",
        because = "A rebate stays a rebate: 16 more, in proportion to size.")
@Example(
        formula = "=MPM.REBALANCE({100;200}, 250, 2, {1;1})",
        shows = "#NUM!",
        because = "Every line is committed, and they add up to 300.")
public record Rebalance(
        @Argument("The amounts as they are, of either sign; a blank is no line.")
        Series current,

        @Argument("What they shall add up to.") double total,

        @Argument(value = "Decimals of the amounts, -6 to 8: 2 for cents, -3 for thousands.", otherwise = "2")
        int decimals,

        @Argument("TRUE, or a number other than 0, where a line stays as it is.")
        Optional<Locks> locked)
        implements Alignment, Computed<Spill> {

    /**
     * Which lines stay as they are.
     *
     * @param each one for each line
     */
    public record Locks(List<Boolean> each) {

        public Locks {
            each = List.copyOf(each);
        }

        /** Reads one row or column of TRUE or FALSE, or of numbers. */
        static Locks from(Grid range) {
            range.requireRowOrColumn("locked");
            return new Locks(range.cells().map(Locks::isLocked).toList());
        }

        private static boolean isLocked(Cell cell) {
            if (cell instanceof Cell.Logical logical) {
                return logical.value();
            } else if (cell instanceof Cell.Numeric number) {
                return number.value() != 0;
            } else if (cell.isBlank()) {
                return false;
            }
            throw CellError.VALUE.because("locked holds “%s”: write TRUE or FALSE.".formatted(cell.shown()));
        }
    }

    @Override
    public Spill value() {
        locked.ifPresent(locks -> Lengths.requireSame(
                "current", current.length(), "locked", locks.each().size()));
        if (current.numbers().length == 0) {
            throw CellError.NA.because("Every amount is blank: give the lines their amounts.");
        }
        Quantum quantum = new Quantum(decimals);
        BigDecimal pool = quantum.rounded(total).subtract(sum(amounts(true)));
        List<BigDecimal> free = amounts(false);
        if (free.isEmpty() && pool.signum() != 0) {
            throw CellError.NUM.because(
                    "All lines are locked, and they miss the total by %s: unlock one or change the total."
                            .formatted(pool.stripTrailingZeros().toPlainString()));
        }
        Iterator<BigDecimal> balanced = balanced(free, pool, quantum).iterator();
        return Spill.of(current.shape(), place -> {
            if (current.isGap(place)) {
                return Cell.blank();
            }
            return isLocked(place)
                    ? Cell.of(current.value(place))
                    : Cell.of(balanced.next().doubleValue());
        });
    }

    private boolean isLocked(int place) {
        return locked.map(locks -> locks.each().get(place)).orElse(false);
    }

    private List<BigDecimal> amounts(boolean thatAreLocked) {
        return IntStream.range(0, current.length())
                .filter(place -> !current.isGap(place) && isLocked(place) == thatAreLocked)
                .mapToObj(place -> ShortestDecimal.of(current.value(place)))
                .toList();
    }

    /** The amounts changed in proportion to their size until they add up to the pool; where all are 0, equal parts of it. */
    private static List<BigDecimal> balanced(List<BigDecimal> amounts, BigDecimal pool, Quantum quantum) {
        if (amounts.isEmpty()) {
            return List.of();
        }
        BigDecimal size = sum(amounts.stream().map(BigDecimal::abs).toList());
        BigDecimal change = pool.subtract(sum(amounts));
        List<BigDecimal> shares = size.signum() == 0
                ? amounts.stream().map(zero -> pool).toList()
                : amounts.stream()
                        .map(amount -> amount.multiply(size).add(change.multiply(amount.abs())))
                        .toList();
        BigDecimal denominator = size.signum() == 0 ? BigDecimal.valueOf(amounts.size()) : size;
        // A negative pool is the mirror image of the positive one.
        UnaryOperator<BigDecimal> mirrored = pool.signum() < 0 ? BigDecimal::negate : UnaryOperator.identity();
        return Apportionment.hamilton(
                        shares.stream().map(mirrored).toList(), denominator, mirrored.apply(pool), quantum)
                .stream()
                .map(mirrored)
                .toList();
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
