package mpm.functions.alignment;

import static mpm.catalogue.Content.TEXT;
import static mpm.catalogue.Stage.PLAN;

import java.util.Arrays;
import java.util.Optional;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.CellError;
import mpm.cell.Series;
import mpm.link.Direction;
import mpm.method.statistics.Normal;

@WorksheetFunction(
        name = "TARGET.PROBABILITY",
        question = "How probable is it that the target is made?",
        stage = PLAN,
        method = "The part of the draws that reach the target, or, with a standard deviation, the normal "
                + "probability.",
        caution = "The probability is as good as the forecast and its spread; both usually look too certain.",
        related = "REVPLAN")
@Example(
        formula = "=MPM.TARGET.PROBABILITY(11.4, 12, , 0.468)",
        shows = "0.09991232867",
        because = "The landing forecast of 11.4 million, with its spread, makes 12 million once in ten years.")
@Example(
        formula = "=MPM.TARGET.PROBABILITY({90,100,110,120}, 100)",
        shows = "0.75",
        because = "Three of four simulated years make it.")
@Example(
        formula = "=MPM.TARGET.PROBABILITY(155, 150, \"LOWER\", 4)",
        shows = "0.1056497737",
        because = "A cost per lead forecast at 155 rarely ends below 150.")
@Example(
        formula = "=MPM.TARGET.PROBABILITY(110, 100, , -8)",
        shows = "#NUM!",
        because = "A standard deviation is 0 or more.")
public record TargetProbability(
        @Argument(value = "The mean of the forecast, with sd; or a range of simulated outcomes.", ignores = TEXT)
        Series forecast,

        @Argument("The target.") double target,

        @Argument(value = "HIGHER or LOWER is better.", otherwise = "HIGHER")
        Direction direction,

        @Argument("The standard deviation of the forecast's error; left out for simulated outcomes.")
        Optional<Double> sd)
        implements Alignment, Computed<Double> {

    private static final double ROUNDING = 1e-12;

    @Override
    public Double value() {
        if (direction == Direction.TARGET) {
            throw CellError.VALUE.because("A single point is never hit: direction is HIGHER or LOWER.");
        }
        return sd.map(this::ofNormal).orElseGet(this::ofDraws);
    }

    private double ofNormal(double deviation) {
        if (forecast.length() > 1 || forecast.hasGaps()) {
            throw CellError.VALUE.because("With sd the forecast is one number, its mean.");
        } else if (deviation < 0) {
            throw CellError.NUM.because("sd is negative: give 0 or more.");
        }
        double ahead = direction.favourable(forecast.value(0), target);
        if (deviation == 0) {
            return ahead >= -ROUNDING * Math.max(1, Math.abs(target)) ? 1 : 0;
        }
        return Normal.cdf(ahead / deviation);
    }

    private double ofDraws() {
        double[] draws = forecast.numbers();
        if (draws.length == 0) {
            throw CellError.NA.because("The forecast holds no number: give simulated outcomes, or a mean and its sd.");
        }
        return (double) Arrays.stream(draws)
                        .filter(draw -> direction == Direction.HIGHER ? draw >= target : draw <= target)
                        .count()
                / draws.length;
    }
}
