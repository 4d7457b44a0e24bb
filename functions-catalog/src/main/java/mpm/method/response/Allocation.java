package mpm.method.response;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.method.Deadline;
import mpm.method.optimisation.GoldenSection;
import mpm.method.statistics.Sums;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.hipparchus.analysis.solvers.UnivariateSolverUtils;
import org.hipparchus.exception.MathRuntimeException;

/**
 * A budget split over channels so that their responses add up to the most, or the least budget for a response.
 *
 * <p>Where no curve is S-shaped, every channel inside its bounds has the same marginal response, which is found by bisection.
 * Otherwise a dynamic programme over a grid and transfers between pairs of channels find on which part of its curve each channel
 * stands, where it steepens or where it flattens, and on those parts the marginal responses are made equal as well.
 */
public final class Allocation {

    private static final int GRID = 2_000;
    private static final int REACH = 3;
    private static final int HALVINGS = 200;
    private static final int SWEEPS = 500;
    private static final int TOTALS = 60;
    private static final double WORTHWHILE = 1e-13;
    private static final double ROUNDING = 1e-15;

    /** A transfer is known well enough within this part of what may be moved: the last digits follow. */
    private static final double NARROW = 4e-9;

    /** To this part of the total a spend is known by then. */
    private static final double RESOLVED = 1e-11;

    /** A spend this part of the total away from a bound is at it. */
    private static final double AT_BOUND = 1e-7;

    private final List<Channel> channels;
    private final double[] spends;

    private Allocation(List<Channel> channels, double[] spends) {
        this.channels = List.copyOf(channels);
        this.spends = spends;
    }

    /**
     * A channel: how it responds and what it may be given.
     *
     * @param beta 0 or more
     * @param upper may be infinite
     */
    public record Channel(Curve curve, double beta, double k, double s, double lower, double upper) {

        /** What a spend brings. */
        public double response(double spend) {
            return beta * curve.share(spend, k, s);
        }

        /** What the next unit of spend brings; infinite where the curve starts vertically. */
        public double marginal(double spend) {
            if (beta == 0) {
                return 0;
            }
            return spend == 0 && s < 1 && curve.hasS() ? Double.POSITIVE_INFINITY : beta * curve.slope(spend, k, s);
        }

        private boolean isSteepening() {
            return steepest() > 0;
        }

        /** The spend from which on the curve only flattens. */
        private double steepest() {
            return beta > 0 ? curve.steepest(k, s) : 0;
        }

        private Channel within(double least, double most) {
            return new Channel(curve, beta, k, s, least, most);
        }

        /**
         * The spend from which on a unit brings less than this; for a curve that only flattens between the two ends.
         *
         * @param least a spend that is not above it
         * @param most a spend that is not below it
         */
        private double spendAt(double marginal, double least, double most) {
            if (marginal(least) <= marginal) {
                return least;
            }
            if (marginal(most) > marginal) {
                return most;
            }
            double low = least;
            double high = most;
            for (int i = 0; i < HALVINGS && low < high; i++) {
                double middle = low + (high - low) / 2;
                if (middle == low || middle == high) {
                    break;
                }
                if (marginal(middle) > marginal) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            return high;
        }
    }

    /**
     * The split of a budget that brings the most.
     *
     * @param budget at least the sum of the lower bounds; what the upper bounds leave is not spent
     * @param worth what a unit of budget must bring at least to be spent; 0 if all is to be spent
     */
    public static Allocation ofBudget(List<Channel> channels, double budget, double worth) {
        double total = Math.min(budget, sum(channels, Channel::upper));
        if (total <= sum(channels, Channel::lower)) {
            return new Allocation(channels, lowers(channels));
        }
        List<Channel> all = new ArrayList<>(channels);
        if (worth > 0) {
            // What is kept back is worth as much as it must bring.
            all.add(new Channel(Curve.POWER, worth, 1, 1, 0, total));
        }
        double[] spends = all.stream().anyMatch(Channel::isSteepening) ? climbed(all, total) : levelled(all, total);
        return new Allocation(channels, Arrays.copyOf(spends, channels.size()));
    }

    /**
     * The split of the least budget that brings a response.
     *
     * @throws mpm.cell.CellException #NUM! when no budget does
     */
    public static Allocation ofResponse(List<Channel> channels, double response) {
        Allocation least = ofBudget(channels, 0, 0);
        if (least.response() >= response) {
            return least;
        }
        double limit = sum(channels, channel -> channel.response(Math.min(channel.upper(), Double.MAX_VALUE)));
        boolean isLimitFar = channels.stream().anyMatch(channel -> Double.isInfinite(channel.upper()));
        if (response > limit || (response == limit && isLimitFar)) {
            throw CellError.NUM.because("No budget brings the response %s: the curves and upper bounds end at %s."
                    .formatted(Cell.of(response).shown(), Cell.of(limit).shown()));
        }
        double low = sum(channels, Channel::lower);
        double high = Math.max(1, 2 * low);
        Allocation enough = ofBudget(channels, high, 0);
        while (enough.response() < response) {
            Deadline.check();
            low = high;
            high *= 2;
            enough = ofBudget(channels, high, 0);
        }
        for (int i = 0; i < TOTALS && high - low > Math.ulp(high); i++) {
            double middle = low + (high - low) / 2;
            Allocation tried = ofBudget(channels, middle, 0);
            if (tried.response() < response) {
                low = middle;
            } else {
                high = middle;
                enough = tried;
            }
        }
        return enough;
    }

