package mpm.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mpm.cell.Labels;
import mpm.method.calendar.FiscalPeriod;
import mpm.plan.PeriodLock.State;

/** How far figures are closed. */
final class Locks {

    private final Map<Key, List<PeriodLock>> byPlace = new HashMap<>();

    private record Key(String scenario, String unit, String period) {}

    Locks(List<PeriodLock> locks) {
        for (PeriodLock lock : locks) {
            byPlace.computeIfAbsent(new Key(lock.scenario(), lock.unit(), lock.period()), key -> new ArrayList<>())
                    .add(lock);
        }
    }

    /**
     * The lock that closes a leaf unit furthest in a leaf period, among those set on it or above it; of equals the one set nearest.
     *
     * @param line the unit and those above it, upwards
     * @param metric a lock limited to a category counts only for a metric in it
     */
    Optional<PeriodLock> furthest(Scenario scenario, List<OrgUnit> line, FiscalPeriod leaf, Optional<Metric> metric) {
        List<PeriodLock> upwards = new ArrayList<>();
        for (OrgUnit unit : line) {
            byPlace.getOrDefault(new Key(scenario.code(), unit.code(), leaf.address()), List.of()).stream()
                    .filter(lock -> lock.state() != State.OPEN && counts(lock, metric))
                    .forEach(upwards::add);
        }
        // Of equals the first is kept, and that is the nearest.
        return upwards.stream()
                .sorted(Comparator.comparing(PeriodLock::state).reversed())
                .findFirst();
    }

    private static boolean counts(PeriodLock lock, Optional<Metric> metric) {
        return lock.category()
                .map(category -> metric.filter(
                                each -> Labels.key(each.profile().category()).equals(Labels.key(category)))
                        .isPresent())
                .orElse(true);
    }
}
