package mpm.service.imports.control;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import mpm.cell.Cell;
import mpm.cell.ShortestDecimal;
import mpm.service.imports.entity.SourceTextRow;
import mpm.service.problems.control.Refusal;
import mpm.workbook.recalculation.SheetTable;
import mpm.workbook.recalculation.WorkbookLimits;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A file as lines of texts.
 *
 * @param format how it was read, in words
 * @param daysLater what to add to a day as the file counts it, to have the day of Excel's 1900 system
 */
record SourceTable(String format, boolean isWorkbook, int daysLater, List<Line> lines) {

    static final int MOST_LINES = 50_000;

    private static final int MOST_COLUMNS = 200;
    private static final int LONGEST_CELL = 2_000;
    private static final int LOOKED_AT = 50;
    private static final long WIDER_THAN_ANY = 100_000_000;
    private static final int HEADER_AMONG = 20;
    private static final Map<Character, String> SEPARATORS =
            Map.of(';', "semicolon", ',', "comma", '\t', "tab", '|', "bar");

    private static final String NO_SEPARATORS = "\"\r\n";

    SourceTable {
        lines = List.copyOf(lines);
    }

    /**
     * A line that holds something.
     *
     * @param number its number in the file, from 1
     */
    record Line(int number, List<String> cells) {

        Line {
            cells = List.copyOf(cells);
        }

        boolean isBlank() {
            return cells.stream().allMatch(String::isBlank);
        }

        private long texts() {
            return cells.stream()
                    .filter(cell -> !cell.isBlank()
                            && Decimals.POINT.read(cell).isEmpty()
                            && Decimals.COMMA.read(cell).isEmpty()
                            && Dates.DMY.read(cell).isEmpty()
                            && Dates.MDY.read(cell).isEmpty())
                    .count();
        }
    }

    /**
     * Reads a workbook: numbers come with a decimal point, dates as the days that Excel counts.
     *
     * @throws mpm.workbook.recalculation.WorkbookRefusedException where it is none, or over a limit
     */
    static SourceTable ofWorkbook(byte[] file, Optional<String> sheet, WorkbookLimits limits) {
        SheetTable table = SheetTable.read(file, sheet, limits, MOST_LINES, MOST_COLUMNS);
        return new SourceTable(
                "workbook",
                true,
                table.dates().daysLater(),
                table.rows().stream()
                        .map(row -> line(
                                row.number(),
                                row.cells().stream().map(SourceTable::text).toList()))
                        .filter(line -> !line.isBlank())
                        .toList());
    }

    private static String text(Cell cell) {
        return cell instanceof Cell.Numeric number
                ? ShortestDecimal.of(number.value()).toPlainString()
                : cell.shown();
    }

