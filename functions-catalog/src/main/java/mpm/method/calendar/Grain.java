package mpm.method.calendar;

/** How finely a fiscal year is looked at, the coarsest first. */
public enum Grain {
    YEAR,
    QUARTER,
    PERIOD,
    WEEK
}
