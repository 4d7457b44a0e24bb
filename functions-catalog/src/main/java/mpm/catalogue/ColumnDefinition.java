package mpm.catalogue;

/**
 * A column of a table, as the guide names it.
 *
 * @param name its caption
 * @param meaning what it holds
 * @param optional going in: whether the table may lack it
 * @param isDate whether its cells are dates, which are numbers until someone shows them
 */
public record ColumnDefinition(String name, String meaning, boolean optional, boolean isDate) {}
