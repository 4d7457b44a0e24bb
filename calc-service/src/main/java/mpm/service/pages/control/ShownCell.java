package mpm.service.pages.control;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import mpm.cell.Cell;

/**
 * A cell as a person reads it.
 *
 * @param look the class that styles it: {@code number}, {@code error}, or nothing
 */
public record ShownCell(String text, String look) {

    /** How the numbers of a column are read. */
    enum Reading {
        NUMBER,
        /** A fraction: 0.125 is 12.5 %. */
        PERCENT,
        /** A serial number: 46367 is 11 Dec 2026. */
        DATE
    }

    static final String NUMBER = "number";

    /** Below this, decimals would show noughts only. */
    private static final double SMALL = 1e-4;

    private static final LocalDateTime EPOCH = LocalDateTime.of(1899, 12, 30, 0, 0);
    private static final int MINUTES_A_DAY = 1440;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.US);
    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.US);

    static ShownCell of(Cell cell, Reading reading) {
        if (cell instanceof Cell.Numeric number) {
            return new ShownCell(text(number.value(), reading), NUMBER);
        } else if (cell instanceof Cell.Failure failure) {
            return new ShownCell(failure.error().text(), "error");
        }
        return new ShownCell(cell.shown(), "");
    }

    private static String text(double value, Reading reading) {
        double size = Math.abs(value);
        return switch (reading) {
            case DATE -> date(value);
            case PERCENT -> formatted("#,##0.#", value * 100) + " %";
            case NUMBER ->
                size > 0 && size < SMALL
                        ? formatted("0.##E0", value)
                        : formatted(size < 1 ? "0.######" : "#,##0.####", value);
        };
    }

    private static String date(double serial) {
        LocalDateTime moment = EPOCH.plusMinutes(Math.round(serial * MINUTES_A_DAY));
        return (serial == Math.floor(serial) ? DAY : DAY_AND_TIME).format(moment);
    }

    /** A large number in little room: 12M for twelve millions. */
    static String compact(double value) {
        NumberFormat format = NumberFormat.getCompactNumberInstance(Locale.US, NumberFormat.Style.SHORT);
        format.setMaximumFractionDigits(1);
        return format.format(value);
    }

    private static String formatted(String pattern, double value) {
        DecimalFormat format = new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setRoundingMode(RoundingMode.HALF_UP);
        // The decimal that one reads, as the browser rounds it: of the double itself, 1.82625 lies below the half.
        String text = format.format(BigDecimal.valueOf(value));
        return text.equals("-0") ? "0" : text;
    }
}
