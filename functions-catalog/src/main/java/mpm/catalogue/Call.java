package mpm.catalogue;

import java.util.List;
import mpm.cell.Range;

/**
 * A call as it arrives.
 *
 * @param function the function's name in any of its spellings and in any case
 * @param arguments by position; a blank cell is an argument left out, and so is a missing one at the end
 */
public record Call(String function, List<? extends Range> arguments) {}
