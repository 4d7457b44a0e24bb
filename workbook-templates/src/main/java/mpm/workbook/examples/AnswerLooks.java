package mpm.workbook.examples;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import mpm.catalogue.ColumnDefinition;
import mpm.catalogue.Definition;
import mpm.cell.Cell;
import mpm.cell.Range;
import mpm.workbook.design.Hue;
import mpm.workbook.design.Look;
import mpm.workbook.design.Looks;

/** How the cells of an answer look: captions, dates, percentages, errors, and numbers with the decimals that say something. */
final class AnswerLooks {

    private static final double LARGE = 10_000;
    private static final double SMALL = 1e-4;
    private static final double ROUNDING = 1e-12;

    /** A column in percent; “Plus 1 %” is none. */
    private static final Pattern PERCENT = Pattern.compile("[^\\d ] %$");

    private final Definition function;

    AnswerLooks(Definition function) {
        this.function = function;
    }

    /** The look of one cell. */
    Look of(Range answer, int row, int column) {
        Cell cell = answer.cell(row, column);
        if (cell instanceof Cell.Failure) {
            return Look.PLAIN.bold().ink(Hue.CORAL).right();
        } else if (hasCaptions(answer) && row == 0) {
            boolean isOfText = IntStream.range(1, answer.rows())
                    .mapToObj(below -> answer.cell(below, column))
                    .allMatch(below -> below instanceof Cell.Text || below.isBlank());
            return isOfText ? Looks.CAPTION.indent(1) : Looks.CAPTION.right();
        } else if (cell instanceof Cell.Numeric number) {
            return Look.PLAIN.right().format(format(number.value(), caption(answer, column)));
        }
        return Look.PLAIN.indent(1);
    }

    private String format(double value, Optional<ColumnDefinition> caption) {
        if (function.answersDate() || caption.map(ColumnDefinition::isDate).orElse(false)) {
            return value == Math.rint(value) ? "d mmm yyyy" : "d mmm yyyy hh:mm";
        } else if (caption.map(each -> PERCENT.matcher(each.name()).find()).orElse(false)) {
            return "0.0%";
        } else if (Math.abs(value - Math.rint(value)) <= ROUNDING * Math.abs(value)) {
            return Math.abs(value) < LARGE ? "0" : "#,##0";
        }
        double size = Math.abs(value);
        return size < SMALL ? "0.00E+00" : size < 1 ? "0.0000" : size < LARGE ? "#,##0.00" : "#,##0";
    }

    /** The column of the function in which a cell stands, by its caption or by its place where captions were left away. */
    private Optional<ColumnDefinition> caption(Range answer, int column) {
        List<ColumnDefinition> columns = function.columns();
        if (hasCaptions(answer)) {
            return named(answer.cell(0, column).shown());
        }
        return answer.columns() == columns.size() ? Optional.of(columns.get(column)) : Optional.empty();
    }

    private boolean hasCaptions(Range answer) {
        List<Cell> first = IntStream.range(0, answer.columns())
                .mapToObj(column -> answer.cell(0, column))
                .toList();
        return answer.rows() > 1
                && first.stream().allMatch(cell -> cell instanceof Cell.Text || cell.isBlank())
                && first.stream().anyMatch(cell -> named(cell.shown()).isPresent());
    }

    private Optional<ColumnDefinition> named(String caption) {
        return function.columns().stream()
                .filter(column -> column.name().equals(caption))
                .findFirst();
    }
}
