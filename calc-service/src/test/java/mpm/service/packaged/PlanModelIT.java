package mpm.service.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import mpm.service.packaged.PlanClient.Line;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Random submissions and locks of many people leave what a model of a few lines says. */
@ClassTemplate
@ExtendWith(EachDatabase.class)
class PlanModelIT {

    private static final int OPERATIONS = 150;
    private static final List<String> UNITS = List.of("DEMAND_EMEA", "BRAND_EMEA", "DEMAND_AMER");
    private static final List<String> PERIODS = List.of("FY2027-P01", "FY2027-P02", "FY2027-P03");
    private static final Map<String, String> PARENTS =
            Map.of("DEMAND_EMEA", "EMEA", "BRAND_EMEA", "EMEA", "DEMAND_AMER", "AMER");

    private record Place(String unit, String period) {}

    /** What stands at a place; nothing after it was removed. */
    private record Standing(@Nullable Integer value, long rowVersion) {

        static final Standing NOTHING = new Standing(null, 0);
    }

    private final PlanClient client;

    PlanModelIT(ServiceProcess service) {
        client = new PlanClient(service);
    }

    @Test
    void theServiceKeepsWhatTheModelKeeps() {
        if (client.get("units").ok().path("units").isEmpty()) {
            client.organise();
        }
        client.addScenario("MODEL", "PLAN");
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Map<Place, Standing> model = new HashMap<>();
        Set<Place> locked = new HashSet<>();

        for (int operation = 0; operation < OPERATIONS; operation++) {
            String what = "operation %d of seed %d".formatted(operation, seed);
            if (random.nextInt(6) == 0) {
                turnLock(random, locked);
            } else {
                submit(random, model, locked, what);
            }
        }

        assertThat(stored()).as("seed " + seed).isEqualTo(expected(model));
        client.verifiedEntries();
    }

    private void turnLock(Random random, Set<Place> locked) {
        Place place = place(random);
        String unit = random.nextBoolean() ? place.unit() : PARENTS.getOrDefault(place.unit(), place.unit());
        Place lock = new Place(unit, place.period());
        boolean closes = locked.add(lock);
        boolean isClosedAbove = !closes && locked.contains(new Place(PARENTS.getOrDefault(unit, ""), place.period()));
        if (!closes && !isClosedAbove) {
            locked.remove(lock);
        }
        PlanClient.Answer answer = client.post(
                "locks",
                Map.of(
                        "scenario",
                        "MODEL",
                        "org",
                        unit,
                        "period",
                        place.period(),
                        "state",
                        closes ? "LOCKED" : "OPEN",
                        "reason",
                        "By lot"));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(isClosedAbove ? 409 : 200);
    }

    private void submit(Random random, Map<Place, Standing> model, Set<Place> locked, String what) {
        Map<Place, Line> lines = new LinkedHashMap<>();
        for (int index = 0; index <= random.nextInt(3); index++) {
            Place place = place(random);
            Standing standing = model.getOrDefault(place, Standing.NOTHING);
            // Most have seen what stands there, some have not.
            long seen = random.nextInt(5) == 0 ? random.nextInt(4) : standing.rowVersion();
            Object value = random.nextInt(6) == 0 ? "#MISSING" : random.nextInt(5);
            lines.put(place, new Line("MODEL", "LEADS", place.unit(), place.period(), value, seen));
        }
        boolean isTaken = true;
        Map<Place, Standing> after = new HashMap<>(model);
        for (Map.Entry<Place, Line> each : lines.entrySet()) {
            Place place = each.getKey();
            Standing standing = model.getOrDefault(place, Standing.NOTHING);
            Integer wanted = each.getValue().value() instanceof Integer number ? number : null;
            boolean isLocked = locked.contains(place)
                    || locked.contains(new Place(PARENTS.getOrDefault(place.unit(), ""), place.period()));
            boolean isSame = java.util.Objects.equals(wanted, standing.value());
            boolean hasSeen = each.getValue().seen() == standing.rowVersion()
                    || (each.getValue().seen() == 0 && standing.value() == null);
            isTaken &= !isLocked && (isSame || hasSeen);
            if (!isSame) {
                after.put(place, new Standing(wanted, standing.rowVersion() + 1));
            }
        }
        int status = client.submit(what, List.copyOf(lines.values())).status();
        assertThat(status == 201)
                .as(what + ": " + lines + " on " + model + " locked " + locked)
                .isEqualTo(isTaken);
        if (isTaken) {
            model.putAll(after);
        }
    }

    private static Place place(Random random) {
        return new Place(UNITS.get(random.nextInt(UNITS.size())), PERIODS.get(random.nextInt(PERIODS.size())));
    }

    private Map<String, String> stored() {
        Map<String, String> stored = new TreeMap<>();
        for (JsonNode figure : client.figures("MODEL", List.of("LEADS"), List.of("MKT"), PERIODS)) {
            stored.put(
                    figure.path("org").asText() + " " + figure.path("period").asText(),
                    figure.path("amount").asInt() + " v"
                            + figure.path("rowVersion").asLong());
        }
        return stored;
    }

    private static Map<String, String> expected(Map<Place, Standing> model) {
        Map<String, String> expected = new TreeMap<>();
        List<Map.Entry<Place, Standing>> entries = new ArrayList<>(model.entrySet());
        entries.forEach(each -> {
            if (each.getValue().value() != null) {
                expected.put(
                        each.getKey().unit() + " " + each.getKey().period(),
                        each.getValue().value() + " v" + each.getValue().rowVersion());
            }
        });
        return expected;
    }
}
