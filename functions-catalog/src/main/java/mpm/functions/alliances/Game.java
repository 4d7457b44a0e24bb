package mpm.functions.alliances;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mpm.catalogue.Row;
import mpm.catalogue.Rows;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.Column;
import mpm.cell.Grid;
import mpm.cell.Labels;
import mpm.cell.ShortestDecimal;
import mpm.method.Deadline;

/**
 * What partners achieve in each coalition, in exact decimals. A coalition that is not listed achieves the most that a listed
 * one within it does, or 0.
 */
final class Game {

    private static final int MOST_PARTNERS = 12;

    private final List<String> partners;
    private final Map<BitSet, BigDecimal> listed;
    /** Whether each partner adds the same whoever is there already. */
    private final boolean isAdditive;

    private Game(List<String> partners, Map<BitSet, BigDecimal> listed, boolean isAdditive) {
        this.partners = partners;
        this.listed = listed;
        this.isAdditive = isAdditive;
    }

    /** A row of the table of coalitions. */
    public record Coalition(
            @Column(value = "Members", meaning = "Its partners, joined by +, ; or a comma.")
            String members,

            @Column(value = "Value", meaning = "What they achieve together.")
            Optional<Double> value) {}

    /**
     * Reads a table with the captions Members and Value, or else one row or column of contributions that simply add up.
     *
     * @throws mpm.cell.CellException #VALUE! for a coalition named twice, a blank cell of a coalition, or contributions in a
     *     block; #N/A without any
     */
    static Game of(Grid range) {
        return isTable(range)
                ? ofCoalitions(Rows.read(Coalition.class, range, Alliances.class))
                : ofContributions(range);
    }

    private static boolean isTable(Grid range) {
        List<String> captions = new ArrayList<>();
        for (int column = 0; column < range.columns(); column++) {
            captions.add(Labels.captionKey(range.cell(0, column).shown()));
        }
        return captions.containsAll(List.of("MEMBERS", "VALUE"));
    }

    private static Game ofCoalitions(Rows<Coalition> rows) {
        if (rows.isEmpty()) {
            throw CellError.NA.because("There is no data: list at least one coalition.");
        }
        Map<String, Integer> places = new LinkedHashMap<>();
        List<String> partners = new ArrayList<>();
        Map<BitSet, BigDecimal> listed = new HashMap<>();
        for (Row<Coalition> row : rows) {
            BitSet members = new BitSet();
            for (String name : row.value().members().split("[+;,]", -1)) {
                if (name.isBlank()) {
                    throw row.refused(CellError.VALUE, "has a blank name among its Members.");
                }
                members.set(places.computeIfAbsent(Labels.key(name), key -> {
                    partners.add(name.strip());
                    return partners.size() - 1;
                }));
            }
            double value = row.value()
                    .value()
                    .orElseThrow(() -> row.refused(CellError.VALUE, "has no Value: give 0 for nothing."));
            if (listed.put(members, ShortestDecimal.of(value)) != null) {
                throw row.refused(CellError.VALUE, "names a coalition again: give each one Value.");
            }
        }
        return new Game(List.copyOf(partners), listed, false);
    }

    private static Game ofContributions(Grid range) {
        if (range.rows() != 1 && range.columns() != 1) {
            throw CellError.VALUE.because(
                    "The range has no columns Members and Value, and is no single row or column of contributions.");
        }
        List<String> partners = new ArrayList<>();
        Map<BitSet, BigDecimal> listed = new HashMap<>();
        for (int place = 0; place < range.size(); place++) {
            if (range.cell(place) instanceof Cell.Numeric contribution) {
                listed.put(alone(partners.size()), ShortestDecimal.of(contribution.value()));
                partners.add(Integer.toString(partners.size() + 1));
            } else if (!range.cell(place).isBlank()) {
                throw CellError.VALUE.because("Contribution %d is “%s”, but a number is needed."
                        .formatted(place + 1, range.cell(place).shown()));
            }
        }
        if (partners.isEmpty()) {
            throw CellError.NA.because("There is no data: give at least one contribution.");
        }
        return new Game(List.copyOf(partners), listed, true);
    }

    private static BitSet alone(int partner) {
        BitSet set = new BitSet();
        set.set(partner);
        return set;
    }

    /** The partners in the order in which they first appear. */
    List<String> partners() {
        return partners;
    }

    /** What each achieves alone. */
    List<BigDecimal> alone() {
        List<BigDecimal> alone = new ArrayList<>();
        for (int partner = 0; partner < partners.size(); partner++) {
            alone.add(listed.getOrDefault(alone(partner), BigDecimal.ZERO));
        }
        return alone;
    }

    /** What all achieve together. */
    BigDecimal together() {
        if (isAdditive) {
            return listed.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }
        BitSet all = new BitSet();
        all.set(0, partners.size());
        return Optional.ofNullable(listed.get(all))
                .orElseGet(() -> listed.values().stream().reduce(BigDecimal.ZERO, BigDecimal::max));
    }

    /** By what the {@link #shapleyNumerators()} are divided. */
    BigDecimal shapleyDenominator() {
        return isAdditive ? BigDecimal.ONE : new BigDecimal(factorial(partners.size()));
    }

    /**
     * What each partner adds, the mean over all orders of joining, times {@link #shapleyDenominator()}.
     *
     * @throws mpm.cell.CellException #NUM! for more than 12 partners in coalitions
     */
    List<BigDecimal> shapleyNumerators() {
        if (isAdditive) {
            return alone();
        }
        int n = partners.size();
        if (n > MOST_PARTNERS) {
            throw CellError.NUM.because(
                    "There are %d partners, too many to combine: SHAPLEY takes up to %d.".formatted(n, MOST_PARTNERS));
        }
        BigDecimal[] worth = worth();
        BigDecimal[] numerators = new BigDecimal[n];
        Arrays.fill(numerators, BigDecimal.ZERO);
        for (int set = 0; set < worth.length; set++) {
            Deadline.check();
            int size = Integer.bitCount(set);
            if (size < n) {
                BigDecimal orders = new BigDecimal(factorial(size).multiply(factorial(n - size - 1)));
                for (int partner = 0; partner < n; partner++) {
                    if ((set >> partner & 1) == 0) {
                        BigDecimal added = worth[set | 1 << partner].subtract(worth[set]);
                        numerators[partner] = numerators[partner].add(orders.multiply(added));
                    }
                }
            }
        }
        return List.of(numerators);
    }

    /** What each set of partners achieves, the set a sum of powers of 2. */
    private BigDecimal[] worth() {
        BigDecimal[] worth = new BigDecimal[1 << partners.size()];
        BigDecimal[] best = new BigDecimal[worth.length];
        for (int set = 0; set < worth.length; set++) {
            best[set] = BigDecimal.ZERO;
            for (int partner = 0; partner < partners.size(); partner++) {
                if ((set >> partner & 1) == 1) {
                    best[set] = best[set].max(best[set ^ 1 << partner]);
                }
            }
            BigDecimal own = listed.get(BitSet.valueOf(new long[] {set}));
            worth[set] = own == null ? best[set] : own;
            best[set] = best[set].max(worth[set]);
        }
        return worth;
    }

    private static BigInteger factorial(int n) {
        BigInteger product = BigInteger.ONE;
        for (int factor = 2; factor <= n; factor++) {
            product = product.multiply(BigInteger.valueOf(factor));
        }
        return product;
    }
}
