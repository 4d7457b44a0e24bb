package mpm.service.feeds.boundary;

import com.fasterxml.jackson.databind.SequenceWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import mpm.service.feeds.control.Column;
import mpm.service.feeds.control.Feed;
import mpm.service.json.Json;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** How a table travels. */
enum Form {
    /**
     * As RFC 4180 has it, with the mark of UTF-8 that Excel's own “CSV UTF-8” has: a double click would show “MÃ¼nchen”
     * without it, and Power Query passes over it.
     */
    CSV("text/csv;charset=UTF-8;header=present") {
        @Override
        void write(Feed<?> feed, Iterator<? extends Record> rows, OutputStream to) throws IOException {
            to.write(MARK);
            List<Column> columns = Column.of(feed).toList();
            Writer letters = new OutputStreamWriter(to, StandardCharsets.UTF_8);
            CSVPrinter cells = CSVFormat.RFC4180.print(letters);
            cells.printRecord(columns.stream().map(Column::name));
            while (rows.hasNext()) {
                Record row = rows.next();
                cells.printRecord(columns.stream().map(column -> text(column.value(row))));
            }
            cells.flush();
        }
    },
    /** A list of the rows: what people typed stands there as they did, for nothing computes there. */
    JSON("application/json") {
        @Override
        void write(Feed<?> feed, Iterator<? extends Record> rows, OutputStream to) throws IOException {
            try (SequenceWriter list = Json.rows(to)) {
                while (rows.hasNext()) {
                    list.write(rows.next());
                }
            }
        }
    };

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final String mediaType;

    Form(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    /** As a file's name ends. */
    String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Writes the rows of a feed, one by one. */
    abstract void write(Feed<?> feed, Iterator<? extends Record> rows, OutputStream to) throws IOException;

    private static String text(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        } else if (value instanceof String typed) {
            return PlainText.of(typed);
        }
        return value == null ? "" : value.toString();
    }
}