    /** Every channel at the same marginal response, as far as its bounds let it; no curve steepens within them. */
    private static double[] levelled(List<Channel> channels, double total) {
        double[] most = uppers(channels, total);
        double low = Double.MIN_NORMAL;
        double[] atLow = spendsAt(channels, low, lowers(channels), most);
        if (Sums.of(atLow) <= total) {
            return filled(atLow, most, total);
        }
        double high = Double.MAX_VALUE;
        double[] atHigh = lowers(channels);
        while (Math.nextUp(low) < high) {
            Deadline.check();
            double middle = high > 2 * low ? Math.sqrt(low) * Math.sqrt(high) : low + (high - low) / 2;
            // A channel gets less the more a unit must bring, so what it gets lies between what it gets at either end.
            double[] atMiddle = spendsAt(channels, middle, atHigh, atLow);
            if (Sums.of(atMiddle) >= total) {
                low = middle;
                atLow = atMiddle;
            } else {
                high = middle;
                atHigh = atMiddle;
            }
        }
        // Between what a channel gets at either end, its marginal response is theirs but for the last digit.
        return filled(atHigh, atLow, total);
    }

    private static double[] spendsAt(List<Channel> channels, double marginal, double[] least, double[] most) {
        double[] spends = new double[least.length];
        Arrays.setAll(spends, place -> channels.get(place).spendAt(marginal, least[place], most[place]));
        return spends;
    }

    /** What is left of the total, given to whoever has room. */
    private static double[] filled(double[] spends, double[] most, double total) {
        double[] filled = spends.clone();
        for (int place = 0; place < filled.length; place++) {
            double left = total - Sums.of(filled);
            if (left > 0) {
                filled[place] = Math.min(filled[place] + left, most[place]);
            }
        }
        return filled;
    }

    /** The best split where curves steepen first; each choice of those to use has a best split of its own. */
    private static double[] climbed(List<Channel> channels, double total) {
        double step = (total - sum(channels, Channel::lower)) / GRID;
        double[] spends = filled(onGrid(channels, step), uppers(channels, total), total);
        double gain = Double.POSITIVE_INFINITY;
        double enough = WORTHWHILE * sum(channels, Channel::beta);
        for (int sweep = 0; sweep < SWEEPS && gain >= enough; sweep++) {
            gain = 0;
            for (int from = 0; from < spends.length; from++) {
                for (int to = from + 1; to < spends.length; to++) {
                    Deadline.check();
                    gain += transfer(channels, spends, from, to, REACH * step);
                }
            }
        }
        return topped(new Allocation(channels, spends), total);
    }

    /** Equal marginal responses on the parts of the curves on which the spends stand. */
    private static double[] topped(Allocation hill, double total) {
        List<Channel> parts = new ArrayList<>();
        OptionalInt leader = OptionalInt.empty();
        for (int place = 0; place < hill.spends.length; place++) {
            Channel channel = hill.channels.get(place);
            double spend = hill.spends[place];
            if (spend >= channel.steepest()) {
                parts.add(channel.within(Math.max(channel.lower(), channel.steepest()), channel.upper()));
            } else if (spend - channel.lower() <= RESOLVED * total) {
                parts.add(channel.within(channel.lower(), channel.lower()));
            } else if (channel.upper() - spend <= RESOLVED * total) {
                parts.add(channel.within(channel.upper(), channel.upper()));
            } else {
                parts.add(channel.within(spend, spend));
                leader = OptionalInt.of(place);
            }
        }
        return leader.isPresent() ? led(hill, parts, leader.getAsInt(), total) : levelled(parts, total);
    }

    /**
     * The split where one channel, inside its bounds, stands where its curve steepens: the others return for their last unit
     * what it does, and it gets what they leave. There is only one, as of two either would gain by taking from the other; and its
     * marginal response changes the least of all, so that it takes the last digits as well.
     */
    private static double[] led(Allocation hill, List<Channel> parts, int leader, double total) {
        DoubleFunction<double[]> led = spend -> {
            double level = hill.channels.get(leader).marginal(spend);
            double[] spends = spendsAt(parts, level, lowers(parts), uppers(parts, total));
            spends[leader] = spend;
            return spends;
        };
        UnivariateFunction surplus = spend -> Sums.of(led.apply(spend)) - total;
        try {
            Channel channel = hill.channels.get(leader);
            double[] ends = UnivariateSolverUtils.bracket(
                    surplus, hill.spends[leader], channel.lower(), channel.upper(), NARROW * total, 2, HALVINGS);
            double spend = new BracketingNthOrderBrentSolver(ROUNDING, ROUNDING * total, 5)
                    .solve(HALVINGS, surplus, ends[0], ends[1]);
            double[] spends = led.apply(spend);
            spends[leader] += total - Sums.of(spends);
            return spends;
        } catch (MathRuntimeException noRoot) {
            // So near the end of the hill that rounding hides it: what the transfers found is as good.
            return hill.spends;
        }
    }

