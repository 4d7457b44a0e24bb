package mpm.method.mixmodel;

import mpm.method.response.CarryOver;
import mpm.method.response.Curve;
import mpm.method.statistics.Sums;

/** One way in which a medium may work: its carry-over, and the curve on which its response saturates. */
final class Candidate {

    /** What is left of a response beside the baseline below this part of it is rounding. */
    private static final double NOTHING_LEFT = 1e-9;

    private final double theta;
    private final double k;
    private final int s;
    private final double[] responses;
    private final double[] direction;
    private final double deviation;
    private final double unitReturn;

    private Candidate(
            double theta,
            double k,
            int s,
            double[] responses,
            double[] direction,
            double deviation,
            double unitReturn) {
        this.theta = theta;
        this.k = k;
        this.s = s;
        this.responses = responses;
        this.direction = direction;
        this.deviation = deviation;
        this.unitReturn = unitReturn;
    }

    static Candidate of(double[] spend, double theta, double k, int s, Baseline baseline) {
        double[] responses = responses(spend, theta, k, s);
        double[] left = baseline.left(responses);
        double deviation = Math.sqrt(Sums.ofProducts(left, left) / left.length);
        double size = Math.sqrt(Sums.ofProducts(responses, responses) / responses.length);
        if (!(deviation > NOTHING_LEFT * size)) {
            // The baseline explains this form wholly: nothing can be told of it, so it explains nothing.
            return new Candidate(theta, k, s, responses, new double[spend.length], Double.POSITIVE_INFINITY, 0);
        }
        for (int t = 0; t < left.length; t++) {
            left[t] /= deviation;
        }
        return new Candidate(theta, k, s, responses, left, deviation, deviation * Sums.of(spend) / Sums.of(responses));
    }

    static double[] responses(double[] spend, double theta, double k, int s) {
        double[] responses = CarryOver.geometric(spend, theta);
        for (int t = 0; t < responses.length; t++) {
            responses[t] = Curve.HILL.response(responses[t], 1, k, s);
        }
        return responses;
    }

    double theta() {
        return theta;
    }

    double k() {
        return k;
    }

    int s() {
        return s;
    }

    /** The response of each period for a ceiling of 1. */
    double[] responses() {
        return responses;
    }

    /** What is left of the responses beside the baseline, with a mean square of 1. */
    double[] direction() {
        return direction;
    }

    /** The coefficient of the direction for which the medium returns exactly what is spent. */
    double unitReturn() {
        return unitReturn;
    }

    /** The ceiling for a coefficient of the direction. */
    double beta(double coefficient) {
        return coefficient / deviation;
    }
}
