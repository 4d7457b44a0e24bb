package mpm.service.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import mpm.service.packaged.PlanClient.Line;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is handed in is written whole or not at all, once for its key, and never over what somebody else has changed. */
@ClassTemplate
@ExtendWith(EachDatabase.class)
@TestMethodOrder(MethodOrderer.MethodName.class)
class SubmissionsIT {

    private static final String SPEND = "MKT_SPEND";
    private static final String P01 = "FY2027-P01";

    private final PlanClient client;
    private final String scenario;

    /** Every test has a scenario of its own; the organisation is the same. */
    SubmissionsIT(ServiceProcess service, TestInfo test) {
        client = new PlanClient(service);
        scenario = test.getTestMethod().orElseThrow().getName().toUpperCase(java.util.Locale.ROOT);
    }

    @BeforeEach
    void organise() {
        if (client.get("units").ok().path("units").isEmpty()) {
            client.organise();
        }
        client.addScenario(scenario, "PLAN");
    }

    @Test
    void whatIsHandedInStandsThere() {
        client.submit(scenario, line(P01, 41_000.25, 0)).ok();

        JsonNode figure = figure(P01);
        assertThat(figure.path("amount").decimalValue()).isEqualByComparingTo("41000.25");
        assertThat(figure.path("rowVersion").asLong()).isEqualTo(1);
        assertThat(client.verifiedEntries()).isPositive();
    }

    @Test
    void allOrNothing() {
        JsonNode refusal =
                client.submit(scenario, line(P01, 1, 0), line("FY2027", 2, 0)).refused(422);

        assertThat(refusal.at("/outcome/lines").findValuesAsText("status")).containsExactly("STAGED", "NOT A LEAF");
        assertThat(figures()).isEmpty();
    }

    @Test
    void whatCanBeWrittenIsWhereTheSenderSaysSo() {
        JsonNode outcome = client.post(
                        "submissions",
                        Map.of(
                                "key",
                                scenario,
                                "acceptValid",
                                true,
                                "lines",
                                List.of(
                                        line(P01, 1, 0).json(),
                                        line("FY2099-P99", 2, 0).json())))
                .ok();

        assertThat(outcome.path("lines").findValuesAsText("status")).containsExactly("STAGED", "UNKNOWN");
        assertThat(outcome.path("refused").asInt()).isEqualTo(1);
        assertThat(figures()).hasSize(1);
    }

    @Test
    void aDryRunWritesNothing() {
        long before = client.verifiedEntries();

        JsonNode outcome = client.post(
                        "submissions?dryRun=true",
                        Map.of("key", scenario, "lines", List.of(line(P01, 1, 0).json())))
                .ok();

        assertThat(outcome.path("state").asText()).isEqualTo("DRY RUN");
        assertThat(figures()).isEmpty();
        assertThat(client.verifiedEntries()).isEqualTo(before);
    }

    @Test
    void aUnitThatHoldsFiguresGetsNoParts() {
        client.putUnit(scenario, "EMEA", "EUR").ok();
        client.submit(scenario, new Line(scenario, SPEND, scenario, P01, 1, 0)).ok();

        String part = scenario + ".1";
        assertThat(client.putUnit(part, scenario, "EUR")
                        .refused(409)
                        .path("detail")
                        .asText())
                .isEqualTo(
                        "Figures of %s, 1 in number, would count nowhere with %s below it: put both below another unit, or remove the figures first."
                                .formatted(scenario, part));
        assertThat(client.putUnit("BRAND_EMEA", scenario, "EUR")
                        .refused(409)
                        .path("detail")
                        .asText())
                .contains("with BRAND_EMEA below it");

        client.submit(scenario + " removed", new Line(scenario, SPEND, scenario, P01, "#MISSING", 1))
                .ok();
        client.putUnit(part, scenario, "EUR").ok();
        client.putUnit(part, scenario, "EUR").ok();
    }

    @Test
    void sentAgainUnderItsKeyItIsWrittenOnce() {
        JsonNode first = client.submit(scenario, line(P01, 1, 0)).ok();
        JsonNode again = client.submit(scenario, line(P01, 1, 0)).ok();
        client.submit(scenario, line(P01, 2, 0)).refused(422);

        assertThat(again).isEqualTo(first);
        assertThat(figure(P01).path("rowVersion").asLong()).isEqualTo(1);
    }

