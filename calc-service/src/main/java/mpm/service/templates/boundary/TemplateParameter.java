package mpm.service.templates.boundary;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mpm.service.problems.boundary.Problem;
import mpm.service.problems.boundary.ProblemException;
import mpm.workbook.template.Parameters;
import mpm.workbook.template.ParametersException;

/** What can be said in an address of the workbook that is made. */
enum TemplateParameter {
    FISCAL_YEAR_START("The first day of the fiscal year that is planned, such as 2026-07-01."),
    ORGANISATION("The name on the sheets."),
    CURRENCY("The currency of the amounts, as the three letters of ISO 4217.");

    private final String meaning;

    TemplateParameter(String meaning) {
        this.meaning = meaning;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String meaning() {
        return meaning;
    }

    /** What counts where it is not given. */
    String otherwise() {
        Parameters sample = Parameters.sample();
        return switch (this) {
            case FISCAL_YEAR_START -> sample.fiscalYearStart().toString();
            case ORGANISATION -> sample.organisation();
            case CURRENCY -> sample.currency().getCurrencyCode();
        };
    }

    /**
     * Reads an address's query.
     *
     * @throws ProblemException 400 naming the parameter that cannot be read
     */
    static Parameters read(Map<String, List<String>> query) {
        List<String> known =
                Arrays.stream(values()).map(TemplateParameter::word).toList();
        query.keySet().stream()
                .filter(word -> !known.contains(word))
                .findFirst()
                .ifPresent(unknown -> {
                    throw refused("“%s” is not known here; known are %s."
                            .formatted(shortened(unknown), String.join(", ", known)));
                });
        try {
            return new Parameters(
                    day(FISCAL_YEAR_START.given(query)), ORGANISATION.given(query), currency(CURRENCY.given(query)));
        } catch (ParametersException e) {
            throw refused(String.valueOf(e.getMessage()));
        }
    }

    /** A field of a form that is left empty counts as not given. */
    private String given(Map<String, List<String>> query) {
        return query.getOrDefault(word(), List.of()).stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElseGet(this::otherwise);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw refused(
                    "%s is “%s”: give a day such as 2026-07-01.".formatted(FISCAL_YEAR_START.word(), shortened(text)));
        }
    }

    private static Currency currency(String text) {
        try {
            return Currency.getInstance(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw refused("%s is “%s”: give the three letters of a currency, such as EUR."
                    .formatted(CURRENCY.word(), shortened(text)));
        }
    }

    private static ProblemException refused(String sentence) {
        return new ProblemException(Problem.of(400, sentence));
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 39) + "…";
    }
}
