package mpm.service.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages, files, the catalogue, the platform's own addresses, and the words for what is not there. */
@ExtendWith(RunningService.class)
class FilesIT {

    @ParameterizedTest
    @CsvSource({
        "/, text/html, Marketing performance",
        "/pages/live.js, text/javascript, calculate",
        "/site.css, text/css, --teal",
        "/health, application/json, UP",
        "/openapi, text/plain, MPM calculation service",
        "/metrics, text/plain, # TYPE",
        "/api/v1/functions, application/json, MPM.VARIANCE(",
        "/api/v1/functions/mpm.variance, application/json, MPM.VARIANCE(",
        "/api/v1/functions/_xldudf_MPM_CASCADE_TREE, application/json, CASCADE.TREE",
        "/api/v1/service, application/json, this computer only"
    })
    void whatIsThere(String path, String type, String content, ServiceProcess service) {
        HttpResponse<String> response = service.get(path);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith(type);
        assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(response.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("frame-ancestors 'none'");
        assertThat(response.headers().firstValue("Server")).isEmpty();
        assertThat(response.headers().firstValue("X-Powered-By")).isEmpty();
        assertThat(response.body()).contains(content);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/functions",
        "/api/v1/functions/VARIANCE",
        "/site.css",
        "/addin/functions.json",
        "/addin/manifest.xml",
        "/addin/manifest.json",
        "/addin/manifest.zip",
        "/addin/batch.js",
        "/playground/playground.js"
    })
    void whatHasNotChangedIsNotSentAgain(String path, ServiceProcess service) {
        HttpResponse<String> first = service.get(path);
        HttpResponse<String> second = service.get(
                path, "If-None-Match", first.headers().firstValue("ETag").orElseThrow());

        assertThat(first.headers().firstValue("Cache-Control")).hasValue("no-cache");
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
    }

    @Test
    void aBrowserIsToldInWordsWithAWayBack(ServiceProcess service) {
        HttpResponse<String> response = service.get("/no%3Cb%3Ewhere", "Accept", "text/html,*/*;q=0.8");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(response.body())
                .contains("<h1>Not found</h1>", "There is nothing at", "href=\"/\"")
                .doesNotContain("<b>");
    }

    @ParameterizedTest
    @CsvSource({
        "/nothing, 404",
        "/error, 404",
        "/api/v1/nothing, 404",
        "/api/v1/functions/NOPE, 404",
        "/WEB-INF/web.xml, 404",
        "/api/v1/calculate, 405"
    })
    void aProgramIsToldInAProblemDocument(String path, int status, ServiceProcess service) {
        HttpResponse<String> response = service.get(path);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(response.body()).startsWith("{\"status\":" + status).contains("\"title\":", "\"detail\":");
    }

    @Test
    void aPageIsOnlyRead(ServiceProcess service) {
        HttpResponse<String> response = service.send(service.withJson("/playground")
                .method("PATCH", HttpRequest.BodyPublishers.ofString("{}"))
                .build());

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.body()).contains("The address /playground can only be read.");
    }
}
