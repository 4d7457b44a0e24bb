package mpm.plan;

/** Someone who can own a commitment. */
public record Person(String id, String name, String email) {}
