package mpm.service.packaged;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** Files of what happened are read, mapped and applied, and the figures are the sums of their lines. */
@ClassTemplate
@ExtendWith(EachDatabase.class)
@TestMethodOrder(MethodOrderer.MethodName.class)
class ImportIT {

    private static final String SPEND = "MKT_SPEND";
    private static final String P03 = "FY2027-P03";
    private static final String GERMAN = """
            Export vom 30.09.2026
            Belegnr;Buchungsdatum;Konto;Lieferant;Kostenstelle;Betrag;Währung
            INV-1;03.09.2026;6610;Kästner & Söhne;CC-10;1.234,50;EUR
            INV-1;03.09.2026;6610;Kästner & Söhne;CC-10;100,00-;EUR
            INV-2;14.09.2026;6610;"Osier; Inc.";CC-20;1.000,00;USD
            INV-3;21.09.2026;6990;Finch;CC-10;77,00;EUR
            """;

    private final PlanClient client;

    /** Every test has a scenario and a system of its own; the organisation is the same. */
    private final String scenario;

    private final String source;

    ImportIT(ServiceProcess service, TestInfo test) {
        client = new PlanClient(service);
        scenario = test.getTestMethod().orElseThrow().getName().toUpperCase(Locale.ROOT);
        source = scenario;
    }

    @BeforeEach
    void organise() {
        if (client.get("units").ok().path("units").isEmpty()) {
            client.organise();
        }
        client.addScenario(scenario, "ACTUAL");
    }

    @Test
    void aFileIsShownAsItWouldBeRead() {
        JsonNode preview =
                sent(GERMAN.getBytes(Charset.forName("windows-1252"))).ok();

        assertThat(preview.at("/file/format").asText())
                .isEqualTo("text in windows-1252 with a semicolon between values");
        assertThat(texts(preview.path("columns")))
                .containsExactly("Belegnr", "Buchungsdatum", "Konto", "Lieferant", "Kostenstelle", "Betrag", "Währung");
        assertThat(preview.at("/mapping/columns/AMOUNT").asText()).isEqualTo("Betrag");
        assertThat(preview.at("/mapping/columns/COST_CENTRE").asText()).isEqualTo("Kostenstelle");
        assertThat(preview.at("/mapping/decimals").asText()).isEqualTo("COMMA");
        assertThat(preview.at("/mapping/dates").asText()).isEqualTo("DMY");
        assertThat(preview.at("/firstLines/0/line").asInt()).isEqualTo(3);
        assertThat(texts(preview.at("/firstLines/2/cells"))).contains("Osier; Inc.");
        assertThat(preview.path("problemCount").asInt()).isZero();
        assertThat(preview.path("unmapped").asInt()).isEqualTo(4);
        assertThat(preview.at("/totals/0/account").asText()).isEqualTo("6610");
        assertThat(preview.at("/totals/0/amount").decimalValue()).isEqualByComparingTo("1134.50");
        assertThat(preview.at("/totals/1/currency").asText()).isEqualTo("USD");
    }

    @Test
    void appliedItsSumsAreTheFiguresAndDrillToTheLines() {
        long id = mapped(sent(GERMAN).ok(), accounts());
        JsonNode applied = applied(id).ok();

        assertThat(applied.path("mapped").asInt()).isEqualTo(3);
        assertThat(applied.at("/file/appliedBy").asText()).isEqualTo("local");
        assertThat(amount("DEMAND_EMEA")).isEqualByComparingTo("1134.5");
        assertThat(amount("DEMAND_AMER")).isEqualByComparingTo("1000");
        JsonNode drilled =
                client.call("DRILL", SPEND, "DEMAND_EMEA", P03, scenario).path("value");
        assertThat(drilled).hasSize(4);
        assertThat(texts(drilled.path(3))).contains("TOTAL", "OK");
        assertThat(drilled.path(3).path(8).asDouble()).isEqualTo(1134.5);
        JsonNode entries = client.get("audit?object=" + scenario + "/1/MKT_SPEND/DEMAND_EMEA/" + P03)
                .ok()
                .path("entries");
        assertThat(entries.findValuesAsText("action")).containsExactly("IMPORT");
        assertThat(client.get("audit?object=" + id).ok().at("/entries/0/after").asText())
                .contains("4 lines", "2 figures");
        client.verifiedEntries();
    }

