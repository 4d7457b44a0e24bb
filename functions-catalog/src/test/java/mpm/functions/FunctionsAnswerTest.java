package mpm.functions;

import static mpm.catalogue.ShownRange.assertShows;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mpm.catalogue.Calculation;
import mpm.catalogue.Formula;
import mpm.catalogue.Limits;
import mpm.catalogue.Result;
import mpm.cell.Cell;
import mpm.cell.DateSystem;
import mpm.cell.Moment;
import mpm.link.ChecklistInstance;
import mpm.link.Found;
import mpm.link.KnownMembers;
import mpm.link.Links;
import mpm.link.StoredChecklist;
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
        assertThat(new Calculation(Functions.CATALOGUE, Links.NONE, limits)
                        .results(List.of(Formula.call(formula.replace("%s", values))), DateSystem.FROM_1900)
                        .get(0)
                        .value())
                .isInstanceOfSatisfying(
                        Cell.Failure.class,
                        failure -> assertThat(failure.reason()).contains("stopped after 0.005 seconds"));
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
