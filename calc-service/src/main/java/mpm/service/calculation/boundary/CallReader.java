package mpm.service.calculation.boundary;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import mpm.catalogue.Call;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.DateSystem;
import mpm.cell.Grid;
import mpm.cell.Range;
import mpm.cell.Shape;
import mpm.service.configuration.Settings;
import mpm.service.json.Json;
import mpm.service.problems.boundary.Problem;
import mpm.service.problems.boundary.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Reads one batch of calls, token by token. What does not fit is refused with its place: {@code calls[3].arguments[0]}.
 */
final class CallReader {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            // The names of functions and members are few, but texts that come as members' names must not fill a table
            // for good.
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private static final int LONGEST_NAME = 100;

    /**
     * A batch as it arrives.
     *
     * @param dates how the workbook that it comes from counts its days
     * @param workbook the id of the linked workbook that it comes from
     */
    record Batch(List<Call> calls, DateSystem dates, Optional<String> workbook) {}

    private final JsonParser json;
    private final Settings.Limits limits;

    private int call = -1;
    private int argument = -1;
    private int cells;

    /** The cells of the range being read; kept between ranges, since a batch has thousands of small ones. */
    private Cell[] range = new Cell[64];

    private CallReader(JsonParser json, Settings.Limits limits) {
        this.json = json;
        this.limits = limits;
    }

    /** @throws ProblemException 400 for what is no JSON, 422 for JSON of another shape, 413 for what is over a limit */
    static Batch read(InputStream body, Settings.Limits limits) throws IOException {
        try (JsonParser json = JSON.createParser(body)) {
            return new CallReader(json, limits).batch();
        } catch (JsonProcessingException e) {
            throw Json.unreadable(e);
        }
    }

