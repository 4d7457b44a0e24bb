package mpm.service.pages.boundary;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import mpm.service.pages.control.FinancePage;
import mpm.service.permission.control.Open;

/** The page for finance. It holds no data: its modules ask the API for them, in the name of whoever has signed in. */
@Open
@WebServlet("/finance")
public final class Finance extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Pages.answer(request, response, "finance", FinancePage.whole());
    }
}
