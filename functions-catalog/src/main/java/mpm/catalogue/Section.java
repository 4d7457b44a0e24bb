package mpm.catalogue;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On the sealed interface of a section: its name, and how its functions read their arguments. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Section {

    /** The success factor, or “Data link”. */
    String value();

    /** What its functions do for a planner, in a sentence. */
    String purpose();

    WholeNumbers wholeNumbers();

    CheckOrder checkOrder();

    /** What a series, and a number column of a table, refuses with #VALUE!; anything else that is no number is a gap. */
    Content[] refuses();

    /** How a whole number is read from a number that has decimals. */
    enum WholeNumbers {
        /** Cut toward zero, as Excel's own functions do. */
        CUT,
        /** Refused with #NUM!. */
        EXACT
    }

    /** Which of several faults in the arguments the answer names. */
    enum CheckOrder {
        /** The fault furthest to the left. */
        LEFT_TO_RIGHT,
        /** An error that arrived, then #VALUE!, then #N/A, then #NUM!; among equals the one furthest to the left. */
        BY_KIND
    }
}
