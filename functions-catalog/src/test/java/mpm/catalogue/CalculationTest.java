package mpm.catalogue;

import static mpm.catalogue.ShownRange.assertShows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.DateSystem;
import mpm.cell.Grid;
import mpm.cell.Moment;
import mpm.cell.Range;
import mpm.functions.Functions;
import mpm.functions.accountability.Variance;
import mpm.link.ChecklistInstance;
import mpm.link.Direction;
import mpm.link.Found;
import mpm.link.Links;
import mpm.link.MetricDirection;
import mpm.link.Need;
import mpm.link.StoredChecklist;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The engine, in every shape that a function can have. */
class CalculationTest {

    /** Made anew for every test, so that a fault in reading the records shows in each. */
    private final Catalogue shapes = new Catalogue(List.of(Shapes.class));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // columns known only at run time, with a footer
                "=MPM.STAGES({8;4}, 2) | {\"Period\",\"Stage 1\",\"Stage 2\";1,4,2;2,2,1;\"R²\",0.5,\"\"}",
                "=MPM.STAGES({8;4}, 1, FALSE) | {1,4;2,2;\"R²\",0.5}",
                "=MPM.GROUPS({\"Region\",\"x\";\"EMEA\",1;\"\",\"\";\"AMER\",2}, \"Region\")"
                        + " | {\"Region\",\"Row\";\"EMEA\",1;\"AMER\",3}",
                // broadcasting: blanks, defaults, one error among others, one cell with a range
                "=MPM.LIGHT({6;\"\";9}, DATE(2027,1,1), {1,2,3}) | {\"2.0 FRIDAY HIGHER\";\"GREY\";\"3.0 FRIDAY HIGHER\"}",
                "=MPM.LIGHT(6, {46388;\"\";#N/A;\"x\"}, {1,2}, \"lower\") | {\"3.0 FRIDAY LOWER\";\"\";#N/A;#VALUE!}",
                "=MPM.LIGHT({1,2}, {46388,46389}, {1}, {\"\",-1}) | {\"1.0 FRIDAY HIGHER\",\"2.0 SATURDAY LOWER\"}",
                "=MPM.LIGHT({TRUE;1}, 46388, {1}) | {\"GREY\";\"1.0 FRIDAY HIGHER\"}",
                "=MPM.LIGHT(TRUE, 46388, {1}) | #VALUE!",
                "=MPM.LIGHT(, 46388, {1}) | GREY",
                "=MPM.LIGHT({1;2}, {46388;46389;46390}, {1}) | #N/A",
                "=MPM.LIGHT(1, 46388, {1;#DIV/0!}) | #DIV/0!",
                "=MPM.LIGHT(#REF!, 46388, {1}) | #REF!",
                "=MPM.LIGHT(1, 46388, {1,2;3,4}) | #VALUE!",
                "=MPM.LIGHT(1, 46388, {1}, \"CTR\") | #VALUE!",
                "=MPM.LIGHT(1, 5, {1}) | #NUM!",
                // a blank cell of a range is not an argument left out
                "=MPM.GAPPED({1;2;3}, {5;\"\";TRUE}) | {\"from 5.0\";\"gap\";\"gap\"}",
                "=MPM.GAPPED({1;2}) | {\"left out\";\"left out\"}",
                "=MPM.GAPPED(1, {\"\"}) | left out",
                // a number for each cell, or a table
                "=MPM.EITHER(3) | -3",
                "=MPM.EITHER({3;-1}) | {-3;#NUM!}",
                "=MPM.EITHER(3, TRUE) | {\"Lever\";3}",
                "=MPM.EITHER(3, TRUE, FALSE) | 3",
                "=MPM.EITHER({3;4}, TRUE) | {#VALUE!;#VALUE!}",
                "=MPM.EITHER(0) | 0",
                // an option's word, a whole number, a moment answered
                "=MPM.RAW({1,2;\"a\",TRUE}) | 105",
                "=MPM.RAW(1, \"days.month \") | 1102",
                "=MPM.RAW(1, 445, 2, 46388) | 46391",
                "=MPM.RAW(1, 544) | #VALUE!",
                "=MPM.RAW(1, , 1.5) | #NUM!",
                "=MPM.RAW(1, , \"1\") | #VALUE!",
                "=MPM.RAW() | #N/A",
                "=MPM.RAW(1, 2, 3, 4, 5) | #VALUE!",
                // gaps refused or passed over
                "=MPM.STRICT({1;2}) | 1.9",
                "=MPM.STRICT({1;2}, {5,\"n/a\",7}) | 2.2",
                "=MPM.STRICT({1;\"\"}) | #VALUE!",
                "=MPM.STRICT({1;TRUE}) | #VALUE!",
                "=MPM.STRICT({1;\"x\"}) | #VALUE!",
                // which fault is named: an error that arrived, then #VALUE!, then #N/A, then #NUM!
                "=MPM.RAW(, 1, #NUM!) | #NUM!",
                "=MPM.RAW(, 544, 1.5) | #VALUE!",
                "=MPM.RAW(, , 1.5) | #N/A",
                "=MPM.MANY(0.5) | #NUM!",
                "=MPM.RAW(1, , 2147483647) | #NUM!",
                "=MPM.RAW(1, , 2147483648) | #NUM!",
                "=MPM.RAW(1, , -4) | 97",
                // a logical as text and as a number
                "=MPM.EITHER(3, \"true\", \" False \") | 3",
                "=MPM.EITHER(3, 1) | {\"Lever\";3}",
                "=MPM.EITHER(3, 0) | -3",
                "=MPM.EITHER(3, \"yes\") | #VALUE!",
                // a table or a row of numbers
                "=MPM.COALITION({\"Members\",\"Value\";\"A+B\",5;\"B\",\"\"}) | 5",
                "=MPM.COALITION({3,4}) | 7",
                "=MPM.COALITION({\"members\",\"VALUE\";\"A\",\"x\"}) | #VALUE!",
                "=MPM.COALITION({\"Members\",\"Value\";\"A\",TRUE}) | 0",
                // tables: aliases, defaults, what is required, whole numbers and dates in cells
                "=MPM.LEDGER({\"Day\",\"Rating\";46388,2}) | 46390",
                "=MPM.LEDGER({\"Day\",\"Likelihood\";46388,3}) | 46391",
                "=MPM.LEDGER({\"Day\",\"Rating\",\"Count\";46388,2,5}) | 46395",
                "=MPM.LEDGER({\"Day\",\"Rating\",\"Count\";46388,2,5.5}) | #NUM!",
                "=MPM.LEDGER({\"Day\",\"Rating\",\"Count\";46388,2,TRUE}) | 46390",
                "=MPM.LEDGER({\"Day\",\"Rating\";\"\",2}) | #N/A",
                "=MPM.LEDGER({\"Day\",\"Rating\";TRUE,2}) | #N/A",
                "=MPM.LEDGER({\"Day\",\"Rating\";46388,\"\"}) | #N/A",
                "=MPM.LEDGER({\"Day\",\"Rating\",\"Owner\";46388,2,\"\"}) | 46390",
                "=MPM.LEDGER({\"Day\",\"Rating\",\"Owner\";46388,2,\"CMO\"}) | 47390",
                "=MPM.LEDGER({\"Day\",\"Rating\"}) | 61",
                "=MPM.LEDGER() | 61",
                "=MPM.LEDGER({\"Day\";46388}) | #VALUE!",
            })
    void everyShapeAnswers(String formula, String shows) {
        assertShows(result(formula, Links.NONE).value(), Formula.shown(shows), 1e-12, 0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "=MPM.LIGHT(1, 46388, {1}, \"CTR\") | “CTR” is neither a direction nor a known metric: write HIGHER, LOWER or"
                        + " TARGET (or 1, -1, 0).",
                "=MPM.LIGHT({1;2}, {46388;46389;46390}, {1}) | The lengths differ: actual has 2 rows × 1 column and day has 3"
                        + " rows × 1 column.",
                "=MPM.LIGHT(1, \"1 Jan\", {1}) | day is the text “1 Jan”, but a date is needed (type it as Excel shows dates,"
                        + " not as text).",
                "=MPM.LIGHT(1, , {1}) | day is blank: give it a value.",
                "=MPM.LIGHT(1, 46388, {1;#DIV/0!}) | peers holds #DIV/0!: mend that cell first.",
                "=MPM.RAW(1, 544) | weeks is 544, but it takes 445 or DAYS.MONTH.",
                "=MPM.RAW(1, , {1;2}) | count is a range of 2 rows × 1 column, but one cell is needed.",
                "=MPM.STRICT({1;\"x\"}) | Cell 2 of rates is the text “x”, but a number is needed.",
                "=MPM.RAW(1, 2, 3, 4, 5) | MPM.RAW takes at most 4 arguments, and 5 are given.",
                "=MPM.GROUPS({\"Region\",\"region\";1,2}, \"Region\") | The column region stands twice: give each column its"
                        + " own caption.",
                "=MPM.LEDGER({\"Day\";46388}) | rows has no column Rating: its first row must hold the captions Day, Rating.",
                "=MPM.LEDGER({\"Day\",\"Rating\";46388,2;\"\",2}) | Row 2 of rows, column Day, is blank: fill it in.",
                "=MPM.EITHER(3, \"yes\") | table is the text “yes”, but TRUE or FALSE is needed.",
                "=MPM.MANY(0.5) | cells is 0.5, but a whole number is needed.",
                "=MPM.MANY(\"%s\") | cells is the text “%s…”, but a number is needed.",
                "=MPM.MANY(\"%.40s\") | cells is the text “%.40s”, but a number is needed.",
                "=MPM.GROUPS(, \"x\") | data is missing: give the range of a table, its captions in the first row.",
                "=MPM.GROUPS({\"x\"}, \"x\") | data has no data below its captions.",
                "=MPM.EITHER(#REF!) | number holds #REF!: mend that cell first.",
                "=MPM.ZZZZZZ(1) | MPM has no function “ZZZZZZ”.",
                "=MPM.STRICTT(1) | MPM has no function “STRICTT”: did you mean MPM.STRICT?",
            })
    void everyFaultIsNamedInASentence(String formulaOfText, String sentenceOfText) {
        String text = "x".repeat(39);
        String formula = formulaOfText.replace("%.40s", text + "y").replace("%s", text + "yz");
        String sentence = sentenceOfText.replace("%.40s", text + "y").replace("%s", text);
        assertThat(result(formula, Links.NONE).value().cell(0))
                .isInstanceOfSatisfying(
                        Cell.Failure.class,
                        failure -> assertThat(failure.reason()).isEqualTo(sentence));
    }

    @Test
    void aParameterSaysWhatItHolds() {
        assertThat(parameters("LIGHT"))
                .containsExactly(
                        "actual NUMBER each",
                        "day DATE each",
                        "peers SERIES range",
                        "direction OPTION optional each HIGHER");
        assertThat(parameters("RAW"))
                .containsExactly(
                        "cells RANGE range",
                        "weeks OPTION optional 445",
                        "count WHOLE_NUMBER optional 1",
                        "day DATE optional");
        assertThat(parameters("EITHER"))
                .containsExactly("number NUMBER each", "table LOGICAL optional FALSE", "headers LOGICAL optional TRUE");
        assertThat(parameters("GAPPED")).containsExactly("value NUMBER each", "start NUMBER optional each");
        assertThat(parameters("GROUPS"))
                .containsExactly("data TABLE range", "by TEXT", "headers LOGICAL optional TRUE");
        assertThat(parameters("STORED")).containsExactly("code TEXT each");
        assertThat(parameters("STRICT")).containsExactly("rates SERIES range", "scores SERIES optional range");
        assertThat(shapes.find("RAW").orElseThrow().parameters().get(1).options())
                .containsExactly("445", "DAYS.MONTH");
        assertThat(shapes.find("LEDGER").orElseThrow().parameters().get(0).columns())
                .containsExactly(
                        new ColumnDefinition("Day", "The day.", false, true),
                        new ColumnDefinition("Rating", "The rating.", false, false),
                        new ColumnDefinition("Count", "How many.", true, false),
                        new ColumnDefinition("Owner", "Who.", true, false));
        assertThat(shapes.find("GROUPS").orElseThrow().parameters().get(0).columns())
                .containsExactly(new ColumnDefinition("column …", "Anything.", false, false));
        assertThat(shapes.functions().stream().filter(Definition::answersRange))
                .extracting(Definition::name)
                .containsExactlyInAnyOrder("STAGES", "GROUPS", "LIGHT", "GAPPED", "EITHER", "STORED", "MANY");
        assertThat(Spelling.isStored("_XLDUDF_MPM_RAG")).isTrue();
        assertThat(Spelling.isStored("SUM")).isFalse();
    }

    private List<String> parameters(String function) {
        return shapes.find(function).orElseThrow().parameters().stream()
                .map(parameter -> parameter.name() + " " + parameter.kind()
                        + (parameter.isOptional() ? " optional" : "")
                        + (parameter.isEach() ? " each" : parameter.isRange() ? " range" : "")
                        + parameter.otherwise().map(" "::concat).orElse(""))
                .toList();
    }

    @Test
    void equalTablesAreEqual() {
        Rows<Shapes.Coalition.Claim> rows = Rows.read(
                Shapes.Coalition.Claim.class,
                (Grid) Formula.shown("{\"Members\",\"Value\";\"A\",1;\"\",\"\";\"B\",2}"),
                Shapes.class);
        assertThat(rows)
                .isEqualTo(Rows.read(
                        Shapes.Coalition.Claim.class,
                        (Grid) Formula.shown("{\"Members\",\"Value\";\"A\",1;\"\",\"\";\"B\",2}"),
                        Shapes.class))
                .isNotEqualTo(Rows.read(
                        Shapes.Coalition.Claim.class,
                        (Grid) Formula.shown("{\"Members\",\"Value\";\"A\",1;\"B\",2}"),
                        Shapes.class))
                .hasToString("a table of 2 rows");
        assertThat(rows.list()).extracting(Row::number).containsExactly(1, 3);
        assertThat(rows.size()).isEqualTo(2);
        assertThat(rows.hashCode()).isNotZero();
    }

    @Test
    void notesTravelBesideTheValue() {
        assertThat(result("=MPM.STAGES({8}, 1)", Links.NONE).notes())
                .containsExactly("The last incomplete cycle is left out.");
        assertThat(result("=MPM.EITHER({1;2;-3})", Links.NONE).notes()).containsExactly("Upper bound.");
    }

    @Test
    void theNeedsOfABatchAreFetchedAtOnceAndOnce() {
        List<Set<Need<?>>> fetched = new ArrayList<>();
        Links links = needs -> {
            fetched.add(new HashSet<>(needs));
            return new Found(Map.of(
                    new StoredChecklist("FY27"),
                    new ChecklistInstance("FY27", Map.of("C01", new Moment(46000))),
                    new MetricDirection("CPL"),
                    Direction.LOWER));
        };
        List<Result> results = new Calculation(shapes, links, Limits.STANDARD)
                .results(
                        List.of(
                                Formula.call("=MPM.STORED(\"FY27\")"),
                                Formula.call("=MPM.STORED({\"FY27\";\"FY28\"})"),
                                Formula.call("=MPM.LIGHT(1, 46388, {1}, {\"CPL\";\"HIGHER\"})")),
                        DateSystem.FROM_1900);
        assertThat(fetched)
                .containsExactly(
                        Set.of(new StoredChecklist("FY27"), new StoredChecklist("FY28"), new MetricDirection("CPL")));
        assertShows(results.get(0).value(), Formula.shown("1"), 0, 0);
        assertShows(results.get(1).value(), Formula.shown("{1;#N/A}"), 0, 0);
        assertShows(results.get(2).value(), Formula.shown("{\"1.0 FRIDAY LOWER\";\"1.0 FRIDAY HIGHER\"}"), 0, 0);
    }

    @Test
    void aBatchWithoutNeedsAsksForNothing() {
        Links none = needs -> {
            throw new AssertionError("Nothing is needed.");
        };
        assertShows(result("=MPM.EITHER(1)", none).value(), Formula.shown("-1"), 0, 0);
    }

    @Test
    void aMetricsDirectionServesInATable() {
        Links links = needs -> new Found(Map.of(new MetricDirection("CPL"), Direction.LOWER));
        Call call =
                Formula.call("=MPM.SCORECARD({\"Metric\",\"Actual\",\"Plan\",\"Direction\";\"Cost\",80,100,\"CPL\"})");
        Result result = new Calculation(Functions.CATALOGUE, links, Limits.STANDARD)
                .results(List.of(call), DateSystem.FROM_1900)
                .get(0);
        assertShows(result.value().cell(1, 3), Cell.of(20), 0, 0);
    }

    @Test
    void aWorkbookThatCountsFrom1904HasItsDatesReadAndAnsweredSo() {
        Call call = Formula.call("=MPM.RAW(1, 445, 2, %d)".formatted(46388 - 1462));
        Result result = new Calculation(shapes, Links.NONE, Limits.STANDARD)
                .results(List.of(call), DateSystem.FROM_1904)
                .get(0);
        assertThat(result.value()).isEqualTo(new Cell.Dated(new Moment(46391)));
        assertThat(DateSystem.FROM_1904.serial(new Moment(46391))).isEqualTo(46391 - 1462);
    }

    @Test
    void aFaultOfOneCallSpoilsNoOtherAndTellsNoFigures() {
        List<Result> results = new Calculation(shapes, Links.NONE, Limits.STANDARD)
                .results(
                        List.of(Formula.call("=MPM.FAULTY(42)"), Formula.call("=MPM.EITHER(1)")), DateSystem.FROM_1900);
        assertThat(results.get(0).value()).isInstanceOfSatisfying(Cell.Failure.class, failure -> {
            assertThat(failure.error()).isEqualTo(CellError.VALUE);
            assertThat(failure.reason()).doesNotContain("42").contains("MPM.FAULTY");
        });
        assertShows(results.get(1).value(), Formula.shown("-1"), 0, 0);
    }

    @Test
    void aCallThatTakesTooLongIsStoppedAndTheNextIsComputed() {
        Limits limits = new Limits(10, 10, Duration.ofMillis(20), Duration.ofSeconds(10));
        List<Result> results = new Calculation(shapes, Links.NONE, limits)
                .results(
                        List.of(Formula.call("=MPM.ENDLESS(9)"), Formula.call("=MPM.EITHER(1)")), DateSystem.FROM_1900);
        assertFails(results.get(0), CellError.NUM, "0.02 seconds");
        assertShows(results.get(1).value(), Formula.shown("-1"), 0, 0);
    }

    @Test
    void callsThatTheTimeOfTheBatchDoesNotReachAnswerNum() {
        Limits limits = new Limits(10, 10, Duration.ofSeconds(10), Duration.ofMillis(20));
        List<Result> results = new Calculation(shapes, Links.NONE, limits)
                .results(Collections.nCopies(3, Formula.call("=MPM.ENDLESS(9)")), DateSystem.FROM_1900);
        assertThat(results).allSatisfy(result -> assertFails(result, CellError.NUM, "0.02 seconds"));
    }

    @Test
    void whatIsTooLargeIsRefusedWithTheLimit() {
        Limits limits = new Limits(3, 4, Duration.ofSeconds(1), Duration.ofSeconds(1));
        assertFails(result("=MPM.STRICT({1;2}, {3;4})", limits), CellError.NUM, "at most 3 are read");
        assertFails(result("=MPM.MANY(5)", limits), CellError.NUM, "at most 4 are given");
        assertThat(result("=MPM.MANY(4)", limits).value().size()).isEqualTo(4);
        assertFails(
                result("=MPM.EITHER({1;2;3})", new Limits(3, 2, Duration.ofSeconds(1), Duration.ofSeconds(1))),
                CellError.NUM,
                "at most 2 are given");
    }

    @Test
    void equalCallsAreEqualRecords() {
        assertThat(new Variance(120, 100, Direction.HIGHER, Variance.Basis.GOOD))
                .isEqualTo(new Variance(120, 100, Direction.HIGHER, Variance.Basis.GOOD));
        Range one = Formula.shown("{1,\"a\";TRUE,#N/A}");
        assertThat(one)
                .isEqualTo(Formula.shown("{1,\"a\";TRUE,#N/A}"))
                .hasSameHashCodeAs(Formula.shown("{1,\"a\";TRUE,#N/A}"));
    }

    @ParameterizedTest
    @CsvSource({"CASCADE.TREE", "cascade.tree", "MPM.CASCADE.TREE", "mpm.Cascade.Tree", "_xldudf_MPM_CASCADE_TREE"})
    void aFunctionIsFoundInEverySpelling(String spelling) {
        assertThat(Functions.CATALOGUE.find(spelling)).map(Definition::name).hasValue("CASCADE.TREE");
    }

    @Test
    void namesThatAreOneToExcelAreRefused() {
        assertThatThrownBy(() -> new Catalogue(List.of(Shapes.class, Shapes.class)))
                .hasMessageContaining("are one name to Excel");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MPM.RAG(A1,B1)+mpm.cascade.tree (C1) | _xldudf_MPM_RAG(A1,B1)+_xldudf_MPM_CASCADE_TREE (C1)",
                "\"MPM.RAG(1)\"&MPM.RAG(1) | \"MPM.RAG(1)\"&_xldudf_MPM_RAG(1)",
                "\"a \"\"MPM.RAG(1)\"\"\" | \"a \"\"MPM.RAG(1)\"\"\"",
                "'MPM.RAG(1)'!A1 | 'MPM.RAG(1)'!A1",
                "XMPM.RAG(1)+my.MPM.RAG(1) | XMPM.RAG(1)+my.MPM.RAG(1)",
                "MPM.RAG | MPM.RAG",
            })
    void typedNamesBecomeStoredOnesOutsideTextAndQuotedNames(String typed, String stored) {
        assertThat(Spelling.storedFormula(typed)).isEqualTo(stored);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "_xldudf_MPM_RAG(A1)+_xldudf_mpm_cascade_tree (C1) | MPM.RAG(A1)+MPM.CASCADE.TREE (C1)",
                "\"_xldudf_MPM_RAG(1)\"&_xldudf_MPM_RAG(1) | \"_xldudf_MPM_RAG(1)\"&MPM.RAG(1)",
                "'_xldudf_MPM_RAG(1)'!A1 | '_xldudf_MPM_RAG(1)'!A1",
                "_xldudf_OTHER_RAG(1) | _xldudf_OTHER_RAG(1)",
            })
    void storedNamesBecomeTypedOnesOutsideTextAndQuotedNames(String stored, String typed) {
        assertThat(Spelling.typedFormula(stored)).isEqualTo(typed);
    }

    @Test
    void theSignatureSaysWhatMayBeLeftOut() {
        assertThat(shapes.find("LIGHT").orElseThrow().signature())
                .isEqualTo("MPM.LIGHT(actual, day, peers, [direction])");
        assertThat(shapes.find("STAGES").orElseThrow().signature()).isEqualTo("MPM.STAGES(values, stages, [headers])");
        assertThat(shapes.find("STAGES").orElseThrow().columns())
                .extracting(ColumnDefinition::name)
                .containsExactly("Period", "Stage 1 … Stage S");
        assertThat(shapes.find("EITHER").orElseThrow().answersRange()).isTrue();
        assertThat(shapes.find("STORED").orElseThrow().parameters().get(0).isRange())
                .isTrue();
    }

    private static void assertFails(Result result, CellError error, String sentence) {
        assertThat(result.value()).isInstanceOfSatisfying(Cell.Failure.class, failure -> {
            assertThat(failure.error()).isEqualTo(error);
            assertThat(failure.reason()).contains(sentence);
        });
    }

    private Result result(String formula, Links links) {
        return new Calculation(shapes, links, Limits.STANDARD)
                .results(List.of(Formula.call(formula)), DateSystem.FROM_1900)
                .get(0);
    }

    private Result result(String formula, Limits limits) {
        return new Calculation(shapes, Links.NONE, limits)
                .results(List.of(Formula.call(formula)), DateSystem.FROM_1900)
                .get(0);
    }
}
