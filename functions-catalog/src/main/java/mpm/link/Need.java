package mpm.link;

/**
 * The address of something stored that a calculation reads.
 *
 * @param <T> what is found there
 */
public interface Need<T> {}
