package mpm.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import mpm.cell.CellError;
import mpm.cell.CellException;
import mpm.cell.Labels;
import mpm.method.calendar.FiscalPeriod;
import mpm.method.calendar.Grain;
import mpm.plan.PlanView.ScenarioVersion;

/**
 * The members of an organisation that its user may read, in stored order, the parts of each behind it. They are those that something
 * can be entered for: retired metrics and closed units are left out, units that are still to come are not.
 */
public final class MemberList {

    private final PlanView plan;

    public MemberList(PlanView plan) {
        this.plan = plan;
    }

    /** What has members. */
    public enum Type {
        METRIC,
        ORG,
        SCENARIO,
        VERSION,
        PERIOD,
        PARTNER
    }

    /**
     * A member in the list.
     *
     * @param parent the id of the member above it, read or not; empty for a root
     * @param level 1 for a root
     * @param isLeaf whether nothing is below it
     */
    public record Listed(String id, String name, String parent, int level, boolean isLeaf) {

        private static Listed flat(Member member) {
            return new Listed(member.code(), member.name(), "", 1, true);
        }
    }

    /** All members of a type. */
    public List<Listed> all(Type type) {
        return switch (type) {
            case METRIC -> metrics(metric -> true);
            case ORG -> plan.roots().stream().flatMap(root -> units(root, 1)).toList();
            case SCENARIO -> scenarios().map(Listed::flat).toList();
            case VERSION -> scenarios().flatMap(MemberList::versions).toList();
            case PERIOD ->
                plan.organisation().years().stream()
                        .map(plan.calendar()::year)
                        .flatMap(year -> Stream.concat(Stream.of(listed(year)), below(year)))
                        .toList();
            case PARTNER -> plan.mayReadPartners() ? partners() : List.of();
        };
    }

    /**
     * The members below one: of a metric those of a category, of a version those of a scenario.
     *
     * @throws CellException #N/A where there is no such parent, or where the user may not read it
     */
    public List<Listed> below(Type type, String parent) {
        return switch (type) {
            case METRIC -> category(parent);
            case ORG -> {
                OrgUnit unit = plan.unit(parent);
                PlanView.require(plan.mayRead(unit));
                int level = plan.line(unit).size();
                yield plan.parts(unit).stream()
                        .flatMap(part -> units(part, level + 1))
                        .toList();
            }
            case VERSION -> {
                Scenario scenario = plan.scenario(parent);
                PlanView.require(plan.mayRead(scenario));
                yield versions(scenario).toList();
            }
            case PERIOD -> below(period(PeriodAddress.of(parent))).toList();
            case SCENARIO, PARTNER ->
                throw CellError.NA.because(
                        "Unknown parent “%s”: scenarios and partners have none, so leave it out.".formatted(parent));
        };
    }

    private List<Listed> category(String name) {
        // A partner learns of no metrics but their own, so an unknown category has no members.
        if (plan.mayReadPartners() && plan.organisation().metrics().stream().noneMatch(metric -> isIn(metric, name))) {
            throw CellError.NA.because(
                    "Unknown category “%s”: the parent of metrics is ACTIVITY, OUTPUT, OPERATIONAL or OUTCOME."
                            .formatted(name.strip()));
        }
        return metrics(metric -> isIn(metric, name));
    }

    private static boolean isIn(Metric metric, String category) {
        return Labels.key(metric.profile().category()).equals(Labels.key(category));
    }

    private List<Listed> metrics(Predicate<Metric> wanted) {
        return plan.organisation().metrics().stream()
                .filter(wanted)
                .filter(Metric::isActive)
                .filter(plan::mayRead)
                .map(Listed::flat)
                .toList();
    }

    private Stream<Scenario> scenarios() {
        return plan.organisation().scenarios().stream().filter(plan::mayRead);
    }

    private static Stream<Listed> versions(Scenario scenario) {
        return scenario.versions().stream()
                .map(version -> new Listed(
                        new ScenarioVersion(scenario, version).code(), version.label(), scenario.code(), 2, true));
    }

    private List<Listed> partners() {
        return plan.organisation().partners().stream().map(Listed::flat).toList();
    }

    private Stream<Listed> units(OrgUnit unit, int level) {
        Stream<Listed> below = plan.parts(unit).stream().flatMap(part -> units(part, level + 1));
        return plan.mayRead(unit) && plan.isOffered(unit)
                ? Stream.concat(
                        Stream.of(new Listed(
                                unit.code(), unit.name(), unit.parent().orElse(""), level, plan.isLeaf(unit))),
                        below)
                : below;
    }

    /** A year, a quarter or a leaf period. */
    public FiscalPeriod period(PeriodAddress address) {
        Span span = plan.span(address);
        return Stream.of(Grain.YEAR, Grain.QUARTER, Grain.PERIOD)
                .flatMap(grain -> plan
                        .calendar()
                        .periods(grain, span.first().first(), span.first().first())
                        .stream())
                .filter(period -> period.address().equals(span.address()))
                .findFirst()
                .orElseThrow(() -> CellError.NA.because(
                        "Unknown period “%s”: write a year, a quarter or a period.".formatted(span.address())));
    }

    private Stream<Listed> below(FiscalPeriod period) {
        Optional<Grain> finer = switch (period.grain()) {
            case YEAR -> Optional.of(Grain.QUARTER);
            case QUARTER -> Optional.of(Grain.PERIOD);
            case PERIOD, WEEK -> Optional.empty();
        };
        List<Listed> below = new ArrayList<>();
        finer.ifPresent(grain -> plan.calendar()
                .periods(grain, period.first(), period.last())
                .forEach(part -> {
                    below.add(listed(part));
                    below.addAll(below(part).toList());
                }));
        return below.stream();
    }

    private Listed listed(FiscalPeriod period) {
        return new Listed(
                period.address(),
                period.address(),
                plan.calendar().above(period).map(FiscalPeriod::address).orElse(""),
                switch (period.grain()) {
                    case YEAR -> 1;
                    case QUARTER -> 2;
                    case PERIOD, WEEK -> 3;
                },
                period.grain() == Grain.PERIOD);
    }
}
