package mpm.workbook.sample;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import mpm.method.apportionment.Apportionment;
import mpm.method.apportionment.Quantum;
import mpm.method.apportionment.Unit;

/** Whole parts of a whole, by weights: they add up to it. */
final class Parts {

    private static final Quantum WHOLE = new Quantum(0);

    private Parts() {}

    static List<Integer> of(int total, List<? extends Number> weights) {
        List<Unit> units = weights.stream()
                .map(weight -> Unit.weighing(BigDecimal.valueOf(weight.doubleValue())))
                .toList();
        return Apportionment.cascade(BigDecimal.valueOf(total), units, WHOLE).stream()
                .map(part -> Objects.requireNonNull(part).intValueExact())
                .toList();
    }
}
