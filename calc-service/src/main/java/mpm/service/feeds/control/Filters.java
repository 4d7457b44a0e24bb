package mpm.service.feeds.control;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import mpm.plan.Metric;
import mpm.plan.OrgUnit;
import mpm.plan.PlanView;
import mpm.plan.Scenario;
import mpm.service.problems.control.Refusal;

/** What a feed is narrowed to; nothing where all of it is wanted. */
public final class Filters {

    private final Map<Filter, String> given;

    private Filters(Map<Filter, String> given) {
        this.given = given;
    }

    /**
     * The filters of an address.
     *
     * @param parameters by their names; an empty one counts as left out
     * @throws Refusal for one that the feed does not know: unnoticed, it would let through what was not wanted
     */
    public static Filters of(Feed<?> feed, Map<String, String> parameters) {
        Map<Filter, String> given = new EnumMap<>(Filter.class);
        parameters.forEach((name, text) -> {
            Filter filter = feed.filters().stream()
                    .filter(each -> each.parameter().equals(name))
                    .findFirst()
                    .orElseThrow(() -> Refusal.invalid("%s is no filter of %s: it takes %s."
                            .formatted(name, feed.name(), parameters(feed.filters()))));
            if (!text.isBlank()) {
                given.put(filter, text.strip());
            }
        });
        return new Filters(given);
    }

    private static String parameters(Set<Filter> filters) {
        return filters.stream().sorted().map(Filter::parameter).collect(Collectors.joining(", "));
    }

    /** As an address writes them. */
    public Map<String, String> parameters() {
        return given.entrySet().stream()
                .collect(Collectors.toMap(each -> each.getKey().parameter(), Map.Entry::getValue));
    }

    Optional<String> text(Filter filter) {
        return Optional.ofNullable(given.get(filter));
    }

    /** A number; refused where it is none. */
    Optional<Long> number(Filter filter) {
        return text(filter).map(text -> {
            if (!text.matches("\\d{1,15}")) {
                throw Refusal.invalid("%s is “%s”: write a number.".formatted(filter.parameter(), text));
            }
            return Long.valueOf(text);
        });
    }

    /** A fiscal year, as 2027 or as FY2027. */
    Optional<Integer> year() {
        return text(Filter.YEAR).map(text -> {
            if (!text.matches("(?i)(FY)?\\d{4}")) {
                throw Refusal.invalid("year is “%s”: write a fiscal year such as 2027.".formatted(text));
            }
            return Integer.valueOf(text.substring(text.length() - 4));
        });
    }

    /** The wanted scenario, or else the first of a kind; nothing where there is none. */
    Optional<Scenario> scenario(PlanView plan, Filter filter, Scenario.Kind kind) {
        return text(filter)
                .map(label -> readable(plan.scenario(label), plan::mayRead))
                .or(() -> plan.organisation().scenarios().stream()
                        .filter(each -> each.kind() == kind && plan.mayRead(each))
                        .findFirst());
    }

    List<Scenario> scenarios(PlanView plan) {
        return text(Filter.SCENARIO)
                .map(label -> List.of(readable(plan.scenario(label), plan::mayRead)))
                .orElseGet(() -> plan.organisation().scenarios().stream()
                        .filter(plan::mayRead)
                        .toList());
    }

    List<Metric> metrics(PlanView plan) {
        return text(Filter.METRIC)
                .map(label -> List.of(readable(plan.metric(label), plan::mayRead)))
                .orElseGet(() -> plan.organisation().metrics().stream()
                        .filter(plan::mayRead)
                        .toList());
    }

    /** The units without parts, in stored order. */
    List<OrgUnit> leaves(PlanView plan) {
        List<OrgUnit> roots = text(Filter.ORG)
                .map(label -> List.of(readable(plan.unit(label), plan::mayRead)))
                .orElseGet(plan::roots);
        return roots.stream()
                .flatMap(root -> plan.leaves(root).stream())
                .filter(plan::mayRead)
                .toList();
    }

    /** Whether a unit belongs to the wanted one. */
    Predicate<OrgUnit> org(PlanView plan) {
        return text(Filter.ORG)
                .map(label -> readable(plan.unit(label), plan::mayRead))
                .<Predicate<OrgUnit>>map(wanted -> unit -> plan.line(unit).contains(wanted))
                .orElse(unit -> true);
    }

    private static <M> M readable(M member, Predicate<M> mayRead) {
        PlanView.require(mayRead.test(member));
        return member;
    }
}
