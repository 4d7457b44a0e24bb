package mpm.service.packaged;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A PostgreSQL of the tests' own: a cluster in a temporary directory, on a free port of this computer, gone when it is
 * closed. It needs the server's programs (Debian: {@code apt-get install postgresql}) and no running server.
 */
public final class PostgresServer implements AutoCloseable {

    private static final Path PROGRAMS = Path.of("/usr/lib/postgresql");
    private static final String USER = "mpm";
    private static final String PASSWORD = "of the tests";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Path directory;
    private final int port;
    private final AtomicInteger databases = new AtomicInteger();

    private PostgresServer(Path directory, int port) {
        this.directory = directory;
        this.port = port;
    }

    public static PostgresServer start() {
        try {
            // In the system's own directory: another user must be able to reach it.
            PostgresServer server = new PostgresServer(Files.createTempDirectory("mpm-postgres"), freePort());
            server.begin();
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            return server;
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("PostgreSQL does not start.", e);
        }
    }

    /** The settings of a service on a new, empty database. */
    public Map<String, String> newDatabase() {
        String name = "mpm" + databases.incrementAndGet();
        try (Connection connection = connection("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return settings(name);
    }

    /** The settings of a service on a database. */
    Map<String, String> settings(String name) {
        return Map.of("mpm.database.url", url(name), "mpm.database.user", USER, "mpm.database.password", PASSWORD);
    }

    private void begin() throws IOException, SQLException {
        if (isRoot()) {
            Files.setOwner(
                    directory,
                    directory.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(nobody()));
        }
        Path password = Files.writeString(directory.resolve("password"), PASSWORD);
        run(
                "initdb",
                "--pgdata",
                data(),
                "--username",
                USER,
                "--pwfile",
                password.toString(),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--no-sync");
        process(
                        "postgres",
                        "-D",
                        data(),
                        "-p",
                        String.valueOf(port),
                        "-c",
                        "listen_addresses=127.0.0.1",
                        "-c",
                        "unix_socket_directories=",
                        "-c",
                        "fsync=off",
                        "-c",
                        "log_statement=all")
                .start();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                connection("postgres").close();
                return;
            } catch (SQLException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                pause();
            }
        }
    }

    /** How many statements have been executed so far. */
    public long statements() {
        try (Stream<String> lines = Files.lines(directory.resolve("log"))) {
            return lines.filter(line -> line.contains(" execute ")).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Connection connection(String database) throws SQLException {
        return DriverManager.getConnection(url(database), USER, PASSWORD);
    }

    private String url(String database) {
        return "jdbc:postgresql://localhost:%d/%s".formatted(port, database);
    }

    private String data() {
        return directory.resolve("data").toString();
    }

    /** Runs a program of PostgreSQL in the server's directory; one that asks a server asks this one, and knows its password. */
    void run(String program, String... arguments) throws IOException {
        Process process = process(program, arguments).start();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException(program + " failed: " + Files.readString(directory.resolve("log")));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private ProcessBuilder process(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            // PostgreSQL refuses to run as root.
            command.addAll(List.of("setpriv", "--reuid", nobody(), "--regid", nobody(), "--clear-groups"));
        }
        command.add(programs().resolve(program).toString());
        command.addAll(List.of(arguments));
        ProcessBuilder process = new ProcessBuilder(command);
        process.environment().putAll(Map.of("PGPORT", String.valueOf(port), "PGPASSWORD", PASSWORD));
        return process.directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("log").toFile()));
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** The user that Debian's package makes. */
    private static String nobody() {
        return "postgres";
    }

    private static Path programs() {
        return newest().or(() -> Stream.of(System.getenv("PATH").split(":"))
                        .map(Path::of)
                        .filter(each -> Files.isExecutable(each.resolve("initdb")))
                        .findFirst())
                .orElseThrow(() -> new IllegalStateException(
                        "These tests run on PostgreSQL as well: install its server (apt-get install postgresql)."));
    }

    private static Optional<Path> newest() {
        if (!Files.isDirectory(PROGRAMS)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(PROGRAMS)) {
            return versions.map(each -> each.resolve("bin"))
                    .filter(each -> Files.isExecutable(each.resolve("initdb")))
                    .max(Comparator.naturalOrder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (!Files.exists(directory)) {
            return;
        }
        try {
            run("pg_ctl", "stop", "--pgdata", data(), "--mode=immediate");
            Files.walkFileTree(directory, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(
                        Path visited, @org.jspecify.annotations.Nullable IOException e) throws IOException {
                    Files.delete(visited);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
