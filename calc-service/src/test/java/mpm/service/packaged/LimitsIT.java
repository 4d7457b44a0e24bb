package mpm.service.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A service whose limits are set low answers what is over them in its place, with the limit, and goes on. */
class LimitsIT {

    private static final String AFTER = "{\"function\":\"VARIANCE\",\"arguments\":[120,100]}";

    private static ServiceProcess service;

    @BeforeAll
    static void start() throws Exception {
        service = ServiceProcess.ready(
                Files.createTempDirectory(Files.createDirectories(Path.of("target/services")), "limits"),
                Map.of(
                        "mpm.limits.call-seconds", "1",
                        "mpm.limits.entries", "100",
                        "mpm.limits.cells-in", "2000000",
                        "mpm.limits.cells-out", "1000000"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void aComputationThatTakesTooLongIsStoppedAndTheNextIsAnswered() {
        String weights = column(400_000, 7);
        String bounds = column(400_000, 1);
        String answer = calculate("{\"function\":\"CASCADE\",\"arguments\":[900000000,%s,2,%s,%s]}"
                .formatted(weights, bounds, column(400_000, 400)));
        assertThat(answer)
                .contains("\"error\":\"#NUM!\"")
                .contains("The calculation was stopped after 1.0 seconds: give it fewer cells.")
                .contains("{\"value\":20}");
    }

    @Test
    void argumentsThatAreTooLargeAreRefusedInTheirPlace() {
        String cells = column(1_100_000, 3);
        assertThat(calculate("{\"function\":\"VARIANCE\",\"arguments\":[%s,%s]}".formatted(cells, cells)))
                .contains("The arguments are too large: 2,200,000 cells, and at most 2,000,000 are read at once.")
                .contains("{\"value\":20}");
    }

    @Test
    void anAnswerThatIsTooLargeIsRefusedInItsPlace() {
        assertThat(calculate("{\"function\":\"VARIANCE\",\"arguments\":[%s,1]}".formatted(column(1_000_001, 3))))
                .contains("The answer is too large: 1,000,001 cells, and at most 1,000,000 are given at once.")
                .contains("{\"value\":20}");
    }

    @Test
    void aListThatWouldKeepOthersWaitingIsRefusedWithTheLimit() {
        PlanClient client = new PlanClient(service);
        client.organise();
        List<Map<String, Object>> many = Collections.nCopies(101, Map.of());
        List<Map<String, Object>> people = Collections.nCopies(101, Map.of("id", "ana"));
        assertTooLong(client.post("submissions", Map.of("key", "K", "lines", many)), "lines may hold 100 entries");
        assertTooLong(client.put("workbooks/linked/WB", Map.of("bindings", many)), "bindings may hold 100 entries");
        assertTooLong(client.put("people", Map.of("people", people)), "people may hold 100 entries");
        for (String list : List.of("units", "metrics", "partners")) {
            assertTooLong(client.put(list, Map.of(list, many)), list + " may hold 100 entries");
        }
        Map<String, Object> ofAYear = PlanClient.rate("AVERAGE", "0.9");
        assertTooLong(
                client.put("rates", Map.of("rates", Collections.nCopies(9, ofAYear))),
                "rates, each counted for every leaf of its period, may hold 100 entries in one request, and this one holds 108");
        client.put("rates", Map.of("rates", Collections.nCopies(8, ofAYear))).ok();
    }

    private static void assertTooLong(PlanClient.Answer answer, String sentence) {
        assertThat(answer.refused(413).path("detail").asText()).startsWith(sentence);
        assertThat(answer.body().path("limit").asInt()).isEqualTo(100);
    }

    private static String calculate(String call) {
        return service.post("/api/v1/calculate", "{\"calls\":[%s,%s]}".formatted(call, AFTER))
                .body();
    }

    /** Different numbers, so that the shares of all of them must be worked out. */
    private static String column(int cells, int step) {
        return IntStream.range(0, cells)
                .mapToObj(cell -> "[" + (cell % 997 * step + step) + "]")
                .collect(Collectors.joining(",", "[", "]"));
    }
}
