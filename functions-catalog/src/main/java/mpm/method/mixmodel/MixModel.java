package mpm.method.mixmodel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import mpm.method.Deadline;
import mpm.method.random.SplitMix64;
import mpm.method.regression.LeastSquares.Regressor;
import mpm.method.response.CarryOver;
import mpm.method.statistics.Interval;
import mpm.method.statistics.Quantiles;

/** An outcome explained by media that carry over and saturate, beside a baseline. */
public final class MixModel {

    private static final int ROUNDS = 20;
    private static final int ROUNDS_OF_A_DRAW = 3;
    private static final int[] SLOPES = {1, 2};

    /** Half-saturations, as quantiles of the periods with spend; below the median the level of a medium cannot be told. */
    private static final double[] QUANTILES = {.5, .75, 1};

    private static final double BEYOND = 3;

    /** Where every medium starts: half-saturation at its largest period, a slope of 1. */
    private static final int START_K = 2;

    private final double[] outcome;
    private final double[][] spends;
    private final double[] thetas;
    private final double penalty;
    private final List<Return> returns;
    private final Baseline baseline;
    private final List<List<Candidate>> candidates = new ArrayList<>();
    private final Selection selection;

    /**
     * Searches the best curves.
     *
     * @param outcome of each period
     * @param spends of each medium in each period, 0 or more, some above 0
     * @param regressors the baseline: a constant first
     * @param thetas the carry-overs to choose from, ascending
     * @param penalty how strongly the media are pulled to a common return, above 0
     * @param returns the range of each medium's return
     * @throws mpm.cell.CellException #NUM! naming a regressor that depends on those before it
     */
    public MixModel(
            double[] outcome,
            double[][] spends,
            List<Regressor> regressors,
            double[] thetas,
            double penalty,
            List<Return> returns) {
        this.outcome = outcome.clone();
        this.spends = spends.clone();
        this.thetas = thetas.clone();
        this.penalty = penalty;
        this.returns = List.copyOf(returns);
        this.baseline = Baseline.of(regressors);
        for (double[] spend : spends) {
            candidates.add(candidates(spend));
        }
        this.selection = searched();
    }

    /** Every carry-over, with every half-saturation, with every slope. */
    private List<Candidate> candidates(double[] spend) {
        List<Candidate> all = new ArrayList<>();
        for (double theta : thetas) {
            Deadline.check();
            Quantiles worked = Quantiles.of(Arrays.stream(CarryOver.geometric(spend, theta))
                    .filter(each -> each > 0)
                    .toArray());
            double[] halves = DoubleStream.concat(
                            Arrays.stream(QUANTILES).map(worked::at), DoubleStream.of(BEYOND * worked.at(1)))
                    .toArray();
            for (double half : halves) {
                for (int slope : SLOPES) {
                    all.add(Candidate.of(spend, theta, half, slope, baseline));
                }
            }
        }
        return all;
    }

    private static int place(int theta, int half, int slope) {
        return (theta * (QUANTILES.length + 1) + half) * SLOPES.length + slope;
    }

    private Selection searched() {
        double[] left = baseline.left(outcome);
        List<Selection> searched = IntStream.of(0, thetas.length / 2, thetas.length - 1)
                .mapToObj(theta -> {
                    Selection each = new Selection(
                            left,
                            penalty,
                            returns,
                            candidates.stream()
                                    .map(own -> own.get(place(theta, START_K, 0)))
                                    .toList());
                    each.improve(candidates, ROUNDS);
                    return each;
                })
                .toList();
        Selection best = searched.get(0);
        for (Selection each : searched) {
            best = each.isBetterThan(best) ? each : best;
        }
        return best;
    }

    /** How many media there are. */
    public int media() {
        return spends.length;
    }

    /** How much of a period's media work on in the next. */
    public double theta(int medium) {
        return selection.candidate(medium).theta();
    }

    /** The half-saturation, on the scale of what has carried over. */
    public double k(int medium) {
        return selection.candidate(medium).k();
    }

