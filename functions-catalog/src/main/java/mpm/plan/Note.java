package mpm.plan;

/**
 * The explanation attached to a figure.
 *
 * @param rowVersion grows with every change of the text
 */
public record Note(String text, long rowVersion) {}
