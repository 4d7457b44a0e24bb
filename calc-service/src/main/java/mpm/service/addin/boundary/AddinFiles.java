package mpm.service.addin.boundary;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import mpm.addin.AddinManifest;
import mpm.addin.FunctionsMetadata;
import mpm.functions.Functions;
import mpm.service.configuration.Settings;
import mpm.service.json.Tagged;

/** The files of the add-in that depend on this service: its functions, and its public address. */
@WebServlet(urlPatterns = {AddinFiles.FUNCTIONS, AddinFiles.MANIFEST, AddinFiles.UNIFIED_MANIFEST, AddinFiles.PACKAGE})
public class AddinFiles extends HttpServlet {
    private static final long serialVersionUID = 1L;

    static final String FUNCTIONS = "/addin/functions.json";
    static final String MANIFEST = "/addin/manifest.xml";
    static final String UNIFIED_MANIFEST = "/addin/manifest.json";
    static final String PACKAGE = "/addin/manifest.zip";

    private static final Map<String, String> TYPES = Map.of(
            FUNCTIONS, "application/json;charset=UTF-8",
            MANIFEST, "application/xml;charset=UTF-8",
            UNIFIED_MANIFEST, "application/json;charset=UTF-8",
            PACKAGE, "application/zip");

    @Inject
    transient Settings settings;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getServletPath();
        Tagged.of(file(path)).answer(request, response, TYPES.get(path));
    }

    private byte[] file(String path) {
        AddinManifest manifest = new AddinManifest(settings.publicAddress());
        return switch (path) {
            case MANIFEST -> utf8(manifest.xml());
            case UNIFIED_MANIFEST -> utf8(manifest.json());
            case PACKAGE -> manifest.zip();
            default -> utf8(FunctionsMetadata.of(Functions.CATALOGUE, settings.publicAddress()));
        };
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
