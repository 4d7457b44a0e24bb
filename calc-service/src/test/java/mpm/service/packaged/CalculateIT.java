package mpm.service.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Batches of calls, and the refusal of those that are not. */
@ExtendWith(RunningService.class)
class CalculateIT {

    private static final String CALCULATE = "/api/v1/calculate";
    private static final String ONE = "{\"calls\":[{\"function\":\"VARIANCE\",\"arguments\":[120,100]}]}";
    private static final int LIMIT = 33_554_432;

    @Test
    void aCallIsAnswered(ServiceProcess service) {
        HttpResponse<String> response = service.post(CALCULATE, ONE);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).startsWith("{\"results\":[{\"value\":20}],\"dataVersion\":");
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    @Test
    void aCallThatFailsFailsAlone(ServiceProcess service) {
        HttpResponse<String> response = service.post(CALCULATE, """
                {"calls":[
                  {"function":"mpm.variance","arguments":[[[120],[90]],100]},
                  {"function":"VARIANZ","arguments":[]},
                  {"function":"VARIANCE","arguments":[1,"n/a"]},
                  {"function":"VARIANCE","arguments":[{"error":"#REF!"},1]}
                ]}
                """);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body())
                .contains("{\"value\":[[20],[-10]]}")
                .contains(
                        "{\"error\":\"#VALUE!\",\"message\":\"MPM has no function “VARIANZ”: did you mean MPM.VARIANCE?\"}")
                .contains("{\"error\":\"#VALUE!\",\"message\":\"plan ")
                .contains("{\"error\":\"#REF!\",\"message\":\"actual ");
    }

    @Test
    void unreadableJsonIsRefusedWithItsPlace(ServiceProcess service) {
        HttpResponse<String> response = service.post(CALCULATE, "{\"calls\":\n [{]}");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(response.body()).contains("\"status\":400", "\"title\":\"Not readable\"", "line 2, column");
    }

    @Test
    void aWrongShapeIsRefusedWithItsPlace(ServiceProcess service) {
        HttpResponse<String> response =
                service.post(CALCULATE, "{\"calls\":[{\"function\":\"VARIANCE\",\"arguments\":[1,[2]]}]}");

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body()).contains("calls[0].arguments[1]");
    }

    @Test
    void tenThousandCallsAreAnsweredAndOneMoreIsRefused(ServiceProcess service) {
        String call = "{\"function\":\"VARIANCE\",\"arguments\":[120,100]}";

        HttpResponse<String> answered =
                service.post(CALCULATE, "{\"calls\":[" + (call + ",").repeat(9_999) + call + "]}");
        HttpResponse<String> refused =
                service.post(CALCULATE, "{\"calls\":[" + (call + ",").repeat(10_000) + call + "]}");

        assertThat(answered.statusCode()).isEqualTo(200);
        assertThat(answered.body().split("\"value\":20", -1)).hasSize(10_001);
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.body()).contains("\"limit\":10000", "10,000 calls");
    }

    @Test
    void aBodyOverTheLimitIsRefusedByItsLength(ServiceProcess service) {
        HttpResponse<String> response = service.send(service.withJson(CALCULATE)
                .expectContinue(true)
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[LIMIT + 1]))
                .build());

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body()).contains("\"limit\":" + LIMIT);
    }

    @Test
    void aBodyOverTheLimitIsRefusedInChunks(ServiceProcess service) {
        HttpResponse<String> response = service.send(service.withJson(CALCULATE)
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> spaces(LIMIT + 1)))
                .build());

        assertThat(response.statusCode()).isEqualTo(413);
    }

    @Test
    void aBodyOverTheLimitIsRefusedWhenItComesSmall(ServiceProcess service) throws IOException {
        HttpResponse<String> response = service.send(service.withJson(CALCULATE, "Content-Encoding", "gzip")
                .POST(HttpRequest.BodyPublishers.ofByteArray(gzip(spaces(LIMIT + 1))))
                .build());

        assertThat(response.statusCode()).isEqualTo(413);
    }

    @Test
    void gzipIsUnderstoodAndOtherEncodingsAreNot(ServiceProcess service) throws IOException {
        byte[] packed = gzip(new ByteArrayInputStream(ONE.getBytes(StandardCharsets.UTF_8)));

        assertThat(service.send(service.withJson(CALCULATE, "Content-Encoding", "gzip")
                                .POST(HttpRequest.BodyPublishers.ofByteArray(packed))
                                .build())
                        .body())
                .contains("\"value\":20");
        assertThat(service.post(CALCULATE, ONE, "Content-Encoding", "gzip").statusCode())
                .isEqualTo(400);
        assertThat(service.post(CALCULATE, ONE, "Content-Encoding", "br").statusCode())
                .isEqualTo(415);
    }

    private static byte[] gzip(InputStream plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            plain.transferTo(gzip);
        }
        return packed.toByteArray();
    }

    /** Blank space before a document that never comes. */
    private static InputStream spaces(int count) {
        return new InputStream() {
            private int left = count;

            @Override
            public int read() {
                return left-- > 0 ? ' ' : -1;
            }

            @Override
            public int read(byte[] bytes, int from, int length) {
                if (left <= 0) {
                    return -1;
                }
                int read = Math.min(left, length);
                java.util.Arrays.fill(bytes, from, from + read, (byte) ' ');
                left -= read;
                return read;
            }
        };
    }
}
