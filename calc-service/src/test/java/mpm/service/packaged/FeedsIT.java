package mpm.service.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sample company as Excel's own connections read it. */
@ClassTemplate
@ExtendWith(EachDatabase.class)
class FeedsIT {

    private static final String FEEDS = "/api/v1/feeds";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ServiceProcess service;

    FeedsIT(RunningService.WithSample sample) {
        service = sample.service();
    }

    @Test
    void theListSaysWhatEachFeedHolds() throws IOException {
        JsonNode list = JSON.readTree(service.get(FEEDS).body());
        assertThat(list.path("feeds").findValuesAsText("csv"))
                .containsExactly(Stream.of("values", "variances", "commitments", "benchmarks", "audit")
                        .map(name -> service.at(FEEDS + "/" + name + ".csv").toString())
                        .toArray(String[]::new));
        list.path("feeds")
                .forEach(feed -> feed.path("columns")
                        .forEach(column ->
                                assertThat(column.path("meaning").asText()).endsWith(".")));
    }

    /** Reports name them: a column may come at the end, and none may go or change its name. */
    @Test
    void theColumnsAreTheseForGood() throws IOException {
        assertThat(headers("values"))
                .isEqualTo("scenario,scenarioKind,version,metric,metricName,measuredIn,org,orgName,period,year,quarter,"
                        + "starts,ends,currency,amount,groupAmount,rowVersion");
        assertThat(headers("variances"))
                .isEqualTo("scenario,against,metric,metricName,measuredIn,direction,org,orgName,period,year,quarter,"
                        + "starts,ends,currency,actual,plan,variance,variancePct,message");
        assertThat(headers("commitments"))
                .isEqualTo("id,owner,ownerName,metric,metricName,org,orgName,due,state,promised,original,revisions,"
                        + "tolerance,confidence,disclosed,proposedAt,acceptedAt,disclosedAt,closedAt,ifKept,ifMissed");
        assertThat(headers("benchmarks"))
                .isEqualTo("set,setName,metric,metricName,source,segment,date,percentile,peer,value,n");
        assertThat(headers("audit"))
                .isEqualTo("seq,at,user,action,objectType,objectId,before,after,workbook,sheet,cell,previousHash,hash");
    }

    @Test
    void valuesAddUpToWhatTheFunctionAnswers() throws IOException {
        List<Map<String, String>> leads = rows("values.csv?scenario=ACTUAL&metric=LEADS&year=2027");
        assertThat(sum(leads, "amount")).isEqualByComparingTo(value("LEADS", "MKT", "FY2027", "ACTUAL"));
        assertThat(leads)
                .allSatisfy(row -> assertThat(row).containsEntry("currency", "").containsEntry("groupAmount", ""));
        List<Map<String, String>> spend = rows("values.csv?scenario=PLAN&metric=MKT_SPEND&org=EMEA&year=FY2027");
        assertThat(sum(spend, "amount")).isEqualByComparingTo(value("MKT_SPEND", "EMEA", "FY2027", "PLAN"));
        assertThat(spend.get(0))
                .containsEntry("period", "FY2027-P01")
                .containsEntry("quarter", "1")
                .containsEntry("starts", "2026-07-01")
                .containsEntry("ends", "2026-07-31")
                .containsEntry("currency", "EUR");
    }

    @Test
    void jsonHoldsTheSameRowsAsCsv() throws IOException {
        JsonNode json = JSON.readTree(service.get(FEEDS + "/values.json").body());
        List<Map<String, String>> csv = rows("values.csv");
        assertThat(json).hasSameSizeAs(csv);
        assertThat(csv).hasSizeGreaterThan(200);
        for (int row = 0; row < csv.size(); row++) {
            for (Map.Entry<String, String> cell : csv.get(row).entrySet()) {
                JsonNode value = json.get(row).get(cell.getKey());
                assertThat(value.isNull() ? "" : value.asText().replaceFirst("\\.0$", ""))
                        .isEqualTo(cell.getValue());
            }
        }
    }

