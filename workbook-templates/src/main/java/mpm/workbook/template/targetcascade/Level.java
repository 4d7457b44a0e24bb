package mpm.workbook.template.targetcascade;

/** A level beneath the enterprise, a sheet each. */
enum Level {
    BUSINESS_UNITS("BU", "BusinessUnits", 2, "The business units share the goal of the enterprise."),
    DEPARTMENTS("Department", "Departments", 3, "The departments share the target of their business unit."),
    SUB_FUNCTIONS(
            "Sub-function", "SubFunctions", 4, "The sub-functions share the target of their department, and plan.");

    private final String sheet;
    private final String table;
    private final int depth;
    private final String purpose;

    Level(String sheet, String table, int depth, String purpose) {
        this.sheet = sheet;
        this.table = table;
        this.depth = depth;
        this.purpose = purpose;
    }

    String sheet() {
        return sheet;
    }

    String table() {
        return table;
    }

    /** In the tree of the organisation; the enterprise is 1. */
    int depth() {
        return depth;
    }

    String purpose() {
        return purpose;
    }

    /** The target of a unit's parent. */
    String parentsTarget() {
        return switch (this) {
            case BUSINESS_UNITS -> "p_Target";
            case DEPARTMENTS -> "SUMIFS(BusinessUnits[Target],BusinessUnits[Unit],[@Parent])";
            case SUB_FUNCTIONS -> "SUMIFS(Departments[Target],Departments[Unit],[@Parent])";
        };
    }

    /** What the units directly beneath a unit come to, in one of their columns. */
    String ofChildren(String column) {
        return switch (this) {
            case BUSINESS_UNITS -> "SUMIFS(Departments[%s],Departments[Parent],[@Unit])".formatted(column);
            case DEPARTMENTS -> "SUMIFS(SubFunctions[%s],SubFunctions[Parent],[@Unit])".formatted(column);
            case SUB_FUNCTIONS -> "[@%s]".formatted(column);
        };
    }
}
