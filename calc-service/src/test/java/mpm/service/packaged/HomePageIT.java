package mpm.service.packaged;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
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
            assertThat(page.locator("#explanation")).containsText("How far are we from plan");

            page.locator("#formula").fill("=MPM.CASCADE(100, {1;1;1})");
            assertThat(answer.locator("td")).hasText(new String[] {"33.34", "33.33", "33.33"});

            page.locator("#formula").fill("=MPM.VARIANCE(1,\"n/a\")");
            assertThat(answer).hasText("#VALUE!");

            page.locator("#formula").fill("=MPM.VARIANCE(1,");
            assertThat(answer.locator(".words")).containsText("no formula that can be read");

            page.locator("#more button").first().click();
            assertThat(answer.locator("td")).hasText(new String[] {"33.34", "33.33", "33.33"});
            assertThat(page.locator("#explanation a")).hasAttribute("href", "/functions/CASCADE");

            assertThat(page.locator(".state")).containsText("this computer only");
            assertThat(faults).isEmpty();
        }
    }

    private static List<String> faultsOf(Page page) {
        List<String> faults = new ArrayList<>();
        page.onPageError(faults::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                faults.add(message.text());
            }
        });
        return faults;
    }
}
