package mpm.link;

/**
 * The address of something stored that a calculation reads.
 *
 * @param <T> what is found there
 */
public sealed interface Need<T> permits StoredChecklist, MetricDirection, KnownMembers {}
