package mpm.service.access.control;

import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.util.Map;
import mpm.service.configuration.SignIn;
import org.jspecify.annotations.Nullable;

/** The OpenID provider, as it describes itself: its discovery document is read once, and again until it could be. */
@ApplicationScoped
public class Issuer {

    /** Where to ask the provider for what. */
    public record Endpoints(URI authorization, URI token, URI keys) {}

    private static final int PATIENCE_MS = 5_000;
    private static final int LONGEST = 200_000;

    private volatile @Nullable Endpoints known;

    /**
     * What the provider says of itself.
     *
     * @throws IssuerOutOfReach if it does not
     */
    public Endpoints endpoints(SignIn signIn) {
        Endpoints said = known;
        if (said == null) {
            said = ask(signIn);
            known = said;
        }
        return said;
    }

    /** The site that a page of this service asks for tokens; as far as is known, the issuer's own. */
    public String site(SignIn signIn) {
        Endpoints said = known;
        URI asked = said == null ? signIn.issuer() : said.token();
        return asked.getScheme() + "://" + asked.getRawAuthority();
    }

    private static Endpoints ask(SignIn signIn) {
        try {
            Map<String, Object> said = JSONObjectUtils.parse(
                    retriever().retrieveResource(discovery(signIn)).getContent());
            if (!signIn.issuer().toString().equals(JSONObjectUtils.getString(said, "issuer"))) {
                // Whoever answers in another's name could name its own keys.
                throw new IOException("The discovery document is of another issuer.");
            }
            return new Endpoints(
                    address(said, "authorization_endpoint"),
                    address(said, "token_endpoint"),
                    signIn.keys().isPresent() ? signIn.keys().get() : address(said, "jwks_uri"));
        } catch (IOException | ParseException | IllegalArgumentException e) {
            throw new IssuerOutOfReach(signIn.issuer(), e);
        }
    }

    static DefaultResourceRetriever retriever() {
        return new DefaultResourceRetriever(PATIENCE_MS, PATIENCE_MS, LONGEST);
    }

    private static URL discovery(SignIn signIn) throws IOException {
        return URI.create(signIn.issuer().toString().replaceFirst("/$", "") + "/.well-known/openid-configuration")
                .toURL();
    }

    private static URI address(Map<String, Object> said, String member) throws ParseException {
        URI address = JSONObjectUtils.getURI(said, member);
        if (address == null || address.getHost() == null) {
            throw new ParseException("The discovery document names no " + member, 0);
        }
        return address;
    }
}
