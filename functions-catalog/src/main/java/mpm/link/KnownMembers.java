package mpm.link;

import java.util.Set;

/**
 * The codes of the members that the caller may read, in upper case.
 *
 * @param kind of which they are
 */
public record KnownMembers(Kind kind) implements Need<Set<String>> {

    /** What has members. */
    public enum Kind {
        METRIC,
        ORG,
        SCENARIO,
        PERIOD,
        PARTNER
    }
}
