package mpm.service.imports.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mpm.cell.DateSystem;
import mpm.plan.Address;
import mpm.plan.PlanView;
import mpm.plan.Scenario;
import mpm.plan.Sha256;
import mpm.plan.SourceLine;
import mpm.service.audit.control.AuditTrail;
import mpm.service.configuration.Settings;
import mpm.service.imports.entity.SourceFileRow;
import mpm.service.imports.entity.SourceTextRow;
import mpm.service.ledger.control.Ledger;
import mpm.service.ledger.entity.SourceLineRow;
import mpm.service.ledger.entity.SourceLineRow.Status;
import mpm.service.permission.control.Action;
import mpm.service.permission.control.Caller;
import mpm.service.plan.control.Plans;
import mpm.service.problems.control.Refusal;
import mpm.service.storage.control.DataVersion;
import org.jspecify.annotations.Nullable;

/** Takes in files of what happened: reads them, maps their lines, and applies them. */
@ApplicationScoped
public class Imports {

    private static final String FILE = "SOURCE FILE";
    private static final String ANYBODY = "";
    private static final int SHOWN_LINES = 10;
    private static final int SHOWN_PROBLEMS = 100;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_REASON = 500;

    /**
     * A file that is sent.
     *
     * @param source the system that it comes from
     * @param sheet of a workbook; nothing for the first
     * @param encoding of a text; nothing to find it out, as of the separator
     */
    public record Sent(
            String source,
            String name,
            boolean isWorkbook,
            Optional<String> sheet,
            Optional<String> encoding,
            Optional<Character> separator) {}

    /** A line with something in it, as it stands in the file. */
    public record Shown(int line, List<String> cells) {}

    /** Why a line cannot be applied. */
    public record Problem(int line, String sentence) {}

    /**
     * A control total: what was booked to an account in a currency.
     *
     * @param metric to which it is mapped; nothing while it is not
     */
    public record Total(
            String account, String currency, @Nullable String metric, int lines, BigDecimal amount, int unmapped) {}

    /**
     * A file as it would be applied, or was.
     *
     * @param captions the names of its columns; none once it is applied
     * @param unchanged lines of documents that are there already as they are
     * @param problems the first of them
     * @param notes what should be looked at
     */
    public record Preview(
            SourceFileRow file,
            List<String> captions,
            Mapping mapping,
            List<Shown> first,
            int lines,
            int mapped,
            int unmapped,
            int rejected,
            int unchanged,
            int problemCount,
            List<Problem> problems,
            List<Total> totals,
            List<String> notes) {}

    @PersistenceContext(unitName = "mpm")
    @SuppressWarnings("NullAway.Init") // The container sets it.
    EntityManager rows;

    @Inject
    Settings settings;

    @Inject
    DataVersion dataVersion;

    @Inject
    Plans plans;

    @Inject
    Mappings mappings;

    @Inject
    Ledger ledger;

    @Inject
    AuditTrail trail;

    @Inject
    Caller caller;

    /**
     * Reads a file and keeps what it says; a file that is there already is not kept twice.
     *
     * @throws Refusal where it is no table
     */
    @Transactional
    public Preview receive(Sent sent, byte[] bytes) {
        Action.IMPORT.require(caller);
        requireSense(sent);
        // It is read before the write is counted: whoever else writes need not wait for a long file.
        SourceTable table = sent.isWorkbook()
                ? SourceTable.ofWorkbook(
                        bytes, sent.sheet(), settings.workbooks().limits())
                : SourceTable.ofText(bytes, sent.encoding(), sent.separator());
        int header = table.header().number();
        String hash = Sha256.hex(bytes);
        long id = dataVersion.countWrite();
        Optional<SourceFileRow> same = rows.createNamedQuery(SourceFileRow.SAME, SourceFileRow.class)
                .setParameter("source", sent.source())
                .setParameter("hash", hash)
                .getResultStream()
                .findFirst();
        if (same.filter(SourceFileRow::isApplied).isPresent()) {
            return preview(same.get());
        }
        // Sent again it may be meant to be read another way.
        same.ifPresent(this::forget);
        SourceFileRow file = new SourceFileRow(id, sent.source(), sent.name(), hash, caller.id(), now());
        file.read(table.format(), table.isWorkbook(), table.daysLater(), header);
        rows.persist(file);
        rows.flush();
        table.lines().forEach(line -> rows.persist(new SourceTextRow(id, line.number(), line.cells())));
        rows.flush();
        return preview(file);
    }

