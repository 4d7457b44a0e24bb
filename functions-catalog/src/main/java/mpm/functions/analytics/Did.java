package mpm.functions.analytics;

import static mpm.catalogue.Stage.MEASURE;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.Row;
import mpm.catalogue.Rows;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.CellException;
import mpm.cell.Column;
import mpm.cell.Labels;
import mpm.cell.Table;
import mpm.method.regression.TwoWayEffects;
import mpm.method.statistics.Probabilities;
import mpm.method.statistics.StudentT;

/** Sources: R fixest {@code feols(cluster = ~Unit)} for NESTED; statsmodels with clusters for ALL. */
@WorksheetFunction(
        name = "DID",
        question = "What did the change do in the treated units beyond what happened to the others?",
        stage = MEASURE,
        method = "Least squares with a level for every unit and every period; the standard error lets the rows of "
                + "a unit depend on one another.",
        source = "Angrist and Pischke, Mostly Harmless Econometrics, 2009.",
        caution = "It rests on parallel trends; few units (fewer than 10) give an unreliable p.",
        related = {"IMPACT", "UPLIFT"})
@Example(
        formula =
                "=MPM.DID({\"Unit\",\"Period\",\"Y\",\"Treated\",\"Post\";\"EMEA\",1,100,1,0;\"EMEA\",2,140,1,1;\"AMER\",1,98,0,0;\"AMER\",2,118,0,1})",
        shows =
                "{\"Effect\",\"SE\",\"t\",\"p\",\"Low\",\"High\",\"Pre-trend p\",\"Units\";20,\"\",\"\",\"\",\"\",\"\",\"\",2}",
        because = "EMEA rose by 40 and AMER by 20; two units say nothing of chance.")
@Example(
        formula =
                "=MPM.DID({\"Unit\",\"Period\",\"Y\",\"Treated\",\"Post\";\"A\",1,10,1,0;\"A\",2,16,1,1;\"B\",1,12,1,0;\"B\",2,17,1,1;"
                        + "\"C\",1,11,0,0;\"C\",2,13,0,1;\"D\",1,9,0,0;\"D\",2,12,0,1}, \"ALL\", 0.9, FALSE)",
        shows = "{3,1.08012345,2.777460299,0.06913686926,0.4580769683,5.541923032,\"\",4}",
        because = "Every unit and every period counts as a parameter.")
@Example(
        formula =
                "=MPM.DID({\"Unit\",\"Period\",\"Y\",\"Treated\",\"Post\";\"A\",1,10,1,0;\"A\",2,16,1,1;\"B\",1,12,1,0;\"B\",2,17,1,1})",
        shows = "#NUM!",
        because = "No unit was left untreated.")
