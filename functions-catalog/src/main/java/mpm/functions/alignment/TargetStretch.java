package mpm.functions.alignment;

import static mpm.catalogue.Stage.PLAN;

import java.util.List;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.CellError;
import mpm.cell.Column;
import mpm.cell.Series;
import mpm.cell.Table;
import mpm.link.Direction;
import mpm.method.forecasting.ForecastModel;
import mpm.method.forecasting.Gap;
import mpm.method.forecasting.Line;
import mpm.method.forecasting.Prediction;
import mpm.method.forecasting.Question;
import mpm.method.statistics.TargetProbability;

/**
 * The next period as FORECAST's ETS sees it; its 60 % range ends at the 20 % and the 80 % point.
 *
 * <p>The specification's method says AUTO, its source, its vector and the normal quantile in its σ say exponential smoothing of
 * least AICc: that is FORECAST's ETS, whose range is a normal one.
 */
@WorksheetFunction(
        name = "TARGET.STRETCH",
        question = "Which target is safe, which is fair, which is a stretch?",
        stage = PLAN,
        method = "The next period's forecast gives three targets: its 20 % point (Commit), its middle with "
                + "growth (Target) and its 80 % point (Stretch).",
        source = "Hyndman, Koehler, Ord and Snyder, Forecasting with Exponential Smoothing, 2008.",
        caution =
                "P(hit) assumes that the future varies as the past did; a Target above Stretch needs a reason, not hope.",
        related = "CASCADE")
@Example(
        formula = "=MPM.TARGET.STRETCH({112;118;116;124;127;126;133;138;137;144;147;150}, 0.03)",
        shows = "{\"Case\",\"Value\",\"P(hit)\";\"Baseline\",153.27272727,0.49994873585;\"Commit\",151.36744696,0.8;"
                + "\"Target\",157.87060951,0.021103904515;\"Stretch\",155.17742587,0.2}",
        because = "Three per cent more than expected is beyond the stretch.")
@Example(
        formula = "=MPM.TARGET.STRETCH({171;169;166;168;163;160;162;157;158;155}, 0.02, \"LOWER\", 1, FALSE)",
        shows = "{\"Baseline\",153.33333333,0.45316487816;\"Commit\",154.95762419,0.8;"
                + "\"Target\",150.46113329,0.034315484219;\"Stretch\",152.11903327,0.2}",
        because = "A cost per lead: lower is better, so Commit is the higher end.")
@Example(formula = "=MPM.TARGET.STRETCH({112;118;116}, 0.03)", shows = "#NUM!", because = "Three months are too few.")
public record TargetStretch(
        @Argument("The past values, the oldest first; gaps between them are interpolated.")
        Series history,

        @Argument("The improvement wanted, as a fraction: 0.05 is 5 %.")
        double growth,

        @Argument(value = "HIGHER or LOWER is better.", otherwise = "HIGHER")
        Direction direction,

        @Argument(value = "Periods in one season: 12 for months, 4 for quarters, 1 for none.", otherwise = "1")
        int seasonLength)
        implements Alignment, Computed<Table<TargetStretch.Row>> {

    private static final int FEWEST_VALUES = 4;

    private static final double PROBABLE = .8;
    private static final double IMPROBABLE = .2;

    /** From the lower end of the range to the upper, 60 % of futures lie. */
    private static final double RANGE = PROBABLE - IMPROBABLE;

    /** The standard normal value with 80 % below it. */
    private static final double Z_PROBABLE = .8416212335729143;

    /** A target. */
    public record Row(
            @Column(value = "Case", meaning = "Baseline, Commit (safe), Target (asked for) or Stretch.")
            String name,

            @Column(value = "Value", meaning = "The target of the next period.")
            double value,

            @Column(value = "P(hit)", meaning = "How probable it is that the next period reaches it.")
            double probability) {}

    @Override
    public Table<Row> value() {
        if (direction == Direction.TARGET) {
            throw CellError.VALUE.because("A stretch needs a side: write HIGHER or LOWER.");
        }
        double[] past = Gap.INTERPOLATE.close(history);
        Question question = new Question(1, seasonLength, RANGE);
        int fewest = Math.max(FEWEST_VALUES, seasonLength);
        if (history.numbers().length < fewest) {
            throw CellError.NUM.because("At least %d values are needed, and there are %d: give a longer history."
                    .formatted(fewest, history.numbers().length));
        }
        Prediction next = ForecastModel.ETS.predict(past, question);
        boolean isHigher = direction == Direction.HIGHER;
        double expected = next.expected(1);
        double low = next.range(1).low();
        double high = next.range(1).high();
        double sd = (high - low) / (2 * Z_PROBABLE);
        double baseline =
                seasonLength == 1 ? Line.through(Gap.cut(history)).at(past.length) : past[past.length - seasonLength];
        double target = expected + (isHigher ? growth : -growth) * Math.abs(expected);
        return Table.of(
                Row.class,
                List.of(
                        new Row("Baseline", baseline, TargetProbability.of(expected, sd, baseline, isHigher)),
                        new Row("Commit", isHigher ? low : high, sd == 0 ? 1 : PROBABLE),
                        new Row("Target", target, TargetProbability.of(expected, sd, target, isHigher)),
                        new Row("Stretch", isHigher ? high : low, sd == 0 ? 1 : IMPROBABLE)));
    }
}
