package mpm.functions.assessment;

import static mpm.catalogue.Stage.MEASURE;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.Rows;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.Column;
import mpm.cell.Moment;
import mpm.cell.Table;
import mpm.method.statistics.MannKendall;
import mpm.method.statistics.Probabilities;
import mpm.method.statistics.Quantiles;
import mpm.method.statistics.SenSlopes;

@WorksheetFunction(
        name = "IMPROVE",
        question = "Are we improving, and when do we reach the target?",
        stage = MEASURE,
        caution = "Four assessments can never be significant at .05; a projected date with NO CLEAR TREND is a sketch.",
        method =
                "The median of the slopes between all pairs of dates (Sen) and Mann and Kendall's test; the date at which that line"
                        + " meets the target.",
        source = "Sen, 1968; Mann, 1945; Kendall, 1975.",
        related = {"MATURITY", "BENCHMARK.SCORE"})
@Example(
        formula = "=MPM.IMPROVE({\"Date\",\"Score\";44895,52;45260,58;45626,57;45991,66;46356,70}, 85)",
        shows = "{\"n\",\"Latest\",\"Slope per year\",\"p\",\"Projected date\",\"Verdict\";"
                + "5,70,4.2513698630,0.0864107329737,47645,\"NO CLEAR TREND\"}",
        because = "Four points a year: 85 in June 2030, if it goes on.")
@Example(
        formula = "=MPM.IMPROVE({\"Date\",\"Score\";46000,70;46100,72;46200,71}, , , , FALSE)",
        shows = "{3,71,1.82625,1,\"\",\"NO CLEAR TREND\"}")
@Example(
        formula = "=MPM.IMPROVE({\"Date\",\"Score\";46000,70;46000,72;46200,71})",
        shows = "#NUM!",
        because = "Two scores of one day are one: two dates show no trend.")
public record Improve(
        @Argument("One row for each assessment, with its day and its score.")
        Rows<Assessed> history,

        @Argument("The score to reach.") Optional<Double> target,

        @Argument(value = "HIGHER or LOWER is better.", otherwise = "HIGHER")
        Aim direction,

        @Argument(value = "The chance of a false alarm that you accept.", otherwise = "0.05")
        double alpha)
        implements Assessment, Computed<Table<Improve.Line>> {

    private static final int FEWEST_DATES = 3;
    private static final double DAYS_A_YEAR = 365.25;
    /** Ten years: beyond that a date would be a joke. */
    private static final double FARTHEST_DAYS = 3653;

    private static final double TOLERANCE = 1e-9;

    /** An assessment. */
    public record Assessed(
            @Column(value = "Date", meaning = "The day; scores of one day are averaged.")
            Optional<Moment> date,

            @Column(value = "Score", meaning = "The score.") Optional<Double> score) {}

    /** The one row. */
    public record Line(
            @Column(value = "n", meaning = "How many dates there are.")
            int n,

            @Column(value = "Latest", meaning = "The latest score.")
            double latest,

            @Column(value = "Slope per year", meaning = "How much the score changes in a year.")
            double slopePerYear,

            @Column(value = "p", meaning = "Chance of such a trend without one.")
            double p,

            @Column(value = "Projected date", meaning = "The day on which the line meets the target, within ten years.")
            Cell projectedDate,

            @Column(value = "Verdict", meaning = "DECLINING, REACHED, IMPROVING or NO CLEAR TREND.")
            String verdict) {}

    @Override
    public Table<Line> value() {
        Probabilities.require("alpha", alpha);
        Map<Long, Double> scoreOfDay = new TreeMap<>(history.values().stream()
                .filter(each -> each.date().isPresent() && each.score().isPresent())
                .collect(Collectors.groupingBy(
                        each -> each.date().orElseThrow().day(),
                        Collectors.averagingDouble(each -> each.score().orElseThrow()))));
        if (scoreOfDay.size() < FEWEST_DATES) {
            throw CellError.NUM.because(
                    "There are %d dates with a score, but a trend needs at least 3.".formatted(scoreOfDay.size()));
        }
        double[] days = scoreOfDay.keySet().stream().mapToDouble(day -> day).toArray();
        double[] scores =
                scoreOfDay.values().stream().mapToDouble(score -> score).toArray();
        double slope = SenSlopes.of(days, scores).median();
        double p = MannKendall.of(scores).p();
        double latest = scores[scores.length - 1];
        boolean isReached =
                target.filter(goal -> direction.favourable(latest, goal) >= 0).isPresent();
        return Table.of(
                Line.class,
                List.of(new Line(
                        scores.length,
                        latest,
                        DAYS_A_YEAR * slope,
                        p,
                        isReached ? Cell.blank() : projected(days, scores, slope),
                        verdict(p, direction.favourable(slope, 0), isReached))));
    }

    private Cell projected(double[] days, double[] scores, double slope) {
        if (target.isEmpty() || direction.favourable(slope, 0) <= 0) {
            return Cell.blank();
        }
        double last = days[days.length - 1];
        double[] atFirst = new double[days.length];
        Arrays.setAll(atFirst, place -> scores[place] - slope * (days[place] - days[0]));
        double fit = Quantiles.of(atFirst).median() + slope * (last - days[0]);
        double ahead = Math.ceil(Math.max(0, (target.get() - fit) / slope) - TOLERANCE);
        return ahead > FARTHEST_DAYS ? Cell.blank() : Cell.of(new Moment(last + ahead));
    }

    private String verdict(double p, double better, boolean isReached) {
        if (p < alpha && better < 0) {
            return "DECLINING";
        } else if (isReached) {
            return "REACHED";
        }
        return p < alpha && better > 0 ? "IMPROVING" : "NO CLEAR TREND";
    }
}
