package mpm.service.submissions.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import mpm.cell.CellException;
import mpm.link.Found;
import mpm.link.Need;
import mpm.plan.Address;
import mpm.plan.Entry;
import mpm.plan.Entry.Status;
import mpm.plan.Entry.Verdict;
import mpm.plan.Figures;
import mpm.plan.LastRead;
import mpm.plan.PeriodAddress;
import mpm.plan.PeriodLock;
import mpm.plan.PlanView;
import mpm.plan.Sha256;
import mpm.plan.StoredFigures;
import mpm.plan.StoredNote;
import mpm.service.audit.control.AuditTrail;
import mpm.service.audit.control.AuditTrail.From;
import mpm.service.figures.control.FigureStore;
import mpm.service.figures.entity.FigureRow;
import mpm.service.figures.entity.NoteRow;
import mpm.service.linkedworkbooks.control.LinkedWorkbooks;
import mpm.service.permission.control.Action;
import mpm.service.permission.control.Caller;
import mpm.service.plan.control.Plans;
import mpm.service.problems.control.Refusal;
import mpm.service.storage.control.DataVersion;
import mpm.service.submissions.entity.SubmissionLineRow;
import mpm.service.submissions.entity.SubmissionRow;
import mpm.service.submissions.entity.SubmissionRow.State;
import org.jspecify.annotations.Nullable;

/** Takes in figures and notes. */
@ApplicationScoped
public class Submissions {

    private static final String UNKNOWN = "UNKNOWN";
    private static final int LONGEST_LABEL = 32;
    private static final int LONGEST_REASON = 1_000;
    private static final int LONGEST_COMMENT = 2_000;
    private static final Set<Status> NOT_REFUSED = EnumSet.of(Status.NOTHING, Status.IN_SYNC, Status.STAGED);

    /** A submission of which nothing was written, since a line of it cannot be. */
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Outcome outcome;
        private final boolean isConflict;

        Refused(String sentence, Outcome outcome, boolean isConflict) {
            super(sentence, null, false, false);
            this.outcome = outcome;
            this.isConflict = isConflict;
        }

        public Outcome outcome() {
            return outcome;
        }

