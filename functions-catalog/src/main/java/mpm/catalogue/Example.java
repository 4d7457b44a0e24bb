package mpm.catalogue;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A formula and what its cells show: printed in the guide, offered in the task pane, executed by the tests. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(Example.List.class)
public @interface Example {

    /** As typed, with constants only: {@code =MPM.CASCADE(100, {1;1;1})}. */
    String formula();

    /** A value, an error's name, or a range written as Excel writes a constant: {@code {33.34;33.33;33.33}}. */
    String shows();

    /** Why it is so, where the formula does not say it. */
    String because() default "";

    /** Holds the examples of one function. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @interface List {
        Example[] value();
    }
}
