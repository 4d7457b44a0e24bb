package mpm.service.imports.control;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import mpm.cell.Labels;

/** What a column of a file holds. */
public enum Field {
    DOCUMENT(false, 100, "DOC(UMENT)?(NO|NUMBER|ID)?|VOUCHER(NO)?|INVOICE(NO)?|PO(NO|NUMBER)?|BELEG(NR|NUMMER)?"),
    /** A date, or the address of a period. */
    DATE(true, 32, "DATE|(POSTING|BOOKING|DOCUMENT|INVOICE)DATE|BOOKEDON|PERIOD|DATUM|(BUCHUNGS|BELEG)DATUM|PERIODE"),
    /** What it was booked to; in a file of figures the metric. */
    ACCOUNT(true, 100, "(GL)?ACCOUNT(NO|NUMBER)?|METRIC|KPI|(SACH)?KONTO(NR)?|KENNZAHL"),
    VENDOR(false, 200, "VENDOR(NAME)?|SUPPLIER|PAYEE|PARTNER|LIEFERANT|KREDITOR"),
    CAMPAIGN(false, 200, "CAMPAIGN(TAG)?|TAG|PROJECT|KAMPAGNE|PROJEKT"),
    /** For whom it was booked; in a file of figures the unit. */
    COST_CENTRE(false, 100, "COSTCENT(RE|ER)|CC|UNIT|ORG(UNIT)?|DEPARTMENT|KOSTENSTELLE|ABTEILUNG"),
    AMOUNT(true, 64, "AMOUNT|VALUE|SUM|BETRAG|WERT|SUMME"),
    CURRENCY(false, 3, "CURRENCY(CODE)?|CURR|CCY|W(Ä|AE)HRUNG");

    private final boolean isRequired;
    private final int longest;

    @SuppressWarnings("ImmutableEnumChecker") // A pattern does not change.
    private final Pattern caption;

    Field(boolean isRequired, int longest, String caption) {
        this.isRequired = isRequired;
        this.longest = longest;
        this.caption = Pattern.compile(caption);
    }

    boolean isRequired() {
        return isRequired;
    }

    /** How many characters it may have. */
    int longest() {
        return longest;
    }

    /** As a sentence says it. */
    String shown() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The column that is called as this field often is. */
    Optional<String> among(List<String> captions) {
        return captions.stream()
                .filter(each -> caption.matcher(Labels.captionKey(each).replaceAll("[.:#]", ""))
                        .matches())
                .findFirst();
    }
}