    @Test
    void ofTwoWhoChangeTheSameFigureTheSecondLearnsOfTheFirst() {
        client.submit(scenario + "1", line(P01, 100, 0)).ok();
        client.submit(scenario + "2", line(P01, 200, 1)).ok();

        JsonNode line =
                client.submit(scenario + "3", line(P01, 300, 1)).refused(409).at("/outcome/lines/0");

        assertThat(line.path("status").asText()).isEqualTo("CHANGED ELSEWHERE");
        assertThat(line.path("before").asText()).isEqualTo("200");
        assertThat(line.path("after").asText()).isEqualTo("300");
        assertThat(line.path("rowVersion").asLong()).isEqualTo(2);
        assertThat(line.path("changedBy").asText()).isEqualTo("local");
        assertThat(line.path("changedAt").asText()).isNotEmpty();
        assertThat(figure(P01).path("amount").asInt()).isEqualTo(200);
    }

    @Test
    void aLinkedWorkbookKnowsWhatItHasRead() {
        client.submit(scenario + "1", line(P01, 100, 0)).ok();
        Map<String, Object> link = Map.of("bindings", List.of(binding("B2", "IN")));
        link(link);
        assertThat(put(200)).isEqualTo("STAGED");

        client.submit(scenario + "2", line(P01, 150, 1)).ok();
        assertThat(put(200)).isEqualTo("CHANGED ELSEWHERE");
        assertThat(client.call("PUT", 200, SPEND, "DEMAND_EMEA", P01, scenario)
                        .path("value")
                        .asText())
                .as("in no workbook")
                .isEqualTo("STAGED");
        client.post("submissions", fromWorkbook(3, 200)).refused(409);

        link(link);
        assertThat(put(200)).isEqualTo("STAGED");
        client.post("submissions", fromWorkbook(4, 200)).ok();
        assertThat(put(300)).as("after its own submission").isEqualTo("STAGED");
        client.post("submissions", fromWorkbook(5, 300)).ok();
    }

    @Test
    void aLinkedWorkbookThatHasReadThatNothingStandsMayEnterThere() {
        Map<String, Object> link = Map.of("bindings", List.of(binding("B2", "IN")));
        link(link);
        assertThat(put(200)).as("nothing ever stood there").isEqualTo("STAGED");
        client.post("submissions", fromWorkbook(1, 200)).ok();

        client.submit(scenario + "2", line(P01, "#MISSING", 1)).ok();
        assertThat(put(300)).as("it has read what was removed").isEqualTo("CHANGED ELSEWHERE");
        link(link);
        assertThat(put(300)).as("it has read that it was removed").isEqualTo("STAGED");
    }

    @Test
    void aNoteHasAVersionOfItsOwn() {
        client.submit(scenario + "1", line(P01, 100, 0)).ok();
        client.submit(scenario + "2", line(P01, 150, 1)).ok();
        link(Map.of("bindings", List.of(binding("B2", "IN"), with(binding("C2", "IN"), Map.of("note", true)))));
        assertThat(linked().path("state").asText()).isEqualTo("IN_SYNC");
        assertThat(linked().at("/bindings/1/note").asBoolean()).isTrue();
        assertThat(put(200)).isEqualTo("STAGED");
        assertThat(putNote("Mine")).isEqualTo("STAGED");

        client.submit(scenario + "3", note("Theirs")).ok();
        assertThat(putNote("Mine")).isEqualTo("CHANGED ELSEWHERE");
        assertThat(put(200)).as("the figure is what it was").isEqualTo("STAGED");
        assertThat(linked().path("state").asText()).isEqualTo("IN_SYNC");
    }

