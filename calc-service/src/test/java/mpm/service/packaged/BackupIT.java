package mpm.service.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import mpm.service.packaged.PlanClient.Line;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What docs/administration.md says of backup, restore and upgrade, on the service's own database. */
class BackupIT {

    private static final String P01 = "FY2027-P01";

    private Path directory = Path.of("");

    @BeforeEach
    void makeDirectory() throws IOException {
        directory = Files.createTempDirectory(Files.createDirectories(Path.of("target/services")), "backup");
    }

    @Test
    void aCopyMadeWhileOthersWriteComesBackWhole() throws Exception {
        Path copy;
        int acknowledged;
        AtomicInteger written = new AtomicInteger();
        try (ServiceProcess service = ServiceProcess.ready(directory, Map.of())) {
            PlanClient client = new PlanClient(service);
            client.organise();
            client.addScenario("PLAN", "PLAN");
            AtomicBoolean isOver = new AtomicBoolean();
            Thread writer = new Thread(() -> {
                while (!isOver.get()) {
                    int number = written.get();
                    client.submit("W" + number, new Line("PLAN", "LEADS", "DEMAND_EMEA", P01, number + 1, number))
                            .ok();
                    written.incrementAndGet();
                }
            });
            writer.start();
            while (written.get() < 20) {
                Thread.sleep(10);
            }
            acknowledged = written.get();
            copy = Path.of(client.post("backups", Map.of()).ok().path("backup").asText());
            isOver.set(true);
            writer.join();
            client.submit("late", new Line("PLAN", "LEADS", "BRAND_EMEA", P01, 1, 0))
                    .ok();
            service.stop();
        }

        Path data = directory.resolve("data");
        Files.move(data.resolve("database"), data.resolve("database.lost"));
        Files.move(data.resolve(copy).resolve("database"), data.resolve("database"));

        try (ServiceProcess service = ServiceProcess.ready(directory, Map.of())) {
            PlanClient client = new PlanClient(service);
            long entries = client.verifiedEntries();
            assertThat(client.figures("PLAN", List.of("LEADS"), List.of("BRAND_EMEA"), List.of(P01)))
                    .isEmpty();
            assertThat(client.figures("PLAN", List.of("LEADS"), List.of("DEMAND_EMEA"), List.of(P01))
                            .path(0)
                            .path("amount")
                            .asInt())
                    .isBetween(acknowledged, written.get());
            client.submit("again", new Line("PLAN", "LEADS", "BRAND_EMEA", P01, 2, 0))
                    .ok();
            assertThat(client.verifiedEntries()).isEqualTo(entries + 1);
        }
    }

    @Test
    void whatANewerServiceWroteIsLeftAlone() throws Exception {
        try (ServiceProcess service = ServiceProcess.ready(directory, Map.of())) {
            service.stop();
        }
        addVersionOfTheFuture(directory.resolve("data/database"));
        try (ServiceProcess older = ServiceProcess.start(directory, Map.of())) {
            assertThat(older.awaitEnd()).isEqualTo(78);
            assertThat(older.errors())
                    .contains("MPM does not start: its data were written by a newer MPM, which added version 999 of the"
                            + " tables. Start that one, or restore a backup that was made before the upgrade.");
        }
    }

    private static void addVersionOfTheFuture(Path database) throws SQLException {
        String url = "jdbc:derby:" + database.toAbsolutePath();
        try (Connection connection = DriverManager.getConnection(url, "mpm", "mpm");
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "INSERT INTO \"flyway_schema_history\" (\"installed_rank\", \"version\", \"description\", \"type\","
                            + " \"script\", \"installed_by\", \"execution_time\", \"success\") VALUES"
                            + " (999, '999', 'newer', 'SQL', 'V999__newer.sql', 'mpm', 0, TRUE)");
        }
        try {
            DriverManager.getConnection(url + ";shutdown=true");
        } catch (SQLException e) {
            assertThat(e.getSQLState())
                    .as("Derby's word for a database that it has closed")
                    .isEqualTo("08006");
        }
    }
}