        /** Whether somebody else has changed what stands at one of the lines. */
        public boolean isConflict() {
            return isConflict;
        }
    }

    @PersistenceContext(unitName = "mpm")
    @SuppressWarnings("NullAway.Init") // The container sets it.
    EntityManager rows;

    @Inject
    DataVersion dataVersion;

    @Inject
    Plans plans;

    @Inject
    FigureStore store;

    @Inject
    LinkedWorkbooks workbooks;

    @Inject
    AuditTrail trail;

    @Inject
    Caller caller;

    /**
     * A part of the list of submissions.
     *
     * @param next before which the list goes on; nothing at its end
     */
    public record Page(List<Outcome> submissions, Optional<Long> next) {}

    /** What stands at the addresses of a submission. */
    private record Standing(
            Map<Address, FigureRow> figures, Map<Address, NoteRow> notes, Map<LastRead, Long> lastRead) {

        long rowVersion(Entry.Kind kind, Address address) {
            if (kind == Entry.Kind.NOTE) {
                NoteRow note = notes.get(address);
                return note == null ? 0 : note.rowVersion();
            }
            FigureRow figure = figures.get(address);
            return figure == null ? 0 : figure.rowVersion();
        }

        Optional<String> text(Entry.Kind kind, Address address) {
            return kind == Entry.Kind.NOTE
                    ? Optional.ofNullable(notes.get(address))
                            .flatMap(NoteRow::plan)
                            .map(note -> note.text())
                    : Optional.ofNullable(figures.get(address))
                            .flatMap(FigureRow::amount)
                            .map(amount -> amount.stripTrailingZeros().toPlainString());
        }
    }

    /** A line with what is to become of it; a fault where a label in it is unknown. */
    private record Judged(
            Submission.Line line, Verdict verdict, @Nullable CellException fault) {

        boolean isRefused() {
            return fault != null || !NOT_REFUSED.contains(verdict.status());
        }

        String status() {
            return fault != null ? UNKNOWN : verdict.status().text();
        }

        String reason() {
            return fault != null ? String.valueOf(fault.getMessage()) : verdict.reason();
        }
    }

    /** What would become of a submission; nothing is written. */
    @Transactional
    public Outcome dryRun(Submission submission) {
        PlanView plan = plans.view();
        Standing standing = standing(plan, submission);
        List<Judged> judged = judged(plan, standing, submission);
        return outcome(submission, judged, standing, Outcome.DRY_RUN);
    }

    /**
     * Writes a submission.
     *
     * @throws Refused if a line cannot be written, and the submission does not say that the others shall be
     */
    @Transactional
    public Outcome submit(Submission submission) {
        long id = dataVersion.countWrite();
        String hash = hash(submission);
        Optional<SubmissionRow> sentBefore = byKey(submission.key());
        if (sentBefore.isPresent()) {
            if (!sentBefore.get().contentHash().equals(hash)) {
                throw Refusal.invalid(
                        ("The key %s was another submission's of yours: give every submission a key of its own, and "
                                        + "send the same content again only under the same key.")
                                .formatted(submission.key()));
            }
            return outcome(sentBefore.get());
        }
        PlanView plan = plans.view();
        Standing standing = standing(plan, submission);
        List<Judged> judged = judged(plan, standing, submission);
        if (!submission.acceptsValid() && judged.stream().anyMatch(Judged::isRefused)) {
            throw refusal(outcome(submission, judged, standing, "REFUSED"));
        }
        return write(id, hash, submission, plan, standing, judged);
    }

    private Outcome write(
            long id, String hash, Submission submission, PlanView plan, Standing standing, List<Judged> judged) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        SubmissionRow row = new SubmissionRow(
                id, submission.key(), hash, submission.workbook(), caller.id(), now, submission.comment());
        // What is written changes what stands, so every line is told of that before.
        judged.forEach(each -> row.add(line(each, standing), each.isRefused()));
        Map<Verdict, SubmissionLineRow> done = new HashMap<>();
        List<SubmissionLineRow> lines = row.lines();
        for (int index = 0; index < judged.size(); index++) {
            Judged each = judged.get(index);
            SubmissionLineRow line = lines.get(index);
            if (each.verdict().status() != Status.STAGED) {
                continue;
            }
            SubmissionLineRow same = done.putIfAbsent(each.verdict(), line);
            if (same != null) {
                line.writtenWith(same);
                continue;
            }
            From from = new From(
                    submission.workbook(),
                    each.line().sheet().orElse(null),
                    each.line().cell().orElse(null));
            write(plan, line, standing, each.verdict().after(), "SUBMIT", from);
        }
        rows.persist(row);
        if (submission.workbook() != null) {
            workbooks.wrote(
                    submission.workbook(),
                    now,
                    row.lines().stream()
                            .filter(SubmissionLineRow::isWritten)
                            .collect(Collectors.toMap(
                                    line -> new LastRead(line.kind(), line.address()), SubmissionLineRow::rowVersion)));
        }
        rows.flush();
        return outcome(row);
    }

    /** The line as it is kept; what is too long to be kept is refused, and shortened here. */
    private SubmissionLineRow line(Judged judged, Standing standing) {
        Entry entry = judged.line().entry();
        Address address = judged.verdict()
                .address()
                .orElseGet(() -> new Address(
                        shortened(entry.scenario(), LONGEST_LABEL),
                        0,
                        shortened(entry.metric(), LONGEST_LABEL),
                        shortened(entry.unit(), LONGEST_LABEL),
                        shortened(entry.period().given().shown(), LONGEST_LABEL)));
        return new SubmissionLineRow(
                entry.kind(),
                address,
                judged.status(),
                shortened(judged.reason(), LONGEST_REASON),
                isShown(judged) ? standing.text(entry.kind(), address).orElse(null) : null,
                judged.verdict().after().orElse(null),
                isShown(judged) ? standing.rowVersion(entry.kind(), address) : 0,
                judged.line().sheet().orElse(null),
                judged.line().cell().orElse(null),
                shortened(entry.comment(), LONGEST_COMMENT));
    }

    private void write(
            PlanView plan,
            SubmissionLineRow line,
            Standing standing,
            Optional<String> after,
            String action,
            From from) {
        Address address = line.address();
        long before = standing.rowVersion(line.kind(), address);
        long seq = line.kind() == Entry.Kind.NOTE
                ? store.writeNote(address, standing.notes().get(address), after, action, from)
                : store.write(plan, address, standing.figures().get(address), after.map(BigDecimal::new), action, from);
        line.written(before + 1, seq);
    }

    /** Says that the figures of a submission are right. */
    @Transactional
    public Outcome approve(long id) {
        dataVersion.countWrite();
        SubmissionRow row = undecided(id);
        decide(row, State.APPROVED, null);
        return outcome(row);
    }

    /**
     * Takes the figures of a submission back: what stood there before stands there again.
     *
     * @throws Refusal if one of them was changed since, is locked, or belongs to a version that no longer counts
     */
    @Transactional
    public Outcome reject(long id, String reason) {
        dataVersion.countWrite();
        if (reason.isBlank()) {
            throw Refusal.invalid("A rejection has a reason: whoever submitted reads it.");
        }
        SubmissionRow row = undecided(id);
        PlanView plan = plans.view();
        List<SubmissionLineRow> written =
                row.lines().stream().filter(SubmissionLineRow::isWritten).toList();
        Standing standing = standing(written);
        for (SubmissionLineRow line : written) {
            int counting = plan.latest(plan.scenario(line.address().scenario())).number();
            if (line.address().version() != counting) {
                throw Refusal.conflict(
                        "%s belongs to version %d, and version %d counts now: submit what shall stand there instead."
                                .formatted(
                                        line.address().objectId(),
                                        line.address().version(),
                                        counting));
            } else if (standing.rowVersion(line.kind(), line.address()) != line.rowVersion()) {
                throw Refusal.conflict("%s was changed since: submit what shall stand there instead."
                        .formatted(line.address().objectId()));
            } else if (state(plan, line.address()) == PeriodLock.State.LOCKED) {
                throw Refusal.conflict("%s is locked: reopen it first."
                        .formatted(line.address().objectId()));
            }
        }
        From from = new From(row.workbook().orElse(null), null, null);
        for (SubmissionLineRow line : written) {
            write(plan, line, standing, line.before(), "REJECT", from);
        }
        decide(row, State.REJECTED, reason);
        return outcome(row);
    }

    private static PeriodLock.State state(PlanView plan, Address address) {
        return plan.state(
                plan.scenario(address.scenario()),
                plan.unit(address.unit()),
                plan.span(PeriodAddress.of(address.period())),
                Optional.of(plan.metric(address.metric())));
    }

    private SubmissionRow undecided(long id) {
        SubmissionRow row = require(id);
        PlanView plan = plans.view();
        Action.APPROVE.require(
                plan,
                roles -> row.lines().stream()
                        .filter(SubmissionLineRow::isWritten)
                        .allMatch(line -> mayRead(roles, line.address())));
        if (isOwn(row) && !caller.isAlone()) {
            throw Refusal.notPermitted("Nobody decides on their own submission: ask another approver.");
        } else if (row.lines().stream().noneMatch(SubmissionLineRow::isWritten)) {
            throw Refusal.conflict("Submission %d wrote nothing, so there is nothing to decide.".formatted(id));
        } else if (row.state() != State.APPLIED) {
            throw Refusal.conflict("Submission %d is %s already.".formatted(id, row.state()));
        }
        return row;
    }

    private void decide(SubmissionRow row, State state, @Nullable String reason) {
        row.decide(state, caller.id(), Instant.now().truncatedTo(ChronoUnit.MILLIS), reason);
        trail.append(new AuditTrail.Change(
                state == State.APPROVED ? "APPROVE" : "REJECT",
                "SUBMISSION",
                Long.toString(row.id()),
                State.APPLIED.name(),
                reason == null ? state.name() : state + ": " + reason));
        rows.flush();
    }

    /** A submission that the caller may see: their own, or one that touches a unit that they may read. */
    @Transactional
    public Outcome find(long id) {
        return outcome(require(id));
    }

    /** The latest submissions before one that the caller may see, the newest first, without their lines. */
    @Transactional
    public Page before(long id, int most) {
        PlanView plan = plans.view();
        List<Outcome> found = new ArrayList<>();
        long next = id;
        while (true) {
            List<SubmissionRow> part = rows.createNamedQuery(SubmissionRow.BEFORE, SubmissionRow.class)
                    .setParameter("id", next)
                    .setMaxResults(most)
                    .getResultList();
            for (SubmissionRow row : part) {
                next = row.id();
                List<SubmissionLineRow> visible = visible(plan, row);
                if (isOwn(row) || !visible.isEmpty()) {
                    found.add(outcome(row, visible, List.of()));
                }
                if (found.size() == most) {
                    return new Page(found, Optional.of(next));
                }
            }
            if (part.size() < most) {
                return new Page(found, Optional.empty());
            }
            rows.clear();
        }
    }

    private SubmissionRow require(long id) {
        SubmissionRow row = rows.find(SubmissionRow.class, id);
        if (row == null || (!isOwn(row) && visible(plans.view(), row).isEmpty())) {
            throw Refusal.unknown("There is no submission %d that you may see.".formatted(id));
        }
        return row;
    }

    private boolean isOwn(SubmissionRow row) {
        return row.by().equals(caller.id());
    }

    /** The lines that the caller may see: of their own submission all, of others those whose figures they may read. */
    private List<SubmissionLineRow> visible(PlanView plan, SubmissionRow row) {
        if (isOwn(row)) {
            return row.lines();
        }
        return row.lines().stream()
                .filter(line -> mayRead(plan, line.address()))
                .toList();
    }

    private static boolean mayRead(PlanView plan, Address address) {
        return plan.mayRead(address.metric(), address.unit(), address.scenario());
    }

    private Optional<SubmissionRow> byKey(String key) {
        return rows.createNamedQuery(SubmissionRow.BY_KEY, SubmissionRow.class)
                .setParameter("key", key)
                .setParameter("by", caller.id())
                .getResultStream()
                .findFirst();
    }

    private Standing standing(PlanView plan, Submission submission) {
        Set<Address> figures = new HashSet<>();
        Set<Address> notes = new HashSet<>();
        for (Submission.Line line : submission.lines()) {
            address(plan, line.entry()).ifPresent((line.entry().kind() == Entry.Kind.NOTE ? notes : figures)::add);
        }
        return new Standing(
                store.rows(figures),
                store.notes(notes),
                submission.workbook() == null ? Map.of() : workbooks.lastRead(submission.workbook()));
    }

    private Standing standing(Collection<SubmissionLineRow> lines) {
        Set<Address> figures = new HashSet<>();
        Set<Address> notes = new HashSet<>();
        lines.forEach(line -> (line.kind() == Entry.Kind.NOTE ? notes : figures).add(line.address()));
        return new Standing(store.rows(figures), store.notes(notes), Map.of());
    }

    /** Where an entry goes; nothing where it enters nothing, or where a label in it is unknown. */
    private static Optional<Address> address(PlanView plan, Entry entry) {
        try {
            return entry.needs(plan).stream()
                    .filter(LastRead.class::isInstance)
                    .map(need -> ((LastRead) need).address())
                    .findFirst();
        } catch (CellException unknown) {
            return Optional.empty();
        }
    }

    private static List<Judged> judged(PlanView plan, Standing standing, Submission submission) {
        List<Verdict> verdicts = new ArrayList<>();
        List<@Nullable CellException> faults = new ArrayList<>();
        for (Submission.Line line : submission.lines()) {
            try {
                verdicts.add(line.entry().verdict(plan, found(plan, standing, line)));
                faults.add(null);
            } catch (CellException fault) {
                verdicts.add(line.entry().nothing());
                faults.add(fault);
            }
        }
        List<Verdict> together = Entry.together(verdicts);
        List<Judged> judged = new ArrayList<>();
        for (int index = 0; index < together.size(); index++) {
            judged.add(new Judged(submission.lines().get(index), together.get(index), faults.get(index)));
        }
        return judged;
    }

    /** What the rules of an entry read. */
    private static Found found(PlanView plan, Standing standing, Submission.Line line) {
        Map<Need<?>, Object> found = new HashMap<>();
        for (Need<?> need : line.entry().needs(plan)) {
            if (need instanceof StoredFigures figures) {
                address(plan, line.entry())
                        .map(standing.figures()::get)
                        .flatMap(FigureRow::plan)
                        .ifPresentOrElse(
                                figure -> found.put(figures, Figures.of(List.of(figure))),
                                () -> found.put(figures, Figures.of(List.of())));
            } else if (need instanceof StoredNote note) {
                Optional.ofNullable(standing.notes().get(note.address()))
                        .flatMap(NoteRow::plan)
                        .ifPresent(stored -> found.put(note, stored));
            } else if (need instanceof LastRead read && !hasSeen(standing, line, read)) {
                found.put(read, seen(standing, line, read));
            }
        }
        return new Found(found);
    }

    /** Whether the sender has seen what stands there. */
    private static boolean hasSeen(Standing standing, Submission.Line line, LastRead read) {
        return LastRead.isCurrent(
                seen(standing, line, read),
                standing.rowVersion(read.kind(), read.address()),
                standing.text(read.kind(), read.address()).isPresent());
    }

    private static long seen(Standing standing, Submission.Line line, LastRead read) {
        return line.seen().orElseGet(() -> standing.lastRead().getOrDefault(read, 0L));
    }

    private static Refused refusal(Outcome outcome) {
        boolean isConflict =
                outcome.lines().stream().anyMatch(line -> line.status().equals(Status.CHANGED_ELSEWHERE.text()));
        return new Refused(
                "Nothing was written: %d of %d lines cannot be. outcome.lines says which and why."
                        .formatted(outcome.refused(), outcome.lines().size()),
                outcome,
                isConflict);
    }

    private Outcome outcome(Submission submission, List<Judged> judged, Standing standing, String state) {
        int refused = (int) judged.stream().filter(Judged::isRefused).count();
        return new Outcome(
                Optional.empty(),
                state,
                caller.id(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                submission.comment(),
                Optional.ofNullable(submission.workbook()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                judged.size() - refused,
                refused,
                judged.stream().map(each -> outcome(each, standing)).toList());
    }

    private Outcome.Line outcome(Judged judged, Standing standing) {
        Entry.Kind kind = judged.line().entry().kind();
        Optional<Address> address = judged.verdict().address().filter(each -> isShown(judged));
        return new Outcome.Line(
                kind,
                judged.verdict().address(),
                judged.status(),
                judged.reason(),
                address.flatMap(each -> standing.text(kind, each)),
                judged.verdict().after(),
                address.map(each -> standing.rowVersion(kind, each)).orElse(0L),
                judged.line().sheet(),
                judged.line().cell(),
                judged.verdict().status() == Status.CHANGED_ELSEWHERE
                        ? address.flatMap(each ->
                                        trail.of(each.objectId(), 1).stream().findFirst())
                                .map(entry -> new Outcome.Elsewhere(entry.userId(), entry.at()))
                        : Optional.empty());
    }

    /** Who may not enter somewhere does not learn what stands there. */
    private static boolean isShown(Judged judged) {
        return judged.verdict().status() != Status.NOT_PERMITTED;
    }

    private Outcome outcome(SubmissionRow row) {
        List<SubmissionLineRow> lines = visible(plans.view(), row);
        return outcome(
                row,
                lines,
                lines.stream()
                        .map(line -> new Outcome.Line(
                                line.kind(),
                                Optional.of(line.address()),
                                line.status(),
                                line.reason(),
                                line.before(),
                                line.after(),
                                line.rowVersion(),
                                line.sheet(),
                                line.cell(),
                                Optional.empty()))
                        .toList());
    }

    private static Outcome outcome(SubmissionRow row, List<SubmissionLineRow> visible, List<Outcome.Line> lines) {
        int refused = (int) visible.stream()
                .filter(line ->
                        NOT_REFUSED.stream().noneMatch(status -> status.text().equals(line.status())))
                .count();
        return new Outcome(
                Optional.of(row.id()),
                row.state().name(),
                row.by(),
                row.at(),
                row.comment(),
                row.workbook(),
                row.decidedBy(),
                row.decidedAt(),
                row.reason(),
                visible.size() - refused,
                refused,
                lines);
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }

    private static String hash(Submission submission) {
        return Sha256.hex(submission.toString());
    }
}
