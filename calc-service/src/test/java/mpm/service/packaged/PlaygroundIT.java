package mpm.service.packaged;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A marketer types formulas into a sheet, and the packaged service answers them. */
@ExtendWith({RunningService.class, Chromium.class})
class PlaygroundIT {

    /** Like a person: Univer's list of suggestions needs a moment between two keys. */
    private static final Keyboard.TypeOptions AT_A_PERSONS_PACE = new Keyboard.TypeOptions().setDelay(40);

    @Test
    void aTypedFormulaIsAnsweredByTheService(ServiceProcess service, Browser browser) {
        inPlayground(service, browser, page -> {
            type(page, "M2", "=MPM.VARIANCE(120,100)");
            awaitShown(page, "M2", "20");

            type(page, "M3", "=mpm.cascade.tree({\"Node\",\"Parent\",\"Weight\";\"A\",\"\",\"\"},7,2,FALSE)");
            awaitShown(page, "M3:R3", "A||1|A|1|7");
        });
    }

    @Test
    void aRangeSpillsAndFollowsItsSource(ServiceProcess service, Browser browser) {
        inPlayground(service, browser, page -> {
            fill(page, "M1:M3", "[[1],[1],[1]]");
            type(page, "N1", "=MPM.CASCADE(100,M1:M3)");
            awaitShown(page, "N1:N3", "33.34|33.33|33.33");

            fill(page, "M1", "[[2]]");
            awaitShown(page, "N1:N3", "50|25|25");
        });
    }

    @Test
    void aTextWhereAPlanShouldBeShowsItsSentence(ServiceProcess service, Browser browser) {
        inPlayground(service, browser, page -> {
            type(page, "M2", "=MPM.VARIANCE(90,\"n/a\")");
            awaitShown(page, "M2", "#VALUE!");
            select(page, "M2");
            assertThat(page.locator("#why")).containsText("plan is the text “n/a”, but a number is needed.");
        });
    }

    @Test
    void aThousandFormulasAreAFewRequests(ServiceProcess service, Browser browser) {
        inPlayground(service, browser, page -> {
            int before = requests(page);
            page.evaluate("""
                    () => mpmPlayground.api.getActiveWorkbook().getActiveSheet().getRange('M1:M1000')
                        .setValues(Array.from({ length: 1000 }, (_, row) => [{ f: `=MPM.VARIANCE(${row + 0.5},1)` }]))""");
            awaitShown(page, "M1", "-0.5");
            awaitShown(page, "M1000", "998.5");
            assertThat(requests(page) - before).isBetween(1, 4);
        });
    }

    @Test
    void theExampleThatOpensIsAnsweredAndLooksAsItShould(ServiceProcess service, Browser browser) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : new int[] {320, 1280}) {
                BrowserContext context = browser.newContext(
                        new Browser.NewContextOptions().setColorScheme(scheme).setViewportSize(width, 860));
                inPlayground(service, context, page -> {
                    page.waitForFunction("() => mpmPlayground.requests > 0 && mpmPlayground.waiting === 0");
                    assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                            .as("nothing is wider than the screen")
                            .isLessThanOrEqualTo(width);
                    page.waitForTimeout(600);
                    page.screenshot(new Page.ScreenshotOptions()
                            .setPath(Path.of("target/pictures/playground-%s-%d.png".formatted(scheme, width))));
                });
            }
        }
    }

    private static void inPlayground(ServiceProcess service, Browser browser, Consumer<Page> use) {
        inPlayground(service, browser.newContext(new Browser.NewContextOptions().setViewportSize(1280, 860)), use);
    }

    /** Opens the page and uses it; nothing it does may fail or ask another computer. */
    private static void inPlayground(ServiceProcess service, BrowserContext context, Consumer<Page> use) {
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
            page.navigate(service.at("/playground/").toString());
            page.waitForFunction("() => window.mpmPlayground");
            page.evaluate("() => mpmPlayground.ready");
            assertThat(page.locator("#status")).containsText("functions loaded");
            use.accept(page);
            assertThat(faults).isEmpty();
        }
    }

    private static void type(Page page, String cell, String text) {
        select(page, cell);
        page.keyboard().type(text, AT_A_PERSONS_PACE);
        page.waitForTimeout(400);
        page.keyboard().press("Enter");
    }

    private static void select(Page page, String cell) {
        page.evaluate("cell => mpmPlayground.api.getActiveWorkbook().getActiveSheet().getRange(cell).activate()", cell);
        page.waitForTimeout(100);
    }

    private static void fill(Page page, String range, String values) {
        page.evaluate(
                "range => mpmPlayground.api.getActiveWorkbook().getActiveSheet().getRange(range).setValues(%s)"
                        .formatted(values),
                range);
    }

    private static void awaitShown(Page page, String range, String shown) {
        page.waitForFunction("""
                ([range, shown]) => mpmPlayground.api.getActiveWorkbook().getActiveSheet().getRange(range).getValues()
                    .flat().map((value) => value ?? '').join('|') === shown""", List.of(range, shown));
    }

    private static int requests(Page page) {
        return (Integer) page.evaluate("() => mpmPlayground.requests");
    }
}
