package mpm.service.problems.boundary;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import mpm.service.html.Html;

/** Writes a {@link Problem}: in words for a browser that asks for a page, as a document for everyone else. */
public final class ProblemAnswers {

    private ProblemAnswers() {}

    public static void write(HttpServletRequest request, HttpServletResponse response, Problem problem)
            throws IOException {
        write(request, response, problem, ProblemPage.WAYS);
    }

    /** The same, with the ways on that a page offers its reader. */
    public static void write(
            HttpServletRequest request, HttpServletResponse response, Problem problem, List<ProblemPage.Way> ways)
            throws IOException {
        boolean page = wantsPage(request);
        byte[] body = page ? Html.of("problem", new ProblemPage(problem, ways)) : problem.json();
        response.setStatus(problem.status());
        response.setContentType(page ? Html.MEDIA_TYPE : Problem.MEDIA_TYPE);
        response.setContentLength(body.length);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Vary", "Accept");
        if (!"HEAD".equals(request.getMethod())) {
            response.getOutputStream().write(body);
        }
    }

    private static boolean wantsPage(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return accept != null && accept.toLowerCase(Locale.ROOT).contains("text/html");
    }
}
