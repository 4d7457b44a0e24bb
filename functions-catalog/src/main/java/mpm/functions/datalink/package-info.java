/** Reading and entering the plan data that the service keeps: {@link mpm.functions.datalink.DataLink} is the register. */
@NullMarked
package mpm.functions.datalink;

import org.jspecify.annotations.NullMarked;
