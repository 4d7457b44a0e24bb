package mpm.service.pages.boundary;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import mpm.service.pages.control.TemplatesPage;
import mpm.service.permission.control.Open;

/** The gallery of templates; the workbooks themselves and their pictures have addresses below it. */
@Open
@WebServlet("/templates")
public final class TemplateGallery extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Pages.answer(request, response, "templates", TemplatesPage.sample());
    }
}
