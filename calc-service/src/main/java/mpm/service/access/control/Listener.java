package mpm.service.access.control;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Where the server takes HTTP requests.
 *
 * @param name as the server's configuration names it
 * @param address the address it is bound to
 * @param port the port it is bound to
 */
public record Listener(String name, String address, int port) {

    /** Whether only this computer can reach it. */
    public boolean isLoopback() {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            // What cannot be judged is not safe.
            return false;
        }
    }
}
