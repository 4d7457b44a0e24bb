package mpm.service.packaged;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import mpm.service.packaged.PlanClient.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Figures on their way from the cells of a workbook to finance, through the task pane; the workbook is played. */
@ExtendWith({RunningService.class, Chromium.class})
class SubmitIT {

    private static final String SCENARIO = "PANE";
    private static final String SUBMISSIONS = "**/api/v1/submissions";
    private static final String CALCULATE = "**/api/v1/calculate";

    @Test
    void fromTheCellsToFinance(ServiceProcess service, Browser browser) throws IOException {
        PlanClient client = new PlanClient(service);
        if (client.get("units").ok().path("units").isEmpty()) {
            client.organise();
        }
        client.addScenario(SCENARIO, "PLAN");
        try (BrowserContext context = browser.newContext(new Browser.NewContextOptions().setViewportSize(350, 900))) {
            Page page = pane(service, context);
            link(page);
            submit(page, client);
            sendOverTheChangeOfAnother(page, client);
            sendAgainWhatTheConnectionLost(page, client);
            showOfflineWhatWasAnsweredLast(page);
            assertThat(client.get("submissions")
                            .ok()
                            .at("/submissions/0/workbook")
                            .asText())
                    .isEqualTo(client.get("workbooks/linked")
                            .ok()
                            .at("/workbooks/0/id")
                            .asText());
            linkACopy(page, client);
        }
    }

    private static void link(Page page) {
        assertThat(page.locator("#unsent")).hasText("2 unsent changes");
        page.locator("#unsent").press("Enter");
        assertThat(page.locator("#staged-state"))
                .containsText("Waiting to be sent: 2 changes. Saving the file does not send anything.");
        assertThat(button(page, "Submit")).isHidden();
        button(page, "Link this workbook").click();
        assertThat(notice(page)).containsText("Plan EMEA.xlsx is linked, with 2 cells that may be sent.");
    }

    private static void submit(Page page, PlanClient client) {
        button(page, "Submit").click();
        assertThat(notice(page)).hasText("Look at what will change, then choose Submit again.");
        assertThat(staged(page).first())
                .hasText(Pattern.compile("Plan!A1.*LEADS · DEMAND_EMEA · FY2027-P01 · PANE.*nothing → 120.*"));
        Looks.check(page, "pane-staged");
        page.getByLabel("Comment for finance").fill("First plan");
        button(page, "Submit").click();
        assertThat(notice(page)).hasText(Pattern.compile("Sent: 2 changes, as submission \\d+\\."));
        assertThat(page.locator("#unsent")).isHidden();
        assertThat(staged(page)).hasCount(0);
        assertThat(figure(client, "FY2027-P01").path("amount").asInt()).isEqualTo(120);
        assertThat(client.get("submissions").ok().at("/submissions/0/comment").asText())
                .isEqualTo("First plan");
    }

    private static void sendOverTheChangeOfAnother(Page page, PlanClient client) {
        enter(page, 0, 125);
        client.submit("PANE other", new Line(SCENARIO, "LEADS", "DEMAND_EMEA", "FY2027-P01", 500, 1))
                .ok();
        button(page, "Check").click();
        assertThat(notice(page)).hasText("1 change cannot be sent: the list says why. 0 can.");
        assertThat(page.locator("#unsent")).hasText("1 unsent change");
        assertThat(staged(page))
                .hasText(Pattern.compile(
                        ".*500 → 125.*local changed it to 500 on .* UTC, after this workbook read it.*"));
        assertThat(page.evaluate("done.shown[0]")).isEqualTo("CHANGED ELSEWHERE");
        Looks.check(page, "pane-conflict");

        button(page, "Submit").click();
        assertThat(notice(page)).containsText("Nothing was sent: 1 figure changed elsewhere meanwhile.");
        assertThat(figure(client, "FY2027-P01").path("amount").asInt()).isEqualTo(500);
        button(page, "Send mine all the same").click();
        assertThat(notice(page)).hasText("1 change can be sent.");
        assertThat(page.evaluate("done.shown[0]")).isEqualTo("STAGED");
        button(page, "Submit").click();
        assertThat(notice(page)).containsText("Sent: 1 change");
        assertThat(figure(client, "FY2027-P01").path("amount").asInt()).isEqualTo(125);
    }

