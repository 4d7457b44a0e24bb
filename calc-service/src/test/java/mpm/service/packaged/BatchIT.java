package mpm.service.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mpm.service.packaged.PlanClient.Line;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many cells, and many workbooks, cost a handful of statements, not one each. PostgreSQL counts them. */
@ExtendWith(AuditTamperingIT.OnPostgres.class)
class BatchIT {

    private static final int CALLS = 1_000;
    private static final int A_HANDFUL = 10;
    private static final int WORKBOOKS = 20;
    private static final int FIGURES = 500;

    private final PlanClient client;
    private final ServiceProcess service;

    BatchIT(ServiceProcess service) {
        client = new PlanClient(service);
        this.service = service;
    }

    @BeforeEach
    void organise() {
        if (client.get("units").ok().path("units").isEmpty()) {
            client.organise();
        }
    }

    @Test
    void aThousandCellsAreReadInAHandfulOfStatements() throws SQLException, IOException {
        client.addScenario("BATCH", "PLAN");
        client.submit(
                        "BATCH",
                        IntStream.rangeClosed(1, 12)
                                .mapToObj(month -> new Line(
                                        "BATCH", "MKT_SPEND", "DEMAND_EMEA", "FY2027-P%02d".formatted(month), month, 0))
                                .toList())
                .ok();
        List<Map<String, Object>> calls = new ArrayList<>();
        for (int index = 0; index < CALLS; index++) {
            calls.add(Map.of(
                    "function",
                    "GET",
                    "arguments",
                    List.of(
                            index % 2 == 0 ? "MKT_SPEND" : "COST_PER_LEAD",
                            index % 3 == 0 ? "MKT" : "DEMAND_EMEA",
                            "FY2027-P%02d".formatted(index % 12 + 1),
                            "BATCH")));
        }
        Map<String, Object> batch = Map.of("calls", calls);
        client.post("calculate", batch).ok();

        long before = statements();
        long begun = System.nanoTime();
        JsonNode results = client.post("calculate", batch).ok().path("results");
        long milliseconds = (System.nanoTime() - begun) / 1_000_000;
        long statements = statements() - before;

        System.out.printf(
                "%d GETs in one batch: %d ms, %d statements on PostgreSQL%n", CALLS, milliseconds, statements);
        assertThat(results.path(0).path("value").asDouble()).isEqualTo(1);
        assertThat(results.path(1).path("message").asText()).containsIgnoringCase("no data");
        assertThat(statements).isLessThanOrEqualTo(A_HANDFUL);
    }

    @Test
    void theRowsOfASubmissionAreWrittenManyAtOnce() throws SQLException, IOException {
        client.addScenario("WRITTEN", "PLAN");
        List<Line> lines = IntStream.range(0, FIGURES)
                .mapToObj(index -> new Line(
                        "WRITTEN",
                        "LEADS",
                        "DEMAND_EMEA",
                        "FY%d-P%02d".formatted(2000 + index / 12, index % 12 + 1),
                        index,
                        0))
                .toList();

        long before = statements();
        client.submit("written", lines).ok();

        long statements = statements() - before;
        System.out.printf("%d figures in one submission: %d statements on PostgreSQL%n", FIGURES, statements);
        assertThat(statements).isLessThan(FIGURES);
    }

    @Test
    void manyWorkbooksAreListedInAHandfulOfStatements() throws SQLException, IOException {
        client.addScenario("LISTED", "PLAN");
        for (int number = 1; number <= WORKBOOKS; number++) {
            link(number);
        }
        client.submit("listed", new Line("LISTED", "LEADS", "DEMAND_EMEA", "FY2027-P01", 7, 0))
                .ok();
        link(1);
        listed();

        long before = statements();
        Map<String, String> states = listed();
        long statements = statements() - before;

        assertThat(states).hasSize(WORKBOOKS).containsEntry("LISTED 1", "IN_SYNC");
        assertThat(states.values()).filteredOn("BEHIND"::equals).hasSize(WORKBOOKS - 1);
        assertThat(statements).isLessThanOrEqualTo(A_HANDFUL);
    }

    /** A workbook that reads two figures of the scenario. */
    private void link(int number) {
        List<Map<String, String>> bindings = Stream.of("LEADS", "MKT_SPEND")
                .map(metric -> Map.of(
                        "sheet", "Plan",
                        "cell", metric,
                        "metric", metric,
                        "org", "DEMAND_EMEA",
                        "period", "FY2027-P01",
                        "scenario", "LISTED"))
                .toList();
        client.put("workbooks/linked/LISTED%20" + number, Map.of("name", "Plan.xlsx", "bindings", bindings))
                .ok();
    }

    /** The workbooks of the scenario, each with its state. */
    private Map<String, String> listed() {
        Map<String, String> states = new HashMap<>();
        client.get("workbooks/linked").ok().path("workbooks").forEach(workbook -> {
            if (workbook.path("id").asText().startsWith("LISTED")) {
                states.put(workbook.path("id").asText(), workbook.path("state").asText());
            }
        });
        return states;
    }

    /** How many statements the service's database has been asked so far. */
    private long statements() throws SQLException, IOException {
        Map<String, String> settings = service.settings();
        try (Connection database = DriverManager.getConnection(
                        settings.getOrDefault("mpm.database.url", ""),
                        settings.get("mpm.database.user"),
                        settings.get("mpm.database.password"));
                Statement statement = database.createStatement();
                var directory = statement.executeQuery("SHOW data_directory")) {
            directory.next();
            Path log = Path.of(directory.getString(1)).resolveSibling("log");
            try (Stream<String> lines = Files.lines(log)) {
                return lines.filter(line -> line.contains(" execute ") && !line.contains("data_directory"))
                        .count();
            }
        }
    }
}
