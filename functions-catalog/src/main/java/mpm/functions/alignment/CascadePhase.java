package mpm.functions.alignment;

import static mpm.catalogue.Stage.PLAN;

import java.math.BigDecimal;
import java.util.Arrays;
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
import mpm.cell.ShortestDecimal;
import mpm.cell.Spill;
import mpm.method.apportionment.Apportionment;
import mpm.method.apportionment.Quantum;
import mpm.method.apportionment.Unit;
import org.jspecify.annotations.Nullable;

@WorksheetFunction(
        name = "CASCADE.PHASE",
        question = "How do I phase the annual target over the months, and re-phase it when months have closed?",
        stage = PLAN,
        method = "The amount is split over the periods by their weights, to the last unit of the chosen "
                + "decimals, by the method of largest remainders. With actuals, the open periods share what is "
                + "left of the year.",
        source = "Balinski and Young, Fair Representation, 1982.",
        caution =
                "REMAIN shows what the rest of the year must do to keep the annual target, not what is likely to happen.",
        related = {"CASCADE", "SEASONALITY"})
@Example(
        formula = "=MPM.CASCADE.PHASE(16000, {0.7,0.6,1.1,1.2,1.2,0.9,0.9,1,1.2,1.1,1.1,1}, 0)",
        shows = "{933,800,1467,1600,1600,1200,1200,1333,1600,1467,1467,1333}",
        because = "The year's leads by the usual season; they add up to 16,000.")
@Example(
        formula = "=MPM.CASCADE.PHASE(1200, {1,1,1,1}, 0, {250,\"\",\"\",\"\"})",
        shows = "{250,317,317,316}",
        because = "The shortfall of the closed quarter is shared by those to come.")
@Example(
        formula = "=MPM.CASCADE.PHASE(1200, {1,1,1,1}, 0, {250,\"\",\"\",\"\"}, \"PERIOD\")",
        shows = "{250,300,300,350}",
        because = "The shortfall goes to the last quarter.")
@Example(
        formula = "=MPM.CASCADE.PHASE(1200, {1,1,1,1}, 0, {250,300})",
        shows = "#N/A",
        because = "Actuals have a cell for every period.")
public record CascadePhase(
        @Argument("The target of the whole year, of either sign.")
        double total,

        @Argument("How much each period attracts, 0 or more, such as the indices of SEASONALITY.")
        Series profile,

        @Argument(value = "Decimals of the parts, -6 to 8: 2 for cents, -3 for thousands.", otherwise = "2")
        int decimals,

        @Argument("What the closed periods brought; blank for an open one.")
        Optional<Series> actuals,

        @Argument(
                value =
                        "REMAIN: the open periods share what is left. PERIOD: the last one takes it. ORIGINAL: the plan as it"
                                + " was.",
                otherwise = "REMAIN")
        Method method)
        implements Alignment, Computed<Spill> {

    /** What becomes of the difference that the closed periods leave. */
    public enum Method {
        REMAIN,
        ORIGINAL,
        PERIOD
    }

    @Override
    public Spill value() {
        Series closed = actuals.orElseGet(() -> Series.gaps(profile.shape()));
        Lengths.requireSame("profile", profile.length(), "actuals", closed.length());
        if (periods().allMatch(period -> profile.isGap(period) && closed.isGap(period))) {
            throw CellError.NA.because("The profile and the actuals are blank: give the periods their weights.");
        }
        periods().filter(period -> profile.value(period) < 0).findFirst().ifPresent(period -> {
            throw CellError.NUM.because(
                    "Period %d of the profile is negative: weights are 0 or more.".formatted(period + 1));
        });
        BigDecimal target = new Quantum(decimals).rounded(total);
        int[] open = periods().filter(closed::isGap).toArray();
        if (method == Method.ORIGINAL) {
            return spill(phased(target, periods().toArray(), closed));
        } else if (open.length == 0) {
            return spill(actual(closed)).noting("No period is open, so the actuals stand as they are.");
        }
        return method == Method.REMAIN ? remaining(target, open, closed) : lastTakesTheRest(target, open, closed);
    }

    private IntStream periods() {
        return IntStream.range(0, profile.length());
    }

    /** The open periods share what the closed ones leave. */
    private Spill remaining(BigDecimal target, int[] open, Series closed) {
        @Nullable BigDecimal[] parts = actual(closed);
        BigDecimal rest = target.subtract(sum(parts));
        @Nullable BigDecimal[] shares = phased(rest, open, closed);
        for (int period : open) {
            parts[period] = shares[period];
        }
        Spill spill = spill(parts);
        return rest.signum() * (target.signum() < 0 ? -1 : 1) < 0
                ? spill.noting("The closed periods brought more than the total, so the open ones take it back.")
                : spill;
    }

    /** The open periods keep their plan, and the last of them takes what the closed ones leave. */
    private Spill lastTakesTheRest(BigDecimal target, int[] open, Series closed) {
        @Nullable BigDecimal[] plan = phased(target, periods().toArray(), closed);
        @Nullable BigDecimal[] parts = actual(closed);
        for (int period : open) {
            parts[period] = plan[period];
        }
        BigDecimal shortfall = target.subtract(sum(parts));
        if (shortfall.signum() != 0) {
            int last = open[open.length - 1];
            BigDecimal part = parts[last];
            parts[last] = part == null ? shortfall : part.add(shortfall);
        }
        return spill(parts);
    }

    /** What the closed periods brought; null for an open one. */
    private static @Nullable BigDecimal[] actual(Series closed) {
        @Nullable BigDecimal[] parts = new @Nullable BigDecimal[closed.length()];
        for (int period = 0; period < parts.length; period++) {
            parts[period] = closed.isGap(period) ? null : ShortestDecimal.of(closed.value(period));
        }
        return parts;
    }

    /** An amount spread over some periods by the profile; null for the others, and for a period of which nothing is known. */
    private @Nullable BigDecimal[] phased(BigDecimal amount, int[] some, Series closed) {
        List<Unit> units = Arrays.stream(some)
                .mapToObj(period -> Unit.weighing(
                        profile.isGap(period) ? BigDecimal.ZERO : ShortestDecimal.of(profile.value(period))))
                .toList();
        List<@Nullable BigDecimal> shares = Apportionment.cascade(amount, units, new Quantum(decimals));
        @Nullable BigDecimal[] parts = new @Nullable BigDecimal[profile.length()];
        for (int place = 0; place < some.length; place++) {
            int period = some[place];
            parts[period] = profile.isGap(period) && closed.isGap(period) ? null : shares.get(place);
        }
        return parts;
    }

    private static BigDecimal sum(@Nullable BigDecimal[] parts) {
        return Arrays.stream(parts)
                .flatMap(part -> Optional.ofNullable(part).stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Spill spill(@Nullable BigDecimal[] parts) {
        return Spill.of(profile.shape(), period -> {
            BigDecimal part = parts[period];
            return part == null ? Cell.blank() : Cell.of(part.doubleValue());
        });
    }
}
