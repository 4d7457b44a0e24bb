package mpm.workbook.recalculation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mpm.catalogue.Limits;
import mpm.functions.Functions;
import mpm.link.Found;
import mpm.link.Links;
import mpm.link.Need;
import mpm.workbook.gallery.Templates;
import mpm.workbook.template.Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkbookRecalculationTest {

    private static final String ROWS = """
        <row r="1" spans="1:3"><c r="A1" s="1"><v>120</v></c><c r="B1"><v>100</v></c>\
        <c r="C1" s="2"%s</c></row>\
        <row r="2"><c r="A2" t="inlineStr"><is><t>x &amp; y</t></is></c></row>\
        """;

    private final WorkbookRecalculation recalculation = recalculation(Links.NONE);

    private static WorkbookRecalculation recalculation(Links links) {
        return new WorkbookRecalculation(Functions.CATALOGUE, links, Limits.STANDARD, WorkbookLimits.STANDARD);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "_xldudf_MPM_VARIANCE(A1,B1) | <v>20</v>",
                "MPM.VARIANCE(A1,B1) | <v>20</v>",
                "mpm.variance( A1 , B1 )+1 | <v>21</v>",
                "ROUND(_xldudf_MPM_VARIANCE_PCT(A1,B1),1)*SUM(A1:B1) | <v>44</v>",
                "IF(A1&gt;B1,MPM.VARIANCE(Other!A1,1),0) | <v>6</v>",
                "MPM.VARIANCE(Limit,B1) | <v>-93</v>",
                "SUM(MPM.CASCADE(A1,{1;1;1})) | <v>120</v>",
                "MPM.CASCADE(A1,{1;1;1}) | <v>40</v>",
                "A2&amp;\" &lt;z&gt;\" | <v>x &amp; y &lt;z&gt;</v>",
                "MPM.VARIANCE(A1,B1)&gt;0 | <v>1</v>",
                "MPM.VARIANCE(A2,B1) | <v>#VALUE!</v>",
                "REPT(A2,1000000000) | <v>#VALUE!</v>",
                "LEN(REPT(\"ab\",3))+LEN(SUBSTITUTE(\"aa\",\"a\",\"bb\")) | <v>10</v>",
                "B9 | <v>0</v>"
            })
    void aFormulaShowsItsFreshValueInEitherSpelling(String formula, String shows) {
        byte[] file = PackedWorkbook.with(ROWS.formatted("><f>" + formula + "</f><v>999</v>"))
                .name("Limit", "Other!$A$1")
                .bytes();

        String sheet = PackedWorkbook.text(recalculation.recalculated(file).workbook(), PackedWorkbook.SHEET);

        assertThat(sheet).contains("<f>" + formula + "</f>" + shows + "</c>");
        assertThat(sheet.replaceFirst("<c r=\"C1\".*?</c>", ""))
                .isEqualTo(PackedWorkbook.text(file, PackedWorkbook.SHEET).replaceFirst("<c r=\"C1\".*?</c>", ""));
    }

    @Test
    void nothingChangesWhereEveryValueIsFresh() {
        byte[] template = Templates.ALL.get(0).workbook(Parameters.sample());

        Recalculated recalculated = recalculation.recalculated(template);

        assertThat(recalculated.report().changes()).isEmpty();
        assertThat(recalculated.report().keeps()).isEmpty();
        assertSameParts(recalculated.workbook(), template);
    }

    @Test
    void onlyTheSheetChangesWhoseValueIsStale() {
        byte[] template = Templates.ALL.get(0).workbook(Parameters.sample());
        Map<String, byte[]> parts = PackedWorkbook.parts(template);
        String name = parts.keySet().stream()
                .filter(part -> part.startsWith("xl/worksheets/sheet"))
                .filter(part -> PackedWorkbook.text(template, part).contains("_xldudf_MPM_"))
                .findFirst()
                .orElseThrow();
        String sheet = PackedWorkbook.text(template, name);
        String stale = sheet.replaceFirst("(<f[^>]*>[^<]*_xldudf_MPM_[^<]*</f><v>)[^<]+", "$1-12345.5");
        assertThat(stale).isNotEqualTo(sheet);
        parts.put(name, stale.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        byte[] file = PackedWorkbook.packed(parts);

        Recalculated recalculated = recalculation.recalculated(file);

        assertThat(recalculated.report().changed()).isEqualTo(1);
        Map<String, byte[]> fresh = PackedWorkbook.parts(recalculated.workbook());
        parts.forEach((part, content) -> {
            if (!part.equals(name)) {
                assertThat(fresh.get(part)).as(part).isEqualTo(content);
            }
        });
    }

    @Test
    void whatIsNoSheetStaysByteForByteAsItWasPacked() {
        byte[] file = PackedWorkbook.with(ROWS.formatted("><f>A1+B1</f><v>1</v>"))
                .type(WorkbookPackage.XLSM)
                .part("xl/vbaProject.bin", new byte[] {(byte) 0xD0, (byte) 0xCF, 17, 0, 1, 2})
                .part("xl/webextensions/webextension1.xml", "<we:webextension xmlns:we=\"x\"\n  id='1'/>")
                .part("xl/featurePropertyBag/featurePropertyBag.xml", "<FeaturePropertyBags/>")
                .part("xl/nobody/knows.dat", "what this is")
                .bytes();

        Recalculated recalculated = recalculation.recalculated(file);
        byte[] fresh = recalculated.workbook();

        assertThat(recalculated.hasMacros()).isTrue();
        Map<String, byte[]> before = PackedWorkbook.parts(file);
        Map<String, byte[]> after = PackedWorkbook.parts(fresh);
        assertThat(List.copyOf(after.keySet())).isEqualTo(List.copyOf(before.keySet()));
        before.forEach((part, content) -> {
            if (!part.equals(PackedWorkbook.SHEET)) {
                assertThat(after.get(part)).as(part).isEqualTo(content);
            }
        });
        assertThat(PackedWorkbook.text(fresh, PackedWorkbook.SHEET)).contains("<f>A1+B1</f><v>220</v>");
    }

    @Test
    void aRangeGrowsAndWhatReadsItSeesTheNewCells() {
        byte[] file = PackedWorkbook.with("""
            <row r="1"><c r="A1" cm="1"><f t="array" ref="A1:A2">_xldudf_MPM_CASCADE(C1,{1;1;1;1})</f><v>5</v></c>\
            <c r="B1"><f>SUM(A1:A9)</f><v>10</v></c><c r="C1"><v>100</v></c></row>\
            <row r="2"><c r="A2" s="3"><v>5</v></c></row><row r="4" spans="2:2"><c r="B4"><v>1</v></c></row>\
            """)
                .chain("<c r=\"B1\" i=\"1\"/><c r=\"A1\" a=\"1\"/>")
                .bytes();

        Recalculated recalculated = recalculation.recalculated(file);
        byte[] fresh = recalculated.workbook();

        assertThat(PackedWorkbook.text(fresh, PackedWorkbook.SHEET))
                .contains("ref=\"A1:A4\">_xldudf_MPM_CASCADE(C1,{1;1;1;1})</f><v>25</v>")
                .contains("<f>SUM(A1:A9)</f><v>100</v>")
                .contains("<row r=\"2\"><c r=\"A2\" s=\"3\"><v>25</v></c></row>")
                .contains("<row r=\"3\"><c r=\"A3\"><v>25</v></c></row>")
                .contains("<row r=\"4\"><c r=\"A4\"><v>25</v></c><c r=\"B4\"><v>1</v></c></row>")
                .contains("<dimension ref=\"A1:C4\"/>");
        assertThat(PackedWorkbook.parts(fresh)).doesNotContainKey("xl/calcChain.xml");
        assertThat(PackedWorkbook.text(fresh, "xl/_rels/workbook.xml.rels")).doesNotContain("calcChain");
        assertThat(PackedWorkbook.text(fresh, "[Content_Types].xml")).doesNotContain("calcChain");
        assertThat(recalculated.report().changes())
                .extracting(Report.Change::cell)
                .containsExactly("A1", "B1", "A2", "A3", "A4");
    }

    @Test
    void aRangeShrinksAndLeavesEmptyCells() {
        byte[] file = PackedWorkbook.with("""
            <row r="1"><c r="A1" cm="1"><f t="array" ref="A1:A3">_xldudf_MPM_CASCADE(10,{1;1})</f><v>1</v></c>\
            <c r="B1"><f>COUNT(A1:A3)</f><v>3</v></c></row>\
            <row r="2"><c r="A2"><v>1</v></c></row><row r="3"><c r="A3" s="3"><v>1</v></c></row>\
            """).bytes();

        String sheet = PackedWorkbook.text(recalculation.recalculated(file).workbook(), PackedWorkbook.SHEET);

        assertThat(sheet)
                .contains("ref=\"A1:A2\">_xldudf_MPM_CASCADE(10,{1;1})</f><v>5</v>")
                .contains("<f>COUNT(A1:A3)</f><v>2</v>")
                .contains("<c r=\"A3\" s=\"3\"/>");
    }

    @Test
    void aRangeThatMeetsAnotherCellShowsThatItCannotSpill() {
        byte[] file = PackedWorkbook.with("""
            <row r="1"><c r="A1" cm="1"><f t="array" ref="A1:A2">_xldudf_MPM_CASCADE(9,{1;1;1})</f><v>1</v></c></row>\
            <row r="2"><c r="A2"><v>1</v></c></row><row r="3"><c r="A3"><v>42</v></c></row>\
            """).bytes();

        Recalculated recalculated = recalculation.recalculated(file);

        assertThat(PackedWorkbook.text(recalculated.workbook(), PackedWorkbook.SHEET))
                .contains("<c r=\"A1\" cm=\"1\" t=\"e\"><f t=\"array\" ref=\"A1\">")
                .contains("</f><v>#VALUE!</v></c>")
                .contains("<c r=\"A2\"/>")
                .contains("<c r=\"A3\"><v>42</v></c>");
        assertThat(recalculated.report().failures())
                .containsExactly(new Report.Failure(
                        "Plan", "A1", "#SPILL!", "The result needs A1:A3, and A3 is not empty: clear it."));
    }

    @Test
    void anOldArrayFormulaKeepsItsCells() {
        byte[] file = PackedWorkbook.with("""
            <row r="1"><c r="A1"><f t="array" ref="A1:A3">MPM.CASCADE(10,{1;1})</f><v>1</v></c></row>\
            <row r="2"><c r="A2"><v>1</v></c></row><row r="3"><c r="A3"><v>1</v></c></row>\
            """).bytes();

        assertThat(PackedWorkbook.text(recalculation.recalculated(file).workbook(), PackedWorkbook.SHEET))
                .contains("ref=\"A1:A3\">MPM.CASCADE(10,{1;1})</f><v>5</v>")
                .contains("<c r=\"A2\"><v>5</v></c>")
                .contains("<c r=\"A3\" t=\"e\"><v>#N/A</v></c>");
    }

    @Test
    void aSheetStaysInItsEncoding() {
        String sheet = "\uFEFF"
                + PackedWorkbook.sheet("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Größe</t></is></c>"
                                + "<c r=\"B1\"><f>A1&amp;\"ß\"</f></c></row>")
                        .replace("UTF-8", "UTF-16");
        byte[] file = PackedWorkbook.with("")
                .part(PackedWorkbook.SHEET, sheet.getBytes(java.nio.charset.StandardCharsets.UTF_16LE))
                .bytes();

        byte[] fresh = PackedWorkbook.parts(recalculation.recalculated(file).workbook())
                .get(PackedWorkbook.SHEET);

        assertThat(new String(fresh, java.nio.charset.StandardCharsets.UTF_16LE))
                .isEqualTo(sheet.replace(
                        "<c r=\"B1\"><f>A1&amp;\"ß\"</f>", "<c r=\"B1\" t=\"str\"><f>A1&amp;\"ß\"</f><v>Größeß</v>"));
    }

    @Test
    void formulasThatShareATextAreComputedEachInItsPlace() {
        byte[] file = PackedWorkbook.with("""
            <row r="1"><c r="A1"><v>3</v></c><c r="B1"><f t="shared" ref="B1:B2" si="0">MPM.VARIANCE(A1,Other!$A$1)</f></c></row>\
            <row r="2"><c><v>9</v></c><c><f t="shared" si="0"/></c></row>\
            """).bytes();

        assertThat(PackedWorkbook.text(recalculation.recalculated(file).workbook(), PackedWorkbook.SHEET))
                .contains("MPM.VARIANCE(A1,Other!$A$1)</f><v>-4</v>")
                .contains("<c><f t=\"shared\" si=\"0\"/><v>2</v></c>");
    }

    @Test
    void aTableColumnReadsItsOwnRow() {
        String formula = "_xldudf_MPM_VARIANCE(T[[#This Row],[Actual]],T[[#This Row],[Plan]])";
        byte[] file = tableWorkbook(formula);

        assertThat(PackedWorkbook.text(recalculation.recalculated(file).workbook(), PackedWorkbook.SHEET))
                .contains("<c r=\"C2\" cm=\"1\"><f t=\"array\" ref=\"C2\">" + formula + "</f><v>20</v></c>")
                .contains("<c r=\"C3\" cm=\"1\"><f t=\"array\" ref=\"C3\">" + formula + "</f><v>5</v></c>");
    }

    private static byte[] tableWorkbook(String formula) {
        String header = "<c r=\"%s1\" t=\"inlineStr\"><is><t>%s</t></is></c>";
        String row = "<row r=\"%1$d\"><c r=\"A%1$d\"><v>%2$d</v></c><c r=\"B%1$d\"><v>%3$d</v></c>"
                + "<c r=\"C%1$d\" cm=\"1\"><f t=\"array\" ref=\"C%1$d\">" + formula + "</f><v>0</v></c></row>";
        return PackedWorkbook.with("<row r=\"1\">%s%s%s</row>%s%s"
                        .formatted(
                                header.formatted("A", "Actual"),
                                header.formatted("B", "Plan"),
                                header.formatted("C", "Variance"),
                                row.formatted(2, 120, 100),
                                row.formatted(3, 15, 10)))
                .table(
                        "<table xmlns=\"%s\" id=\"1\" name=\"T\" displayName=\"T\" ref=\"A1:C3\" totalsRowShown=\"0\"><tableColumns count=\"3\"><tableColumn id=\"1\" name=\"Actual\"/><tableColumn id=\"2\" name=\"Plan\"/><tableColumn id=\"3\" name=\"Variance\"><calculatedColumnFormula array=\"1\">%s</calculatedColumnFormula></tableColumn></tableColumns></table>"
                                .formatted(PackedWorkbook.MAIN, formula))
                .bytes();
    }

    @Test
    void datesCountFromTheDayOfTheWorkbook() {
        String row = "<row r=\"1\"><c r=\"A1\"><f>MPM.FISCAL(%d,7)</f></c></row>";

        assertThat(sheet(recalculation.recalculated(
                        PackedWorkbook.with(row.formatted(46_419)).bytes())))
                .contains("<v>FY2027-P08</v>");
        assertThat(sheet(recalculation.recalculated(PackedWorkbook.with(row.formatted(46_419 - 1_462))
                        .from1904()
                        .bytes())))
                .contains("<v>FY2027-P08</v>");
    }

    /** Apache POI would count them from 1900. */
    @Test
    void excelsFunctionsOfDatesKeepTheirValuesWhereDatesCountFrom1904() {
        String rows = "<row r=\"1\"><c r=\"A1\"><f>DATE(2027,2,1)</f><v>44957</v></c><c r=\"B1\"><f>A1+1</f></c></row>";

        Recalculated recalculated =
                recalculation.recalculated(PackedWorkbook.with(rows).from1904().bytes());

        assertThat(sheet(recalculated)).contains("<f>DATE(2027,2,1)</f><v>44957</v>", "<f>A1+1</f><v>44958</v>");
        assertThat(recalculated.report().unknownFunctions()).containsOnlyKeys("DATE");
        assertThat(sheet(recalculation.recalculated(PackedWorkbook.with(rows).bytes())))
                .contains("<f>DATE(2027,2,1)</f><v>46419</v>");
    }

    private static String sheet(Recalculated recalculated) {
        return PackedWorkbook.text(recalculated.workbook(), PackedWorkbook.SHEET);
    }

    @Test
    void whatCannotBeComputedKeepsItsValueAndSpoilsNothing() {
        byte[] file = PackedWorkbook.with("""
            <row r="1"><c r="A1" t="str"><f>NOBODY.KNOWS(1)</f><v>old</v></c><c r="B1"><f>A1&amp;"!"</f><v>0</v></c></row>\
            <row r="2"><c r="A2"><f>B2+1</f><v>5</v></c><c r="B2"><f>A2*2</f><v>6</v></c><c r="C2"><f>A2+B2</f><v>0</v></c></row>\
            <row r="3"><c r="A3"><f>SUM(</f><v>7</v></c><c r="B3"><f>[1]Budget!A1</f><v>8</v></c><c r="C3"><f>A3+B3</f></c></row>\
            <row r="4"><c r="A4"><f>_xlfn.NOBODY.KNOWS(1)</f><v>1</v></c><c r="B4"><f>IF(TRUE,1,B5)</f></c></row>\
            <row r="5"><c r="B5"><f>B4</f></c><c r="C5"><f>MPM.NOBODY(1)</f></c></row>\
            """).bytes();

        Recalculated recalculated = recalculation.recalculated(file);

        assertThat(PackedWorkbook.text(recalculated.workbook(), PackedWorkbook.SHEET))
                .contains("<f>NOBODY.KNOWS(1)</f><v>old</v>")
                .contains("<f>A1&amp;\"!\"</f><v>old!</v>")
                .contains("<f>B2+1</f><v>5</v>", "<f>A2*2</f><v>6</v>", "<f>A2+B2</f><v>11</v>")
                .contains("<f>SUM(</f><v>7</v>", "<f>[1]Budget!A1</f><v>8</v>", "<f>A3+B3</f><v>15</v>")
                .contains("<f>IF(TRUE,1,B5)</f><v>1</v>", "<f>B4</f><v>1</v>");
        Report report = recalculated.report();
        assertThat(report.unknownFunctions()).isEqualTo(Map.of("NOBODY.KNOWS", 2));
        assertThat(report.keeps()).extracting(Report.Keep::cell).containsExactly("A1", "A2", "B2", "A3", "B3", "A4");
        assertThat(report.keeps()).extracting(Report.Keep::message).allMatch(message -> message.matches("[A-Z].*\\."));
        assertThat(report.failures())
                .extracting(Report.Failure::message)
                .containsExactly("MPM has no function “_XLDUDF_MPM_NOBODY”.");
    }

    @Test
    void aLongChainInTheWrongOrderIsComputed() {
        int rows = 20_000;
        String chain = IntStream.range(1, rows)
                .mapToObj(row -> "<row r=\"%d\"><c r=\"A%1$d\"><f>A%d+1</f></c></row>".formatted(row, row + 1))
                .collect(Collectors.joining());
        byte[] file = PackedWorkbook.with(chain + "<row r=\"%d\"><c r=\"A%1$d\"><v>1</v></c></row>".formatted(rows))
                .bytes();

        assertThat(PackedWorkbook.text(recalculation.recalculated(file).workbook(), PackedWorkbook.SHEET))
                .contains("<f>A2+1</f><v>" + rows + "</v>");
    }

    @Test
    void theStoredDataOfAllCellsIsAskedForAtOnce() {
        List<Integer> asked = new ArrayList<>();
        Links counting = (Set<Need<?>> needs) -> {
            asked.add(needs.size());
            return Found.NOTHING;
        };
        String rows = IntStream.rangeClosed(1, 1000)
                .mapToObj(row ->
                        "<row r=\"%1$d\"><c r=\"A%1$d\"><f>IFERROR(MPM.VARIANCE(1,2,\"METRIC%1$d\"),0)</f></c><c r=\"B%1$d\"><f>MPM.VARIANCE(1,A%1$d,\"OTHER%1$d\")</f></c></row>"
                                .formatted(row))
                .collect(Collectors.joining());

        recalculation(counting).recalculated(PackedWorkbook.with(rows).bytes());

        assertThat(asked).containsExactly(2000);
    }

    @Test
    void valuesOnlyHasNoFormulaAndNothingThatNamesOne() {
        String formula = "_xldudf_MPM_VARIANCE(T[[#This Row],[Actual]],T[[#This Row],[Plan]])";
        byte[] values = recalculation.recalculated(tableWorkbook(formula)).valuesOnly();

        PackedWorkbook.parts(values)
                .forEach((part, content) -> assertThat(PackedWorkbook.text(values, part))
                        .as(part)
                        .doesNotContain("_xldudf_", "<f", "calcChain\" Target"));
        assertThat(PackedWorkbook.text(values, PackedWorkbook.SHEET)).contains("<c r=\"C2\"><v>20</v></c>");
    }

    @Test
    void aTextThatStandsForItsFormulaIsATextThatAPersonTyped() {
        byte[] file = PackedWorkbook.with(ROWS.formatted(" t=\"str\"><f>A2&amp;CHAR(1)</f><v>x</v>"))
                .bytes();

        assertThat(PackedWorkbook.text(recalculation.recalculated(file).valuesOnly(), PackedWorkbook.SHEET))
                .contains("<c r=\"C1\" s=\"2\" t=\"inlineStr\"><is><t xml:space=\"preserve\">x &amp;"
                        + " y_x0001_</t></is></c>");
    }

    private static void assertSameParts(byte[] one, byte[] other) {
        Map<String, byte[]> parts = PackedWorkbook.parts(one);
        Map<String, byte[]> others = PackedWorkbook.parts(other);
        assertThat(List.copyOf(parts.keySet())).isEqualTo(List.copyOf(others.keySet()));
        parts.forEach((part, content) -> assertThat(content).as(part).isEqualTo(others.get(part)));
    }
}
