package mpm.functions.assessment;

import static mpm.catalogue.Stage.MEASURE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import mpm.cell.Series;
import mpm.cell.Table;
import mpm.method.statistics.Ranks;
import mpm.method.statistics.Sums;

@WorksheetFunction(
        name = "MATURITY",
        question = "How mature is our MPM practice, and what first?",
        stage = MEASURE,
        caution = "It is a self-assessment. The gated level is the honest one: one missing practice holds the level.",
        method =
                "Mean of the levels by weight; the gated level is the lowest one, cut to a whole. Score is (mean - 1)/4 in percent;"
                        + " A from 90, B from 80, C from 70.",
        related = {"COMPOSITE", "BENCHMARK.SCORE"})
@Example(
        formula =
                "=MPM.MATURITY({\"Factor\",\"Level\";\"Alignment\",4;\"Alignment\",3;\"Accountability\",5;\"Accountability\",4;"
                        + "\"Analytics\",2})",
        shows = "{\"Factor\",\"Mean\",\"Gated level\",\"Target\",\"Distance\",\"Rank\";\"Alignment\",3.5,3,5,1.5,2;"
                + "\"Accountability\",4.5,4,5,0.5,3;\"Analytics\",2,2,5,3,1;\"ALL\",3.6,2,\"\",\"\",\"\";"
                + "\"Score\",65,\"\",\"\",\"\",\"\";\"Grade\",\"D\",\"\",\"\",\"\",\"\"}",
        because = "Analytics is farthest from its target: begin there.")
@Example(
        formula = "=MPM.MATURITY({\"Factor\",\"Level\";\"Alignment\",3.4;\"Alliances\",2.3}, 4, FALSE)",
        shows = "{\"Alignment\",3.4,3,4,0.6,2;\"Alliances\",2.3,2,4,1.7,1;\"ALL\",2.85,2,\"\",\"\",\"\";"
                + "\"Score\",46.25,\"\",\"\",\"\",\"\";\"Grade\",\"D\",\"\",\"\",\"\",\"\"}")
@Example(
        formula = "=MPM.MATURITY({\"Factor\",\"Level\";\"Alignment\",6})",
        shows = "#NUM!",
        because = "Levels run from 1 to 5.")
public record Maturity(
        @Argument("One row for each practice, with the success factor and the level reached.")
        Rows<Answer> answers,

        @Argument(value = "The level to reach: one for all, or one for each factor in their order; blank is none.")
        Optional<Series> target)
        implements Assessment, Computed<Table<Maturity.Line>> {

    private static final double DEFAULT_TARGET = 5;
    private static final double TOLERANCE = 1e-9;

    /** A practice. */
    public record Answer(
            @Column(value = "Factor", meaning = "The success factor it belongs to.")
            Optional<String> factor,

            @Column(value = "Level", meaning = "The level reached, 1 to 5, fractions allowed; blank if not answered.")
            Optional<Double> level,

            @Column(
                    value = "Weight",
                    meaning = "What it counts, 0 or more; blank is 1, and 0 leaves it out.",
                    optional = true,
                    otherwise = "1")
            double weight) {

        private boolean counts() {
            return level.isPresent() && weight > 0;
        }
    }

    /** A success factor. */
    public record Line(
            @Column(value = "Factor", meaning = "The success factor, or ALL.")
            String factor,

            @Column(value = "Mean", meaning = "Mean of the levels, by weight.")
            Cell mean,

            @Column(value = "Gated level", meaning = "The level that every practice has reached.")
            Cell gated,

            @Column(value = "Target", meaning = "The level to reach.")
            Cell target,

            @Column(value = "Distance", meaning = "How much is still to go.")
            Cell distance,

            @Column(value = "Rank", meaning = "1 is the farthest from its target: begin there.")
            Cell rank) {}

    @Override
    public Table<Line> value() {
        for (Row<Answer> row : answers) {
            if (row.value().weight() < 0) {
                throw row.refused(CellError.NUM, "has a negative Weight: weights are 0 or more.");
            }
            if (row.value().level().filter(level -> level < 1 || level > 5).isPresent()) {
                throw row.refused(CellError.NUM, "has a Level outside 1 to 5.");
            }
        }
        List<Labels.Group<Answer>> factors = Labels.groups(answers.values(), Answer::factor);
        List<Optional<Double>> targets = targets(factors.size());
        List<Answer> all = counted(answers.values());
        if (all.isEmpty()) {
            throw CellError.NA.because("No practice has a Level that counts: answer at least one.");
        }
        List<Optional<Double>> distances = new ArrayList<>();
        for (int place = 0; place < factors.size(); place++) {
            List<Answer> own = counted(factors.get(place).members());
            distances.add(own.isEmpty() ? Optional.empty() : targets.get(place).map(goal -> goal - mean(own)));
        }
        double[] known = distances.stream()
                .flatMap(Optional::stream)
                .mapToDouble(distance -> distance)
                .toArray();
        List<Line> lines = new ArrayList<>();
        for (int place = 0; place < factors.size(); place++) {
            List<Answer> own = counted(factors.get(place).members());
            Optional<Double> distance = distances.get(place);
            lines.add(new Line(
                    factors.get(place).label(),
                    own.isEmpty() ? Cell.blank() : Cell.of(mean(own)),
                    own.isEmpty() ? Cell.blank() : Cell.of(gated(own)),
                    targets.get(place).map(Cell::of).orElse(Cell.blank()),
                    distance.map(Cell::of).orElse(Cell.blank()),
                    distance.map(each -> Cell.of(Ranks.descending(each, known))).orElse(Cell.blank())));
        }
        Cell blank = Cell.blank();
        lines.add(new Line("ALL", Cell.of(mean(all)), Cell.of(gated(all)), blank, blank, blank));
        double score = (mean(all) - 1) / 4 * 100;
        return Table.of(Line.class, lines).footer("Score", score).footer("Grade", Cell.of(grade(score)));
    }

    private List<Optional<Double>> targets(int factors) {
        double[] given = target.map(Series::values).orElse(new double[] {DEFAULT_TARGET});
        if (given.length != 1 && given.length != factors) {
            throw CellError.NA.because(
                    "The lengths differ: there are %d factors and %d targets: give one, or one for each."
                            .formatted(factors, given.length));
        }
        List<Optional<Double>> targets = new ArrayList<>();
        for (int place = 0; place < factors; place++) {
            double goal = given[given.length == 1 ? 0 : place];
            targets.add(Double.isNaN(goal) ? Optional.empty() : Optional.of(goal));
        }
        return targets;
    }

    private static List<Answer> counted(List<Answer> answers) {
        return answers.stream().filter(Answer::counts).toList();
    }

    private static double mean(List<Answer> answers) {
        double[] weights = answers.stream().mapToDouble(Answer::weight).toArray();
        double[] levels = answers.stream()
                .mapToDouble(answer -> answer.level().orElseThrow())
                .toArray();
        return Sums.ofProducts(weights, levels) / Sums.of(weights);
    }

    private static double gated(List<Answer> answers) {
        return Math.floor(answers.stream()
                .mapToDouble(answer -> answer.level().orElseThrow())
                .min()
                .orElseThrow());
    }

    private static String grade(double score) {
        double rounded = score + TOLERANCE;
        return rounded >= 90 ? "A" : rounded >= 80 ? "B" : rounded >= 70 ? "C" : "D";
    }
}
