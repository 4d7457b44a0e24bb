package mpm.service.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The template Finance link on a service with the sample company: read, changed, sent, closed, reopened and sent again. */
class FinanceLinkIT {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String WORKBOOK = "5d3b-finance-link";
    private static final String SPEND = "MKT_SPEND";

    private static ServiceProcess service;
    private static PlanClient client;

    /** The workbook as Excel would have it open; its cells show what the service last answered. */
    private XSSFWorkbook workbook = new XSSFWorkbook();

    @BeforeAll
    static void start() throws IOException {
        service = ServiceProcess.ready(
                Files.createTempDirectory(Files.createDirectories(Path.of("target/services")), "finance-link"),
                Map.of());
        client = new PlanClient(service);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void fromTheServiceIntoTheWorkbookAndBack() throws IOException {
        workbook = open(service.bytes("/templates/finance-link.xlsx").body());
        refresh();
        assertThat(shown("DEMAND_EMEA", "P11", "Stored"))
                .as("nothing is stored yet")
                .isEmpty();

        client.post("sample", Map.of()).ok();
        client.put("workbooks/linked/" + WORKBOOK, Map.of("name", "Finance link.xlsx", "bindings", bindings()))
                .ok();
        refresh();
        for (JsonNode figure : stored()) {
            assertThat(new BigDecimal(shown(figure.path("org").asText(), month(figure), "Stored")))
                    .isEqualByComparingTo(figure.path("amount").decimalValue());
        }
        assertThat(total(9))
                .as("the plan of the workbook less that of the service")
                .isZero();
        assertThat(total(10)).as("the same of what was spent").isZero();

        // Type two figures; one stands in the template already. They are staged, and nothing is written yet.
        type("DEMAND_EMEA", "P11", 61_000);
        type("BRAND_EMEA", "P12", 12_345.67);
        JsonNode before = stored();
        refresh();
        assertThat(shown("DEMAND_EMEA", "P11", "Send")).isEqualTo("STAGED");
        assertThat(stored()).isEqualTo(before);

        // Submit, as the add-in does: every staged cell with its address and with what was seen there.
        List<Map<String, Object>> staged = staged();
        assertThat(staged).hasSize(3);
        long id = submit("first", staged).ok().path("id").asLong();
        refresh();
        assertThat(shown("DEMAND_EMEA", "P11", "Stored")).isEqualTo("61000");
        assertThat(shown("BRAND_EMEA", "P12", "Stored")).isEqualTo("12345.67");
        assertThat(shown("PARTNER_EMEA", "P10", "Stored")).isEqualTo("34000");
        assertThat(shown("DEMAND_EMEA", "P11", "Send")).isEqualTo("IN SYNC");
        assertThat(staged()).isEmpty();
        assertThat(total(9))
                .as("the workbook's own plan is not what the service has any more")
                .isNotZero();

        // Approve and lock: a later figure is refused, in the cell and by the service.
        client.post("submissions/" + id + "/approve", Map.of()).ok();
        for (String state : List.of("SUBMITTED", "APPROVED", "LOCKED")) {
            lock(state, "").ok();
        }
        type("DEMAND_EMEA", "P11", 62_000);
        List<Map<String, Object>> late = lines("DEMAND_EMEA", "P11");
        refresh();
        assertThat(shown("DEMAND_EMEA", "P11", "State")).isEqualTo("LOCKED");
        assertThat(shown("DEMAND_EMEA", "P11", "Send")).isEqualTo("LOCKED");
        assertThat(submit("late", late)
                        .refused(422)
                        .at("/outcome/lines/0/status")
                        .asText())
                .isEqualTo("LOCKED");

        // Reopen for a reason, and send it again.
        lock("OPEN", "").refused(422);
        lock("OPEN", "A late invoice").ok();
        refresh();
        assertThat(shown("DEMAND_EMEA", "P11", "Send")).isEqualTo("STAGED");
        submit("again", staged()).ok();
        refresh();
        assertThat(shown("DEMAND_EMEA", "P11", "Stored")).isEqualTo("62000");

        // The trail knows both changes, from which cell, and is whole.
        JsonNode trail = client.get("audit?object=PLAN/2/MKT_SPEND/DEMAND_EMEA/FY2027-P11")
                .ok()
                .path("entries");
        assertThat(trail.findValuesAsText("after")).startsWith("62000", "61000");
        assertThat(trail.findValuesAsText("sheet")).contains("Linked");
        assertThat(trail.findValuesAsText("cell"))
                .contains(cell("DEMAND_EMEA", "P11", "New").getAddress().formatAsString());
        client.verifiedEntries();

        // Remove it: New takes the word, and Change says what goes.
        assertThat(workbook.getSheet("Linked").getDataValidations())
                .anySatisfy(rule ->
                        assertThat(rule.getValidationConstraint().getFormula1()).contains("=\"#MISSING\""));
        cell("DEMAND_EMEA", "P11", "New").setCellValue("#MISSING");
        refresh();
        assertThat(shown("DEMAND_EMEA", "P11", "Change")).isEqualTo("-62000");
        assertThat(shown("DEMAND_EMEA", "P11", "Send")).isEqualTo("STAGED");
        submit("removed", staged()).ok();
        refresh();
        assertThat(shown("DEMAND_EMEA", "P11", "Stored")).isEmpty();
    }

    /** As a refresh in Excel: the service computes every formula of the workbook anew. */
    private void refresh() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        workbook.write(file);
        HttpResponse<byte[]> answer = service.postWorkbook("/api/v1/workbooks/recalculate", file.toByteArray(), XLSX);
        assertThat(answer.statusCode()).isEqualTo(200);
        workbook = open(answer.body());
    }

