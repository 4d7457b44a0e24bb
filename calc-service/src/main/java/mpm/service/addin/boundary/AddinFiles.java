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

/** The files of the add-in that depend on this service: its functions, and its public address. */
@WebServlet(urlPatterns = {AddinFiles.FUNCTIONS, AddinFiles.MANIFEST})
public class AddinFiles extends HttpServlet {
    private static final long serialVersionUID = 1L;

    static final String FUNCTIONS = "/addin/functions.json";
    static final String MANIFEST = "/addin/manifest.xml";

    @Inject
    transient Settings settings;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean isManifest = request.getServletPath().equals(MANIFEST);
        byte[] file = (isManifest
                        ? AddinManifest.xml(settings.publicAddress())
                        : FunctionsMetadata.of(Functions.CATALOGUE, settings.publicAddress()))
                .getBytes(StandardCharsets.UTF_8);
        String tag = '"' + Tagged.digest(file) + '"';
        response.setHeader("ETag", tag);
        if (tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(isManifest ? "application/xml" : "application/json");
        response.setCharacterEncoding("UTF-8");
        response.setContentLength(file.length);
        response.getOutputStream().write(file);
    }
}
