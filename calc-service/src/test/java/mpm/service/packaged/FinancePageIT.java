package mpm.service.packaged;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import mpm.service.packaged.PlanClient.Line;
import mpm.service.packaged.SharedService.Shared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The page for finance in a browser, from a service with nothing in it to the close of a period. */
@ExtendWith({SharedService.class, Chromium.class})
class FinancePageIT {

    private static final List<String> VIEWS = List.of(
            "submissions",
            "locks",
            "audit",
            "reconciliation?metric=MKT_SPEND&scenario=ACTUAL&period=FY2027-P08",
            "alerts?which=all",
            "rates",
            "periods",
            "workbooks");

    @Test
    void fromTheSampleCompanyToTheClose(@TempDir Path directory, Browser browser) throws IOException {
        Map<String, String> settings =
                Map.of("mpm.data-directory", directory.resolve("data").toString());
        try (ServiceProcess service = ServiceProcess.ready(directory, settings);
                BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            List<String> faults = faultsOf(page);
            PlanClient client = new PlanClient(service);
            page.navigate(service.at("/finance").toString());

            loadTheSample(page);
            long id = submit(client, "first", 600, 1).ok().path("id").asLong();
            approve(page, id);
            close(page);
            assertThat(submit(client, "late", 650, 2)
                            .refused(422)
                            .at("/outcome/lines/0/status")
                            .asText())
                    .isEqualTo("LOCKED");
            reopen(page);
            submit(client, "again", 650, 2).ok();
            reject(page);
            readTheAudit(page);
            reconcile(page);
            seeWhatBelongsNowhere(page, client);
            signOff(page);
            seeToAnAlert(page, client);
            setARate(page);
            openAYear(page);
            unlink(page, client);
            turnThePagesOfALongLedger(page, client);
            assertThat(faults).isEmpty();

            everyViewIsUsableOnEveryScreenAndByEveryone(page);
        }
    }

    private static void loadTheSample(Page page) {
        button(page, "Load the sample company").click();
        assertThat(said(page)).containsText("The sample company is loaded.");
        assertThat(page.getByText("Nothing has been submitted yet.")).isVisible();
    }

    private static PlanClient.Answer submit(PlanClient client, String key, int leads, long seen) {
        return client.post(
                "submissions",
                Map.of(
                        "key",
                        key,
                        "comment",
                        "=1+1",
                        "lines",
                        List.of(new Line("PLAN", "LEADS", "DEMAND_EMEA", "FY2027-P10", leads, seen).json())));
    }

