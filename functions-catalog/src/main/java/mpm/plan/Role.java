package mpm.plan;

/** What someone is to a unit and all its parts; every role may read. */
public enum Role {
    VIEWER,
    /** Enters plans and forecasts. */
    PLANNER,
    /** Accepts and discloses commitments. */
    OWNER,
    APPROVER,
    /** Brings in what happened, locks and reopens. */
    CONTROLLER,
    ADMIN,
    /** Reads restricted metrics as well. */
    AUDITOR,
    /** Reads granted metrics only, and does not learn what else there is. */
    PARTNER;

    /** Whether it enters figures into scenarios of a kind. */
    public boolean mayEnter(Scenario.Kind kind) {
        return switch (kind) {
            case TARGET, PLAN, FORECAST, WHATIF -> this == PLANNER;
            case COMMITTED, ACTUAL -> this == CONTROLLER;
        };
    }
}
