package mpm.service.imports.control;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import mpm.cell.Cell;
import mpm.cell.CellException;
import mpm.cell.DateSystem;
import mpm.cell.Moment;
import mpm.link.Found;
import mpm.method.calendar.FiscalPeriod;
import mpm.plan.Address;
import mpm.plan.CurrencyCode;
import mpm.plan.Entry;
import mpm.plan.Metric;
import mpm.plan.OrgUnit;
import mpm.plan.PeriodAddress;
import mpm.plan.Place;
import mpm.plan.PlanView;
import mpm.plan.Sha256;
import mpm.plan.SourceLine;
import mpm.service.ledger.control.Ledger;
import org.jspecify.annotations.Nullable;

/** Reads the lines of a file by a mapping, and says where each belongs and whether it may be booked there. */
final class LineReader {

    /** The unit of lines whose cost centre and campaign are not known. */
    static final String ANY_OTHER = "*";

    private static final int DECIMALS = 4;
    private static final BigDecimal TOO_LARGE = new BigDecimal("1e15");
    private static final int LONGEST_DOCUMENT = Field.DOCUMENT.longest();

    private final PlanView plan;
    private final String source;
    private final Mapping mapping;
    private final boolean isWorkbook;
    private final DateSystem dates;
    private final Map<Field, Integer> places = new HashMap<>();

    /** What a file says again and again is looked up once. */
    private final Map<Object, String> faults = new HashMap<>();

    private final Map<String, Optional<Metric>> metrics = new HashMap<>();
    private final Map<String, Optional<OrgUnit>> units = new HashMap<>();

