package mpm.service.reconciliation.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mpm.catalogue.Call;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.DateSystem;
import mpm.cell.Grid;
import mpm.cell.Range;
import mpm.cell.ShortestDecimal;
import mpm.method.calendar.FiscalPeriod;
import mpm.plan.Address;
import mpm.plan.Figures;
import mpm.plan.Metric;
import mpm.plan.PeriodAddress;
import mpm.plan.Place;
import mpm.plan.PlanView;
import mpm.plan.Scenario;
import mpm.plan.SourceLine;
import mpm.plan.StoredFigures;
import mpm.plan.StoredLines;
import mpm.plan.TargetCurrency;
import mpm.plan.Valuation;
import mpm.plan.Version;
import mpm.service.audit.control.AuditTrail;
import mpm.service.calculation.control.Calculations;
import mpm.service.figures.control.FigureStore;
import mpm.service.ledger.control.Ledger;
import mpm.service.ledger.entity.SourceLineRow;
import mpm.service.linkedworkbooks.control.LinkedWorkbooks;
import mpm.service.permission.control.Action;
import mpm.service.permission.control.Caller;
import mpm.service.plan.control.Plans;
import mpm.service.problems.control.Refusal;
import mpm.service.reconciliation.control.Reconciliation.Difference;
import mpm.service.reconciliation.control.Reconciliation.Finding;
import mpm.service.reconciliation.control.Reconciliation.LedgerSide;
import mpm.service.reconciliation.control.Reconciliation.Rounding;
import mpm.service.reconciliation.control.Reconciliation.Side;
import mpm.service.reconciliation.control.Reconciliation.Unmapped;
import mpm.service.reconciliation.entity.SignOffRow;
import mpm.service.storage.control.DataVersion;
import org.jspecify.annotations.Nullable;

/** Reconciles workbooks with the service, and the service with the ledger. */
@ApplicationScoped
public class Reconciliations {

    private static final int MOST_FIGURES = 10_000;
    private static final int LONGEST_REMARK = 2_000;
    private static final int FOOTERS = 3;
    private static final int CODES = 12;
    private static final BigDecimal CENTS = new BigDecimal("0.005");

    /** Kinds of scenarios whose figures come from ledgers. */
    private static final Set<Scenario.Kind> OF_LEDGERS = EnumSet.of(Scenario.Kind.ACTUAL, Scenario.Kind.COMMITTED);

    /** A figure as a workbook has it. */
    public record Local(String metric, String org, String period, Optional<Double> value) {}

    /**
     * What is reconciled, in the currencies of the units.
     *
     * @param workbook the id of the linked workbook; nothing for figures of another origin
     * @param tolerance how far two figures may differ and still agree
     * @param decimals with how many figures are shown
     */
    public record Question(
            Optional<String> workbook,
            String scenario,
            String version,
            double tolerance,
            int decimals,
            List<Local> figures) {}

    @PersistenceContext(unitName = "mpm")
    @SuppressWarnings("NullAway.Init") // The container sets it.
    EntityManager rows;

    @Inject
    DataVersion dataVersion;

    @Inject
    Plans plans;

    @Inject
    Calculations calculations;

    @Inject
    FigureStore store;

    @Inject
    Ledger ledger;

    @Inject
    LinkedWorkbooks workbooks;

    @Inject
    AuditTrail trail;

    @Inject
    Caller caller;

    /** How the workbook, the service and the ledger stand to each other. */
    @Transactional
    public Reconciliation reconcile(Question question) {
        Action.RECONCILE.require(caller);
        if (question.figures().isEmpty() || question.figures().size() > MOST_FIGURES) {
            throw Refusal.invalid("figures are those of the workbook: 1 to %,d.".formatted(MOST_FIGURES));
        } else if (question.decimals() < 0 || question.decimals() > 4) {
            throw Refusal.invalid("decimals is how many are shown, 0 to 4.");
        }
        PlanView plan = plans.view();
        Scenario scenario = plan.scenario(question.scenario());
        Version version = plan.version(scenario, question.version());
        List<Place> places = question.figures().stream()
                .map(figure -> Place.readable(
                        plan, figure.metric(), figure.org(), PeriodAddress.of(figure.period()), question.scenario()))
                .toList();
        Grid compared = compared(question);
        int last = compared.rows() - FOOTERS;
        Valuation valuation = new Valuation(plan, scenario, version, TargetCurrency.LOCAL);
        Figures figures = Figures.of(store.figures(needs(valuation, places)));
        return new Reconciliation(
                scenario.code(),
                version.number(),
                codes(places, place -> place.metric().code()),
                codes(places, place -> place.span().address()),
                findings(question.workbook(), scenario, version, compared, last),
                side(compared, last, 4),
                side(compared, last, 5),
                OF_LEDGERS.contains(scenario.kind())
                        ? Optional.of(ledgerSide(plan, valuation, places, figures))
                        : Optional.empty(),
                unmapped(scenario, places),
                rounding(question.decimals(), valuation, places, figures));
    }

