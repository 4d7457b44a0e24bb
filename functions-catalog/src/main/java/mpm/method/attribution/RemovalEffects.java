package mpm.method.attribution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
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

    private final int order;
    private final Map<List<Integer>, State> states = new LinkedHashMap<>();
    private final State start;

    private RemovalEffects(int order) {
        this.order = order;
        this.start = state(List.of());
    }

    /** Where people stand after their last few touches, and how they went on. */
    private static final class State {
        private final int place;
        private final List<Integer> recent;
        private final Map<Integer, Step> steps = new HashMap<>();
        private double conversions;
        private double nonConversions;

        State(int place, List<Integer> recent) {
            this.place = place;
            this.recent = recent;
        }

        int lastChannel() {
            return recent.isEmpty() ? -1 : recent.get(recent.size() - 1);
        }

        double all() {
            double all = conversions + nonConversions;
            for (Step step : steps.values()) {
                all += step.weight;
            }
            return all;
        }
    }

    /** A next touch, and how many went on to it. */
    private static final class Step {
        private final State to;
        private double weight;

        Step(State to) {
            this.to = to;
        }
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
        double[] converted = journeys.sums(conversions);
        double[] lost = journeys.sums(nonConversions);
        for (int kind = 0; kind < converted.length; kind++) {
            Deadline.check();
            if (converted[kind] + lost[kind] > 0) {
                chain.add(journeys.kinds().get(kind), converted[kind], lost[kind], collapse);
            }
        }
        double base = chain.conversionWithout(-1);
        return IntStream.range(0, journeys.channels().size())
                .mapToDouble(channel -> chain.meets(channel) ? 1 - chain.conversionWithout(channel) / base : 0)
                .toArray();
    }

    private void add(Journey journey, double conversions, double nonConversions, boolean collapse) {
        State at = start;
        int previous = -1;
        for (int channel : journey.channels()) {
            if (!collapse || channel != previous) {
                List<Integer> before = at.recent;
                Step step = at.steps.computeIfAbsent(channel, next -> new Step(state(followed(before, next))));
                step.weight += conversions + nonConversions;
                at = step.to;
                previous = channel;
            }
        }
        at.conversions += conversions;
        at.nonConversions += nonConversions;
    }

    private List<Integer> followed(List<Integer> recent, int channel) {
        List<Integer> longer = new ArrayList<>(recent);
        longer.add(channel);
        return List.copyOf(longer.subList(Math.max(0, longer.size() - order), longer.size()));
    }

    private State state(List<Integer> recent) {
        return states.computeIfAbsent(recent, unseen -> {
            if (states.size() == MOST_STATES) {
                throw CellError.NUM.because(
                        "The journeys are too large a chain: more than %,d combinations of %d touches. Choose a lower order."
                                .formatted(MOST_STATES, order));
            }
            return new State(states.size(), unseen);
        });
    }

    private boolean meets(int channel) {
        return states.values().stream().anyMatch(state -> state.lastChannel() == channel);
    }

    /** The probability of a conversion from the start, when whoever would meet the channel is lost. */
    private double conversionWithout(int removed) {
        Deadline.check();
        State[] kept = states.values().stream()
                .filter(state -> state == start || state.lastChannel() != removed)
                .toArray(State[]::new);
        int[] rows = new int[states.size()];
        for (int row = 0; row < kept.length; row++) {
            rows[kept[row].place] = row;
        }
        RealMatrix staying = MatrixUtils.createRealIdentityMatrix(kept.length);
        double[] converting = new double[kept.length];
        for (int row = 0; row < kept.length; row++) {
            double all = kept[row].all();
            converting[row] = kept[row].conversions / all;
            for (Step step : kept[row].steps.values()) {
                if (step.to.lastChannel() != removed) {
                    staying.addToEntry(row, rows[step.to.place], -step.weight / all);
                }
            }
        }
        return new LUDecomposition(staying, 0)
                .getSolver()
                .solve(new ArrayRealVector(converting, false))
                .getEntry(start.place);
    }
}
