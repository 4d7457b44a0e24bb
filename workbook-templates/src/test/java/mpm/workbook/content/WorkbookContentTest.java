package mpm.workbook.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.ComparisonOperator;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFConditionalFormattingRule;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFName;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A workbook of two sheets, written and read. */
class WorkbookContentTest {

    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final XSSFSheet plan = workbook.createSheet("My plan");
    private final XSSFSheet lists = workbook.createSheet("Lists");

    WorkbookContentTest() {
        // Formulas name tables that are made afterwards.
        workbook.setCellFormulaValidation(false);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "_xldudf_MPM_VARIANCE(tblPlan[[#This Row],[Actual]],tblPlan[[#This Row],[Plan]]) | =MPM.VARIANCE(C3,B3)",
                "SUM(tblPlan[Actual]) | =SUM(C2:C4)",
                "SUM(tblWords[Word]) | =SUM(Lists!A2:A4)",
                "_xldudf_MPM_CASCADE_TREE(A1,2) | =MPM.CASCADE.TREE(A1,2)",
                "IF(B3>0,\"_xldudf_MPM_RAG(1)\",\"\") | =IF(B3>0,\"_xldudf_MPM_RAG(1)\",\"\")",
                "_xlfn.XLOOKUP(A2,A:A,B:B) | =XLOOKUP(A2,A:A,B:B)",
                "SUBTOTAL(109,tblPlan[Plan])/Tolerance | =SUBTOTAL(109,B2:B4)/Tolerance",
            })
    void formulasAreAsAPersonTypesThemIntoASheetWithoutTables(String stored, String typed) {
        tables();
        name("Tolerance", "Lists!$C$30");
        cell(plan, "E3").setCellFormula(stored);

        assertThat(entry(content(), 0, "E3").input()).isEqualTo(typed);
    }

    @Test
    void valuesKeepTheirKind() {
        cell(plan, "A1").setCellValue("Plan");
        cell(plan, "A2").setCellValue(12.5);
        cell(plan, "A3").setCellValue(true);
        cell(plan, "A4").setCellValue("=SUM is a text");
        cell(plan, "A5").setCellErrorValue(org.apache.poi.ss.usermodel.FormulaError.NA.getCode());

        assertThat(content().sheets().get(0).cells())
                .extracting(SheetContent.Entry::input)
                .containsExactly("Plan", 12.5, true, "'=SUM is a text", "#N/A");
    }

    @Test
    void onlyTheFirstCellOfAFormulaThatFillsSeveralHoldsIt() {
        plan.setArrayFormula("_xldudf_MPM_CASCADE(100,A1:A3)", CellRangeAddress.valueOf("B1:B3"));
        cell(plan, "B2").setCellValue(33.33);

        assertThat(content().sheets().get(0).cells())
                .extracting(SheetContent.Entry::input)
                .containsExactly("=MPM.CASCADE(100,A1:A3)", "", "");
    }

    @Test
    void aStyleIsReadWithItsColoursWorkedOut() {
        XSSFFont font = workbook.createFont();
        font.setBold(true);
        font.setFontHeightInPoints((short) 14);
        font.setFontName("Calibri");
        font.setColor(new XSSFColor(new byte[] {(byte) 255, 0x12, 0x26, 0x3f}));
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(font);
        XSSFColor tinted = new XSSFColor(new byte[] {(byte) 255, 0, 0, 0});
        tinted.setTint(0.5);
        style.setFillForegroundColor(tinted);
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        style.setBorderBottom(BorderStyle.MEDIUM);
        style.setBottomBorderColor(new XSSFColor(new byte[] {(byte) 255, 0x0e, 0x7c, 0x7b}));
        style.setDataFormat(workbook.createDataFormat().getFormat("0.0%"));
        style.setWrapText(true);
        style.setIndention((short) 2);
        cell(plan, "A1").setCellStyle(style);

        WorkbookContent content = content();

        assertThat(content.styles().get(entry(content, 0, "A1").style()))
                .isEqualTo(new Style(
                        true,
                        null,
                        null,
                        true,
                        null,
                        "bottom",
                        2,
                        "0.0%",
                        "#12263f",
                        "#7f7f7f",
                        14.0,
                        "Calibri",
                        Map.of("bottom", new Style.Edge("medium", "#0e7c7b"))));
    }

    @Test
    void theSheetsOwnLookIsRead() {
        plan.createFreezePane(2, 6);
        plan.setDisplayGridlines(false);
        plan.setTabColor(new XSSFColor(new byte[] {(byte) 255, 0x0e, 0x7c, 0x7b}));
        plan.setColumnWidth(0, 20 * 256);
        plan.addMergedRegion(CellRangeAddress.valueOf("A1:C1"));
        cell(plan, "A1").getRow().setHeightInPoints(30);
        cell(plan, "A2").setCellValue("Dashboard");
        Hyperlink link = workbook.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
        link.setAddress("Lists!A1");
        cell(plan, "A2").setHyperlink(link);
        cell(plan, "B2").setCellFormula("HYPERLINK(\"#'My plan'!A9\",\"Go \"\"on\"\"\")");
        workbook.setSheetHidden(1, true);

        SheetContent sheet = content().sheets().get(0);

        assertThat(sheet.frozenColumns()).isEqualTo(2);
        assertThat(sheet.frozenRows()).isEqualTo(6);
        assertThat(sheet.gridLines()).isFalse();
        assertThat(sheet.tab()).isEqualTo("#0e7c7b");
        assertThat(sheet.widths()).startsWith(new SheetContent.Size(0, 140));
        assertThat(sheet.heights()).containsExactly(new SheetContent.Size(0, 40));
        assertThat(sheet.merges()).containsExactly("A1:C1");
        assertThat(sheet.links())
                .containsExactly(new SheetContent.Link("A2", "Lists!A1"), new SheetContent.Link("B2", "'My plan'!A9"));
        assertThat(entry(content(), 0, "B2").input()).isEqualTo("Go \"on\"");
        assertThat(content().sheets()).extracting(SheetContent::hidden).containsExactly(false, true);
    }

    @Test
    void conditionalFormatsAreReadInTheOrderInWhichTheyCount() {
        var formats = plan.getSheetConditionalFormatting();
        XSSFConditionalFormattingRule done = formats.createConditionalFormattingRule("$A2=TRUE");
        done.createFontFormatting().setFontColor(new XSSFColor(new byte[] {(byte) 255, 0x66, 0x78, (byte) 0x8a}));
        XSSFConditionalFormattingRule low =
                formats.createConditionalFormattingRule(ComparisonOperator.BETWEEN, "0", "Tolerance");
        low.createPatternFormatting()
                .setFillBackgroundColor(new XSSFColor(new byte[] {(byte) 255, (byte) 0xfc, (byte) 0xeb, (byte) 0xe7}));
        XSSFConditionalFormattingRule bar = formats.createConditionalFormattingRule(
                new XSSFColor(new byte[] {(byte) 255, (byte) 0xa3, (byte) 0xcd, (byte) 0xcd}));
        bar.getDataBarFormatting()
                .getMaxThreshold()
                .setRangeType(org.apache.poi.ss.usermodel.ConditionalFormattingThreshold.RangeType.NUMBER);
        bar.getDataBarFormatting().getMaxThreshold().setValue(1.0);
        CellRangeAddress[] areas = {CellRangeAddress.valueOf("B2:B9"), CellRangeAddress.valueOf("D2:D9")};
        formats.addConditionalFormatting(areas, done);
        formats.addConditionalFormatting(areas, low);
        formats.addConditionalFormatting(areas, bar);
        formats.addConditionalFormatting(areas, formats.createConditionalFormattingColorScaleRule());

        WorkbookContent content = content();
        List<Rule> rules = content.sheets().get(0).rules();
        List<String> written = List.of("B2:B9", "D2:D9");

        assertThat(rules).hasSize(4).allSatisfy(rule -> assertThat(rule.areas()).isEqualTo(written));
        Rule.Highlight first = (Rule.Highlight) rules.get(0);
        Rule.Highlight second = (Rule.Highlight) rules.get(1);
        assertThat(first.formula()).isEqualTo("=$A2=TRUE");
        assertThat(content.styles().get(first.style()).ink()).isEqualTo("#66788a");
        assertThat(second.formula()).isEqualTo("=AND(B2>=0,B2<=Tolerance)");
        assertThat(content.styles().get(second.style()).fill()).isEqualTo("#fcebe7");
        assertThat(rules.get(2))
                .isEqualTo(new Rule.DataBar(
                        written, "#a3cdcd", new Rule.Stop("min", null, null), new Rule.Stop("num", "1.0", null)));
        assertThat(((Rule.ColourScale) rules.get(3)).scale()).hasSize(3);
    }

    @Test
    void validationsAreReadAndATruthValueToChooseIsACheckbox() {
        tables();
        name("Words", "tblWords[Word]");
        cell(plan, "F2").setCellValue(false);
        cell(plan, "F3").setCellValue(true);
        DataValidationHelper helper = plan.getDataValidationHelper();
        validation(helper.createExplicitListConstraint(new String[] {"TRUE", "FALSE"}), "F2:F3");
        validation(helper.createExplicitListConstraint(new String[] {"Leading", "Lagging"}), "G2:G9");
        validation(helper.createFormulaListConstraint("Words"), "H2:H9");
        DataValidation date = validation(
                helper.createDateConstraint(
                        DataValidationConstraint.OperatorType.GREATER_OR_EQUAL, "DATE(2020,1,1)", null, null),
                "I2:I9");
        date.createErrorBox("A date, please", "Enter a date from 2020 on.");
        date.setShowErrorBox(true);
        plan.addValidationData(date);

        assertThat(content().sheets().get(0).checks())
                .contains(
                        Check.checkbox(List.of("F2:F3")),
                        new Check(
                                List.of("G2:G9"),
                                "list",
                                null,
                                "Leading,Lagging",
                                null,
                                true,
                                "information",
                                null,
                                null),
                        new Check(
                                List.of("H2:H9"), "list", null, "=Lists!A2:A4", null, true, "information", null, null),
                        new Check(
                                List.of("I2:I9"),
                                "date",
                                "greaterThanOrEqual",
                                "=DATE(2020,1,1)",
                                null,
                                true,
                                "stop",
                                "A date, please",
                                "Enter a date from 2020 on."));
    }

    @Test
    void namesStandForPlaces() {
        tables();
        name("Words", "tblWords[Word]");
        name("Tolerance", "Lists!$C$30");

        assertThat(content().names())
                .containsExactlyInAnyOrder(
                        new WorkbookContent.DefinedName("Words", "Lists!A2:A4"),
                        new WorkbookContent.DefinedName("Tolerance", "Lists!$C$30"));
    }

    private WorkbookContent content() {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            workbook.write(bytes);
            return WorkbookContent.of(bytes.toByteArray());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static SheetContent.Entry entry(WorkbookContent content, int sheet, String cell) {
        CellReference place = new CellReference(cell);
        Optional<SheetContent.Entry> found = content.sheets().get(sheet).cells().stream()
                .filter(entry -> entry.row() == place.getRow() && entry.column() == place.getCol())
                .findFirst();
        return found.orElseThrow();
    }

    private void tables() {
        table(plan, "tblPlan", "Metric", "Plan", "Actual");
        table(lists, "tblWords", "Word");
    }

    private void table(XSSFSheet sheet, String name, String... columns) {
        for (int column = 0; column < columns.length; column++) {
            cell(sheet, new CellReference(0, column).formatAsString(false)).setCellValue(columns[column]);
        }
        XSSFTable table = sheet.createTable(workbook.getCreationHelper()
                .createAreaReference(new CellReference(0, 0), new CellReference(3, columns.length - 1)));
        table.setName(name);
        table.setDisplayName(name);
    }

    private void name(String name, String formula) {
        XSSFName made = workbook.createName();
        made.setNameName(name);
        made.setRefersToFormula(formula);
    }

    private DataValidation validation(DataValidationConstraint constraint, String area) {
        CellRangeAddress cells = CellRangeAddress.valueOf(area);
        DataValidation validation = plan.getDataValidationHelper()
                .createValidation(
                        constraint,
                        new CellRangeAddressList(
                                cells.getFirstRow(),
                                cells.getLastRow(),
                                cells.getFirstColumn(),
                                cells.getLastColumn()));
        validation.setShowErrorBox(false);
        plan.addValidationData(validation);
        return validation;
    }

    private static XSSFCell cell(XSSFSheet sheet, String address) {
        CellReference place = new CellReference(address);
        XSSFRow row =
                Optional.ofNullable(sheet.getRow(place.getRow())).orElseGet(() -> sheet.createRow(place.getRow()));
        return Optional.ofNullable(row.getCell(place.getCol())).orElseGet(() -> row.createCell(place.getCol()));
    }
}