    @Test
    void aForeignAmountIsConvertedAndStillDrillsExactly() {
        long id = mapped(sent("""
                                Document,Date,Account,Cost centre,Amount,Currency
                                A,2026-09-01,6610,CC-10,33.33,USD
                                B,2026-09-02,6610,CC-10,66.67,USD
                                """).ok(), accounts());
        applied(id).ok();

        // 30.6636 and 61.3364: each line is rounded, then they are added.
        assertThat(amount("DEMAND_EMEA")).isEqualByComparingTo("92.0000");
        JsonNode drilled =
                client.call("DRILL", SPEND, "DEMAND_EMEA", P03, scenario).path("value");
        assertThat(texts(drilled.path(3))).contains("TOTAL", "OK");

        average("0.95");
        assertThat(amount("DEMAND_EMEA")).isEqualByComparingTo("95");
        assertThat(texts(client.call("DRILL", SPEND, "DEMAND_EMEA", P03, scenario)
                        .path("value")
                        .path(3)))
                .contains("TOTAL", "OK");

        // What is closed is no other sum than that of its lines: it is reopened before they are worth something else.
        lock("LOCKED", "");
        assertThat(client.put("rates", rates("0.92"))
                        .refused(409)
                        .path("detail")
                        .asText())
                .isEqualTo(
                        "MKT_SPEND at DEMAND_EMEA in FY2027-P03 of %s is closed, and its ledger lines would be worth something else: reopen it first."
                                .formatted(scenario));
        assertThat(amount("DEMAND_EMEA")).isEqualByComparingTo("95");
        assertThat(texts(client.call("DRILL", SPEND, "DEMAND_EMEA", P03, scenario)
                        .path("value")
                        .path(3)))
                .contains("TOTAL", "OK");
        lock("OPEN", "The rate of the month");
        average("0.92");
        assertThat(amount("DEMAND_EMEA")).isEqualByComparingTo("92");
    }

    @Test
    void appliedTwiceItCountsOnce() {
        long id = mapped(sent(GERMAN).ok(), accounts());
        JsonNode first = applied(id).ok();
        long entries = client.verifiedEntries();

        assertThat(applied(id).ok()).isEqualTo(first);
        JsonNode again = sent(GERMAN).ok();

        assertThat(again.at("/file/id").asLong()).isEqualTo(id);
        assertThat(again.at("/file/appliedAt").asText()).isNotEmpty();
        assertThat(amount("DEMAND_EMEA")).isEqualByComparingTo("1134.5");
        assertThat(client.verifiedEntries()).isEqualTo(entries);
    }

    @Test
    void aDocumentThatComesAgainTakesThePlaceOfItself() {
        applied(mapped(sent(GERMAN).ok(), accounts())).ok();
        String corrected = """
                Belegnr;Buchungsdatum;Konto;Lieferant;Kostenstelle;Betrag;Währung
                INV-1;03.10.2026;6610;Kästner & Söhne;CC-10;1.500,00;EUR
                """;

        applied(sent(corrected).ok().at("/file/id").asLong()).ok();

        assertThat(figures("DEMAND_EMEA", P03)).isEmpty();
        assertThat(figures("DEMAND_EMEA", "FY2027-P04").at("/0/amount").decimalValue())
                .isEqualByComparingTo("1500");
        assertThat(amount("DEMAND_AMER")).isEqualByComparingTo("1000");
    }

    @Test
    void whatIsNotMappedIsListedUntilItIsMappedOrRejected() {
        long id = mapped(sent(GERMAN).ok(), accounts());
        applied(id).ok();

        JsonNode unmapped = unmapped(id);
        assertThat(unmapped).hasSize(1);
        assertThat(unmapped.at("/0/account").asText()).isEqualTo("6990");
        assertThat(unmapped.at("/0/reason").asText()).isEqualTo("No metric is known for the account 6990.");
        assertThat(sumInEuro("MAPPED")).isEmpty();
        BigDecimal sum = sumInEuro("UNMAPPED").orElseThrow();

        map(id, Map.of("6610", SPEND, "6990", SPEND)).ok();
        assertThat(applied(id).ok().path("unmapped").asInt()).isZero();
        assertThat(amount("DEMAND_EMEA")).isEqualByComparingTo("1211.5");
        assertThat(sumInEuro("UNMAPPED").orElse(BigDecimal.ZERO))
                .isEqualByComparingTo(sum.subtract(new BigDecimal("77")));
        client.post("import/files/" + id + "/lines/6/reject", Map.of("reason", "Private"))
                .refused(409);
    }

