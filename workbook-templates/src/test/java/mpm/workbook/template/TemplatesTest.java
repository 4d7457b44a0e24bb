package mpm.workbook.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import mpm.catalogue.Calculation;
import mpm.catalogue.Limits;
import mpm.functions.Functions;
import mpm.plan.SamplePlan;
import mpm.workbook.examples.ExamplesBookTest;
import mpm.workbook.formula.Recalculation;
import mpm.workbook.gallery.Templates;
import mpm.workbook.template.Template.SheetSummary;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every workbook. */
class TemplatesTest {

    /** A year of the calendar, another currency, and a name that is a formula, a tag and an entity to whoever reads it so. */
    private static final Parameters OTHERS =
            new Parameters(LocalDate.of(2028, 1, 1), "=1+1 & <b>Sons</b> \"Ltd\"", Currency.getInstance("USD"));

    static Stream<Template> templates() {
        return Templates.ALL.stream();
    }

    static Stream<Arguments> workbooks() {
        return templates()
                .flatMap(template -> Stream.of(Parameters.sample(), OTHERS)
                        .map(parameters -> Arguments.of(template, parameters, Workbooks.of(template, parameters))));
    }

    /** Those of the gallery and that of the examples. */
    static Stream<Arguments> files() {
        return Stream.concat(
                workbooks().map(each -> Arguments.of(each.get()[0] + " " + each.get()[1], each.get()[2])),
                Stream.of(Arguments.of("examples", ExamplesBookTest.FILE)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void everyPartFollowsItsSchema(String name, byte[] file) throws IOException {
        assertThat(SchemaCheck.errors(file)).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("workbooks")
    void noFormulaShowsAnErrorOrIsSpeltAsNoFileIs(Template template, Parameters parameters, byte[] file)
            throws IOException {
        try (XSSFWorkbook workbook = Workbooks.open(file)) {
            assertThat(formulas(workbook)).isNotEmpty().allSatisfy(cell -> {
                assertThat(cell.getCachedFormulaResultType()).isNotEqualTo(CellType.ERROR);
                assertThat(cell.getCellFormula()).doesNotContain("MPM.");
            });
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void everyStoredValueIsWhatTheCatalogueComputes(String name, byte[] file) throws IOException {
        try (XSSFWorkbook stored = Workbooks.open(file);
                XSSFWorkbook computed = Workbooks.open(file)) {
            new Recalculation(computed, new Calculation(Functions.CATALOGUE, SamplePlan.links(), Limits.STANDARD))
                    .storeValues();
            for (Cell cell : formulas(stored)) {
                Cell other = computed.getSheet(cell.getSheet().getSheetName())
                        .getRow(cell.getRowIndex())
                        .getCell(cell.getColumnIndex());
                if (cell.getCachedFormulaResultType() == CellType.NUMERIC) {
                    assertThat(cell.getNumericCellValue()).isCloseTo(other.getNumericCellValue(), within(1e-9));
                } else {
                    assertThat(shown(cell)).as(place(cell)).isEqualTo(shown(other));
                }
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void everyFormulaOfAnAddInIsADynamicArray(String name, byte[] file) throws IOException {
        for (String sheet : Workbooks.parts(file, "/xl/worksheets/")) {
            for (String formula : sheet.split("<c ", -1)) {
                if (formula.contains("_xldudf_")) {
                    assertThat(formula).contains(" cm=\"1\"").contains("<f t=\"array\"");
                }
            }
        }
        for (String table : Workbooks.parts(file, "/xl/tables/")) {
            for (String formula : table.split("<calculatedColumnFormula", -1)) {
                assertThat(!formula.contains("_xldudf_") || formula.startsWith(" array=\"true\""))
                        .as(formula)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    @ResourceLock("java.util.Locale.default")
    void theSameParametersGiveTheSameBytes(Template template) {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        byte[] here = Workbooks.of(template, Parameters.sample());
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertThat(template.workbook(Parameters.sample())).isEqualTo(here);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("workbooks")
    void theSheetsAreThoseOfTheGalleryAndSayForWhom(Template template, Parameters parameters, byte[] file)
            throws IOException {
        try (XSSFWorkbook workbook = Workbooks.open(file)) {
            List<String> names = new ArrayList<>();
            workbook.forEach(sheet -> names.add(sheet.getSheetName()));
            assertThat(names)
                    .isEqualTo(
                            template.sheets().stream().map(SheetSummary::name).toList());
            String texts = String.join("\n", texts(workbook));
            assertThat(texts)
                    .contains(parameters.organisation())
                    .contains(parameters.currency().getCurrencyCode())
                    .contains("sample data");
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("workbooks")
    void everythingAgreesAndIsAskedByTheSameNames(Template template, Parameters parameters, byte[] file)
            throws IOException {
        try (XSSFWorkbook workbook = Workbooks.open(file)) {
            assertThat(workbook.getAllNames())
                    .extracting(Name::getNameName)
                    .contains(
                            "p_Org",
                            "p_Year",
                            "p_Scenario",
                            "p_Currency",
                            "p_Start",
                            "p_Calendar",
                            "p_AsOf",
                            "p_Checks");
            assertThat(workbook.getTable("Checks").getDataRowCount()).isPositive();
            assertThat(named(workbook, "p_Checks").getBooleanCellValue()).isTrue();
            assertThat(named(workbook, "p_Org").getSheet().getSheetName())
                    .isEqualTo(workbook.getSheetName(0))
                    .isEqualTo("Start");
            for (int sheet = 0; sheet < workbook.getNumberOfSheets(); sheet++) {
                assertThat(workbook.getSheetVisibility(sheet)).isEqualTo(SheetVisibility.VISIBLE);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void aCalendarOfWeeksIsComputedAsWellAndTheSampleMarkGoes(Template template) throws IOException {
        try (XSSFWorkbook workbook = Workbooks.open(Workbooks.of(template, Parameters.sample()))) {
            named(workbook, "p_Calendar").setCellValue("445");
            named(workbook, "p_Sample").setCellValue(false);
            new Recalculation(workbook, new Calculation(Functions.CATALOGUE, SamplePlan.links(), Limits.STANDARD))
                    .storeValues();

            assertThat(formulas(workbook))
                    .allSatisfy(cell -> assertThat(cell.getCachedFormulaResultType())
                            .as(place(cell))
                            .isNotEqualTo(CellType.ERROR));
            assertThat(named(workbook, "p_Closed").getNumericCellValue()).isEqualTo(8);
            assertThat(texts(workbook)).noneMatch(text -> text.contains("· sample data"));
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("workbooks")
    void everyChartSaysInWordsWhatItShows(Template template, Parameters parameters, byte[] file) throws IOException {
        try (XSSFWorkbook workbook = Workbooks.open(file)) {
            for (Sheet sheet : workbook) {
                XSSFDrawing drawing = ((XSSFSheet) sheet).getDrawingPatriarch();
                if (drawing != null) {
                    assertThat(drawing.getCTDrawing().getTwoCellAnchorList())
                            .map(anchor -> anchor.getGraphicFrame()
                                    .getNvGraphicFramePr()
                                    .getCNvPr())
                            .isNotEmpty()
                            .allSatisfy(words -> {
                                assertThat(words.getTitle()).isNotBlank();
                                assertThat(words.getDescr())
                                        .hasSizeGreaterThan(40)
                                        .endsWith(".");
                            });
                }
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void everyTextCanBeRead(String name, byte[] file) throws IOException {
        try (XSSFWorkbook workbook = Workbooks.open(file)) {
            assertThat(new Legibility(workbook).faults()).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void everySheetPrintsOnPagesOfItsWidthAndNothingIsLocked(String name, byte[] file) throws IOException {
        try (XSSFWorkbook workbook = Workbooks.open(file)) {
            for (Sheet sheet : workbook) {
                assertThat(sheet.getFitToPage()).isTrue();
                assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
                assertThat(workbook.getPrintArea(workbook.getSheetIndex(sheet))).isNotBlank();
                assertThat(sheet.getPaneInformation()).isNotNull();
                assertThat(sheet.getProtect()).isFalse();
                for (XSSFTable table : ((XSSFSheet) sheet).getTables()) {
                    assertThat(sheet.getMergedRegions())
                            .noneMatch(merged -> merged.intersects(
                                    CellRangeAddress.valueOf(table.getArea().formatAsString())));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everySheetHasASmallPicture(Template template) throws IOException {
        for (SheetSummary sheet : template.sheets()) {
            byte[] picture = template.picture(sheet);
            assertThat(picture).hasSizeLessThan(60 * 1024);
            assertThat(ImageIO.read(new ByteArrayInputStream(picture)).getWidth())
                    .isEqualTo(960);
        }
    }

    private static Cell named(XSSFWorkbook workbook, String name) {
        CellReference place = new CellReference(workbook.getName(name).getRefersToFormula());
        return workbook.getSheet(place.getSheetName()).getRow(place.getRow()).getCell(place.getCol());
    }

    private static List<Cell> formulas(XSSFWorkbook workbook) {
        return cells(workbook)
                .filter(cell -> cell.getCellType() == CellType.FORMULA)
                .toList();
    }

    private static List<String> texts(XSSFWorkbook workbook) {
        return cells(workbook).map(TemplatesTest::shown).toList();
    }

    private static Stream<Cell> cells(XSSFWorkbook workbook) {
        List<Cell> cells = new ArrayList<>();
        for (Sheet sheet : workbook) {
            for (Row row : sheet) {
                row.forEach(cells::add);
            }
        }
        return cells.stream();
    }

    private static String shown(Cell cell) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case NUMERIC -> Double.toString(cell.getNumericCellValue());
            case BOOLEAN -> Boolean.toString(cell.getBooleanCellValue());
            case STRING -> cell.getStringCellValue();
            case ERROR -> FormulaError.forInt(cell.getErrorCellValue()).getString();
            default -> "";
        };
    }

    private static String place(Cell cell) {
        return cell.getSheet().getSheetName() + "!" + cell.getAddress();
    }
}