    public int s(int medium) {
        return selection.candidate(medium).s();
    }

    /** The ceiling of the response. */
    public double beta(int medium) {
        return selection.beta(medium);
    }

    /** The response of each period for a ceiling of 1. */
    public double[] responses(int medium) {
        return selection.candidate(medium).responses().clone();
    }

    /** What all media contribute in each period. */
    public double[] contributions() {
        return selection.contributions();
    }

    /** The response to more periods of spend, the first of them those that were fitted, for a ceiling of 1. */
    public double[] responses(int medium, double[] spend) {
        return Candidate.responses(spend, theta(medium), k(medium), s(medium));
    }

    /** What is left of the outcome of each period. */
    public double[] residuals() {
        double[] contributions = contributions();
        return baseline.left(IntStream.range(0, outcome.length)
                .mapToDouble(t -> outcome[t] - contributions[t])
                .toArray());
    }

    /**
     * Where the return of each medium probably lies: the fit is repeated on outcomes whose residuals are drawn in blocks, each
     * time with a curve and a pull drawn by chance, which residuals alone would not doubt.
     *
     * @param draws how often, 1 or more
     */
    public List<Interval> returnIntervals(int draws, double confidence, long seed) {
        SplitMix64 generator = new SplitMix64(seed);
        double[] residuals = residuals();
        double[] fitted = IntStream.range(0, outcome.length)
                .mapToDouble(t -> outcome[t] - residuals[t])
                .toArray();
        double widening = Math.sqrt((double) outcome.length / (outcome.length - baseline.size() - spends.length));
        double[] wider = Arrays.stream(residuals).map(each -> each * widening).toArray();
        double[][] returned = new double[spends.length][draws];
        for (int draw = 0; draw < draws; draw++) {
            Selection drawn = drawn(fitted, wider, generator);
            for (int medium = 0; medium < spends.length; medium++) {
                returned[medium][draw] = drawn.beta(medium)
                        * Arrays.stream(drawn.candidate(medium).responses()).sum()
                        / Arrays.stream(spends[medium]).sum();
            }
        }
        return Arrays.stream(returned)
                .map(each -> {
                    Quantiles quantiles = Quantiles.of(each);
                    return new Interval(quantiles.at((1 - confidence) / 2), quantiles.at((1 + confidence) / 2));
                })
                .toList();
    }

    private Selection drawn(double[] fitted, double[] residuals, SplitMix64 generator) {
        double[] left = baseline.left(resampled(fitted, residuals, generator));
        List<List<Candidate>> own = new ArrayList<>();
        for (List<Candidate> all : candidates) {
            int slope = generator.below(SLOPES.length);
            int half = generator.below(QUANTILES.length + 1);
            own.add(IntStream.range(0, thetas.length)
                    .mapToObj(theta -> all.get(place(theta, half, slope)))
                    .toList());
        }
        double pull = penalty * StrictMath.pow(10, 2 * generator.uniform() - 1);
        Selection drawn = new Selection(
                left,
                pull,
                returns,
                own.stream().map(each -> each.get(thetas.length / 2)).toList());
        drawn.improve(own, ROUNDS_OF_A_DRAW);
        return drawn;
    }

    /** The fit with residuals drawn in blocks, so that what follows one another stays together; their mean is taken out. */
    private static double[] resampled(double[] fitted, double[] residuals, SplitMix64 generator) {
        int n = fitted.length;
        int block = Math.max(4, (int) Math.ceil(StrictMath.cbrt(n)));
        double[] drawn = new double[n];
        for (int filled = 0; filled < n; filled += block) {
            int start = generator.below(n - block + 1);
            System.arraycopy(residuals, start, drawn, filled, Math.min(block, n - filled));
        }
        double mean = Arrays.stream(drawn).sum() / n;
        Arrays.setAll(drawn, t -> fitted[t] + drawn[t] - mean);
        return drawn;
    }
}