    @Test
    void anAmountWithoutACurrencyIsInThatOfItsUnit() {
        long id = mapped(
                sent("Document,Date,Account,Cost centre,Amount\nA,2026-09-01,6990,CC-20,10.50\n")
                        .ok(),
                accounts());
        assertThat(applied(id).ok().path("unmapped").asInt()).isEqualTo(1);

        map(id, Map.of("6990", SPEND)).ok();
        applied(id).ok();

        assertThat(amount("DEMAND_AMER")).isEqualByComparingTo("10.5");
        assertThat(texts(client.call("DRILL", SPEND, "DEMAND_AMER", P03, scenario)
                        .path("value")
                        .path(1)))
                .contains("USD");
    }

    @Test
    void aLineThatBelongsNowhereIsRejectedForAReason() {
        long id = mapped(sent(GERMAN).ok(), accounts());
        applied(id).ok();

        client.post("import/files/" + id + "/lines/6/reject", Map.of()).refused(422);
        JsonNode file = client.post("import/files/" + id + "/lines/6/reject", Map.of("reason", "Private"))
                .ok();

        assertThat(file.path("rejected").asInt()).isEqualTo(1);
        assertThat(unmapped(id)).isEmpty();
    }

    @Test
    void nothingIsAppliedWhereALineCannotBeRead() {
        String broken = GERMAN + "INV-4;31.02.2026;6610;Finch;CC-10;abc;EUR\nSumme;;;;;2.211,50;\n";
        JsonNode preview = sent(broken).ok();
        assertThat(preview.path("problemCount").asInt()).isEqualTo(2);
        assertThat(preview.at("/problems/0/line").asInt()).isEqualTo(7);
        assertThat(preview.at("/problems/0/sentence").asText()).contains("“31.02.2026”");
        assertThat(preview.at("/problems/1/sentence").asText()).contains("account is missing");
        long id = mapped(preview, accounts());

        assertThat(applied(id).refused(409).path("detail").asText()).startsWith("Nothing was applied: 2 of 6 lines");
        assertThat(figures("MKT", "FY2027")).isEmpty();

        client.post("import/files/" + id + "/apply", Map.of("leaveOutUnreadable", true))
                .ok();
        assertThat(amount("DEMAND_EMEA")).isEqualByComparingTo("1134.5");
    }

    @Test
    void aClosedPeriodTakesNothing() {
        long id = mapped(sent(GERMAN).ok(), accounts());
        lock("LOCKED", "");

        JsonNode refusal = applied(id).refused(409);

        assertThat(refusal.path("detail").asText())
                .contains("Line 3: MKT_SPEND at DEMAND_EMEA in FY2027-P03: This is closed");
        assertThat(figures("MKT", "FY2027")).isEmpty();
        lock("OPEN", "The ledger came late");
        applied(id).ok();
        assertThat(amount("DEMAND_EMEA")).isEqualByComparingTo("1134.5");

        // Nor may a document move away from it.
        lock("LOCKED", "");
        String moved = "Belegnr;Buchungsdatum;Konto;Kostenstelle;Betrag\nINV-1;03.10.2026;6610;CC-10;1,00\n";
        assertThat(applied(sent(moved).ok().at("/file/id").asLong())
                        .refused(409)
                        .path("detail")
                        .asText())
                .contains("a document of the file is there already");
        assertThat(amount("DEMAND_EMEA")).isEqualByComparingTo("1134.5");
    }

