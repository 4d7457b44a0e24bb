package mpm.service.ledger.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import mpm.plan.Address;
import mpm.plan.Metric;
import mpm.plan.PeriodAddress;
import mpm.plan.PeriodLock;
import mpm.plan.Place;
import mpm.plan.PlanView;
import mpm.plan.SourceLine;
import mpm.service.audit.control.AuditTrail.From;
import mpm.service.figures.control.FigureStore;
import mpm.service.figures.entity.FigureRow;
import mpm.service.ledger.entity.SourceLineRow;
import mpm.service.ledger.entity.SourceLineRow.Status;
import mpm.service.plan.control.Plans;
import mpm.service.problems.control.Refusal;
import mpm.service.rates.control.ExchangeRates;

/** The lines of ledgers and purchase orders that figures are made of. */
@ApplicationScoped
public class Ledger {

    private static final int DOCUMENTS_AT_ONCE = 1_000;

    /** How many lines there are in a currency, and what they add up to. */
    public record Sum(String currency, long lines, BigDecimal amount) {}

    @PersistenceContext(unitName = "mpm")
    @SuppressWarnings("NullAway.Init") // The container sets it.
    EntityManager rows;

    @Inject
    FigureStore figures;

    @Inject
    Plans plans;

    /** The lines that belong to a metric at any of these units and periods. */
    @Transactional
    public List<SourceLine> lines(String scenario, String metric, Set<String> units, Set<String> periods) {
        if (units.isEmpty() || periods.isEmpty()) {
            return List.of();
        }
        return rows.createNamedQuery(SourceLineRow.MAPPED, SourceLineRow.class)
                .setParameter("scenario", scenario)
                .setParameter("metric", metric)
                .setParameter("units", units)
                .setParameter("periods", periods)
                .getResultStream()
                .map(SourceLineRow::plan)
                .toList();
    }

    /** The lines of a scenario in any of these periods of which it is not known yet where they belong. */
    @Transactional
    public List<SourceLineRow> unmapped(String scenario, Set<String> periods) {
        return rows.createNamedQuery(SourceLineRow.UNMAPPED, SourceLineRow.class)
                .setParameter("scenario", scenario)
                .setParameter("periods", periods)
                .getResultList();
    }

    /** The lines of an import, in their order. */
    @Transactional
    public List<SourceLineRow> of(long importId) {
        return rows.createNamedQuery(SourceLineRow.OF_IMPORT, SourceLineRow.class)
                .setParameter("id", importId)
                .getResultList();
    }

    /**
     * The lines of a status behind one, in their order.
     *
     * @param receiver whose files they are of; empty for anybody's
     */
    @Transactional
    public List<SourceLineRow> of(Status status, String receiver, long importId, int place, int most) {
        return rows.createNamedQuery(SourceLineRow.OF_STATUS, SourceLineRow.class)
                .setParameter("status", status)
                .setParameter("receiver", receiver)
                .setParameter("id", importId)
                .setParameter("place", place)
                .setMaxResults(most)
                .getResultList();
    }

    /** How many lines of a status there are, and their sum, for each currency. */
    @Transactional
    public List<Sum> sums(Status status, String receiver) {
        return rows.createNamedQuery(SourceLineRow.SUMS, Object[].class)
                .setParameter("status", status)
                .setParameter("receiver", receiver)
                .getResultStream()
                .map(row -> new Sum((String) row[0], (Long) row[1], (BigDecimal) row[2]))
                .toList();
    }

    /** Takes over lines as they are, in a transaction that has counted its write. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void load(long importId, List<SourceLine> lines) {
        for (int place = 0; place < lines.size(); place++) {
            rows.persist(new SourceLineRow(importId, place, lines.get(place)));
        }
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void add(SourceLineRow line) {
        rows.persist(line);
    }

    /** The lines of documents of a system. */
    @Transactional
    public List<SourceLineRow> of(String source, Collection<String> documents) {
        List<String> all = List.copyOf(new HashSet<>(documents));
        List<SourceLineRow> found = new ArrayList<>();
        for (int from = 0; from < all.size(); from += DOCUMENTS_AT_ONCE) {
            found.addAll(rows.createNamedQuery(SourceLineRow.OF_DOCUMENTS, SourceLineRow.class)
                    .setParameter("source", source)
                    .setParameter("documents", all.subList(from, Math.min(all.size(), from + DOCUMENTS_AT_ONCE)))
                    .getResultList());
        }
        return found;
    }

