package mpm.service.packaged;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Objects;
import mpm.service.packaged.SharedService.Shared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The task pane signs its user in at an OpenID provider, in a browser; the dialog is a window that the browser opens. */
@ExtendWith({SharedService.class, Chromium.class})
class SignInIT {

    @Test
    void thePaneSignsInInOfficesDialogAndItsCellsCalculate(Shared shared, Browser browser) throws IOException {
        try (BrowserContext context = browser.newContext()) {
            Page pane = paneInExcel(shared, context);
            assertThat(pane.locator("#user")).hasText("Not signed in");
            assertThat(cell(pane)).isEqualTo("#N/A You are not signed in. Choose Sign in in the MPM pane.");

            signIn(pane, "viewer");

            assertThat(pane.locator("#user")).hasText("Signed in as viewer");
            assertThat(pane.locator("#health")).containsText("Answering");
            assertThat(cell(pane)).isEqualTo("20");
            assertThat(pane.evaluate("JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])"))
                    .isEqualTo("[{},{},\"\"]");
            pane.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/pictures/pane-signed-in.png")));
        }
    }

    @Test
    void aTokenThatRunsOutIsRenewed(Shared shared, Browser browser) throws IOException {
        try (BrowserContext context = browser.newContext()) {
            Page pane = paneInExcel(shared, context);
            int before = shared.provider().renewals();
            shared.provider().nextLast(OpenIdProvider.OVER);

            signIn(pane, "planner");

            assertThat(pane.locator("#user")).hasText("Signed in as planner");
            assertThat(cell(pane)).isEqualTo("20");
            assertThat(shared.provider().renewals()).isEqualTo(before + 1);
        }
    }

    @Test
    void whatRenewingDoesNotMendIsSaidInWords(Shared shared, Browser browser) throws IOException {
        try (BrowserContext context = browser.newContext()) {
            Page pane = paneInExcel(shared, context);
            int before = shared.provider().renewals();
            shared.provider().nextLast(OpenIdProvider.OVER, OpenIdProvider.OVER);

            signIn(pane, "planner");

            assertThat(pane.locator("#health")).containsText("Your sign-in has ended");
            assertThat(pane.locator("#user")).hasText("Not signed in");
            assertThat(cell(pane)).startsWith("#N/A Your sign-in has ended, so you are not signed in any more.");
            assertThat(shared.provider().renewals()).isEqualTo(before + 1);
        }
    }

    @Test
    void outsideExcelAWindowServesAndGivingUpIsSaid(Shared shared, Browser browser) {
        try (BrowserContext context = browser.newContext()) {
            context.route("https://appsforoffice.microsoft.com/**", Route::abort);
            Page pane = context.newPage();
            pane.navigate(shared.service().at("/addin/taskpane.html").toString());

            dialog(pane).getByRole(AriaRole.BUTTON, named("Cancel")).click();
            assertThat(pane.locator("#notice-text")).hasText("You are not signed in: access_denied.");

            signIn(pane, "viewer");
            assertThat(pane.locator("#user")).hasText("Signed in as viewer");
        }
    }

    private static void signIn(Page pane, String user) {
        Page dialog = dialog(pane);
        dialog.getByLabel("User").fill(user);
        dialog.getByRole(AriaRole.BUTTON, named("Continue")).click();
    }

    /** The window that the pane opens, on the provider's page. */
    private static Page dialog(Page pane) {
        Page dialog = pane.waitForPopup(
                () -> pane.getByRole(AriaRole.BUTTON, named("Sign in")).click());
        assertThat(dialog).hasTitle("Company login");
        return dialog;
    }

    /** What a cell with =MPM.VARIANCE(120,100) shows. */
    private static String cell(Page pane) {
        return (String) pane.evaluate("functions.VARIANCE([[120]], [[100]], { address: 'Plan!A1' })"
                + ".then(String, ({ code, message }) => `${code} ${message}`)");
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Page paneInExcel(Shared shared, BrowserContext context) throws IOException {
        byte[] office;
        try (InputStream resource = SignInIT.class.getResourceAsStream("office.js")) {
            office = Objects.requireNonNull(resource).readAllBytes();
        }
        context.route(
                "https://appsforoffice.microsoft.com/**",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/javascript")
                        .setBodyBytes(office)));
        Page pane = context.newPage();
        pane.navigate(shared.service().at("/addin/taskpane.html").toString());
        pane.locator("[data-associated]").waitFor();
        return pane;
    }
}
