package mpm.service.access.control;

import java.net.URI;

/** The OpenID provider does not say what it must; the sentence is for whoever wants to sign in. */
public final class IssuerOutOfReach extends RuntimeException {
    private static final long serialVersionUID = 1L;

    IssuerOutOfReach(URI issuer, Throwable cause) {
        super(
                "Who you are cannot be checked now: %s does not answer as an OpenID provider does. Try again in a moment."
                        .formatted(issuer),
                cause);
    }
}
