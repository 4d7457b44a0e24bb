package mpm.plan;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One view of a year: what is planned, forecast or what happened.
 *
 * @param year the fiscal year that it is for; nothing where it spans all years
 * @param latest the number of the version that counts unless another is asked for; one of the versions
 * @param versions at least one, ascending by number
 */
public record Scenario(
        String code,
        String name,
        Set<String> aliases,
        Kind kind,
        Optional<Integer> year,
        String owner,
        int latest,
        List<Version> versions)
        implements Member {

    public Scenario {
        aliases = Set.copyOf(aliases);
        versions = List.copyOf(versions);
        int wanted = latest;
        if (versions.stream().noneMatch(version -> version.number() == wanted)) {
            throw new IllegalArgumentException("The latest version of a scenario is one of its versions: " + code);
        }
    }

    /** What a scenario is. */
    public enum Kind {
        TARGET,
        PLAN,
        FORECAST,
        COMMITTED,
        ACTUAL,
        WHATIF
    }
}
