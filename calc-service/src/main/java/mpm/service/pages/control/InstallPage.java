package mpm.service.pages.control;

import java.net.URI;
import java.util.Locale;

/** How this service gets into Excel. */
public record InstallPage(URI address) {

    /** Where Excel finds the manifest. */
    public String manifest() {
        return address + "/addin/manifest.xml";
    }

    /** What a firewall knows the service by. */
    public String hostAndPort() {
        return address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort());
    }

    /** Excel loads add-ins over https only. */
    public boolean isHttps() {
        return "https".equals(address.getScheme());
    }

    /** Whether the address is one that only the service's own computer reaches. */
    public boolean isOnThisComputerOnly() {
        String host = address.getHost().toLowerCase(Locale.ROOT);
        return host.equals("localhost") || host.equals("[::1]") || host.startsWith("127.");
    }
}
