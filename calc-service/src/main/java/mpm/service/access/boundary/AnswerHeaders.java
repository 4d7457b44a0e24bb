package mpm.service.access.boundary;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Set;

/** What an answer says of itself to browsers and caches, by its path. */
final class AnswerHeaders {

    /**
     * The pages that Excel loads: the only ones in which a script of Microsoft's runs, and that another site may frame.
     */
    private static final Set<String> PAGES_IN_EXCEL = Set.of("/addin/taskpane.html", "/addin/sign-in.html");

    /** What Excel on the web and Microsoft's admin centre fetch from pages of their own sites. */
    private static final Set<String> FOR_EVERY_PAGE =
            Set.of("/addin/functions.json", "/addin/manifest.xml", "/addin/manifest.json", "/addin/manifest.zip");

    private static final String ICONS = "/addin/assets/";
    private static final String PLAYGROUND = "/playground/";
    private static final String API = "/api/";

    private static final String OURS_ONLY =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action "
                    + "'self'; frame-ancestors 'none'";

    /** The sheet styles its elements one by one and draws its icons and fonts from data. */
    private static final String SHEET =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:;"
                    + " worker-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'none'; "
                    + "frame-ancestors 'none'";

    /** office.js comes from Microsoft, styles what it inserts, and runs inside the frames of the Office sites. */
    private static final String IN_EXCEL =
            "default-src 'self'; script-src 'self' https://appsforoffice.microsoft.com; style-src 'self' "
                    + "'unsafe-inline';"
                    + " img-src 'self' data:; connect-src 'self' https://appsforoffice.microsoft.com%s; "
                    + "object-src 'none';"
                    + " base-uri 'none'; form-action 'none'; frame-ancestors 'self' https://*.officeapps.live.com"
                    + " https://*.office.com https://*.office365.com https://*.cloud.microsoft "
                    + "https://*.microsoft365.com"
                    + " https://*.sharepoint.com https://*.live.com";

    /** The page that checks whether Excel will reach the service at its public address, and so asks there itself. */
    private static final String CHECKS_PUBLIC_ADDRESS = "/install";

    /** The page of the service itself in which one signs in, and which so asks the issuer for tokens. */
    private static final String SIGNS_IN = "/finance";

    private AnswerHeaders() {}

    /** Whether pages of other sites may read it. */
    static boolean isForEveryPage(String path) {
        return FOR_EVERY_PAGE.contains(path) || path.startsWith(ICONS);
    }

    /**
     * Sets what every answer says.
     *
     * @param issuer the site that is asked for tokens; empty where there is none
     */
    static void set(HttpServletResponse response, String path, URI publicAddress, String issuer) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Content-Security-Policy", policy(path, publicAddress, issuer));
        // Pages and modules are asked for again each time and answered with 304: a new version of the service is there
        // at once.
        response.setHeader("Cache-Control", path.startsWith(API) ? "no-store" : "no-cache");
        if (isForEveryPage(path)) {
            response.setHeader("Access-Control-Allow-Origin", "*");
            response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        } else {
            response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        }
    }

    private static String policy(String path, URI publicAddress, String issuer) {
        if (PAGES_IN_EXCEL.contains(path)) {
            return IN_EXCEL.formatted(issuer.isEmpty() ? "" : " " + issuer);
        } else if (path.equals(CHECKS_PUBLIC_ADDRESS)) {
            return OURS_ONLY + "; connect-src 'self' " + publicAddress;
        } else if (path.equals(SIGNS_IN) && !issuer.isEmpty()) {
            return OURS_ONLY + "; connect-src 'self' " + issuer;
        }
        return path.startsWith(PLAYGROUND) ? SHEET : OURS_ONLY;
    }
}
