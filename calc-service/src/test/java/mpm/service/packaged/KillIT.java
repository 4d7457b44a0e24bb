package mpm.service.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mpm.service.packaged.PlanClient.Line;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process is killed in the middle of a thousand submissions at once. What it has acknowledged is there when it starts again,
 * nothing is half there, and the audit trail tells of exactly what is there.
 */
@ClassTemplate
@ExtendWith(EachDatabase.class)
class KillIT {

    private static final int SUBMISSIONS = 1_000;
    private static final int BEFORE_THE_KILL = 250;
    private static final int AT_ONCE = 32;
    private static final List<String> METRICS = List.of("MKT_SPEND", "LEADS");

    /** Fewer than a page of alerts, and more than are judged in the time that a kill takes. */
    private static final int WATCHED = 180;

    @Test
    void whatIsAcknowledgedIsKept(RunningService.Empty database, @TempDir Path directory) throws InterruptedException {
        Map<String, String> settings = new HashMap<>(database.settings());
        settings.put("mpm.data-directory", directory.resolve("data").toString());
        Set<Integer> acknowledged = ConcurrentHashMap.newKeySet();

        try (ServiceProcess service = ServiceProcess.ready(directory, settings)) {
            PlanClient client = new PlanClient(service);
            client.post("sample", Map.of()).ok();
            client.post("sample", Map.of()).refused(409);
            assertThatTheSampleCompanyIsThere(client);
            client.addScenario("KILLED", "PLAN");
            submitUntilKilled(service, client, acknowledged);
        }
        assertThat(acknowledged).hasSizeBetween(BEFORE_THE_KILL, SUBMISSIONS - 1);

        try (ServiceProcess service = ServiceProcess.ready(directory, settings)) {
            PlanClient client = new PlanClient(service);
            Map<String, List<JsonNode>> kept = kept(client);
            assertThat(kept.values()).allSatisfy(whole -> assertThat(whole).hasSize(METRICS.size()));
            assertThat(kept.keySet())
                    .containsAll(acknowledged.stream().map(KillIT::period).toList());
            client.verifiedEntries();
            assertThat(client.get("audit?rows=1000").ok().path("entries").findValuesAsText("objectType").stream()
                            .filter("FIGURE"::equals))
                    .hasSize(kept.size() * METRICS.size());

            // Whoever got no answer sends it again, and nothing is there twice.
            for (int index = 0; index < SUBMISSIONS; index += 10) {
                client.submit("S" + index, lines(index)).ok();
            }
            assertThat(kept(client).values())
                    .allSatisfy(whole -> assertThat(whole)
                            .allSatisfy(figure -> assertThat(
                                            figure.path("rowVersion").asLong())
                                    .isEqualTo(1)));
        }
    }

    @Test
    void whatWasNotYetJudgedIsJudgedAfterTheNextStart(RunningService.Empty database, @TempDir Path directory)
            throws InterruptedException {
        Map<String, String> settings = new HashMap<>(database.settings());
        settings.put("mpm.data-directory", directory.resolve("data").toString());

        try (ServiceProcess service = ServiceProcess.ready(directory, settings)) {
            PlanClient client = new PlanClient(service);
            client.organise();
            client.addScenario("PLAN", "PLAN");
            client.addScenario("ACTUAL", "ACTUAL");
            Map<String, Object> rule = Map.of(
                    "metric", "LEADS", "org", "DEMAND_EMEA", "scenario", "ACTUAL", "method", "RAG", "against", "PLAN");
            client.put("alerts/rules/FAR", rule).ok();
            client.submit("plan", leads("PLAN", 100)).ok();
            client.submit("actual", leads("ACTUAL", 50)).ok();
            service.kill();
        }

        try (ServiceProcess service = ServiceProcess.ready(directory, settings)) {
            PlanClient client = new PlanClient(service);
            assertThat(periodsOfAlerts(client, WATCHED))
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.range(0, WATCHED).mapToObj(KillIT::period).toList());
            client.submit("late", new Line("ACTUAL", "LEADS", "DEMAND_EMEA", period(0), 40, 1))
                    .ok();
            assertThat(periodsOfAlerts(client, WATCHED + 1)).startsWith(period(0));
            client.verifiedEntries();
        }
    }

    private static List<Line> leads(String scenario, double value) {
        return IntStream.range(0, WATCHED)
                .mapToObj(index -> new Line(scenario, "LEADS", "DEMAND_EMEA", period(index), value, 0))
                .toList();
    }

    /** The periods of all alerts, once there are so many: they are judged behind the back of whoever writes. */
    private static List<String> periodsOfAlerts(PlanClient client, int expected) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        List<String> periods;
        do {
            Thread.sleep(100);
            periods = client.get("alerts").ok().path("alerts").findValuesAsText("period");
        } while (periods.size() < expected && System.nanoTime() < end);
        assertThat(periods).hasSize(expected);
        return periods;
    }

    private static void assertThatTheSampleCompanyIsThere(PlanClient client) {
        assertThat(client.call("GET", "LEADS", "MKT", "YTD:FY2027-P08", "ACTUAL")
                        .path("value")
                        .asDouble())
                .isEqualTo(9_420);
        assertThat(client.call("GET", "MKT_SPEND", "MKT", "FY2027-P01", "ACTUAL")
                        .path("value")
                        .asDouble())
                .isCloseTo(139_400, within(0.01));
        assertThat(client.call("BENCHMARK.GET", "COST_PER_LEAD").path("value")).hasSize(13);
        assertThat(client.call("MEMBERS", "ORG").path("value")).hasSize(9);
        assertThat(client.get("commitments").ok().path("commitments")).isNotEmpty();
    }

    private static void submitUntilKilled(ServiceProcess service, PlanClient client, Set<Integer> acknowledged)
            throws InterruptedException {
        AtomicBoolean isKilled = new AtomicBoolean();
        CountDownLatch enough = new CountDownLatch(BEFORE_THE_KILL);
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        for (int index = 0; index < SUBMISSIONS; index++) {
            int each = index;
            threads.execute(() -> {
                try {
                    if (!isKilled.get()
                            && client.submit("S" + each, lines(each)).status() == 201) {
                        acknowledged.add(each);
                        enough.countDown();
                    }
                } catch (UncheckedIOException killed) {
                    // No answer: it may be there or not.
                }
            });
        }
        assertThat(enough.await(3, TimeUnit.MINUTES)).isTrue();
        service.kill();
        isKilled.set(true);
        threads.shutdown();
        assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    }

    private static Map<String, List<JsonNode>> kept(PlanClient client) {
        JsonNode figures = client.figures(
                "KILLED",
                METRICS,
                List.of("DEMAND_EMEA"),
                IntStream.range(0, SUBMISSIONS).mapToObj(KillIT::period).toList());
        return IntStream.range(0, figures.size())
                .mapToObj(figures::get)
                .collect(Collectors.groupingBy(figure -> figure.path("period").asText()));
    }

    private static List<Line> lines(int index) {
        return METRICS.stream()
                .map(metric -> new Line("KILLED", metric, "DEMAND_EMEA", period(index), index + 1, 0))
                .toList();
    }

    private static String period(int index) {
        return "FY%d-P%02d".formatted(2000 + index / 12, index % 12 + 1);
    }
}
