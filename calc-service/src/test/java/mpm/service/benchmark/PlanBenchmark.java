package mpm.service.benchmark;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mpm.service.benchmark.Benchmark.Server;
import mpm.service.benchmark.Benchmark.Work;
import mpm.service.packaged.PostgresServer;

/**
 * How long a linked workbook waits: a thousand cells read, five hundred written, and a block read from among a million
 * stored values, on Derby and on PostgreSQL, beside a bare JDBC program that asks the same database the same in the same run.
 *
 * <p>Run it by {@code mvn -Pbenchmark -pl calc-service -am verify -DskipTests}.
 */
public final class PlanBenchmark {

    private static final int ROUNDS = 11;
    private static final int WARM_UP = 60;
    private static final int UNITS = 200;
    private static final int MONTHS = 12;
    private static final int SCENARIOS = 21;
    private static final List<String> METRICS = Stream.of(
                    "BLOG_POSTS,EVENTS,SITE_VISITS,MEDIA_MENTIONS,EVENT_PARTICIPANTS,REVENUE,PROFIT,NEW_LOGOS,LEADS,MQL,",
                    "SQL,OPPORTUNITIES,WON,LOST,MKT_SPEND,SALES_SPEND,COMMITTED_SPEND,PIPELINE_VALUE,HEADCOUNT,NPS")
            .flatMap(line -> Stream.of(line.split(",")))
            .sorted() // In the order of its key a table fills fastest.
            .toList();

    private static final String FIGURES = "SELECT metric, unit, period, amount, group_amount, row_version FROM figure"
            + " WHERE scenario = ? AND version = 1 AND metric IN (%s) AND unit IN (%s) AND period IN (%s)";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Server service;
    private final Optional<PostgresServer> counter;

    private PlanBenchmark(Server service, Optional<PostgresServer> counter) {
        this.service = service;
        this.counter = counter;
    }

    /** Prints the figures; the first argument is the packaged service. */
    public static void main(String[] arguments) throws Exception {
        Path jar = Path.of(arguments[0]);
        Path data = Files.createTempDirectory("mpm-plan-benchmark");
        System.out.printf(
                Locale.ROOT,
                "Medians of %d rounds, milliseconds by the clock; CPU: of the process, on average.%n",
                ROUNDS);
        // One process alone may open a directory of Derby: the service and the bare program take turns.
        String derby = "jdbc:derby:%s;create=true".formatted(data.resolve("database"));
        run(
                "Derby",
                jar,
                data,
                Map.of("mpm.database.url", derby, "mpm.database.user", "mpm", "mpm.database.password", "mpm"),
                Optional.empty());
        try (PostgresServer server = PostgresServer.start()) {
            Map<String, String> database = server.newDatabase();
            run("PostgreSQL", jar, data, database, Optional.of(server));
        }
    }

    private static void run(
            String name, Path jar, Path data, Map<String, String> database, Optional<PostgresServer> counter)
            throws Exception {
        List<String> options = new ArrayList<>(List.of("-Dmpm.data-directory=" + data.resolve(name)));
        database.forEach((key, value) -> options.add("-D" + key + "=" + value));
        options.addAll(List.of("-jar", jar.toString(), "--port", "18490", "--sslPort", "18491"));
        URI address = URI.create("http://localhost:18490/");
        try (Server service = Server.start(options, address)) {
            new PlanBenchmark(service, counter).organise();
        }
        try (Connection connection = connection(database)) {
            fill(connection);
        }
        letGo(database);
        try (Server service = Server.start(options, address)) {
            new PlanBenchmark(service, counter).measure(name);
        }
        try (Connection connection = connection(database)) {
            bare(name, connection);
        }
    }

    private static Connection connection(Map<String, String> database) throws SQLException {
        return DriverManager.getConnection(
                database.getOrDefault("mpm.database.url", ""),
                database.get("mpm.database.user"),
                database.get("mpm.database.password"));
    }

    /** Derby keeps a directory for the process that has opened it until it is told. */
    private static void letGo(Map<String, String> database) {
        String url = database.getOrDefault("mpm.database.url", "");
        if (url.startsWith("jdbc:derby:")) {
            try {
                DriverManager.getConnection(url.replace("create=true", "shutdown=true"));
            } catch (SQLException ended) {
                // This is how it says that it has ended.
            }
        }
    }

