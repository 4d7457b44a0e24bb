package mpm.service.packaged;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The task pane in a browser, beside a workbook that is played: no Office runs where tests do. */
@ExtendWith({RunningService.class, Chromium.class})
class TaskPaneIT {

    private static final Path PICTURE = Path.of("../docs/pictures/playground.png");

    @ParameterizedTest
    @CsvSource({"LIGHT, 300", "LIGHT, 450", "DARK, 300", "DARK, 450"})
    void everyTabCanBeReadInANarrowPane(ColorScheme scheme, int width, ServiceProcess service, Browser browser) {
        try (BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setColorScheme(scheme).setViewportSize(width, 900))) {
            Page page = pane(service, context, "");

            page.locator("#list summary").first().click();
            assertThat(link(page, "All about"))
                    .hasAttribute("href", service.at("/functions/CASCADE").toString());
            Looks.check(page, "pane-functions-%s-%d".formatted(scheme, width));

            chooseTemplate(page);
            page.getByText("What inserting does to your workbook").click();
            Looks.check(page, "pane-templates-%s-%d".formatted(scheme, width));

            button(page, "Insert its sheets").click();
            assertThat(page.locator("#notice")).containsText("Nothing is inserted yet");
            Looks.check(page, "pane-notice-%s-%d".formatted(scheme, width));

            page.getByRole(AriaRole.TAB, named("Submit")).click();
            Looks.check(page, "pane-submit-%s-%d".formatted(scheme, width));

            page.getByRole(AriaRole.TAB, named("Problems")).click();
            Looks.check(page, "pane-problems-%s-%d".formatted(scheme, width));
        }
    }

    @Test
    void aTemplateIsMadeForTheCompanyAndInserted(ServiceProcess service, Browser browser) {
        try (BrowserContext context = browser.newContext()) {
            Page page = pane(service, context, "");
            chooseTemplate(page);
            page.getByLabel("Organisation").fill("Böhm & Söhne");
            page.getByLabel("Fiscal year start").fill("2027-01-01");

            button(page, "Insert its sheets").click();
            assertThat(page.locator("#notice")).containsText("already has a sheet named Dashboard");
            assertThat(page.evaluate("done.inserted")).isEqualTo(List.of());

            button(page, "Insert them all the same").click();
            assertThat(page.locator("#notice"))
                    .containsText("Inserted behind your last sheet: Start and Dashboard (2). Their MPM formulas");
            assertThat(page.evaluate("done.inserted"))
                    .isEqualTo(List.of(
                            List.of("fiscal-year-start=2027-01-01&organisation=B%C3%B6hm+%26+S%C3%B6hne", "End")));
            assertThat(page.evaluate("done.calculated")).isEqualTo(List.of("Start", "Dashboard (2)"));
        }
    }

    @Test
    void excelOnTheWebOpensATemplateAsAWorkbookOfItsOwn(ServiceProcess service, Browser browser) {
        try (BrowserContext context = browser.newContext()) {
            Page page = pane(service, context, "?platform=OfficeOnline");
            chooseTemplate(page);

            assertThat(page.locator("#able")).containsText("open it as a new workbook");
            assertThat(button(page, "Insert its sheets")).hasCount(0);
            button(page, "Open as a new workbook").click();
            assertThat(page.locator("#notice")).containsText("Annual plan is open as a new workbook");
            assertThat(page.evaluate("done.opened")).isEqualTo(List.of(""));
        }
    }

    @Test
    void whatTheServiceRefusesIsSaidAndNothingIsInserted(ServiceProcess service, Browser browser) {
        try (BrowserContext context = browser.newContext()) {
            Page page = pane(service, context, "");
            page.route(
                    "**/templates/*.xlsx*",
                    route -> route.fulfill(
                            new Route.FulfillOptions()
                                    .setStatus(400)
                                    .setContentType("application/problem+json")
                                    .setBody(
                                            "{\"status\":400,\"detail\":\"currency is “EURO”: give a code of three letters.\"}")));
            chooseTemplate(page);
            button(page, "Open as a new workbook").click();

            assertThat(page.locator("#notice")).containsText("give a code of three letters");
            assertThat(page.evaluate("done.opened")).isEqualTo(List.of());
        }
    }

    @Test
    void withoutExcelATemplateIsAFile(ServiceProcess service, Browser browser) {
        try (BrowserContext context = browser.newContext()) {
            context.route("https://appsforoffice.microsoft.com/**", Route::abort);
            Page page = context.newPage();
            offerTemplates(page);
            page.navigate(service.at("/addin/taskpane.html").toString());
            chooseTemplate(page);
            page.getByLabel("Currency").fill("USD");

            assertThat(page.locator("#able")).containsText("In Excel");
            assertThat(button(page, "Insert its sheets")).hasCount(0);
            assertThat(button(page, "Open as a new workbook")).hasCount(0);
            assertThat(link(page, "Download Annual plan"))
                    .hasAttribute(
                            "href",
                            service.at("/templates/annual-plan.xlsx?currency=USD")
                                    .toString());
        }
    }

    /** The task pane beside the workbook of office.js, with its functions associated. */
    private static Page pane(ServiceProcess service, BrowserContext context, String query) {
        Page page = context.newPage();
        page.route(
                "https://appsforoffice.microsoft.com/**",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/javascript")
                        .setBodyBytes(resource("office.js"))));
        offerTemplates(page);
        page.navigate(service.at("/addin/taskpane.html" + query).toString());
        page.locator("[data-associated]").waitFor();
        return page;
    }

    /** The gallery of a service with two templates; a workbook answers with the parameters it was asked for. */
    private static void offerTemplates(Page page) {
        page.route(
                "**/api/v1/templates",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBodyBytes(resource("templates.json"))));
        page.route("**/templates/*/*.png", route -> route.fulfill(new Route.FulfillOptions().setPath(PICTURE)));
        page.route("**/missing.png", route -> route.fulfill(new Route.FulfillOptions().setStatus(404)));
        page.route(
                "**/templates/*.xlsx*",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                        .setBody(route.request().url().replaceFirst("[^?]*\\??", ""))));
    }

    private static void chooseTemplate(Page page) {
        page.getByRole(AriaRole.TAB, named("Templates")).click();
        page.locator("#gallery summary").first().click();
        assertThat(page.getByText("Which goal has no owner?")).isVisible();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, named(name));
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, named(name));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static byte[] resource(String name) {
        try (InputStream resource = TaskPaneIT.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(resource, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
