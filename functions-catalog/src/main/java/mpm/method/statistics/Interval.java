package mpm.method.statistics;

/** Where a figure probably lies. */
public record Interval(double low, double high) {}