    @Test
    void anExportOfTheYearToDateLeavesClosedPeriodsAsTheyAre() {
        applied(mapped(sent(GERMAN).ok(), accounts())).ok();
        lock("LOCKED", "");

        JsonNode preview =
                sent(GERMAN + "INV-5;05.10.2026;6610;Finch;CC-10;5,00;EUR\n").ok();
        assertThat(preview.path("unchanged").asInt()).isEqualTo(4);
        assertThat(preview.path("problemCount").asInt()).isZero();
        applied(preview.at("/file/id").asLong()).ok();

        assertThat(amount("DEMAND_EMEA")).isEqualByComparingTo("1134.5");
        assertThat(figures("DEMAND_EMEA", "FY2027-P04").at("/0/amount").decimalValue())
                .isEqualByComparingTo("5");
    }

    @Test
    void aWorkbookOfFiguresNeedsNoAccounts() throws IOException {
        byte[] workbook = workbook(List.of(
                List.of("Metric", "Org", "Period", "Value"),
                List.of("LEADS", "DEMAND_EMEA", P03, 412.0),
                List.of("LEADS", "DEMAND_AMER", LocalDate.of(2026, 9, 15), 0.1 + 0.2),
                List.of(SPEND, "Marketing DEMAND_AMER", P03, 1999.99)));

        JsonNode preview = client.sendTable("import/" + source + "?name=crm.xlsx", workbook, PlanClient.XLSX)
                .ok();
        long id = mapped(preview, Map.of());
        assertThat(client.get("import/files/" + id).ok().path("mapped").asInt()).isEqualTo(3);
        applied(id).ok();

        assertThat(client.figures(scenario, List.of("LEADS"), List.of("MKT"), List.of(P03))
                        .findValuesAsText("amount"))
                .containsExactlyInAnyOrder("412.0", "0.3");
        assertThat(amount("DEMAND_AMER")).isEqualByComparingTo("1999.99");
    }

    @Test
    void whatIsNoTableIsRefusedInASentence() {
        assertThat(refused(new byte[0], "text/csv")).contains("None of the first lines names columns");
        assertThat(refused("a,b\n\"1,2\n".getBytes(UTF_8), "text/csv")).contains("quotation mark");
        assertThat(refused("Date,Amount\n".getBytes(UTF_8), "text/csv")).contains("Nothing follows line 1");
        assertThat(refused(("Date,Amount\n" + "x".repeat(3_000) + ",1\n").getBytes(UTF_8), "text/csv"))
                .contains("longer than 2,000 characters");
        assertThat(refused(("Date,Amount\n" + "1,2\n".repeat(50_001)).getBytes(UTF_8), "text/csv"))
                .contains("more than 50,000 lines");
        assertThat(refused(("Date" + ",".repeat(300) + "\n").getBytes(UTF_8), "text/csv"))
                .contains("more than 200 values");
        assertThat(refused("no workbook".getBytes(UTF_8), PlanClient.XLSX)).contains("no workbook that can be read");
        client.sendTable("import/" + source, GERMAN.getBytes(UTF_8), "text/plain")
                .refused(415);
    }

    @Test
    void whatCannotSeparateValuesIsNoSeparator() {
        for (String separator : List.of("%22", "%0a", "%0d")) {
            assertThat(client.sendTable(
                                    "import/%s?separator=%s".formatted(source, separator),
                                    "a,b\n1,2\n".getBytes(UTF_8),
                                    "text/csv")
                            .refused(422)
                            .path("detail")
                            .asText())
                    .startsWith("A quotation mark or the end of a line does not separate values");
        }
        assertThat(refused("sep=\"\na,b\n1,2\n".getBytes(UTF_8), "text/csv")).startsWith("A quotation mark");
        assertThat(refused("sep=\r\na,b\n1,2\n".getBytes(UTF_8), "text/csv")).startsWith("A quotation mark");
    }

    @Test
    void aFileWithoutAmountsIsShownWithWhatItLacks() {
        JsonNode preview = sent("a\0b,c\n1,2\n".getBytes(UTF_8)).ok();

        assertThat(texts(preview.path("columns"))).containsExactly("a b", "c");
        assertThat(preview.path("notes").toString()).contains("column the amount stands");
    }

