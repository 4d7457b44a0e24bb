package mpm.plan;

import mpm.cell.Moment;

/**
 * An organisation as its user sees it.
 *
 * @param user who asks
 * @param asOf when the data were read
 */
public record PlanView(Organisation organisation, User user, Moment asOf) {}
