package mpm.functions.alignment;

import static mpm.catalogue.Content.LOGICAL;
import static mpm.catalogue.Stage.PLAN;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.Series;
import mpm.cell.Spill;
import mpm.method.apportionment.Apportionment;
import mpm.method.apportionment.Quantum;
import mpm.method.apportionment.Unit;
import org.jspecify.annotations.Nullable;

@WorksheetFunction(
        name = "CASCADE",
        question = "How do I split a target over units so that the parts add up to the cent?",
        stage = PLAN,
        method = "Each unit gets its share by weight, within its floor and cap, rounded down; the cents "
                + "that are left go to the units with the largest remainders. It is computed in exact "
                + "decimals, so the parts add up to the total.",
        source = "Hamilton's method of largest remainders: Balinski and Young, Fair Representation, 1982.",
        caution =
                "The split is only as good as the weights. With a larger total one unit may get a cent less than before"
                        + " (largest remainders).",
        related = {"CASCADE.TREE", "CASCADE.PHASE", "REBALANCE"})
@Example(
        formula = "=MPM.CASCADE(100, {1;1;1})",
        shows = "{33.34;33.33;33.33}",
        because = "The odd cent goes to the first of equals.")
@Example(
        formula = "=MPM.CASCADE(12000000, {0.6,0.4})",
        shows = "{7200000,4800000}",
        because = "EMEA carries 60 % of the year's revenue; the answer lies as the weights lie.")
@Example(
        formula = "=MPM.CASCADE(2400000, {5;3;2}, 0, {0;0;600000}, {1000000;\"\";\"\"})",
        shows = "{1000000;800000;600000}",
        because = "A cap and a floor bind; the rest follows the weights.")
@Example(
        formula = "=MPM.CASCADE(540000, {1;1;1}, 0, , , {600000;\"\";\"\"})",
        shows = "#NUM!",
        because = "More is locked than there is to split.")
public record Cascade(
        @Argument("The amount to split, of either sign.") double total,

        @Argument("How much each unit attracts, 0 or more; they need not add up to 1.")
        Series weights,

        @Argument(value = "Decimals of the parts, -6 to 8: 2 for cents, -3 for thousands.", otherwise = "2")
        int decimals,

        @Argument("The least each unit gets, as a size; blank for none.")
        Optional<Series> floors,

        @Argument("The most each unit gets, as a size; blank for no limit.")
        Optional<Series> caps,

        @Argument(value = "Amounts that are fixed already, with their sign; blank for a free unit.", refuses = LOGICAL)
        Optional<Series> locked)
        implements Alignment, Computed<Spill> {

    @Override
    public Spill value() {
        Series floor = aligned(floors, "floors");
        Series cap = aligned(caps, "caps");
        Series lock = aligned(locked, "locked");
        List<Unit> units = IntStream.range(0, weights.length())
                .mapToObj(
                        place -> Unit.of(weights.value(place), floor.value(place), cap.value(place), lock.value(place)))
                .toList();
        if (units.stream().allMatch(unit -> unit.weight() == null && unit.locked() == null)) {
            throw CellError.NA.because("Every weight is blank: give the units their weights.");
        }
        Quantum quantum = new Quantum(decimals);
        List<@Nullable BigDecimal> parts = Apportionment.cascade(quantum.rounded(total), units, quantum);
        return Spill.of(weights.shape(), place -> {
            BigDecimal part = parts.get(place);
            return part == null ? Cell.blank() : Cell.of(part.doubleValue());
        });
    }

    private Series aligned(Optional<Series> bounds, String name) {
        Series given = bounds.orElseGet(() -> Series.gaps(weights.shape()));
        Lengths.requireSame("weights", weights.length(), name, given.length());
        return given;
    }
}
