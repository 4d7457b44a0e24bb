package mpm.service.imports.control;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How dates are written, by the order of day, month and year. Dates that begin with the year are read in any case. */
public enum Dates {
    /** 31.12.2026 */
    DMY,
    /** 12/31/2026 */
    MDY,
    /** 2026-12-31 or 20261231 */
    YMD;

    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})([-/.]?)(\\d{2})\\2(\\d{2})");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})");
    private static final Pattern TIME = Pattern.compile("[T ]\\d{1,2}:.*");
    private static final int CENTURY = 2000;

    /** The day that a text writes; nothing where it writes none. */
    Optional<LocalDate> read(String text) {
        String day = TIME.matcher(text).replaceFirst("");
        Matcher first = YEAR_FIRST.matcher(day);
        Matcher last = YEAR_LAST.matcher(day);
        if (first.matches()) {
            return day(first.group(1), first.group(3), first.group(4));
        } else if (last.matches() && this != YMD) {
            return this == DMY
                    ? day(last.group(4), last.group(3), last.group(1))
                    : day(last.group(4), last.group(1), last.group(3));
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        int named = Integer.parseInt(year);
        try {
            return Optional.of(LocalDate.of(
                    year.length() == 2 ? CENTURY + named : named, Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** How dates are written that can be read in one way only; nothing where they can be read in several. */
    static Optional<Dates> in(Collection<String> texts) {
        Set<Dates> possible = EnumSet.allOf(Dates.class);
        for (String text : texts) {
            Set<Dates> able = EnumSet.allOf(Dates.class);
            able.removeIf(form -> form.read(text).isEmpty());
            if (!able.isEmpty()) {
                possible.retainAll(able);
            }
        }
        // Points between the parts are written where the day comes first.
        if (possible.contains(DMY) && texts.stream().anyMatch(text -> text.matches("\\d{1,2}\\.\\d{1,2}\\..*"))) {
            return Optional.of(DMY);
        } else if (possible.size() == Dates.values().length) {
            return Optional.of(YMD);
        }
        return possible.size() == 1 ? Optional.of(possible.iterator().next()) : Optional.empty();
    }
}