    /**
     * Reads a text of separated values.
     *
     * @param encoding the name of its encoding; nothing to find it out
     * @param separator what stands between the values; nothing to find it out
     * @throws Refusal where it is none, or over a limit
     */
    static SourceTable ofText(byte[] file, Optional<String> encoding, Optional<Character> separator) {
        Charset charset = encoding.map(SourceTable::charset).orElseGet(() -> charset(file));
        String text = decoded(file, charset)
                .orElseThrow(() ->
                        Refusal.invalid("The file is no text in %s: say its encoding, such as encoding=windows-1252."
                                .formatted(charset)));
        String content = text.startsWith("\ufeff") ? text.substring(1) : text;
        // Excel writes and reads such a first line.
        boolean says = content.matches("(?s)sep=.\\R.*");
        char parting = separator.orElseGet(() -> says ? content.charAt("sep=".length()) : separator(content));
        if (NO_SEPARATORS.indexOf(parting) >= 0) {
            throw Refusal.invalid(
                    "A quotation mark or the end of a line does not separate values: name another character, such as separator=%3B for a semicolon.");
        }
        List<Line> lines = records(content, parting, MOST_LINES + 1).stream()
                .map(SourceTable::line)
                .filter(line -> !line.isBlank() && !(says && line.number() == 1))
                .toList();
        if (lines.size() > MOST_LINES) {
            throw Refusal.invalid("The file has more than %,d lines: send it in parts.".formatted(MOST_LINES));
        }
        return new SourceTable(
                "text in %s with a %s between values"
                        .formatted(charset, SEPARATORS.getOrDefault(parting, "“" + parting + "”")),
                false,
                0,
                lines);
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw Refusal.invalid("There is no encoding of this name: UTF-8, UTF-16 and windows-1252 are some.");
        }
    }

    /** What is no UTF-8 was written by an older Windows: its own mark says so of UTF-16. */
    private static Charset charset(byte[] file) {
        boolean isUtf16 = file.length >= 2
                && ((file[0] == (byte) 0xFE && file[1] == (byte) 0xFF)
                        || (file[0] == (byte) 0xFF && file[1] == (byte) 0xFE));
        if (isUtf16) {
            return StandardCharsets.UTF_16;
        }
        return decoded(file, StandardCharsets.UTF_8).isPresent() ? StandardCharsets.UTF_8 : charset("windows-1252");
    }

    private static Optional<String> decoded(byte[] file, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(file)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** The separator that gives most of the first lines the same number of values, and of equals the one that gives more. */
    private static char separator(String content) {
        return SEPARATORS.keySet().stream()
                .max(Comparator.comparingLong(each -> fit(content, each)))
                .orElseThrow();
    }

    private static long fit(String content, char separator) {
        try {
            return records(content, separator, LOOKED_AT).stream()
                    .map(CSVRecord::size)
                    .filter(width -> width > 1)
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                    .entrySet()
                    .stream()
                    .mapToLong(width -> width.getValue() * WIDER_THAN_ANY + width.getKey())
                    .max()
                    .orElse(0);
        } catch (Refusal unreadable) {
            return 0;
        }
    }

    private static List<CSVRecord> records(String content, char separator, int most) {
        CSVFormat format = CSVFormat.Builder.create()
                .setDelimiter(separator)
                .setQuote('"')
                .setIgnoreEmptyLines(false)
                .get();
        List<CSVRecord> records = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(new StringReader(content), format)) {
            for (CSVRecord values : parser) {
                records.add(values);
                if (records.size() == most) {
                    break;
                }
            }
        } catch (IOException | UncheckedIOException e) {
            throw Refusal.invalid(
                    "Behind line %d a quotation mark is opened and not closed, or something follows it: quote values as Excel does."
                            .formatted(records.size()));
        }
        return records;
    }

    private static Line line(CSVRecord values) {
        if (values.size() > MOST_COLUMNS) {
            throw Refusal.invalid("Line %d has more than %d values: remove those that are not needed."
                    .formatted(values.getRecordNumber(), MOST_COLUMNS));
        }
        return line((int) values.getRecordNumber(), values.toList());
    }

    private static Line line(int number, List<String> given) {
        List<String> cells = given.stream()
                .map(cell -> cell.replaceAll("\\p{Cntrl}", " ").strip())
                .toList();
        if (cells.stream().anyMatch(cell -> cell.length() > LONGEST_CELL)
                || cells.stream().mapToInt(cell -> cell.length() + 1).sum() > SourceTextRow.LONGEST) {
            throw Refusal.invalid("Line %d has a value longer than %,d characters, or is longer than %,d: shorten it."
                    .formatted(number, LONGEST_CELL, SourceTextRow.LONGEST));
        }
        return new Line(number, cells);
    }

    /**
     * The line that names the columns: among the first, the one with most texts.
     *
     * @throws Refusal where nothing follows it
     */
    Line header() {
        Line header = lines.stream()
                .limit(HEADER_AMONG)
                .max(Comparator.comparingLong(Line::texts).thenComparing(Line::number, Comparator.reverseOrder()))
                .filter(line -> line.texts() > 1)
                .orElseThrow(
                        () -> Refusal.invalid(
                                "None of the first lines names columns: the file is a table whose first line says what stands where."));
        if (header.equals(lines.get(lines.size() - 1))) {
            throw Refusal.invalid("Nothing follows line %d, which names the columns.".formatted(header.number()));
        }
        return header;
    }

    /** The names of columns: one without a name is called by its number, and of those with the same the later by number as well. */
    static List<String> captions(Line header) {
        List<String> captions = new ArrayList<>();
        Function<Integer, String> numbered = "Column %d"::formatted;
        for (String cell : header.cells()) {
            captions.add(cell.isEmpty() || captions.contains(cell) ? numbered.apply(captions.size() + 1) : cell);
        }
        return List.copyOf(captions);
    }
}
