package mpm.workbook.design;

import java.util.regex.Pattern;
import mpm.catalogue.Spelling;

/**
 * A formula as a person types it, such as {@code =MPM.VARIANCE([@Actual],[@Plan])}. It is a type of its own, so that a name
 * which begins with an equals sign stays a name.
 */
public record Formula(String typed) {

    private static final Pattern THIS_ROW = Pattern.compile("\\[@(?:\\[([^\\[\\]]+)\\]|([^\\[\\]]+))\\]");

    public Formula {
        if (!typed.startsWith("=")) {
            throw new IllegalArgumentException("“%s” is no formula: it begins with an equals sign.".formatted(typed));
        }
    }

    public static Formula formula(String typed) {
        return new Formula(typed);
    }

    /** As Excel stores it: functions of an add-in in another spelling, columns of the same row with the table's name. */
    String stored(String table) {
        return Spelling.storedFormula(THIS_ROW.matcher(typed.substring(1))
                .replaceAll(column -> "%s[[#This Row],[%s%s]]"
                        .formatted(
                                table,
                                column.group(1) == null ? "" : column.group(1),
                                column.group(2) == null ? "" : column.group(2))));
    }

    /** What an add-in computes is stored as a dynamic array even where it is one cell; otherwise Excel would write =@MPM.… */
    boolean isDynamic() {
        return !Spelling.storedFormula(typed).equals(typed);
    }
}
