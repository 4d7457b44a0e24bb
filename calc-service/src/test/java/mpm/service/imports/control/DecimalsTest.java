package mpm.service.imports.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "POINT | 1,234.50 | 1234.50",
                "POINT | 1234.5 | 1234.5",
                "POINT | -7 | -7",
                "POINT | 1,234,567 | 1234567",
                "COMMA | 1.234,50 | 1234.50",
                "COMMA | 1 234,50 | 1234.50",
                "COMMA | 100,00- | -100.00",
                "COMMA | (12,5) | -12.5",
                "COMMA | +3 | 3",
                "COMMA | 1'234,50 | 1234.50"
            })
    void anAmountIsRead(Decimals form, String text, BigDecimal amount) {
        assertThat(form.read(text)).contains(amount);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "1.2.3", "12,34", "1,2345", "(5", "5)", "--5", "1.234,50", "1e5", "EUR 5", "."})
    void whatIsNoneOrWrittenAnotherWayIsNotGuessed(String text) {
        assertThat(Decimals.POINT.read(text)).isEmpty();
    }

    @Test
    void theFormIsFoundWhereOneTextHasOneReadingOnly() {
        assertThat(Decimals.in(List.of("1,234", "12.50"))).contains(Decimals.POINT);
        assertThat(Decimals.in(List.of("1.234", "1.234,5"))).contains(Decimals.COMMA);
        assertThat(Decimals.in(List.of("1,234", "5"))).isEmpty();
        assertThat(Decimals.in(List.of("1.5", "1,5"))).isEmpty();
    }
}
