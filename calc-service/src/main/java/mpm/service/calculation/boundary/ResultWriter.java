package mpm.service.calculation.boundary;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import mpm.catalogue.Result;
import mpm.cell.Cell;
import mpm.cell.DateSystem;
import mpm.cell.Range;
import mpm.service.calculation.control.Batch.Answers;

/** Writes the results of a batch. */
final class ResultWriter {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build();

    /** About what a small result takes; a batch of many should not copy its bytes again and again while they grow. */
    private static final int BYTES_PER_RESULT = 32;

    /** From here on a whole number may not be exact, and is written as the double that it is. */
    private static final double WHOLE = 1e15;

    private final JsonGenerator json;
    private final DateSystem dates;

    private ResultWriter(JsonGenerator json, DateSystem dates) {
        this.json = json;
        this.dates = dates;
    }

    static byte[] written(Answers answers, DateSystem dates) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(
                64 + BYTES_PER_RESULT * answers.results().size());
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            new ResultWriter(json, dates).answers(answers);
        } catch (IOException e) {
            throw new UncheckedIOException("An array in memory takes every byte.", e);
        }
        return bytes.toByteArray();
    }

    private void answers(Answers answers) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("results");
        for (Result result : answers.results()) {
            result(result);
        }
        json.writeEndArray();
        json.writeNumberField("dataVersion", answers.dataVersion());
        if (answers.asOf().isPresent()) {
            json.writeStringField("asOf", answers.asOf().get().toString());
        }
        json.writeEndObject();
    }

    private void result(Result result) throws IOException {
        Range value = result.value();
        if (value instanceof Cell.Failure failure) {
            failure(failure);
            return;
        }
        json.writeStartObject();
        json.writeFieldName("value");
        if (value instanceof Cell cell) {
            cell(cell);
        } else {
            range(value);
        }
        if (!result.notes().isEmpty()) {
            json.writeArrayFieldStart("notes");
            for (String note : result.notes()) {
                json.writeString(note);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void range(Range range) throws IOException {
        json.writeStartArray();
        for (int row = 0; row < range.rows(); row++) {
            json.writeStartArray();
            for (int column = 0; column < range.columns(); column++) {
                cell(range.cell(row, column));
            }
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private void cell(Cell cell) throws IOException {
        if (cell instanceof Cell.Numeric numeric) {
            number(numeric.value());
        } else if (cell instanceof Cell.Text text) {
            json.writeString(text.value());
        } else if (cell instanceof Cell.Logical logical) {
            json.writeBoolean(logical.value());
        } else if (cell instanceof Cell.Dated dated) {
            number(dates.serial(dated.at()));
        } else if (cell instanceof Cell.Failure failure) {
            failure(failure);
        } else {
            // Excel shows null in a spilled range as 0.
            json.writeString("");
        }
    }

    private void number(double number) throws IOException {
        if (number == Math.rint(number) && Math.abs(number) < WHOLE) {
            json.writeNumber((long) number);
        } else {
            json.writeNumber(number);
        }
    }

    private void failure(Cell.Failure failure) throws IOException {
        json.writeStartObject();
        json.writeStringField("error", failure.error().text());
        if (!failure.reason().isEmpty()) {
            json.writeStringField("message", failure.reason());
        }
        json.writeEndObject();
    }
}
