package mpm.method.optimisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import mpm.method.optimisation.BoundedMinimum.Local;
import mpm.method.optimisation.BoundedMinimum.Point;
import org.junit.jupiter.api.Test;

/** Rosenbrock's curved valley, its floor inside the bounds and beyond them. */
class BoundedMinimumTest {

    private static final double[] START = {-1.2, 1};

    @Test
    void theFloorOfTheValleyIsFound() {
        Point floor = BoundedMinimum.of(BoundedMinimumTest::valley, START, -5, 5);
        assertThat(floor.at()).containsExactly(new double[] {1, 1}, within(1e-7));
        assertThat(floor.isConverged(1e-4, -5, 5)).isTrue();
    }

    @Test
    void whereTheFloorLiesBeyondABoundTheSearchStopsThere() {
        Point edge = BoundedMinimum.of(BoundedMinimumTest::valley, START, -5, .5);
        assertThat(edge.at()).containsExactly(new double[] {.5, .25}, within(1e-7));
        assertThat(edge.isConverged(1e-4, -5, .5)).isFalse();
    }

    private static Local valley(double[] at) {
        double across = at[1] - at[0] * at[0];
        double along = 1 - at[0];
        return new Local(
                100 * across * across + along * along, new double[] {-400 * at[0] * across - 2 * along, 200 * across});
    }
}
