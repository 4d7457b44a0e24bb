package mpm.method.forecasting;

import mpm.cell.CellError;

/** The models that forecast a series, by the names that a worksheet calls them. */
public enum ForecastModel {
    /** The mean of Theta, Theta on logarithms and a damped trend, with the season that the past values prove. */
    AUTO,
    /** The last value. */
    NAIVE,
    /** The last season. */
    SNAIVE,
    /** The line from the first value through the last. */
    DRIFT,
    /** The Theta method. */
    THETA,
    /** The mean of simple, linear and damped smoothing, the benchmark of the M4 competition. */
    COMB,
    /** The one of the following with the smallest AICc. */
    ETS,
    ANN,
    AAN,
    AADN,
    ANA,
    AAA,
    AADA,
    LANN,
    LAAN,
    LAADN,
    LANA,
    LAAA,
    LAADA;

    private static final int FEWEST_VALUES = 2;

    /**
     * What this model expects after the past values.
     *
     * @param past in the order of time, without gaps
     * @throws mpm.cell.CellException #NUM! for too few values, or values that the model cannot take
     */
    public Prediction predict(double[] past, Question question) {
        requireValues(this, past, FEWEST_VALUES);
        return switch (this) {
            case AUTO -> Combination.automatic(past, question);
            case NAIVE -> Baselines.naive(past, question);
            case SNAIVE -> Baselines.seasonalNaive(past, question);
            case DRIFT -> Baselines.drift(past, question);
            case THETA -> Theta.prediction(past, question);
            case COMB -> Combination.benchmark(past, question);
            case ETS -> Ets.best(past, question);
            default -> Ets.valueOf(name()).prediction(past, question);
        };
    }

    static void requireValues(ForecastModel model, double[] past, int fewest) {
        if (past.length < fewest) {
            throw CellError.NUM.because("%s needs at least %d values, and there are %d: give a longer past."
                    .formatted(model, fewest, past.length));
        }
    }
}
