package mpm.service.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import mpm.plan.Role;
import mpm.service.packaged.AccessTable.Row;
import mpm.service.packaged.SharedService.Shared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may ask what, of a service that many share. */
@ExtendWith(SharedService.class)
class AccessIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CALCULATE = "/api/v1/calculate";
    private static final String CALLS = "{\"calls\":[{\"function\":\"VARIANCE\",\"arguments\":[120,100]}]}";
    private static final String RECALCULATE = "/api/v1/workbooks/recalculate";
    private static final String IMPORT = "/api/v1/import/{source}";
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String CHECKLIST =
            "{\"fiscalYearStart\":\"2026-07-01\",\"organisation\":\"Tarnfell Instruments\"}";

    static List<Row> table() {
        return AccessTable.rows();
    }

    @ParameterizedTest
    @MethodSource("table")
    void everyAddressLetsInWhomTheTableSays(Row row, Shared shared) {
        List<String> differences = new ArrayList<>();
        HttpResponse<String> nobody = ask(shared, row);
        if ((nobody.statusCode() == 401) == row.isOpen()) {
            differences.add("not signed in: " + nobody.statusCode());
        }
        for (Role role : Role.values()) {
            HttpResponse<String> response = ask(shared, row, shared.as(role));
            boolean isLetIn = response.statusCode() != 401
                    && !(response.statusCode() == 403 && response.body().contains("\"roles\":"));
            if (isLetIn != row.roles().contains(role)) {
                differences.add(role + ": " + response.statusCode());
            }
        }

        assertThat(differences).isEmpty();
    }

    @Test
    void theTableNamesEveryOperationOfTheApi(Shared shared) throws IOException {
        JsonNode api = JSON.readTree(
                shared.service().get("/openapi", "Accept", "application/json").body());
        Set<String> offered = new TreeSet<>();
        for (Map.Entry<String, JsonNode> path : api.get("paths").properties()) {
            path.getValue()
                    .properties()
                    .forEach(each -> offered.add(each.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey()));
        }

        assertThat(offered)
                .hasSizeGreaterThan(12)
                .isEqualTo(table().stream()
                        .map(Row::toString)
                        .filter(row -> row.contains(" /api/"))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void whatDeclaresNothingIsRefusedToEveryone(Shared shared) {
        // The server's own answers to OPTIONS, and its description of the API in another language.
        HttpResponse<String> options = shared.service()
                .send(HttpRequest.newBuilder(shared.service().at(CALCULATE))
                        .headers(shared.as(Role.ADMIN))
                        .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                        .build());
        HttpResponse<String> wadl = shared.service().get("/api/v1/application.wadl", shared.as(Role.ADMIN));

        assertThat(options.statusCode()).isEqualTo(403);
        assertThat(options.body()).contains("does not say who may ask it");
        assertThat(wadl.statusCode()).isIn(403, 404);
    }

    @Test
    void whoIsSignedInCalculatesAndIsKnownByName(Shared shared) {
        String[] planner = Shared.bearer(shared.provider().accessToken("bo", "emea", "choir"));

        assertThat(shared.service().post(CALCULATE, CALLS, planner).body()).contains("\"value\":20");
        assertThat(shared.service().get("/api/v1/user", planner).body())
                .isEqualTo(
                        "{\"name\":\"bo\",\"roles\":[{\"role\":\"PLANNER\",\"unit\":\"EMEA\",\"kinds\":[],\"metrics\":[]}]}");
    }

    @Test
    void whoHasNoRoleIsToldSo(Shared shared) {
        HttpResponse<String> response = shared.service()
                .get("/api/v1/user", Shared.bearer(shared.provider().accessToken("di", "choir")));

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).contains("You are signed in as di, who has none of the roles");
    }

    @Test
    void aTokenThatIsNotTheProvidersOrNotForHereIsNoSignIn(Shared shared) {
        OpenIdProvider provider = shared.provider();
        String good = provider.accessToken("ann", "viewers");
        List<String> bad = List.of(
                provider.accessTokenOfSomeoneElse("ann"),
                provider.accessTokenWithUnknownKey("ann"),
                provider.accessTokenWithUnknownKey("ann"),
                provider.accessToken(claims -> claims.claim("upn", "ann").audience("another service")),
                provider.accessToken(claims -> claims.claim("upn", "ann").issuer("https://login.example.com")),
                provider.accessToken(
                        claims -> claims.claim("upn", "ann").expirationTime(OpenIdProvider.in(OpenIdProvider.OVER))),
                provider.accessToken(claims -> claims.claim("upn", "ann").expirationTime(null)),
                provider.accessToken(claims -> claims.subject(null)),
                good.substring(0, good.lastIndexOf('.') + 1),
                unsigned(good),
                "mpm_" + "x".repeat(43),
                "");

        assertThat(shared.service().get("/api/v1/user", Shared.bearer(good)).statusCode())
                .isEqualTo(200);
        for (String token : bad) {
            // Also where nobody need be signed in: a wrong credential is never passed over.
            for (String path : List.of("/api/v1/user", "/api/v1/functions")) {
                HttpResponse<String> response = shared.service().get(path, Shared.bearer(token));
                assertThat(response.statusCode()).as(token).isEqualTo(401);
                assertThat(response.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
                assertThat(response.body()).contains("\"title\":\"Not signed in\"");
            }
        }
        assertThat(shared.service().get("/api/v1/user?access_token=" + good).statusCode())
                .isEqualTo(401);
    }

    @Test
    void nobodyLearnsWhatThereIs(Shared shared) {
        shared.service()
                .send(shared.service()
                        .withJson("/api/v1/checklists/SECRET", shared.as(Role.PLANNER))
                        .PUT(HttpRequest.BodyPublishers.ofString(CHECKLIST))
                        .build());
        assertThat(shared.service()
                        .get("/api/v1/checklists/SECRET", shared.as(Role.VIEWER))
                        .statusCode())
                .isEqualTo(200);

        for (String[] who : List.of(new String[0], shared.as(Role.PARTNER))) {
            HttpResponse<String> there = shared.service().get("/api/v1/checklists/SECRET", who);
            HttpResponse<String> notThere = shared.service().get("/api/v1/checklists/NOWHERE", who);

            assertThat(there.statusCode()).isEqualTo(notThere.statusCode()).isIn(401, 403);
            assertThat(there.body()).isEqualTo(notThere.body());
        }
        String call = "{\"calls\":[{\"function\":\"CHECKLIST\",\"arguments\":[46204,null,null,\"%s\"]}]}";
        assertThat(result(shared, call.formatted("SECRET"), Role.PARTNER))
                .isEqualTo(
                        result(shared, call.formatted("NOWHERE"), Role.PARTNER).replace("NOWHERE", "SECRET"));
        assertThat(result(shared, call.formatted("SECRET"), Role.VIEWER)).doesNotContain("#N/A");
    }

    @Test
    void aPersonalTokenReadsForItsOwnerAndWritesNothing(Shared shared) throws IOException {
        String[] ann = Shared.bearer(shared.provider().accessToken("ann", "planners", "viewers"));
        JsonNode made = made(shared, "{\"name\":\"Reports\",\"scope\":[\"read\"]}", ann);
        String[] token = Shared.bearer(made.get("token").asText());

        assertThat(made.get("token").asText()).matches("mpm_[A-Za-z0-9_-]{43}");
        assertThat(shared.service().get("/api/v1/tokens", ann).body())
                .contains("\"name\":\"Reports\"", "\"owner\":\"ann\"")
                .doesNotContain(made.get("token").asText());
        assertThat(shared.service().get("/api/v1/user", token).body()).contains("\"name\":\"ann\"", "PLANNER");
        assertThat(shared.service().get("/api/v1/checklists", token).statusCode())
                .isEqualTo(200);
        assertThat(shared.service().post(CALCULATE, CALLS, token).statusCode()).isEqualTo(200);
        assertThat(shared.service().get("/api/v1/tokens", ann).body()).contains("\"lastUsed\":\"20");

        HttpResponse<String> write = shared.service()
                .send(shared.service()
                        .withJson("/api/v1/checklists/MINE", token)
                        .PUT(HttpRequest.BodyPublishers.ofString(CHECKLIST))
                        .build());
        assertThat(write.statusCode()).isEqualTo(403);
        assertThat(write.body()).contains("This token of ann does not reach so far: it opens read.");
        assertThat(shared.service().post("/api/v1/tokens", "{}", token).statusCode())
                .isEqualTo(403);
    }

    @Test
    void aPersonalTokenIsThePasswordOfABasicCredential(Shared shared) throws IOException {
        String token = made(shared, "{\"name\":\"Power Query\",\"scope\":[\"read\"]}", shared.as(Role.VIEWER))
                .get("token")
                .asText();

        assertThat(shared.service()
                        .get("/api/v1/user", "Authorization", basic("anything:" + token))
                        .statusCode())
                .isEqualTo(200);
        assertThat(shared.service()
                        .get("/api/v1/user", "Authorization", basic(token))
                        .statusCode())
                .isEqualTo(200);
        assertThat(shared.service()
                        .get("/api/v1/user", "Authorization", basic("viewer:password"))
                        .statusCode())
                .isEqualTo(401);
        assertThat(shared.service()
                        .get("/api/v1/user", "Authorization", "Basic !")
                        .statusCode())
                .isEqualTo(401);
        // Only where Excel's own connections ask is Basic offered: a browser opens a window of its own for it.
        assertThat(shared.service().get("/api/v1/feeds/values.csv").headers().firstValue("WWW-Authenticate"))
                .hasValue("Bearer, Basic realm=\"MPM\", charset=\"UTF-8\"");
        assertThat(shared.service().get("/api/v1/user").headers().firstValue("WWW-Authenticate"))
                .hasValue("Bearer");
    }

    @Test
    void aTokenForFeedsOrMetricsOpensNothingElse(Shared shared) throws IOException {
        String[] feeds = Shared.bearer(made(shared, "{\"name\":\"F\",\"scope\":[\"feeds\"]}", shared.as(Role.ADMIN))
                .get("token")
                .asText());
        String[] metrics = Shared.bearer(made(shared, "{\"name\":\"M\",\"scope\":[\"metrics\"]}", shared.as(Role.ADMIN))
                .get("token")
                .asText());

        assertThat(shared.service().get("/api/v1/checklists", feeds).statusCode())
                .isEqualTo(403);
        assertThat(shared.service().get("/metrics", feeds).statusCode()).isEqualTo(403);
        assertThat(shared.service().get("/metrics", metrics).statusCode()).isEqualTo(200);
        assertThat(shared.service().get("/api/v1/checklists", metrics).statusCode())
                .isEqualTo(403);
    }

    @Test
    void aTokenForOneFeedOpensNoOther(Shared shared) throws IOException {
        String password = made(shared, "{\"name\":\"V\",\"scope\":[\"feeds/values\"]}", shared.as(Role.AUDITOR))
                .get("token")
                .asText();
        for (String feed : List.of("values.csv", "values.json", "values.odc")) {
            assertThat(feed(shared, feed, "Authorization", basic("me:" + password))
                            .statusCode())
                    .isEqualTo(200);
        }
        for (String feed : List.of("variances.csv", "audit.csv", "value", "%61udit.csv")) {
            assertThat(feed(shared, feed, "Authorization", basic("me:" + password))
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void aTokenEndsWhenItsOwnerOrAnAdministratorRevokesIt(Shared shared) throws IOException {
        String[] owner = shared.as(Role.VIEWER);
        JsonNode first = made(shared, "{\"name\":\"1\",\"scope\":[\"read\"]}", owner);
        JsonNode second = made(shared, "{\"name\":\"2\",\"scope\":[\"read\"]}", owner);

        HttpResponse<String> foreign = revoke(shared, first.get("id").asText(), shared.as(Role.PLANNER));
        HttpResponse<String> unknown = revoke(shared, "no-such-token", shared.as(Role.PLANNER));
        assertThat(foreign.statusCode()).isEqualTo(unknown.statusCode()).isEqualTo(404);
        assertThat(foreign.body()).isEqualTo(unknown.body());
        assertThat(user(shared, first)).isEqualTo(200);

        assertThat(revoke(shared, first.get("id").asText(), owner).statusCode()).isEqualTo(204);
        assertThat(shared.service()
                        .get("/api/v1/tokens/everyone", shared.as(Role.ADMIN))
                        .body())
                .contains(second.get("id").asText());
        assertThat(revoke(shared, second.get("id").asText(), shared.as(Role.ADMIN))
                        .statusCode())
                .isEqualTo(204);
        assertThat(user(shared, first)).isEqualTo(401);
        assertThat(user(shared, second)).isEqualTo(401);

        for (JsonNode token : List.of(first, second)) {
            assertThat(trail(shared, token)).containsExactly("REVOKE", "CREATE");
        }
    }

    /** What the audit trail says was done to a token, the latest first. */
    private static List<String> trail(Shared shared, JsonNode token) throws IOException {
        return JSON.readTree(shared.service()
                        .get("/api/v1/audit?object=" + token.get("id").asText(), shared.as(Role.AUDITOR))
                        .body())
                .path("entries")
                .findValuesAsText("action");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"scope\":[\"read\"]}|name is what you will know the token by",
                "{\"name\":\"a\"}|scope lists what the token opens",
                "{\"name\":\"a\",\"scope\":[\"write\"]}|scope lists what the token opens",
                "{\"name\":\"a\",\"scope\":[\"read\"],\"expires\":\"2020-01-01\"}|expires is the token's last day",
                "{\"name\":\"a\",\"scope\":[\"read\"],\"expires\":\"2999-01-01\"}|expires is the token's last day",
                "{\"name\":\"a\",\"scope\":[\"read\"],\"expires\":\"soon\"}|expires is the token's last day"
            })
    void aTokenThatMakesNoSenseIsNotMade(String wanted, Shared shared) {
        String[] parts = wanted.split("\\|", 2);

        HttpResponse<String> response = shared.service().post("/api/v1/tokens", parts[0], shared.as(Role.VIEWER));

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body()).contains(parts[1]);
    }

    @Test
    void otherComputersAreListenedToAndNobodyIsLetInUnasked(Shared shared) throws IOException {
        Optional<InetAddress> address = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(each -> !each.isLoopbackAddress() && each instanceof Inet4Address)
                .findFirst();
        if (address.isEmpty()) {
            System.out.println(
                    "This computer has no address but loopback's: the service was not asked from elsewhere.");
            return;
        }
        URI elsewhere = URI.create("http://%s:%d/api/v1/user"
                .formatted(address.get().getHostAddress(), shared.service().port()));
        HttpRequest.Builder request = HttpRequest.newBuilder(elsewhere).header("Host", "localhost");

        assertThat(shared.service().send(request.build()).statusCode()).isEqualTo(401);
        assertThat(shared.service()
                        .send(request.headers(shared.as(Role.VIEWER)).build())
                        .statusCode())
                .isEqualTo(200);
        assertThat(shared.service().get("/").body()).doesNotContain("mpm.data-directory", "/many");
    }

    private static HttpResponse<String> ask(Shared shared, Row row, String... headers) {
        HttpRequest.Builder request = shared.service().withJson(row.path().replaceAll("\\{\\w+}", "x"), headers);
        if (row.path().equals(RECALCULATE) || row.path().equals(IMPORT)) {
            request.setHeader("Content-Type", WORKBOOK);
        }
        return shared.service()
                .send(request.method(
                                row.method(),
                                row.method().equals("GET") || row.method().equals("DELETE")
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString("{}"))
                        .build());
    }

    private static HttpResponse<String> feed(Shared shared, String feed, String... headers) {
        return shared.service().get("/api/v1/feeds/" + feed, headers);
    }

    /** What is answered, but for when. */
    private static String result(Shared shared, String call, Role role) {
        return shared.service().post(CALCULATE, call, shared.as(role)).body().replaceFirst(",\"asOf\":\"[^\"]*\"", "");
    }

    private static JsonNode made(Shared shared, String wanted, String[] owner) throws IOException {
        HttpResponse<String> response = shared.service().post("/api/v1/tokens", wanted, owner);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        return JSON.readTree(response.body());
    }

    private static HttpResponse<String> revoke(Shared shared, String id, String[] who) {
        return shared.service()
                .send(shared.service()
                        .withJson("/api/v1/tokens/" + id, who)
                        .DELETE()
                        .build());
    }

    private static int user(Shared shared, JsonNode made) {
        return shared.service()
                .get("/api/v1/user", Shared.bearer(made.get("token").asText()))
                .statusCode();
    }

    /** The same claims under the algorithm that signs nothing. */
    private static String unsigned(String token) {
        return base64("{\"alg\":\"none\"}") + "." + token.split("\\.", 3)[1] + ".";
    }

    private static String basic(String userAndPassword) {
        return "Basic " + Base64.getEncoder().encodeToString(userAndPassword.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