    private void organise() throws Exception {
        send(
                "PUT",
                "organisation",
                "{\"name\":\"Benchmark\",\"currency\":\"EUR\",\"startMonth\":7,\"amber\":0.95,\"red\":0.85}");
        send("POST", "periods/years", "{\"year\":2027}");
        send(
                "PUT",
                "units",
                units().map(unit -> "{\"code\":\"%s\",\"currency\":\"EUR\",\"parent\":\"ALL\"}".formatted(unit))
                        .collect(
                                Collectors.joining(",", "{\"units\":[{\"code\":\"ALL\",\"currency\":\"EUR\"},", "]}")));
        send("POST", "metrics/seed", "{}");
        for (int scenario = 0; scenario <= SCENARIOS; scenario++) {
            send("POST", "scenarios", "{\"code\":\"S%d\",\"kind\":\"PLAN\",\"year\":2027}".formatted(scenario));
        }
    }

    /** A million stored values, and a scenario S0 without any. */
    private static void fill(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        int values = 0;
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO figure"
                + " (scenario, version, metric, unit, period, amount, group_amount, row_version)"
                + " VALUES (?, 1, ?, ?, ?, ?, ?, 1)")) {
            for (int scenario = 1; scenario <= SCENARIOS; scenario++) {
                for (String metric : METRICS) {
                    for (String unit : units().toList()) {
                        for (int month = 1; month <= MONTHS; month++) {
                            BigDecimal amount = BigDecimal.valueOf(values++ % 100_000, 2);
                            insert.setString(1, "S" + scenario);
                            insert.setString(2, metric);
                            insert.setString(3, unit);
                            insert.setString(4, period(month));
                            insert.setBigDecimal(5, amount);
                            insert.setBigDecimal(6, amount);
                            insert.addBatch();
                        }
                    }
                    insert.executeBatch();
                }
                connection.commit();
            }
        }
        System.out.printf(Locale.ROOT, "%,d values are stored.%n", values);
    }

    private void measure(String name) throws Exception {
        String gets = cells(1_000)
                .map(cell -> "{\"function\":\"GET\",\"arguments\":[\"%s\",\"%s\",\"%s\",\"S1\"]}"
                        .formatted(cell.metric(), cell.unit(), cell.period()))
                .collect(Collectors.joining(",", "{\"calls\":[", "]}"));
        String grid = "{\"calls\":[{\"function\":\"GET.GRID\",\"arguments\":[\"LEADS\",[%s],[[%s]],\"S1\"]}]}"
                .formatted(
                        units().map("[\"%s\"]"::formatted).collect(Collectors.joining(",")),
                        periods().map("\"%s\""::formatted).collect(Collectors.joining(",")));
        requireAnswer("calculate", gets, "\"value\":");
        requireAnswer("calculate", grid, "\"Metric\",\"Org\"");
        measure(name, "1,000 MPM.GET in one batch", () -> send("POST", "calculate", gets));
        measure(name, "MPM.GET.GRID, 12 x 200 of a million", () -> send("POST", "calculate", grid));
        int[] entered = {0};
        measure(name, "a submission of 500 figures", () -> send("POST", "submissions", submission(entered[0]++)));
    }

    /** The same cells again and again, each time with other values. */
    private static String submission(int number) {
        return cells(500)
                .map(cell -> ("{\"metric\":\"%s\",\"org\":\"%s\",\"period\":\"%s\",\"scenario\":\"S0\","
                                + "\"value\":%d,\"seen\":%d,\"sheet\":\"Plan\",\"cell\":\"B2\"}")
                        .formatted(cell.metric(), cell.unit(), cell.period(), 100 + number, number))
                .collect(Collectors.joining(",", "{\"key\":\"%d\",\"lines\":[".formatted(number), "]}"));
    }

    private void measure(String name, String what, Work work) throws Exception {
        Benchmark.repeat(WARM_UP, work);
        long before = counter.map(PostgresServer::statements).orElse(0L);
        work.run();
        String statements = counter.map(server -> ", %d statements".formatted(server.statements() - before))
                .orElse("");
        print(name, what + statements, service.process().toHandle(), work);
    }

    private static void bare(String name, Connection connection) throws Exception {
        connection.setAutoCommit(false);
        List<Cell> thousand = cells(1_000).toList();
        measureBare(
                name,
                "bare JDBC: the figures of the 1,000",
                () -> read(
                        connection,
                        thousand.stream().map(Cell::metric).distinct().toList(),
                        thousand.stream().map(Cell::unit).distinct().toList()));
        measureBare(
                name, "bare JDBC: the figures of the grid", () -> read(connection, List.of("LEADS"), units().toList()));
        int[] entered = {0};
        measureBare(name, "bare JDBC: 500 updates, 500 inserts, one commit", () -> write(connection, entered[0]++));
    }

    private static void measureBare(String name, String what, Work work) throws Exception {
        Benchmark.repeat(WARM_UP, work);
        print(name, what, ProcessHandle.current(), work);
    }

    private static void read(Connection connection, List<String> metrics, List<String> units) throws SQLException {
        List<String> periods = periods().toList();
        try (PreparedStatement select =
                connection.prepareStatement(FIGURES.formatted(places(metrics), places(units), places(periods)))) {
            int index = 1;
            select.setString(index++, "S1");
            for (List<String> values : List.of(metrics, units, periods)) {
                for (String value : values) {
                    select.setString(index++, value);
                }
            }
            try (ResultSet found = select.executeQuery()) {
                int rows = 0;
                while (found.next()) {
                    found.getString(1);
                    found.getString(2);
                    found.getString(3);
                    found.getBigDecimal(4);
                    found.getBigDecimal(5);
                    found.getLong(6);
                    rows++;
                }
                if (rows < units.size() * MONTHS) {
                    throw new IllegalStateException("There are %d rows.".formatted(rows));
                }
            }
        }
        connection.commit();
    }

    private static void write(Connection connection, int number) throws SQLException {
        try (PreparedStatement update =
                        connection.prepareStatement("UPDATE figure SET amount = ?, row_version = row_version + 1"
                                + " WHERE scenario = 'S2' AND version = 1 AND metric = ? AND unit = ? AND period = ?");
                PreparedStatement insert = connection.prepareStatement("INSERT INTO submission_line"
                        + " (submission, place, kind, scenario, version, metric, unit, period, status, reason, row_version, comment)"
                        + " SELECT MAX(id), CAST(? AS INTEGER), 'FIGURE', 'S2', 1, CAST(? AS VARCHAR(64)), CAST(? AS VARCHAR(64)),"
                        + " CAST(? AS VARCHAR(32)), 'STAGED', '', 1, '' FROM submission")) {
            int place = 1_000 * (number + 1);
            for (Cell cell : cells(500).toList()) {
                update.setBigDecimal(1, BigDecimal.valueOf(number));
                insert.setInt(1, place++);
                for (PreparedStatement each : List.of(update, insert)) {
                    each.setString(2, cell.metric());
                    each.setString(3, cell.unit());
                    each.setString(4, cell.period());
                    each.addBatch();
                }
            }
            update.executeBatch();
            insert.executeBatch();
        }
        connection.commit();
    }

    private static String places(List<String> values) {
        return String.join(", ", Collections.nCopies(values.size(), "?"));
    }

    /** The clock counts what others do on the machine as well, the CPU time of the process does not. */
    private static void print(String name, String what, ProcessHandle process, Work work) throws Exception {
        List<Double> times = new ArrayList<>();
        Duration before = cpu(process);
        for (int round = 0; round < ROUNDS; round++) {
            times.add(Benchmark.elapsed(work));
        }
        Benchmark.print(
                "%s: %s, CPU %d"
                        .formatted(name, what, cpu(process).minus(before).toMillis() / ROUNDS),
                times);
    }

    private static Duration cpu(ProcessHandle process) {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** A stored figure. */
    private record Cell(String metric, String unit, String period) {}

    /** Cells as a planner has them: twelve months beside one another, all metrics of a unit, then the next unit. */
    private static Stream<Cell> cells(int count) {
        return IntStream.range(0, count)
                .mapToObj(cell -> new Cell(
                        METRICS.get(cell / MONTHS % METRICS.size()),
                        unit(cell / MONTHS / METRICS.size()),
                        period(cell % MONTHS + 1)));
    }

    private static Stream<String> units() {
        return IntStream.range(0, UNITS).mapToObj(PlanBenchmark::unit);
    }

    private static String unit(int number) {
        return "U%03d".formatted(number);
    }

    private static Stream<String> periods() {
        return IntStream.rangeClosed(1, MONTHS).mapToObj(PlanBenchmark::period);
    }

    private static String period(int month) {
        return "FY2027-P%02d".formatted(month);
    }

    private void requireAnswer(String path, String json, String part) throws Exception {
        String answer = send("POST", path, json);
        if (!answer.contains(part) || answer.contains("\"error\"")) {
            throw new IllegalStateException(answer.substring(0, Math.min(300, answer.length())));
        }
    }

    private String send(String method, String path, String json) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(service.address().resolve("api/v1/" + path))
                        .header("Content-Type", "application/json")
                        .timeout(Duration.ofMinutes(2))
                        .method(method, HttpRequest.BodyPublishers.ofString(json))
                        .build(),
                BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IllegalStateException(path + " " + response.statusCode() + ": " + response.body());
        }
        return response.body();
    }
}
