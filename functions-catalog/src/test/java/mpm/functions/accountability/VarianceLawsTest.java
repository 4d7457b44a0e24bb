package mpm.functions.accountability;

import static org.assertj.core.api.Assertions.assertThat;

import mpm.functions.accountability.Variance.Basis;
import mpm.link.Direction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class VarianceLawsTest {

    @Property
    boolean whatIsGoodOneWayIsAsBadTheOther(@ForAll int actual, @ForAll int plan) {
        return value(actual, plan, Direction.HIGHER) == -value(actual, plan, Direction.LOWER);
    }

    @Property
    boolean swappingActualAndPlanFlipsTheSign(@ForAll int actual, @ForAll int plan) {
        return value(actual, plan, Direction.HIGHER) == -value(plan, actual, Direction.HIGHER);
    }

    @Property
    void atATargetNothingIsEverFavourable(@ForAll int actual, @ForAll int plan) {
        assertThat(value(actual, plan, Direction.TARGET))
                .isLessThanOrEqualTo(0)
                .isEqualTo(-Math.abs(value(actual, plan, Direction.HIGHER)));
    }

    @Property
    boolean rawIgnoresTheDirection(@ForAll int actual, @ForAll int plan, @ForAll Direction direction) {
        return new Variance(actual, plan, direction, Basis.RAW).value() == (double) actual - plan;
    }

    private static double value(int actual, int plan, Direction direction) {
        return new Variance(actual, plan, direction, Basis.GOOD).value();
    }
}