    private static XSSFWorkbook open(byte[] file) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(file));
    }

    private void type(String org, String month, double amount) {
        cell(org, month, "New").setCellValue(amount);
    }

    private List<Map<String, Object>> staged() {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (Row row : rows()) {
            if (text(cell(row, "Send")).equals("STAGED")) {
                lines.add(line(row));
            }
        }
        return lines;
    }

    private List<Map<String, Object>> lines(String org, String month) {
        return List.of(line(row(org, month)));
    }

    /** What the add-in sends of a cell. */
    private Map<String, Object> line(Row row) {
        Map<String, Object> line = new HashMap<>(address(row));
        Cell entered = cell(row, "New");
        line.put(
                "value",
                entered.getCellType() == CellType.STRING
                        ? entered.getStringCellValue()
                        : entered.getNumericCellValue());
        line.put("comment", text(cell(row, "Comment")));
        line.put("seen", seen(row));
        return line;
    }

    private Map<String, Object> address(Row row) {
        return Map.of(
                "scenario", text(cell(row, "Scenario")),
                "metric", text(cell(row, "Metric")),
                "org", text(cell(row, "Org")),
                "period", text(cell(row, "Period")),
                "sheet", "Linked",
                "cell", cell(row, "New").getAddress().formatAsString());
    }

    private List<Map<String, Object>> bindings() {
        return rows().stream()
                .map(row -> {
                    Map<String, Object> binding = new HashMap<>(address(row));
                    binding.put("direction", "IN");
                    return binding;
                })
                .toList();
    }

    private long seen(Row row) {
        for (JsonNode figure : stored()) {
            if (figure.path("org").asText().equals(text(cell(row, "Org")))
                    && figure.path("period").asText().equals(text(cell(row, "Period")))) {
                return figure.path("rowVersion").asLong();
            }
        }
        return 0;
    }

    private static PlanClient.Answer submit(String key, List<Map<String, Object>> lines) {
        return client.post(
                "submissions",
                Map.of("key", "finance-link " + key, "workbook", WORKBOOK, "comment", key, "lines", lines));
    }

    private static PlanClient.Answer lock(String state, String reason) {
        return client.post(
                "locks",
                Map.of("scenario", "PLAN", "org", "EMEA", "period", "FY2027-Q4", "state", state, "reason", reason));
    }

    private static JsonNode stored() {
        return client.figures("PLAN", List.of(SPEND), List.of("MKT"), List.of("FY2027-P08", "FY2027-P09", "FY2027-Q4"));
    }

    private static String month(JsonNode figure) {
        return figure.path("period").asText().substring("FY2027-".length());
    }

    private double total(int row) {
        return workbook.getSheet("Linked")
                .getRow(row - 1)
                .getCell(CellReference.convertColStringToIndex("G"))
                .getNumericCellValue();
    }

    private String shown(String org, String month, String column) {
        return text(cell(org, month, column));
    }

    private Cell cell(String org, String month, String column) {
        return cell(row(org, month), column);
    }

    private Cell cell(Row row, String column) {
        XSSFTable table = table();
        return row.getCell(
                table.getStartColIndex() + table.findColumnIndex(column), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
    }

    private Row row(String org, String month) {
        return rows().stream()
                .filter(each -> text(cell(each, "Org")).equals(org)
                        && text(cell(each, "Month")).equals(month))
                .findFirst()
                .orElseThrow();
    }

    private List<Row> rows() {
        XSSFTable table = table();
        XSSFSheet sheet = table.getXSSFSheet();
        List<Row> rows = new ArrayList<>();
        for (int row = table.getStartRowIndex() + 1; row <= table.getEndRowIndex(); row++) {
            rows.add(sheet.getRow(row));
        }
        return rows;
    }

    private XSSFTable table() {
        return workbook.getTable("Linked");
    }

    private static String text(Cell cell) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case NUMERIC ->
                BigDecimal.valueOf(cell.getNumericCellValue())
                        .stripTrailingZeros()
                        .toPlainString();
            case STRING -> cell.getStringCellValue();
            default -> "";
        };
    }
}
