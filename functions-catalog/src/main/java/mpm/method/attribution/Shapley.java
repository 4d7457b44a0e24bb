package mpm.method.attribution;

import java.util.Arrays;
import java.util.stream.IntStream;
import mpm.cell.CellError;
import mpm.method.Deadline;
import mpm.method.attribution.Journeys.Journey;
import mpm.method.statistics.Sums;

/**
 * What each channel adds, on the mean over all orders in which the channels could come together; only which channels a journey
 * met counts, not in which order.
 *
 * <p>Sources: L. S. Shapley, <i>Contributions to the Theory of Games</i> II (1953); B. Dalessandro et al., <i>ADKDD</i> (2012).
 */
public final class Shapley {

    private static final int MOST_CHANNELS = 14;

    private Shapley() {}

    /** The values where a set of channels is worth the conversions of the journeys that met no other: each row's are split equally. */
    public static double[] ofCounts(Journeys journeys, double[] conversions) {
        Sums.Running[] values = new Sums.Running[journeys.channels().size()];
        Arrays.setAll(values, channel -> new Sums.Running());
        double[] sums = journeys.sums(conversions);
        for (int kind = 0; kind < sums.length; kind++) {
            int[] met = distinct(journeys.kinds().get(kind)).toArray();
            for (int channel : met) {
                values[channel].add(sums[kind] / met.length);
            }
        }
        return Arrays.stream(values).mapToDouble(Sums.Running::value).toArray();
    }

    /**
     * The values where a set of channels is worth the rate of conversion of the journeys that met no other.
     *
     * @throws mpm.cell.CellException #NUM! for more than 14 channels
     */
    public static double[] ofRates(Journeys journeys, double[] conversions, double[] nonConversions) {
        int channels = journeys.channels().size();
        if (channels > MOST_CHANNELS) {
            throw CellError.NUM.because("There are %d channels, too many to combine: RATE takes up to %d."
                    .formatted(channels, MOST_CHANNELS));
        }
        double[] converted = new double[1 << channels];
        double[] all = new double[1 << channels];
        double[] sums = journeys.sums(conversions);
        double[] lost = journeys.sums(nonConversions);
        for (int kind = 0; kind < sums.length; kind++) {
            int set = distinct(journeys.kinds().get(kind))
                    .map(channel -> 1 << channel)
                    .sum();
            converted[set] += sums[kind];
            all[set] += sums[kind] + lost[kind];
        }
        addSubsets(converted, channels);
        addSubsets(all, channels);
        double[] worth = new double[all.length];
        Arrays.setAll(worth, set -> all[set] == 0 ? 0 : converted[set] / all[set]);
        return of(worth);
    }

    /**
     * The values of a game.
     *
     * @param worth of each set of players, the set a sum of powers of 2; the empty set's is 0
     */
    static double[] of(double[] worth) {
        int players = Integer.numberOfTrailingZeros(worth.length);
        double[] weights = new double[players];
        for (int others = 0; others < players; others++) {
            weights[others] = others == 0 ? 1.0 / players : weights[others - 1] * others / (players - others);
        }
        return IntStream.range(0, players)
                .mapToDouble(player -> {
                    Deadline.check();
                    Sums.Running value = new Sums.Running();
                    for (int set = 0; set < worth.length; set++) {
                        if ((set >> player & 1) == 0) {
                            value.add(weights[Integer.bitCount(set)] * (worth[set | 1 << player] - worth[set]));
                        }
                    }
                    return value.value();
                })
                .toArray();
    }

    /** Turns what each set has of its own into what it has with all its subsets. */
    private static void addSubsets(double[] sets, int channels) {
        for (int channel = 0; channel < channels; channel++) {
            for (int set = 0; set < sets.length; set++) {
                if ((set >> channel & 1) == 1) {
                    sets[set] += sets[set ^ 1 << channel];
                }
            }
        }
    }

    private static IntStream distinct(Journey journey) {
        return journey.channels().stream().mapToInt(channel -> channel).distinct();
    }
}
