package mpm.workbook.content;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A data validation: what may be put into cells.
 *
 * @param areas written as {@code B2:B9}
 * @param kind list, checkbox, whole, decimal, date, time, textLength or custom
 * @param operator how the value compares with first and second, such as between
 * @param first a value, or a formula with its equals sign; of a list, its words with commas or where they stand
 * @param strictness stop, warning or information
 * @param title of the message that a wrong value brings
 */
public record Check(
        List<String> areas,
        String kind,
        @Nullable String operator,
        @Nullable String first,
        @Nullable String second,
        boolean blank,
        String strictness,
        @Nullable String title,
        @Nullable String message) {

    static Check checkbox(List<String> areas) {
        return new Check(areas, "checkbox", null, "TRUE", "FALSE", true, "stop", null, null);
    }
}
