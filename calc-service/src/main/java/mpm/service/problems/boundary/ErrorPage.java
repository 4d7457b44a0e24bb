package mpm.service.problems.boundary;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What the server answers where no resource of the API does: an unknown address, or a failure outside the API. */
@WebServlet("/error")
public final class ErrorPage extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        // Asked for directly, the address of this page is an unknown address like any other.
        Integer status = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        String path = (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        ProblemAnswers.write(
                request,
                response,
                problem(status == null ? 404 : status, path == null ? request.getRequestURI() : path));
    }

    private static Problem problem(int status, String path) {
        return switch (status) {
            case 404 ->
                Problem.of(
                        404,
                        "There is nothing at %s: check the address, or begin at the start page."
                                .formatted(shortened(path)));
            // Of a method that HTTP does not name a servlet says that it is not implemented.
            case 405, 501 -> Problem.of(405, "The address %s can only be read.".formatted(shortened(path)));
            case 400 -> Problem.of(400, "The request could not be understood: check its address and its headers.");
            default ->
                Problem.of(
                        status,
                        status < 500
                                ? "The request could not be answered."
                                : "The request could not be answered. Try again; if it stays so, look into "
                                        + "the service's log.");
        };
    }

    private static String shortened(String path) {
        return path.length() <= 100 ? path : path.substring(0, 100) + "…";
    }
}
