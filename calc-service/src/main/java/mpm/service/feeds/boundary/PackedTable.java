package mpm.service.feeds.boundary;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import mpm.service.feeds.control.Feed;
import mpm.service.problems.boundary.Problem;
import mpm.service.problems.boundary.ProblemException;

/**
 * A table, compressed as its rows are read. It is whole before its first byte leaves: a fault in the middle is an answer of
 * its own then, where half a table would pass for all of it.
 */
final class PackedTable {

    /** Rows of a sheet in Excel, less the one of the headers. */
    static final int MOST_ROWS = 1_048_575;

    private final byte[] bytes;

    private PackedTable(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Reads the rows of a feed.
     *
     * @throws ProblemException 413 for more than a sheet holds
     */
    static PackedTable of(Feed<?> feed, Form form, Stream<? extends Record> rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream packed = new GZIPOutputStream(bytes)) {
            form.write(feed, counted(feed, rows).iterator(), packed);
        }
        return new PackedTable(bytes.toByteArray());
    }

    private static Stream<? extends Record> counted(Feed<?> feed, Stream<? extends Record> rows) {
        AtomicInteger count = new AtomicInteger();
        return rows.peek(row -> {
            if (count.incrementAndGet() > MOST_ROWS) {
                throw new ProblemException(Problem.tooLarge(
                        "There are more than %,d rows, which is what a sheet of Excel holds: narrow the feed by a filter, such as %s."
                                .formatted(
                                        MOST_ROWS,
                                        feed.filters().iterator().next().parameter()),
                        MOST_ROWS));
            }
        });
    }

    void writeTo(OutputStream to) throws IOException {
        try (InputStream rows = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            rows.transferTo(to);
        }
    }
}
