package mpm.method.random;

import mpm.method.statistics.Normal;

/**
 * A generator of random numbers; the same seed gives the same numbers everywhere. The JDK's SplittableRandom is the same
 * generator today, but does not promise to stay it.
 *
 * <p>Source: G. L. Steele, D. Lea and C. H. Flood, OOPSLA (2014).
 */
public final class SplitMix64 {

    private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;
    private static final double TO_UNIT = 0x1p-53;

    private long state;

    public SplitMix64(long seed) {
        this.state = seed;
    }

    long next() {
        state += GOLDEN_RATIO;
        long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** A number between 0 and 1, neither of them. */
    public double uniform() {
        return ((next() >>> 11) + .5) * TO_UNIT;
    }

    /** A whole number from 0 up to but without a bound. */
    public int below(int bound) {
        return (int) (uniform() * bound);
    }

    /** A number of the standard normal distribution. */
    public double normal() {
        return Normal.quantile(uniform());
    }
}
