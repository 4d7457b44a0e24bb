package mpm.plan;

import java.math.BigDecimal;

/**
 * How many units of one currency one unit of another is worth in a period.
 *
 * @param period the address of a leaf period
 * @param rate more than 0
 */
public record Rate(String from, String to, String period, Type type, BigDecimal rate) {

    /** For what a rate is meant. */
    public enum Type {
        /** Flows, such as spend. */
        AVERAGE,
        /** Balances, such as the pipeline. */
        CLOSING,
        /** Plans, and comparisons at constant currency. */
        BUDGET,
        /** The rate stored for the period. */
        SPOT
    }
}
