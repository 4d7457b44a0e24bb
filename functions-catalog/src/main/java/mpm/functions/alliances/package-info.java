/** Working with partners and other functions: {@link mpm.functions.alliances.Alliances} is the register. */
@NullMarked
package mpm.functions.alliances;

import org.jspecify.annotations.NullMarked;
