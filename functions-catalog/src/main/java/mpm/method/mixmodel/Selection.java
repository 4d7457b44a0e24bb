package mpm.method.mixmodel;

import java.util.List;
import mpm.method.Deadline;
import mpm.method.optimisation.BoundedQuadratic;

/** One candidate for each medium, and the coefficients with which they explain an outcome best. */
final class Selection {

    private static final double WORTHWHILE = 1e-9;

    /** Keeps the common return finite where the media explain nothing. */
    private static final double WEAKEST_PULL = 1e-6;

    private final double[] outcome;
    private final double penalty;
    private final List<Return> returns;
    private final Candidate[] chosen;
    private final double[][] products;
    private final double[] explained;
    private final double squares;
    private double[] coefficients;
    private double loss;

    /**
     * Starts from one candidate for each medium.
     *
     * @param outcome what is left of it beside the baseline
     */
    Selection(double[] outcome, double penalty, List<Return> returns, List<Candidate> start) {
        int media = start.size();
        this.outcome = outcome;
        this.penalty = penalty;
        this.returns = returns;
        this.chosen = new Candidate[media];
        this.products = new double[media][media];
        this.explained = new double[media];
        this.squares = product(outcome, outcome);
        for (int medium = 0; medium < media; medium++) {
            chosen[medium] = start.get(medium);
            for (int other = 0; other <= medium; other++) {
                products[medium][other] = product(chosen[medium].direction(), chosen[other].direction());
                products[other][medium] = products[medium][other];
            }
            explained[medium] = product(chosen[medium].direction(), outcome);
        }
        this.coefficients = solved();
        this.loss = loss(coefficients);
    }

    /** Lets one medium after the other take its best candidate until none improves, for so many rounds at most. */
    void improve(List<List<Candidate>> candidates, int rounds) {
        for (int round = 0; round < rounds; round++) {
            boolean isBetter = false;
            for (int medium = 0; medium < chosen.length; medium++) {
                isBetter |= improve(medium, candidates.get(medium));
            }
            if (!isBetter) {
                return;
            }
        }
    }

    private boolean improve(int medium, List<Candidate> candidates) {
        Deadline.check();
        Candidate before = chosen[medium];
        Candidate best = before;
        double least = Double.POSITIVE_INFINITY;
        for (Candidate candidate : candidates) {
            choose(medium, candidate);
            double loss = loss(solved());
            if (loss < least) {
                least = loss;
                best = candidate;
            }
        }
        boolean isBetter = least < loss - WORTHWHILE * squares;
        choose(medium, isBetter ? best : before);
        if (isBetter) {
            coefficients = solved();
            loss = least;
        }
        return isBetter;
    }

    private void choose(int medium, Candidate candidate) {
        chosen[medium] = candidate;
        for (int other = 0; other < chosen.length; other++) {
            products[medium][other] = product(candidate.direction(), chosen[other].direction());
            products[other][medium] = products[medium][other];
        }
        explained[medium] = product(candidate.direction(), outcome);
    }

    /** The coefficients, and after them the common return. */
    private double[] solved() {
        int media = chosen.length;
        double[][] matrix = matrix();
        double[] linear = new double[media + 1];
        double[] low = new double[media + 1];
        double[] high = new double[media + 1];
        for (int medium = 0; medium < media; medium++) {
            linear[medium] = explained[medium];
            low[medium] = Return.times(returns.get(medium).low(), chosen[medium].unitReturn());
            high[medium] = Return.times(returns.get(medium).high(), chosen[medium].unitReturn());
        }
        high[media] = Double.POSITIVE_INFINITY;
        return BoundedQuadratic.minimum(matrix, linear, low, high);
    }

    private double[][] matrix() {
        int media = chosen.length;
        double meanSquare = 0;
        for (Candidate candidate : chosen) {
            meanSquare += candidate.unitReturn() * candidate.unitReturn() / media;
        }
        double scale = meanSquare == 0 ? 1 : Math.sqrt(meanSquare);
        double[][] matrix = new double[media + 1][media + 1];
        for (int medium = 0; medium < media; medium++) {
            System.arraycopy(products[medium], 0, matrix[medium], 0, media);
            double unit = chosen[medium].unitReturn() / scale;
            matrix[medium][medium] += penalty;
            matrix[medium][media] = -penalty * unit;
            matrix[media][medium] = -penalty * unit;
            matrix[media][media] += penalty * unit * unit;
        }
        matrix[media][media] += penalty * WEAKEST_PULL * media;
        return matrix;
    }

    private double loss(double[] z) {
        double[][] matrix = matrix();
        double loss = squares;
        for (int row = 0; row < z.length; row++) {
            double product = row < explained.length ? -2 * explained[row] : 0;
            for (int column = 0; column < z.length; column++) {
                product += matrix[row][column] * z[column];
            }
            loss += z[row] * product;
        }
        return loss;
    }

    /** Whether this explains the outcome better than another by more than rounding. */
    boolean isBetterThan(Selection other) {
        return loss < other.loss - WORTHWHILE * squares;
    }

    Candidate candidate(int medium) {
        return chosen[medium];
    }

    double beta(int medium) {
        return chosen[medium].beta(coefficients[medium]);
    }

    /** What all media contribute in each period. */
    double[] contributions() {
        double[] contributions = new double[outcome.length];
        for (int medium = 0; medium < chosen.length; medium++) {
            double[] responses = chosen[medium].responses();
            for (int t = 0; t < contributions.length; t++) {
                contributions[t] += beta(medium) * responses[t];
            }
        }
        return contributions;
    }

    private static double product(double[] a, double[] b) {
        double product = 0;
        for (int t = 0; t < a.length; t++) {
            product += a[t] * b[t];
        }
        return product / a.length;
    }
}
