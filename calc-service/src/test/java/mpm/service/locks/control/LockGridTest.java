package mpm.service.locks.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import mpm.cell.Moment;
import mpm.plan.Grant;
import mpm.plan.Organisation;
import mpm.plan.PeriodAddress;
import mpm.plan.PeriodLock;
import mpm.plan.PeriodLock.State;
import mpm.plan.PlanView;
import mpm.plan.Role;
import mpm.plan.SamplePlan;
import mpm.plan.User;
import org.junit.jupiter.api.Test;

class LockGridTest {

    private static final Organisation SAMPLE = SamplePlan.whole().organisation();

    @Test
    void everyUnitStandsBelowTheOneItBelongsTo() {
        assertThat(grid("MKT").rows())
                .extracting(row -> row.depth() + " " + row.unit().code())
                .containsExactly(
                        "0 MKT",
                        "1 EMEA",
                        "2 DEMAND_EMEA",
                        "2 BRAND_EMEA",
                        "2 PARTNER_EMEA",
                        "1 AMER",
                        "2 DEMAND_AMER",
                        "2 BRAND_AMER");
    }

    @Test
    void aLockHoldsForAllPartsAndSaysWhereItIsSet() {
        LockGrid.Row demand = grid("MKT").rows().get(2);

        assertThat(demand.squares().get(7).state()).isEqualTo(State.LOCKED);
        assertThat(demand.squares().get(7).lock()).map(PeriodLock::unit).hasValue("MKT");
        assertThat(demand.squares().get(8)).isEqualTo(new LockGrid.Square(State.OPEN, Optional.empty()));
    }

    @Test
    void whoReadsAPartDoesNotLearnOfTheOthers() {
        assertThat(grid("AMER").rows())
                .extracting(row -> row.unit().code())
                .containsExactly("AMER", "DEMAND_AMER", "BRAND_AMER");
    }

    private static LockGrid grid(String unit) {
        PlanView plan = new PlanView(
                SAMPLE, new User("ada", List.of(new Grant(Role.VIEWER, unit, Set.of(), Set.of()))), new Moment(46_000));
        return LockGrid.of(plan, plan.scenario("PLAN"), PeriodAddress.of("FY2027"));
    }
}
