package mpm.method.mixmodel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import mpm.method.random.SplitMix64;
import mpm.method.regression.LeastSquares.Regressor;
import mpm.method.regression.SeasonalTerms;
import mpm.method.response.CarryOver;
import mpm.method.response.Curve;
import mpm.method.statistics.Quantiles;
import mpm.method.statistics.Sums;

/** Three years of weeks in which the contributions of the media are known, because they were made as the specification says. */
public final class MadeHistory {

    private static final int PERIODS = 156;
    private static final int SEASON = 52;
    private static final double PENALTY = .1;

    private final double[][] spends;
    private final double[] contributions;
    private final double[] outcome;

    /** Makes a history; the same seed makes the same. */
    public static MadeHistory of(int media, double noise, long seed) {
        return new MadeHistory(media, noise, new SplitMix64(seed));
    }

    private MadeHistory(int media, double noise, SplitMix64 generator) {
        spends = new double[media][];
        contributions = new double[media];
        outcome = new double[PERIODS];
        double[] base = new double[PERIODS];
        Arrays.setAll(base, at -> {
            double turn = 2 * Math.PI * (at + 1) / SEASON;
            return 100
                    + 10.0 * (at + 1) / PERIODS
                    + 8 * StrictMath.sin(turn)
                    + 4 * StrictMath.cos(turn)
                    + 2 * StrictMath.sin(2 * turn);
        });
        double[][] responses = new double[media][];
        double[] weights = new double[media];
        for (int medium = 0; medium < media; medium++) {
            spends[medium] = spend(medium, generator);
            double[] worked = CarryOver.geometric(spends[medium], .75 * generator.uniform());
            double k = Quantiles.of(
                            Arrays.stream(worked).filter(each -> each > 0).toArray())
                    .at(.3 + .6 * generator.uniform());
            double s = new double[] {.7, 1, 1.5, 2}[generator.below(4)];
            responses[medium] = Arrays.stream(worked)
                    .map(each -> Curve.HILL.response(each, 1, k, s))
                    .toArray();
            weights[medium] = Sums.of(spends[medium]) * StrictMath.exp(.5 * generator.normal());
        }
        for (int medium = 0; medium < media; medium++) {
            contributions[medium] = .3 * Sums.of(base) * weights[medium] / Sums.of(weights);
            for (int t = 0; t < PERIODS; t++) {
                outcome[t] += contributions[medium] * responses[medium][t] / Sums.of(responses[medium]);
            }
        }
        Arrays.setAll(outcome, t -> outcome[t] + base[t]);
        double mean = Sums.mean(outcome);
        double error = 0;
        for (int t = 0; t < PERIODS; t++) {
            double z = generator.normal();
            error = t == 0 ? z : .3 * error + Math.sqrt(.91) * z;
            outcome[t] += noise * mean * error;
        }
    }

    private static double[] spend(int medium, SplitMix64 generator) {
        double level = StrictMath.exp(2 + .8 * generator.normal());
        double phase = 6 * generator.uniform();
        double[] spend = new double[PERIODS];
        Arrays.setAll(spend, t -> level * StrictMath.exp(.5 * generator.normal()));
        if (medium % 3 == 1) {
            int on = 3 + generator.below(5);
            int off = 2 + generator.below(6);
            Arrays.setAll(spend, t -> t % (on + off) < on ? spend[t] : 0);
        } else if (medium % 3 == 2) {
            Arrays.setAll(spend, t -> spend[t] * (1 + .5 * StrictMath.sin(2 * Math.PI * (t + 1) / SEASON + phase)));
        }
        return spend;
    }

    /** What each medium spent in each week. */
    public double[][] spends() {
        return spends;
    }

    /** How far the model misses the contributions, as a part of them all. */
    public double missed() {
        MixModel model = fitted();
        double missed = 0;
        for (int medium = 0; medium < spends.length; medium++) {
            missed += Math.abs(model.beta(medium) * Sums.of(model.responses(medium)) - contributions[medium]);
        }
        return missed / Sums.of(contributions);
    }

    /** The model as MPM.MIX.FIT fits it unless told otherwise. */
    public MixModel fitted() {
        List<Regressor> regressors = new ArrayList<>();
        regressors.add(Regressor.constant(PERIODS));
        regressors.add(SeasonalTerms.overTime("trend", PERIODS, t -> (t - (PERIODS + 1) / 2.0) / PERIODS));
        regressors.addAll(SeasonalTerms.of(PERIODS, SEASON));
        double[] thetas =
                IntStream.rangeClosed(0, 8).mapToDouble(tenth -> tenth / 10.0).toArray();
        return new MixModel(
                outcome, spends, regressors, thetas, PENALTY, Collections.nCopies(spends.length, Return.POSITIVE));
    }
}
