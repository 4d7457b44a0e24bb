package mpm.service.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the engine costs: the CPU time of a request to the packaged service beside that of a bare Jetty that reads and writes
 * the same JSON and does the same arithmetic with no engine between, in turn and in one run.
 *
 * <p>Run it by {@code mvn -Pbenchmark verify -DskipTests}. Machines differ and are shared: read the ratios.
 */
public final class Benchmark {

    private static final int CALLS = 10_000;
    /** The compiler of the JVM works through thousands of requests before a server is as fast as it will be. */
    private static final int WARM_UP = 4000;

    private static final int ROUNDS = 11;
    private static final int REQUESTS = 40;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Benchmark() {}

    /** Prints the figures. */
    public static void main(String[] arguments) throws Exception {
        new Benchmark().run(Path.of(arguments[0]));
    }

    private void run(Path jar) throws Exception {
        Path data = Files.createTempDirectory("mpm-benchmark");
        try (Server service = Server.start(
                        List.of(
                                "-Dmpm.data-directory=" + data,
                                "-jar",
                                jar.toString(),
                                "--port",
                                "18480",
                                "--sslPort",
                                "18481"),
                        URI.create("http://localhost:18480/"));
                Server bare = Server.start(
                        List.of("-cp", System.getProperty("java.class.path"), BareJetty.class.getName(), "18482"),
                        URI.create("http://localhost:18482/"))) {
            URI calculate = service.address().resolve("api/v1/calculate");
            String calls = batch(CALLS, 0);
            String column = broadcast(100_000);
            requireSameAnswers(calculate, bare.address(), calls);
            for (int request = 0; request < WARM_UP; request++) {
                post(calculate, calls);
                post(bare.address(), calls);
                if (request % 10 == 0) {
                    post(calculate, column);
                }
            }

            List<Double> engine = new ArrayList<>();
            List<Double> baseline = new ArrayList<>();
            List<Double> oneCall = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                // Request by request in turn: what slows the machine down meanwhile slows both.
                double before = bare.cpuMilliseconds();
                engine.add(cpu(
                                service,
                                () -> repeat(REQUESTS, () -> {
                                    post(calculate, calls);
                                    post(bare.address(), calls);
                                }))
                        / REQUESTS);
                baseline.add((bare.cpuMilliseconds() - before) / REQUESTS);
                oneCall.add(cpu(service, () -> repeat(REQUESTS, () -> post(calculate, column))) / REQUESTS);
            }
            print("10,000 calls of VARIANCE, bare Jetty, CPU ms a request", baseline);
            print("10,000 calls of VARIANCE, the service, CPU ms a request", engine);
            print("ratio, round by round", ratios(engine, baseline));
            print("100,000 cells as one call, the service, CPU ms", oneCall);
            for (int callsARequest : new int[] {10_000, 500}) {
                compare(service, calculate, column, callsARequest);
            }
        }
        print("reading the catalogue in a new JVM, ms", catalogueTimes());
    }

    /** A hundred thousand cells, each a call of its own in requests of so many calls, against one call with ranges. */
    private void compare(Server service, URI calculate, String column, int callsARequest) throws Exception {
        List<String> requests = IntStream.range(0, 100_000 / callsARequest)
                .mapToObj(part -> batch(callsARequest, part))
                .toList();
        List<Double> cpu = new ArrayList<>();
        List<Double> elapsed = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            Work many = () -> {
                for (String request : requests) {
                    post(calculate, request);
                }
            };
            Work one = () -> repeat(5, () -> post(calculate, column));
            elapsed.add(5 * elapsed(many) / elapsed(one));
            cpu.add(5 * cpu(service, () -> repeat(3, many)) / 3 / cpu(service, one));
        }
        print("100,000 calls, %,d a request, against one call: CPU".formatted(callsARequest), cpu);
        print("100,000 calls, %,d a request, against one call: elapsed".formatted(callsARequest), elapsed);
    }

    private static List<Double> catalogueTimes() throws Exception {
        List<Double> times = new ArrayList<>();
        for (int round = 0; round < 5; round++) {
            Process process = new ProcessBuilder(
                            java(), "-cp", System.getProperty("java.class.path"), CatalogueReading.class.getName())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            times.add(Double.parseDouble(
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip()));
        }
        return times;
    }

    /** Different arguments in every call, so that nothing can be folded or remembered. */
    private static String batch(int calls, int part) {
        return IntStream.range(0, calls)
                .mapToObj(call -> "{\"function\":\"VARIANCE\",\"arguments\":[%d.25,%d]}"
                        .formatted(part * calls + call, 2 * call + 1))
                .collect(Collectors.joining(",", "{\"calls\":[", "]}"));
    }

    private static String broadcast(int cells) {
        String actual =
                IntStream.range(0, cells).mapToObj(cell -> "[" + cell + ".25]").collect(Collectors.joining(","));
        String plan = IntStream.range(0, cells)
                .mapToObj(cell -> "[" + (2 * cell + 1) + "]")
                .collect(Collectors.joining(","));
        return "{\"calls\":[{\"function\":\"VARIANCE\",\"arguments\":[[%s],[%s]]}]}".formatted(actual, plan);
    }

    private void requireSameAnswers(URI service, URI bare, String calls) throws Exception {
        String one = post(service, calls);
        String other = post(bare, calls);
        if (!one.equals(other)) {
            throw new IllegalStateException(
                    "The two do not answer the same: " + one.substring(0, 200) + " / " + other.substring(0, 200));
        }
    }

    private String post(URI address, String json) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/json")
                        .timeout(Duration.ofMinutes(1))
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build(),
                BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IllegalStateException(response.statusCode() + ": " + response.body());
        }
        return response.body();
    }

    /** Work that talks to a server. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    static void repeat(int times, Work work) throws Exception {
        for (int time = 0; time < times; time++) {
            work.run();
        }
    }

    private static double cpu(Server server, Work work) throws Exception {
        double before = server.cpuMilliseconds();
        work.run();
        return server.cpuMilliseconds() - before;
    }

    static double elapsed(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }

    private static List<Double> ratios(List<Double> ones, List<Double> others) {
        return IntStream.range(0, ones.size())
                .mapToObj(round -> ones.get(round) / others.get(round))
                .toList();
    }

    static void print(String what, List<Double> figures) {
        double[] sorted =
                figures.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "%-62s median %8.2f   (%.2f … %.2f)%n",
                what,
                sorted[sorted.length / 2],
                sorted[0],
                sorted[sorted.length - 1]);
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** A server in a process of its own, whose CPU time the operating system counts. */
    record Server(Process process, URI address) implements AutoCloseable {

        static Server start(List<String> arguments, URI address) throws Exception {
            List<String> command = new ArrayList<>(List.of(java(), "-Xmx1g"));
            command.addAll(arguments);
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            Server server = new Server(process, address);
            for (int attempt = 0; attempt < 600; attempt++) {
                if (!process.isAlive()) {
                    throw new IllegalStateException("The server ended: " + Arrays.toString(command.toArray()));
                }
                if (server.answers()) {
                    return server;
                }
                Thread.sleep(200);
            }
            throw new IllegalStateException("The server is not ready: " + command);
        }

        private boolean answers() throws InterruptedException {
            try {
                return HttpClient.newHttpClient()
                                .send(
                                        HttpRequest.newBuilder(address.resolve("api/v1/service"))
                                                .build(),
                                        BodyHandlers.discarding())
                                .statusCode()
                        == 200;
            } catch (IOException e) {
                return false;
            }
        }

        double cpuMilliseconds() {
            return process.info().totalCpuDuration().orElseThrow().toNanos() / 1e6;
        }

        @Override
        public void close() {
            process.destroyForcibly().onExit().join();
        }
    }
}
