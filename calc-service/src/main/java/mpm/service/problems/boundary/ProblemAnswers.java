package mpm.service.problems.boundary;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Writes a {@link Problem}: in words for a browser that asks for a page, as a document for everyone else. */
public final class ProblemAnswers {

    private ProblemAnswers() {}

    public static void write(HttpServletRequest request, HttpServletResponse response, Problem problem)
            throws IOException {
        boolean page = wantsPage(request);
        byte[] body = page ? page(problem).getBytes(StandardCharsets.UTF_8) : problem.json();
        response.setStatus(problem.status());
        response.setContentType(page ? "text/html;charset=UTF-8" : Problem.MEDIA_TYPE);
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

    private static String page(Problem problem) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%1$s – MPM</title>
                <link rel="stylesheet" href="/addin/tokens.css">
                <link rel="stylesheet" href="/site.css">
                </head>
                <body>
                <header class="masthead">
                <p class="brand"><strong>MPM</strong> Marketing performance management</p>
                </header>
                <main class="page error-page">
                <p class="status">%2$d</p>
                <h1>%1$s</h1>
                <p>%3$s</p>
                <p><a href="/">To the start page</a></p>
                </main>
                </body>
                </html>
                """.formatted(escaped(problem.title()), problem.status(), escaped(problem.detail()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