    private static void requireSense(Sent sent) {
        if (!sent.source().matches("[A-Z0-9][A-Z0-9_.-]{0,63}")) {
            throw Refusal.invalid(
                    "A system is called by 1 to 64 capital letters, digits, dots, hyphens or underscores: SAP.");
        } else if (sent.name().length() > LONGEST_NAME) {
            throw Refusal.invalid("The name of the file is longer than %d characters.".formatted(LONGEST_NAME));
        }
    }

    /** The files that the caller has sent, the latest first; to those who import for every unit, all. */
    @Transactional
    public List<SourceFileRow> files(int most) {
        return rows.createNamedQuery(SourceFileRow.LATEST, SourceFileRow.class)
                .setParameter("receiver", receiver())
                .setMaxResults(most)
                .getResultList();
    }

    private boolean importsEverything() {
        return Action.IMPORT.isAllowedEverywhere(plans.view());
    }

    private boolean isOwn(SourceFileRow file) {
        return file.receivedBy().equals(caller.id());
    }

    @Transactional
    public Preview find(long id) {
        return preview(require(id));
    }

    /** Forgets a file that was not applied. */
    @Transactional
    public void remove(long id) {
        dataVersion.countWrite();
        Action.IMPORT.require(caller);
        SourceFileRow file = require(id);
        if (file.isApplied()) {
            throw Refusal.conflict(
                    "File %d was applied: its lines stay until a file with the same documents takes their place."
                            .formatted(id));
        }
        forget(file);
    }

    private void forget(SourceFileRow file) {
        rows.createNamedQuery(SourceTextRow.FORGET)
                .setParameter("file", file.id())
                .executeUpdate();
        rows.remove(file);
        rows.flush();
    }

    /** Says how the files of a system are read, those that come as well. */
    @Transactional
    public Preview map(long id, Mapping mapping) {
        dataVersion.countWrite();
        Action.IMPORT.require(caller);
        SourceFileRow file = require(id);
        requireOwnSource(file.source());
        requireSense(plans.view(), mapping, file.isApplied() ? Optional.empty() : Optional.of(content(file)));
        mappings.put(file.source(), mapping);
        rows.flush();
        return preview(file);
    }

    /** One mapping holds for all files of a system, whoever sends them. */
    private void requireOwnSource(String source) {
        long others = rows.createNamedQuery(SourceFileRow.OF_OTHERS, Long.class)
                .setParameter("source", source)
                .setParameter("receiver", caller.id())
                .getSingleResult();
        if (others > 0 && !importsEverything()) {
            throw Refusal.notPermitted(
                    "Others import from %s as well, and one mapping holds for all: ask a controller of every unit to change it, or call your system otherwise."
                            .formatted(source));
        }
    }

    private static void requireSense(PlanView plan, Mapping mapping, Optional<FileContent> content) {
        Scenario.Kind kind = plan.scenario(mapping.scenario()).kind();
        if (kind != Scenario.Kind.ACTUAL && kind != Scenario.Kind.COMMITTED) {
            throw Refusal.invalid("%s is neither of kind ACTUAL nor COMMITTED: what is planned is not imported."
                    .formatted(mapping.scenario()));
        }
        mapping.metrics().values().forEach(plan::metric);
        mapping.units().values().forEach(plan::unit);
        content.ifPresent(known -> mapping.columns().forEach((field, caption) -> {
            if (!known.captions().contains(caption)) {
                throw Refusal.invalid("The file has no column “%s” for the %s: its columns are %s."
                        .formatted(caption, field.shown(), String.join(", ", known.captions())));
            }
        }));
        for (Map<String, String> meanings : List.of(mapping.metrics(), mapping.units())) {
            meanings.keySet().stream()
                    .filter(given -> given.isBlank() || given.length() > LONGEST_NAME)
                    .findFirst()
                    .ifPresent(given -> {
                        throw Refusal.invalid(
                                "An account, cost centre or campaign has 1 to %d characters.".formatted(LONGEST_NAME));
                    });
        }
    }

