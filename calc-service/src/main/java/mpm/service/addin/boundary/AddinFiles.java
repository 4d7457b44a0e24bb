package mpm.service.addin.boundary;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import mpm.addin.AddinManifest;
import mpm.addin.FunctionsMetadata;
import mpm.functions.Functions;
import mpm.service.configuration.Settings;
import mpm.service.json.Tagged;
import mpm.service.permission.control.Open;

/** The files of the add-in that depend on this service: its functions, and its public address. */
@Open
@WebServlet(urlPatterns = {AddinFiles.FUNCTIONS, AddinFiles.MANIFEST, AddinFiles.UNIFIED_MANIFEST, AddinFiles.PACKAGE})
public class AddinFiles extends HttpServlet {
    private static final long serialVersionUID = 1L;

    static final String FUNCTIONS = "/addin/functions.json";
    static final String MANIFEST = "/addin/manifest.xml";
    static final String UNIFIED_MANIFEST = "/addin/manifest.json";
    static final String PACKAGE = "/addin/manifest.zip";
    private static final String JSON = "application/json;charset=UTF-8";

    @Inject
    transient Settings settings;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        AddinManifest manifest = new AddinManifest(settings.publicAddress());
        switch (request.getServletPath()) {
            case MANIFEST -> utf8(manifest.xml()).answer(request, response, "application/xml;charset=UTF-8");
            case UNIFIED_MANIFEST -> utf8(manifest.json()).answer(request, response, JSON);
            case PACKAGE -> Tagged.of(manifest.zip()).answer(request, response, "application/zip");
            default ->
                utf8(FunctionsMetadata.of(Functions.CATALOGUE, settings.publicAddress()))
                        .answer(request, response, JSON);
        }
    }

    private static Tagged utf8(String text) {
        return Tagged.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
