package mpm.workbook.template;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {

    private static final Currency EURO = Currency.getInstance("EUR");
    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);

    @ParameterizedTest
    @ValueSource(strings = {"1901-01-01", "2027-01-01", "2028-02-01", "9998-12-01"})
    void aFiscalYearStartsWithAnyMonth(LocalDate start) {
        assertThatCode(() -> new Parameters(start, "A & B <Co>", EURO)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-02, choose 2026-07-01",
        "1900-12-01, between 1901 and 9998",
        "9999-01-01, between 1901 and 9998"
    })
    void noOtherDayStartsAFiscalYear(LocalDate start, String sentence) {
        assertThatThrownBy(() -> new Parameters(start, "Tarnfell", EURO))
                .isInstanceOf(ParametersException.class)
                .hasMessageContaining(sentence)
                .hasMessageEndingWith(".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00a0\u2003", "two\nlines", "bell\u0007", "half\ud800", "\uffff"})
    void whatIsNoNameIsRefused(String organisation) {
        assertThatThrownBy(() -> new Parameters(JULY, organisation, EURO)).isInstanceOf(ParametersException.class);
    }

    @Test
    void aNameHasAHundredCharactersAtMost() {
        assertThatCode(() -> new Parameters(JULY, "n".repeat(100), EURO)).doesNotThrowAnyException();
        assertThatThrownBy(() -> new Parameters(JULY, "n".repeat(101), EURO))
                .isInstanceOf(ParametersException.class)
                .hasMessageContaining("101");
    }
}
