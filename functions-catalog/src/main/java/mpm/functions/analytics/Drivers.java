package mpm.functions.analytics;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import mpm.catalogue.Row;
import mpm.catalogue.Rows;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.method.expression.Expression;

/** The drivers of an expression, a row each. */
final class Drivers {

    private Drivers() {}

    /** The expression over the drivers, in the order of their rows. */
    static <R extends Record> Expression expression(String formula, Rows<R> drivers, Function<R, Cell> name) {
        List<String> names = drivers.values().stream()
                .map(driver -> name.apply(driver).shown().strip())
                .toList();
        return Expression.of(formula, names);
    }

    /**
     * A figure that a driver must have.
     *
     * @throws mpm.cell.CellException #VALUE! where its cell holds none
     */
    static double figure(Row<?> driver, String column, Optional<Double> given) {
        return given.orElseThrow(
                () -> driver.refused(CellError.VALUE, "has no number in the column %s: fill it in.".formatted(column)));
    }
}
