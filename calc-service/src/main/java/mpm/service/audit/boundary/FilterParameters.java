package mpm.service.audit.boundary;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import mpm.service.audit.control.AuditFilter;
import mpm.service.audit.control.AuditPlaces;
import mpm.service.problems.boundary.Problem;
import mpm.service.problems.boundary.ProblemException;
import org.jspecify.annotations.Nullable;

/** Which entries are asked for, as it travels: labels and days. */
public class FilterParameters {

    @QueryParam("user")
    @Nullable
    String user;

    @QueryParam("metric")
    @Nullable
    String metric;

    @QueryParam("org")
    @Nullable
    String org;

    @QueryParam("period")
    @Nullable
    String period;

    @QueryParam("from")
    @Nullable
    String from;

    @QueryParam("to")
    @Nullable
    String to;

    AuditFilter filter(AuditPlaces places) {
        return new AuditFilter(
                given(user),
                given(from).map(day -> startOf("from", day, 0)),
                given(to).map(day -> startOf("to", day, 1)),
                given(metric),
                given(org).map(places::units),
                given(period).map(places::periods));
    }

    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(stripped -> !stripped.isEmpty());
    }

    private static Instant startOf(String name, String day, int daysLater) {
        try {
            return LocalDate.parse(day)
                    .plusDays(daysLater)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant();
        } catch (DateTimeParseException e) {
            throw new ProblemException(Problem.of(422, "%s is a day such as 2027-02-28.".formatted(name)));
        }
    }
}
