package mpm.service.pages.boundary;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import mpm.service.html.Html;
import mpm.service.json.Tagged;

/** Answers with a page, or with 304 to a browser that has it. */
final class Pages {

    private Pages() {}

    static void answer(HttpServletRequest request, HttpServletResponse response, String template, Object page)
            throws IOException {
        Tagged.of(Html.of(template, page)).answer(request, response, Html.MEDIA_TYPE);
    }
}
