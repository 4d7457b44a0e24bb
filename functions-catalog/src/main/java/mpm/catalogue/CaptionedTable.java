package mpm.catalogue;

/**
 * A type with a static {@code from(Grid)} that reads a table, its captions in the first row. Left out although it must be given,
 * it is refused as every table is; other ranges are then missing data.
 */
public interface CaptionedTable {}
