package mpm.service.packaged;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.commons.io.FileUtils;

/** A process of {@code java -jar mpm.jar} on free ports, with its data and its output in a directory of its own. */
public final class ServiceProcess implements AutoCloseable {

    private static final Path JAR = Path.of("target/mpm.jar");
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final Process process;
    private final Path directory;
    private final Path temporary;
    private final int port;
    private final int sslPort;
    private final Map<String, String> settings;

    private ServiceProcess(
            Process process, Path directory, Path temporary, int port, int sslPort, Map<String, String> settings) {
        this.process = process;
        this.directory = directory;
        this.temporary = temporary;
        this.port = port;
        this.sslPort = sslPort;
        this.settings = settings;
    }

    /** Starts a process and waits until it is ready. */
    static ServiceProcess ready(Path directory, Map<String, String> settings, String... options) {
        ServiceProcess started = start(directory, settings, options);
        started.awaitReady();
        return started;
    }

    /** Starts a process that may well refuse to run. */
    static ServiceProcess start(Path directory, Map<String, String> settings, String... options) {
        if (!Files.exists(JAR)) {
            throw new IllegalStateException(JAR + " is not there: these tests run after package, with mvn verify.");
        }
        int port = freePort();
        int sslPort = freePort();
        Path temporary = temporary(directory);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // Short lives: what the second compiler makes would not pay.
                "-XX:TieredStopAtLevel=1",
                "-Xmx768m",
                "-Djava.io.tmpdir=" + temporary));
        settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(List.of("-jar", JAR.toAbsolutePath().toString()));
        command.addAll(List.of("--port", String.valueOf(port), "--sslPort", String.valueOf(sslPort)));
        command.addAll(List.of(options));
        try {
            Process process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(false)
                    .redirectOutput(directory.resolve("out.txt").toFile())
                    .redirectError(directory.resolve("err.txt").toFile())
                    .start();
            // A test run that is ended must not leave servers behind.
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            return new ServiceProcess(process, directory, temporary, port, sslPort, settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The server unpacks itself into the directory for temporary files, and leaves it there when it is killed. */
    private static Path temporary(Path directory) {
        try {
            return Files.createTempDirectory(Files.createDirectories(directory), "tmp")
                    .toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitReady() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            if (!process.isAlive()) {
                throw new AssertionError("The service ended with " + process.exitValue() + ":\n" + output());
            }
            try {
                // The server answers before the service is there; only the service knows of a database.
                HttpResponse<String> health = get("/health/ready");
                if (health.statusCode() == 200 && health.body().contains("database")) {
                    return;
                }
            } catch (UncheckedIOException e) {
                // It does not listen yet.
            }
            sleep();
        }
        throw new AssertionError("The service was not ready in " + PATIENCE + ":\n" + output());
    }

    private static void sleep() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    int port() {
        return port;
    }

    int sslPort() {
        return sslPort;
    }

    long pid() {
        return process.pid();
    }

    /** The settings that it was started with, beside the defaults. */
    Map<String, String> settings() {
        return settings;
    }

    Path directory() {
        return directory;
    }

    public URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(path)).timeout(Duration.ofMinutes(1));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    HttpResponse<String> post(String path, String json, String... headers) {
        return send(withJson(path, headers)
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    HttpResponse<String> put(String path, String json, String... headers) {
        return send(withJson(path, headers)
                .PUT(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    HttpRequest.Builder withJson(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(path))
                .timeout(Duration.ofMinutes(2))
                .setHeader("Content-Type", "application/json");
        for (int index = 0; index < headers.length; index += 2) {
            request.setHeader(headers[index], headers[index + 1]);
        }
        return request;
    }

    HttpResponse<byte[]> bytes(String path) {
        return send(
                HttpRequest.newBuilder(at(path)).timeout(Duration.ofMinutes(1)).build(), BodyHandlers.ofByteArray());
    }

    HttpResponse<byte[]> postWorkbook(String path, byte[] workbook, String type, String... headers) {
        return send(
                withJson(path, headers)
                        .setHeader("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(workbook))
                        .build(),
                BodyHandlers.ofByteArray());
    }

    HttpResponse<String> send(HttpRequest request) {
        return send(request, BodyHandlers.ofString());
    }

    private static <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) {
        try {
            return HTTP.send(request, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Ends the process as a power cut does. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Ends the process in order. */
    void stop() {
        process.destroy();
        awaitEnd();
    }

    /** Waits for the end of a process that ends by itself. */
    int awaitEnd() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("The service did not end in " + PATIENCE + ":\n" + output());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        FileUtils.deleteQuietly(temporary.toFile());
        return process.exitValue();
    }

    String errors() {
        return text("err.txt");
    }

    String output() {
        return text("out.txt") + text("err.txt");
    }

    private String text(String file) {
        try {
            return Files.readString(directory.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        awaitEnd();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
