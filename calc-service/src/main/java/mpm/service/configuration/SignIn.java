package mpm.service.configuration;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mpm.plan.Role;

/**
 * By whom users are known, where the service does not belong to the one user of its computer.
 *
 * @param issuer the OpenID provider, as its tokens name it
 * @param keys where its public keys are; nothing for where its discovery document says
 * @param client what the task pane is called there
 * @param audience for whom a token must be
 * @param scope what the task pane asks for
 * @param userClaims the claims that may name the user, the first that a token has counts
 * @param groupsClaim the claim that lists the user's groups; dots lead into objects
 * @param groups what each group's members are in the whole organisation, or in one unit of it
 */
public record SignIn(
        URI issuer,
        Optional<URI> keys,
        String client,
        String audience,
        String scope,
        List<String> userClaims,
        String groupsClaim,
        Map<String, List<GivenRole>> groups) {

    /**
     * A role that a group gives.
     *
     * @param unit the code of the unit for which it holds, with all its parts; nothing for all units
     */
    public record GivenRole(Role role, Optional<String> unit) {}

    public SignIn {
        userClaims = List.copyOf(userClaims);
        groups = Map.copyOf(groups);
    }
}
