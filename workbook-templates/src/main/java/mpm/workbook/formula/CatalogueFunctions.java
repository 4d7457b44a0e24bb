package mpm.workbook.formula;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import mpm.catalogue.Calculation;
import mpm.catalogue.Call;
import mpm.catalogue.Spelling;
import mpm.cell.Cell;
import mpm.cell.DateSystem;
import mpm.cell.Range;
import org.apache.poi.ss.formula.eval.ValueEval;
import org.apache.poi.ss.formula.functions.FreeRefFunction;
import org.apache.poi.ss.formula.udf.UDFFinder;
import org.jspecify.annotations.Nullable;

/** Lends the functions of the catalogue to Apache POI. */
final class CatalogueFunctions implements UDFFinder {

    private final Calculation calculation;
    private final DateSystem dates;

    /** POI asks anew for every cell of a range that one formula answers. */
    private @Nullable Call last;

    private Range lastAnswer = Cell.blank();

    CatalogueFunctions(Calculation calculation, DateSystem dates) {
        this.calculation = calculation;
        this.dates = dates;
    }

    /** Takes every name of MPM, known or not: the catalogue's own answer to an unknown one helps more than #NAME?. */
    @Override
    public @Nullable FreeRefFunction findFunction(String name) {
        return Spelling.isStored(name.toUpperCase(Locale.ROOT))
                ? (arguments, context) -> Cells.value(answer(call(name, arguments)), dates)
                : null;
    }

    private Range answer(Call call) {
        if (!call.equals(last)) {
            lastAnswer = calculation.results(List.of(call), dates).get(0).value();
            last = call;
        }
        return lastAnswer;
    }

    private static Call call(String name, ValueEval... arguments) {
        List<Range> ranges = Arrays.stream(arguments).map(Cells::range).toList();
        return new Call(name, ranges);
    }
}
