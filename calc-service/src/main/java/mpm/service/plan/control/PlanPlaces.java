package mpm.service.plan.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mpm.plan.OrgUnit;
import mpm.plan.PeriodAddress;
import mpm.plan.PlanView;
import mpm.plan.Span;
import mpm.service.audit.control.AuditPlaces;

/** Units and periods as the plan has them. */
@ApplicationScoped
public class PlanPlaces implements AuditPlaces {

    @Inject
    Plans plans;

    @Override
    public String metric(String label) {
        return plans.view().metric(label).code();
    }

    @Override
    public Set<String> units(String label) {
        PlanView plan = plans.view();
        return codes(plan, plan.unit(label)).collect(Collectors.toSet());
    }

    private static Stream<String> codes(PlanView plan, OrgUnit unit) {
        return Stream.concat(Stream.of(unit.code()), plan.parts(unit).stream().flatMap(part -> codes(plan, part)));
    }

    /** Notes may lie at the longer period itself. */
    @Override
    public Set<String> periods(String label) {
        PlanView plan = plans.view();
        Span span = plan.span(PeriodAddress.of(label));
        return Stream.concat(
                        Stream.of(span.address()), span.leaves().stream().flatMap(leaf -> plan.codes(leaf).stream()))
                .collect(Collectors.toSet());
    }
}
