package mpm.plan;

import mpm.link.Need;

/**
 * The row version at which the calling workbook last read a figure or a note; it is not found where the call does not come from a
 * workbook, or where the workbook has not read it.
 *
 * @param kind a figure and its note have one address
 */
public record LastRead(Entry.Kind kind, Address address) implements Need<Long> {}