    private static List<String> codes(List<Place> places, Function<Place, String> code) {
        return places.stream().map(code).distinct().sorted().toList();
    }

    /** What MPM.RECONCILE answers. */
    private Grid compared(Question question) {
        List<List<Cell>> local = new ArrayList<>();
        local.add(Stream.of("Metric", "Org", "Period", "Value").map(Cell::of).toList());
        for (Local figure : question.figures()) {
            local.add(List.of(
                    Cell.of(figure.metric()),
                    Cell.of(figure.org()),
                    Cell.of(figure.period()),
                    figure.value().map(Cell::of).orElse(Cell.blank())));
        }
        List<Range> arguments = List.of(
                Grid.of(local),
                Cell.of(question.scenario()),
                Cell.of(question.tolerance()),
                Cell.of(question.version()),
                Cell.of("LOCAL"),
                Cell.of(false));
        Range answer = calculations
                .calculation()
                .results(List.of(new Call("RECONCILE", arguments)), DateSystem.FROM_1900)
                .get(0)
                .value();
        if (answer instanceof Grid table) {
            return table;
        }
        throw Refusal.invalid(answer instanceof Cell.Failure failure ? failure.reason() : CellError.VALUE.text());
    }

    private List<Finding> findings(
            Optional<String> workbook, Scenario scenario, Version version, Grid compared, int rowsOfFindings) {
        Set<Address> written =
                workbook.map(workbooks::find).map(workbooks::written).orElse(Set.of());
        List<Finding> findings = new ArrayList<>();
        for (int row = 0; row < rowsOfFindings; row++) {
            String metric = compared.cell(row, 1).shown();
            String org = compared.cell(row, 2).shown();
            String period = compared.cell(row, 3).shown();
            Address address = new Address(scenario.code(), version.number(), metric, org, period);
            findings.add(new Finding(
                    compared.cell(row, 0).shown(),
                    metric,
                    org,
                    period,
                    number(compared.cell(row, 4)),
                    number(compared.cell(row, 5)),
                    number(compared.cell(row, 6)),
                    written.contains(address)));
        }
        return findings;
    }

    private static @Nullable Double number(Cell cell) {
        return cell instanceof Cell.Numeric number ? number.value() : null;
    }

    private static Side side(Grid compared, int footers, int column) {
        Double figures = number(compared.cell(footers, column));
        Double total = number(compared.cell(footers + 1, column));
        return new Side(
                figures == null ? 0 : figures.intValue(),
                total == null ? BigDecimal.ZERO : ShortestDecimal.of(total),
                compared.cell(footers + 2, column).shown());
    }

    private static List<StoredFigures> needs(Valuation valuation, List<Place> places) {
        return List.of(valuation.needs(
                places.stream().map(Place::metric).collect(Collectors.toSet()),
                places.stream().map(Place::unit).collect(Collectors.toSet()),
                leaves(places)));
    }

    private static List<FiscalPeriod> leaves(Collection<Place> places) {
        return places.stream()
                .flatMap(place -> place.span().leaves().stream())
                .distinct()
                .toList();
    }

    private LedgerSide ledgerSide(PlanView plan, Valuation valuation, List<Place> places, Figures figures) {
        Map<String, List<SourceLine>> lines = lines(plan, places);
        BigDecimal ofLedger = BigDecimal.ZERO;
        BigDecimal ofService = BigDecimal.ZERO;
        List<Difference> differences = new ArrayList<>();
        for (Place place : places) {
            if (!isSum(place.metric())) {
                continue;
            }
            StoredLines need = StoredLines.of(plan, place);
            List<SourceLine> here = lines.getOrDefault(place.metric().code(), List.of()).stream()
                    .filter(line ->
                            need.units().contains(line.unit()) && need.periods().contains(line.period()))
                    .toList();
            BigDecimal sum = here.stream()
                    .map(line -> line.base(line.rate(plan, place)))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal stored = valuation
                    .value(place.metric(), place.unit(), place.span().leaves(), figures)
                    .orElse(BigDecimal.ZERO);
            ofLedger = ofLedger.add(sum);
            ofService = ofService.add(stored);
            if (sum.subtract(stored).abs().compareTo(CENTS) > 0) {
                differences.add(new Difference(
                        place.metric().code(), place.unit().code(), place.span().address(), here.size(), sum, stored));
            }
        }
        return new LedgerSide(ofLedger, ofService, differences);
    }

    /** Only what adds up over lines, periods and units can be held against a ledger, as MPM.DRILL does it. */
    private static boolean isSum(Metric metric) {
        return metric.overTime() == Metric.OverTime.SUM
                && metric.overUnits() == Metric.OverUnits.SUM
                && (metric.unit() == Metric.Unit.MONEY || metric.unit() == Metric.Unit.COUNT);
    }

