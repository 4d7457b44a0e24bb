package mpm.cell;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On the record of a table's rows: the columns coming out that are known only at run time, for the guide. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface FurtherColumns {

    /** How the captions run, such as {@code Stage 1 … Stage S}. */
    String value();

    /** What they hold, in a sentence. */
    String meaning();
}