    /**
     * Applies a file: all of its lines, or none. Documents that are there already are replaced. What the file does not say where
     * it belongs is kept, and applied later by applying the file again under a mapping that says it.
     *
     * @param leavesOut whether lines that cannot be read are left out
     * @throws Refusal where a line cannot be read or booked
     */
    @Transactional
    public Preview apply(long id, boolean leavesOut) {
        dataVersion.countWrite();
        Action.IMPORT.require(caller);
        SourceFileRow file = require(id);
        PlanView plan = plans.view();
        if (file.isApplied()) {
            mapLater(plan, file);
        } else {
            applyFirst(plan, file, leavesOut);
        }
        rows.flush();
        return preview(file);
    }

    private void applyFirst(PlanView plan, SourceFileRow file, boolean leavesOut) {
        FileContent content = content(file);
        Mapping mapping = mappings.of(file, content);
        mapping.lacks().stream().findFirst().ifPresent(lack -> {
            throw Refusal.invalid(lack);
        });
        Compared compared = compared(file, judged(reader(plan, file, mapping, content), content));
        requireApplicable(compared.changed(), leavesOut);
        List<Judged> taken =
                compared.changed().stream().filter(Judged::isReadable).toList();
        List<SourceLine> replaced =
                compared.replaced().stream().map(SourceLineRow::plan).toList();
        requireOpen(plan, replaced);
        ledger.remove(compared.replaced());
        Set<Address> touched = addresses(plan, replaced);
        taken.forEach(each -> touched.addAll(keep(plan, file.id(), each)));
        int figures = ledger.settle(plan, touched);
        rows.createNamedQuery(SourceTextRow.FORGET)
                .setParameter("file", file.id())
                .executeUpdate();
        file.apply(caller.id(), now());
        trail.append(new AuditTrail.Change(
                "APPLY",
                FILE,
                Long.toString(file.id()),
                replaced.isEmpty() ? null : "%d lines of the same documents".formatted(replaced.size()),
                "%s %s (%s): %d lines, %d left out, %d there before, %d figures"
                        .formatted(
                                file.source(),
                                file.name(),
                                file.hash(),
                                taken.size(),
                                compared.changed().size() - taken.size(),
                                compared.unchanged(),
                                figures)));
    }

    /**
     * A file held against what is there. An export of the year to date holds documents of periods that are closed; as long as
     * they are what they were, they are nothing to book.
     *
     * @param changed the lines that would be booked
     * @param replaced the lines whose places they take
     * @param unchanged how many lines are there already as they are
     */
    private record Compared(List<Judged> changed, List<SourceLineRow> replaced, int unchanged) {}

    private Compared compared(SourceFileRow file, List<Judged> judged) {
        Map<String, List<Judged>> coming = judged.stream()
                .filter(Judged::isReadable)
                .collect(Collectors.groupingBy(each -> each.line().orElseThrow().document()));
        Map<String, List<SourceLineRow>> known = ledger.of(file.source(), coming.keySet()).stream()
                .collect(Collectors.groupingBy(row -> row.plan().document()));
        Set<String> same = coming.keySet().stream()
                .filter(known::containsKey)
                .filter(document -> said(coming.getOrDefault(document, List.of()).stream()
                                .map(each -> said(each.line().orElseThrow(), each.costCentre())))
                        .equals(said(known.getOrDefault(document, List.of()).stream()
                                .map(row -> said(row.plan(), row.costCentre())))))
                .collect(Collectors.toSet());
        List<Judged> changed = judged.stream()
                .filter(each -> each.line()
                        .filter(line -> same.contains(line.document()))
                        .isEmpty())
                .toList();
        return new Compared(
                changed,
                known.entrySet().stream()
                        .filter(document -> !same.contains(document.getKey()))
                        .flatMap(document -> document.getValue().stream())
                        .toList(),
                judged.size() - changed.size());
    }

    /** What the lines of a document say, in whatever order. */
    private static List<String> said(Stream<String> lines) {
        return lines.sorted().toList();
    }

    private static String said(SourceLine line, String costCentre) {
        return Stream.of(
                        line.date().date(),
                        line.account(),
                        line.vendor(),
                        line.campaign(),
                        costCentre,
                        line.amount().stripTrailingZeros().toPlainString(),
                        line.currency(),
                        line.scenario(),
                        line.metric(),
                        line.unit(),
                        line.period())
                .map(Object::toString)
                .collect(Collectors.joining("\n"));
    }

    private static void requireApplicable(List<Judged> judged, boolean leavesOut) {
        List<Judged> standing = judged.stream()
                .filter(each -> each.isRefused() || (!each.isReadable() && !leavesOut))
                .toList();
        if (!standing.isEmpty()) {
            Judged first = standing.get(0);
            throw Refusal.conflict("Nothing was applied: %d of %d lines cannot be. Line %d: %s"
                    .formatted(standing.size(), judged.size(), first.number(), first.reason()));
        }
    }

