package mpm.functions.alignment;

import java.util.stream.IntStream;
import mpm.functions.alignment.LagTable.Lag;
import mpm.method.Deadline;
import mpm.method.optimisation.LeastDistance;
import mpm.method.statistics.Sums;

/**
 * How many must enter a funnel in each period to bring a revenue plan about: as close as possible to counting back from each
 * period's need, but so that the revenue due up to every period that can be reached is there.
 */
final class DemandPlan {

    private static final double ROUNDING = 1e-9;

    /** Half of what enters in the first period must have closed before a period counts as reachable. */
    private static final double REACHABLE = .5 - 1e-9;

    private final Lag lag;
    private final double revenuePerEntrant;
    private final double[] due;
    private final double[] needed;
    private final int firstReachable;
    private final double[] entrants;

    /**
     * Makes the plan.
     *
     * @param missing the target of each period less what the pipeline brings
     * @param scale of the targets: what is smaller by nine digits is rounding
     * @param lag from entry to win
     * @param revenuePerEntrant what an entrant brings on average
     */
    DemandPlan(double[] missing, double scale, Lag lag, double revenuePerEntrant) {
        this.lag = lag;
        this.revenuePerEntrant = revenuePerEntrant;
        this.due = due(missing, scale);
        this.needed = needed(due);
        this.firstReachable = IntStream.range(0, missing.length)
                .filter(period -> lag.cumulative(period) >= REACHABLE)
                .findFirst()
                .orElse(missing.length);
        this.entrants = entrants();
    }

    /** What is missing up to each period; negative while the pipeline is ahead. */
    private static double[] due(double[] missing, double scale) {
        double[] due = new double[missing.length];
        Sums.Running sum = new Sums.Running();
        for (int period = 0; period < due.length; period++) {
            sum.add(missing[period]);
            due[period] = Math.abs(sum.value()) <= ROUNDING * Math.max(1, scale) ? 0 : sum.value();
        }
        return due;
    }

    /** What new entrants must bring in each period: a surplus of the pipeline carries forward. */
    private static double[] needed(double[] due) {
        double[] needed = new double[due.length];
        double before = 0;
        for (int period = 0; period < due.length; period++) {
            double most = Math.max(before, due[period]);
            needed[period] = most - before;
            before = most;
        }
        return needed;
    }

    private double[] entrants() {
        int periods = needed.length;
        double whole = Sums.of(needed) / revenuePerEntrant;
        double[] countedBack = new double[periods];
        if (whole == 0) {
            return countedBack;
        }
        for (int entry = 0; entry < periods; entry++) {
            Sums.Running sum = new Sums.Running();
            for (int period = entry; period < periods; period++) {
                if (lag.cumulative(period) > 0) {
                    sum.add(needed[period]
                            / revenuePerEntrant
                            / whole
                            * lag.share(period - entry)
                            / lag.cumulative(period));
                }
            }
            countedBack[entry] = sum.value();
        }
        double[] change = firstReachable < periods ? change(countedBack, whole) : new double[periods];
        return IntStream.range(0, periods)
                .mapToDouble(entry -> whole * Math.max(0, countedBack[entry] + change[entry]))
                .toArray();
    }

    /** The smallest change that makes every period that can be reached have what is due: in parts of all that is needed. */
    private double[] change(double[] countedBack, double whole) {
        int periods = countedBack.length;
        double[][] conditions = new double[periods + periods - firstReachable][periods];
        double[] bounds = new double[conditions.length];
        for (int entry = 0; entry < periods; entry++) {
            conditions[entry][entry] = 1;
            bounds[entry] = -countedBack[entry];
        }
        Sums.Running due = new Sums.Running();
        for (int period = 0; period < periods; period++) {
            due.add(needed[period]);
            if (period >= firstReachable) {
                Deadline.check();
                int condition = periods + period - firstReachable;
                for (int entry = 0; entry <= period; entry++) {
                    conditions[condition][entry] = lag.cumulative(period - entry);
                }
                bounds[condition] =
                        due.value() / revenuePerEntrant / whole - Sums.ofProducts(conditions[condition], countedBack);
            }
        }
        return LeastDistance.solve(conditions, bounds);
    }

    int periods() {
        return needed.length;
    }

    /** What is missing up to a period; 0 or less where the pipeline suffices. */
    double due(int period) {
        return due[period];
    }

    /** What new entrants must bring in a period. */
    double needed(int period) {
        return needed[period];
    }

    /** How many must enter in a period. */
    double entrants(int period) {
        return entrants[period];
    }

    /** Whether entrants of the first period have time to close by a period. */
    boolean isReachable(int period) {
        return period >= firstReachable;
    }

    /** What the entrants bring in a period. */
    double revenue(int period) {
        Sums.Running sum = new Sums.Running();
        for (int entry = 0; entry <= period; entry++) {
            sum.add(lag.share(period - entry) * entrants[entry]);
        }
        return revenuePerEntrant * sum.value();
    }

    /** How many of the entrants have had the time to close by a period. */
    double matured(int period) {
        Sums.Running sum = new Sums.Running();
        for (int entry = 0; entry <= period; entry++) {
            sum.add(lag.cumulative(period - entry) * entrants[entry]);
        }
        return sum.value();
    }
}
