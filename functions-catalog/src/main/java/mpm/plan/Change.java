package mpm.plan;

/**
 * An entry of the audit trail that tells of a figure or a note.
 *
 * @param comment what was said with it; may be empty
 * @param submission the id of the submission that it came with; may be empty
 * @param hashBefore the hash stored with the entry before it, {@link AuditEntry#FIRST_HASH} for the first; empty where that entry is
 *     missing
 */
public record Change(AuditEntry entry, Address address, String comment, String submission, String hashBefore) {

    /** Whether the entry is what was written, and follows what was written before it. */
    public boolean isIntact() {
        return entry.isIntactAfter(hashBefore);
    }
}