public record Did(
        @Argument("One row for each unit and period, such as stores and weeks.")
        Rows<Observation> panel,

        @Argument(
                value = "NESTED leaves the levels of the units out of the count of parameters, ALL counts them.",
                otherwise = "NESTED")
        Counting dof,

        @Argument(value = "How sure Low to High shall be, between 0 and 1.", otherwise = "0.95")
        double confidence)
        implements Analytics, Computed<Table<Did.Line>> {

    private static final int FEWEST_UNITS = 3;
    private static final int FEWEST_PERIODS_BEFORE = 3;

    /** Which levels count as parameters. */
    public enum Counting {
        NESTED,
        ALL
    }

    /** A unit in a period. */
    public record Observation(
            @Column(value = "Unit", meaning = "The unit, such as a store.")
            Cell unit,

            @Column(value = "Period", meaning = "The period, as a number or as text that sorts by time.")
            Cell period,

            @Column(value = "Y", meaning = "What happened.") Optional<Double> outcome,

            @Column(value = "Treated", meaning = "1 for a unit that changes, in all of its rows.")
            Cell treated,

            @Column(value = "Post", meaning = "1 from the period of the change on.")
            Cell post) {}

    /** What the change did. */
    public record Line(
            @Column(value = "Effect", meaning = "What the change added in the treated units.")
            double effect,

            @Column(value = "SE", meaning = "Its standard error, by clusters of units.")
            Cell standardError,

            @Column(value = "t", meaning = "The effect in standard errors.")
            Cell t,

            @Column(value = "p", meaning = "Chance of such an effect if the change did nothing.")
            Cell p,

            @Column(value = "Low", meaning = "Lower limit of the effect.")
            Cell low,

            @Column(value = "High", meaning = "Upper limit of the effect.")
            Cell high,

            @Column(
                    value = "Pre-trend p",
                    meaning = "Chance of such different trends before; a small one spoils the result.")
            Cell trendP,

            @Column(value = "Units", meaning = "How many units there are.")
            int units) {}

    /** A row that counts: all of its cells are filled. */
    private record Counted(String unit, Cell period, double outcome, boolean isTreated, boolean isPost) {

        double treatment() {
            return isTreated && isPost ? 1 : 0;
        }
    }

    @Override
    public Table<Line> value() {
        List<Counted> rows = counted();
        Probabilities.require("confidence", confidence);
        for (boolean treated : new boolean[] {true, false}) {
            for (boolean post : new boolean[] {true, false}) {
                if (rows.stream().noneMatch(row -> row.isTreated() == treated && row.isPost() == post)) {
                    throw CellError.NUM.because("There is no %s unit %s the change: without it nothing can be compared."
                            .formatted(treated ? "treated" : "control", post ? "after" : "before"));
                }
            }
        }
        TwoWayEffects fit = fit(rows, Counted::treatment);
        boolean isJudged = isJudged(fit);
        double error = isJudged ? fit.standardError(dof == Counting.NESTED) : 0;
        int df = fit.units() - 1;
        double half = isJudged ? StudentT.quantile((1 + confidence) / 2, df) * error : 0;
        return Table.of(
                Line.class,
                List.of(new Line(
                        fit.effect(),
                        isJudged ? Cell.of(error) : Cell.blank(),
                        isJudged ? Cell.computed(() -> t(fit, error)) : Cell.blank(),
                        isJudged ? Cell.computed(() -> StudentT.twoSidedTail(t(fit, error), df)) : Cell.blank(),
                        isJudged ? Cell.of(fit.effect() - half) : Cell.blank(),
                        isJudged ? Cell.of(fit.effect() + half) : Cell.blank(),
                        trendP(rows),
                        fit.units())));
    }

    private static boolean isJudged(TwoWayEffects fit) {
        return fit.residualDf() > 0 && fit.units() >= FEWEST_UNITS;
    }

    private static double t(TwoWayEffects fit, double error) {
        if (error == 0) {
            throw CellError.DIV0.because("The levels and the effect explain everything, so t has no end.");
        }
        return fit.effect() / error;
    }

    /** Whether treated units ran away from the others already before: blank where too few periods could tell. */
    private Cell trendP(List<Counted> rows) {
        List<Counted> before = rows.stream().filter(row -> !row.isPost()).toList();
        Map<Cell, Integer> ranks = numbered(before);
        if (ranks.size() < FEWEST_PERIODS_BEFORE) {
            return Cell.blank();
        }
        try {
            TwoWayEffects fit = fit(before, row -> row.isTreated() ? 1 + ranks.getOrDefault(row.period(), 0) : 0);
            return isJudged(fit)
                    ? Cell.computed(() ->
                            StudentT.twoSidedTail(t(fit, fit.standardError(dof == Counting.NESTED)), fit.units() - 1))
                    : Cell.blank();
        } catch (CellException unidentified) {
            return Cell.blank();
        }
    }

    private static TwoWayEffects fit(List<Counted> rows, ToDoubleFunction<Counted> treatment) {
        Map<String, Integer> units = new HashMap<>();
        Map<Cell, Integer> periods = numbered(rows);
        return TwoWayEffects.of(
                rows.stream()
                        .mapToInt(row -> units.computeIfAbsent(row.unit(), unit -> units.size()))
                        .toArray(),
                rows.stream()
                        .mapToInt(row -> periods.getOrDefault(row.period(), 0))
                        .toArray(),
                rows.stream().mapToDouble(treatment).toArray(),
                rows.stream().mapToDouble(Counted::outcome).toArray());
    }

    /** The periods in order of time, numbered from 0: numbers before text, each in its order. */
    private static Map<Cell, Integer> numbered(List<Counted> rows) {
        Map<Cell, Integer> periods = new TreeMap<>(Comparator.comparingDouble(
                        (Cell period) -> period instanceof Cell.Numeric number ? number.value() : Double.MAX_VALUE)
                .thenComparing(period -> period instanceof Cell.Numeric ? "" : key(period)));
        rows.forEach(row -> periods.put(row.period(), 0));
        int place = 0;
        for (Map.Entry<Cell, Integer> period : periods.entrySet()) {
            period.setValue(place++);
        }
        return periods;
    }

    private List<Counted> counted() {
        List<Counted> complete =
                panel.stream().flatMap(row -> complete(row).stream()).toList();
        Map<String, Boolean> treated = new HashMap<>();
        Map<String, Boolean> postOfTreated = new HashMap<>();
        Set<List<String>> seen = new HashSet<>();
        for (Counted row : complete) {
            require(
                    agrees(treated, row.unit(), row.isTreated()),
                    "The unit “%s” is treated in some rows only: treatment belongs to a unit.".formatted(row.unit()));
            require(
                    !row.isTreated() || agrees(postOfTreated, key(row.period()), row.isPost()),
                    "In the period %s some treated units have changed and some not yet: a staggered change biases this comparison."
                            .formatted(row.period().shown()));
            require(
                    seen.add(List.of(row.unit(), key(row.period()))),
                    "The unit “%s” has the period %s twice: keep one row."
                            .formatted(row.unit(), row.period().shown()));
        }
        if (complete.isEmpty()) {
            throw CellError.NA.because("No row of panel is complete: fill in its cells.");
        }
        List<Counted> counted = new ArrayList<>();
        for (Counted row : complete) {
            counted.add(new Counted(
                    row.unit(),
                    row.period(),
                    row.outcome(),
                    row.isTreated(),
                    postOfTreated.getOrDefault(key(row.period()), row.isPost())));
        }
        return counted;
    }

    private static Optional<Counted> complete(Row<Observation> row) {
        Observation given = row.value();
        Optional<Boolean> treated = Flag.of(row, "Treated", given.treated());
        Optional<Boolean> post = Flag.of(row, "Post", given.post());
        if (given.unit().isBlank() || given.period().isBlank() || treated.isEmpty() || post.isEmpty()) {
            return Optional.empty();
        }
        return given.outcome()
                .map(outcome -> new Counted(key(given.unit()), given.period(), outcome, treated.get(), post.get()));
    }

    private static boolean agrees(Map<String, Boolean> known, String key, boolean mark) {
        return known.merge(key, mark, (before, now) -> before) == mark;
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw CellError.VALUE.because(sentence);
        }
    }

    private static String key(Cell cell) {
        return Labels.key(cell.shown());
    }
}
