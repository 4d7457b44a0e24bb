package mpm.functions.alliances;

import static mpm.catalogue.Stage.MEASURE;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.Row;
import mpm.catalogue.Rows;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.Column;
import mpm.cell.Labels;
import mpm.cell.Table;
import mpm.method.statistics.Ranks;
import mpm.method.statistics.Sums;

@WorksheetFunction(
        name = "PARTNER.SCORE",
        question = "Which partner performs best, and where is each weakest?",
        stage = MEASURE,
        caution = "A high score at low coverage is not a strong partner: compare scores only at similar coverage.",
        method =
                "The weighted mean of score by best score over what was judged; coverage is the weight of what was judged.",
        related = {"HANDOFF.SLA", "COMPOSITE"})
@Example(
        formula = "=MPM.PARTNER.SCORE({\"Partner\",\"Criterion\",\"Score\",\"Weight\";\"Kestrel\",\"Pipeline\",5,2;"
                + "\"Kestrel\",\"Data shared\",3,1;\"Osier\",\"Pipeline\",1,2;\"Osier\",\"Data shared\",4,1})",
        shows = "{\"Partner\",\"Score\",\"Rank\",\"Weakest criterion\",\"Coverage %\";"
                + "\"Kestrel\",86.6666666667,1,\"Data shared\",1;\"Osier\",40,2,\"Pipeline\",1}")
@Example(
        formula = "=MPM.PARTNER.SCORE({\"Partner\",\"Criterion\",\"Score\",\"Weight\";\"Acme\",\"Reach\",4,2;"
                + "\"Acme\",\"Quality\",3,1;\"Beta\",\"Reach\",5,2;\"Beta\",\"Quality\",\"\",1},FALSE)",
        shows = "{\"Acme\",73.3333333333,2,\"Quality\",1;\"Beta\",100,1,\"Reach\",0.6666666667}",
        because = "Beta was judged on two thirds of what counts only.")
@Example(
        formula = "=MPM.PARTNER.SCORE({\"Partner\",\"Criterion\",\"Score\";\"Kestrel\",\"Pipeline\",80},FALSE)",
        shows = "{\"Kestrel\",#NUM!,\"\",\"\",1}",
        because = "80 of 100 needs a column Max: without it a score is at most 5.")
@Example(
        formula =
                "=MPM.PARTNER.SCORE({\"Partner\",\"Criterion\",\"Score\",\"Weight\";\"Acme\",\"Reach\",4,2;\"Beta\",\"Reach\",3,1})",
        shows = "#VALUE!",
        because = "A criterion has one weight for all partners.")
