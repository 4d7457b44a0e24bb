package mpm.workbook.template;

import java.time.LocalDate;
import java.util.Currency;

/**
 * For whom and when a workbook is made.
 *
 * @param fiscalYearStart the first day of the fiscal year that is planned, which is the first of a month
 * @param organisation the name on the sheets
 * @param currency the currency of its amounts
 */
public record Parameters(LocalDate fiscalYearStart, String organisation, Currency currency) {

    private static final int LONGEST_NAME = 100;

    /** With the year before and the year after, still within the dates that Excel knows. */
    private static final int FIRST_YEAR = 1901;

    private static final int LAST_YEAR = 9998;

    /**
     * @throws ParametersException where no workbook can be made for them
     */
    public Parameters {
        if (fiscalYearStart.getDayOfMonth() != 1) {
            throw new ParametersException("A fiscal year starts on the first day of a month, not on %s: choose %s."
                    .formatted(fiscalYearStart, fiscalYearStart.withDayOfMonth(1)));
        }
        if (fiscalYearStart.getYear() < FIRST_YEAR || fiscalYearStart.getYear() > LAST_YEAR) {
            throw new ParametersException("A fiscal year starts between %d and %d, not in %d: choose another."
                    .formatted(FIRST_YEAR, LAST_YEAR, fiscalYearStart.getYear()));
        }
        if (organisation.codePoints().allMatch(Parameters::isSpace)) {
            throw new ParametersException("The organisation has no name: give the one that the sheets shall show.");
        }
        if (organisation.length() > LONGEST_NAME) {
            throw new ParametersException("The organisation's name has %d characters, and %d are the most: shorten it."
                    .formatted(organisation.length(), LONGEST_NAME));
        }
        if (!organisation.codePoints().allMatch(Parameters::isWritten)) {
            throw new ParametersException(
                    "The organisation's name holds a character that is not written, such as a line break: take it out.");
        }
    }

    /** Those of the sample company. */
    public static Parameters sample() {
        return new Parameters(LocalDate.of(2026, 7, 1), "Tarnfell Instruments", Currency.getInstance("EUR"));
    }

    private static boolean isSpace(int character) {
        return Character.isWhitespace(character) || Character.isSpaceChar(character);
    }

    private static boolean isWritten(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
