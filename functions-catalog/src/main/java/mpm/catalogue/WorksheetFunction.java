package mpm.catalogue;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On a record: it is one worksheet function, its components are the arguments. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface WorksheetFunction {

    /** The name after {@code MPM.}; customers' workbooks hold it, so it never changes. */
    String name();

    /** The planner's question that the function answers. */
    String question();

    Stage stage();

    /** What the answer does not tell. */
    String caution();

    /** How the answer is computed, in a sentence or two, where the question and the arguments do not say it. */
    String method() default "";

    /** Where the method is published: author, title, year. */
    String source() default "";

    /** Functions, by name, that answer the neighbouring questions. */
    String[] related() default {};

    /**
     * The records of the rows where the answer is a table for some arguments only, or one of several tables; otherwise the
     * answer's type says it.
     */
    Class<? extends Record>[] table() default {};
}
