package mpm.workbook.template;

import java.time.LocalDate;
import java.util.Currency;

/**
 * For whom and when a workbook is made.
 *
 * @param fiscalYearStart the first day of the fiscal year that is planned
 * @param organisation the name on the sheets
 * @param currency the currency of its amounts
 */
public record Parameters(LocalDate fiscalYearStart, String organisation, Currency currency) {

    /** Those of the sample company. */
    public static Parameters sample() {
        return new Parameters(LocalDate.of(2026, 7, 1), "Tarnfell Instruments", Currency.getInstance("EUR"));
    }
}