    @Test
    void twentyThousandLinesAreApplied() {
        String lines = IntStream.range(0, 20_000)
                .mapToObj(line -> "D%d;%02d.%02d.2026;6610;CC-10;%d,%02d;EUR"
                        .formatted(line, line % 28 + 1, line % 6 + 7, line % 900, line % 100))
                .collect(Collectors.joining("\n", "Belegnr;Datum;Konto;Kostenstelle;Betrag;Währung\n", "\n"));
        long begun = System.nanoTime();
        long id = mapped(sent(lines).ok(), accounts());
        JsonNode applied = applied(id).ok();

        System.out.printf("20,000 lines imported in %d ms%n", (System.nanoTime() - begun) / 1_000_000);
        assertThat(applied.at("/totals/0/lines").asInt()).isEqualTo(20_000);
        assertThat(client.call("GET", SPEND, "MKT", "FY2027", scenario)
                        .path("value")
                        .decimalValue())
                .isEqualByComparingTo(applied.at("/totals/0/amount").decimalValue());
    }

    private PlanClient.Answer sent(String table) {
        return sent(table.getBytes(UTF_8));
    }

    private PlanClient.Answer sent(byte[] table) {
        return client.sendTable("import/" + source + "?name=ledger.csv", table, "text/csv");
    }

    private String refused(byte[] file, String type) {
        return client.sendTable("import/" + source, file, type)
                .refused(422)
                .path("detail")
                .asText();
    }

    private static Map<String, String> accounts() {
        return Map.of("6610", SPEND);
    }

    private long mapped(JsonNode preview, Map<String, String> accounts) {
        long id = preview.at("/file/id").asLong();
        map(id, accounts).ok();
        return id;
    }

    private PlanClient.Answer map(long id, Map<String, String> accounts) {
        JsonNode proposed = client.get("import/files/" + id).ok().path("mapping");
        if (proposed.path("columns").isEmpty()) {
            throw new AssertionError("There is no proposal: " + proposed);
        }
        Map<String, Object> mapping = new HashMap<>();
        proposed.properties().forEach(each -> mapping.put(each.getKey(), each.getValue()));
        mapping.put("scenario", scenario);
        mapping.put("metrics", accounts);
        mapping.put("units", Map.of("CC-10", "DEMAND_EMEA", "CC-20", "DEMAND_AMER"));
        return client.put("import/files/" + id + "/mapping", mapping);
    }

    private PlanClient.Answer applied(long id) {
        return client.post("import/files/" + id + "/apply", Map.of());
    }

    /** Of all lines of a status, whatever file they came in. */
    private Optional<BigDecimal> sumInEuro(String status) {
        return StreamSupport.stream(
                        client.get("import/lines?status=" + status)
                                .ok()
                                .path("sums")
                                .spliterator(),
                        false)
                .filter(sum -> sum.path("currency").asText().equals("EUR"))
                .map(sum -> sum.path("amount").decimalValue())
                .findFirst();
    }

    private JsonNode unmapped(long file) {
        return client.get("import/lines?file=" + (file - 1) + "&line=1000000")
                .ok()
                .path("lines");
    }

    private void average(String rate) {
        client.put("rates", rates(rate)).ok();
    }

    private static Map<String, Object> rates(String average) {
        return Map.of("rates", List.of(PlanClient.rate("AVERAGE", average)));
    }

    private void lock(String state, String reason) {
        client.post(
                        "locks",
                        Map.of("scenario", scenario, "org", "EMEA", "period", P03, "state", state, "reason", reason))
                .ok();
    }

    private JsonNode figures(String unit, String period) {
        return client.figures(scenario, List.of(SPEND), List.of(unit), List.of(period));
    }

    private BigDecimal amount(String unit) {
        return figures(unit, P03).at("/0/amount").decimalValue();
    }

    private static byte[] workbook(List<List<Object>> rows) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            var sheet = workbook.createSheet("Figures");
            for (List<Object> values : rows) {
                var row = sheet.createRow(sheet.getPhysicalNumberOfRows());
                for (Object value : values) {
                    var cell = row.createCell(Math.max(0, row.getLastCellNum()));
                    if (value instanceof Double number) {
                        cell.setCellValue(number);
                    } else if (value instanceof LocalDate day) {
                        cell.setCellValue(day);
                    } else {
                        cell.setCellValue(value.toString());
                    }
                }
            }
            workbook.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
