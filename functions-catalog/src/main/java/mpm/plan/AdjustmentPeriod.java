package mpm.plan;

/**
 * A period for late bookings that no calendar shows: its values count with the last period of its year.
 *
 * @param code under which its values lie
 * @param year the fiscal year that it belongs to
 */
public record AdjustmentPeriod(String code, int year) {}
