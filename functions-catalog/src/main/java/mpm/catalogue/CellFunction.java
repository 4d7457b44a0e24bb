package mpm.catalogue;

/**
 * One call of one worksheet function: its record components are the arguments.
 *
 * @param <T> {@code Double}, {@code String}, {@code Boolean}, {@link mpm.cell.Moment} or an {@link mpm.cell.Answer}
 */
public sealed interface CellFunction<T> permits Computed, Linked {}
