package mpm.service.packaged;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A marketer types formulas into a sheet, and the packaged service answers them. */
@ExtendWith({RunningService.class, Chromium.class})
class PlaygroundIT {

    @Test
    void aTypedFormulaIsAnsweredByTheService(ServiceProcess service, Browser browser) {
        inPlayground(service, browser, sheet -> {
            sheet.type("M2", "=MPM.VARIANCE(120,100)");
            sheet.awaitShown("M2", "20");

            sheet.type("M3", "=mpm.cascade.tree({\"Node\",\"Parent\",\"Weight\";\"A\",\"\",\"\"},7,2,FALSE)");
            sheet.awaitShown("M3:R3", "A||1|A|1|7");
        });
    }

    @Test
    void aRangeSpillsAndFollowsItsSource(ServiceProcess service, Browser browser) {
        inPlayground(service, browser, sheet -> {
            sheet.fill("M1:M3", "[[1],[1],[1]]");
            sheet.type("N1", "=MPM.CASCADE(100,M1:M3)");
            sheet.awaitShown("N1:N3", "33.34|33.33|33.33");

            sheet.fill("M1", "[[2]]");
            sheet.awaitShown("N1:N3", "50|25|25");
        });
    }

    @Test
    void aTextWhereAPlanShouldBeShowsItsSentence(ServiceProcess service, Browser browser) {
        inPlayground(service, browser, sheet -> {
            sheet.type("M2", "=MPM.VARIANCE(90,\"n/a\")");
            sheet.awaitShown("M2", "#VALUE!");
            sheet.select("M2");
            assertThat(sheet.page().locator("#why")).containsText("plan is the text “n/a”, but a number is needed.");
            assertThat(sheet.page().locator("#why a")).hasAttribute("href", "../functions/VARIANCE");
        });
    }

    @Test
    void eachSelectedCellIsExplainedFromTheFirstSecondOn(ServiceProcess service, Browser browser) {
        PlaygroundPage.use(service, browser, "", sheet -> {
            for (String cell : List.of("M40", "M41", "M42", "M43", "M44", "M45")) {
                sheet.select(cell);
                assertThat(sheet.page().locator("#why h2").first()).containsText(cell);
            }
        });
    }

    @Test
    void aThousandFormulasAreAFewRequests(ServiceProcess service, Browser browser) {
        inPlayground(service, browser, sheet -> {
            int before = sheet.requests();
            sheet.fill(
                    "M1:M1000", "Array.from({ length: 1000 }, (_, row) => [{ f: `=MPM.VARIANCE(${row + 0.5},1)` }])");
            sheet.awaitShown("M1", "-0.5");
            sheet.awaitShown("M1000", "998.5");
            assertThat(sheet.requests() - before).isBetween(1, 4);
        });
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 320", "LIGHT, 1280", "DARK, 320", "DARK, 1280"})
    void theExampleThatOpensIsAnsweredAndLooksAsItShould(
            ColorScheme scheme, int width, ServiceProcess service, Browser browser) {
        BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setColorScheme(scheme).setViewportSize(width, 860));
        PlaygroundPage.use(service, context, "", sheet -> {
            sheet.awaitCalculated();
            assertThat(sheet.width()).as("nothing is wider than the screen").isLessThanOrEqualTo(width);
            sheet.picture("playground-%s-%d".formatted(scheme, width));
        });
    }

    private static void inPlayground(ServiceProcess service, Browser browser, Consumer<PlaygroundPage> use) {
        PlaygroundPage.use(service, browser, "", sheet -> {
            assertThat(sheet.page().locator("#status")).containsText("functions loaded");
            use.accept(sheet);
        });
    }
}