    /** The best split where every channel gets a whole number of steps above its lower bound. */
    private static double[] onGrid(List<Channel> channels, double step) {
        double[] best = new double[GRID + 1];
        int[][] given = new int[channels.size()][GRID + 1];
        for (int place = 0; place < channels.size(); place++) {
            Deadline.check();
            Channel channel = channels.get(place);
            int most = (int) Math.min(GRID, Math.floor((channel.upper() - channel.lower()) / step));
            double[] values = IntStream.rangeClosed(0, most)
                    .mapToDouble(steps -> channel.response(channel.lower() + steps * step))
                    .toArray();
            double[] next = new double[GRID + 1];
            for (int all = 0; all <= GRID; all++) {
                next[all] = Double.NEGATIVE_INFINITY;
                for (int own = 0; own <= Math.min(all, most); own++) {
                    double value = best[all - own] + values[own];
                    if (value > next[all]) {
                        next[all] = value;
                        given[place][all] = own;
                    }
                }
            }
            best = next;
        }
        double[] spends = new double[channels.size()];
        int left = GRID;
        for (int place = spends.length - 1; place >= 0; place--) {
            spends[place] = channels.get(place).lower() + given[place][left] * step;
            left -= given[place][left];
        }
        return spends;
    }

    /** Moves what brings most from one channel to another, or back; the gain. */
    private static double transfer(List<Channel> channels, double[] spends, int from, int to, double reach) {
        Channel giver = channels.get(from);
        Channel taker = channels.get(to);
        double low = -Math.min(reach, Math.min(spends[to] - taker.lower(), giver.upper() - spends[from]));
        double high = Math.min(reach, Math.min(spends[from] - giver.lower(), taker.upper() - spends[to]));
        DoubleUnaryOperator together =
                moved -> giver.response(spends[from] - moved) + taker.response(spends[to] + moved);
        double before = together.applyAsDouble(0);
        double best = 0;
        double most = before;
        double inside =
                GoldenSection.minimum(moved -> -together.applyAsDouble(moved), low, high, NARROW * (high - low));
        for (double moved : new double[] {low, high, inside}) {
            double value = together.applyAsDouble(moved);
            if (value > most) {
                most = value;
                best = moved;
            }
        }
        spends[from] -= best;
        spends[to] += best;
        return most - before;
    }

    private static double[] lowers(List<Channel> channels) {
        return channels.stream().mapToDouble(Channel::lower).toArray();
    }

    /** What each channel may get of a total. */
    private static double[] uppers(List<Channel> channels, double total) {
        return channels.stream()
                .mapToDouble(channel -> Math.min(channel.upper(), total))
                .toArray();
    }

    private static double sum(List<Channel> channels, ToDoubleFunction<Channel> figure) {
        return channels.stream().mapToDouble(figure).sum();
    }

    private static double response(List<Channel> channels, double[] spends) {
        return Sums.of(IntStream.range(0, spends.length)
                .mapToDouble(place -> channels.get(place).response(spends[place]))
                .toArray());
    }

    /** What each channel gets. */
    public double[] spends() {
        return spends.clone();
    }

    /** What all channels bring together. */
    public double response() {
        return response(channels, spends);
    }

    /** Whether a channel's spend is at its lower bound. */
    public boolean isAtLower(int place) {
        return spends[place] - channels.get(place).lower() <= AT_BOUND * Sums.of(spends);
    }

    /** Whether a channel's spend is at its upper bound. */
    public boolean isAtUpper(int place) {
        return channels.get(place).upper() - spends[place] <= AT_BOUND * Sums.of(spends);
    }

    /** What one more unit of budget would bring: the best that a channel below its upper bound does; 0 if none is. */
    public double marginal() {
        double[] inside = IntStream.range(0, spends.length)
                .filter(place -> !isAtLower(place) && !isAtUpper(place))
                .mapToDouble(place -> channels.get(place).marginal(spends[place]))
                .toArray();
        return inside.length > 0
                ? Sums.mean(inside)
                : IntStream.range(0, spends.length)
                        .filter(place -> !isAtUpper(place))
                        .mapToDouble(place -> channels.get(place).marginal(spends[place]))
                        .max()
                        .orElse(0);
    }
}
