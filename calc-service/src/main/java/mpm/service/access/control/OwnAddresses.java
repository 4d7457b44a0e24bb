package mpm.service.access.control;

import java.net.URI;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The names under which this service is asked for, and the pages that are its own. */
public final class OwnAddresses {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Set<String> hosts = new HashSet<>();
    private final Set<String> origins = new HashSet<>();

    /**
     * Loopback's names with the ports of the service, and its public address.
     *
     * @param ports the ports that the service listens on
     */
    public OwnAddresses(Set<Integer> ports, URI publicAddress) {
        for (String name : LOOPBACK) {
            // Without a port where it is the scheme's own, and as some clients leave it out.
            hosts.add(name);
            for (int port : ports) {
                hosts.add(name + ":" + port);
                Stream.of("http", "https").forEach(scheme -> origins.add(origin(scheme, name, port)));
            }
        }
        String name = publicAddress.getHost().toLowerCase(Locale.ROOT);
        String scheme = publicAddress.getScheme();
        int port = publicAddress.getPort() < 0 ? usual(scheme) : publicAddress.getPort();
        hosts.add(name);
        hosts.add(name + ":" + port);
        origins.add(origin(scheme, name, port));
    }

    /**
     * Whether the Host header of a request names this service.
     *
     * @param port the port that the request came in by; the server may have found it for itself
     */
    public boolean isHost(String header, int port) {
        String host = header.strip().toLowerCase(Locale.ROOT);
        return hosts.contains(host) || LOOPBACK.stream().anyMatch(name -> host.equals(name + ":" + port));
    }

    /** Whether the Origin header of a request names a page of this service. */
    public boolean isOrigin(String header, int port) {
        String origin = header.strip().toLowerCase(Locale.ROOT);
        return origins.contains(origin)
                || LOOPBACK.stream()
                        .anyMatch(name -> origin.equals(origin("http", name, port))
                                || origin.equals(origin("https", name, port)));
    }

    private static String origin(String scheme, String host, int port) {
        return scheme + "://" + host + (port == usual(scheme) ? "" : ":" + port);
    }

    private static int usual(String scheme) {
        return "https".equals(scheme) ? 443 : 80;
    }
}
