package mpm.plan;

import java.util.Optional;
import mpm.cell.Moment;

/**
 * How far the figures of a scenario, a unit with all its parts, and a period are closed.
 *
 * @param scenario the scenario's code
 * @param unit the unit's code
 * @param period the address of a leaf period
 * @param category the category of metrics that it is limited to; nothing where it holds for all
 * @param by who set it
 * @param reason may be empty
 */
public record PeriodLock(
        String scenario,
        String unit,
        String period,
        Optional<String> category,
        State state,
        String by,
        Moment at,
        String reason) {

    /** From open to closed. */
    public enum State {
        OPEN,
        SUBMITTED,
        APPROVED,
        LOCKED
    }
}
