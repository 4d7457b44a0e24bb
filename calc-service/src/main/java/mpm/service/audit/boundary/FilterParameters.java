package mpm.service.audit.boundary;

import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import mpm.service.audit.control.AuditFilter;
import mpm.service.audit.control.AuditPlaces;
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
        return AuditFilter.of(places, given(user), given(metric), given(org), given(period), given(from), given(to));
    }

    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(stripped -> !stripped.isEmpty());
    }
}
