package mpm.service.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
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
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mpm.service.packaged.PlanClient.Line;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What docs/administration.md says of backup, restore and upgrade. */
class BackupIT {

    private static final Path GUIDE = Path.of("../docs/administration.md");
    private static final String P01 = "FY2027-P01";
    private static final List<String> YEAR =
            IntStream.rangeClosed(1, 12).mapToObj("FY2027-P%02d"::formatted).toList();

    private Path directory = Path.of("");

    @BeforeEach
    void makeDirectory() throws IOException {
        directory = Files.createTempDirectory(Files.createDirectories(Path.of("target/services")), "backup");
    }

    /** How far a figure had counted up when a copy began, and when it was made. */
    private record Counted(int before, int after) {}

    @Test
    void aCopyMadeWhileOthersWriteComesBackWhole() throws Exception {
        AtomicReference<Path> copy = new AtomicReference<>(Path.of(""));
        Counted counted;
        try (ServiceProcess service = ServiceProcess.ready(directory, Map.of())) {
            PlanClient client = new PlanClient(service);
            counted = countedDuring(
                    client,
                    () -> copy.set(Path.of(
                            client.post("backups", Map.of()).ok().path("backup").asText())));
            service.stop();
        }

        Path data = directory.resolve("data");
        Files.move(data.resolve("database"), data.resolve("database.lost"));
        Files.move(data.resolve(copy.get()).resolve("database"), data.resolve("database"));

        try (ServiceProcess service = ServiceProcess.ready(directory, Map.of())) {
            assertThatItCameBack(new PlanClient(service), counted);
        }
    }

    @Test
    void postgresqlsOwnProgramsDoTheSame() throws Exception {
        try (PostgresServer server = PostgresServer.start()) {
            Map<String, String> database = server.newDatabase();
            String name = database.getOrDefault("mpm.database.url", "").replaceFirst(".*/", "");
            Counted counted;
            try (ServiceProcess service = ServiceProcess.ready(directory, database)) {
                counted = countedDuring(new PlanClient(service), () -> asTheGuideSays(server, "pg_dump", name));
                service.stop();
            }

            asTheGuideSays(server, "createdb", name);
            asTheGuideSays(server, "pg_restore", name);

            try (ServiceProcess service = ServiceProcess.ready(directory, server.settings("mpm_restored"))) {
                assertThatItCameBack(new PlanClient(service), counted);
            }
        }
    }

    /** Runs the guide's own command, with the names of this server in the place of those of the guide. */
    private static void asTheGuideSays(PostgresServer server, String program, String database) {
        Map<String, String> names = Map.of(
                "--host=db.example.com", "--host=localhost", "--username=postgres", "--username=mpm", "mpm", database);
        try (Stream<String> lines = Files.lines(GUIDE)) {
            String command = lines.filter(line -> line.startsWith(program + " "))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("The guide does not say how to use " + program));
            server.run(
                    program,
                    Stream.of(command.split(" "))
                            .skip(1)
                            .map(word -> names.getOrDefault(word, word))
                            .toArray(String[]::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Organises a service, and has a copy made of it while a figure counts up; another figure comes when it is made. */
    private static Counted countedDuring(PlanClient client, Runnable backup) throws InterruptedException {
        client.organise();
        client.addScenario("PLAN", "PLAN");
        client.submit(
                        "year",
                        YEAR.stream()
                                .map(period -> new Line("PLAN", "MKT_SPEND", "DEMAND_EMEA", period, 100, 0))
                                .toList())
                .ok();
        AtomicInteger written = new AtomicInteger();
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
        int before = written.get();
        backup.run();
        isOver.set(true);
        writer.join();
        client.submit("late", new Line("PLAN", "LEADS", "BRAND_EMEA", P01, 1, 0))
                .ok();
        return new Counted(before, written.get());
    }

    private static void assertThatItCameBack(PlanClient client, Counted counted) {
        long entries = client.verifiedEntries();
        assertThat(client.figures("PLAN", List.of("MKT_SPEND"), List.of("DEMAND_EMEA"), YEAR)
                        .findValuesAsText("amount"))
                .hasSize(YEAR.size())
                .allSatisfy(amount -> assertThat(new BigDecimal(amount)).isEqualByComparingTo("100"));
        assertThat(client.figures("PLAN", List.of("LEADS"), List.of("DEMAND_EMEA"), List.of(P01))
                        .path(0)
                        .path("amount")
                        .asInt())
                .isBetween(counted.before(), counted.after());
        assertThat(client.figures("PLAN", List.of("LEADS"), List.of("BRAND_EMEA"), List.of(P01)))
                .isEmpty();
        client.submit("again", new Line("PLAN", "LEADS", "BRAND_EMEA", P01, 2, 0))
                .ok();
        assertThat(client.verifiedEntries()).isEqualTo(entries + 1);
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
