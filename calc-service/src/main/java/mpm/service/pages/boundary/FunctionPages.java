package mpm.service.pages.boundary;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mpm.catalogue.Definition;
import mpm.catalogue.Spelling;
import mpm.catalogue.Stage;
import mpm.functions.Functions;
import mpm.service.pages.control.FunctionIndex;
import mpm.service.pages.control.FunctionPage;
import mpm.service.permission.control.Open;
import mpm.service.problems.boundary.Problem;
import mpm.service.problems.boundary.ProblemAnswers;
import mpm.service.problems.boundary.ProblemPage.Way;
import org.jspecify.annotations.Nullable;

/** All functions, and each of them: the {@code helpUrl} of a function in Excel leads here. */
@Open
@WebServlet({FunctionPages.ALL, FunctionPages.ALL + "/*"})
public final class FunctionPages extends HttpServlet {
    private static final long serialVersionUID = 1L;

    static final String ALL = "/functions";

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo();
        if (path == null) {
            Pages.answer(
                    request,
                    response,
                    "functions",
                    FunctionIndex.of(text(request.getParameter("q")), stage(request.getParameter("stage"))));
            return;
        }
        String name = path.substring(1);
        Optional<Definition> function = Functions.CATALOGUE.find(name);
        if (function.isEmpty() && !name.isEmpty()) {
            unknown(request, response, name);
        } else if (function.isEmpty() || !function.get().name().equals(name)) {
            // One page has one address: other spellings of the name, and the list with a slash, lead to it.
            response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
            response.setHeader("Location", function.map(FunctionPages::address).orElse(ALL));
        } else {
            Pages.answer(request, response, "function", FunctionPage.of(function.get()));
        }
    }

    private static void unknown(HttpServletRequest request, HttpServletResponse response, String name)
            throws IOException {
        List<Way> ways = Stream.concat(
                        Functions.CATALOGUE.like(name).stream()
                                .map(function -> new Way(address(function), Spelling.typed(function.name()))),
                        Stream.of(
                                new Way(
                                        FunctionIndex.address(name, null),
                                        "Search the functions for “%s”".formatted(name)),
                                new Way(ALL, "All functions"),
                                new Way("/", "Start page")))
                .toList();
        ProblemAnswers.write(request, response, Problem.of(404, Functions.CATALOGUE.unknown(name)), ways);
    }

    private static String address(Definition function) {
        return ALL + "/" + function.name();
    }

    private static String text(@Nullable String parameter) {
        return parameter == null ? "" : parameter.strip();
    }

    /** A stage in any case; all of them for anything else. */
    private static Optional<Stage> stage(@Nullable String parameter) {
        return Arrays.stream(Stage.values())
                .filter(stage -> stage.name().equalsIgnoreCase(text(parameter)))
                .findFirst();
    }
}
