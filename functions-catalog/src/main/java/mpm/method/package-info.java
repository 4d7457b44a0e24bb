/** What the methods of several functions share; the mathematics itself lies in the packages beneath. */
@NullMarked
package mpm.method;

import org.jspecify.annotations.NullMarked;
