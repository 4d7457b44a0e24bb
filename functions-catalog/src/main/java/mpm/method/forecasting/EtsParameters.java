package mpm.method.forecasting;

/**
 * The smoothing parameters of a state space model.
 *
 * @param alpha the part of an error that the level takes over
 * @param beta the part that the trend takes over; 0 without a trend
 * @param gamma the part that the season takes over; 0 without a season
 * @param phi what is left of the trend after a period; 1 undamped
 */
record EtsParameters(double alpha, double beta, double gamma, double phi) {

    private static final double LEAST = .0001;
    private static final double MOST = .9999;
    private static final double LEAST_PHI = .8;
    private static final double MOST_PHI = .98;

    /**
     * The parameters of a model at a point, whose coordinates are angles: of α, then as the model has them of β (as a part of
     * what α allows), γ (likewise) and φ. Every angle names a parameter within its bounds, and what changes smoothly with the
     * parameters does so with the angles, at the bounds as well: a search needs to know no bounds.
     */
    static EtsParameters at(Ets model, double[] point) {
        int place = 0;
        double alpha = LEAST + (MOST - LEAST) * part(point[place++]);
        double beta = model.hasTrend() ? LEAST + (alpha - LEAST) * part(point[place++]) : 0;
        double gamma = model.isSeasonal() ? LEAST + (MOST - alpha) * part(point[place++]) : 0;
        double phi = model.isDamped() ? LEAST_PHI + (MOST_PHI - LEAST_PHI) * part(point[place]) : 1;
        return new EtsParameters(alpha, beta, gamma, phi);
    }

    private static double part(double angle) {
        double sine = StrictMath.sin(angle);
        return sine * sine;
    }

    /** The angle of a part from 0 to 1. */
    static double angle(double part) {
        return StrictMath.asin(Math.sqrt(part));
    }

    /** How the values of the following periods answer to an error of 1: the first period after it first. */
    double[] responses(int periods, int seasonLength) {
        double[] responses = new double[periods];
        double damping = 0;
        for (int place = 0; place < periods; place++) {
            damping = phi * (1 + damping);
            responses[place] = alpha + beta * damping + ((place + 1) % seasonLength == 0 ? gamma : 0);
        }
        return responses;
    }
}
