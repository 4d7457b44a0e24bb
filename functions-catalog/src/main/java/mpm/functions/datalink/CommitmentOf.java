package mpm.functions.datalink;

import static mpm.catalogue.Stage.PLAN;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mpm.catalogue.Argument;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.Answer;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.Column;
import mpm.cell.Labels;
import mpm.cell.Moment;
import mpm.cell.Table;
import mpm.link.Found;
import mpm.link.Need;
import mpm.plan.Commitment;
import mpm.plan.PlanView;
import mpm.plan.StoredCommitments;

@WorksheetFunction(
        name = "COMMITMENT",
        question = "What did we promise?",
        stage = PLAN,
        method =
                "As it stood at the end of the day as_of. A register of an owner is made for KEPT: its rows are that function's.",
        caution = "It reads only: promises are made, accepted and disclosed in the pane, where they are signed.",
        related = {"KEPT", "ATTAIN"},
        table = CommitmentOf.Line.class)
@Example(formula = "=MPM.COMMITMENT(\"K7\")", shows = "4400", because = "The value promised last.")
@Example(formula = "=MPM.COMMITMENT(\"K7\", \"ORIGINAL\")", shows = "4693", because = "The value promised first.")
@Example(
        formula = "=MPM.COMMITMENT(\"demand-emea\", , DATE(2027,2,28))",
        shows = "{\"Id\",\"Owner\",\"Due\",\"Committed\",\"Actual\",\"Direction\",\"Tolerance\",\"Weight\","
                + "\"Confidence\";\"K3\",\"demand-emea\",46387,115,112.4,\"LOWER\",0,\"\",0.6;\"K7\","
                + "\"demand-emea\",46477,4400,\"\",\"HIGHER\",0.05,\"\",0.8}")
@Example(
        formula = "=MPM.COMMITMENT(\"K99\")",
        shows = "#N/A",
        because = "There is no such promise, and nobody of this name.")
public record CommitmentOf(
        @Argument("The id of a promise, or its owner: a user's id, name or e-mail address.")
        String idOrOwner,

        @Argument(
                value = "Of one promise: VALUE, DUE, OWNER, STATE, ORIGINAL, REVISIONS or CONSEQUENCE.",
                otherwise = "VALUE")
        Attribute attribute,

        @Argument("At the end of which day; left out, now.") Optional<Moment> asOf)
        implements DataLink, ReadsPlan<Answer> {

    /** What can be asked of a promise. */
    public enum Attribute {
        VALUE,
        DUE,
        OWNER,
        STATE,
        ORIGINAL,
        REVISIONS,
        CONSEQUENCE
    }

    /** A promise in the register of its owner. */
    public record Line(
            @Column(value = "Id", meaning = "The promise.") String id,

            @Column(value = "Owner", meaning = "Who promised.")
            String owner,

            @Column(value = "Due", meaning = "The last day to keep it.")
            Moment due,

            @Column(value = "Committed", meaning = "What was promised last.")
            double committed,

            @Column(value = "Actual", meaning = "What came; nothing before it is disclosed.")
            Cell actual,

            @Column(value = "Direction", meaning = "Which way the metric is better.")
            String direction,

            @Column(value = "Tolerance", meaning = "The share that may be missing.")
            double tolerance,

            @Column(value = "Weight", meaning = "Nothing: yours to fill in.")
            String weight,

            @Column(value = "Confidence", meaning = "How probable the owner thought it.")
            Cell confidence) {}

    @Override
    public Set<? extends Need<?>> needs(PlanView plan) {
        return Set.of(stored(plan));
    }

    @Override
    public Answer value(PlanView plan, Found found) {
        StoredCommitments stored = stored(plan);
        List<Commitment> commitments = found.at(stored).orElse(List.of());
        Optional<Commitment> named = commitments.stream()
                .filter(each -> Labels.key(each.id()).equals(Labels.key(idOrOwner)))
                .findFirst();
        if (named.isPresent()) {
            PlanView.require(mayRead(named.get(), plan));
            return attribute(named.get().at(day(plan)).orElseThrow(Missing::noData), plan);
        }
        if (commitments.isEmpty() && plan.people(idOrOwner).isEmpty()) {
            throw plan.hidden(CellError.NA.because(
                    "Unknown commitment or owner “%s”: write the id of a promise, or a user's id, name or e-mail."
                            .formatted(idOrOwner.strip())));
        } else if (attribute != Attribute.VALUE) {
            throw CellError.VALUE.because(
                    "%s is asked of one promise: of an owner leave attribute out.".formatted(attribute));
        }
        return register(commitments, plan);
    }

    private Table<Line> register(List<Commitment> commitments, PlanView plan) {
        List<Line> lines = commitments.stream()
                .filter(each -> mayRead(each, plan))
                .flatMap(each -> each.at(day(plan)).stream())
                .sorted(Comparator.comparing(Commitment::due).thenComparing(Commitment::id))
                .map(each -> line(each, plan))
                .toList();
        if (lines.isEmpty()) {
            throw Missing.noData();
        }
        return Table.of(Line.class, lines);
    }

    private static Line line(Commitment promise, PlanView plan) {
        return new Line(
                promise.id(),
                promise.owner(),
                promise.due(),
                promise.value(),
                promise.disclosed().map(outcome -> Cell.of(outcome.value())).orElse(Cell.blank()),
                plan.stored(promise.metric()).direction().name(),
                promise.tolerance(),
                "",
                promise.confidence().map(Cell::of).orElse(Cell.blank()));
    }

    private Cell attribute(Commitment promise, PlanView plan) {
        return switch (attribute) {
            case VALUE -> Cell.of(promise.value());
            case DUE -> Cell.of(promise.due());
            case OWNER -> Cell.of(promise.owner());
            case STATE ->
                Cell.of(promise.state(day(plan), plan.stored(promise.metric()).direction())
                        .name());
            case ORIGINAL -> Cell.of(promise.original());
            case REVISIONS -> Cell.of(promise.revisions().size() - 1);
            case CONSEQUENCE ->
                Cell.of(Stream.of(signed("+ ", promise.positive()), signed("− ", promise.negative()))
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(" / ")));
        };
    }

    private static String signed(String sign, String consequence) {
        return consequence.isBlank() ? "" : sign + consequence;
    }

    private Moment day(PlanView plan) {
        return asOf.orElse(plan.asOf());
    }

    private static boolean mayRead(Commitment promise, PlanView plan) {
        return plan.mayRead(plan.stored(promise.metric()), plan.unit(promise.unit()));
    }

    private StoredCommitments stored(PlanView plan) {
        // Whoever is known by their groups alone is in no list of people.
        Set<String> people = plan.people(idOrOwner);
        return new StoredCommitments(idOrOwner.strip(), people.isEmpty() ? Set.of(idOrOwner.strip()) : people);
    }
}
