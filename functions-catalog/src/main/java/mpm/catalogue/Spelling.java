package mpm.catalogue;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The spellings of a function's name. A person types {@code MPM.CASCADE.TREE}; Excel stores
 * {@code _xldudf_MPM_CASCADE_TREE} in the workbook.
 */
public final class Spelling {

    public static final String NAMESPACE = "MPM";

    private static final String TYPED = NAMESPACE + ".";
    private static final String STORED = "_xldudf_" + NAMESPACE + "_";
    private static final String STORED_IN_UPPER_CASE = STORED.toUpperCase(Locale.ROOT);

    /** Text and quoted sheet names are left as they are; a typed name is one that a bracket follows. */
    private static final Pattern NAME_IN_FORMULA = Pattern.compile(
            "\"(?:[^\"]|\"\")*\"|'(?:[^']|'')*'|(?i:(?<![\\w.])MPM\\.([A-Z][A-Z0-9]*(?:\\.[A-Z0-9]+)?))(?=\\s*\\()");

    private static final Pattern STORED_NAME_IN_FORMULA = Pattern.compile(
            "\"(?:[^\"]|\"\")*\"|'(?:[^']|'')*'|(?i:(?<![\\w.])" + STORED + "([A-Z][A-Z0-9_]*))(?=\\s*\\()");

    private Spelling() {}

    /** As a person types it. */
    public static String typed(String name) {
        return TYPED + name;
    }

    /** As Excel stores it. */
    public static String stored(String name) {
        return STORED + name.replace('.', '_');
    }

    /** Whether a name, in upper case, is one of MPM's as Excel stores it. */
    public static boolean isStored(String name) {
        return name.startsWith(STORED_IN_UPPER_CASE);
    }

    /** A formula with every typed name of MPM as Excel stores it. */
    public static String storedFormula(String formula) {
        // Most formulas of a workbook come as they are stored, and there are a hundred thousand of them.
        return formula.toUpperCase(Locale.ROOT).contains(TYPED)
                ? NAME_IN_FORMULA.matcher(formula).replaceAll(Spelling::storedMatch)
                : formula;
    }

    /** A formula with every stored name of MPM as a person types it. */
    public static String typedFormula(String formula) {
        return STORED_NAME_IN_FORMULA.matcher(formula).replaceAll(Spelling::typedMatch);
    }

    private static String typedMatch(MatchResult match) {
        String name = match.group(1);
        return Matcher.quoteReplacement(
                name == null
                        ? match.group()
                        : typed(name.toUpperCase(Locale.ROOT).replace('_', '.')));
    }

    private static String storedMatch(MatchResult match) {
        String name = match.group(1);
        return Matcher.quoteReplacement(name == null ? match.group() : stored(name.toUpperCase(Locale.ROOT)));
    }
}
