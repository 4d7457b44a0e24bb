package mpm.service.problems.boundary;

import java.util.List;

/**
 * A {@link Problem} in words, for a browser.
 *
 * @param ways where its reader may want to go on, the likeliest first
 */
public record ProblemPage(Problem problem, List<Way> ways) {

    /** An address of this service, and what to call it. */
    public record Way(String address, String name) {}

    static final List<Way> WAYS = List.of(
            new Way("/", "Start page"), new Way("/functions", "All functions"), new Way("/playground/", "Playground"));
}
