package mpm.service.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A workbook in, the same workbook with fresh values out, by a service whose limits for workbooks are set low. */
class RecalculateIT {

    private static final String RECALCULATE = "/api/v1/workbooks/recalculate";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String XLSM = "application/vnd.ms-excel.sheet.macroEnabled.12";

    private static ServiceProcess service;

    @BeforeAll
    static void start() throws Exception {
        service = ServiceProcess.ready(
                Files.createTempDirectory(Files.createDirectories(Path.of("target/services")), "recalculate"),
                Map.of(
                        "mpm.limits.body-bytes", "1000000",
                        "mpm.limits.workbook-unpacked-bytes", "3000000",
                        "mpm.limits.workbook-parts", "60",
                        "mpm.limits.workbook-cells", "10000",
                        "mpm.limits.workbook-formulas", "1000",
                        "mpm.limits.workbook-formula-characters", "2000",
                        "mpm.limits.workbook-formula-depth", "10"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void theValuesAreFreshAndTheRestIsAsItWas() throws IOException {
        byte[] file = workbook("_xldudf_MPM_VARIANCE(A1,B1)", "IF(C1>0,\"up\",\"down\")", "NOBODY.KNOWS(A1)");

        HttpResponse<byte[]> answer = service.postWorkbook(RECALCULATE, file, XLSX);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue(XLSX);
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"recalculated.xlsx\"");
        try (XSSFWorkbook fresh = open(answer.body())) {
            assertThat(fresh.getSheetAt(0).getRow(0).getCell(2).getCellFormula())
                    .isEqualTo("_xldudf_MPM_VARIANCE(A1,B1)");
            assertThat(fresh.getSheetAt(0).getRow(0).getCell(2).getNumericCellValue())
                    .isEqualTo(20);
            assertThat(fresh.getSheetAt(0).getRow(0).getCell(3).getStringCellValue())
                    .isEqualTo("up");
        }
        Map<String, byte[]> before = parts(file);
        parts(answer.body()).forEach((part, content) -> {
            if (!part.equals("xl/worksheets/sheet1.xml")) {
                assertThat(content).as(part).isEqualTo(before.get(part));
            }
        });
    }

    @Test
    void aWorkbookWithMacrosStaysOne() throws IOException {
        byte[] file = rewritten(
                workbook("1+1"),
                "[Content_Types].xml",
                types -> types.replace(XLSX + ".main+xml", "application/vnd.ms-excel.sheet.macroEnabled.main+xml"));

        HttpResponse<byte[]> answer = service.postWorkbook(RECALCULATE, file, XLSM);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue(XLSM);
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"recalculated.xlsm\"");
    }

    @Test
    void valuesOnlyHasNoFormula() throws IOException {
        HttpResponse<byte[]> answer =
                service.postWorkbook(RECALCULATE + "?values=only", workbook("MPM.VARIANCE(A1,B1)"), XLSX);

        assertThat(answer.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"values.xlsx\"");
        try (XSSFWorkbook values = open(answer.body())) {
            assertThat(values.getSheetAt(0).getRow(0).getCell(2).getCellType()).isEqualTo(CellType.NUMERIC);
            assertThat(values.getSheetAt(0).getRow(0).getCell(2).getNumericCellValue())
                    .isEqualTo(20);
        }
    }

    @Test
    void theReportSaysWhatChangedWhatFailedAndWhatIsUnknown() throws IOException {
        HttpResponse<byte[]> answer = service.postWorkbook(
                RECALCULATE + "?report=json",
                workbook("MPM.VARIANCE(A1,B1)", "MPM.VARIANCE.PCT(A1,0)", "NOBODY.KNOWS(A1)"),
                XLSX);

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        JsonNode report = new ObjectMapper().readTree(answer.body());
        assertThat(report.at("/formulas").asInt()).isEqualTo(3);
        assertThat(report.at("/changedCells/0").toString())
                .isEqualTo("{\"sheet\":\"Plan\",\"cell\":\"C1\",\"old\":0,\"now\":20}");
        assertThat(report.at("/failedCells/0").toString())
                .isEqualTo(
                        "{\"sheet\":\"Plan\",\"cell\":\"D1\",\"error\":\"#DIV/0!\",\"message\":\"Nothing was planned,"
                                + " so the variance has no percentage.\"}");
        assertThat(report.at("/unknownFunctions").toString()).isEqualTo("{\"NOBODY.KNOWS\":1}");
        assertThat(report.at("/keptCells/0/message").asText())
                .isEqualTo("NOBODY.KNOWS is not evaluated here, so the cell keeps its value.");
    }

    @Test
    void aFormulaReadsWhatTheServiceHasStored() throws IOException {
        service.put(
                "/api/v1/checklists/BOOK",
                "{\"fiscalYearStart\":\"2026-07-01\",\"organisation\":\"T\",\"done\":{\"C36\":\"2026-06-01\"}}");

        HttpResponse<byte[]> answer = service.postWorkbook(
                RECALCULATE,
                workbook(
                        "ISNUMBER(MATCH(\"DONE\",INDEX(MPM.CHECKLIST(46204,,\"Owner=Controller\",\"book\",,FALSE),1,0),0))",
                        "MPM.CHECKLIST(46204,,\"Owner=Controller\",\"nobody\",,FALSE)"),
                XLSX);

        try (XSSFWorkbook fresh = open(answer.body())) {
            assertThat(fresh.getSheetAt(0).getRow(0).getCell(2).getBooleanCellValue())
                    .isTrue();
            assertThat(fresh.getSheetAt(0).getRow(0).getCell(3).getErrorCellString())
                    .isEqualTo("#N/A");
        }
    }

    static Stream<Arguments> refused() throws IOException {
        byte[] whole = workbook("1+1");
        String content = "xl/worksheets/sheet1.xml";
        byte[] encrypted = Arrays.copyOf(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, 600);
        byte[] mark = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(mark, 0, encrypted, 512, mark.length);
        return Stream.of(
                Arguments.of(new byte[0], 422, "This is no workbook that can be read"),
                Arguments.of("a;b".getBytes(StandardCharsets.UTF_8), 422, "This is no workbook that can be read"),
                Arguments.of(Arrays.copyOf(whole, whole.length / 2), 422, "This is no workbook that can be read"),
                Arguments.of(encrypted, 422, "The workbook is encrypted with a password"),
                Arguments.of(
                        rewritten(whole, content, sheet -> sheet + " ".repeat(4_000_000)),
                        413,
                        "larger than 3,000,000 bytes together when they are unpacked"),
                Arguments.of(
                        rewritten(
                                whole,
                                content,
                                sheet -> "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
                                        + sheet.replaceFirst("<\\?xml.*?\\?>", "")),
                        422,
                        "declares a document type"),
                Arguments.of(new byte[1_000_001], 413, "A request may be 1,000,000 bytes long"),
                Arguments.of(workbook("(".repeat(11) + "1" + ")".repeat(11)), 413, "is nested deeper than 10 levels"),
                Arguments.of(workbook("1" + "+1".repeat(1000)), 413, "has more than 2,000 characters"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatIsNoWorkbookWithinTheLimitsIsRefusedInASentence(byte[] file, int status, String sentence) {
        HttpResponse<byte[]> answer = service.postWorkbook(RECALCULATE, file, XLSX);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains(sentence);
    }

    @ParameterizedTest
    @CsvSource({"?values=all, values can be “only” or be left out.", "?report=xml, report can be “json” or be left out."
    })
    void anUnknownWishIsRefused(String query, String sentence) throws IOException {
        HttpResponse<byte[]> answer = service.postWorkbook(RECALCULATE + query, workbook("1+1"), XLSX);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains(sentence);
    }

    /** What a page of another site can send without asking first never reaches the workbooks; nor does JSON. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/json"
            })
    void whatIsNotSentAsAWorkbookIsRefused(String type) throws IOException {
        HttpResponse<byte[]> answer = service.postWorkbook(RECALCULATE, workbook("1+1"), type);

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("Content-Type: " + XLSX);
    }

    @Test
    void aWorkbookIsTakenNowhereElseAndFromNoForeignPage() throws IOException {
        assertThat(service.postWorkbook("/api/v1/calculate", workbook("1+1"), XLSX)
                        .statusCode())
                .isEqualTo(415);
        assertThat(service.postWorkbook(RECALCULATE, workbook("1+1"), XLSX, "Origin", "https://evil.example")
                        .statusCode())
                .isEqualTo(403);
    }

    /** A sheet “Plan” with 120 and 100, and formulas beside them whose values are stale. */
    private static byte[] workbook(String... formulas) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            workbook.setCellFormulaValidation(false);
            XSSFSheet sheet = workbook.createSheet("Plan");
            sheet.createRow(0).createCell(0).setCellValue(120);
            sheet.getRow(0).createCell(1).setCellValue(100);
            for (int formula = 0; formula < formulas.length; formula++) {
                sheet.getRow(0).createCell(2 + formula).setCellFormula(formulas[formula]);
                sheet.getRow(0).getCell(2 + formula).setCellValue(0);
            }
            workbook.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static XSSFWorkbook open(byte[] file) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(file));
    }

    private static Map<String, byte[]> parts(byte[] file) throws IOException {
        Map<String, byte[]> parts = new java.util.LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }

    private static byte[] rewritten(byte[] file, String part, UnaryOperator<String> change) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> each : parts(file).entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                String content = new String(each.getValue(), StandardCharsets.UTF_8);
                zip.write(
                        each.getKey().equals(part)
                                ? change.apply(content).getBytes(StandardCharsets.UTF_8)
                                : each.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
