package mpm.workbook.formula;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mpm.catalogue.Calculation;
import mpm.catalogue.Call;
import mpm.catalogue.Spelling;
import mpm.cell.DateSystem;
import mpm.cell.Range;
import org.apache.poi.ss.formula.eval.ValueEval;
import org.apache.poi.ss.formula.functions.FreeRefFunction;
import org.apache.poi.ss.formula.udf.UDFFinder;
import org.jspecify.annotations.Nullable;

/** Lends the functions of the catalogue to Apache POI. */
final class CatalogueFunctions implements UDFFinder {

    /** POI asks for the answer of an array formula once for each of its cells; so many are remembered at a time. */
    private static final int REMEMBERED = 32;

    private final Calculation calculation;
    private final DateSystem dates;
    private final Map<Call, Range> answers = new LinkedHashMap<>();

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
        Range known = answers.get(call);
        if (known != null) {
            return known;
        }
        Range answer = calculation.results(List.of(call), dates).get(0).value();
        if (!answer.isSingle()) {
            answers.put(call, answer);
            if (answers.size() > REMEMBERED) {
                answers.remove(answers.keySet().iterator().next());
            }
        }
        return answer;
    }

    private static Call call(String name, ValueEval... arguments) {
        List<Range> ranges = Arrays.stream(arguments).map(Cells::range).toList();
        return new Call(name, ranges);
    }
}
