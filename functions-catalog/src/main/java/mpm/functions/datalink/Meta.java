package mpm.functions.datalink;

import static mpm.catalogue.Stage.MEASURE;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import mpm.catalogue.Argument;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.link.Found;
import mpm.method.calendar.FiscalPeriod;
import mpm.plan.MemberList;
import mpm.plan.Metric;
import mpm.plan.OrgUnit;
import mpm.plan.Partner;
import mpm.plan.PeriodAddress;
import mpm.plan.PlanView;
import mpm.plan.PlanView.ScenarioVersion;
import mpm.plan.Scenario;

@WorksheetFunction(
        name = "META",
        question = "What are the name, unit, owner or thresholds of a member?",
        stage = MEASURE,
        caution = "It tells what is agreed today, not what was when a figure was entered.",
        method = "A metric without thresholds of its own has those of the organisation.",
        related = {"MEMBERS", "RAG"})
@Example(formula = "=MPM.META(\"COST_PER_LEAD\", \"DIRECTION\")", shows = "\"LOWER\"", because = "Less is better.")
@Example(formula = "=MPM.META(\"AMER\", \"CURRENCY\", \"ORG\")", shows = "\"USD\"")
@Example(
        formula = "=MPM.META(\"LEADS\", \"AMBER\")",
        shows = "0.9",
        because = "Leads have the organisation's threshold.")
@Example(formula = "=MPM.META(\"CLICKS\", \"NAME\")", shows = "#N/A", because = "There is no such metric.")
@Example(
        formula = "=MPM.META(\"PLAN\", \"UNIT\", \"SCENARIO\")",
        shows = "#VALUE!",
        because = "A scenario has no unit.")
public record Meta(
        @Argument("The member, by its code or name; a version as PLAN/2.")
        String member,

        @Argument(
                "Of a METRIC: NAME, UNIT, CATEGORY, DIRECTION, INDICATOR, AGGREGATION, OWNER, SOURCE, AMBER, RED, DEFINITION, STAGE,"
                        + " FACTOR or CURRENCY (whether it is bound to one). Of an ORG: NAME, PARENT, OWNER or CURRENCY. Of others:"
                        + " NAME, PARENT or OWNER; of a SCENARIO also CATEGORY.")
        Attribute attribute,

        @Argument(value = "METRIC, ORG, SCENARIO, VERSION, PERIOD or PARTNER.", otherwise = "METRIC")
        MemberList.Type type)
        implements DataLink, ReadsPlan<Cell> {

    private static final Set<Attribute> OF_A_METRIC = EnumSet.complementOf(EnumSet.of(Attribute.PARENT));
    private static final Set<Attribute> OF_ANY = EnumSet.of(Attribute.NAME, Attribute.PARENT, Attribute.OWNER);

    /** What can be asked of a member. */
    public enum Attribute {
        NAME,
        UNIT,
        CATEGORY,
        DIRECTION,
        INDICATOR,
        AGGREGATION,
        OWNER,
        SOURCE,
        AMBER,
        RED,
        DEFINITION,
        STAGE,
        FACTOR,
        CURRENCY,
        PARENT
    }

    /** Refuses an attribute that the type does not have. */
    public Meta {
        boolean has = switch (type) {
            case METRIC -> OF_A_METRIC.contains(attribute);
            case ORG -> OF_ANY.contains(attribute) || attribute == Attribute.CURRENCY;
            case SCENARIO -> OF_ANY.contains(attribute) || attribute == Attribute.CATEGORY;
            case VERSION, PERIOD, PARTNER -> OF_ANY.contains(attribute);
        };
        if (!has) {
            throw CellError.VALUE.because(
                    "%s is no attribute of type %s: ask for NAME or OWNER, say.".formatted(attribute, type));
        }
    }

    @Override
    public Cell value(PlanView plan, Found found) {
        return switch (type) {
            case METRIC -> ofMetric(plan);
            case ORG -> ofUnit(plan);
            case SCENARIO -> ofScenario(plan.scenario(member), plan);
            case VERSION -> ofVersion(plan.scenarioVersion(member), plan);
            case PERIOD -> {
                FiscalPeriod period = new MemberList(plan).period(PeriodAddress.of(member));
                yield ofAny(period.address(), plan.above(period).map(FiscalPeriod::address), "");
            }
            case PARTNER -> {
                Partner partner = plan.partner(member);
                PlanView.require(plan.mayReadPartners());
                yield ofAny(partner.name(), Optional.empty(), partner.owner());
            }
        };
    }

    private Cell ofAny(String name, Optional<String> parent, String owner) {
        return Cell.of(
                switch (attribute) {
                    case NAME -> name;
                    case PARENT -> parent.orElse("");
                    default -> owner;
                });
    }

    private Cell ofMetric(PlanView plan) {
        Metric metric = plan.metric(member);
        PlanView.require(plan.mayRead(metric));
        Metric.Profile profile = metric.profile();
        return switch (attribute) {
            case UNIT -> Cell.of(metric.unit().name());
            case CATEGORY -> Cell.of(profile.category());
            case DIRECTION -> Cell.of(metric.direction().name());
            case INDICATOR -> Cell.of(profile.indicator());
            case AGGREGATION -> Cell.of(metric.overTime().name());
            case SOURCE -> Cell.of(profile.source());
            case AMBER -> Cell.of(profile.amber().orElse(plan.organisation().amber()));
            case RED -> Cell.of(profile.red().orElse(plan.organisation().red()));
            case DEFINITION -> Cell.of(profile.definition());
            case STAGE -> Cell.of(profile.stage());
            case FACTOR -> Cell.of(profile.factor());
            case CURRENCY -> Cell.of(profile.isCurrencyBound());
            case NAME, PARENT, OWNER -> ofAny(metric.name(), Optional.empty(), profile.owner());
        };
    }

    private Cell ofUnit(PlanView plan) {
        OrgUnit unit = plan.unit(member);
        PlanView.require(plan.mayRead(unit));
        return attribute == Attribute.CURRENCY
                ? Cell.of(unit.currency())
                : ofAny(unit.name(), unit.parent(), unit.owner());
    }

    private Cell ofScenario(Scenario scenario, PlanView plan) {
        PlanView.require(plan.mayRead(scenario));
        return attribute == Attribute.CATEGORY
                ? Cell.of(scenario.kind().name())
                : ofAny(scenario.name(), Optional.empty(), scenario.owner());
    }

    private Cell ofVersion(ScenarioVersion named, PlanView plan) {
        PlanView.require(plan.mayRead(named.scenario()));
        return ofAny(
                named.version().label(),
                Optional.of(named.scenario().code()),
                named.version().createdBy());
    }
}
