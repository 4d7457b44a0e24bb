package mpm.service.access.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.glassfish.hk2.api.ServiceLocator;
import org.glassfish.hk2.utilities.BuilderHelper;
import org.jspecify.annotations.Nullable;

/**
 * Where the running server takes HTTP requests, from its live configuration: boot commands, command line and
 * environment may each have changed what the packaged one says, and no standard interface tells it. The server's own
 * classes are in no repository to compile against, so they are asked by name; a server without classes of these names
 * fails here, and the service then refuses to start.
 */
@ApplicationScoped
public class Listeners {

    private static final String SERVER = "org.glassfish.internal.api.Globals";
    private static final String LISTENER = "org.glassfish.grizzly.config.dom.NetworkListener";
    private static final String EVERYWHERE = "0.0.0.0";

    /**
     * Every listener that is switched on.
     *
     * @throws IllegalStateException if the server cannot be asked
     */
    public List<Listener> open() {
        return server().getAllServices(BuilderHelper.createContractFilter(LISTENER)).stream()
                .filter(listener -> !"false".equals(asked(listener, "getEnabled")))
                .map(listener -> new Listener(
                        String.valueOf(asked(listener, "getName")),
                        Optional.ofNullable(asked(listener, "getAddress")).orElse(EVERYWHERE),
                        Integer.parseInt(String.valueOf(asked(listener, "getPort")))))
                .toList();
    }

    private static ServiceLocator server() {
        try {
            return (ServiceLocator)
                    Class.forName(SERVER).getMethod("getDefaultHabitat").invoke(null);
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new IllegalStateException("This server has no " + SERVER, e);
        }
    }

    private static @Nullable String asked(Object listener, String method) {
        try {
            Class<?> contract = Arrays.stream(listener.getClass().getInterfaces())
                    .filter(each -> each.getName().equals(LISTENER))
                    .findFirst()
                    .orElseThrow();
            return (String)
                    Proxy.getInvocationHandler(listener).invoke(listener, contract.getMethod(method), new Object[0]);
        } catch (Throwable e) { // An invocation handler may throw anything.
            throw new IllegalStateException("A listener of the server cannot be asked for " + method, e);
        }
    }
}
