package mpm.service.access.boundary;

import java.time.LocalDateTime;
import java.util.List;
import mpm.service.access.control.PersonalTokens;
import org.jspecify.annotations.Nullable;

/**
 * A personal access token; times are in UTC.
 *
 * @param token itself, once: when it is made
 */
record TokenDocument(
        String id,
        String owner,
        String name,
        List<String> scope,
        String created,
        String expires,
        @Nullable String lastUsed,
        @Nullable String token) {

    static TokenDocument of(PersonalTokens.Stored stored, @Nullable String token) {
        return new TokenDocument(
                stored.id(),
                stored.owner(),
                stored.name(),
                stored.scope().areas().stream().sorted().toList(),
                utc(stored.created()),
                utc(stored.expires()),
                stored.lastUsed() == null ? null : utc(stored.lastUsed()),
                token);
    }

    private static String utc(LocalDateTime time) {
        return time + "Z";
    }
}