    /** What a document no longer says is taken out of figures, and these may be closed. */
    private static void requireOpen(PlanView plan, List<SourceLine> replaced) {
        for (Address address : addresses(plan, replaced)) {
            LineReader.refusal(plan, address).ifPresent(refusal -> {
                throw Refusal.conflict(
                        "Nothing was applied: a document of the file is there already, in %s".formatted(refusal));
            });
        }
    }

    private static Set<Address> addresses(PlanView plan, Collection<SourceLine> lines) {
        return lines.stream()
                .filter(line -> !line.metric().isEmpty() && !line.unit().isEmpty())
                .map(line -> Ledger.address(plan, line))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private Set<Address> keep(PlanView plan, long id, Judged judged) {
        SourceLine line = judged.line().orElseThrow();
        SourceLineRow row = new SourceLineRow(id, judged.number(), line, judged.costCentre());
        row.belong(line, judged.status(), judged.reason());
        ledger.add(row);
        return addresses(plan, List.of(line));
    }

    /** Lines of a file that was applied may be known by now. */
    private void mapLater(PlanView plan, SourceFileRow file) {
        LineReader reader = reader(plan, file, mappings.of(file.source()), FileContent.NONE);
        Set<Address> touched = new HashSet<>();
        int found = 0;
        for (SourceLineRow row : ledger.of(file.id())) {
            if (row.status() != Status.UNMAPPED) {
                continue;
            }
            Judged judged = reader.mapped(row.place(), row.plan(), row.costCentre());
            if (judged.isRefused()) {
                throw Refusal.conflict("Nothing was applied. Line %d: %s".formatted(row.place(), judged.reason()));
            } else if (judged.status() == Status.MAPPED) {
                SourceLine line = judged.line().orElseThrow();
                row.belong(line, Status.MAPPED, "");
                touched.addAll(addresses(plan, List.of(line)));
                found++;
            }
        }
        if (found > 0) {
            rows.flush();
            int figures = ledger.settle(plan, touched);
            trail.append(new AuditTrail.Change(
                    "APPLY",
                    FILE,
                    Long.toString(file.id()),
                    null,
                    "%d lines mapped later, %d figures".formatted(found, figures)));
        }
    }

    /** The lines of a status behind one. */
    @Transactional
    public List<SourceLineRow> lines(Status status, long file, int line, int most) {
        PlanView plan = plans.view();
        return status == Status.MAPPED
                ? ledger.of(status, ANYBODY, file, line, most).stream()
                        .filter(row -> mayRead(plan, row.plan()))
                        .toList()
                : ledger.of(status, receiver(), file, line, most);
    }

    /** The sums of all lines of a status; of those that are mapped, each is for some readers only, and so no sum is for all. */
    @Transactional
    public List<Ledger.Sum> sums(Status status) {
        return status == Status.MAPPED ? List.of() : ledger.sums(status, receiver());
    }

    /** Whose files the caller sees, and their lines while nobody knows where they belong. */
    private String receiver() {
        return importsEverything() ? ANYBODY : caller.id();
    }

    private static boolean mayRead(PlanView plan, SourceLine line) {
        return plan.mayRead(line.metric(), line.unit(), line.scenario());
    }

    /** Says that a line that is not mapped belongs nowhere. */
    @Transactional
    public void reject(long file, int line, String reason) {
        dataVersion.countWrite();
        Action.IMPORT.require(caller);
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw Refusal.invalid("Say in 1 to %d characters why the line belongs nowhere.".formatted(LONGEST_REASON));
        }
        require(file);
        SourceLineRow row = ledger.of(file).stream()
                .filter(each -> each.place() == line)
                .findFirst()
                .orElseThrow(() -> Refusal.unknown("File %d has no line %d that was applied.".formatted(file, line)));
        if (row.status() != Status.UNMAPPED) {
            throw Refusal.conflict("Line %d is %s: only a line that is not mapped is rejected."
                    .formatted(line, row.status().name()));
        }
        row.belong(row.plan(), Status.REJECTED, reason);
        trail.append(new AuditTrail.Change(
                "REJECT", "SOURCE LINE", "%d/%d".formatted(file, line), Status.UNMAPPED.name(), reason));
    }

