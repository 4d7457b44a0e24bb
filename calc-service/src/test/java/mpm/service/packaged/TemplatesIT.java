package mpm.service.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import mpm.workbook.gallery.Templates;
import mpm.workbook.template.Template;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The templates over HTTP: what there is, the workbooks, the pictures of their sheets, and their content for a page. */
@ExtendWith(RunningService.class)
class TemplatesIT {

    private static final String WORKBOOK = "/templates/annual-plan.xlsx";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Test
    void everyTemplateIsOfferedWithItsSheetsAndParameters(ServiceProcess service) throws IOException {
        JsonNode gallery = json(service.get("/api/v1/templates"));

        assertThat(gallery.path("templates")).hasSameSizeAs(Templates.ALL);
        JsonNode plan = gallery.path("templates").path(0);
        assertThat(plan.path("workbook").asText()).isEqualTo(WORKBOOK);
        assertThat(plan.path("sheets").findValuesAsText("name"))
                .isEqualTo(Templates.ALL.get(0).sheets().stream()
                        .map(Template.SheetSummary::name)
                        .toList());
        assertThat(gallery.path("parameters").findValuesAsText("otherwise"))
                .containsExactly("2026-07-01", "Tarnfell Instruments", "EUR");
        for (String picture : plan.path("sheets").findValuesAsText("picture")) {
            HttpResponse<byte[]> image = service.bytes(picture);
            assertThat(image.statusCode()).as(picture).isEqualTo(200);
            assertThat(image.headers().firstValue("Content-Type")).hasValue("image/png");
        }
    }

    @Test
    void aWorkbookIsMadeForItsParameters(ServiceProcess service) throws IOException {
        HttpResponse<byte[]> sample = service.bytes(WORKBOOK);
        HttpResponse<byte[]> own = service.bytes(
                WORKBOOK + "?fiscal-year-start=2027-01-01&organisation=M%C3%BCller+%26+%22S%C3%B6hne%22&currency=usd");

        assertThat(sample.headers().firstValue("Content-Type")).hasValue(XLSX);
        assertThat(sample.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"annual-plan-2026-07.xlsx\";"
                        + " filename*=UTF-8''Tarnfell%20Instruments%20Annual%20plan%202026-07.xlsx");
        assertThat(own.headers().firstValue("Content-Disposition").orElse(""))
                .contains("filename=\"annual-plan-2027-01.xlsx\"")
                .contains("''M%C3%BCller%20%26%20S%C3%B6hne%20Annual%20plan%202027-01.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(own.body()))) {
            assertThat(workbook.getNumberOfSheets())
                    .isEqualTo(Templates.ALL.get(0).sheets().size());
        }
        assertThat(own.body()).isNotEqualTo(sample.body());
    }

    @ParameterizedTest
    @CsvSource({WORKBOOK, "/api/v1/templates", "/api/v1/templates/annual-plan/sheets"})
    void whatHasNotChangedIsNotSentAgain(String path, ServiceProcess service) {
        String tag = service.get(path).headers().firstValue("ETag").orElseThrow();

        assertThat(service.get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fiscal-year-start=July | fiscal-year-start is “July”: give a day such as 2026-07-01.",
                "fiscal-year-start=2026-07-02 | A fiscal year starts on the first day of a month",
                "currency=Euro | currency is “Euro”: give the three letters of a currency, such as EUR.",
                "organisation=a%0Ab | a character that is not written",
                "organization=x | “organization” is not known here; known are fiscal-year-start, organisation, currency.",
            })
    void aParameterThatCannotBeReadIsRefusedInASentence(String query, String sentence, ServiceProcess service) {
        for (String path : new String[] {WORKBOOK, "/api/v1/templates/annual-plan/sheets"}) {
            HttpResponse<String> refusal = service.get(path + "?" + query);

            assertThat(refusal.statusCode()).isEqualTo(400);
            assertThat(refusal.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(refusal.body()).contains(sentence);
        }
        assertThat(service.get(WORKBOOK + "?" + query, "Accept", "text/html").body())
                .contains("<h1>", sentence);
    }

    @ParameterizedTest
    @CsvSource({
        "/templates/none.xlsx",
        "/templates/annual-plan.docx",
        "/templates/annual-plan/none.png",
        "/templates/annual-plan/..%2F..%2Fdesign%2Ftokens.png",
        "/api/v1/templates/none/sheets"
    })
    void whatIsNotThereIsNotFound(String path, ServiceProcess service) {
        assertThat(service.get(path).statusCode()).isIn(400, 404);
    }

    private static JsonNode json(HttpResponse<String> response) throws IOException {
        assertThat(response.statusCode()).isEqualTo(200);
        return new ObjectMapper().readTree(response.body());
    }
}
