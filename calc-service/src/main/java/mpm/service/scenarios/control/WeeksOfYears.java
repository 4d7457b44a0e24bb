package mpm.service.scenarios.control;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mpm.method.apportionment.Apportionment;
import mpm.method.apportionment.Quantum;
import mpm.method.calendar.FiscalCalendar.Periods;
import mpm.method.calendar.FiscalPeriod;

/**
 * Carries figures from the periods of one year to those of another. Years of weeks have 52 or 53, and the 53rd lengthens the
 * last period: a plan that only moved would put six weeks of money into five.
 */
public record WeeksOfYears(List<Integer> from, List<Integer> to) {

    private static final int WEEK = 7;
    private static final int MOST_DECIMALS = 4;

    /** What becomes of a 53rd week. */
    public enum Kept {
        /** The total of the year: more weeks mean less in each. */
        TOTALS,
        /** What a week holds: more weeks mean more in the year. */
        RATES
    }

    /** The weeks of two years, period by period; months count alike, however long they are. */
    static WeeksOfYears of(Periods kind, List<FiscalPeriod> from, List<FiscalPeriod> to) {
        return new WeeksOfYears(weeks(kind, from), weeks(kind, to));
    }

    private static List<Integer> weeks(Periods kind, List<FiscalPeriod> leaves) {
        return leaves.stream()
                .map(leaf -> kind == Periods.MONTHLY
                        ? 1
                        : (int) ((ChronoUnit.DAYS.between(leaf.first(), leaf.last()) + 1) / WEEK))
                .toList();
    }

    /**
     * Carries amounts that add up over a year.
     *
     * @param amounts by the place of their period in the year, from 0; at least one
     * @param leastDecimals with how many decimals such amounts are kept
     */
    Map<Integer, BigDecimal> carried(
            Map<Integer, BigDecimal> amounts, BigDecimal factor, Kept kept, int leastDecimals) {
        int decimals = amounts.values().stream()
                .mapToInt(amount -> amount.stripTrailingZeros().scale())
                .reduce(leastDecimals, Math::max);
        Quantum step = new Quantum(Math.min(decimals, MOST_DECIMALS));
        TreeMap<Integer, BigDecimal> inOrder = new TreeMap<>(amounts);
        List<BigDecimal> weighed = new ArrayList<>();
        long common = from.stream().mapToLong(Integer::longValue).distinct().reduce(1, (one, other) -> one * other);
        inOrder.forEach((place, amount) -> weighed.add(
                amount.multiply(factor).multiply(BigDecimal.valueOf(to.get(place) * (common / from.get(place))))));
        BigDecimal sum = sum(inOrder.values()).multiply(factor);
        if (!haveOneSign(inOrder.values())) {
            // Amounts that take away from each other keep their proportions: weeks would blow up what is left of them.
            return parted(inOrder, List.copyOf(inOrder.values()), step.rounded(sum), step);
        }
        BigDecimal total =
                kept == Kept.TOTALS ? sum : sum(weighed).divide(BigDecimal.valueOf(common), MathContext.DECIMAL128);
        return parted(inOrder, weighed, step.rounded(total), step);
    }

    private static boolean haveOneSign(Collection<BigDecimal> amounts) {
        return amounts.stream()
                        .map(BigDecimal::signum)
                        .filter(sign -> sign != 0)
                        .distinct()
                        .count()
                <= 1;
    }

    /** A total in proportion to weights, at the places of amounts. */
    private static Map<Integer, BigDecimal> parted(
            TreeMap<Integer, BigDecimal> amounts, List<BigDecimal> weights, BigDecimal total, Quantum step) {
        BigDecimal sum = sum(weights);
        BigDecimal sign = BigDecimal.valueOf(sum.signum());
        List<BigDecimal> shares = sum.signum() == 0
                ? weights.stream().map(step::rounded).toList()
                : Apportionment.hamilton(
                        weights.stream()
                                .map(weight -> weight.multiply(total).multiply(sign))
                                .toList(),
                        sum.multiply(sign),
                        total,
                        step);
        Map<Integer, BigDecimal> parted = new TreeMap<>();
        int index = 0;
        for (Integer place : amounts.keySet()) {
            parted.put(place, shares.get(index++));
        }
        return parted;
    }

    private static BigDecimal sum(Collection<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    int weeksBefore() {
        return from.stream().mapToInt(Integer::intValue).sum();
    }

    int weeksAfter() {
        return to.stream().mapToInt(Integer::intValue).sum();
    }
}
