package mpm.service.access.control;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import mpm.service.configuration.Settings;
import org.jspecify.annotations.Nullable;

/**
 * Who may reach this service: only programs of this computer, unless it knows its users, and of web pages only the
 * service's own. A page of any other site, open in a browser on this computer, could otherwise read and write here in the
 * user's name.
 */
@ApplicationScoped
public class Reach {

    /** A request that is not let in: the status, and the sentence for its sender. */
    public record Refusal(int status, String sentence) {}

    /** The same for a service whose listeners cannot be read. */
    public static final String UNKNOWN_EXPOSURE =
            "it cannot tell which addresses the server listens on. Run it on the Payara Micro it is packaged with.";

    @Inject
    Settings settings;

    @Inject
    Listeners listeners;

    @SuppressWarnings("NullAway.Init") // Set when the bean is made.
    private OwnAddresses own;

    @PostConstruct
    void readAddresses() {
        own = new OwnAddresses(
                listeners.open().stream().map(Listener::port).collect(Collectors.toSet()), settings.publicAddress());
    }

    /**
     * Why the service must not run, as the rest of “MPM does not start: ”; nothing if only this computer can reach it, or
     * if whoever can must sign in.
     */
    public Optional<String> exposure() {
        List<Listener> open = listeners.open();
        if (open.isEmpty()) {
            return Optional.of(UNKNOWN_EXPOSURE);
        }
        String exposed = open.stream()
                .filter(listener -> !listener.isLoopback())
                .map(listener -> "%s:%d".formatted(listener.address(), listener.port()))
                .distinct()
                .collect(Collectors.joining(", "));
        return exposed.isEmpty() || settings.signIn().isPresent()
                ? Optional.empty()
                : Optional.of(("it would listen on %s, where other computers reach it, and ask nobody who they are. "
                                + "Bind it to 127.0.0.1, or set mpm.sign-in.issuer to the OpenID provider at which its "
                                + "users sign in.")
                        .formatted(exposed));
    }

    /**
     * Why a request is not let in; nothing if it is.
     *
     * @param port the port it came in by
     * @param host its Host header
     * @param origin its Origin header
     * @param isForEveryPage whether it reads something that pages of other sites load, as Excel on the web does
     */
    public Optional<Refusal> refusal(int port, @Nullable String host, @Nullable String origin, boolean isForEveryPage) {
        if (host == null || !own.isHost(host, port)) {
            return Optional.of(new Refusal(
                    421,
                    ("This service is not known by the name in the request's Host header: ask for %s, or "
                                    + "set mpm.public-address.")
                            .formatted(settings.publicAddress())));
        } else if (origin != null && !isForEveryPage && !own.isOrigin(origin, port)) {
            return Optional.of(new Refusal(
                    403, "The request comes from a page of another site: only this service's own pages may ask here."));
        }
        return Optional.empty();
    }
}
