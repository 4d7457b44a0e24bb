package mpm.functions;

import static mpm.catalogue.ShownRange.assertShows;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mpm.catalogue.Calculation;
import mpm.catalogue.Call;
import mpm.catalogue.Formula;
import mpm.catalogue.Limits;
import mpm.catalogue.Result;
import mpm.cell.Cell;
import mpm.cell.DateSystem;
import mpm.cell.Moment;
import mpm.cell.Range;
import mpm.link.ChecklistInstance;
import mpm.link.Found;
import mpm.link.KnownMembers;
import mpm.link.Links;
import mpm.link.StoredChecklist;
import mpm.plan.SamplePlan;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The edge cases that the specification states in words. */
class FunctionsAnswerTest {

    @ParameterizedTest
    @CsvFileSource(resources = "/edge-cases.psv", delimiter = '|', numLinesToSkip = 1)
    void edgeCasesAnswerAsSpecified(String formula, String shows) {
        assertShows(result(formula, Links.NONE).value(), Formula.shown(shows), 1e-9, 0);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/edge-sentences.psv", delimiter = '|', numLinesToSkip = 1)
    void faultsAreNamedInASentence(String formula, String sentence) {
        assertThat(result(formula, Links.NONE).value())
                .isInstanceOfSatisfying(
                        Cell.Failure.class,
                        failure -> assertThat(failure.reason()).isEqualTo(sentence));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=MPM.MONTECARLO(\"x\", {\"Name\",\"Dist\",\"P1\",\"P2\";\"x\",\"NORMAL\",0,1}, 1000000)",
                "=MPM.BACKTEST({%s}, 1, 12, \"ETS\", 100)"
            })
    void whatTakesTooLongIsStopped(String formula) {
        String values = IntStream.range(0, 200)
                .mapToObj(period -> "" + (100 + period * 37 % 61))
                .collect(Collectors.joining(";"));
        Limits limits = new Limits(1000, 1000, Duration.ofMillis(5), Duration.ofMinutes(1));
        Range answer = new Calculation(Functions.CATALOGUE, Links.NONE, limits)
                .results(List.of(Formula.call(formula.replace("%s", values))), DateSystem.FROM_1900)
                .get(0)
                .value();
        // A table of models says it in the row of the model that took too long.
        assertThat(answer.cell(answer.rows() - 1, Math.min(1, answer.columns() - 1)))
                .isInstanceOfSatisfying(
                        Cell.Failure.class,
                        failure -> assertThat(failure.reason()).contains("stopped after 0.005 seconds"));
    }

    /** Those of the data link, as a planner of the sample company's region EMEA is answered. */
    @ParameterizedTest
    @CsvFileSource(resources = "/data-link-cases.psv", delimiter = '|', numLinesToSkip = 1)
    void planDataAnswerAsSpecified(String formula, String shows, @Nullable String sentence) {
        Range answer = result(formula, SamplePlan.links()).value();
        assertShows(answer, Formula.shown(shows), 1e-9, 0);
        assertThat(answer.cell(0) instanceof Cell.Failure failure ? failure.reason() : null)
                .isEqualTo(sentence);
    }

    @Test
    void aThousandFiguresAreFetchedInTwoRounds() {
        List<Integer> rounds = new ArrayList<>();
        Links counted = needs -> {
            rounds.add(needs.size());
            return SamplePlan.links().find(needs);
        };
        List<Call> calls = IntStream.range(0, 1000)
                .mapToObj(call -> Formula.call("=MPM.GET(\"%s\", \"%s\", \"FY2027-P0%d\", \"%s\")"
                        .formatted(
                                call % 2 == 0 ? "LEADS" : "COST_PER_LEAD",
                                call % 3 == 0 ? "MKT" : "EMEA",
                                call % 8 + 1,
                                call % 5 == 0 ? "PLAN" : "ACTUAL")))
                .toList();
        List<Result> results =
                new Calculation(Functions.CATALOGUE, counted, Limits.STANDARD).results(calls, DateSystem.FROM_1900);
        assertThat(results).allMatch(result -> result.value() instanceof Cell.Numeric);
        assertThat(rounds).hasSize(2).startsWith(1);
    }

    @Test
    void aPageHasFiveHundredRows() {
        String units = IntStream.range(0, 501).mapToObj(unit -> "\"EMEA\"").collect(Collectors.joining(";", "{", "}"));
        String formula = "=MPM.GET.GRID(\"LEADS\", %s, {\"FY2027-P01\",\"FY2027-P02\"}, \"ACTUAL\", , , , , %d)";
        Range first = result(formula.formatted(units, 1), SamplePlan.links()).value();
        assertThat(first.rows()).isEqualTo(502);
        assertShows(first.cell(501, 0), Cell.of("PAGE"), 0, 0);
        assertShows(first.cell(501, 1), Cell.of("1 of 2"), 0, 0);
        assertShows(
                result(formula.formatted(units, 2), SamplePlan.links()).value(),
                Formula.shown(
                        "{\"Metric\",\"Org\",\"FY2027-P01\",\"FY2027-P02\";\"LEADS\",\"EMEA\",565,477;\"PAGE\",\"2 of 2\",\"\",\"\"}"),
                0,
                0);
    }

    @Test
    void whoeverIsNotSignedInIsToldSo() {
        assertThat(result("=MPM.GET(\"LEADS\", \"EMEA\", \"FY2027\", \"ACTUAL\")", Links.NONE)
                        .value())
                .isInstanceOfSatisfying(
                        Cell.Failure.class,
                        failure -> assertThat(failure.reason()).startsWith("Not signed in"));
        assertShows(
                result("=MPM.PUT(, \"LEADS\", \"EMEA\", \"FY2027\", \"PLAN\")", Links.NONE)
                        .value(),
                Cell.blank(),
                0,
                0);
    }

    @Test
    void aStoredChecklistKnowsWhatIsDone() {
        Links links = needs -> {
            assertThat(needs).containsExactly(new StoredChecklist("FY27"));
            return new Found(Map.of(
                    new StoredChecklist("FY27"),
                    new ChecklistInstance("FY27", Map.of("C38", new Moment(46000), "C39", new Moment(46300)))));
        };
        assertShows(
                result("=MPM.CHECKLIST(DATE(2026,7,1), DATE(2026,6,22), \"Phase=5 launch\", \"fy27 \", , FALSE)", links)
                        .value()
                        .cell(0, 8),
                Cell.of("DONE"),
                0,
                0);
        assertThat(statuses("DATE(2026,6,22)", links)).containsExactly("DONE", "THIS WEEK", "AHEAD");
        assertThat(statuses("DATE(2026,6,25)", links)).containsExactly("DONE", "OVERDUE", "AHEAD");
        assertThat(statuses("DATE(2026,12,1)", links)).containsExactly("DONE", "DONE", "OVERDUE");
        assertThat(statuses("", links)).containsExactly("DONE", "DONE", "");
    }

    @Test
    void membersAreCheckedWhereTheyAreKnown() {
        KnownMembers partners = new KnownMembers(KnownMembers.Kind.PARTNER);
        Links links = needs -> {
            assertThat(needs).containsExactly(partners);
            return new Found(Map.of(partners, Set.of("KESTREL", "OSIER")));
        };
        assertShows(
                result(
                                "=MPM.VALIDATE({\"Partner\";\" kestrel\";\"Merlin\";\"\"},"
                                        + "{\"Column\",\"Rule\",\"P1\",\"Severity\";\"Partner\",\"MEMBER\",\"partner\",\"warning\"},,,FALSE)",
                                links)
                        .value(),
                Formula.shown("{2,\"Partner\",\"MEMBER\",\"Merlin\",\"WARNING\",\"unknown member\"}"),
                0,
                0);
    }

    @Test
    void aMetricThatLeavesTheTotalIsNoted() {
        assertThat(result("=MPM.SCORECARD({\"Metric\",\"Actual\",\"Plan\";\"Leads\",5,0;\"Logos\",2,1})", Links.NONE)
                        .notes())
                .containsExactly("Leads is left out of the total: Nothing was planned, so nothing can be attained.");
    }

    private static List<String> statuses(String asOf, Links links) {
        var table = result("=MPM.CHECKLIST(DATE(2026,7,1), %s, \"Launch\", \"FY27\", , FALSE)".formatted(asOf), links)
                .value();
        return List.of(
                table.cell(0, 8).shown(),
                table.cell(1, 8).shown(),
                table.cell(2, 8).shown());
    }

    private static Result result(String formula, Links links) {
        return new Calculation(Functions.CATALOGUE, links, Limits.STANDARD)
                .results(List.of(Formula.call(formula)), DateSystem.FROM_1900)
                .get(0);
    }
}
