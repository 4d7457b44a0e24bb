package mpm.plan;

import mpm.link.Need;

/**
 * The note at an address.
 *
 * @param address its unit may have parts, and its period may be longer than a leaf
 */
public record StoredNote(Address address) implements Need<Note> {}
