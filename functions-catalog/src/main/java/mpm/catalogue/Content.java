package mpm.catalogue;

/** What a cell may hold where a series expects a number: each is either a gap in it or refused with #VALUE!. */
public enum Content {
    BLANK,
    TEXT,
    LOGICAL
}
