package mpm.functions.datalink;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import mpm.cell.Moment;
import mpm.link.Direction;
import mpm.method.calendar.FiscalCalendar;
import mpm.plan.Address;
import mpm.plan.Figure;
import mpm.plan.Grant;
import mpm.plan.Metric;
import mpm.plan.OrgUnit;
import mpm.plan.Organisation;
import mpm.plan.PeriodAddress;
import mpm.plan.PeriodLock;
import mpm.plan.PlanData;
import mpm.plan.PlanView;
import mpm.plan.Rate;
import mpm.plan.Role;
import mpm.plan.Scenario;
import mpm.plan.User;
import mpm.plan.Validity;
import mpm.plan.Version;

/** The organisation of the specification's fixture, as plan data in memory. */
final class PlanFixture {

    private final JsonNode fixture;
    private final PlanData data;

    PlanFixture(JsonNode fixture) {
        this.fixture = fixture;
        Organisation organisation = organisation();
        PlanView plan = new PlanView(organisation, new User("", List.of()), new Moment(46_300));
        this.data = new PlanData(
                organisation,
                rows("values").map(row -> figure(row, plan)).toList(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    PlanData data() {
        return data;
    }

    User user(String id) {
        return new User(
                id,
                stream(fixture.path("users").path(id))
                        .map(grant -> new Grant(
                                Role.valueOf(grant.get(0).asText()),
                                grant.get(1).asText(),
                                Set.of(),
                                Set.of()))
                        .toList());
    }

    private Organisation organisation() {
        JsonNode tenant = fixture.path("tenant");
        return new Organisation(
                tenant.path("groupCurrency").asText(),
                new FiscalCalendar(
                        FiscalCalendar.Periods.MONTHLY,
                        tenant.path("fyStartMonth").asInt(),
                        FiscalCalendar.Naming.valueOf(tenant.path("naming").asText()),
                        FiscalCalendar.YearEnd.LAST),
                List.of(2027),
                List.of(),
                .9,
                .8,
                rows("orgs").map(PlanFixture::unit).toList(),
                rows("metrics").map(PlanFixture::metric).toList(),
                rows("scenarios").map(this::scenario).toList(),
                List.of(),
                List.of(),
                rows("rates").map(PlanFixture::rate).toList(),
                rows("locks").map(PlanFixture::lock).toList());
    }

    private static OrgUnit unit(JsonNode row) {
        return new OrgUnit(
                text(row, 0),
                text(row, 1),
                Set.of(),
                optional(row, 2),
                text(row, 3),
                text(row, 4),
                "",
                Validity.ALWAYS);
    }

    private static Metric metric(JsonNode row) {
        return new Metric(
                text(row, 0),
                text(row, 1),
                Set.of(),
                Metric.Unit.valueOf(text(row, 2)),
                Metric.OverTime.valueOf(text(row, 3)),
                Metric.OverUnits.valueOf(text(row, 4)),
                optional(row, 5).map(numerator -> new Metric.Ratio(numerator, text(row, 6))),
                Direction.valueOf(text(row, 7)),
                false,
                true,
                new Metric.Profile("", text(row, 8), "", "", "", "", "", Optional.empty(), Optional.empty(), false));
    }

    private Scenario scenario(JsonNode row) {
        List<Version> versions = rows("versions")
                .filter(version -> text(version, 0).equals(text(row, 0)))
                .map(version -> new Version(
                        version.get(1).asInt(),
                        text(version, 2),
                        "",
                        Optional.of(new Moment(46_200))
                                .filter(frozen -> version.get(3).asBoolean())))
                .toList();
        return new Scenario(
                text(row, 0),
                text(row, 0),
                Set.of(),
                Scenario.Kind.valueOf(text(row, 1)),
                Optional.empty(),
                "",
                versions.get(versions.size() - 1).number(),
                versions);
    }

    private static Rate rate(JsonNode row) {
        return new Rate(
                text(row, 0),
                text(row, 1),
                text(row, 2),
                Rate.Type.valueOf(text(row, 3)),
                new BigDecimal(text(row, 4)));
    }

    private static PeriodLock lock(JsonNode row) {
        return new PeriodLock(
                text(row, 0),
                text(row, 1),
                text(row, 2),
                Optional.empty(),
                PeriodLock.State.valueOf(text(row, 3)),
                text(row, 4),
                new Moment(row.get(5).asDouble()),
                text(row, 6));
    }

    private static Figure figure(JsonNode row, PlanView plan) {
        Address address = new Address(text(row, 0), row.get(1).asInt(), text(row, 2), text(row, 3), text(row, 4));
        BigDecimal amount = new BigDecimal(text(row, 5));
        return new Figure(
                address,
                amount,
                plan.rates()
                        .groupAmount(
                                amount,
                                plan.unit(address.unit()).currency(),
                                plan.span(PeriodAddress.of(address.period())).first(),
                                plan.scenario(address.scenario()).kind(),
                                plan.metric(address.metric())),
                row.get(6).asLong());
    }

    private Stream<JsonNode> rows(String table) {
        return stream(fixture.path(table));
    }

    private static Stream<JsonNode> stream(JsonNode nodes) {
        return StreamSupport.stream(nodes.spliterator(), false);
    }

    private static String text(JsonNode row, int column) {
        return row.get(column).asText();
    }

    private static Optional<String> optional(JsonNode row, int column) {
        return Optional.of(row.get(column)).filter(value -> !value.isNull()).map(JsonNode::asText);
    }
}
