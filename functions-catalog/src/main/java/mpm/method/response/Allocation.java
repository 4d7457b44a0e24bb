package mpm.method.response;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.method.Deadline;
import mpm.method.optimisation.GoldenSection;
import mpm.method.statistics.Sums;

/**
 * A budget split over channels so that their responses add up to the most, or the least budget for a response.
 *
 * <p>Where no curve is S-shaped, every channel inside its bounds has the same marginal response, which is found by bisection.
 * Otherwise a dynamic programme over a grid finds the right hill of each curve, transfers between pairs of channels climb it, and
 * Newton's steps end at its top.
 */
public final class Allocation {

    private static final int GRID = 2_000;
    private static final int REACH = 3;
    private static final int HALVINGS = 200;
    private static final int SWEEPS = 500;
    private static final int TOTALS = 60;
    private static final int NEWTON_STEPS = 10;
    private static final double WORTHWHILE = 1e-13;

    /** A transfer is known well enough within this part of what may be moved: Newton's steps follow. */
    private static final double NARROW = 4e-9;

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
            return curve.hasS() && s > 1 && beta > 0;
        }

        /**
         * The spend within bounds from which on a unit brings less than this; for a curve that never steepens.
         *
         * @param least a spend that is not above it
         * @param most a spend that is not below it; may be infinite
         */
        private double spendAt(double marginal, double least, double most) {
            if (marginal(least) <= marginal) {
                return least;
            }
            double low = least;
            double high = Double.isInfinite(most) ? Math.max(1, 2 * least) : most;
            while (high < most && marginal(high) > marginal) {
                low = high;
                high *= 2;
            }
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
            return new Allocation(
                    channels, channels.stream().mapToDouble(Channel::lower).toArray());
        }
        return channels.stream().anyMatch(Channel::isSteepening)
                ? climbed(channels, total, worth)
                : levelled(channels, total, worth);
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

    /** Every channel at the same marginal response, as far as its bounds let it. */
    private static Allocation levelled(List<Channel> channels, double total, double worth) {
        double[] least = channels.stream().mapToDouble(Channel::lower).toArray();
        double[] most = channels.stream().mapToDouble(Channel::upper).toArray();
        double high = Math.max(worth, 1);
        double[] atHigh = spendsAt(channels, high, least, most);
        while (Sums.of(atHigh) > total) {
            high *= 2;
            most = atHigh;
            atHigh = spendsAt(channels, high, least, most);
        }
        double low = high;
        double[] atLow = atHigh;
        while (low > worth && low > Double.MIN_NORMAL && Sums.of(atLow) < total) {
            low = Math.max(low / 2, worth);
            atLow = spendsAt(channels, low, atLow, most);
        }
        if (Sums.of(atLow) <= total) {
            return new Allocation(channels, worth > 0 ? atLow : filled(channels, atLow, total));
        }
        for (int i = 0; i < HALVINGS; i++) {
            Deadline.check();
            double middle = low + (high - low) / 2;
            if (middle == low || middle == high) {
                break;
            }
            // A channel gets less the more a unit must bring, so what it gets lies between what it gets at either end.
            double[] atMiddle = spendsAt(channels, middle, atHigh, atLow);
            if (Sums.of(atMiddle) > total) {
                low = middle;
                atLow = atMiddle;
            } else {
                high = middle;
                atHigh = atMiddle;
            }
        }
        return new Allocation(channels, filled(channels, atHigh, total));
    }

    private static double[] spendsAt(List<Channel> channels, double marginal, double[] least, double[] most) {
        double[] spends = new double[least.length];
        Arrays.setAll(spends, place -> channels.get(place).spendAt(marginal, least[place], most[place]));
        return spends;
    }

    /** What is left of the total, given to whoever has room: those that answer first, then the others. */
    private static double[] filled(List<Channel> channels, double[] spends, double total) {
        double[] filled = spends.clone();
        for (boolean answering : new boolean[] {true, false}) {
            for (int place = 0; place < filled.length; place++) {
                double left = total - Sums.of(filled);
                Channel channel = channels.get(place);
                if (left > 0 && (channel.beta() > 0) == answering) {
                    filled[place] += Math.min(left, channel.upper() - filled[place]);
                }
            }
        }
        return filled;
    }

    private static Allocation climbed(List<Channel> channels, double total, double worth) {
        double step = (total - sum(channels, Channel::lower)) / GRID;
        double[] spends = onGrid(channels, step, worth);
        List<Channel> all = new ArrayList<>(channels);
        if (worth > 0) {
            // What is kept back is worth as much as it must bring.
            all.add(new Channel(Curve.POWER, worth, 1, 1, 0, Double.POSITIVE_INFINITY));
            spends = Arrays.copyOf(spends, all.size());
            spends[all.size() - 1] = Math.max(0, total - Sums.of(spends));
        } else {
            spends = filled(channels, spends, total);
        }
        double gain = Double.POSITIVE_INFINITY;
        double enough = WORTHWHILE * sum(channels, Channel::beta);
        for (int sweep = 0; sweep < SWEEPS && gain >= enough; sweep++) {
            gain = 0;
            for (int from = 0; from < spends.length; from++) {
                for (int to = from + 1; to < spends.length; to++) {
                    Deadline.check();
                    gain += transfer(all, spends, from, to, REACH * step);
                }
            }
        }
        return new Allocation(channels, peaked(channels, Arrays.copyOf(spends, channels.size()), total, worth));
    }

    /** The best split where every channel gets a whole number of steps above its lower bound. */
    private static double[] onGrid(List<Channel> channels, double step, double worth) {
        double[] best = new double[GRID + 1];
        int[][] given = new int[channels.size()][GRID + 1];
        for (int place = 0; place < channels.size(); place++) {
            Deadline.check();
            Channel channel = channels.get(place);
            int most = (int) Math.min(GRID, Math.floor((channel.upper() - channel.lower()) / step));
            double[] values = IntStream.rangeClosed(0, most)
                    .mapToDouble(steps -> channel.response(channel.lower() + steps * step) - worth * steps * step)
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

    /** The top of the hill on which the spends stand: equal marginal responses, to the last digits. */
    private static double[] peaked(List<Channel> channels, double[] spends, double total, double worth) {
        int[] inner = inner(channels, spends, total);
        boolean keepsSome = worth > 0 && total - Sums.of(spends) > AT_BOUND * total;
        double[] best = spends;
        double most = profit(channels, spends, worth);
        for (int i = 0; i < NEWTON_STEPS && inner.length > (keepsSome ? 0 : 1); i++) {
            double[] slopes = new double[inner.length];
            double[] bends = new double[inner.length];
            double above = 0;
            double below = 0;
            for (int j = 0; j < inner.length; j++) {
                Channel channel = channels.get(inner[j]);
                double x = best[inner[j]];
                double h = 1e-5 * x;
                slopes[j] = channel.marginal(x);
                bends[j] = (channel.marginal(x + h) - channel.marginal(x - h)) / (2 * h);
                above += slopes[j] / bends[j];
                below += 1 / bends[j];
            }
            double level = keepsSome ? worth : above / below;
            double[] next = best.clone();
            for (int j = 0; j < inner.length; j++) {
                next[inner[j]] += (level - slopes[j]) / bends[j];
            }
            boolean isWithin = IntStream.of(inner)
                    .allMatch(place -> next[place] > channels.get(place).lower()
                            && next[place] < channels.get(place).upper());
            if (!isWithin || !(profit(channels, next, worth) >= most * (1 - 1e-15))) {
                break;
            }
            best = next;
            most = Math.max(most, profit(channels, next, worth));
        }
        return best;
    }

    private static double profit(List<Channel> channels, double[] spends, double worth) {
        return response(channels, spends) - worth * Sums.of(spends);
    }

    private static int[] inner(List<Channel> channels, double[] spends, double total) {
        return IntStream.range(0, spends.length)
                .filter(place -> isInner(channels.get(place), spends[place], total))
                .toArray();
    }

    private static boolean isInner(Channel channel, double spend, double total) {
        return channel.beta() > 0
                && spend - channel.lower() > AT_BOUND * total
                && channel.upper() - spend > AT_BOUND * total;
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
