package mpm.service.access.boundary;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import mpm.service.access.control.PersonalTokens;
import mpm.service.access.control.TokenScope;
import mpm.service.problems.boundary.Problem;
import mpm.service.problems.boundary.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * A token that someone wants made.
 *
 * @param name what its owner will know it by
 * @param scope what it opens: read, feeds, feeds/NAME or metrics
 * @param expires its last day, in UTC; 90 days from now where it is not said
 */
record WantedToken(
        @Nullable String name,
        @Nullable List<String> scope,
        @Nullable String expires) {

    private static final int LONGEST_NAME = 100;
    private static final int USUAL_DAYS = 90;
    private static final int MOST_DAYS = 366;
    private static final int MOST_AREAS = 20;

    String requireName() {
        if (name == null || name.isBlank() || name.strip().length() > LONGEST_NAME) {
            throw refused("name is what you will know the token by, in at most %d characters.".formatted(LONGEST_NAME));
        }
        return name.strip();
    }

    TokenScope requireScope() {
        if (scope == null
                || scope.isEmpty()
                || scope.size() > MOST_AREAS
                || !scope.stream().allMatch(TokenScope::isArea)) {
            throw refused(
                    "scope lists what the token opens: \"read\" for all that you may read, \"feeds\" for every feed, "
                            + "\"feeds/values\" for one, \"metrics\" for the service's own figures.");
        }
        return new TokenScope(Set.copyOf(scope));
    }

    /** The moment after its last day. */
    LocalDateTime requireEnd() {
        LocalDate today = PersonalTokens.now().toLocalDate();
        LocalDate last = today.plusDays(USUAL_DAYS);
        try {
            last = expires == null ? last : LocalDate.parse(expires);
        } catch (DateTimeException e) {
            last = LocalDate.MIN; // Said below, as for a day that is over.
        }
        if (last.isBefore(today) || last.isAfter(today.plusDays(MOST_DAYS))) {
            throw refused("expires is the token's last day, written as %s, and at most %d days from now."
                    .formatted(today.plusDays(USUAL_DAYS), MOST_DAYS));
        }
        return last.plusDays(1).atStartOfDay();
    }

    private static ProblemException refused(String sentence) {
        return new ProblemException(Problem.of(422, sentence));
    }
}
