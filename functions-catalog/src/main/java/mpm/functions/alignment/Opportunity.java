package mpm.functions.alignment;

import static mpm.catalogue.Content.TEXT;
import static mpm.catalogue.Stage.MEASURE;

import java.util.Arrays;
import java.util.stream.IntStream;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.Series;
import mpm.cell.Spill;

/**
 * The opportunity algorithm.
 *
 * <p>Source: A. W. Ulwick, "Turn Customer Input into Innovation", <i>Harvard Business Review</i>, January 2002.
 */
@WorksheetFunction(
        name = "OPPORTUNITY",
        question = "Which customer needs are important and badly served?",
        stage = MEASURE,
        method = "Importance plus what satisfaction falls short of importance.",
        source = "Ulwick, Turn Customer Input into Innovation, Harvard Business Review, January 2002.",
        caution = "15 or more extreme, 12 or more high, 10 or more worth acting on are rules of thumb.",
        related = "NPS")
@Example(
        formula = "=MPM.OPPORTUNITY({9;6;8.5}, {4;8;\"\"})",
        shows = "{14;6;\"\"}",
        because = "Calibration on site matters and is badly served; the third need was not asked for satisfaction.")
@Example(formula = "=MPM.OPPORTUNITY(9, 4)", shows = "14")
@Example(formula = "=MPM.OPPORTUNITY({9;60}, {4;8})", shows = "#NUM!", because = "Both run from 0 to 10.")
public record Opportunity(
        @Argument(
                value = "How important each need is, 0 to 10: 10 times the share who answer 4 or 5 of 5.",
                ignores = TEXT)
        Series importance,

        @Argument(value = "How satisfied customers are with it, on the same scale.", ignores = TEXT)
        Series satisfaction)
        implements Alignment, Computed<Spill> {

    private static final double MOST = 10;

    @Override
    public Spill value() {
        Lengths.requireSame("importance", importance.length(), "satisfaction", satisfaction.length());
        if (IntStream.range(0, importance.length()).noneMatch(this::isComplete)) {
            throw CellError.NA.because("No need has both figures: give importance and satisfaction.");
        }
        requireScale(importance, "importance");
        requireScale(satisfaction, "satisfaction");
        return Spill.of(importance.shape(), place -> isComplete(place) ? Cell.of(score(place)) : Cell.blank());
    }

    private boolean isComplete(int place) {
        return !importance.isGap(place) && !satisfaction.isGap(place);
    }

    private double score(int place) {
        double important = importance.value(place);
        return important + Math.max(important - satisfaction.value(place), 0);
    }

    private static void requireScale(Series series, String name) {
        if (Arrays.stream(series.numbers()).anyMatch(value -> value < 0 || value > MOST)) {
            throw CellError.NUM.because("A number in %s is outside 0 to 10.".formatted(name));
        }
    }
}
