/** The catalogue written out for its readers: {@link mpm.published.FunctionGuide} is the guide in docs/functions.md. */
@NullMarked
package mpm.published;

import org.jspecify.annotations.NullMarked;