    /** A line that cannot be read. */
    private static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable(String sentence) {
            super(sentence, null, false, false);
        }
    }

    /**
     * A reader.
     *
     * @param captions the names of the columns
     */
    LineReader(
            PlanView plan,
            String source,
            Mapping mapping,
            boolean isWorkbook,
            DateSystem dates,
            List<String> captions) {
        this.plan = plan;
        this.source = source;
        this.mapping = mapping;
        this.isWorkbook = isWorkbook;
        this.dates = dates;
        mapping.columns().forEach((field, caption) -> places.put(field, captions.indexOf(caption)));
    }

    /** Reads a line and says where it belongs. */
    Judged read(SourceTable.Line line) {
        try {
            String costCentre = text(line, Field.COST_CENTRE);
            return mapped(line.number(), read(line, costCentre), costCentre);
        } catch (Unreadable | CellException fault) {
            return Judged.unreadable(line.number(), String.valueOf(fault.getMessage()));
        }
    }

    private SourceLine read(SourceTable.Line line, String costCentre) {
        String account = required(line, Field.ACCOUNT);
        String when = required(line, Field.DATE);
        Optional<LocalDate> day = day(when);
        FiscalPeriod period = day.map(this::period).orElseGet(() -> period(when));
        String document = text(line, Field.DOCUMENT);
        return new SourceLine(
                source,
                document.isEmpty() ? figure(period, account, costCentre) : document,
                Moment.of(day.orElse(period.last())),
                account,
                text(line, Field.VENDOR),
                text(line, Field.CAMPAIGN),
                amount(required(line, Field.AMOUNT)),
                currency(text(line, Field.CURRENCY)),
                mapping.scenario(),
                "",
                "",
                period.address());
    }

    /** A file of figures has no documents: each figure is one, so that it takes the place of itself when it comes again. */
    private static String figure(FiscalPeriod period, String account, String costCentre) {
        String name =
                "%s %s %s".formatted(period.address(), account, costCentre).strip();
        return name.length() <= LONGEST_DOCUMENT ? name : Sha256.hex(name);
    }

    private String text(SourceTable.Line line, Field field) {
        int place = places.getOrDefault(field, -1);
        String text =
                place < 0 || place >= line.cells().size() ? "" : line.cells().get(place);
        if (text.length() > field.longest()) {
            throw new Unreadable(
                    "The %s is longer than %d characters: shorten it.".formatted(field.shown(), field.longest()));
        }
        return text;
    }

    private String required(SourceTable.Line line, Field field) {
        String text = text(line, field);
        if (text.isEmpty()) {
            throw new Unreadable("The %s is missing: fill it in, or leave the line out.".formatted(field.shown()));
        }
        return text;
    }

    private BigDecimal amount(String text) {
        BigDecimal amount = mapping.decimals()
                .read(text)
                .orElseThrow(() -> new Unreadable("“%s” is no amount: the mapping says decimals %s, so it would be %s."
                        .formatted(
                                text,
                                mapping.decimals(),
                                mapping.decimals() == Decimals.POINT ? "1,234.50" : "1.234,50")));
        // A workbook keeps 0.3 as 0.30000000000000004 where it was computed.
        BigDecimal kept = isWorkbook ? amount.setScale(DECIMALS, RoundingMode.HALF_UP) : amount;
        if (kept.abs().compareTo(TOO_LARGE) >= 0 || kept.stripTrailingZeros().scale() > DECIMALS) {
            throw new Unreadable("The amount %s has more than 15 digits before or %d behind the point: check it."
                    .formatted(text, DECIMALS));
        }
        return kept;
    }

    private Optional<LocalDate> day(String text) {
        if (isWorkbook && text.matches("\\d{1,7}(\\.\\d+)?")) {
            return Optional.of(dates.moment(Double.parseDouble(text)).date());
        }
        return mapping.dates().read(text);
    }

    private FiscalPeriod period(LocalDate day) {
        return leaf(PeriodAddress.from(Cell.of(Moment.of(day).serial()), DateSystem.FROM_1900));
    }

    private FiscalPeriod period(String text) {
        try {
            return leaf(PeriodAddress.of(text));
        } catch (CellException unknown) {
            throw new Unreadable("“%s” is neither a date written %s nor a period such as FY2027-P03."
                    .formatted(text, mapping.dates()));
        }
    }

    private FiscalPeriod leaf(PeriodAddress address) {
        var span = plan.span(address);
        if (!span.isLeaf()) {
            throw new Unreadable("%s is no single period: name the one that the amount belongs to."
                    .formatted(address.given().shown()));
        }
        return span.first();
    }

    private String currency(String written) {
        String code = written.isEmpty() ? mapping.currency() : written;
        return code.isEmpty() ? "" : plan.rates().known(CurrencyCode.from(Cell.of(code)));
    }

    /** Says where a line belongs by its account and its cost centre, and whether it may be booked there. */
    Judged mapped(int number, SourceLine line, String costCentre) {
        Optional<Metric> metric = metric(line.account());
        Optional<OrgUnit> unit = unit(costCentre, line.campaign());
        if (metric.isEmpty()) {
            return Judged.unmapped(
                    number, line, costCentre, "No metric is known for the account %s.".formatted(line.account()));
        } else if (unit.isEmpty()) {
            return Judged.unmapped(
                    number,
                    line,
                    costCentre,
                    "No unit is known for the cost centre “%s” and the campaign “%s”."
                            .formatted(costCentre, line.campaign()));
        }
        SourceLine there = at(line, metric.get(), unit.get());
        Judged judged = Judged.mapped(number, there, costCentre);
        String fault = faults.computeIfAbsent(
                Map.of("address", Ledger.address(plan, there), "currency", there.currency()), key -> fault(there));
        return fault.isEmpty() ? judged : judged.refused(fault);
    }

    private static SourceLine at(SourceLine line, Metric metric, OrgUnit unit) {
        String ofMoney = line.currency().isEmpty() ? unit.currency() : line.currency();
        return new SourceLine(
                line.source(),
                line.document(),
                line.date(),
                line.account(),
                line.vendor(),
                line.campaign(),
                line.amount(),
                metric.unit() == Metric.Unit.MONEY ? ofMoney : "",
                line.scenario(),
                metric.code(),
                unit.code(),
                line.period());
    }

    private Optional<Metric> metric(String account) {
        return metrics.computeIfAbsent(
                account,
                key -> named(mapping.metrics().get(account), plan::metric).or(() -> named(account, plan::metric)));
    }

    private Optional<OrgUnit> unit(String costCentre, String campaign) {
        return units.computeIfAbsent(
                costCentre + "\n" + campaign,
                key -> named(mapping.units().get(costCentre), plan::unit)
                        .or(() -> named(costCentre, plan::unit))
                        .or(() -> named(mapping.units().get(campaign), plan::unit))
                        .or(() -> named(mapping.units().get(ANY_OTHER), plan::unit)));
    }

    private static <M> Optional<M> named(@Nullable String label, Function<String, M> directory) {
        try {
            return label == null || label.isEmpty() ? Optional.empty() : Optional.of(directory.apply(label));
        } catch (CellException unknown) {
            return Optional.empty();
        }
    }

    private String fault(SourceLine line) {
        try {
            Optional<String> refusal = refusal(plan, Ledger.address(plan, line));
            if (refusal.isEmpty()) {
                line.rate(plan, place(line));
            }
            return refusal.orElse("");
        } catch (CellException fault) {
            return String.valueOf(fault.getMessage());
        }
    }

    /** Why nothing may be entered at an address; nothing where it may. */
    static Optional<String> refusal(PlanView plan, Address address) {
        Entry entry = new Entry(
                Entry.Kind.FIGURE,
                Optional.of(Cell.of(0)),
                address.metric(),
                address.unit(),
                PeriodAddress.of(address.period()),
                address.scenario(),
                "");
        Entry.Verdict verdict = entry.verdict(plan, Found.NOTHING);
        return verdict.status() == Entry.Status.STAGED
                ? Optional.empty()
                : Optional.of("%s at %s in %s: %s"
                        .formatted(address.metric(), address.unit(), address.period(), verdict.reason()));
    }

    private Place place(SourceLine line) {
        return Place.of(plan, line.metric(), line.unit(), PeriodAddress.of(line.period()), line.scenario());
    }
}
