package mpm.service.checklists.boundary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import mpm.functions.automation.AnnualChecklist;
import mpm.service.checklists.control.Checklists.Stored;
import mpm.service.problems.boundary.Problem;
import mpm.service.problems.boundary.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * A checklist instance as it travels; dates as {@code 2026-07-01}.
 *
 * @param done the day on which each done item was done, by the item's id; an item that is not there is open
 * @param version the version that was read, when the instance is to be replaced
 */
record ChecklistDocument(
        @Nullable String code,
        @Nullable String fiscalYearStart,
        @Nullable String organisation,
        // A day that is null is refused below, in the words for a date.
        @JsonSetter(contentNulls = Nulls.SET) @Nullable Map<String, @Nullable String> done,
        @Nullable Long version) {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,31}");
    private static final int LONGEST_ORGANISATION = 200;
    /** What Excel can hold as a date, and a workbook's function can therefore answer with. */
    private static final LocalDate FIRST = LocalDate.of(1900, 3, 1);

    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);
    private static final Map<String, AnnualChecklist.Item> ITEMS = AnnualChecklist.ITEMS.stream()
            .collect(Collectors.toUnmodifiableMap(AnnualChecklist.Item::id, item -> item));

    @JsonCreator
    ChecklistDocument {}

    static ChecklistDocument of(Stored stored) {
        Map<String, @Nullable String> done = new TreeMap<>();
        stored.done().forEach((item, day) -> done.put(item, day.toString()));
        return new ChecklistDocument(
                stored.code(), stored.fiscalYearStart().toString(), stored.organisation(), done, stored.version());
    }

    /** Refuses a code that a workbook could not ask for. */
    static String requireCode(String code) {
        if (!CODE.matcher(code).matches()) {
            throw refused("The code of a checklist is 1 to 32 letters, digits, dots, hyphens or underscores, "
                    + "beginning with a letter or digit: FY27.");
        } else if (code.equalsIgnoreCase("ANNUAL")) {
            throw refused("ANNUAL is the general list itself: give the instance a code of its own, such as FY27.");
        }
        return code;
    }

    void requireSameCode(String asked) {
        if (code != null && !code.equalsIgnoreCase(asked)) {
            throw refused("The document is of checklist %s and the address of %s: make them one."
                    .formatted(shortened(code), asked));
        }
    }

    LocalDate requireFiscalYearStart() {
        return day("fiscalYearStart", fiscalYearStart);
    }

    String requireOrganisation() {
        String name = organisation == null ? "" : organisation.strip();
        if (name.isEmpty()
                || name.length() > LONGEST_ORGANISATION
                || name.chars().anyMatch(Character::isISOControl)) {
            throw refused("organisation is the organisation's name, 1 to %d characters in one line."
                    .formatted(LONGEST_ORGANISATION));
        }
        return name;
    }

    Map<String, LocalDate> requireDone() {
        Map<String, LocalDate> days = new TreeMap<>();
        List<String> unknown = new ArrayList<>();
        Map<String, @Nullable String> given = done == null ? Map.of() : done;
        given.forEach((item, day) -> {
            if (ITEMS.containsKey(item)) {
                days.put(item, day("done." + item, day));
            } else {
                unknown.add(shortened(item));
            }
        });
        if (!unknown.isEmpty()) {
            throw refused("done names %s, which the annual checklist does not have: its items are %s to %s."
                    .formatted(
                            unknown.stream().sorted().limit(10).collect(Collectors.joining(", ")),
                            AnnualChecklist.ITEMS.get(0).id(),
                            AnnualChecklist.ITEMS
                                    .get(AnnualChecklist.ITEMS.size() - 1)
                                    .id()));
        }
        return days;
    }

    private static LocalDate day(String place, @Nullable String text) {
        try {
            if (text != null) {
                LocalDate day = LocalDate.parse(text);
                if (!day.isBefore(FIRST) && !day.isAfter(LAST)) {
                    return day;
                }
            }
        } catch (DateTimeException e) {
            // Said below, as for a date that no workbook can hold.
        }
        throw refused("%s is a date written as 2026-07-01, from %s to %s.".formatted(place, FIRST, LAST));
    }

    private static String shortened(String text) {
        return text.length() <= 32 ? text : text.substring(0, 32) + "…";
    }

    private static ProblemException refused(String sentence) {
        return new ProblemException(Problem.of(422, sentence));
    }
}
