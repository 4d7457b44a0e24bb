package mpm.method.forecasting;

/** The level, the trend and the season of a state space model, from one period to the next. */
final class EtsState {

    private double level;
    private double trend;

    /** By place in the cycle; one 0 for a model without a season. */
    private final double[] season;

    private int period;

    /**
     * The state before the first value.
     *
     * @param season the first value's season first; 0 without a season
     */
    EtsState(double level, double trend, double... season) {
        this.level = level;
        this.trend = trend;
        this.season = season.clone();
    }

    /**
     * The state that a model reads from its free figures: the level, the trend if it has one, and all seasons but the last,
     * which makes them sum to 0.
     */
    static EtsState of(Ets model, int seasonLength, double[] free) {
        double[] season = new double[model.isSeasonal() ? seasonLength : 1];
        int before = model.hasTrend() ? 2 : 1;
        for (int place = 0; place < season.length - 1; place++) {
            season[place] = free[before + place];
            season[season.length - 1] -= season[place];
        }
        return new EtsState(free[0], model.hasTrend() ? free[1] : 0, season);
    }

    /** Goes on over values; answers what was expected of each less than it turned out. */
    double[] errors(double[] values, EtsParameters by) {
        double[] errors = new double[values.length];
        for (int t = 0; t < values.length; t++) {
            int place = period % season.length;
            double carried = by.phi() * trend;
            double error = values[t] - level - carried - season[place];
            level += carried + by.alpha() * error;
            trend = carried + by.beta() * error;
            season[place] += by.gamma() * error;
            errors[t] = error;
            period++;
        }
        return errors;
    }

    /** What is expected of the periods ahead. */
    double[] expected(int horizon, double phi) {
        double[] expected = new double[horizon];
        double damping = 0;
        for (int place = 0; place < horizon; place++) {
            damping = phi * (1 + damping);
            expected[place] = level + damping * trend + season[(period + place) % season.length];
        }
        return expected;
    }
}
