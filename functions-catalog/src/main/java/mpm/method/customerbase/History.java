package mpm.method.customerbase;

/**
 * What is known of a customer's purchases, in any one unit of time.
 *
 * @param repeats how many purchases followed the first
 * @param recency how long after the first the last one was; 0 without a repeat
 * @param age how long ago the first one was
 */
public record History(double repeats, double recency, double age) {}