    /** Removes lines that come anew. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void remove(Collection<SourceLineRow> lines) {
        lines.forEach(rows::remove);
        rows.flush();
    }

    /**
     * Makes the figures at addresses the sums of their lines, in a transaction that has counted its write; where no line is left,
     * no figure is.
     *
     * @return how many figures are others now
     * @throws Refusal where several lines make a figure that is no sum
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public int settle(PlanView plan, Set<Address> addresses) {
        Map<Address, FigureRow> known = figures.rows(addresses);
        return write(plan, others(plan, addresses, known), known);
    }

    private int write(PlanView plan, Map<Address, Optional<BigDecimal>> sums, Map<Address, FigureRow> known) {
        sums.forEach((address, sum) -> figures.write(plan, address, known.get(address), sum, "IMPORT", From.NOWHERE));
        return sums.size();
    }

    /** The sums of the lines at addresses, where the figures are others. */
    private Map<Address, Optional<BigDecimal>> others(
            PlanView plan, Set<Address> addresses, Map<Address, FigureRow> known) {
        Map<Address, List<SourceLine>> lines = lines(plan, addresses);
        Map<Address, Optional<BigDecimal>> others = new LinkedHashMap<>();
        for (Address address : addresses) {
            List<SourceLine> here = lines.getOrDefault(address, List.of());
            Optional<BigDecimal> sum = sum(plan, address, here);
            FigureRow row = known.get(address);
            Optional<BigDecimal> before = row == null ? Optional.empty() : row.amount();
            boolean isSame = before.isPresent() == sum.isPresent()
                    && before.stream().allMatch(amount -> amount.compareTo(sum.orElseThrow()) == 0);
            if (!isSame) {
                others.put(address, sum);
            }
        }
        return others;
    }

    /**
     * A new rate gives lines in other currencies another worth, and with them their figures.
     *
     * @throws Refusal where a figure is closed: it would no longer be the sum of its lines
     */
    void follow(@Observes ExchangeRates.Changed rates) {
        PlanView plan = plans.viewWithin();
        Set<Address> addresses = rows.createNamedQuery(SourceLineRow.CONVERTED, Object[].class)
                .setParameter("periods", rates.periods())
                .getResultStream()
                .map(row -> address(plan, (String) row[0], (String) row[1], (String) row[2], (String) row[3]))
                .collect(Collectors.toSet());
        Map<Address, FigureRow> known = figures.rows(addresses);
        Map<Address, Optional<BigDecimal>> others = others(plan, addresses, known);
        others.keySet().stream()
                .filter(address -> !isOpen(plan, address))
                .min(Comparator.comparing(Address::objectId))
                .ifPresent(closed -> {
                    throw Refusal.conflict(
                            "%s at %s in %s of %s is closed, and its ledger lines would be worth something else: reopen it first."
                                    .formatted(closed.metric(), closed.unit(), closed.period(), closed.scenario()));
                });
        write(plan, others, known);
    }

    private static boolean isOpen(PlanView plan, Address address) {
        Place place = place(plan, address);
        return plan.state(place.scenario(), place.unit(), place.span(), Optional.of(place.metric()))
                == PeriodLock.State.OPEN;
    }

    private static Place place(PlanView plan, Address address) {
        return Place.of(plan, address.metric(), address.unit(), PeriodAddress.of(address.period()), address.scenario());
    }

    private Map<Address, List<SourceLine>> lines(PlanView plan, Set<Address> addresses) {
        Map<List<String>, Set<Address>> wanted = addresses.stream()
                .collect(Collectors.groupingBy(each -> List.of(each.scenario(), each.metric()), Collectors.toSet()));
        Map<Address, List<SourceLine>> found = new HashMap<>();
        wanted.values().forEach(each -> {
            Address one = each.iterator().next();
            lines(
                            one.scenario(),
                            one.metric(),
                            each.stream().map(Address::unit).collect(Collectors.toSet()),
                            each.stream().map(Address::period).collect(Collectors.toSet()))
                    .forEach(line -> found.computeIfAbsent(address(plan, line), key -> new ArrayList<>())
                            .add(line));
        });
        return found;
    }

    /** Where the figure lies that a mapped line belongs to. */
    public static Address address(PlanView plan, SourceLine line) {
        return address(plan, line.scenario(), line.metric(), line.unit(), line.period());
    }

    private static Address address(PlanView plan, String scenario, String metric, String unit, String period) {
        return new Address(scenario, plan.latest(plan.scenario(scenario)).number(), metric, unit, period);
    }

    private static Optional<BigDecimal> sum(PlanView plan, Address address, List<SourceLine> lines) {
        Metric.Unit counted = plan.metric(address.metric()).unit();
        if (lines.size() > 1 && counted != Metric.Unit.MONEY && counted != Metric.Unit.COUNT) {
            throw Refusal.invalid("%s is no sum, and %d lines give one for %s in %s: leave one of them."
                    .formatted(address.metric(), lines.size(), address.unit(), address.period()));
        }
        Place place = place(plan, address);
        return lines.stream().map(line -> line.base(line.rate(plan, place))).reduce(BigDecimal::add);
    }
}
