package mpm.service.addin.boundary;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import mpm.service.permission.control.Open;

/**
 * The playground's address without its last slash. The server would redirect it too, but before any filter has seen the
 * request.
 */
@Open
@WebServlet("/playground")
public final class Playground extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendRedirect("/playground/");
    }
}
