package mpm.service.feeds.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {

    private static final String SIGNS = "=+-@＝＋－＠";

    @ParameterizedTest
    @CsvSource(textBlock = """
                    =1+1, '''=1+1'
                    =HYPERLINK("http://x";"y"), '''=HYPERLINK("http://x";"y")'
                    +49 30 1234, '''+49 30 1234'
                    -1+cmd|' /C calc'!A0, '''-1+cmd|'' /C calc''!A0'
                    @SUM(A1), '''@SUM(A1)'
                    Kestrel;=1+1, 'Kestrel;''=1+1'
                    ＝1+1, '''＝1+1'
                    """)
    void whatWouldComputeIsText(String typed, String written) {
        assertThat(PlainText.of(typed)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    -1200.50
                    42
                    Kestrel's show in April
                    a = b
                    mail@example.com
                    FY2027-P03
                    2027-03-31
                    ''
                    """)
    void whatDoesNotStaysAsItIs(String typed) {
        assertThat(PlainText.of(typed)).isEqualTo(typed);
    }

    @Property(tries = 5_000)
    void noCellBeginsAFormulaWhereverItIsCut(@ForAll("texts") String typed) {
        String written = PlainText.of(typed);
        for (String cell : written.split("[;\\t\\r\\n]", -1)) {
            String seen = cell.replaceFirst("^[\\s\\p{Z}\\p{C}]+", "");
            assertThat(seen.isEmpty() || SIGNS.indexOf(seen.charAt(0)) < 0 || isNumber(typed))
                    .as(written)
                    .isTrue();
        }
        assertThat(written)
                .satisfiesAnyOf(
                        text -> assertThat(isNumber(text)).isTrue(),
                        text -> assertThat(text).doesNotStartWith("\t").doesNotStartWith("\r"));
    }

    @Property(tries = 2_000)
    void nothingIsLostAndASecondTimeChangesNothing(@ForAll("texts") String typed) {
        String written = PlainText.of(typed);
        assertThat(written.replace("'", "")).isEqualTo(typed.replace("'", ""));
        assertThat(PlainText.of(written)).isEqualTo(written);
    }

    @Property
    void anAmountStaysAnAmount(@ForAll BigDecimal amount) {
        assertThat(PlainText.of(amount.toPlainString())).isEqualTo(amount.toPlainString());
    }

    private static boolean isNumber(String text) {
        return text.matches("-?\\d+(\\.\\d+)?");
    }

    /** Of pieces that are made for trouble, and of any letters at all. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                        Arbitraries.of(List.of(
                                "=", "+", "-", "@", "＝", "＠", "\t", "\r", "\n", ";", " ", "\u00a0", "\ufeff", "\u200b",
                                "'", "\"", ",", "1", "A1", "cmd|")),
                        Arbitraries.strings().ofMaxLength(3))
                .list()
                .ofMaxSize(8)
                .map(pieces -> pieces.stream().collect(Collectors.joining()));
    }
}