    /** All lines of the metrics, by their metric. */
    private Map<String, List<SourceLine>> lines(PlanView plan, List<Place> places) {
        Map<String, List<SourceLine>> lines = new TreeMap<>();
        places.stream()
                .collect(Collectors.groupingBy(place -> place.metric().code()))
                .forEach((metric, each) -> {
                    Set<String> units = new HashSet<>();
                    Set<String> periods = new HashSet<>();
                    each.stream().map(place -> StoredLines.of(plan, place)).forEach(need -> {
                        units.addAll(need.units());
                        periods.addAll(need.periods());
                    });
                    lines.put(metric, ledger.lines(each.get(0).scenario().code(), metric, units, periods));
                });
        return lines;
    }

    private List<Unmapped> unmapped(Scenario scenario, List<Place> places) {
        Set<String> periods = leaves(places).stream().map(FiscalPeriod::address).collect(Collectors.toSet());
        Map<String, List<SourceLine>> byAccount = ledger.unmapped(scenario.code(), periods).stream()
                .map(SourceLineRow::plan)
                .collect(Collectors.groupingBy(
                        line -> line.account() + "\n" + line.currency(), TreeMap::new, Collectors.toList()));
        return byAccount.values().stream()
                .map(lines -> new Unmapped(
                        lines.get(0).account(),
                        lines.get(0).currency(),
                        lines.size(),
                        lines.stream().map(SourceLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add)))
                .toList();
    }

    private static Rounding rounding(int decimals, Valuation valuation, List<Place> places, Figures figures) {
        BigDecimal shown = BigDecimal.ZERO;
        BigDecimal exact = BigDecimal.ZERO;
        for (Place place : places) {
            BigDecimal value = valuation
                    .value(place.metric(), place.unit(), place.span().leaves(), figures)
                    .orElse(BigDecimal.ZERO);
            shown = shown.add(value.setScale(decimals, RoundingMode.HALF_UP));
            exact = exact.add(value);
        }
        BigDecimal total = exact.setScale(decimals, RoundingMode.HALF_UP);
        return new Rounding(decimals, shown, total, shown.subtract(total));
    }

    /**
     * Says that a reconciliation is right. It is done anew: what is signed is what is so.
     *
     * @param remark why what does not agree need not; it may be empty where everything agrees
     */
    @Transactional
    public SignOffRow signOff(Question question, String remark) {
        long id = dataVersion.countWrite();
        Action.SIGN_OFF.require(caller);
        Reconciliation found = reconcile(question);
        if (remark.length() > LONGEST_REMARK) {
            throw Refusal.invalid("The remark is longer than %,d characters: shorten it.".formatted(LONGEST_REMARK));
        } else if (!found.agrees() && remark.isBlank()) {
            throw Refusal.conflict(
                    "%d figures differ and %d lines of the ledger belong nowhere yet: settle them, or say in a remark why they need not."
                            .formatted(found.differences(), found.unmappedLines()));
        }
        SignOffRow row = new SignOffRow(
                id,
                new SignOffRow.Signed(
                        question.workbook().orElse(null),
                        found.scenario(),
                        found.version(),
                        shortened(found.metrics()),
                        shortened(found.periods()),
                        question.figures().size(),
                        found.differences(),
                        found.unmappedLines(),
                        found.workbook().total(),
                        found.service().total(),
                        found.ledger().map(LedgerSide::ledger),
                        found.workbook().hash(),
                        found.service().hash()),
                caller.id(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                remark);
        rows.persist(row);
        trail.append(
                new AuditTrail.Change(
                        "SIGN OFF",
                        "RECONCILIATION",
                        Long.toString(id),
                        null,
                        "%s/%d: %d figures, %d differ, %d lines not mapped, workbook %s, service %s. %s"
                                .formatted(
                                        found.scenario(),
                                        found.version(),
                                        question.figures().size(),
                                        found.differences(),
                                        found.unmappedLines(),
                                        found.workbook().hash(),
                                        found.service().hash(),
                                        remark)),
                new AuditTrail.From(question.workbook().orElse(null), null, null));
        return row;
    }

    /** The first codes, and how many there are more: a sign-off is read by people, and its hashes hold the rest. */
    private static String shortened(List<String> codes) {
        String first = codes.stream().limit(CODES).collect(Collectors.joining(", "));
        return codes.size() <= CODES ? first : "%s and %d more".formatted(first, codes.size() - CODES);
    }

    /** What the caller signed off before one, the latest first; to those who reconcile every unit, what anybody did. */
    @Transactional
    public List<SignOffRow> before(long id, int most) {
        Action.RECONCILE.require(caller);
        String signer = Action.RECONCILE.isAllowedEverywhere(plans.view()) ? SignOffRow.ANYBODY : caller.id();
        return rows.createNamedQuery(SignOffRow.BEFORE, SignOffRow.class)
                .setParameter("id", id)
                .setParameter("signer", signer)
                .setMaxResults(most)
                .getResultList();
    }
}
