package mpm.service.access.control;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mpm.plan.Grant;
import mpm.plan.Role;
import mpm.service.permission.control.Action;
import mpm.service.permission.control.Caller;

/**
 * Someone who asks, and how the service knows.
 *
 * @param name the user; empty for nobody
 * @param issuer who vouches for the name; empty for the local user and for nobody
 * @param grants a grant at the unit {@link Caller#EVERYWHERE} holds for all units
 * @param groups the groups of the user that give roles here
 * @param scope what a personal access token is limited to; nothing where the credential is no such token
 */
public record Identity(String name, String issuer, List<Grant> grants, Set<String> groups, Optional<TokenScope> scope) {

    /**
     * Whoever uses this computer, where the service is not set up for anybody else. The role of a partner would only take
     * away from the others.
     */
    static final Identity LOCAL = new Identity(
            "local",
            "",
            EnumSet.complementOf(EnumSet.of(Role.PARTNER)).stream()
                    .map(role -> new Grant(role, Caller.EVERYWHERE, Set.of(), Set.of()))
                    .toList(),
            Set.of(),
            Optional.empty());

    static final Identity NOBODY = new Identity("", "", List.of(), Set.of(), Optional.empty());

    public Identity {
        grants = List.copyOf(grants);
        groups = Set.copyOf(groups);
    }

    public boolean isSignedIn() {
        return !name.isEmpty();
    }

    boolean isLocal() {
        return isSignedIn() && issuer.isEmpty();
    }

    /**
     * Whether this may be asked at all; for which units, scenarios and metrics is another question.
     *
     * @param path where it is asked, below /api/v1, without a slash at the beginning
     */
    public boolean may(Action action, String path) {
        return grants.stream().map(Grant::role).anyMatch(action.roles()::contains)
                && scope.stream().allMatch(limit -> limit.covers(action, path));
    }

    Identity limitedTo(TokenScope limit) {
        return new Identity(name, issuer, grants, groups, Optional.of(limit));
    }
}
