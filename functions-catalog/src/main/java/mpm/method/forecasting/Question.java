package mpm.method.forecasting;

import mpm.cell.CellError;
import mpm.method.statistics.Probabilities;

/**
 * What is asked of the future.
 *
 * @param horizon how many periods ahead, 1 to 1000
 * @param seasonLength periods in one season, 1 to 366; 1 for none
 * @param confidence the part of futures that the range shall cover, between 0 and 1
 */
public record Question(int horizon, int seasonLength, double confidence) {

    private static final int LONGEST_HORIZON = 1000;
    private static final int LONGEST_SEASON = 366;

    private static final double USUAL_CONFIDENCE = .8;

    /**
     * Refuses what cannot be answered.
     *
     * @throws mpm.cell.CellException #NUM! for a number outside its range
     */
    public Question {
        if (horizon < 1 || horizon > LONGEST_HORIZON) {
            throw CellError.NUM.because(
                    "horizon is %d, but 1 to %d periods can be forecast.".formatted(horizon, LONGEST_HORIZON));
        }
        if (seasonLength < 1 || seasonLength > LONGEST_SEASON) {
            throw CellError.NUM.because("season_length is %d: give the periods of one season, 1 (none) to %d."
                    .formatted(seasonLength, LONGEST_SEASON));
        }
        Probabilities.require("confidence", confidence);
    }

    /** What is asked where only the expected values count, or the range that is usual for forecasts. */
    public static Question of(int horizon, int seasonLength) {
        return new Question(horizon, seasonLength, USUAL_CONFIDENCE);
    }
}
