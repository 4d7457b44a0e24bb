/**
 * The packaged service, as an operator starts it, asked over plain HTTP. {@link mpm.service.packaged.RunningService}
 * gives one process to all classes; those that end a process start their own.
 */
@NullMarked
package mpm.service.packaged;

import org.jspecify.annotations.NullMarked;
