package mpm.service.pages.control;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import mpm.catalogue.ColumnDefinition;
import mpm.catalogue.Definition;
import mpm.cell.Cell;
import mpm.cell.Range;
import mpm.service.pages.control.ShownCell.Reading;

/**
 * An answer as a person reads it.
 *
 * @param captions none where the answer has none
 * @param rows those below the captions
 */
public record ShownTable(List<String> captions, List<List<ShownCell>> rows) {

    /** A column in percent; “Plus 1 %” is none. */
    private static final Pattern PERCENT = Pattern.compile("[^\\d ] %$");

    static ShownTable of(Range answer, Definition function) {
        boolean hasCaptions = hasCaptions(answer, function.columns());
        return of(answer, hasCaptions, readings(answer, hasCaptions, function));
    }

    /** An answer of no function of MPM: its first row names no columns. */
    static ShownTable of(Range answer) {
        return of(answer, false, Collections.nCopies(answer.columns(), Reading.NUMBER));
    }

    private static ShownTable of(Range answer, boolean hasCaptions, List<Reading> readings) {
        return new ShownTable(
                hasCaptions ? captions(answer) : List.of(),
                IntStream.range(hasCaptions ? 1 : 0, answer.rows())
                        .mapToObj(row -> IntStream.range(0, answer.columns())
                                .mapToObj(column -> ShownCell.of(answer.cell(row, column), readings.get(column)))
                                .toList())
                        .toList());
    }

    /** Whether it is one cell, which needs no table. */
    public boolean isSingle() {
        return captions.isEmpty() && rows.size() == 1 && rows.get(0).size() == 1;
    }

    /** How a caption stands: right, like the numbers below it. */
    public String look(int column) {
        return rows.stream()
                        .map(row -> row.get(column))
                        .allMatch(cell -> !cell.look().isEmpty() || cell.text().isEmpty())
                ? ShownCell.NUMBER
                : "";
    }

    /** Whether the first row of a range names the columns: it holds words only, and one of the names that are known. */
    static boolean hasCaptions(Range range, List<ColumnDefinition> columns) {
        List<Cell> first = IntStream.range(0, range.columns())
                .mapToObj(column -> range.cell(0, column))
                .toList();
        return range.rows() > 1
                && first.stream().allMatch(cell -> cell instanceof Cell.Text || cell.isBlank())
                && first.stream().anyMatch(cell -> named(cell.shown(), columns).isPresent());
    }

    /** The column of a name. */
    static Optional<ColumnDefinition> named(String caption, List<ColumnDefinition> columns) {
        return columns.stream().filter(column -> column.name().equals(caption)).findFirst();
    }

    static List<String> captions(Range range) {
        return IntStream.range(0, range.columns())
                .mapToObj(column -> range.cell(0, column).shown())
                .toList();
    }

    /** How each column of an answer is read: by its caption, or by its place where captions were left away. */
    static List<Reading> readings(Range answer, boolean hasCaptions, Definition function) {
        if (function.answersDate()) {
            return IntStream.range(0, answer.columns())
                    .mapToObj(column -> Reading.DATE)
                    .toList();
        }
        List<ColumnDefinition> columns = function.columns();
        return IntStream.range(0, answer.columns())
                .mapToObj(column -> {
                    if (hasCaptions) {
                        String caption = answer.cell(0, column).shown();
                        return reading(caption, named(caption, columns));
                    }
                    return answer.columns() == columns.size()
                            ? reading(columns.get(column).name(), Optional.of(columns.get(column)))
                            : Reading.NUMBER;
                })
                .toList();
    }

    private static Reading reading(String caption, Optional<ColumnDefinition> column) {
        if (column.map(ColumnDefinition::isDate).orElse(false)) {
            return Reading.DATE;
        }
        return PERCENT.matcher(caption).find() ? Reading.PERCENT : Reading.NUMBER;
    }
}