public record PartnerScore(
        @Argument("One row for each partner and criterion, with the score.")
        Rows<Rating> scores) implements Alliances, Computed<Table<PartnerScore.Line>> {

    /** A partner judged on a criterion. */
    public record Rating(
            @Column(value = "Partner", meaning = "Who is judged.")
            Optional<String> partner,

            @Column(value = "Criterion", meaning = "On what.")
            Optional<String> criterion,

            @Column(value = "Score", meaning = "From 0 to Max; blank if not judged.")
            Optional<Double> score,

            @Column(
                    value = "Weight",
                    meaning = "What the criterion counts, 0 or more, on any of its rows; 1 if on none.",
                    optional = true)
            Optional<Double> weight,

            @Column(value = "Max", meaning = "The best score there is; blank is 5.", optional = true, otherwise = "5")
            double max) {

        private String criterionKey() {
            return criterion.map(Labels::key).orElse("");
        }

        private boolean isOutOfRange() {
            return score.isPresent() && !(max > 0 && score.get() >= 0 && score.get() <= max);
        }

        /** The score as a share of the best there is. */
        private double share() {
            return score.orElseThrow() / max;
        }
    }

    /** A partner. */
    public record Line(
            @Column(value = "Partner", meaning = "Who is judged.")
            String partner,

            @Column(value = "Score", meaning = "Weighted mean of what was judged, 0 to 100.")
            Cell score,

            @Column(value = "Rank", meaning = "1 is the best score.")
            Cell rank,

            @Column(value = "Weakest criterion", meaning = "Where the score is the smallest part of the best there is.")
            Cell weakest,

            @Column(value = "Coverage %", meaning = "Share of what counts that was judged, by weight.")
            Cell coveragePercent) {}

    @Override
    public Table<Line> value() {
        Map<String, Double> weights = weights();
        requireOneRowEach();
        double all =
                Sums.of(weights.values().stream().mapToDouble(weight -> weight).toArray());
        List<Labels.Group<Rating>> partners = Labels.groups(scores.values(), Rating::partner);
        List<Cell> results = partners.stream()
                .map(partner -> score(partner.members(), weights))
                .toList();
        double[] ranked = results.stream()
                .filter(result -> result instanceof Cell.Numeric)
                .mapToDouble(result -> ((Cell.Numeric) result).value())
                .toArray();
        List<Line> lines = new ArrayList<>();
        for (int place = 0; place < partners.size(); place++) {
            List<Rating> ratings = partners.get(place).members();
            boolean isRanked = results.get(place) instanceof Cell.Numeric;
            lines.add(new Line(
                    partners.get(place).label(),
                    results.get(place),
                    results.get(place) instanceof Cell.Numeric result
                            ? Cell.of(Ranks.descending(result.value(), ranked))
                            : Cell.blank(),
                    isRanked ? weakest(ratings, weights) : Cell.blank(),
                    Cell.computed(() -> coverage(ratings, weights, all))));
        }
        return Table.of(Line.class, lines);
    }

    /** The weight of each criterion, in the order in which they first appear. */
    private Map<String, Double> weights() {
        Map<String, Double> given = new LinkedHashMap<>();
        for (Row<Rating> row : scores) {
            Optional<Double> weight = row.value().weight();
            if (weight.isPresent()) {
                Double before = given.putIfAbsent(row.value().criterionKey(), weight.get());
                if (before != null && !before.equals(weight.get())) {
                    throw row.refused(
                            CellError.VALUE,
                            "gives “%s” another Weight than a row above: a criterion has one weight."
                                    .formatted(Labels.shown(row.value().criterion())));
                }
            }
        }
        if (given.values().stream().anyMatch(weight -> weight < 0)) {
            throw CellError.NUM.because("A Weight is negative: weights are 0 or more.");
        }
        Map<String, Double> weights = new LinkedHashMap<>();
        for (Rating rating : scores.values()) {
            weights.put(rating.criterionKey(), given.getOrDefault(rating.criterionKey(), 1.0));
        }
        return weights;
    }

    private void requireOneRowEach() {
        Set<List<String>> seen = new HashSet<>();
        for (Row<Rating> row : scores) {
            Rating rating = row.value();
            if (!seen.add(List.of(rating.partner().map(Labels::key).orElse(""), rating.criterionKey()))) {
                throw row.refused(
                        CellError.VALUE,
                        "judges “%s” on “%s” again: give one row for each partner and criterion."
                                .formatted(Labels.shown(rating.partner()), Labels.shown(rating.criterion())));
            }
        }
    }

    private static Cell score(List<Rating> ratings, Map<String, Double> weights) {
        if (ratings.stream().anyMatch(Rating::isOutOfRange)) {
            return Cell.of(CellError.NUM.because("A score lies outside 0 to Max: mend it, or give its Max."));
        }
        List<Rating> judged = judged(ratings);
        if (judged.isEmpty()) {
            return Cell.blank();
        }
        double weight = weight(judged, weights);
        return weight == 0
                ? Cell.of(CellError.DIV0.because("Nothing that was judged has a weight: give a criterion a Weight."))
                : Cell.of(100
                        * Sums.of(judged.stream()
                                .mapToDouble(rating -> weight(rating, weights) * rating.share())
                                .toArray())
                        / weight);
    }

    /** The smallest share; among equals the largest weight, then the first in the table. */
    private static Cell weakest(List<Rating> ratings, Map<String, Double> weights) {
        Optional<Rating> weakest = Optional.empty();
        for (Rating rating : judged(ratings)) {
            if (weight(rating, weights) > 0 && (weakest.isEmpty() || isWeaker(rating, weakest.get(), weights))) {
                weakest = Optional.of(rating);
            }
        }
        return weakest.map(rating -> Cell.of(Labels.shown(rating.criterion()))).orElse(Cell.blank());
    }

    private static boolean isWeaker(Rating rating, Rating weakest, Map<String, Double> weights) {
        return Ranks.isAbove(weakest.share(), rating.share())
                || (!Ranks.isAbove(rating.share(), weakest.share())
                        && weight(rating, weights) > weight(weakest, weights));
    }

    private static double coverage(List<Rating> ratings, Map<String, Double> weights, double all) {
        if (all == 0) {
            throw CellError.DIV0.because("No criterion has a weight, so there is nothing to cover: give one a Weight.");
        }
        return weight(judged(ratings), weights) / all;
    }

    private static List<Rating> judged(List<Rating> ratings) {
        return ratings.stream().filter(rating -> rating.score().isPresent()).toList();
    }

    private static double weight(List<Rating> ratings, Map<String, Double> weights) {
        return Sums.of(
                ratings.stream().mapToDouble(rating -> weight(rating, weights)).toArray());
    }

    private static double weight(Rating rating, Map<String, Double> weights) {
        return weights.getOrDefault(rating.criterionKey(), 1.0);
    }
}
