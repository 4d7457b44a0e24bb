package mpm.service.audit.control;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import mpm.plan.Address;
import mpm.plan.AuditEntry;
import mpm.service.problems.control.Refusal;

/**
 * Which entries of the audit trail are wanted: whose, when, and about what. What is left out is not looked at.
 *
 * @param userId in any case
 * @param until the moment before which they were written
 * @param metric a code
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

    /**
     * What an address asks for: labels and days.
     *
     * @param org a unit with all its parts
     * @param period of a longer one all its leaves
     * @param from the first day, in UTC
     * @param to the last day, in UTC
     * @throws mpm.cell.CellException for a metric, unit or period that is not known
     */
    public static AuditFilter of(
            AuditPlaces places,
            Optional<String> user,
            Optional<String> metric,
            Optional<String> org,
            Optional<String> period,
            Optional<String> from,
            Optional<String> to) {
        return new AuditFilter(
                user,
                from.map(day -> day("from", day)).map(AuditFilter::startOf),
                to.map(day -> day("to", day).plusDays(1)).map(AuditFilter::startOf),
                metric.map(places::metric),
                org.map(places::units),
                period.map(places::periods));
    }

    private static LocalDate day(String name, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw Refusal.invalid("%s is “%s”: write a day such as 2027-02-28.".formatted(name, text));
        }
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

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

    /** Whether an entry is wanted. */
    public boolean matches(AuditEntry entry) {
        Place place = Place.of(entry);
        return userId.map(wanted -> wanted.equalsIgnoreCase(entry.userId())).orElse(true)
                && from.map(first -> !entry.at().isBefore(first)).orElse(true)
                && until.map(end -> entry.at().isBefore(end)).orElse(true)
                && metric.map(wanted -> wanted.equals(place.metric())).orElse(true)
                && units.map(wanted -> wanted.contains(place.unit())).orElse(true)
                && periods.map(wanted -> wanted.contains(place.period())).orElse(true);
    }
}
