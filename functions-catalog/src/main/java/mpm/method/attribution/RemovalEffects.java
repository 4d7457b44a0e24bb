package mpm.method.attribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import mpm.cell.CellError;
import mpm.method.Deadline;
import mpm.method.attribution.Journeys.Journey;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * What part of the conversions would be lost without a channel, when journeys are a Markov chain: the next touch depends on the
 * last few only. The chain is solved exactly, not simulated.
 *
 * <p>Source: E. Anderl, I. Becker, F. von Wangenheim and J. H. Schumann, <i>International Journal of Research in Marketing</i>
 * 33 (2016).
 */
public final class RemovalEffects {

    /** The time to solve the chain grows with the cube of its states. */
    private static final int MOST_STATES = 2_000;

    private static final int START = 0;

    private final int order;
    private final Map<List<Integer>, Integer> states = new HashMap<>();
    private final List<Integer> lastChannels = new ArrayList<>();
    private final List<Map<Integer, Double>> steps = new ArrayList<>();
    private final List<double[]> ends = new ArrayList<>();

    private RemovalEffects(int order) {
        this.order = order;
        state(List.of());
    }

    /**
     * The part lost without each channel, from 0 to 1; 0 for a channel that no journey with a count has met.
     *
     * @param conversions of each row
     * @param nonConversions journeys of each row that ended without one
     * @param order how many touches the next one depends on, 1 to 3
     * @param collapse whether touches of one channel in a row count once
     * @throws mpm.cell.CellException #NUM! for another order, or when there are too many combinations of touches
     */
    public static double[] of(
            Journeys journeys, double[] conversions, double[] nonConversions, int order, boolean collapse) {
        if (order < 1 || order > 3) {
            throw CellError.NUM.because("order is %d: choose 1, 2 or 3 touches.".formatted(order));
        }
        RemovalEffects chain = new RemovalEffects(order);
        for (int row = 0; row < conversions.length; row++) {
            Deadline.check();
            if (conversions[row] + nonConversions[row] > 0) {
                chain.add(journeys.rows().get(row), conversions[row], nonConversions[row], collapse);
            }
        }
        double base = chain.conversionWithout(-1);
        return IntStream.range(0, journeys.channels().size())
                .mapToDouble(channel ->
                        chain.lastChannels.contains(channel) ? 1 - chain.conversionWithout(channel) / base : 0)
                .toArray();
    }

    private void add(Journey journey, double conversions, double nonConversions, boolean collapse) {
        List<Integer> recent = List.of();
        int from = START;
        int previous = -1;
        for (int channel : journey.channels()) {
            if (!collapse || channel != previous) {
                recent = followed(recent, channel);
                int to = state(recent);
                steps.get(from).merge(to, conversions + nonConversions, Double::sum);
                from = to;
                previous = channel;
            }
        }
        ends.get(from)[0] += conversions;
        ends.get(from)[1] += nonConversions;
    }

    private List<Integer> followed(List<Integer> recent, int channel) {
        List<Integer> longer = new ArrayList<>(recent);
        longer.add(channel);
        return List.copyOf(longer.subList(Math.max(0, longer.size() - order), longer.size()));
    }

    private int state(List<Integer> recent) {
        return states.computeIfAbsent(recent, key -> {
            if (lastChannels.size() == MOST_STATES) {
                throw CellError.NUM.because(
                        "The journeys are too large a chain: more than %,d combinations of %d touches. Choose a lower order."
                                .formatted(MOST_STATES, order));
            }
            lastChannels.add(recent.isEmpty() ? -1 : recent.get(recent.size() - 1));
            steps.add(new HashMap<>());
            ends.add(new double[2]);
            return lastChannels.size() - 1;
        });
    }

    /** The probability of a conversion from the start, when whoever would meet the channel is lost. */
    private double conversionWithout(int removed) {
        Deadline.check();
        int[] kept = IntStream.range(0, lastChannels.size())
                .filter(state -> state == START || lastChannels.get(state) != removed)
                .toArray();
        RealMatrix staying = MatrixUtils.createRealIdentityMatrix(kept.length);
        double[] converting = new double[kept.length];
        for (int row = 0; row < kept.length; row++) {
            int state = kept[row];
            double[] end = ends.get(state);
            double all = end[0]
                    + end[1]
                    + steps.get(state).values().stream()
                            .mapToDouble(weight -> weight)
                            .sum();
            converting[row] = end[0] / all;
            for (Map.Entry<Integer, Double> step : steps.get(state).entrySet()) {
                int column = Arrays.binarySearch(kept, step.getKey());
                if (column >= 0) {
                    staying.addToEntry(row, column, -step.getValue() / all);
                }
            }
        }
        return new LUDecomposition(staying, 0)
                .getSolver()
                .solve(new ArrayRealVector(converting, false))
                .getEntry(START);
    }
}
