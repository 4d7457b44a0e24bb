package mpm.catalogue;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On the {@code Map<String, Cell>} of a row's record that takes every column of no other component, by its caption. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Others {

    /** What these columns are, such as {@code person}. */
    String value();

    /** What their cells hold, in a sentence. */
    String meaning();

    /** Whether a table without any such column is refused with #VALUE!. */
    boolean required() default false;
}