    @Test
    void variancesAreFavourableByTheDirectionOfTheMetric() throws IOException {
        List<Map<String, String>> rows = rows("variances.csv?metric=COST_PER_LEAD&year=2027");
        assertThat(rows).isNotEmpty();
        for (Map<String, String> row : rows) {
            if (!cell(row, "variance").isEmpty()) {
                assertThat(number(row, "variance"))
                        .isCloseTo(
                                number(row, "plan").subtract(number(row, "actual")),
                                Offset.offset(new BigDecimal("0.000000001")));
            }
        }
        List<Map<String, String>> spend = rows("variances.csv?metric=MKT_SPEND&year=2027&currency=EUR:BUDGET");
        assertThat(spend).allSatisfy(row -> assertThat(row).containsEntry("currency", "EUR"));
        assertThat(sum(spend, "actual"))
                .isEqualByComparingTo(service.get(FEEDS
                                + "/value?metric=MKT_SPEND&org=MKT&period=FY2027&scenario=ACTUAL&currency=EUR:BUDGET")
                        .body());
    }

    @Test
    void commitmentsBenchmarksAndAuditAreThere() throws IOException {
        assertThat(rows("commitments.csv?org=EMEA"))
                .extracting(row -> row.get("id"))
                .contains("K7");
        assertThat(rows("benchmarks.csv?metric=NPS"))
                .extracting(row -> row.get("percentile") + "=" + row.get("value"))
                .containsExactly("0.25=24", "0.5=36", "0.75=47");
        List<Map<String, String>> audit = rows("audit.csv");
        assertThat(audit.get(audit.size() - 1)).containsEntry("seq", "1").containsEntry("action", "LOAD");
        assertThat(rows("audit.csv?after=" + audit.get(0).get("seq"))).isEmpty();
    }

    @Test
    void theTrailIsNarrowedAsItIsOnThePage() throws IOException {
        PlanClient client = new PlanClient(service);
        String period = "FY2027-P11";
        long seen = client.figures("PLAN", List.of("MKT_SPEND"), List.of("BRAND_AMER"), List.of(period))
                .at("/0/rowVersion")
                .asLong();
        client.submit("narrowed", new PlanClient.Line("PLAN", "MKT_SPEND", "BRAND_AMER", period, 4711, seen))
                .ok();

        String filter = "?user=LOCAL&metric=marketing%20spend&org=AMER&period=FY2027-Q4&from=2000-01-01&to=2999-12-31";
        List<Map<String, String>> found = rows("audit.csv" + filter);
        assertThat(found).isNotEmpty();
        assertThat(found)
                .allSatisfy(row -> assertThat(row.get("objectId")).matches("PLAN/\\d/MKT_SPEND/BRAND_AMER/FY2027-P11"));
        assertThat(found)
                .extracting(row -> row.get("seq"))
                .isEqualTo(JSON.readTree(service.get("/api/v1/audit" + filter).body())
                        .path("entries")
                        .findValuesAsText("seq"));
        String one = "object=" + found.get(0).get("objectId");
        assertThat(rows("audit.csv?" + one)).isNotEmpty();
        for (String other : List.of(
                "user=nobody", "metric=LEADS", "org=EMEA", "period=FY2027-P03", "to=2000-01-01", "from=2999-01-01")) {
            assertThat(rows("audit.csv?" + other + "&" + one)).as(other).isEmpty();
            assertThat(rows("audit.csv?" + other)).as(other).doesNotContainAnyElementsOf(found);
        }
    }

    @Test
    void whatWasTypedNeverComputes() throws IOException {
        String formula = "=HYPERLINK(\"http://example.com\",\"here\")";
        service.post(
                "/api/v1/commitments",
                JSON.writeValueAsString(Map.of(
                        "id",
                        "F-1",
                        "owner",
                        "demand-emea",
                        "metric",
                        "LEADS",
                        "org",
                        "EMEA",
                        "due",
                        "2027-06-30",
                        "value",
                        -5,
                        "positive",
                        formula)));
        String csv = service.get(FEEDS + "/commitments.csv").body();
        assertThat(csv).contains("\"'=HYPERLINK(\"\"http://example.com\"\",\"\"here\"\")\"", ",-5,");
        assertThat(service.get(FEEDS + "/commitments.json").body()).contains(JSON.writeValueAsString(formula));
    }

