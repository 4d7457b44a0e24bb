package mpm.service.pages.boundary;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import mpm.service.formulas.control.Formulas;
import mpm.service.pages.control.LiveAnswer;
import mpm.service.permission.control.Open;
import mpm.workbook.formula.UnreadableFormulaException;

/** What the formula field of a page shows while one types: a part of a page, written like the answers that stand in it. */
@Open
@WebServlet("/answer")
public class LiveAnswers extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Formulas formulas;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String formula = Objects.requireNonNullElse(request.getParameter("formula"), "");
        Pages.answer(request, response, "live-answer", answer(formula));
    }

    private LiveAnswer answer(String formula) {
        try {
            return LiveAnswer.of(formula, formulas.sampleValue(formula));
        } catch (UnreadableFormulaException e) {
            return LiveAnswer.unreadable(formula, String.valueOf(e.getMessage()));
        }
    }
}
