package mpm.method.survival;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;
import mpm.method.Deadline;
import mpm.method.statistics.Normal;

/** How long each of a group lasted, or has lasted so far. */
public final class Durations {

    /** What the share that lasts may miss one half by and still be it, as R has it. */
    private static final double TOLERANCE = 1.5e-8;

    private final List<Duration> each;

    private Durations(List<Duration> each) {
        this.each = each;
    }

    /**
     * One of them.
     *
     * @param isOver whether it ended then
     */
    public record Duration(double time, boolean isOver) {

        private boolean isSurelyShorterThan(Duration other) {
            return isOver && (time < other.time || (time == other.time && !other.isOver));
        }
    }

    /** The durations of a group, in any order. */
    public static Durations of(List<Duration> each) {
        return new Durations(List.copyOf(each));
    }

    /** How many there are. */
    public int count() {
        return each.size();
    }

    /** How many are not over yet. */
    public int open() {
        return count() - finished().length;
    }

    /** The times of those that are over. */
    public double[] finished() {
        return each.stream()
                .filter(Duration::isOver)
                .mapToDouble(Duration::time)
                .toArray();
    }

    /**
     * The time by which half are over, those that are not yet counting for as long as they have been seen; where exactly half
     * are over, the middle between this time and the next end.
     *
     * <p>Source: R {@code survival::survfit}.
     *
     * @return nothing where fewer than half are known to be over
     */
    public OptionalDouble median() {
        TreeMap<Double, Integer> endsAt = new TreeMap<>();
        for (double time : finished()) {
            endsAt.merge(time, 1, Integer::sum);
        }
        double[] times = endsAt.keySet().stream().mapToDouble(time -> time).toArray();
        double[] ends = endsAt.values().stream().mapToDouble(count -> count).toArray();
        double[] seen = each.stream().mapToDouble(Duration::time).sorted().toArray();
        double[] atRisk = Arrays.stream(times)
                .map(time -> seen.length - firstAtOrAfter(seen, time))
                .toArray();
        List<KaplanMeier.Step> steps = KaplanMeier.of(atRisk, ends);
        for (int place = 0; place < times.length; place++) {
            double lasting = steps.get(place).survival();
            if (Math.abs(lasting - .5) <= TOLERANCE) {
                return OptionalDouble.of(
                        place + 1 < times.length ? (times[place] + times[place + 1]) / 2 : times[place]);
            } else if (lasting < .5) {
                return OptionalDouble.of(times[place]);
            }
        }
        return OptionalDouble.empty();
    }

    private static int firstAtOrAfter(double[] ascending, double time) {
        int place = Arrays.binarySearch(ascending, time);
        while (place > 0 && ascending[place - 1] == time) {
            place--;
        }
        return place;
    }

    /**
     * The two-sided probability of such a difference from another group by chance. Where all are over it is the test of Mann
     * and Whitney with ties and a correction for continuity.
     *
     * <p>Sources: E. A. Gehan, <i>Biometrika</i> 52 (1965); N. Mantel, <i>Biometrics</i> 23 (1967) for the variance.
     *
     * @return nothing for fewer than 2 in a group
     */
    public OptionalDouble differenceP(Durations other) {
        if (count() < 2 || other.count() < 2) {
            return OptionalDouble.empty();
        }
        List<Duration> all = Stream.concat(each.stream(), other.each.stream()).toList();
        double[] scores = all.stream().mapToDouble(one -> score(one, all)).toArray();
        double sum = Arrays.stream(scores, 0, count()).sum();
        double squares = Arrays.stream(scores).map(score -> score * score).sum();
        double n = all.size();
        double variance = (double) count() * other.count() / (n * (n - 1)) * squares;
        return OptionalDouble.of(
                variance == 0 ? 1 : Normal.twoSidedTail(Math.max(0, Math.abs(sum) - 1) / Math.sqrt(variance)));
    }

    /** How many are surely shorter, less how many are surely longer. */
    private static double score(Duration one, List<Duration> all) {
        Deadline.check();
        int score = 0;
        for (Duration other : all) {
            score += other.isSurelyShorterThan(one) ? 1 : one.isSurelyShorterThan(other) ? -1 : 0;
        }
        return score;
    }
}