    @Test
    void whatIsNotSaidOfAWorkbookAnewStays() {
        link(Map.of("name", "Plan.xlsx", "template", "Finance link", "bindings", List.of(binding("B2", "OUT"))));
        JsonNode before = linked();
        link(Map.of());
        JsonNode after = linked();
        assertThat(after.path("lastRefresh").asText())
                .isGreaterThan(before.path("lastRefresh").asText());
        for (String said : List.of("name", "template", "bindings", "fingerprint")) {
            assertThat(after.path(said)).as(said).isEqualTo(before.path(said));
        }
        link(Map.of("name", "Budget.xlsx"));
        assertThat(linked().path("name").asText()).isEqualTo("Budget.xlsx");
        assertThat(linked().path("template").asText()).isEqualTo("Finance link");
    }

    @Test
    void whatACellShowsHasBeenReadForItAndNotForWhoEntersElsewhere() {
        client.submit(scenario + "1", line(P01, 100, 0)).ok();
        Map<String, Object> entering = with(binding("B2", "IN"), Map.of("lastRead", 1));
        client.submit(scenario + "2", line(P01, 150, 1)).ok();
        link(Map.of("bindings", List.of(entering, binding("A2", "OUT"))));
        assertThat(linked().path("state").asText()).isEqualTo("IN_SYNC");
        assertThat(put(200)).isEqualTo("CHANGED ELSEWHERE");
    }

    private Map<String, Object> binding(String cell, String direction) {
        Map<String, Object> place = Map.of("sheet", "Plan", "cell", cell, "direction", direction);
        return with(line(P01, 0, 0).json(), place, "value", "seen");
    }

    private void link(Map<String, Object> document) {
        client.put("workbooks/linked/" + scenario, document).ok();
    }

    private JsonNode linked() {
        return client.get("workbooks/linked/" + scenario).ok();
    }

    private String putNote(String text) {
        return client.callFrom(scenario, "PUT.NOTE", text, SPEND, "DEMAND_EMEA", P01, scenario)
                .path("value")
                .asText();
    }

    private String put(int value) {
        return client.callFrom(scenario, "PUT", value, SPEND, "DEMAND_EMEA", P01, scenario)
                .path("value")
                .asText();
    }

    private Map<String, Object> fromWorkbook(int number, int value) {
        return Map.of(
                "key",
                scenario + number,
                "workbook",
                scenario,
                "lines",
                List.of(with(line(P01, value, 0).json(), Map.of(), "seen")));
    }

    @Test
    void whatWasRemovedIsMissingAndItsVersionCountsOn() {
        client.submit(scenario + "1", line(P01, 100, 0)).ok();
        client.submit(scenario + "2", line(P01, "#MISSING", 1)).ok();
        assertThat(figures()).isEmpty();

        client.submit(scenario + "3", line(P01, 5, 1)).refused(409);
        client.submit(scenario + "4", line(P01, 5, 0)).ok();

        assertThat(figure(P01).path("rowVersion").asLong()).isEqualTo(3);
    }

