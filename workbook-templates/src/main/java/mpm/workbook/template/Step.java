package mpm.workbook.template;

/**
 * A line of the sheet Start.
 *
 * @param name a verb: {@code Measure}
 * @param sheet where it is done
 * @param does what the planner does there, in one short sentence
 */
public record Step(String name, String sheet, String does) {}
