package mpm.service.pages.control;

import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import mpm.workbook.gallery.Templates;
import mpm.workbook.template.Parameters;
import mpm.workbook.template.Template;

/** The gallery of templates. */
public record TemplatesPage(List<Template> templates, Parameters offered) {

    /** The currencies that are offered first; the address takes every ISO 4217 code. */
    private static final List<String> CURRENCIES = List.of(
            "EUR", "USD", "GBP", "CHF", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "CAD", "AUD", "NZD", "JPY", "CNY",
            "INR", "SGD", "HKD", "KRW", "BRL", "MXN", "ZAR", "AED", "TRY");

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.US);

    /** Years that are offered before the sample's, and after this one. */
    private static final int YEARS_BEFORE = 1;

    private static final int YEARS_AFTER = 2;

    public static TemplatesPage sample() {
        return new TemplatesPage(Templates.ALL, Parameters.sample());
    }

    /** The days on which a fiscal year may start: a workbook is made for whole months. */
    public List<YearMonth> starts() {
        int sample = offered.fiscalYearStart().getYear();
        int last = Math.max(sample, Year.now(ZoneOffset.UTC).getValue()) + YEARS_AFTER;
        return Stream.iterate(YearMonth.of(sample - YEARS_BEFORE, 1), month -> month.plusMonths(1))
                .takeWhile(month -> month.getYear() <= last)
                .toList();
    }

    /** A month as a person writes it: July 2026. */
    public static String named(YearMonth month) {
        return MONTH.format(month);
    }

    public List<String> currencies() {
        return CURRENCIES;
    }
}
