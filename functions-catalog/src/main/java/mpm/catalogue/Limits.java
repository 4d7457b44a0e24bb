package mpm.catalogue;

import java.time.Duration;

/**
 * How much a calculation may take.
 *
 * @param cellsIn cells in the arguments of one call
 * @param cellsOut cells in the answer of one call
 * @param call time for one call
 * @param batch time for all calls of a batch together
 */
public record Limits(int cellsIn, int cellsOut, Duration call, Duration batch) {

    public static final Limits STANDARD =
            new Limits(1_000_000, 100_000, Duration.ofSeconds(10), Duration.ofSeconds(30));
}
