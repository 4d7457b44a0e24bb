package mpm.service.feeds.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import mpm.plan.PlanView;
import mpm.service.feeds.control.Feed;
import mpm.service.feeds.control.Filter;
import mpm.service.feeds.control.Filters;
import mpm.service.problems.boundary.ProblemException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FormTest {

    private static final Row FIRST = new Row(
            "=Spring \"show\",\nMünchen",
            3,
            new BigDecimal("-1E+3"),
            LocalDate.of(2027, 3, 31),
            Instant.parse("2027-03-31T09:30:00Z"));
    private static final Row SECOND = new Row("", 0, null, LocalDate.of(2027, 4, 1), Instant.EPOCH);

    private static final String HEADERS = "\ufefftext,count,amount,day,at";

    public record Row(
            @Feed.Meaning("A text.") String text,

            @Feed.Meaning("A count.") long count,

            @Feed.Meaning("An amount.") @Nullable BigDecimal amount,

            @Feed.Meaning("A day.") LocalDate day,

            @Feed.Meaning("A moment.") Instant at) {}

    private static final Feed<Row> FEED = new Feed<>() {
        @Override
        public String name() {
            return "sample";
        }

        @Override
        public String sentence() {
            return "Some rows & more.";
        }

        @Override
        public Class<Row> row() {
            return Row.class;
        }

        @Override
        public Set<Filter> filters() {
            return Set.of(Filter.YEAR);
        }

        @Override
        public Stream<Row> rows(PlanView plan, Filters filters) {
            return Stream.of(FIRST, SECOND);
        }
    };

    @Test
    void csvIsWhatRfc4180SaysBehindTheMarkOfUtf8() throws IOException {
        assertThat(written(Form.CSV, FIRST, SECOND))
                .isEqualTo(String.join(
                        "\r\n",
                        HEADERS,
                        "\"'=Spring \"\"show\"\",\nMünchen\",3,-1000,2027-03-31,2027-03-31T09:30:00Z",
                        "\"\",0,,2027-04-01,1970-01-01T00:00:00Z",
                        ""));
    }

    @Test
    void anEmptyTableHasItsHeaders() throws IOException {
        assertThat(written(Form.CSV)).isEqualTo(HEADERS + "\r\n");
        assertThat(written(Form.JSON)).isEqualTo("[]");
    }

    @Test
    void jsonIsAListOfTheSameRows() throws IOException {
        assertThat(written(Form.JSON, FIRST, SECOND))
                .isEqualTo(
                        "[{\"text\":\"=Spring \\\"show\\\",\\nMünchen\",\"count\":3,\"amount\":-1000,"
                                + "\"day\":\"2027-03-31\",\"at\":\"2027-03-31T09:30:00Z\"},"
                                + "{\"text\":\"\",\"count\":0,\"amount\":null,\"day\":\"2027-04-01\",\"at\":\"1970-01-01T00:00:00Z\"}]");
    }

    @Property(tries = 1_000)
    void whateverWasTypedIsOneCell(@ForAll String text, @ForAll BigDecimal amount) throws IOException {
        String csv = written(Form.CSV, new Row(text, 1, amount, LocalDate.EPOCH, Instant.EPOCH), SECOND);
        List<CSVRecord> rows =
                CSVParser.parse(csv.substring(1), CSVFormat.RFC4180).getRecords();
        assertThat(rows).hasSize(3);
        assertThat(rows.get(1).get(0)).isEqualTo(PlainText.of(text));
        assertThat(rows.get(1).get(2)).isEqualTo(amount.toPlainString());
    }

    @Test
    void moreThanASheetHoldsIsRefused() {
        assertThatThrownBy(() -> PackedTable.of(FEED, Form.CSV, Stream.generate(() -> SECOND)))
                .isInstanceOf(ProblemException.class)
                .hasMessage(
                        "There are more than 1,048,575 rows, which is what a sheet of Excel holds: narrow the feed by"
                                + " a filter, such as year.");
    }

    private static String written(Form form, Row... rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PackedTable.of(FEED, form, Stream.of(rows)).writeTo(bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
