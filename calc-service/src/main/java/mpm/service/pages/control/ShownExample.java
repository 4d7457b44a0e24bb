package mpm.service.pages.control;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import mpm.catalogue.Calculation;
import mpm.catalogue.Definition;
import mpm.catalogue.Example;
import mpm.catalogue.Formula;
import mpm.catalogue.Limits;
import mpm.catalogue.Spelling;
import mpm.cell.Cell;
import mpm.cell.DateSystem;
import mpm.cell.Grid;
import mpm.cell.Range;
import mpm.cell.Shape;
import mpm.functions.Functions;
import mpm.plan.SamplePlan;

/**
 * An example as its page shows it.
 *
 * @param formula as the catalogue has it, a long one over several lines
 * @param because why it is so; empty where the formula says it
 * @param answer what it answers
 * @param reason the sentence that Excel shows with an error; empty for any other answer
 * @param chart a picture of the answer, where its shape has one
 * @param playground where it opens in a sheet
 */
public record ShownExample(
        String formula, String because, ShownTable answer, String reason, Optional<Chart> chart, String playground) {

    /** What fits on a line of the page. */
    private static final int LINE = 64;

    /** Examples read the plan data of the sample company. */
    private static final Calculation CALCULATION =
            new Calculation(Functions.CATALOGUE, SamplePlan.links(), Limits.STANDARD);

    static ShownExample of(Example example, Definition function) {
        Range answer = computed(example);
        return new ShownExample(
                broken(example.formula(), function),
                example.because(),
                ShownTable.of(answer, function),
                answer instanceof Cell.Failure failure ? failure.reason() : "",
                Chart.of(answer, function),
                ExampleSheet.address(function, example));
    }

    /** Where any tool gets the answer as text. */
    public String address() {
        return "/api/v1/evaluate?formula=" + URLEncoder.encode(formula, StandardCharsets.UTF_8);
    }

    /** To the last digit, as the page's field shows it when the formula is asked again. */
    private static Range computed(Example example) {
        Range answer = CALCULATION
                .results(List.of(Formula.call(example.formula())), DateSystem.FROM_1900)
                .get(0)
                .value();
        return answer instanceof Grid grid
                ? Grid.of(
                        new Shape(grid.rows(), grid.columns()),
                        grid.cells().map(ShownExample::undated).toArray(Cell[]::new))
                : undated((Cell) answer);
    }

    /** A date is answered by its serial number; the column says that it is one. */
    private static Cell undated(Cell cell) {
        return cell instanceof Cell.Dated dated ? Cell.of(dated.at().serial()) : cell;
    }

    /** How many lines the formula takes, for the field in which it is edited. */
    public int lines() {
        return (int) formula.lines().count();
    }

    /** A long formula as one can read it: a line for each row of a table. Excel reads it like the short one. */
    private static String broken(String formula, Definition function) {
        if (formula.length() <= LINE) {
            return formula;
        }
        List<String> arguments = Formula.arguments(formula).stream()
                .map(argument -> argument.value().isSingle() ? argument.text() : "\n  " + byRow(argument))
                .toList();
        return "=%s(%s)"
                .formatted(
                        Spelling.typed(function.name()),
                        String.join(", ", arguments).replace(", \n", ",\n"));
    }

    private static String byRow(Formula.Written table) {
        String text = table.text();
        if (table.value().rows() == 1 || table.value().columns() == 1) {
            return text;
        }
        // Text in quotes keeps its semicolons.
        return text.replaceAll(";(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", ";\n   ");
    }
}
