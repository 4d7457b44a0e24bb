package mpm.service.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Excel and the playground load from the service. */
@ExtendWith(RunningService.class)
class AddinIT {

    private static final String EXCEL_ON_THE_WEB = "https://excel.officeapps.live.com";

    @ParameterizedTest
    @CsvSource({
        "/addin/functions.json, application/json, https://localhost:8443/functions/VARIANCE",
        "/addin/manifest.xml, application/xml, https://localhost:8443/addin/taskpane.html",
        "/addin/manifest.json, application/json, https://localhost:8443/addin/taskpane.html",
        "/addin/manifest.zip, application/zip, outline.png",
        "/addin/assets/icon-32.png, image/png, PNG"
    })
    void pagesOfOtherSitesMayReadWhatExcelOnTheWebFetches(
            String path, String type, String content, ServiceProcess service) {
        HttpResponse<String> response = service.get(path, "Origin", EXCEL_ON_THE_WEB);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith(type);
        assertThat(response.body()).contains(content);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/addin/taskpane.html", "/addin/batch.js", "/addin/tokens.css", "/playground/"})
    void pagesOfOtherSitesReadNothingElse(String path, ServiceProcess service) {
        assertThat(service.get(path, "Origin", EXCEL_ON_THE_WEB).statusCode()).isEqualTo(403);
    }

    @Test
    void theTaskPaneRunsInTheFramesOfOfficeAndLoadsOfficeJs(ServiceProcess service) {
        HttpResponse<String> pane = service.get("/addin/taskpane.html");
        String policy = pane.headers().firstValue("Content-Security-Policy").orElseThrow();

        assertThat(pane.statusCode()).isEqualTo(200);
        assertThat(policy)
                .contains("script-src 'self' https://appsforoffice.microsoft.com;")
                .contains("frame-ancestors 'self' https://*.officeapps.live.com");
        assertThat(pane.headers().firstValue("X-Frame-Options")).isEmpty();
    }

    @Test
    void thePlaygroundIsThereWithAndWithoutItsLastSlash(ServiceProcess service) {
        HttpResponse<String> page = service.get("/playground/");
        HttpResponse<String> without = service.get("/playground");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("frame-ancestors 'none'");
        assertThat(without.statusCode()).isEqualTo(302);
        assertThat(without.headers().firstValue("Location").orElse("")).endsWith("/playground/");
    }
}
