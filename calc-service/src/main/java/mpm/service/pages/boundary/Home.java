package mpm.service.pages.boundary;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import mpm.service.configuration.Settings;
import mpm.service.operation.control.ServiceState;
import mpm.service.pages.control.HomePage;
import mpm.service.permission.control.Open;

/** The start page: what this is, in ten seconds, and a formula to try. */
@Open
@WebServlet("")
public class Home extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Settings settings;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Pages.answer(request, response, "home", HomePage.of(ServiceState.of(settings)));
    }
}
