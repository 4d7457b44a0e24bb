/** Taking the enterprise's goals down to every unit, and plans back up: {@link mpm.functions.alignment.Alignment} is the register. */
@NullMarked
package mpm.functions.alignment;

import org.jspecify.annotations.NullMarked;