    private static void sendAgainWhatTheConnectionLost(Page page, PlanClient client) {
        enter(page, 1, 135);
        button(page, "Submit").click();
        assertThat(notice(page)).containsText("Look at what will change");
        page.route(SUBMISSIONS, Route::abort);
        button(page, "Submit").click();
        assertThat(notice(page)).containsText("is kept in this workbook until there is an answer");
        assertThat(page.locator("#pending-text"))
                .hasText("Kept in this workbook, since there was no answer: 1 change.");
        assertThat((String) page.evaluate("done.link")).contains("\"pending\"", "135");
        Looks.check(page, "pane-pending");
        page.unroute(SUBMISSIONS);
        button(page, "Send again").click();
        assertThat(notice(page)).containsText("Sent: 1 change");
        assertThat(page.locator("#pending")).isHidden();
        assertThat((String) page.evaluate("done.link")).doesNotContain("\"pending\"");
        assertThat(figure(client, "FY2027-P02").path("amount").asInt()).isEqualTo(135);
    }

    private static void showOfflineWhatWasAnsweredLast(Page page) {
        page.route(CALCULATE, Route::abort);
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Problems"))
                .click();
        button(page, "Recalculate MPM cells").click();
        assertThat(notice(page)).containsText("Offline: the calculation service cannot be reached.");
        assertThat(page.evaluate("done.shown")).isEqualTo(List.of("IN SYNC", "IN SYNC"));
        // What is calculated all the same answers as it did.
        page.locator("#submit-tab").click();
        button(page, "Submit").click();
        assertThat(notice(page)).hasText("Offline: there was nothing to send when the service last answered.");
        assertThat(page.locator("#health")).containsText("Offline: the calculation service cannot be reached.");
        assertThat(page.locator("#health"))
                .hasText(Pattern.compile(".* figures as of (\\d{4}-\\d\\d-\\d\\d )?\\d\\d:\\d\\d"));
        assertThat(page.evaluate("done.shown[0]")).isEqualTo("IN SYNC");
        Looks.check(page, "pane-offline");
        page.unroute(CALCULATE);
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Problems"))
                .click();
        button(page, "Ask again").click();
        assertThat(notice(page)).hasText("Recalculated 2 cells.");
        assertThat(page.locator("#health")).containsText("Answering");
        assertThat((Double) page.evaluate("done.asOf")).isGreaterThan(45_000);
        button(page, "Recalculate the selection").click();
        assertThat(notice(page)).hasText("Recalculating 1 cell.");
    }

    private static void linkACopy(Page page, PlanClient client) {
        enter(page, 0, 140);
        page.locator("#submit-tab").click();
        button(page, "Submit").click();
        assertThat(notice(page)).containsText("Look at what will change");
        page.route(SUBMISSIONS, Route::abort);
        button(page, "Submit").click();
        assertThat(notice(page)).containsText("is kept in this workbook until there is an answer");
        page.unroute(SUBMISSIONS);
        button(page, "Link it as a copy").click();
        assertThat(notice(page)).containsText("is linked, with 2 cells that may be sent.");
        assertThat((String) page.evaluate("done.link")).doesNotContain("\"pending\"");
        assertThat(client.get("workbooks/linked").ok().at("/workbooks").findValuesAsText("template"))
                .contains("Finance link");
    }

    /** Another value in a cell that enters it. */
    private static void enter(Page page, int row, int value) {
        page.evaluate("([row, value]) => (entries[row][0] = value)", List.of(row, value));
    }

    private static JsonNode figure(PlanClient client, String period) {
        return client.figures(SCENARIO, List.of("LEADS"), List.of("DEMAND_EMEA"), List.of(period))
                .path(0);
    }

    private static Locator notice(Page page) {
        return page.locator("#notice-text");
    }

    private static Locator staged(Page page) {
        return page.locator("#staged-list > li");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Page pane(ServiceProcess service, BrowserContext context) throws IOException {
        byte[] office;
        try (InputStream resource = SubmitIT.class.getResourceAsStream("office.js")) {
            office = Objects.requireNonNull(resource).readAllBytes();
        }
        context.route(
                "https://appsforoffice.microsoft.com/**",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/javascript")
                        .setBodyBytes(office)));
        Page page = context.newPage();
        page.navigate(service.at("/addin/taskpane.html?entering=" + SCENARIO).toString());
        page.locator("[data-associated]").waitFor();
        return page;
    }
}
