package mpm.catalogue;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What an argument means, in the words that Excel shows while it is typed, and how it is read. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Argument {

    /** The value of {@link #otherwise} of an argument without a default. */
    String NONE = "\0";

    String value();

    /** The argument's name where the component cannot have it: {@code value} is what a function answers. */
    String name() default "";

    /** What a blank or omitted argument counts as, written as in a formula. */
    String otherwise() default NONE;

    /** Whether a range may stand here: the function is then computed for each cell and answers a range of that shape. */
    boolean each() default false;

    /** On an {@code Optional}: the argument has its place in the signature, only its cell may be blank. */
    boolean mayBeBlank() default false;

    /** On an {@code Optional}: empty text is given, and only a blank cell is left out. */
    boolean keepsEmptyText() default false;

    /** On an {@code Optional} number of {@link #each}: a blank cell of a range is NaN, a gap, and not what is left out. */
    boolean keepsGaps() default false;

    /** On a {@code Grid}: an error among its cells is not the whole call's; the function says whose it is. */
    boolean keepsErrors() default false;

    /** What a series refuses beyond what its section refuses. */
    Content[] refuses() default {};

    /** What a series passes over as a gap although its section refuses it. */
    Content[] ignores() default {};
}
