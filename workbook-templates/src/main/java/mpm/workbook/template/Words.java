package mpm.workbook.template;

import static mpm.workbook.design.Formula.formula;

import java.util.Arrays;
import java.util.List;

/**
 * The words that a drop-down list offers: a table on the sheet Lists, which grows as a planner types beneath it.
 *
 * @param name by which {@code Table.choice} and formulas know the list
 * @param header above the words
 */
public record Words(String name, String header, List<Object> words) {

    public static final Words CALENDARS = of("Calendars", "Calendar", "GREGORIAN", "445", "454", "544");
    public static final Words SCENARIOS =
            of("Scenarios", "Scenario", "TARGET", "PLAN", "FORECAST", "COMMITTED", "ACTUAL");
    public static final Words BUSINESS_UNITS = of("BusinessUnits", "Business unit", "Group", "EMEA", "AMER");
    public static final Words REGIONS = of("Regions", "Region", "EMEA", "AMER");
    public static final Words FUNCTIONS =
            of("Functions", "Function", "Demand", "Brand", "Partner", "Customer", "Analytics", "Operations");
    public static final Words FACTORS = of(
            "Factors",
            "Success factor",
            "Alignment",
            "Accountability",
            "Analytics",
            "Automation",
            "Alliances",
            "Assessment");
    public static final Words CATEGORIES = of("Categories", "Category", "Activity", "Output", "Operational", "Outcome");
    public static final Words TIMINGS = of("Timings", "Timing", "Leading", "Lagging");
    public static final Words UNITS = of("Units", "Unit", formula("=p_Currency"), "count", "%", "points", "days");
    public static final Words DIRECTIONS = of("Directions", "Direction", "HIGHER", "LOWER", "TARGET");
    public static final Words STAGES = of("Stages", "Stage", "Measure", "Plan", "Execute");
    public static final Words ANSWERS = of("Answers", "Answer", "Yes", "No");

    public static Words of(String name, String header, Object... words) {
        return new Words(name, header, Arrays.asList(words));
    }
}