    @Test
    void whatHasNotChangedIsNotSentAgain() throws IOException {
        HttpResponse<String> first = service.get(FEEDS + "/values.csv");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(first.headers().firstValue("Cache-Control")).hasValue("private, no-cache");
        assertThat(first.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8;header=present");
        assertThat(service.get(FEEDS + "/values.csv", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
        JsonNode figure = JSON.readTree(service.get(FEEDS + "/values.json?scenario=PLAN&metric=LEADS&org=EMEA")
                        .body())
                .path(11);
        HttpResponse<String> written = service.post(
                "/api/v1/submissions",
                JSON.writeValueAsString(Map.of(
                        "key",
                        "feeds",
                        "lines",
                        List.of(Map.of(
                                "scenario",
                                "PLAN",
                                "metric",
                                "LEADS",
                                "org",
                                figure.path("org").asText(),
                                "period",
                                figure.path("period").asText(),
                                "value",
                                777,
                                "seen",
                                figure.path("rowVersion").asLong())))));
        assertThat(written.statusCode()).as(written.body()).isEqualTo(201);
        assertThat(service.get(FEEDS + "/values.csv", "If-None-Match", tag).body())
                .contains(",777,");
    }

    @Test
    void aConnectionCarriesTheAddressAndTheFilters() {
        HttpResponse<String> file = service.get(FEEDS + "/values.odc?year=2027&org=EMEA");
        assertThat(file.headers().firstValue("Content-Type")).hasValue("text/x-ms-odc;charset=UTF-8");
        assertThat(file.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"MPM values.odc\"");
        assertThat(file.body()).contains("http://localhost:" + service.port(), "RelativePath");
        assertThat(service.get(FEEDS + "/values.pq?year=2027&org=EMEA").body())
                .contains("Query = [org = \"EMEA\", year = \"2027\"]", "{\"amount\", type number}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "values.csv?scenarios=PLAN|422|scenarios is no filter of values: it takes scenario, version, metric, org, year.",
                "values.csv?scenario=NOWHERE|422|Unknown scenario",
                "values.csv?year=soon|422|year is “soon”",
                "values.csv?version=1|422|A version belongs to a scenario",
                "variances.csv?currency=doubloons|422|is no currency",
                "audit.csv?after=yesterday|422|after is “yesterday”: write a number.",
                "audit.csv?from=yesterday|422|from is “yesterday”: write a day such as 2027-02-28.",
                "audit.csv?metric=CLICKS|422|Unknown metric",
                "audit.csv?scenario=PLAN|422|scenario is no filter of audit",
                "nothing.csv|404|There is no feed of this name: there are values,",
                "value?metric=LEADS|422|org is missing",
                "values.odc?colour=red|422|colour is no filter"
            })
    void whatCannotBeAskedIsSaid(String expected) {
        String[] parts = expected.split("\\|", 3);
        HttpResponse<String> refusal = service.get(FEEDS + "/" + parts[0].replace(" ", "%20"));
        assertThat(refusal.statusCode()).as(refusal.body()).isEqualTo(Integer.parseInt(parts[1]));
        assertThat(refusal.body()).contains(parts[2]);
    }

    @Test
    void oneValueIsATextThatExcelReads() {
        assertThat(value("LEADS", "MKT", "YTD:FY2027-P08", "ACTUAL")).isEqualTo("9420");
        assertThat(value("COST_PER_LEAD", "EMEA", "FY2027-P08", "ACTUAL")).startsWith("157.7704697");
        assertThat(value("LEADS", "EMEA", "FY2027-P12", "ACTUAL")).isEqualTo("#N/A");
        assertThat(value("CLICKS", "EMEA", "FY2027-P01", "ACTUAL")).isEqualTo("#N/A");
        assertThat(service.get(FEEDS + "/value?metric=LEADS&org=EMEA&period=FY2027-P12&scenario=ACTUAL&missing=0")
                        .body())
                .isEqualTo("0");
    }

    private String value(String metric, String org, String period, String scenario) {
        HttpResponse<String> answer = service.get(
                FEEDS + "/value?metric=%s&org=%s&period=%s&scenario=%s".formatted(metric, org, period, scenario));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private String headers(String feed) {
        return service.get(FEEDS + "/" + feed + ".csv")
                .body()
                .lines()
                .findFirst()
                .orElseThrow()
                .substring(1);
    }

    private List<Map<String, String>> rows(String feed) throws IOException {
        HttpResponse<String> answer = service.get(FEEDS + "/" + feed);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).startsWith("\ufeff");
        return CSVParser.parse(
                        answer.body().substring(1),
                        CSVFormat.RFC4180
                                .builder()
                                .setHeader()
                                .setSkipHeaderRecord(true)
                                .get())
                .stream()
                .map(CSVRecord::toMap)
                .toList();
    }

    private static BigDecimal sum(List<Map<String, String>> rows, String column) {
        return rows.stream()
                .filter(row -> !cell(row, column).isEmpty())
                .map(row -> number(row, column))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal number(Map<String, String> row, String column) {
        return new BigDecimal(cell(row, column));
    }

    private static String cell(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }
}