    private static void approve(Page page, long id) {
        page.reload();
        assertThat(page.getByText("Waits for approval")).isVisible();
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName(String.valueOf(id)).setExact(true))
                .press("Enter");
        assertThat(row(page, "LEADS")).hasText(Pattern.compile("LEADS.*PLAN 2.*587.*600.*\\+13.*Written.*Plan!B2"));
        button(page, "Approve").press("Enter");
        assertThat(said(page)).hasText("Submission %d is approved.".formatted(id));
        assertThat(page.locator(".state-mark")).hasText("Approved");
        assertThat(button(page, "Approve")).hasCount(0);
    }

    /** By keyboard: one stop for the squares, then the arrows. */
    private static void close(Page page) {
        open(page, "Locks");
        square(page, "Marketing, FY2027-P01: Locked").focus();
        page.keyboard().press("ArrowDown");
        for (int month = 1; month < 10; month++) {
            page.keyboard().press("ArrowRight");
        }
        assertThat(square(page, "Marketing EMEA, FY2027-P10: Open")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.getByText("Marketing EMEA, FY2027-P10: open. Planners can enter figures here."))
                .isVisible();
        button(page, "Set").press("Enter");
        assertThat(said(page)).hasText("Plan, EMEA, FY2027-P10: locked.");
        assertThat(square(page, "Demand EMEA, FY2027-P10: Locked")).isVisible();
        assertThat(square(page, "Demand Americas, FY2027-P10: Open")).isVisible();
    }

    private static void reopen(Page page) {
        square(page, "Demand EMEA, FY2027-P10: Locked").click();
        assertThat(page.getByText(Pattern.compile("Demand EMEA, FY2027-P10: locked, with all of EMEA, by local on")))
                .isVisible();
        assertThat(field(page, "Unit, with all its parts")).hasValue("EMEA");
        button(page, "Set").click();
        assertThat(refused(page, "Close or open")).hasText("Whoever reopens says why: give a reason.");
        field(page, "Reason, to reopen").fill("A late invoice");
        field(page, "Reason, to reopen").press("Enter");
        assertThat(said(page)).hasText("Plan, EMEA, FY2027-P10: open.");
        assertThat(square(page, "Demand EMEA, FY2027-P10: Open")).isVisible();
    }

    private static void reject(Page page) {
        open(page, "Submissions");
        page.locator("#submissions tbody a").first().click();
        field(page, "Reason").fill("Counted twice");
        button(page, "Reject").click();
        assertThat(said(page)).containsText("what stood there before stands there again");
        assertThat(page.locator("#submissions dl")).containsText("Counted twice");
    }

    private static void readTheAudit(Page page) throws IOException {
        open(page, "Audit");
        Locator rows = page.locator("#audit tbody tr");
        assertThat(rows.first()).containsText("reject submission");
        field(page, "Metric").selectOption("LEADS");
        field(page, "Unit, with its parts").selectOption("EMEA");
        field(page, "Who").fill("LOCAL");
        field(page, "Who").press("Enter");
        assertThat(rows).hasCount(3);
        assertThat(rows.last()).hasText(Pattern.compile(".*local.*submit figure.*587.*600.*"));
        assertThat(page).hasURL(Pattern.compile(".*#audit\\?user=LOCAL&metric=LEADS&org=EMEA$"));
        Download download =
                page.waitForDownload(() -> button(page, "Download CSV").click());
        assertThat(said(page)).hasText("MPM audit.csv holds every entry that is like that.");
        assertThat(download.suggestedFilename()).isEqualTo("MPM audit.csv");
        List<String> lines = Files.readAllLines(download.path());
        assertThat(lines).hasSize(4);
        // The columns of the feed, which are for good.
        assertThat(lines.get(0))
                .endsWith("seq,at,user,action,objectType,objectId,before,after,workbook,sheet,cell,previousHash,hash");
        assertThat(lines.get(1)).contains(",REJECT,FIGURE,PLAN/2/LEADS/DEMAND_EMEA/FY2027-P10,");

        field(page, "Metric").selectOption("");
        field(page, "Period").selectOption("FY2027-Q4");
        button(page, "Find").click();
        assertThat(rows.filter(new Locator.FilterOptions().setHasText("close lock")))
                .hasCount(1);
        field(page, "From (UTC)").fill("2099-01-01");
        button(page, "Find").click();
        assertThat(page.getByText("No entry is like that.")).isVisible();
        button(page, "Check the chain").click();
        assertThat(said(page)).containsText("The chain is whole");
    }

    private static void reconcile(Page page) {
        open(page, "Reconciliation");
        field(page, "Period").selectOption("FY2027-P08");
        button(page, "Reconcile").click();
        assertThat(row(page, "Partner EMEA")).hasText(Pattern.compile(".*EUR.*Agrees"));
        assertThat(row(page, "Brand Americas")).hasText(Pattern.compile(".*USD.*No lines"));
        row(page, "Partner EMEA").getByRole(AriaRole.LINK).click();
        assertThat(row(page, "TOTAL")).containsText("OK");
    }

    /** MPM.DRILL answers five hundred lines at once; how many there are, and their sum, is of all. */
    private static void turnThePagesOfALongLedger(Page page, PlanClient client) {
        StringBuilder file = new StringBuilder("Document,Date,Account,Cost centre,Amount,Currency\n");
        for (int line = 1; line <= 501; line++) {
            file.append("L%d,2027-03-03,MKT_SPEND,DEMAND_EMEA,2,EUR\n".formatted(line));
        }
        String address = "import/files/"
                + client.sendTable("import/LONG", file.toString().getBytes(UTF_8), "text/csv")
                        .ok()
                        .at("/file/id")
                        .asLong();
        client.post(address + "/apply", Map.of()).ok();

        open(page, "Reconciliation");
        field(page, "Period").selectOption("FY2027-P09");
        button(page, "Reconcile").click();
        assertThat(row(page, "Demand EMEA")).hasText(Pattern.compile(".*EUR.*1,002.*501.*Agrees"));
        row(page, "Demand EMEA").getByRole(AriaRole.LINK).click();
        assertThat(page.getByText("Page 1 of 2.")).isVisible();
        page.getByText("Later lines →").click();
        assertThat(page.getByText("Page 2 of 2.")).isVisible();
        assertThat(row(page, "LONG")).hasText(Pattern.compile("LONG.*L99.*2027-03-03.*MKT_SPEND.*"));
        assertThat(page.getByText("Later lines →")).hasCount(0);
    }

    private static void seeWhatBelongsNowhere(Page page, PlanClient client) {
        String file = """
                Document,Date,Account,Cost centre,Amount,Currency
                X1,2027-02-03,6990,CC-10,1234.50,EUR
                X2,2027-02-04,6990,CC-10,0.25,EUR
                X3,2027-02-05,6995,CC-20,7,USD
                """;
        JsonNode preview =
                client.sendTable("import/SAP", file.getBytes(UTF_8), "text/csv").ok();
        Map<String, Object> mapping = new HashMap<>();
        preview.path("mapping").properties().forEach(each -> mapping.put(each.getKey(), each.getValue()));
        mapping.put("scenario", "ACTUAL");
        String address = "import/files/" + preview.at("/file/id").asLong();
        client.put(address + "/mapping", mapping).ok();
        client.post(address + "/apply", Map.of()).ok();

        open(page, "Reconciliation");
        assertThat(page.getByText("3 lines: 1,234.75 EUR, 7.00 USD.")).isVisible();
        Locator lines = page.getByRole(AriaRole.GROUP, named("Lines that are not mapped"))
                .locator("tbody tr");
        assertThat(lines).hasCount(3);
        assertThat(lines.first()).hasText(Pattern.compile(".*X1.*FY2027-P08.*6990.*1,234\\.50.*EUR.*6990.*"));
    }

    /** What differs, or belongs nowhere yet, takes a remark. */
    private static void signOff(Page page) {
        field(page, "Period").selectOption("FY2027-P08");
        button(page, "Reconcile").click();
        assertThat(row(page, "Partner EMEA").locator("a[href*=FY2027-P08]")).isVisible();
        assertThat(page.getByText("Nothing has been signed off yet.")).isVisible();
        button(page, "Sign off").click();
        assertThat(refused(page, "Sign off"))
                .hasText(Pattern.compile(
                        "\\d figures differ and 3 lines of the ledger belong nowhere yet.*say in a remark.*"));
        field(page, "Remark, where something does not agree").fill("Brand has no ledger");
        field(page, "Remark, where something does not agree").press("Enter");
        assertThat(said(page)).hasText("MKT_SPEND, ACTUAL, FY2027-P08: 5 figures signed off.");
        assertThat(page.getByRole(AriaRole.GROUP, named("Sign-offs")).locator("tbody tr"))
                .hasText(Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d.*local.*MKT_SPEND, ACTUAL 1, FY2027-P08.*5"
                        + ".*0\\.00.*−[\\d,.]+.*\\d differences, 3 lines not mapped.*Brand has no ledger"));
    }

    private static void seeToAnAlert(Page page, PlanClient client) {
        open(page, "Alerts");
        assertThat(page.getByText("Nothing is out of the ordinary that nobody has seen to."))
                .isVisible();
        client.put(
                        "alerts/rules/LEADS_EMEA",
                        Map.of(
                                "metric",
                                "LEADS",
                                "org",
                                "DEMAND_EMEA",
                                "scenario",
                                "ACTUAL",
                                "method",
                                "TOLERANCE",
                                "against",
                                "PLAN",
                                "beyondShare",
                                0.1))
                .ok();
        client.submit("alert", new Line("ACTUAL", "LEADS", "DEMAND_EMEA", "FY2027-P08", 12_345, 1))
                .ok();
        // It is judged behind the back of whoever writes.
        for (int tries = 0;
                tries < 200 && client.get("alerts").ok().path("alerts").isEmpty();
                tries++) {
            page.waitForTimeout(100);
        }
        button(page, "Show").click();
        Locator alert = page.getByRole(AriaRole.GROUP, named("Alerts")).locator("tbody tr");
        assertThat(alert)
                .hasText(Pattern.compile(
                        ".*LEADS.*DEMAND_EMEA.*FY2027-P08.*12,345.*Better.*LEADS_EMEA \\(TOLERANCE\\).*"));
        alert.getByRole(AriaRole.LINK).press("Enter");
        field(page, "Remark").fill("The fair");
        field(page, "Remark").press("Enter");
        assertThat(said(page)).hasText("LEADS, DEMAND_EMEA, FY2027-P08: you have seen to it.");
        assertThat(page.getByText("Nothing is out of the ordinary that nobody has seen to."))
                .isVisible();
        field(page, "Which ones").selectOption("all");
        button(page, "Show").click();
        assertThat(alert).hasText(Pattern.compile(".* by local\\. The fair"));
    }

    private static void setARate(Page page) {
        open(page, "Rates");
        field(page, "1 unit of").fill("USD");
        field(page, "is worth").fill("0.915");
        field(page, "Period").selectOption("FY2027-P08");
        field(page, "Source").fill("Treasury");
        button(page, "Set the rate").click();
        assertThat(said(page)).hasText(Pattern.compile("The rate is set\\. \\d+ amounts are worth something else.*"));
        assertThat(row(page, "1 USD in EUR, average")).containsText("0.915");
    }

    private static void openAYear(Page page) {
        open(page, "Periods");
        assertThat(page.getByText("12 periods, 365 days.")).isVisible();
        button(page, "Open the year").click();
        assertThat(said(page)).hasText("FY2028 is open.");
        assertThat(page.getByText("12 periods, 366 days.")).isVisible();
    }

    private static void unlink(Page page, PlanClient client) {
        client.put(
                        "workbooks/linked/6f1c1c1e-page",
                        Map.of(
                                "name",
                                "Plan EMEA.xlsx",
                                "bindings",
                                List.of(Map.of(
                                        "sheet",
                                        "Plan",
                                        "cell",
                                        "B2",
                                        "metric",
                                        "LEADS",
                                        "org",
                                        "DEMAND_EMEA",
                                        "period",
                                        "FY2027-P10",
                                        "scenario",
                                        "PLAN",
                                        "direction",
                                        "IN"))))
                .ok();
        open(page, "Linked workbooks");
        page.getByRole(AriaRole.LINK, named("Plan EMEA.xlsx")).click();
        assertThat(row(page, "Plan!B2")).hasText(Pattern.compile(".*LEADS.*DEMAND_EMEA.*PLAN.*entered"));
        button(page, "Unlink it").click();
        assertThat(said(page)).containsText("no longer linked");
        assertThat(page.getByText("No workbook is linked yet.")).isVisible();
    }

    private static void everyViewIsUsableOnEveryScreenAndByEveryone(Page page) {
        String address = page.url().replaceFirst("#.*", "");
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (int width : new int[] {320, 1280}) {
                page.setViewportSize(width, 800);
                for (String view : VIEWS) {
                    page.navigate(address + "#" + view);
                    String name = view.replaceFirst("\\?.*", "");
                    assertThat(page.locator("#%s .shown > *".formatted(name)).first())
                            .isVisible();
                    Looks.check(page, "finance-%s-%s-%d".formatted(name, scheme, width));
                }
            }
        }
    }

    @Test
    void whoMustSignInDoesSoAndSeesWhatTheirRoleMay(Shared shared, Browser browser) {
        try (BrowserContext context = browser.newContext()) {
            context.route("https://appsforoffice.microsoft.com/**", Route::abort);
            Page page = context.newPage();
            page.navigate(shared.service().at("/finance#audit").toString());
            assertThat(said(page)).hasText("You are not signed in. Choose Sign in on this page.");

            Page dialog = page.waitForPopup(() -> button(page, "Sign in").click());
            dialog.getByLabel("User").fill("viewer");
            dialog.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Continue"))
                    .click();

            assertThat(page.locator("#user")).hasText("Signed in as viewer.");
            assertThat(said(page)).isHidden();
            assertThat(page.locator("#welcome, #audit").filter(new Locator.FilterOptions().setVisible(true)))
                    .hasCount(1);
            button(page, "Sign out").click();
            assertThat(said(page)).containsText("You are not signed in.");
        }
    }

    /** Goes to a view, and waits until the one before is gone: both may have a field of one name. */
    private static void open(Page page, String view) {
        page.getByRole(AriaRole.NAVIGATION, named("Finance"))
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(view))
                .click();
        assertThat(page.getByRole(AriaRole.HEADING, named(view).setLevel(2))).isVisible();
    }

    private static Locator said(Page page) {
        return page.locator("#said");
    }

    /** What is said in a form that was refused. */
    private static Locator refused(Page page, String form) {
        return page.getByRole(AriaRole.FORM, named(form)).getByRole(AriaRole.ALERT);
    }

    /** The row that a cell at its beginning names. */
    private static Locator row(Page page, String name) {
        return page.locator("tbody tr:visible")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByRole(
                                AriaRole.ROWHEADER,
                                new Page.GetByRoleOptions().setName(name).setExact(true))));
    }

    private static Locator field(Page page, String name) {
        return page.getByLabel(name, new Page.GetByLabelOptions().setExact(true));
    }

    private static Locator square(Page page, String name) {
        return page.locator(".squares")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, named(name).setExact(true));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    /** What the browser reports, but the refusals that the page says in words. */
    private static List<String> faultsOf(Page page) {
        List<String> faults = new ArrayList<>();
        page.onPageError(faults::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("status of 4")) {
                faults.add(message.text());
            }
        });
        return faults;
    }
}
