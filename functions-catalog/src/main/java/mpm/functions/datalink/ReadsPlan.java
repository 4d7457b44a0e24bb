package mpm.functions.datalink;

import java.util.HashSet;
import java.util.Set;
import mpm.catalogue.Linked;
import mpm.link.Found;
import mpm.link.Need;
import mpm.plan.PlanView;
import mpm.plan.StoredPlan;

/** A call that reads plan data: first the organisation, then what its arguments name there. */
interface ReadsPlan<T> extends Linked<T> {

    @Override
    default Set<Need<?>> needs(Found found) {
        Set<Need<?>> needs = new HashSet<>(Set.of(new StoredPlan()));
        found.at(new StoredPlan()).ifPresent(plan -> needs.addAll(needs(plan)));
        return needs;
    }

    @Override
    default T value(Found found) {
        return value(PlanView.in(found), found);
    }

    /** What the call reads besides the organisation. */
    default Set<? extends Need<?>> needs(PlanView plan) {
        return Set.of();
    }

    /** What the call answers. */
    T value(PlanView plan, Found found);
}
