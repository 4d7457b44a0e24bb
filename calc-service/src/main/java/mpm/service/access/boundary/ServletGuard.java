package mpm.service.access.boundary;

import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import mpm.service.Api;
import mpm.service.access.control.Identity;
import mpm.service.permission.control.Action;
import mpm.service.problems.boundary.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Lets through to a servlet whom it declares to let in. The server's own servlets declare nothing, so what they need
 * stands in a file beside this class; one that a later server brings along is refused.
 */
final class ServletGuard {

    /** By the name of the servlet: an action, or OPEN for what everyone may ask. */
    private static final Properties OF_THE_SERVER = read();

    private static final String OPEN = "OPEN";

    private ServletGuard() {}

    static Optional<Problem> refusal(HttpServletRequest request, Identity who, String path) {
        ServletRegistration servlet = servlet(request);
        if (servlet == null) {
            return Optional.of(Admission.undeclared());
        } else if (servlet.getName().equals(Api.class.getName())) {
            return Optional.empty(); // The guard of the API's endpoints comes after this one.
        }
        String needed = OF_THE_SERVER.getProperty(servlet.getName());
        if (needed != null) {
            return needed.equals(OPEN) ? Optional.empty() : Admission.refusal(who, path, Action.valueOf(needed));
        }
        try {
            return Admission.refusal(who, path, Class.forName(String.valueOf(servlet.getClassName())));
        } catch (ClassNotFoundException e) {
            return Optional.of(Admission.undeclared());
        }
    }

    private static @Nullable ServletRegistration servlet(HttpServletRequest request) {
        HttpServletMapping mapping = request.getHttpServletMapping();
        Map<String, ? extends ServletRegistration> all =
                request.getServletContext().getServletRegistrations();
        // The server does not tell the name of the servlet of the start page, whose pattern is empty.
        return mapping.getServletName().isEmpty()
                ? all.values().stream()
                        .filter(each -> each.getMappings().contains(mapping.getPattern()))
                        .findFirst()
                        .orElse(null)
                : all.get(mapping.getServletName());
    }

    private static Properties read() {
        try (InputStream file = ServletGuard.class.getResourceAsStream("servlets.properties")) {
            Properties needs = new Properties();
            needs.load(Objects.requireNonNull(file, "It lies beside this class."));
            return needs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
