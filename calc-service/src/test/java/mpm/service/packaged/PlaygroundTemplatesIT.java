package mpm.service.packaged;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import mpm.catalogue.Spelling;
import mpm.workbook.gallery.Templates;
import mpm.workbook.template.Template;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A planner tries the annual plan in the page before downloading it. */
@ExtendWith({RunningService.class, Chromium.class})
class PlaygroundTemplatesIT {

    private static final String PLAN = "?template=annual-plan";
    private static final Path AXE = Path.of("../office-addin-manifest/node_modules/axe-core/axe.min.js");

    private static final DataFormatter TEXTS = texts();

    @Test
    void theSheetShowsWhatTheWorkbookHolds(ServiceProcess service, Browser browser) throws IOException {
        byte[] file = service.bytes("/templates/annual-plan.xlsx").body();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            PlaygroundPage.use(service, large(browser), PLAN, sheet -> {
                sheet.awaitCalculated();
                Map<?, ?> values = sheet.values();
                Map<?, ?> texts = sheet.texts();
                Map<String, Cell> stored = filled(workbook);
                assertThat(stored).hasSizeGreaterThan(1_000);
                assertThat(texts.keySet()).isEqualTo(stored.keySet());
                stored.forEach((place, cell) -> assertShows(values.get(place), texts.get(place), place, cell));
            });
        }
    }

    @Test
    void aTickedTaskIsDoneChangesItsColourAndCountsInTheProgress(ServiceProcess service, Browser browser)
            throws IOException {
        byte[] file = service.bytes("/templates/annual-plan.xlsx").body();
        Map<Object, Object> before = new HashMap<>();
        Map<Object, Object> after = new HashMap<>();
        PlaygroundPage.use(service, large(browser), PLAN, sheet -> {
            sheet.awaitCalculated();
            before.putAll(sheet.texts());
            int overdue = row(before, "Overdue");
            sheet.open("Checklist");
            assertThat(sheet.ink("G" + overdue)).isEqualTo("#b23f2a");

            sheet.click("B" + overdue, 0.5);

            sheet.awaitShown("G" + overdue, "Done");
            sheet.awaitCalculated();
            after.putAll(sheet.texts());
            assertThat(sheet.ink("G" + overdue)).isEqualTo("#0b6e6d");
        });
        assertThat(answer("CHECKLIST.PROGRESS", file, before)).hasSizeGreaterThan(1);
        assertThat(answer("CHECKLIST.PROGRESS", file, after)).isNotEqualTo(answer("CHECKLIST.PROGRESS", file, before));
    }

    @Test
    void aDropDownOffersItsWords(ServiceProcess service, Browser browser) {
        PlaygroundPage.use(service, large(browser), PLAN, sheet -> {
            sheet.awaitCalculated();
            sheet.open("Checklist");
            sheet.click("K8", 0.5);
            sheet.click("K8", 0.92);
            for (String stage : List.of("Measure", "Plan", "Execute")) {
                assertThat(sheet.page()
                                .getByText(stage, new Page.GetByTextOptions().setExact(true))
                                .last())
                        .isVisible();
            }
            sheet.picture("template-drop-down");
        });
    }

    @Test
    void aLinkLeadsToAnotherSheetByMouseAndByKeyboard(ServiceProcess service, Browser browser) {
        PlaygroundPage.use(service, large(browser), PLAN, sheet -> {
            sheet.click(link(sheet, "Dashboard"), 0.5);
            sheet.awaitOpen("Dashboard");

            sheet.select(link(sheet, "Start"));
            sheet.page()
                    .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Go to Start"))
                    .press("Enter");
            sheet.awaitOpen("Start");
        });
    }

    @Test
    void aCalculationLeavesTheKeyboardOnTheWayToAnotherSheet(ServiceProcess service, Browser browser) {
        PlaygroundPage.use(service, large(browser), PLAN, sheet -> {
            sheet.awaitCalculated();
            sheet.select(link(sheet, "Dashboard"));
            sheet.page()
                    .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Go to Dashboard"))
                    .focus();

            sheet.page().evaluate("() => mpmPlayground.refresh()");
            sheet.awaitCalculated();

            sheet.page().keyboard().press("Enter");
            sheet.awaitOpen("Dashboard");
        });
    }

    @Test
    void aTemplateAsItComesIsSharedByItsAddress(ServiceProcess service, Browser browser) {
        String own = PLAN + "&fiscal-year-start=2027-01-01&currency=USD";
        PlaygroundPage.use(service, large(browser), own, sheet -> {
            sheet.awaitCalculated();
            assertThat(sheet.page().locator("#about a"))
                    .hasAttribute(
                            "href",
                            service.at("/templates/annual-plan.xlsx?fiscal-year-start=2027-01-01&currency=USD")
                                    .toString());

            sheet.page().locator("#share").click();

            assertThat(sheet.page().locator("#link input"))
                    .hasValue(service.at("/playground/" + own).toString());
        });
    }

    @Test
    void aTemplateThatIsNotThereIsSaidInASentence(ServiceProcess service, Browser browser) {
        PlaygroundPage.use(
                service,
                browser,
                "?template=none",
                sheet -> assertThat(sheet.page().locator("#trouble")).containsText("There is no template “none”."));
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 320", "LIGHT, 1280", "DARK, 320", "DARK, 1280"})
    void aTemplateCanBeReadOnEveryScreen(ColorScheme scheme, int width, ServiceProcess service, Browser browser) {
        BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setColorScheme(scheme).setViewportSize(width, 860));
        PlaygroundPage.use(service, context, PLAN, sheet -> {
            sheet.awaitCalculated();
            assertThat(sheet.width()).as("nothing is wider than the screen").isLessThanOrEqualTo(width);
            for (Template.SheetSummary each : Templates.ALL.get(0).sheets()) {
                sheet.open(each.name());
                sheet.picture("template-%s-%s-%d".formatted(each.slug(), scheme, width));
            }
            sheet.page().evaluate(text(AXE));
            // The toolbars, messages and canvases of the spreadsheet component are its own.
            assertThat(sheet.page().evaluate("""
                            () => axe.run({ exclude: ['#sheet', 'section[aria-label^=Notifications]'] })
                                .then(({ violations }) => violations.flatMap(({ id, nodes }) =>
                                    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`)))""")).isEqualTo(List.of());
        });
    }

    /** A screen that shows a whole sheet: nothing has to be scrolled. */
    private static BrowserContext large(Browser browser) {
        return browser.newContext(new Browser.NewContextOptions().setViewportSize(2000, 1500));
    }

    private static DataFormatter texts() {
        DataFormatter texts = new DataFormatter(Locale.US);
        texts.setUseCachedValuesForFormulaCells(true);
        return texts;
    }

    /** The cells of a workbook that hold something, by {@code sheet row,column}. */
    private static Map<String, Cell> filled(XSSFWorkbook workbook) {
        Map<String, Cell> cells = new TreeMap<>();
        for (Sheet sheet : workbook) {
            for (Row row : sheet) {
                for (Cell cell : row) {
                    if (!TEXTS.formatCellValue(cell).isEmpty()) {
                        cells.put(place(sheet, cell.getAddress()), cell);
                    }
                }
            }
        }
        return cells;
    }

    private static String place(Sheet sheet, CellAddress address) {
        return "%s %d,%d".formatted(sheet.getSheetName(), address.getRow(), address.getColumn());
    }

    /** A cell that another one fills has no value of its own in the page, and is held to its text. */
    private static void assertShows(@Nullable Object value, @Nullable Object text, String place, Cell cell) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        if (value == null) {
            // POI writes a second minus where a format's section for negative numbers has its own.
            assertThat(text).as(place).isEqualTo(TEXTS.formatCellValue(cell).replaceFirst("^--", "-"));
        } else if (type == CellType.NUMERIC) {
            assertThat(((Number) value).doubleValue())
                    .as(place)
                    .isCloseTo(cell.getNumericCellValue(), withinPercentage(1e-9));
        } else if (type == CellType.BOOLEAN) {
            assertThat(value).as(place).isEqualTo(cell.getBooleanCellValue() ? 1 : 0);
        } else {
            assertThat(value).as(place).isEqualTo(cell.getStringCellValue());
        }
    }

    /** The row, counted from 1, of the first task of the checklist in a state. */
    private static int row(Map<?, ?> values, String state) {
        for (int row = 7; row < 60; row++) {
            if (state.equals(values.get("Checklist %d,6".formatted(row)))) {
                return row + 1;
            }
        }
        throw new AssertionError("No task is " + state);
    }

    /** What a function answers, wherever the workbook has it. */
    private static List<Object> answer(String function, byte[] file, Map<?, ?> values) throws IOException {
        List<Object> answer = new ArrayList<>();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            for (Sheet sheet : workbook) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        if (cell.getCellType() == CellType.FORMULA
                                && cell.getCellFormula().startsWith(Spelling.stored(function) + "(")) {
                            cell.getArrayFormulaRange()
                                    .forEach(each -> answer.add(String.valueOf(values.get(place(sheet, each)))));
                        }
                    }
                }
            }
        }
        return answer;
    }

    private static String link(PlaygroundPage sheet, String name) {
        return (String) sheet.page().evaluate("""
                name => {
                    const open = mpmPlayground.api.getActiveWorkbook().getActiveSheet().getSheetName();
                    const { links } = mpmPlayground.content().sheets.find((each) => each.name === open);
                    return links.find(([, target]) => target.startsWith(`'${name}'!`))[0];
                }""", name);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
