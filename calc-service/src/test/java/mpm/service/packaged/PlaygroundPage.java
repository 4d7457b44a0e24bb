package mpm.service.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The playground in a browser, used as a person uses it. */
record PlaygroundPage(Page page) {

    /** Like a person: Univer's list of suggestions needs a moment between two keys. */
    private static final Keyboard.TypeOptions AT_A_PERSONS_PACE = new Keyboard.TypeOptions().setDelay(40);

    /** On a desk. */
    static void use(ServiceProcess service, Browser browser, String query, Consumer<PlaygroundPage> use) {
        use(service, browser.newContext(new Browser.NewContextOptions().setViewportSize(1280, 860)), query, use);
    }

    /** Opens the page and uses it; nothing it does may fail or ask another computer. */
    static void use(ServiceProcess service, BrowserContext context, String query, Consumer<PlaygroundPage> use) {
        try (context) {
            Page page = context.newPage();
            List<String> faults = new ArrayList<>();
            page.onPageError(faults::add);
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    faults.add(message.text());
                }
            });
            page.onRequest(request -> {
                if (!request.url().matches("(data|blob):.*")
                        && !request.url().startsWith(service.at("/").toString())) {
                    faults.add("asked " + request.url());
                }
            });
            page.navigate(service.at("/playground/" + query).toString());
            page.waitForFunction("() => window.mpmPlayground");
            page.evaluate("() => mpmPlayground.ready");
            use.accept(new PlaygroundPage(page));
            assertThat(faults).isEmpty();
        }
    }

    /** Types into a cell of the sheet that is open. */
    void type(String cell, String text) {
        select(cell);
        page.keyboard().type(text, AT_A_PERSONS_PACE);
        page.waitForTimeout(400);
        page.keyboard().press("Enter");
    }

    void select(String cell) {
        page.evaluate("cell => mpmPlayground.api.getActiveWorkbook().getActiveSheet().getRange(cell).activate()", cell);
        page.waitForTimeout(100);
    }

    void fill(String range, String values) {
        page.evaluate(
                "range => mpmPlayground.api.getActiveWorkbook().getActiveSheet().getRange(range).setValues(%s)"
                        .formatted(values),
                range);
    }

    void awaitShown(String range, String shown) {
        page.waitForFunction("""
                ([range, shown]) => mpmPlayground.api.getActiveWorkbook().getActiveSheet().getRange(range).getValues()
                    .flat().map((value) => value ?? '').join('|') === shown""", List.of(range, shown));
    }

    /** Waits until every answer has come, and every answer to a question that waited for another one. */
    void awaitCalculated() {
        page.waitForFunction("""
                () => mpmPlayground.requests > 0 && mpmPlayground.waiting === 0
                    && mpmPlayground.api.getActiveWorkbook().getSheets().every((sheet) =>
                        !JSON.stringify(sheet.getDataRange().getRawValues()).includes('#GETTING_DATA'))""");
        page.waitForTimeout(800);
    }

    int requests() {
        return (Integer) page.evaluate("() => mpmPlayground.requests");
    }

    void open(String sheet) {
        page.evaluate("""
                name => {
                    const workbook = mpmPlayground.api.getActiveWorkbook();
                    workbook.setActiveSheet(workbook.getSheetByName(name));
                }""", sheet);
        page.waitForTimeout(900);
    }

    void awaitOpen(String sheet) {
        page.waitForFunction(
                "name => mpmPlayground.api.getActiveWorkbook().getActiveSheet().getSheetName() === name", sheet);
    }

    /** Clicks into a cell that is in sight, so far from its left edge. */
    void click(String cell, double across) {
        List<?> place = (List<?>) page.evaluate("""
                ([cell, across]) => {
                    const [canvas] = [...document.querySelectorAll('#sheet canvas')]
                        .map((each) => each.getBoundingClientRect())
                        .sort((one, other) => other.width * other.height - one.width * one.height);
                    const { x, y, width, height } =
                        mpmPlayground.api.getActiveWorkbook().getActiveSheet().getRange(cell).getCellRect();
                    return [canvas.x + x + width * across, canvas.y + y + height / 2];
                }""", List.of(cell, across));
        page.mouse().click(((Number) place.get(0)).doubleValue(), ((Number) place.get(1)).doubleValue());
        page.waitForTimeout(600);
    }

    /** What the cells hold, by {@code sheet row,column}; what is empty, or filled by another cell, is left out. */
    Map<?, ?> values() {
        return cells("getRawValues");
    }

    /** What the cells show. */
    Map<?, ?> texts() {
        return cells("getValues");
    }

    private Map<?, ?> cells(String read) {
        return (Map<?, ?>) page.evaluate("""
                read => Object.fromEntries(mpmPlayground.api.getActiveWorkbook().getSheets().flatMap((sheet) =>
                    sheet.getRange(0, 0, 200, sheet.getMaxColumns())[read]()
                        .flatMap((cells, row) =>
                            cells.map((value, column) => [`${sheet.getSheetName()} ${row},${column}`, value]))
                        .filter(([, value]) => value !== null && value !== undefined && value !== '')))""", read);
    }

    /** The colour of a cell's text, conditional formats included. */
    String ink(String cell) {
        return (String) page.evaluate("""
                cell => {
                    const sheet = mpmPlayground.api.getActiveWorkbook().getActiveSheet();
                    const range = sheet.getRange(cell);
                    return sheet.getSheet().getCell(range.getRow(), range.getColumn())?.s?.cl?.rgb ?? '';
                }""", cell);
    }

    void picture(String name) {
        page.waitForTimeout(600);
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/pictures/" + name + ".png")));
    }

    int width() {
        return (Integer) page.evaluate("document.documentElement.scrollWidth");
    }
}
