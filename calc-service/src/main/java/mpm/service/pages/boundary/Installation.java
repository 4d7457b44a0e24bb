package mpm.service.pages.boundary;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import mpm.service.configuration.Settings;
import mpm.service.pages.control.InstallPage;
import mpm.service.permission.control.Open;

/** How to get the add-in into Excel. */
@Open
@WebServlet("/install")
public class Installation extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Settings settings;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Pages.answer(request, response, "install", new InstallPage(settings.publicAddress()));
    }
}
