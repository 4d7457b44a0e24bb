package mpm.workbook.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mpm.catalogue.Calculation;
import mpm.catalogue.Limits;
import mpm.catalogue.Spelling;
import mpm.functions.Functions;
import mpm.plan.SamplePlan;
import mpm.workbook.formula.Recalculation;
import mpm.workbook.gallery.Templates;
import mpm.workbook.template.Parameters;
import mpm.workbook.template.Template;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetConditionalFormatting;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every template loses nothing on its way into the page, except what the page says it does not show. */
class TemplatesInAPageTest {

    /** Each is made once: that costs a second and more. */
    private static final Map<String, byte[]> FILES = new HashMap<>();

    static Stream<Template> templates() {
        return Templates.ALL.stream();
    }

    private static byte[] file(Template template) {
        return FILES.computeIfAbsent(template.id(), id -> template.workbook(Parameters.sample()));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everyCellHoldsWhatItHoldsInTheWorkbook(Template template) throws IOException {
        byte[] file = file(template);
        WorkbookContent content = WorkbookContent.of(file);
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            for (SheetContent sheet : content.sheets()) {
                Map<CellAddress, SheetContent.Entry> entries = entries(sheet);
                for (Row row : workbook.getSheet(sheet.name())) {
                    for (Cell cell : row) {
                        SheetContent.Entry entry =
                                Objects.requireNonNull(entries.get(cell.getAddress()), () -> place(cell));
                        assertThat(entry.input()).as(place(cell)).isEqualTo(input((XSSFCell) cell, entry));
                        String format = content.styles().get(entry.style()).format();
                        assertThat(format == null ? "General" : format)
                                .as(place(cell))
                                .isEqualTo(cell.getCellStyle().getDataFormatString());
                    }
                }
            }
        }
    }

    /** The formulas of the page are put into the workbook, which is then computed again: nothing may change. */
    @ParameterizedTest
    @MethodSource("templates")
    void everyFormulaComputesWhatTheWorkbookShows(Template template) throws IOException {
        byte[] file = file(template);
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            Map<String, Object> stored = values(workbook);
            int formulas = 0;
            for (SheetContent sheet : WorkbookContent.of(file).sheets()) {
                for (SheetContent.Entry entry : sheet.cells()) {
                    if (entry.input() instanceof String text && text.startsWith("=")) {
                        assertThat(text).doesNotContain("[");
                        workbook.getSheet(sheet.name())
                                .getRow(entry.row())
                                .getCell(entry.column())
                                .getCTCell()
                                .getF()
                                .setStringValue(Spelling.storedFormula(text.substring(1)));
                        formulas++;
                    }
                }
            }
            new Recalculation(workbook, new Calculation(Functions.CATALOGUE, SamplePlan.links(), Limits.STANDARD))
                    .storeValues();

            assertThat(formulas).isGreaterThan(100);
            assertThat(values(workbook)).isEqualTo(stored);
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everyRuleCheckAndNameIsThere(Template template) throws IOException {
        byte[] file = file(template);
        WorkbookContent content = WorkbookContent.of(file);
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            for (SheetContent sheet : content.sheets()) {
                XSSFSheet stored = workbook.getSheet(sheet.name());
                SheetConditionalFormatting formats = stored.getSheetConditionalFormatting();
                assertThat(sheet.rules())
                        .hasSize(IntStream.range(0, formats.getNumConditionalFormattings())
                                .map(at ->
                                        formats.getConditionalFormattingAt(at).getNumberOfRules())
                                .sum());
                assertThat(sheet.checks().stream().filter(check -> !"checkbox".equals(check.kind())))
                        .hasSize(stored.getDataValidations().size());
                assertThat(sheet.checks())
                        .allSatisfy(check -> assertThat(check.first()).doesNotContain("["));
                assertThat(sheet.merges()).hasSize(stored.getNumMergedRegions());
            }
        }
        assertThat(content.names())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(name.formula()).doesNotContain("["));
        assertThat(content.sheets())
                .anySatisfy(sheet -> assertThat(sheet.checks())
                        .anySatisfy(check -> assertThat(check.kind()).isEqualTo("checkbox")));
    }

    private static Map<CellAddress, SheetContent.Entry> entries(SheetContent sheet) {
        return sheet.cells().stream()
                .collect(Collectors.toMap(entry -> new CellAddress(entry.row(), entry.column()), Function.identity()));
    }

    /** What is to be typed into a cell; formulas are another test's. */
    private static Object input(XSSFCell cell, SheetContent.Entry entry) {
        return switch (cell.getCellType()) {
            case NUMERIC -> cell.getNumericCellValue();
            case BOOLEAN -> cell.getBooleanCellValue();
            case STRING -> cell.getStringCellValue();
            case FORMULA -> cell.getCellFormula().startsWith("HYPERLINK(") ? cell.getStringCellValue() : entry.input();
            default -> "";
        };
    }

    private static Map<String, Object> values(XSSFWorkbook workbook) {
        Map<String, Object> values = new TreeMap<>();
        for (Sheet sheet : workbook) {
            for (Row row : sheet) {
                for (Cell cell : row) {
                    if (cell.getCellType() == CellType.FORMULA) {
                        values.put(
                                place(cell),
                                switch (cell.getCachedFormulaResultType()) {
                                    case NUMERIC -> cell.getNumericCellValue();
                                    case BOOLEAN -> cell.getBooleanCellValue();
                                    case ERROR -> cell.getErrorCellValue();
                                    default -> cell.getStringCellValue();
                                });
                    }
                }
            }
        }
        return values;
    }

    private static String place(Cell cell) {
        return "%s!%s".formatted(cell.getSheet().getSheetName(), cell.getAddress());
    }
}
