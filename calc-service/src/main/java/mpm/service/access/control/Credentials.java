package mpm.service.access.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import mpm.plan.Grant;
import mpm.service.configuration.Settings;
import mpm.service.configuration.SignIn;
import org.jspecify.annotations.Nullable;

/** Who someone is, by the credential that came along: a wrong one is refused, also where none is needed. */
@ApplicationScoped
public class Credentials {

    @Inject
    Settings settings;

    @Inject
    IssuedTokens issued;

    @Inject
    PersonalTokens personal;

    @Inject
    Instance<Assignments> assignments;

    /**
     * Who sends a request.
     *
     * @param header the Authorization header; a personal access token may be the password of a basic one, as Excel's own
     *     connections send it
     * @throws NotSignedIn if it holds no valid credential
     * @throws IssuerOutOfReach if that cannot be told now
     */
    public Identity identity(@Nullable String header) {
        if (header == null) {
            return settings.signIn().isPresent() ? Identity.NOBODY : Identity.LOCAL;
        }
        String[] parts = header.strip().split("\\s+", 2);
        String credential = parts.length == 2 ? parts[1] : "";
        switch (parts[0].toLowerCase(Locale.ROOT)) {
            case "bearer" -> {
                return credential.startsWith(PersonalTokens.PREFIX) ? personal(credential) : issued(credential);
            }
            case "basic" -> {
                return personal(password(credential));
            }
            default -> throw new NotSignedIn("The request's Authorization header is neither Bearer nor Basic.");
        }
    }

    private Identity issued(String token) {
        SignIn signIn = settings.signIn()
                .orElseThrow(() -> new NotSignedIn("This service belongs to the user of its computer and takes no "
                        + "bearer tokens but its own: leave the Authorization header out."));
        return withAssigned(issued.identity(token, signIn));
    }

    private Identity personal(String token) {
        PersonalTokens.Found found = personal.find(token)
                .filter(each -> each.issuer().equals(currentIssuer()))
                .orElseThrow(() -> new NotSignedIn(
                        "The personal access token is not valid: it may be mistyped, expired or revoked."));
        Identity owner = settings.signIn()
                .map(signIn -> withAssigned(new Identity(
                        found.owner(),
                        found.issuer(),
                        IssuedTokens.grants(found.groups(), signIn),
                        found.groups(),
                        Optional.empty())))
                .orElse(Identity.LOCAL);
        return owner.limitedTo(found.scope());
    }

    /** A token of the local user ends with the local user, and one of another issuer's user with that issuer. */
    private String currentIssuer() {
        return settings.signIn().map(signIn -> signIn.issuer().toString()).orElse("");
    }

    private Identity withAssigned(Identity known) {
        List<Grant> grants = new ArrayList<>(known.grants());
        assignments.forEach(each -> grants.addAll(each.of(known.name())));
        return new Identity(known.name(), known.issuer(), grants, known.groups(), known.scope());
    }

    private static String password(String basic) {
        try {
            String decoded = new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8);
            return decoded.substring(decoded.indexOf(':') + 1);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
