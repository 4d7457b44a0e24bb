package mpm.service.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who can reach the service: this computer, and of its browsers only the service's own pages. */
@ExtendWith(RunningService.class)
class ReachIT {

    private static final int HAZELCAST = 6900;

    @Test
    void noOtherAddressOfThisComputerTakesConnections(ServiceProcess service) throws IOException {
        List<InetAddress> others = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress())
                .toList();

        for (InetAddress address : others) {
            for (int port : List.of(service.port(), service.sslPort(), HAZELCAST)) {
                assertThatThrownBy(() -> connect(address, port))
                        .as("%s:%d", address, port)
                        .isInstanceOf(IOException.class);
            }
        }
    }

    /** Only Linux tells a process's sockets; elsewhere the test above speaks alone. */
    @Test
    void theProcessListensOnItsTwoPortsAndNothingElse(ServiceProcess service) throws IOException {
        if (!System.getProperty("os.name").equals("Linux")) {
            System.out.println("Not Linux: the listening sockets of the process were not listed.");
            return;
        }
        Set<String> sockets = sockets(service.pid());
        Set<String> listening = Stream.of("tcp", "tcp6")
                .flatMap(table -> lines(Path.of("/proc/net", table)))
                .map(line -> line.strip().split("\\s+"))
                .filter(fields -> fields[3].equals("0A") && sockets.contains(fields[9]))
                .map(fields -> fields[1])
                .collect(Collectors.toSet());

        assertThat(listening).containsExactlyInAnyOrder(loopback(service.port()), loopback(service.sslPort()));
    }

    @Test
    void httpsIsServedToo(ServiceProcess service) throws Exception {
        assertThat(TrustingClient.get("https://localhost:" + service.sslPort() + "/health/live"))
                .contains("\"UP\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/health", "/openapi", "/metrics", "/api/v1/service", "/site.css", "/nothing"})
    void aForeignNameIsRefusedEverywhere(String path, ServiceProcess service) {
        HttpResponse<String> response = service.get(path, "Host", "evil.example:" + service.port());

        assertThat(response.statusCode()).isEqualTo(421);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(response.body()).contains("\"status\":421", "\"detail\":\"This service is not known by the name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/health", "/openapi", "/metrics", "/api/v1/functions", "/site.css"})
    void aForeignPageIsRefusedEverywhere(String path, ServiceProcess service) {
        for (String origin : List.of("https://evil.example", "null", "http://localhost:1")) {
            HttpResponse<String> response = service.get(path, "Origin", origin);

            assertThat(response.statusCode()).as(origin).isEqualTo(403);
            assertThat(response.headers().firstValue("Access-Control-Allow-Origin"))
                    .isEmpty();
        }
    }

    @Test
    void aForeignPageCannotWrite(ServiceProcess service) {
        HttpResponse<String> response =
                service.post("/api/v1/calculate", "{\"calls\":[]}", "Origin", "https://evil.example");

        assertThat(response.statusCode()).isEqualTo(403);
    }

    @Test
    void itsOwnPageCan(ServiceProcess service) {
        HttpResponse<String> response =
                service.post("/api/v1/calculate", "{\"calls\":[]}", "Origin", "http://localhost:" + service.port());

        assertThat(response.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"})
    void whatAFormCanSendIsNoWrite(String type, ServiceProcess service) {
        for (String method : List.of("POST", "PUT", "PATCH", "DELETE")) {
            HttpResponse<String> response = service.send(HttpRequest.newBuilder(service.at("/api/v1/calculate"))
                    .header("Content-Type", type)
                    .method(
                            method,
                            method.equals("DELETE")
                                    ? HttpRequest.BodyPublishers.noBody()
                                    : HttpRequest.BodyPublishers.ofString("{\"calls\":[]}"))
                    .build());

            assertThat(response.statusCode()).as(method).isEqualTo(415);
            assertThat(response.body()).contains("application/json");
        }
    }

    @Test
    void whatHasNoBodyNeedsNoMediaType(ServiceProcess service) {
        HttpResponse<String> response =
                service.send(HttpRequest.newBuilder(service.at("/api/v1/workbooks/linked/NO_SUCH"))
                        .DELETE()
                        .build());

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).contains("NO_SUCH");
    }

    /**
     * Java's own client asks for HTTP/2 in this way unless it is told otherwise, and would wait for its answer in vain.
     */
    @Test
    void aBodyUnderAnUpgradeIsRefusedAtOnce(ServiceProcess service) throws Exception {
        HttpRequest request = service.withJson("/api/v1/calculate")
                .POST(HttpRequest.BodyPublishers.ofString("{\"calls\":[]}"))
                .build();

        HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("HTTP_1_1");
    }

    private static void connect(InetAddress address, int port) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 1000);
        } catch (ConnectException e) {
            throw new IOException("refused, as it should be", e);
        }
    }

    private static String loopback(int port) {
        // The kernel writes the address of an IPv4 socket that Java opened as IPv6.
        return "0000000000000000FFFF00000100007F:%04X".formatted(port);
    }

    private static Set<String> sockets(long pid) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("/proc", String.valueOf(pid), "fd"))) {
            return files.map(ReachIT::target)
                    .filter(target -> target.startsWith("socket:["))
                    .map(target -> target.substring("socket:[".length(), target.length() - 1))
                    .collect(Collectors.toSet());
        }
    }

    private static String target(Path file) {
        try {
            return Files.readSymbolicLink(file).toString();
        } catch (IOException e) {
            return "closed in the meantime";
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream().skip(1);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