    private SourceFileRow require(long id) {
        SourceFileRow file = rows.find(SourceFileRow.class, id);
        if (file == null || (!isOwn(file) && !importsEverything())) {
            throw Refusal.unknown("There is no file %d.".formatted(id));
        }
        return file;
    }

    private Preview preview(SourceFileRow file) {
        return file.isApplied() ? applied(file) : unapplied(file);
    }

    private Preview unapplied(SourceFileRow file) {
        FileContent content = content(file);
        Mapping mapping = mappings.of(file, content);
        List<Judged> judged =
                mapping.lacks().isEmpty() ? judged(reader(plans.view(), file, mapping, content), content) : List.of();
        return preview(
                file,
                content.captions(),
                mapping,
                content.lines().stream()
                        .limit(SHOWN_LINES)
                        .map(line -> new Shown(line.number(), line.cells()))
                        .toList(),
                content.lines().size(),
                judged,
                compared(file, judged),
                content.notes(mapping, file.isWorkbook()));
    }

    private Preview applied(SourceFileRow file) {
        List<Judged> lines = ledger.of(file.id()).stream()
                .map(row -> new Judged(
                        row.place(), Optional.of(row.plan()), row.costCentre(), row.status(), row.reason(), false))
                .toList();
        return preview(
                file,
                List.of(),
                mappings.of(file.source()),
                List.of(),
                lines.size(),
                lines,
                new Compared(lines, List.of(), 0),
                List.of());
    }

    private static Preview preview(
            SourceFileRow file,
            List<String> captions,
            Mapping mapping,
            List<Shown> first,
            int lines,
            List<Judged> judged,
            Compared compared,
            List<String> notes) {
        List<Problem> problems = compared.changed().stream()
                .filter(Judged::hasProblem)
                .map(each -> new Problem(each.number(), each.reason()))
                .toList();
        List<Judged> readable = judged.stream().filter(Judged::isReadable).toList();
        Function<Status, Integer> count = status ->
                (int) readable.stream().filter(each -> each.status() == status).count();
        return new Preview(
                file,
                captions,
                mapping,
                first,
                lines,
                count.apply(Status.MAPPED),
                count.apply(Status.UNMAPPED),
                count.apply(Status.REJECTED),
                compared.unchanged(),
                problems.size(),
                problems.stream().limit(SHOWN_PROBLEMS).toList(),
                totals(readable),
                notes);
    }

    private static List<Total> totals(List<Judged> readable) {
        Map<String, List<Judged>> byAccount = readable.stream()
                .collect(Collectors.groupingBy(
                        each -> {
                            SourceLine line = each.line().orElseThrow();
                            return line.account() + "\n" + line.currency();
                        },
                        TreeMap::new,
                        Collectors.toList()));
        return byAccount.values().stream().map(Imports::total).toList();
    }

    private static Total total(List<Judged> ofAccount) {
        List<SourceLine> lines = lines(ofAccount);
        return new Total(
                lines.get(0).account(),
                lines.get(0).currency(),
                lines.stream()
                        .map(SourceLine::metric)
                        .filter(metric -> !metric.isEmpty())
                        .findFirst()
                        .orElse(null),
                lines.size(),
                lines.stream().map(SourceLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add),
                (int) ofAccount.stream()
                        .filter(each -> each.status() == Status.UNMAPPED)
                        .count());
    }

    private static List<SourceLine> lines(List<Judged> judged) {
        return judged.stream().map(each -> each.line().orElseThrow()).toList();
    }

    private static List<Judged> judged(LineReader reader, FileContent content) {
        return content.lines().stream().map(reader::read).toList();
    }

    private static LineReader reader(PlanView plan, SourceFileRow file, Mapping mapping, FileContent content) {
        return new LineReader(
                plan,
                file.source(),
                mapping,
                file.isWorkbook(),
                file.daysLater() == 0 ? DateSystem.FROM_1900 : DateSystem.FROM_1904,
                content.captions());
    }

    private FileContent content(SourceFileRow file) {
        List<SourceTable.Line> lines = rows.createNamedQuery(SourceTextRow.OF_FILE, SourceTextRow.class)
                .setParameter("file", file.id())
                .getResultStream()
                .map(row -> new SourceTable.Line(row.place(), row.cells()))
                .filter(line -> line.number() >= file.header())
                .toList();
        return new FileContent(SourceTable.captions(lines.get(0)), lines.subList(1, lines.size()));
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
