package mpm.plan;

import mpm.link.Need;

/**
 * The row version at which the calling workbook last read a figure; it is not found where the call does not come from a workbook, or
 * where the workbook has not read it.
 */
public record LastRead(Address address) implements Need<Long> {}
