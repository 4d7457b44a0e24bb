package mpm.plan;

import mpm.link.Need;

/**
 * The row version at which the calling workbook last read a figure or a note, 0 where nothing stood; it is not found where the
 * call does not come from a workbook, or where the workbook has not read it.
 *
 * @param kind a figure and its note have one address
 */
public record LastRead(Entry.Kind kind, Address address) implements Need<Long> {

    /**
     * Whether what was read is what stands there. Of what was removed one need only have read that nothing stands.
     *
     * @param rowVersion of what was stored there last; 0 where nothing ever was
     * @param stands whether anything stands there now
     */
    public static boolean isCurrent(long read, long rowVersion, boolean stands) {
        return read == rowVersion || (read == 0 && !stands);
    }
}
