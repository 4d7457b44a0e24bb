package mpm.service.formulas.boundary;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mpm.cell.Range;
import mpm.service.formulas.control.Formulas;
import mpm.service.permission.control.Action;
import mpm.service.permission.control.Needs;
import mpm.service.problems.boundary.Problem;
import mpm.service.problems.boundary.ProblemException;
import mpm.workbook.formula.UnreadableFormulaException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** One formula in, its text out. */
@Path("evaluate")
@RequestScoped
@Needs(Action.CALCULATE)
@Produces("text/plain;charset=UTF-8")
@Tag(name = "Calculation")
public class EvaluateResource {

    @Inject
    Formulas formulas;

    @GET
    @Operation(
            summary = "Evaluate a formula",
            description = "A formula of constants, with or without its equals sign: MPM.VARIANCE(120,100) "
                    + "answers 20. An error answers its"
                    + " name, such as #DIV/0!; a range answers its rows as lines, the cells of a "
                    + "row between tabs.")
    @APIResponse(responseCode = "200", description = "What the formula shows.")
    @APIResponse(
            responseCode = "400",
            description = "It is no formula that can be evaluated here; the detail says why.")
    public String evaluate(
            @Parameter(description = "The formula.", example = "MPM.VARIANCE(120,100)", required = true)
                    @QueryParam("formula")
                    @Nullable
                    String formula) {
        if (formula == null || formula.isBlank()) {
            throw refused("There is no formula: ask for /api/v1/evaluate?formula=MPM.VARIANCE(120,100).");
        }
        try {
            return lines(formulas.value(formula));
        } catch (UnreadableFormulaException e) {
            throw refused(String.valueOf(e.getMessage()));
        }
    }

    private static String lines(Range range) {
        return IntStream.range(0, range.rows())
                .mapToObj(row -> IntStream.range(0, range.columns())
                        .mapToObj(column -> oneLine(range.cell(row, column).shown()))
                        .collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n"));
    }

    /** A tab or a line's end inside a text would be taken for the next cell. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\t\\r\\n]+", " ");
    }

    private static ProblemException refused(String sentence) {
        return new ProblemException(Problem.of(400, sentence));
    }
}
