package mpm.service.access.boundary;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import mpm.service.access.control.Credentials;
import mpm.service.access.control.CurrentCaller;
import mpm.service.access.control.Issuer;
import mpm.service.access.control.IssuerOutOfReach;
import mpm.service.access.control.NotSignedIn;
import mpm.service.access.control.Reach;
import mpm.service.configuration.Settings;
import mpm.service.problems.boundary.Problem;
import mpm.service.problems.boundary.ProblemAnswers;
import mpm.service.storage.control.OutOfReach;
import org.jspecify.annotations.Nullable;

/**
 * Every request passes here first, whatever answers it: the API, a static file, a health check, the metrics. It looks
 * where the request comes from, then who asks, then whether they may ask here.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public final class RequestGuard extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    private static final Set<String> JSON = Set.of("application/json");

    private static final String TAKES_WORKBOOKS = "/api/v1/workbooks/recalculate";

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final Set<String> WORKBOOKS = Set.of(XLSX, "application/vnd.ms-excel.sheet.macroenabled.12");

    private static final Pattern TAKES_TABLES = Pattern.compile("/api/v1/import/[^/]+");

    private static final Set<String> TABLES =
            Set.of("text/csv", XLSX, "application/vnd.ms-excel.sheet.macroenabled.12");

    @Inject
    transient Reach reach;

    @Inject
    transient Settings settings;

    @Inject
    transient Issuer issuer;

    @Inject
    transient Credentials credentials;

    @Inject
    transient CurrentCaller caller;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        AnswerHeaders.set(
                response,
                path,
                settings.publicAddress(),
                settings.signIn().map(issuer::site).orElse(""));
        Optional<Problem> refusal = refusal(request, path).or(() -> unknown(request, path));
        if (refusal.isPresent()) {
            // The body of what is refused is not read, and would be taken for the next request.
            response.setHeader("Connection", "close");
            if (refusal.get().status() == HttpServletResponse.SC_UNAUTHORIZED) {
                response.setHeader("WWW-Authenticate", Admission.challenge(belowApi(path)));
            }
            ProblemAnswers.write(request, response, refusal.get());
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Why someone is not let in as the one they say they are, or not to this address. */
    private Optional<Problem> unknown(HttpServletRequest request, String path) {
        try {
            caller.become(credentials.identity(request.getHeader("Authorization")));
            return ServletGuard.refusal(request, caller.identity(), belowApi(path));
        } catch (NotSignedIn e) {
            return Optional.of(Problem.of(401, String.valueOf(e.getMessage())));
        } catch (IssuerOutOfReach e) {
            return Optional.of(Problem.of(503, String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            if (OutOfReach.isCauseOf(e)) {
                return Optional.of(
                        Problem.of(
                                503,
                                "Who you are cannot be looked up, since the stored data cannot be reached: try again in a moment."));
            }
            throw e;
        }
    }

    private static String belowApi(String path) {
        return path.replaceFirst("^/(api/v1/)?", "");
    }

    private Optional<Problem> refusal(HttpServletRequest request, String path) throws IOException {
        if (settings.signIn().isEmpty()
                && !InetAddress.getByName(request.getLocalAddr()).isLoopbackAddress()) {
            // The start refuses such a listener; one that was opened later must not open the service.
            return Optional.of(Problem.of(403, "This service answers only on the computer that it runs on."));
        }
        boolean reads = READS.contains(request.getMethod());
        if (!reads && request.getHeader("Upgrade") != null) {
            // The server takes what follows such a request for the new protocol: the body would never arrive.
            return Optional.of(Problem.of(
                    400,
                    "The request asks for another protocol and carries a body: send it as plain "
                            + "HTTP/1.1, without an Upgrade header (in Java: HttpClient.Version.HTTP_1_1)."));
        }
        Optional<Problem> fromElsewhere = reach.refusal(
                        request.getLocalPort(),
                        request.getHeader("Host"),
                        request.getHeader("Origin"),
                        reads && AnswerHeaders.isForEveryPage(path))
                .map(refusal -> Problem.of(refusal.status(), refusal.sentence()));
        if (fromElsewhere.isPresent()) {
            return fromElsewhere;
        } else if (reads || isBareDelete(request) || accepted(path).contains(mediaType(request.getContentType()))) {
            return Optional.empty();
        }
        // A page of another site can send a form without asking first; JSON, tables and workbooks it cannot.
        return Optional.of(Problem.of(415, expected(path)));
    }

    /** A page of another site would have to ask first, and what has no body has no form. */
    private static boolean isBareDelete(HttpServletRequest request) {
        return request.getMethod().equals("DELETE") && request.getContentType() == null;
    }

    private static Set<String> accepted(String path) {
        if (path.equals(TAKES_WORKBOOKS)) {
            return WORKBOOKS;
        }
        return TAKES_TABLES.matcher(path).matches() ? TABLES : JSON;
    }

    private static String expected(String path) {
        if (path.equals(TAKES_WORKBOOKS)) {
            return "What is sent here is a workbook: send it with Content-Type: %s.".formatted(XLSX);
        }
        return TAKES_TABLES.matcher(path).matches()
                ? "What is sent here is a table: send it with Content-Type: text/csv, or %s for a workbook."
                        .formatted(XLSX)
                : "What is sent to this service is JSON: send it with Content-Type: application/json.";
    }

    private static String mediaType(@Nullable String contentType) {
        return contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
