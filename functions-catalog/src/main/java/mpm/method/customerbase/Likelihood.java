package mpm.method.customerbase;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mpm.method.optimisation.BoundedMinimum;
import mpm.method.optimisation.BoundedMinimum.Local;
import mpm.method.optimisation.BoundedMinimum.Point;
import mpm.method.statistics.Sums;

/** A log-likelihood of positive parameters, summed over customers, and where it is greatest. */
abstract class Likelihood {

    /** The logarithms of the parameters that are searched lie between this and its negative. */
    private static final double HIGHEST = 12;

    private static final double FLAT = 1e-4;

    private final int customers;
    private final double penalty;

    /** How many customers there are of each number of repeat purchases. */
    private final Map<Double, Double> customersByRepeats = new TreeMap<>();

    /**
     * A likelihood.
     *
     * @param repeats the repeat purchases of each customer
     * @param penalty what the sum of the squared parameters costs, 0 or more
     */
    Likelihood(double[] repeats, double penalty) {
        this.customers = repeats.length;
        this.penalty = penalty;
        Arrays.stream(repeats).forEach(count -> customersByRepeats.merge(count, 1.0, Double::sum));
    }

    /** A sum that grows, and how it changes with each parameter. */
    static final class Total {
        private final Sums.Running sum = new Sums.Running();
        private final double[] gradient;

        Total(int parameters) {
            this.gradient = new double[parameters];
        }

        /** Adds a term as often as it occurs, with its change by each parameter. */
        void add(double times, double term, double... slopes) {
            sum.add(times * term);
            for (int j = 0; j < slopes.length; j++) {
                gradient[j] += times * slopes[j];
            }
        }
    }

    /** Adds what depends on the number of repeat purchases alone, the costly part. */
    abstract void addRepeats(double repeats, double times, double[] parameters, Total total);

    /** Adds what depends on more. */
    abstract void addEach(double[] parameters, Total total);

    private Total at(double[] parameters) {
        Total total = new Total(parameters.length);
        customersByRepeats.forEach((repeats, times) -> addRepeats(repeats, times, parameters, total));
        addEach(parameters, total);
        return total;
    }

    private Local local(double[] logs) {
        double[] parameters = parameters(logs);
        Total total = at(parameters);
        double cost = -total.sum.value() / customers;
        double[] gradient = new double[logs.length];
        for (int j = 0; j < logs.length; j++) {
            cost += penalty * parameters[j] * parameters[j];
            gradient[j] = parameters[j] * (2 * penalty * parameters[j] - total.gradient[j] / customers);
        }
        return new Local(cost, gradient);
    }

    private static double[] parameters(double[] logs) {
        return Arrays.stream(logs).map(StrictMath::exp).toArray();
    }

    /** The parameters of greatest likelihood that a search from any of the starts finds. */
    Fit<double[]> greatest(List<double[]> starts) {
        Point best = starts.stream()
                .map(start -> BoundedMinimum.of(
                        this::local, Arrays.stream(start).map(StrictMath::log).toArray(), -HIGHEST, HIGHEST))
                .min(Comparator.comparingDouble(Point::value))
                .orElseThrow();
        double[] parameters = parameters(best.at());
        return new Fit<>(parameters, at(parameters).sum.value(), best.isConverged(FLAT, -HIGHEST, HIGHEST));
    }
}
