package mpm.service.packaged;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mpm.catalogue.Definition;
import mpm.functions.Functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages for people: over HTTP, in a browser, and for those who use them otherwise than most. */
@ExtendWith({RunningService.class, Chromium.class})
class PagesIT {

    private static final int HEAVIEST = 100_000;
    private static final Path AXE = Path.of("../office-addin-manifest/node_modules/axe-core/axe.min.js");
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"(/[^\"]*)\"");

    static Stream<String> pages() {
        return Stream.concat(
                Stream.of("/", "/functions", "/templates", "/finance", "/install", "/functions/NOPE"), functionPages());
    }

    static Stream<String> functionPages() {
        return Functions.CATALOGUE.functions().stream().map(function -> "/functions/" + function.name());
    }

    /** Those that a browser opens one by one: every eighth, or all of them with mpm.pages=all. */
    static Stream<String> openedFunctionPages() {
        List<String> all = functionPages().toList();
        int step = "all".equals(System.getProperty("mpm.pages")) ? 1 : 8;
        return IntStream.range(0, all.size()).filter(place -> place % step == 0).mapToObj(all::get);
    }

    static Stream<String> openedPages() {
        return Stream.concat(
                Stream.of("/", "/functions", "/templates", "/finance", "/install", "/functions/NOPE"),
                openedFunctionPages());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageIsLightAndSaysWhatMayRunInIt(String path, ServiceProcess service) {
        HttpResponse<String> page = asBrowser(path, service);

        assertThat(page.statusCode()).isEqualTo(path.endsWith("NOPE") ? 404 : 200);
        assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'self'", "form-action 'self'")
                .doesNotContain("unsafe-inline");
        assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(page.body()).contains("<html lang=\"en\">", "<title>").doesNotContain("style=", "<script>");
        Set<String> loaded = new LinkedHashSet<>(List.of("/pages/live.js", "/addin/search.js"));
        loaded.addAll(links(page.body())
                .filter(link -> link.matches(".*\\.(css|js|svg)"))
                .toList());
        int weight = loaded.stream()
                .mapToInt(each -> bytes(asBrowser(each, service)))
                .reduce(bytes(page), Integer::sum);
        assertThat(weight).as("page, styles and scripts").isLessThan(HEAVIEST);
    }

    @Test
    void aPageThatHasNotChangedIsNotSentAgain(ServiceProcess service) {
        String tag = service.get("/functions").headers().firstValue("ETag").orElseThrow();

        assertThat(service.get("/functions", "If-None-Match", tag).statusCode()).isEqualTo(304);
    }

    @Test
    void noLinkOfAnyPageLeadsNowhere(ServiceProcess service) {
        Map<String, String> leadingNowhere = new LinkedHashMap<>();
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> next = new ArrayDeque<>(pages().toList());
        while (!next.isEmpty()) {
            String path = next.remove();
            HttpResponse<String> answer = asBrowser(path, service);
            if (answer.statusCode() != 200 && !path.endsWith("NOPE")) {
                leadingNowhere.put(path, "answers " + answer.statusCode());
            }
            if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
                for (String link : links(answer.body()).toList()) {
                    String[] parts = link.split("#", 2);
                    if (seen.add(parts[0])) {
                        next.add(parts[0]);
                    }
                    if (parts.length == 2
                            && !parts[1].startsWith("sheet=")
                            && !asBrowser(parts[0], service).body().contains("id=\"" + parts[1] + "\"")) {
                        leadingNowhere.put(link, "has no such place");
                    }
                }
            }
        }

        assertThat(leadingNowhere).isEmpty();
        assertThat(seen).hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @CsvSource({
        "/functions/variance, /functions/VARIANCE",
        "/functions/MPM.CASCADE.TREE, /functions/CASCADE.TREE",
        "/functions/_xldudf_MPM_CASCADE_TREE, /functions/CASCADE.TREE",
        "/functions/, /functions"
    })
    void otherSpellingsLeadToTheOnePage(String path, String page, ServiceProcess service) {
        HttpResponse<String> answer = service.get(path);

        assertThat(answer.statusCode()).isEqualTo(301);
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith(page);
    }

    @Test
    void anUnknownFunctionIsToldWithThoseLikeIt(ServiceProcess service) {
        HttpResponse<String> page = asBrowser("/functions/VARIANC", service);

        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.body()).contains("MPM has no function “VARIANC”", "href=\"/functions/VARIANCE\"");
        assertThat(asBrowser("/functions/%3Cb%3E", service).body())
                .contains("MPM has no function “&lt;B")
                .doesNotContain("<B", "<b>");
        assertThat(service.get("/functions/VARIANC").body())
                .startsWith("{\"status\":404")
                .contains("did you mean MPM.VARIANCE?");
    }

    /** Every answer in a page is computed anew by the service, and read in the browser as the service wrote it. */
    @ParameterizedTest
    @MethodSource("openedFunctionPages")
    void everyExampleAnswersWhatItsPageShows(String path, ServiceProcess service, Browser browser) {
        Definition function =
                Functions.CATALOGUE.find(path.substring("/functions/".length())).orElseThrow();
        inPage(service, browser, path, page -> {
            Locator answer = page.locator("#answer");
            String written = shown(answer);
            Locator tries = page.locator(".example button");
            assertThat(tries).hasCount(function.examples().size() - 1);
            for (int index = 0; index < tries.count(); index++) {
                String expected = shown(page.locator(".example .answer").nth(index));
                answer.evaluate("answer => answer.replaceChildren()");
                tries.nth(index).click();
                assertThat(answer.locator("td, .single").first()).isVisible();
                assertThat(shown(answer)).isEqualTo(expected);
            }
            answer.evaluate("answer => answer.replaceChildren()");
            page.locator("#formula").fill(page.locator("#formula").evaluate("field => field.defaultValue") + " ");
            assertThat(answer.locator("td, .single").first()).isVisible();
            assertThat(shown(answer)).isEqualTo(written);
        });
    }

    @Test
    void anExampleOpensInThePlayground(ServiceProcess service, Browser browser) {
        for (String name : List.of("VARIANCE", "CASCADE.TREE")) {
            try (BrowserContext context = browser.newContext()) {
                Page page = context.newPage();
                page.navigate(service.at("/functions/" + name).toString());
                String first = page.locator("#answer td, #answer th, #answer .single")
                        .first()
                        .textContent();
                page.locator("section > .actions a").first().click();
                page.waitForFunction("""
                        first => globalThis.mpmPlayground?.api.getActiveWorkbook().getActiveSheet()
                            .getRange('A1:A30').getValues().flat().some((value) => String(value) === first)""", first);
            }
        }
    }

    @Test
    void thePictureIsOfTheExampleOnly(ServiceProcess service, Browser browser) {
        inPage(service, browser, "/functions/CASCADE.TREE", page -> {
            Locator picture = page.locator("section > .chart");
            assertThat(picture.locator("rect")).hasCount(5);
            page.locator("#formula").fill("=MPM.CASCADE(100, {1;2})");
            assertThat(picture).isHidden();
        });
        inPage(service, browser, "/functions/CORREL.LAG", page -> {
            assertThat(page.locator("section > .chart figcaption")).hasText("r by lag");
            assertThat(page.locator("section > .chart rect")).hasCount(3);
        });
    }

    @Test
    void aFunctionIsFoundByItsQuestionAndTheAddressSaysSo(ServiceProcess service, Browser browser) {
        inPage(service, browser, "/functions", page -> {
            Locator cards = page.locator(".cards li:visible");
            assertThat(cards).hasCount(Functions.CATALOGUE.functions().size());
            page.locator("#question").pressSequentially("handoffs in time");
            assertThat(cards.first()).containsText("HANDOFF.SLA");
            page.locator("#stages a", new Page.LocatorOptions().setHasText("Plan"))
                    .click();
            assertThat(cards.filter(new Locator.FilterOptions().setHasText("HANDOFF.SLA")))
                    .hasCount(0);
            assertThat(page).hasURL(Pattern.compile(".*/functions\\?q=handoffs\\+in\\+time&stage=PLAN$"));
            page.locator("#question").fill("");
            assertThat(page.locator(".factor:visible .cards li:visible").first())
                    .containsText("Plan");
            page.locator("#stages a", new Page.LocatorOptions().setHasText("All"))
                    .click();
            assertThat(cards).hasCount(Functions.CATALOGUE.functions().size());
        });
    }

    @Test
    void everythingIsThereWithoutJavaScript(ServiceProcess service, Browser browser) {
        try (BrowserContext context = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            Page page = context.newPage();
            page.navigate(service.at("/functions?stage=MEASURE").toString());
            assertThat(page.locator(".cards li:visible").first()).containsText("Measure");
            assertThat(page.locator(".cards li:visible", new Page.LocatorOptions().setHasText("MPM.CASCADE")))
                    .hasCount(0);
            page.locator("#question").fill("far from plan");
            page.locator("#search button").click();
            assertThat(page).hasURL(Pattern.compile(".*q=far\\+from\\+plan&stage=MEASURE$"));
            page.locator(".cards a:visible").first().click();
            assertThat(page.locator("#answer")).hasText("20");
            page.locator("#live button").click();
            assertThat(page.locator("body")).hasText("20");
        }
    }

    @Test
    void theKeyboardReachesWhatIsLive(ServiceProcess service, Browser browser) {
        inPage(service, browser, "/", page -> {
            page.keyboard().press("Tab");
            assertThat(page.locator(".skip")).isFocused();
            page.keyboard().press("Enter");
            page.keyboard().press("Tab");
            assertThat(page.locator("#formula")).isFocused();
            page.keyboard().press("ControlOrMeta+A");
            page.keyboard().type("=MPM.VARIANCE(90,100)");
            page.keyboard().press("Enter");
            assertThat(page.locator("#answer")).hasText("-10");
            page.keyboard().press("Tab");
            assertThat(page.locator(".scroll")).isFocused();
        });
        inPage(service, browser, "/functions", page -> {
            page.locator(".skip").focus();
            page.keyboard().press("Enter");
            page.keyboard().press("Tab");
            assertThat(page.locator("#question")).isFocused();
        });
    }

    @Test
    void theInstallPageTellsWhetherExcelWillTrustTheAddress(ServiceProcess service, Browser browser) {
        inPage(service, browser, "/install", page -> {
            assertThat(page.locator("#manifest")).hasValue("https://localhost:8443/addin/manifest.xml");
            assertThat(page.locator("#trust")).hasClass("good");
        });
        try (BrowserContext context = browser.newContext()) {
            context.route("https://localhost:8443/**", Route::abort);
            Page page = context.newPage();
            page.navigate(service.at("/install").toString());
            assertThat(page.locator("#trust")).hasClass("bad");
            assertThat(page.locator("#trust")).containsText("does not trust the certificate");
        }
    }

    @ParameterizedTest
    @MethodSource("openedPages")
    void aPageIsUsableOnEveryScreenAndByEveryone(String path, ServiceProcess service, Browser browser)
            throws Exception {
        String axe = Files.readString(AXE);
        inPage(service, browser, path, page -> {
            page.locator("details").all().forEach(each -> each.evaluate("details => details.open = true"));
            page.evaluate(axe);
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                for (int width : new int[] {320, 1280}) {
                    page.setViewportSize(width, 800);
                    if (Boolean.getBoolean("mpm.pictures")) {
                        page.screenshot(new Page.ScreenshotOptions()
                                .setFullPage(true)
                                .setPath(Path.of("target/pictures/%s-%s-%d.png"
                                        .formatted(
                                                path.equals("/")
                                                        ? "home"
                                                        : path.substring(1).replace('/', '-'),
                                                scheme,
                                                width))));
                    }
                    assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                            .as("nothing is wider than the screen")
                            .isLessThanOrEqualTo(width);
                    // Contrast hangs on the colours and the order of things on the width: two of the four see both of
                    // each.
                    if ((scheme == ColorScheme.LIGHT) == (width == 1280)) {
                        assertThat((String) page.evaluate("""
                            async () => (await axe.run()).violations
                                .map(({ help, nodes }) => `${help}: ${nodes.map(({ html }) => html).join(' ')}`).join('\\n')""")).isEmpty();
                    }
                }
            }
        });
    }

    private static void inPage(ServiceProcess service, Browser browser, String path, Consumer<Page> use) {
        inPage(service, browser.newContext(), path, use);
    }

    /** Opens a page and uses it; nothing it does may fail or ask another computer. */
    private static void inPage(ServiceProcess service, BrowserContext context, String path, Consumer<Page> use) {
        try (context) {
            // The service's public address, as it is where the certificate is trusted.
            context.route(
                    "https://localhost:8443/**",
                    route -> route.fulfill(new Route.FulfillOptions()
                            .setHeaders(Map.of("Access-Control-Allow-Origin", "*"))
                            .setBody(service.get("/addin/manifest.xml").body())));
            Page page = context.newPage();
            List<String> faults = new ArrayList<>();
            page.onPageError(faults::add);
            page.onConsoleMessage(message -> {
                if (message.type().equals("error") && !message.text().contains("status of 404")) {
                    faults.add(message.text());
                }
            });
            page.onRequest(request -> {
                if (!request.url().startsWith(service.at("/").toString())
                        && !request.url().startsWith("https://localhost:8443/addin/manifest.xml")) {
                    faults.add("asked " + request.url());
                }
            });
            page.navigate(service.at(path).toString());
            use.accept(page);
            assertThat(faults).isEmpty();
        }
    }

    /** The cells of an answer with their looks. */
    private static String shown(Locator answer) {
        return answer.locator("td, th, .single").all().stream()
                .map(cell -> cell.textContent() + "/" + cell.getAttribute("class"))
                .collect(Collectors.joining("|"))
                .replaceAll("/(null)?(?=\\||$)", "/");
    }

    private static HttpResponse<String> asBrowser(String path, ServiceProcess service) {
        return service.get(path, "Accept", "text/html,*/*;q=0.8");
    }

    private static Stream<String> links(String html) {
        return LINK.matcher(html)
                .results()
                .map((MatchResult match) -> match.group(1).replace("&amp;", "&"));
    }

    private static int bytes(HttpResponse<String> answer) {
        return answer.body().getBytes(StandardCharsets.UTF_8).length;
    }
}
