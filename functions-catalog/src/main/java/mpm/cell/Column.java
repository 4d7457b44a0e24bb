package mpm.cell;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A column of a table, going in or coming out: the component of a row's record. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Column {

    /** The value of {@link #otherwise} of a column that has no default. */
    String NONE = "\0";

    /** The caption. A caption going in is matched without regard to case, spaces, hyphens and underscores. */
    String value();

    /** What the column holds, in a sentence for a marketer. */
    String meaning();

    /** Going in: other captions that serve where this one is absent. */
    String[] alias() default {};

    /** Going in: whether the table may lack the column; its cells then count as blank. */
    boolean optional() default false;

    /** Going in: what a blank cell counts as, written as in a formula. */
    String otherwise() default NONE;
}
