package mpm.service.packaged;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The start page in a browser. */
@ExtendWith({RunningService.class, Chromium.class})
class HomePageIT {

    @Test
    void aFormulaCalculatesAsOneTypes(ServiceProcess service, Browser browser) {
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            List<String> faults = faultsOf(page);
            page.navigate(service.at("/").toString());
            Locator answer = page.locator("#answer");

            assertThat(answer).hasText("20");
            assertThat(page.locator("#explanation")).containsText("MPM.VARIANCE(actual, plan");

            page.locator("#formula").fill("=MPM.CASCADE(100, {1;1;1})");
            assertThat(answer.locator("td")).hasText(new String[] {"33.34", "33.33", "33.33"});

            page.locator("#formula").fill("=MPM.VARIANCE(1,\"n/a\")");
            assertThat(answer).hasText("#VALUE!");

            page.locator("#formula").fill("=MPM.VARIANCE(1,");
            assertThat(answer).hasClass("words");

            assertThat(page.locator("#state")).containsText("this computer only");
            assertThat(faults).isEmpty();
        }
    }

    @Test
    void itIsReadableOnASmallScreenAndInTheDark(ServiceProcess service, Browser browser) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : new int[] {320, 1200}) {
                try (BrowserContext context = browser.newContext(
                        new Browser.NewContextOptions().setColorScheme(scheme).setViewportSize(width, 800))) {
                    Page page = context.newPage();
                    page.navigate(service.at("/").toString());
                    assertThat(page.locator("#answer")).hasText("20");
                    assertThat(page.locator("#more button").first()).isVisible();
                    page.screenshot(new Page.ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(Path.of("target/pictures/home-%s-%d.png".formatted(scheme, width))));

                    assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                            .as("nothing is wider than the screen")
                            .isLessThanOrEqualTo(width);
                }
            }
        }
    }

    private static List<String> faultsOf(Page page) {
        List<String> faults = new ArrayList<>();
        page.onPageError(faults::add);
        page.onConsoleMessage(message -> {
            // A formula that cannot be read answers 400, which the browser reports and the page tells in words.
            if (message.type().equals("error") && !message.text().contains("status of 400")) {
                faults.add(message.text());
            }
        });
        return faults;
    }
}
