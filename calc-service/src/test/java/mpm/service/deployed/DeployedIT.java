package mpm.service.deployed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.inject.Inject;
import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import mpm.catalogue.Call;
import mpm.cell.Cell;
import mpm.cell.DateSystem;
import mpm.cell.Moment;
import mpm.link.ChecklistInstance;
import mpm.link.Found;
import mpm.link.MetricDirection;
import mpm.link.StoredChecklist;
import mpm.service.access.control.Credentials;
import mpm.service.access.control.CurrentCaller;
import mpm.service.access.control.Identity;
import mpm.service.access.control.Listener;
import mpm.service.access.control.Listeners;
import mpm.service.access.control.NotSignedIn;
import mpm.service.access.control.PersonalTokens;
import mpm.service.access.control.TokenScope;
import mpm.service.calculation.control.Batch;
import mpm.service.checklists.control.Checklists;
import mpm.service.links.control.StoredLinks;
import mpm.service.storage.control.DataVersion;
import mpm.service.storage.control.Schema;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One class, since every class with a deployment of its own starts a server of its own. */
@ExtendWith(ArquillianExtension.class)
class DeployedIT {

    private static final LocalDate START = LocalDate.of(2026, 7, 1);
    private static final LocalDate DONE = LocalDate.of(2026, 1, 15);

    /** The server's servlets, and the one by which the tests inside it are run. */
    private static final String SERVLETS = "default=OPEN\nArquillianServletRunnerEE9=OPEN\n";

    @Deployment
    static WebArchive service() throws URISyntaxException {
        return ShrinkWrap.create(ZipImporter.class, "ROOT.war")
                .importFrom(new File("target/mpm-service.war"))
                .as(WebArchive.class)
                .addClass(DeployedIT.class)
                .addAsResource(new StringAsset(SERVLETS), "mpm/service/access/boundary/servlets.properties")
                .addAsLibrary(new File(Assertions.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI()));
    }

    @Inject
    Checklists checklists;

    @Inject
    StoredLinks links;

    @Inject
    DataVersion dataVersion;

    @Inject
    Batch batch;

    @Inject
    Schema schema;

    @Inject
    Listeners listeners;

    @Inject
    CurrentCaller caller;

    @Inject
    Credentials credentials;

    @Inject
    PersonalTokens tokens;

    @Test
    void aTickAloneIsAWriteOfTheChecklist() {
        checklists.put("TICK", START, "Tarnfell", Map.of(), null);
        Checklists.Stored ticked = checklists.put("tick", START, "Tarnfell", Map.of("C01", DONE), 1L);
        Checklists.Stored unticked = checklists.put("TICK", START, "Tarnfell", Map.of(), 2L);

        assertThat(ticked.version()).isEqualTo(2);
        assertThat(ticked.done()).containsExactly(Map.entry("C01", DONE));
        assertThat(unticked.version()).isEqualTo(3);
        assertThat(checklists.find("TICK").orElseThrow()).isEqualTo(unticked);
    }

    @Test
    void theDataVersionCountsWhatIsWrittenAndNotWhatIsRefused() {
        long before = dataVersion.read();

        checklists.put("COUNT", START, "Tarnfell", Map.of(), null);
        assertThatThrownBy(() -> checklists.put("COUNT", START, "Tarnfell", Map.of(), null))
                .isInstanceOf(Checklists.Conflict.class);

        assertThat(dataVersion.known()).isEqualTo(before + 1);
        assertThat(dataVersion.read()).isEqualTo(before + 1);
    }

    @Test
    void ofManyWhoChangeTheSameVersionOneSucceeds() throws Exception {
        checklists.put("RUSH", START, "Tarnfell", Map.of(), null);
        Callable<Boolean> change = () -> {
            try {
                checklists.put("RUSH", START, "Tarnfell", Map.of("C01", DONE), 1L);
                return true;
            } catch (Checklists.Conflict late) {
                return false;
            }
        };
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            int succeeded = 0;
            for (Future<Boolean> each : threads.invokeAll(java.util.Collections.nCopies(8, change))) {
                succeeded += each.get() ? 1 : 0;
            }
            assertThat(succeeded).isEqualTo(1);
        } finally {
            threads.shutdown();
        }
        assertThat(checklists.find("RUSH").orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void theNeedsOfABatchAreFoundTogether() {
        checklists.put("NEED1", START, "Tarnfell", Map.of("C01", DONE), null);
        checklists.put("NEED2", START, "Tarnfell", Map.of(), null);
        StoredChecklist lower = new StoredChecklist("need1");

        Found found = links.find(
                Set.of(lower, new StoredChecklist("NEED2"), new StoredChecklist("NEED3"), new MetricDirection("CPL")));

        assertThat(found.at(lower).map(ChecklistInstance::done)).contains(Map.of("C01", Moment.of(DONE)));
        assertThat(found.at(new StoredChecklist("NEED2")).map(ChecklistInstance::done))
                .contains(Map.of());
        assertThat(found.at(new StoredChecklist("NEED3"))).isEmpty();
        assertThat(found.at(new MetricDirection("CPL"))).isEmpty();
    }

    @Test
    void aBatchComputesWithTheInjectedLimitsAndLinks() {
        Batch.Answers answers = batch.answers(
                List.of(new Call("VARIANCE", List.of(Cell.of(120), Cell.of(100)))),
                DateSystem.FROM_1900,
                Optional.empty());

        assertThat(answers.results().get(0).value()).isEqualTo(Cell.of(20));
        assertThat(answers.dataVersion()).isEqualTo(dataVersion.known());
    }

    @Test
    void aTokenIsFoundUntilItEnds() {
        LocalDateTime now = PersonalTokens.now();
        Identity owner = caller.identity();
        PersonalTokens.Made lasting = tokens.make(owner, "lasting", new TokenScope(Set.of("read")), now.plusMinutes(1));
        PersonalTokens.Made over = tokens.make(owner, "over", new TokenScope(Set.of("read")), now);

        assertThat(credentials.identity("Bearer " + lasting.token()).name()).isEqualTo(owner.name());
        assertThatThrownBy(() -> credentials.identity("Bearer " + over.token())).isInstanceOf(NotSignedIn.class);
        assertThat(tokens.of(owner)).hasSize(2).allMatch(each -> each.owner().equals("local"));
    }

    @Test
    void theServerTellsWhereItListens() {
        assertThat(schema.answers()).isTrue();
        assertThat(listeners.open()).isNotEmpty().allMatch(Listener::isLoopback);
    }

    @Test
    @RunAsClient
    void aClientIsAnswered(@ArquillianResource URL base) throws Exception {
        HttpResponse<String> response = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + base.getPort() + "/api/v1/calculate"))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(
                                        "{\"calls\":[{\"function\":\"VARIANCE\",\"arguments\":[120,100]}]}"))
                                .build(),
                        BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).startsWith("{\"results\":[{\"value\":20}],\"dataVersion\":");
    }
}