    @Test
    void ofManyWhoChangeTheSameFigureAtOnceOneSucceeds() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        int succeeded = 0;
        try {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int index = 0; index < 16; index++) {
                int each = index;
                answers.add(threads.submit(
                        () -> client.submit(scenario + each, line(P01, each, 0)).status()));
            }
            for (Future<Integer> each : answers) {
                succeeded += each.get() == 201 ? 1 : 0;
            }
        } finally {
            threads.shutdown();
        }

        assertThat(succeeded).isEqualTo(1);
        assertThat(client.verifiedEntries()).isPositive();
    }

    @Test
    void approvedItStandsAndRejectedItIsTakenBack() {
        client.submit(scenario + "1", line(P01, 100, 0)).ok();
        long second = client.submit(scenario + "2", line(P01, 200, 1), line("FY2027-P02", 7, 0))
                .ok()
                .path("id")
                .asLong();

        client.post("submissions/" + second + "/reject", Map.of()).refused(422);
        client.post("submissions/" + second + "/reject", Map.of("reason", "Agreed otherwise"))
                .ok();
        client.post("submissions/" + second + "/approve", Map.of()).refused(409);

        assertThat(figures()).hasSize(1);
        assertThat(figure(P01).path("amount").asInt()).isEqualTo(100);
        assertThat(figure(P01).path("rowVersion").asLong()).isEqualTo(3);
    }

    @Test
    void closedItTakesNothingUntilItIsReopenedForAReason() {
        lock("LOCKED", "Board").ok();
        JsonNode refusal = client.submit(scenario + "1", line(P01, 1, 0)).refused(422);
        assertThat(refusal.at("/outcome/lines/0/status").asText()).isEqualTo("LOCKED");

        lock("OPEN", "").refused(422);
        lock("OPEN", "A late invoice").ok();

        client.submit(scenario + "2", line(P01, 1, 0)).ok();
        JsonNode entry =
                client.get("audit?object=" + scenario + "/EMEA/" + P01).ok().at("/entries/0");
        assertThat(entry.path("after").asText()).isEqualTo("OPEN: A late invoice");
    }

    @Test
    void aYearThatIsLockedIsFrozenAndGoesOnInANewVersion() {
        client.submit(scenario + "1", line(P01, 1, 0)).ok();
        Map<String, Object> year = Map.of("scenario", scenario, "org", "MKT", "period", "FY2027");
        client.post("locks", with(year, Map.of("state", "LOCKED"))).ok();
        assertThat(versions().findValuesAsText("frozenAt")).hasSize(1);

        client.post("locks", with(year, Map.of("state", "OPEN", "reason", "Second half")))
                .ok();

        assertThat(versions()).hasSize(2);
        client.submit(scenario + "2", line(P01, 2, 1)).ok();
        JsonNode differences = client.get("scenarios/" + scenario + "/compare?before=1&after=2")
                .ok()
                .path("differences");
        assertThat(differences).hasSize(1);
        assertThat(differences.at("/0/before").asInt()).isEqualTo(1);
        assertThat(differences.at("/0/after").asInt()).isEqualTo(2);
    }

    @Test
    void aCopyTimesAFactorAndIntoAnotherYear() {
        client.submit(scenario + "1", line(P01, 100, 0), line("FY2027-P12", 33.33, 0))
                .ok();

        Map<String, Object> copy = Map.of("code", scenario + "35", "year", 2035, "from", scenario, "factor", 1.1);
        client.post("scenarios", copy).refused(422);
        client.post("periods/years", Map.of("year", 2035)).ok();
        client.post("scenarios", copy).ok();

        JsonNode copied = client.figures(scenario + "35", List.of(SPEND), List.of("MKT"), List.of("FY2035"));
        assertThat(copied.findValuesAsText("period")).containsExactlyInAnyOrder("FY2035-P01", "FY2035-P12");
        assertThat(copied.findValuesAsText("amount")).containsExactlyInAnyOrder("110.0", "36.66");
    }

    @Test
    void aNewRateTranslatesWhatWasHandedIn() {
        client.submit(scenario, new Line(scenario, SPEND, "DEMAND_AMER", "FY2027-P05", 1_000, 0))
                .ok();
        assertThat(american().path("groupAmount").asInt()).isEqualTo(900);

        budget("0.91");
        assertThat(american().path("groupAmount").asInt()).isEqualTo(910);
        JsonNode entries = client.get("audit?object=" + scenario + "/1/MKT_SPEND/DEMAND_AMER/FY2027-P05")
                .ok()
                .path("entries");
        assertThat(entries.findValuesAsText("action")).containsExactly("TRANSLATE", "SUBMIT", "SUBMIT");

        budget("0.90");
    }

    @Test
    void whatIsClosedOrRetiredKeepsItsFiguresAndTakesNoOthers() {
        putUnit("OLD_AMER", Map.of());
        putMetrics(true);
        client.submit(
                        scenario + "1",
                        new Line(scenario, SPEND, "OLD_AMER", P01, 100, 0),
                        new Line(scenario, "OLD_LEADS", "OLD_AMER", P01, 4, 0),
                        new Line(scenario, SPEND, "OLD_AMER", "FY2027-P05", 50, 0))
                .ok();

        putUnit("OLD_AMER", Map.of("validTo", "2026-07-31"));
        putUnit("NEW_AMER", Map.of("validFrom", "2027-01-01"));
        putMetrics(false);

        assertThat(value("GET", SPEND, "AMER", "FY2027", scenario)).isEqualTo("150");
        assertThat(value("GET", "OLD_CPL", "AMER", P01, scenario)).isEqualTo("25");
        client.submit(scenario + "2", new Line(scenario, SPEND, "NEW_AMER", "FY2027-P07", 7, 0))
                .ok();
        JsonNode refused = client.submit(
                        scenario + "3",
                        new Line(scenario, SPEND, "OLD_AMER", "FY2027-P02", 1, 0),
                        new Line(scenario, SPEND, "NEW_AMER", "FY2027-P06", 1, 0),
                        new Line(scenario, "OLD_LEADS", "DEMAND_AMER", P01, 1, 0))
                .refused(422)
                .at("/outcome/lines");
        assertThat(refused.findValuesAsText("status")).containsOnly("INVALID");
        assertThat(refused.findValuesAsText("reason"))
                .containsExactly(
                        "OLD_AMER takes nothing for FY2027-P02: OLD_AMER is there until 2026-07-31.",
                        "NEW_AMER takes nothing for FY2027-P06: NEW_AMER is there from 2027-01-01.",
                        "OLD_LEADS is retired, so nothing of it is entered any more: what stands there stays.");

        // What was planned for later is taken away, rates change and versions open as ever.
        client.submit(scenario + "4", new Line(scenario, SPEND, "OLD_AMER", "FY2027-P05", "#MISSING", 1))
                .ok();
        budget("0.91");
        assertThat(value("GET", SPEND, "OLD_AMER", P01, scenario, null, "GROUP"))
                .isEqualTo("91");
        budget("0.90");
        client.post("scenarios/" + scenario + "/versions", Map.of()).ok();
        assertThat(value("GET", SPEND, "AMER", "FY2027", scenario)).isEqualTo("107");
        client.post("periods/years", Map.of("year", 2028)).ok();
        client.post("scenarios", Map.of("code", scenario + "28", "year", 2028, "from", scenario))
                .ok();
        assertThat(value("GET", SPEND, "AMER", "FY2028", scenario + "28")).isEqualTo("7");
        JsonNode spend = client.post("scenarios/roll-forward", Map.of("from", scenario, "code", scenario + "ROLL"))
                .ok()
                .at("/totals/0");
        assertThat(List.of(spend.path("before").asInt(), spend.path("after").asInt()))
                .as("what was there only in the old year is said, not carried")
                .containsExactly(107, 7);
    }

    private void putUnit(String code, Map<String, Object> validity) {
        client.put(
                        "units",
                        Map.of(
                                "units",
                                List.of(with(
                                        Map.of("code", code, "name", code, "parent", "AMER", "currency", "USD"),
                                        validity))))
                .ok();
    }

    private void putMetrics(boolean isActive) {
        Map<String, Object> ratio = Map.of(
                "code",
                "OLD_CPL",
                "unit",
                "MONEY",
                "overTime",
                "RATIO",
                "overUnits",
                "RATIO",
                "numerator",
                SPEND,
                "denominator",
                "OLD_LEADS");
        client.put("metrics", Map.of("metrics", List.of(Map.of("code", "OLD_LEADS", "isActive", isActive), ratio)))
                .ok();
    }

    private void budget(String rate) {
        client.put("rates", Map.of("rates", List.of(PlanClient.rate("BUDGET", rate))))
                .ok();
    }

    private String value(String function, @org.jspecify.annotations.Nullable Object... arguments) {
        return client.call(function, arguments).path("value").asText();
    }

    @Test
    void whatStandsInAFrozenVersionIsNotRejectedAnyMore() {
        long id = client.submit(scenario, line(P01, 1, 0)).ok().path("id").asLong();
        turnYear("LOCKED");
        turnYear("OPEN");

        assertThat(reject(id).refused(409).path("detail").asText())
                .isEqualTo(
                        "%s/1/MKT_SPEND/DEMAND_EMEA/FY2027-P01 belongs to version 1, and version 2 counts now: submit what shall stand there instead."
                                .formatted(scenario));
        assertThat(client.get("scenarios/" + scenario + "/compare?before=1&after=2")
                        .ok()
                        .path("differences"))
                .isEmpty();
    }

    private PlanClient.Answer reject(long id) {
        return client.post("submissions/" + id + "/reject", Map.of("reason", "Agreed otherwise"));
    }

    private void turnYear(String state) {
        client.post(
                        "locks",
                        Map.of(
                                "scenario",
                                scenario,
                                "org",
                                "MKT",
                                "period",
                                "FY2027",
                                "state",
                                state,
                                "reason",
                                "Second half"))
                .ok();
    }

    @Test
    void aReopenedYearKnowsWhatItsReadersHaveSeen() {
        client.submit(scenario + "1", line(P01, 1, 0), line("FY2027-P02", 5, 0)).ok();
        client.submit(scenario + "2", line(P01, 2, 1), line("FY2027-P02", "#MISSING", 1))
                .ok();
        turnYear("LOCKED");
        turnYear("OPEN");

        assertThat(figure(P01).path("rowVersion").asLong()).isEqualTo(2);
        JsonNode late = client.submit(scenario + "3", line(P01, 3, 1)).refused(409);
        assertThat(late.at("/outcome/lines/0/before").asText()).isEqualTo("2");
        client.submit(scenario + "4", line(P01, 3, 2), line("FY2027-P02", 6, 2)).ok();
        assertThat(figure("FY2027-P02").path("rowVersion").asLong()).isEqualTo(3);
    }

    @Test
    void aLinkedWorkbookGoesOnInTheNewVersion() {
        client.submit(scenario + "1", line(P01, 100, 0)).ok();
        link(Map.of("bindings", List.of(binding("B2", "BOTH"))));
        client.post("scenarios/" + scenario + "/versions", Map.of()).ok();
        assertThat(put(200)).isEqualTo("STAGED");

        client.submit(scenario + "2", line(P01, 150, 1)).ok();
        assertThat(put(200)).isEqualTo("CHANGED ELSEWHERE");
        assertThat(linked().path("state").asText()).isEqualTo("BEHIND");
    }

    @Test
    void aNewVersionKeepsTheNotes() {
        client.submit(scenario + "1", note("Agreed in May")).ok();
        client.post("scenarios/" + scenario + "/versions", Map.of()).ok();

        assertThat(client.submit(scenario + "2", note("Agreed in May"))
                        .ok()
                        .at("/lines/0/status")
                        .asText())
                .isEqualTo("IN SYNC");
        assertThat(client.submit(scenario + "3", note("Agreed in June"))
                        .refused(409)
                        .at("/outcome/lines/0/rowVersion")
                        .asLong())
                .as("it has been read before")
                .isEqualTo(1);
    }

    private Line note(String text) {
        return new Line(scenario, SPEND, "DEMAND_EMEA", P01, text, 0, true);
    }

    @Test
    void aPartIsReopenedWhereItWasClosedWithTheWhole() {
        lock("LOCKED", "Board").ok();
        Map<String, Object> part = Map.of(
                "scenario", scenario, "org", "DEMAND_EMEA", "period", P01, "state", "OPEN", "reason", "A late invoice");

        assertThat(client.post("locks", part).refused(409).path("detail").asText())
                .isEqualTo("DEMAND_EMEA is closed in FY2027-P01 with all of EMEA: reopen it there.");

        lock("OPEN", "A late invoice").ok();
        client.post("locks", part).ok();
    }

    @Test
    void aNewRateLeavesWhatIsLockedAsItWasAgreed() {
        Map<String, Object> lock = Map.of("scenario", scenario, "org", "AMER", "period", "FY2027-P05");
        client.submit(scenario, new Line(scenario, SPEND, "DEMAND_AMER", "FY2027-P05", 1_000, 0))
                .ok();
        client.post("scenarios/" + scenario + "/versions/1/freeze", Map.of()).ok();
        client.post("scenarios/" + scenario + "/versions", Map.of()).ok();
        client.post("locks", with(lock, Map.of("state", "LOCKED"))).ok();

        budget("0.91");
        assertThat(american().path("groupAmount").asInt()).isEqualTo(900);

        client.post("locks", with(lock, Map.of("state", "OPEN", "reason", "New rates")))
                .ok();
        assertThat(american().path("groupAmount").asInt()).isEqualTo(910);
        assertThat(value("GET", SPEND, "DEMAND_AMER", "FY2027-P05", scenario, 1, "GROUP"))
                .as("in the frozen version")
                .isEqualTo("900");
        budget("0.90");
    }

    @Test
    void whatIsNotWrittenIsAnsweredWithWhatStands() {
        JsonNode twice = client.submit(scenario + "1", line(P01, 5, 0), line(P01, 5, 0), note("As agreed"))
                .ok();
        assertThat(twice.findValuesAsText("status")).containsOnly("STAGED");
        assertThat(twice.findValuesAsText("rowVersion")).containsExactly("1", "1", "1");
        assertThat(twice.findValuesAsText("before")).isEmpty();

        JsonNode again = client.submit(scenario + "2", line(P01, 5, 0)).ok().at("/lines/0");
        assertThat(again.path("status").asText()).isEqualTo("IN SYNC");
        assertThat(again.path("rowVersion").asLong()).isEqualTo(1);
    }

    @Test
    void aTextThatIsTooLongRefusesItsLineAlone() {
        JsonNode outcome = client.post(
                        "submissions",
                        Map.of(
                                "key",
                                scenario,
                                "acceptValid",
                                true,
                                "lines",
                                List.of(
                                        line(P01, 1, 0).json(),
                                        with(line("FY2027-P02", 2, 0).json(), Map.of("comment", "x".repeat(2_001))),
                                        line("FY2027-P03", "y".repeat(3_000), 0).json(),
                                        note("z".repeat(3_000)).json())))
                .ok();

        assertThat(outcome.path("lines").findValuesAsText("status"))
                .containsExactly("STAGED", "INVALID", "INVALID", "INVALID");
        assertThat(figures()).hasSize(1);
    }

    @Test
    void fiveHundredFiguresGoInAtOnce() {
        List<String> metrics = new ArrayList<>();
        client.get("metrics").ok().path("metrics").forEach(metric -> {
            if (!metric.path("overTime").asText().equals("RATIO")) {
                metrics.add(metric.path("code").asText());
            }
        });
        List<Line> lines = IntStream.range(0, 500)
                .mapToObj(index -> new Line(
                        scenario,
                        metrics.get(index % 30),
                        index / 30 % 2 == 0 ? "DEMAND_EMEA" : "DEMAND_AMER",
                        "FY2027-P%02d".formatted(index / 60 + 1),
                        index,
                        0))
                .toList();
        long begun = System.nanoTime();

        assertThat(client.submit(scenario, lines).ok().path("accepted").asInt()).isEqualTo(500);

        System.out.printf("500 figures submitted in %d ms%n", (System.nanoTime() - begun) / 1_000_000);
    }

    private Line line(String period, Object value, long seen) {
        return new Line(scenario, SPEND, "DEMAND_EMEA", period, value, seen);
    }

    private PlanClient.Answer lock(String state, String reason) {
        return client.post(
                "locks", Map.of("scenario", scenario, "org", "EMEA", "period", P01, "state", state, "reason", reason));
    }

    private JsonNode figures() {
        return client.figures(scenario, List.of(SPEND), List.of("EMEA"), List.of("FY2027"));
    }

    private JsonNode figure(String period) {
        return client.figures(scenario, List.of(SPEND), List.of("DEMAND_EMEA"), List.of(period))
                .path(0);
    }

    private JsonNode american() {
        return client.figures(scenario, List.of(SPEND), List.of("AMER"), List.of("FY2027"))
                .path(0);
    }

    private JsonNode versions() {
        for (JsonNode each : client.get("scenarios").ok().path("scenarios")) {
            if (each.path("code").asText().equals(scenario)) {
                return each.path("versions");
            }
        }
        throw new AssertionError("There is no scenario " + scenario);
    }

    private static Map<String, Object> with(Map<String, Object> some, Map<String, Object> more, String... without) {
        Map<String, Object> all = new java.util.HashMap<>(some);
        all.putAll(more);
        all.keySet().removeAll(List.of(without));
        return all;
    }
}
