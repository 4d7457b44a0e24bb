package mpm.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import mpm.cell.Cell;
import mpm.cell.ShortestDecimal;
import mpm.link.Found;
import mpm.link.Need;

/**
 * A figure or a note as someone enters it, and what becomes of it. The cell, the dry run and the submission ask the same entry, so that
 * they cannot disagree.
 *
 * @param value what is entered; blank enters nothing, {@code #MISSING} removes what is stored
 * @param comment on a figure; empty for a note
 */
public record Entry(
        Kind kind,
        Optional<Cell> value,
        String metric,
        String unit,
        PeriodAddress period,
        String scenario,
        String comment) {

    private static final String REMOVED = "#MISSING";
    private static final int LONGEST_TEXT = 2_000;
    private static final double TOO_LARGE = 1e15;
    private static final int DECIMALS = 4;
    private static final int DECIMALS_OF_MONEY = 2;

    /** What is entered. */
    public enum Kind {
        FIGURE,
        /** May explain a ratio, a unit with parts and a long period as well. */
        NOTE
    }

    /** What becomes of an entry: the first that holds. */
    public enum Status {
        NOTHING(""),
        NOT_PERMITTED("NOT PERMITTED"),
        NOT_A_LEAF("NOT A LEAF"),
        LOCKED("LOCKED"),
        INVALID("INVALID"),
        IN_SYNC("IN SYNC"),
        CHANGED_ELSEWHERE("CHANGED ELSEWHERE"),
        STAGED("STAGED");

        private final String text;

        Status(String text) {
            this.text = text;
        }

        /** As a cell shows it. */
        public String text() {
            return text;
        }
    }

    /**
     * What becomes of an entry.
     *
     * @param kind a figure and its note have one address
     * @param reason a sentence for whoever entered it; empty where the status says all
     * @param address where it goes; nothing where nothing is entered
     * @param after the amount, plain and rounded, or the text that would stand there; nothing where it would be removed, or where the
     *     entry is refused
     */
    public record Verdict(Kind kind, Status status, String reason, Optional<Address> address, Optional<String> after) {

        private List<Object> target() {
            return List.of(kind, address);
        }

        private Verdict refused(Status refusal, String because) {
            return new Verdict(kind, refusal, because, address, Optional.empty());
        }
    }

    /** What is stored at the address of an entry: its text and its row version. */
    private record Standing(String text, long rowVersion) {}

    /** The stored data that the verdict depends on; none while the organisation is not found. */
    public Set<Need<?>> needs(PlanView plan) {
        if (isNothing()) {
            return Set.of();
        }
        Address address = address(plan);
        return kind == Kind.NOTE
                ? Set.of(new StoredNote(address), new LastRead(kind, address))
                : Set.of(figures(address), new LastRead(kind, address));
    }

    /** Whether the cell is blank, so that nothing is entered. */
    public boolean isNothing() {
        return value.isEmpty() || value.get().isBlank();
    }

    /** What becomes of it where nothing is entered. */
    public Verdict nothing() {
        return new Verdict(kind, Status.NOTHING, "", Optional.empty(), Optional.empty());
    }

    /**
     * What becomes of the entry.
     *
     * @throws mpm.cell.CellException #N/A for an unknown member or period
     */
    public Verdict verdict(PlanView plan, Found found) {
        if (isNothing()) {
            return nothing();
        }
        Place place = place(plan);
        Address address = address(plan);
        Verdict verdict = new Verdict(kind, Status.STAGED, "", Optional.of(address), after(place));
        if (!plan.mayEnter(place.metric(), place.unit(), place.scenario())) {
            return verdict.refused(
                    Status.NOT_PERMITTED, "You have no right to enter this here: ask your administrator for it.");
        } else if (kind == Kind.FIGURE
                && !(place.span().isLeaf()
                        && plan.isLeaf(place.unit(), place.span().first()))) {
            return verdict.refused(
                    Status.NOT_A_LEAF, "Figures are entered for units without parts and for single periods.");
        } else if (plan.state(place.scenario(), place.unit(), place.span(), Optional.of(place.metric()))
                != PeriodLock.State.OPEN) {
            return verdict.refused(Status.LOCKED, "This is closed: MPM.LOCKED says by whom and why.");
        }
        Optional<String> fault = fault(plan, place);
        if (fault.isPresent()) {
            return verdict.refused(Status.INVALID, fault.get());
        }
        Optional<Standing> standing = standing(address, found);
        if (standing.map(Standing::text).equals(verdict.after())) {
            return new Verdict(kind, Status.IN_SYNC, "", verdict.address(), verdict.after());
        }
        long rowVersion = standing.map(Standing::rowVersion).orElse(0L);
        return found.at(new LastRead(kind, address))
                        .filter(read -> !LastRead.isCurrent(read, rowVersion, standing.isPresent()))
                        .isPresent()
                ? new Verdict(
                        kind,
                        Status.CHANGED_ELSEWHERE,
                        "Someone has changed it since this workbook read it: refresh, then enter it again.",
                        verdict.address(),
                        verdict.after())
                : verdict;
    }

    /** Entries that go in together: those that stage something different at the same address are refused, all of them. */
    public static List<Verdict> together(List<Verdict> verdicts) {
        Map<List<Object>, Long> different = verdicts.stream()
                .filter(verdict -> verdict.status() == Status.STAGED)
                .distinct()
                .collect(Collectors.groupingBy(Verdict::target, Collectors.counting()));
        return verdicts.stream()
                .map(verdict -> verdict.status() == Status.STAGED && different.getOrDefault(verdict.target(), 0L) > 1
                        ? verdict.refused(
                                Status.INVALID, "Entered twice with different values: leave one of the cells.")
                        : verdict)
                .toList();
    }

    private Place place(PlanView plan) {
        return Place.of(plan, metric, unit, period, scenario);
    }

    private Address address(PlanView plan) {
        Place place = place(plan);
        return place.address(plan.latest(place.scenario()));
    }

    private String typed() {
        return value.orElseThrow().shown().strip();
    }

    private boolean isRemoval() {
        return typed().equals(REMOVED);
    }

    private Optional<String> after(Place place) {
        if (isRemoval()) {
            return Optional.empty();
        } else if (kind == Kind.NOTE) {
            return Optional.of(typed());
        }
        return value.filter(Cell.Numeric.class::isInstance)
                .map(cell -> plain(rounded(((Cell.Numeric) cell).value(), place.metric())));
    }

    private Optional<String> fault(PlanView plan, Place place) {
        Optional<OrgUnit> missing =
                plan.missing(place.unit(), place.span().first(), place.span().last());
        if (missing.isPresent() && !isRemoval()) {
            return Optional.of("%s takes nothing for %s: %s is there %s."
                    .formatted(
                            place.unit().code(),
                            place.span().address(),
                            missing.get().code(),
                            missing.get().validity().shown()));
        } else if (!place.metric().isActive() && !isRemoval()) {
            return Optional.of("%s is retired, so nothing of it is entered any more: what stands there stays."
                    .formatted(place.metric().code()));
        } else if (kind == Kind.NOTE) {
            return Optional.of("The text is longer than 2,000 characters: shorten it.")
                    .filter(fault -> typed().length() > LONGEST_TEXT);
        } else if (place.metric().ratio().isPresent()) {
            return Optional.of("%s is a ratio: enter the figures that it is made of."
                    .formatted(place.metric().code()));
        } else if (!isRemoval() && !(value.orElseThrow() instanceof Cell.Numeric)) {
            return Optional.of("“%s” is not a number: enter one, or #MISSING to remove the value.".formatted(typed()));
        } else if (value.orElseThrow() instanceof Cell.Numeric number && Math.abs(number.value()) >= TOO_LARGE) {
            return Optional.of("The number has more than 15 digits before the point: check the unit.");
        }
        return Optional.of("The comment is longer than 2,000 characters: shorten it.")
                .filter(fault -> comment.length() > LONGEST_TEXT);
    }

    private Optional<Standing> standing(Address address, Found found) {
        if (kind == Kind.NOTE) {
            return found.at(new StoredNote(address)).map(note -> new Standing(note.text(), note.rowVersion()));
        }
        return found.at(figures(address))
                .flatMap(figures -> figures.at(address))
                .map(figure -> new Standing(plain(figure.amount()), figure.rowVersion()));
    }

    private static StoredFigures figures(Address address) {
        return new StoredFigures(
                address.scenario(),
                address.version(),
                Set.of(address.metric()),
                Set.of(address.unit()),
                Set.of(address.period()));
    }

    /** A figure as it is stored: rounded half up from the decimal that was typed. */
    public static BigDecimal rounded(double value, Metric metric) {
        return ShortestDecimal.of(value)
                .setScale(metric.unit() == Metric.Unit.MONEY ? DECIMALS_OF_MONEY : DECIMALS, RoundingMode.HALF_UP);
    }

    private static String plain(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }
}
