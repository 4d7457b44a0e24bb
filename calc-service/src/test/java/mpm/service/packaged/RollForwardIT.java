package mpm.service.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import mpm.service.packaged.PlanClient.Line;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A year of 52 weeks becomes one of 53 and that one of 52 again, and no total changes. */
@ClassTemplate
@ExtendWith(EachDatabase.class)
class RollForwardIT {

    private static final String UNIT = "DEMAND_EMEA";

    /** Of 4-4-5 weeks each quarter: a hundred a week. */
    private static final List<Integer> SPEND = List.of(400, 400, 500, 400, 400, 500, 400, 400, 500, 400, 400, 500);

    @Test
    void noWeekIsLostNorMoneyInIt(RunningService.Empty database, @TempDir Path directory) {
        Map<String, String> settings = new HashMap<>(database.settings());
        settings.put("mpm.data-directory", directory.resolve("data").toString());
        try (ServiceProcess service = ServiceProcess.ready(directory, settings)) {
            PlanClient client = new PlanClient(service);
            client.organise("WEEKS_445");
            for (int year = 2028; year <= 2030; year++) {
                client.post("periods/years", Map.of("year", year)).ok();
            }
            client.post("scenarios", Map.of("code", "PLAN28", "kind", "PLAN", "year", 2028))
                    .ok();
            enter(client);

            JsonNode rolled = rolled(client, Map.of("from", "PLAN28", "code", "PLAN29"));
            assertThat(rolled.path("weeks").asInt()).isEqualTo(52);
            assertThat(rolled.path("nextWeeks").asInt()).isEqualTo(53);
            assertThat(rolled.path("figures").asInt()).isEqualTo(36);
            assertThat(value(client, "MKT_SPEND", "FY2029", "PLAN29")).isEqualByComparingTo("5200");
            assertThat(value(client, "LEADS", "FY2029", "PLAN29")).isEqualByComparingTo("84");
            assertThat(value(client, "HEADCOUNT", "FY2029", "PLAN29")).isEqualByComparingTo("12");
            // The last period has six weeks, so it holds more than the others, and each of them less than before.
            assertThat(value(client, "MKT_SPEND", "FY2029-P12", "PLAN29")).isEqualByComparingTo("588.68");
            assertThat(value(client, "MKT_SPEND", "FY2029-P01", "PLAN29")).isBetween(cents("392.45"), cents("392.46"));

            JsonNode again = rolled(client, Map.of("from", "PLAN29", "code", "PLAN30"));
            assertThat(again.path("weeks").asInt()).isEqualTo(53);
            assertThat(again.path("nextWeeks").asInt()).isEqualTo(52);
            again.path("totals")
                    .forEach(total -> assertThat(total.path("after").decimalValue())
                            .as(total.toString())
                            .isEqualByComparingTo(total.path("before").decimalValue()));
            assertThat(value(client, "MKT_SPEND", "FY2030-P12", "PLAN30")).isBetween(cents("499.98"), cents("500.02"));
            assertThat(value(client, "MKT_SPEND", "FY2030", "PLAN30")).isEqualByComparingTo("5200");

            whatAWeekHoldsMayStayInstead(client);
            whatIsTakenCanBeChosen(client);
            whatMakesNoSenseIsRefused(client);
            client.verifiedEntries();
        }
    }

    private static void whatAWeekHoldsMayStayInstead(PlanClient client) {
        rolled(client, Map.of("from", "PLAN28", "code", "RATE29", "weeks", "RATES"));
        assertThat(value(client, "MKT_SPEND", "FY2029", "RATE29")).isEqualByComparingTo("5300");
        assertThat(value(client, "MKT_SPEND", "FY2029-P12", "RATE29")).isEqualByComparingTo("600");
        rolled(client, Map.of("from", "RATE29", "code", "RATE30", "weeks", "RATES"));
        assertThat(value(client, "MKT_SPEND", "FY2030", "RATE30")).isEqualByComparingTo("5200");
    }

    private static void whatIsTakenCanBeChosen(PlanClient client) {
        rolled(
                client,
                Map.of(
                        "from",
                        "PLAN28",
                        "code",
                        "MORE29",
                        "org",
                        "EMEA",
                        "metrics",
                        List.of("MKT_SPEND", "LEADS"),
                        "factor",
                        1.1,
                        "factors",
                        Map.of("LEADS", 2)));
        assertThat(value(client, "MKT_SPEND", "FY2029", "MORE29")).isEqualByComparingTo("5720");
        assertThat(value(client, "LEADS", "FY2029", "MORE29")).isEqualByComparingTo("168");
        assertThat(client.figures("MORE29", List.of("HEADCOUNT"), List.of("MKT"), List.of("FY2029")))
                .isEmpty();
        assertThat(rolled(client, Map.of("from", "PLAN28", "code", "NONE29", "org", "AMER"))
                        .path("figures")
                        .asInt())
                .isZero();
    }

    private static void whatMakesNoSenseIsRefused(PlanClient client) {
        client.post("scenarios/roll-forward", Map.of("from", "PLAN28", "code", "PLAN29"))
                .refused(409);
        client.post("scenarios/roll-forward", Map.of("from", "PLAN28", "code", "X29", "org", "NOWHERE"))
                .refused(422);
        client.post("scenarios/roll-forward", Map.of("from", "NO_SUCH", "code", "X29"))
                .refused(404);
        client.post("scenarios", Map.of("code", "EVER", "kind", "ACTUAL")).ok();
        assertThat(client.post("scenarios/roll-forward", Map.of("from", "EVER", "code", "X29"))
                        .refused(422)
                        .path("detail")
                        .asText())
                .contains("for no single year");
    }

    private static void enter(PlanClient client) {
        List<Line> lines = new ArrayList<>();
        IntStream.range(0, SPEND.size()).forEach(place -> {
            String period = "FY2028-P%02d".formatted(place + 1);
            lines.add(new Line("PLAN28", "MKT_SPEND", UNIT, period, SPEND.get(place), 0));
            lines.add(new Line("PLAN28", "LEADS", UNIT, period, 7, 0));
            lines.add(new Line("PLAN28", "HEADCOUNT", UNIT, period, 12, 0));
        });
        client.submit("plan", lines).ok();
    }

    private static JsonNode rolled(PlanClient client, Map<String, Object> terms) {
        return client.post("scenarios/roll-forward", terms).ok();
    }

    private static BigDecimal value(PlanClient client, String metric, String period, String scenario) {
        JsonNode result = client.call("GET", metric, "MKT", period, scenario);
        assertThat(result.has("value")).as(result.toString()).isTrue();
        return result.path("value").decimalValue();
    }

    private static BigDecimal cents(String amount) {
        return new BigDecimal(amount);
    }
}
