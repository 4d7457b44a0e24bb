package mpm.service.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was stored is there after the process is killed, and after it is stopped. */
class SurvivalIT {

    @Test
    void aChecklistSurvivesAKillAndARestart(@TempDir Path directory) {
        Map<String, String> settings =
                Map.of("mpm.data-directory", directory.resolve("data").toString());
        String first;
        try (ServiceProcess service = ServiceProcess.ready(directory, settings)) {
            service.put(
                    "/api/v1/checklists/FY27",
                    "{\"fiscalYearStart\":\"2026-07-01\",\"organisation\":\"Tarnfell Instruments\",\"done\":{\"C01\":\"2026-01-15\"}}");
            first = service.get("/api/v1/checklists/FY27").body();
            service.kill();
        }
        assertThat(first).contains("\"version\":1");

        String second;
        try (ServiceProcess service = ServiceProcess.ready(directory, settings)) {
            assertThat(service.get("/api/v1/checklists/FY27").body()).isEqualTo(first);
            assertThat(service.post("/api/v1/calculate", "{\"calls\":[]}").body())
                    .isEqualTo("{\"results\":[],\"dataVersion\":1}");
            service.put("/api/v1/checklists/FY27", first.replace("C01", "C02"));
            second = service.get("/api/v1/checklists/FY27").body();
            service.stop();
        }
        assertThat(second).contains("\"C02\"", "\"version\":2");

        try (ServiceProcess service = ServiceProcess.ready(directory, settings)) {
            assertThat(service.get("/api/v1/checklists/FY27").body()).isEqualTo(second);
        }
        assertThat(directory.resolve("derby.log")).doesNotExist();
        assertThat(Files.exists(directory.resolve("data/derby.log"))).isTrue();
    }
}
