package mpm.service.audit.control;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import mpm.plan.Address;
import mpm.plan.AuditEntry;

/**
 * Which entries of the audit trail are wanted: whose, when, and about what. What is left out is not looked at.
 *
 * @param userId in any case
 * @param until the moment before which they were written
 * @param metric a code, in any case
 * @param units codes
 * @param periods addresses
 */
public record AuditFilter(
        Optional<String> userId,
        Optional<Instant> from,
        Optional<Instant> until,
        Optional<String> metric,
        Optional<Set<String>> units,
        Optional<Set<String>> periods) {

    /** Everything. */
    public static final AuditFilter NONE = new AuditFilter(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Where something lies that was changed; empty where it lies nowhere. */
    private record Place(String metric, String unit, String period) {

        private static final Place NOWHERE = new Place("", "", "");

        /** Read from the object that an entry names, as those who append the entries write it. */
        static Place of(AuditEntry entry) {
            String[] parts = entry.objectId().split("/", -1);
            return switch (entry.objectType()) {
                case "LOCK" -> parts.length >= 3 ? new Place("", parts[1], parts[2]) : NOWHERE;
                case "RATE" -> parts.length == 4 ? new Place("", "", parts[2]) : NOWHERE;
                default ->
                    Address.of(entry.objectId())
                            .map(address -> new Place(address.metric(), address.unit(), address.period()))
                            .orElse(NOWHERE);
            };
        }
    }

    boolean matches(AuditEntry entry) {
        Place place = Place.of(entry);
        return userId.map(wanted -> wanted.equalsIgnoreCase(entry.userId())).orElse(true)
                && metric.map(wanted -> wanted.equalsIgnoreCase(place.metric())).orElse(true)
                && units.map(wanted -> wanted.contains(place.unit())).orElse(true)
                && periods.map(wanted -> wanted.contains(place.period())).orElse(true);
    }
}
