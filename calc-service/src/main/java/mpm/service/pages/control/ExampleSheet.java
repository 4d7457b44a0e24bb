package mpm.service.pages.control;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import mpm.catalogue.ColumnDefinition;
import mpm.catalogue.Definition;
import mpm.catalogue.Example;
import mpm.catalogue.Formula;
import mpm.catalogue.Parameter;
import mpm.catalogue.Spelling;
import mpm.cell.Cell;
import mpm.cell.Range;
import mpm.service.json.Json;
import mpm.service.pages.control.ShownCell.Reading;
import org.apache.poi.ss.util.CellReference;

/**
 * An example laid out as one would have it in a workbook, its figures in cells and the formula beneath, in the form that
 * the playground's {@code content.js} reads.
 */
final class ExampleSheet {

    /** What a sheet holds; a cell is its row, its column, what is typed into it, and its style. */
    private record Content(List<Map<String, Object>> styles, List<Sheet> sheets) {}

    private record Sheet(String name, List<List<Integer>> widths, List<List<Object>> cells) {}

    private static final String NAVY = "#12263f";
    private static final String INPUT_TINT = "#e4f2f1";
    private static final String DATE = "d mmm yyyy";
    private static final String DATE_AND_TIME = "d mmm yyyy hh:mm";

    private static final List<Map<String, Object>> STYLES = List.of(
            Map.of("bold", true, "ink", NAVY),
            Map.of("ink", "#52616f"),
            Map.of("bold", true, "ink", "#ffffff", "fill", NAVY),
            Map.of("fill", INPUT_TINT),
            Map.of("fill", INPUT_TINT, "format", DATE),
            Map.of("fill", INPUT_TINT, "format", DATE_AND_TIME),
            Map.of("format", DATE),
            Map.of("format", "0.0%"),
            Map.of());
    private static final int TITLE = 0;
    private static final int NOTE = 1;
    private static final int CAPTION = 2;
    private static final int INPUT = 3;
    private static final int INPUT_DATE = 4;
    private static final int INPUT_MOMENT = 5;
    private static final int RESULT_DATE = 6;
    private static final int RESULT_PERCENT = 7;
    private static final int RESULT = 8;

    private static final int FIRST_COLUMN_WIDTH = 150;

    private final Definition function;
    private final List<List<Object>> cells = new ArrayList<>();

    private ExampleSheet(Definition function) {
        this.function = function;
    }

    /** The address of the playground with the example in its sheet; the fragment carries the sheet. */
    static String address(Definition function, Example example) {
        byte[] content = Json.write(new ExampleSheet(function).content(example));
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        // Without a header: link.js unpacks deflate-raw.
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        try (DeflaterOutputStream packing = new DeflaterOutputStream(packed, deflater)) {
            packing.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException("An array in memory takes every byte.", e);
        } finally {
            deflater.end();
        }
        return "/playground/#sheet=1." + Base64.getUrlEncoder().withoutPadding().encodeToString(packed.toByteArray());
    }

    private Content content(Example example) {
        put(0, 0, function.question(), TITLE);
        put(1, 0, example.because(), NOTE);
        List<Formula.Written> given = Formula.arguments(example.formula());
        List<String> references =
                new ArrayList<>(given.stream().map(Formula.Written::text).toList());
        int row = putSingle(given, references, 3);
        row = putRanges(given, references, row);
        putAnswer(
                "=%s(%s)".formatted(Spelling.typed(function.name()), String.join(", ", references)),
                Formula.shown(example.shows()),
                row);
        return new Content(STYLES, List.of(new Sheet(function.name(), List.of(List.of(0, FIRST_COLUMN_WIDTH)), cells)));
    }

    /** Single values, one below the other with their names; answers the next free row. */
    private int putSingle(List<Formula.Written> given, List<String> references, int top) {
        int row = top;
        for (int index = 0; index < given.size(); index++) {
            Parameter parameter = function.parameters().get(index);
            if (given.get(index).value() instanceof Cell value
                    && !value.isBlank()
                    && !parameter.name().equals("headers")) {
                put(row, 0, parameter.name(), NOTE);
                put(row, 1, typed(value), parameter.kind() == Parameter.Kind.DATE ? dateStyle(value) : INPUT);
                references.set(index, new CellReference(row, 1).formatAsString());
                row++;
            }
        }
        return row == top ? row : row + 1;
    }

    /** Ranges side by side with their names above; answers the next free row. */
    private int putRanges(List<Formula.Written> given, List<String> references, int top) {
        int next = top;
        int left = 0;
        for (int index = 0; index < given.size(); index++) {
            Range range = given.get(index).value();
            if (!range.isSingle()) {
                put(top, left, function.parameters().get(index).name(), NOTE);
                putRange(range, function.parameters().get(index), top + 1, left);
                references.set(
                        index,
                        new CellReference(top + 1, left).formatAsString()
                                + ":"
                                + new CellReference(top + range.rows(), left + range.columns() - 1).formatAsString());
                left += range.columns() + 1;
                next = Math.max(next, top + range.rows() + 2);
            }
        }
        return next;
    }

    private void putRange(Range range, Parameter parameter, int top, int left) {
        boolean isTable = parameter.kind() == Parameter.Kind.TABLE;
        for (int row = 0; row < range.rows(); row++) {
            for (int column = 0; column < range.columns(); column++) {
                Cell cell = range.cell(row, column);
                boolean isDate = isTable
                        ? ShownTable.named(range.cell(0, column).shown(), parameter.columns())
                                .map(ColumnDefinition::isDate)
                                .orElse(false)
                        : parameter.kind() == Parameter.Kind.DATE;
                int style = isTable && row == 0 ? CAPTION : isDate ? dateStyle(cell) : INPUT;
                put(top + row, left + column, typed(cell), style);
            }
        }
    }

    /** The formula, and the look of what it will answer: a styled cell without content is not in its way. */
    private void putAnswer(String formula, Range answer, int top) {
        boolean hasCaptions = ShownTable.hasCaptions(answer, function.columns());
        List<Reading> readings = ShownTable.readings(answer, hasCaptions, function);
        for (int row = 0; row < answer.rows(); row++) {
            for (int column = 0; column < answer.columns(); column++) {
                int style = hasCaptions && row == 0
                        ? CAPTION
                        : switch (readings.get(column)) {
                            case DATE -> RESULT_DATE;
                            case PERCENT -> RESULT_PERCENT;
                            case NUMBER -> RESULT;
                        };
                put(top + row, column, row == 0 && column == 0 ? formula : "", style);
            }
        }
    }

    private void put(int row, int column, Object typed, int style) {
        cells.add(List.of(row, column, typed, style));
    }

    private static int dateStyle(Cell cell) {
        return cell instanceof Cell.Numeric serial && serial.value() != Math.floor(serial.value())
                ? INPUT_MOMENT
                : INPUT_DATE;
    }

    /** What one would type to have the cell. */
    private static Object typed(Cell cell) {
        if (cell instanceof Cell.Numeric number) {
            return number.value();
        } else if (cell instanceof Cell.Logical logical) {
            return logical.value();
        } else if (cell instanceof Cell.Text text) {
            // Text that looks like a formula is typed with an apostrophe in front.
            return text.value().matches("(?s)[='’].*") ? "'" + text.value() : text.value();
        }
        // An error is what its formula answers.
        return cell instanceof Cell.Failure ? "=" + cell.shown() : cell.shown();
    }
}