    private Batch batch() throws IOException {
        JsonToken first = json.nextToken();
        if (first == null) {
            throw new ProblemException(Problem.of(400, "The request is empty: send {\"calls\":[…]}."));
        } else if (first != JsonToken.START_OBJECT) {
            throw refused("The request", "is not an object: send {\"calls\":[…]}.");
        }
        List<Call> calls = null;
        DateSystem dates = DateSystem.FROM_1900;
        Optional<String> workbook = Optional.empty();
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            switch (name) {
                case "calls" -> calls = calls();
                case "date1904" -> dates = logical(name) ? DateSystem.FROM_1904 : DateSystem.FROM_1900;
                case "workbook" -> workbook = workbook();
                default ->
                    throw refused(
                            "The request",
                            "has calls, date1904 and workbook, and nothing called “%s”.".formatted(shortened(name)));
            }
        }
        if (calls == null) {
            throw refused("The request", "has no calls: send {\"calls\":[…]}.");
        }
        if (json.nextToken() != null) {
            throw new ProblemException(
                    Problem.of(400, "The request goes on after its end: send one JSON object and nothing behind it."));
        }
        return new Batch(calls, dates, workbook);
    }

    private Optional<String> workbook() throws IOException {
        return switch (json.nextToken()) {
            case VALUE_STRING -> Optional.of(json.getText());
            case VALUE_NULL -> Optional.empty();
            default -> throw refused("workbook", "is the id of a linked workbook, as text.");
        };
    }

    private boolean logical(String name) throws IOException {
        return switch (json.nextToken()) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE, VALUE_NULL -> false;
            default -> throw refused(name, "is true or false.");
        };
    }

    private List<Call> calls() throws IOException {
        if (json.nextToken() != JsonToken.START_ARRAY) {
            throw refused(
                    "calls", "is a list: send {\"calls\":[{\"function\":\"VARIANCE\",\"arguments\":[120,100]}]}.");
        }
        List<Call> calls = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            call = calls.size();
            if (call == limits.calls()) {
                throw new ProblemException(Problem.tooLarge(
                        "A request may hold %,d calls, and this one holds more: send them in several requests."
                                .formatted(limits.calls()),
                        limits.calls()));
            }
            calls.add(call());
        }
        call = -1;
        return calls;
    }

    private Call call() throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw refused(place(), "is not a call: a call is {\"function\":\"VARIANCE\",\"arguments\":[120,100]}.");
        }
        String function = null;
        List<Range> arguments = List.of();
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            switch (name) {
                case "function" -> function = function();
                case "arguments" -> arguments = arguments();
                default ->
                    throw refused(
                            place(),
                            "has a function and arguments, and nothing called “%s”.".formatted(shortened(name)));
            }
        }
        if (function == null) {
            throw refused(place(), "names no function.");
        }
        return new Call(function, arguments);
    }

    private String function() throws IOException {
        String function = json.nextTextValue();
        if (function == null) {
            throw refused(place() + ".function", "is the name of a function, as text.");
        } else if (function.length() > LONGEST_NAME) {
            throw refused(place() + ".function", "is longer than any function's name.");
        }
        return function;
    }

    private List<Range> arguments() throws IOException {
        JsonToken first = json.nextToken();
        if (first == JsonToken.VALUE_NULL) {
            return List.of();
        } else if (first != JsonToken.START_ARRAY) {
            throw refused(place() + ".arguments", "is the list of the arguments.");
        }
        List<Range> arguments = new ArrayList<>(4);
        while (json.nextToken() != JsonToken.END_ARRAY) {
            argument = arguments.size();
            arguments.add(json.currentToken() == JsonToken.START_ARRAY ? range() : cell(-1, -1));
        }
        argument = -1;
        return arguments;
    }

    private Range range() throws IOException {
        int size = 0;
        int rows = 0;
        int columns = 0;
        for (JsonToken row = json.nextToken(); row != JsonToken.END_ARRAY; row = json.nextToken()) {
            if (row != JsonToken.START_ARRAY) {
                throw refused(
                        place(),
                        "is a list of cells: a range is a list of rows, [[1,2,3]] for a row and "
                                + "[[1],[2],[3]] for a column.");
            }
            int before = size;
            while (json.nextToken() != JsonToken.END_ARRAY) {
                if (size == range.length) {
                    range = Arrays.copyOf(range, size * 2);
                }
                range[size] = cell(rows, size - before);
                size++;
            }
            if (rows == 0) {
                columns = size;
            } else if (size - before != columns) {
                throw refused(
                        place(),
                        "has rows of different lengths: row 1 has %d, row %d has %d."
                                .formatted(columns, rows + 1, size - before));
            }
            rows++;
        }
        if (size == 0) {
            throw refused(
                    place(),
                    "is a range without cells: a range has a row and a cell at least, and a blank cell is null.");
        }
        return size == 1 ? range[0] : Grid.of(new Shape(rows, columns), Arrays.copyOf(range, size));
    }

    private Cell cell(int row, int column) throws IOException {
        cells++;
        if (cells > limits.requestCells()) {
            throw new ProblemException(Problem.tooLarge(
                    ("The arguments of a request may hold %,d cells together, and these hold more: send the "
                                    + "calls in several requests.")
                            .formatted(limits.requestCells()),
                    limits.requestCells()));
        }
        return switch (json.currentToken()) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(row, column);
            case VALUE_STRING -> new Cell.Text(json.getText());
            case VALUE_TRUE -> Cell.of(true);
            case VALUE_FALSE -> Cell.of(false);
            case VALUE_NULL -> Cell.blank();
            case START_OBJECT -> failure(row, column);
            default ->
                throw refused(
                        place(row, column),
                        "is a list inside a row: a range is a list of rows, and a row is a list of cells.");
        };
    }

    private Cell number(int row, int column) throws IOException {
        double number = json.getDoubleValue();
        if (Double.isInfinite(number)) {
            throw refused(place(row, column), "is a number larger than any cell can hold (1.8E+308).");
        }
        return Cell.of(number);
    }

    private Cell failure(int row, int column) throws IOException {
        CellError error = null;
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            @Nullable String text = json.nextTextValue();
            if (name.equals("error") && text != null) {
                error = CellError.of(text).orElse(null);
            } else if (!name.equals("message") || text == null) {
                error = null;
                break;
            }
        }
        if (error == null) {
            throw refused(
                    place(row, column),
                    "is an object that is no error: an error is {\"error\":\"#N/A\"}, with the name that Excel shows.");
        }
        return new Cell.Failure(error, "");
    }

    private String place() {
        return argument < 0 ? "calls[%d]".formatted(call) : "calls[%d].arguments[%d]".formatted(call, argument);
    }

    private String place(int row, int column) {
        return row < 0 ? place() : "%s[%d][%d]".formatted(place(), row, column);
    }

    private static String shortened(String name) {
        return name.length() <= 40 ? name : name.substring(0, 40) + "…";
    }

    private static ProblemException refused(String place, String reason) {
        return new ProblemException(Problem.of(422, place + " " + reason));
    }
}
