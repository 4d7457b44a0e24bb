package mpm.functions.analytics;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.Grid;
import mpm.method.customerbase.PurchaseModel;
import mpm.method.customerbase.SpendModel;

/**
 * How customers buy, and what they spend if that is known.
 *
 * @param numbers r, alpha, a, b, or r, alpha, a, b, p, q, v
 */
public record CustomerParameters(List<Double> numbers) {

    private static final List<String> NAMES = List.of("R", "ALPHA", "A", "B", "P", "Q", "V");
    private static final int OF_BUYING = 4;

    /**
     * Reads the numbers in their order, or beside their names where one of them is alpha. Blank cells are passed over.
     *
     * @throws mpm.cell.CellException #VALUE! for anything but numbers, and for other than four or seven
     */
    static CustomerParameters from(Grid range) {
        List<Cell> given = range.cells().anyMatch(cell -> isName(cell, "ALPHA"))
                ? NAMES.stream().flatMap(name -> beside(range, name).stream()).toList()
                : range.cells().toList();
        List<Double> numbers = given.stream()
                .filter(cell -> !cell.isBlank())
                .map(CustomerParameters::number)
                .toList();
        if (numbers.size() != OF_BUYING && numbers.size() != NAMES.size()) {
            throw CellError.VALUE.because(
                    "params holds %d numbers: give r, alpha, a and b, and p, q and v if the value is wanted."
                            .formatted(numbers.size()));
        }
        return new CustomerParameters(numbers);
    }

    private static boolean isName(Cell cell, String name) {
        return cell.shown().strip().toUpperCase(Locale.ROOT).equals(name);
    }

    /** The cell to the right of a name; nothing where the name is missing or last in its row. */
    private static Optional<Cell> beside(Grid range, String name) {
        return IntStream.range(0, range.size())
                .filter(place -> isName(range.cell(place), name) && (place + 1) % range.columns() != 0)
                .mapToObj(place -> range.cell(place + 1))
                .findFirst();
    }

    private static double number(Cell cell) {
        if (cell instanceof Cell.Numeric number) {
            return number.value();
        }
        throw CellError.VALUE.because("params holds “%s”, but numbers are needed.".formatted(cell.shown()));
    }

    /**
     * How customers buy.
     *
     * @throws mpm.cell.CellException #NUM! for a parameter that is not above 0
     */
    PurchaseModel buying() {
        requireAbove(0, OF_BUYING, 0);
        return new PurchaseModel(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3));
    }

    /**
     * What they spend.
     *
     * @throws mpm.cell.CellException #NUM! for a parameter that is not above 0, and for q not above 1
     */
    Optional<SpendModel> spending() {
        if (numbers.size() == OF_BUYING) {
            return Optional.empty();
        }
        requireAbove(OF_BUYING, NAMES.size(), 0);
        requireAbove(OF_BUYING + 1, OF_BUYING + 2, 1);
        return Optional.of(new SpendModel(numbers.get(4), numbers.get(5), numbers.get(6)));
    }

    private void requireAbove(int from, int to, double least) {
        for (int place = from; place < to; place++) {
            if (!(numbers.get(place) > least)) {
                throw CellError.NUM.because("Parameter %s must be above %s: fit the model again."
                        .formatted(NAMES.get(place).toLowerCase(Locale.ROOT), least == 0 ? "0" : "1"));
            }
        }
    }
}
