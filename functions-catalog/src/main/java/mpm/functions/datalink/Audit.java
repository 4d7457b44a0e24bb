package mpm.functions.datalink;

import static mpm.catalogue.Stage.EXECUTE;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mpm.catalogue.Argument;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.Column;
import mpm.cell.Moment;
import mpm.cell.Table;
import mpm.link.Found;
import mpm.link.Need;
import mpm.plan.AuditEntry;
import mpm.plan.Change;
import mpm.plan.PeriodAddress;
import mpm.plan.Place;
import mpm.plan.PlanView;
import mpm.plan.StoredChanges;

@WorksheetFunction(
        name = "AUDIT",
        question = "Who changed this figure, when, and from where?",
        stage = EXECUTE,
        method =
                "The entries of every unit and period below the address, in all versions, the newest first. Each entry holds a"
                        + " fingerprint (SHA-256) of itself and of the entry before it.",
        source = "RFC 8785, JSON Canonicalization Scheme, 2020.",
        caution = "Hash OK says that an entry is as it was written, not that the figure is right.",
        related = {"VERSION.DIFF", "LOCKED", "DRILL"})
@Example(
        formula = "=MPM.AUDIT(\"MKT_SPEND\", \"EMEA\", \"FY2027-P10\", \"PLAN\", 1)",
        shows = "{\"When\",\"Who\",\"Action\",\"Old\",\"New\",\"Workbook\",\"Sheet\",\"Cell\",\"Comment\","
                + "\"Submission\",\"Hash OK\";46433.3958333333,\"planner-emea\",\"SUBMIT\",26399.6,32399.6,"
                + "\"annual-plan\",\"Budget\",\"B16\",\"Kestrel's show in April\",\"S12\",TRUE}")
@Example(
        formula = "=MPM.AUDIT(\"LEADS\", \"EMEA\", \"FY2027-P12\", \"ACTUAL\")",
        shows = "#N/A",
        because = "Nobody has entered anything here.")
@Example(
        formula = "=MPM.AUDIT(\"MKT_SPEND\", \"EMEA\", \"FY2027-P10\", \"PLAN\", 0)",
        shows = "#NUM!",
        because = "At least one entry must be wanted.")
public record Audit(
        @Argument("The metric, by its code or name.") String metric,

        @Argument("The unit, by its code or name.") String org,

        @Argument("FY2027, FY2027-Q1, FY2027-P03, 2027-03, YTD: or LTM: before one of them, or a date.")
        PeriodAddress period,

        @Argument("The scenario, such as PLAN.") String scenario,

        @Argument(value = "How many entries at most, 1 to 1000.", otherwise = "20")
        int rows)
        implements DataLink, ReadsPlan<Table<Audit.Line>> {

    private static final int MOST = 1000;

    /** Refuses a number of entries that cannot be. */
    public Audit {
        if (rows < 1 || rows > MOST) {
            throw CellError.NUM.because("rows is %d: give 1 to %d.".formatted(rows, MOST));
        }
    }

    /** An entry. */
    public record Line(
            @Column(value = "When", meaning = "When it was written, in universal time.")
            Moment when,

            @Column(value = "Who", meaning = "Who did it.") String who,

            @Column(value = "Action", meaning = "What was done.")
            String action,

            @Column(value = "Old", meaning = "What stood there; nothing where it was new.")
            Cell old,

            @Column(value = "New", meaning = "What stands there since; nothing where it was removed.")
            Cell now,

            @Column(value = "Workbook", meaning = "From which workbook.")
            String workbook,

            @Column(value = "Sheet", meaning = "From which sheet.")
            String sheet,

            @Column(value = "Cell", meaning = "From which cell.")
            String cell,

            @Column(value = "Comment", meaning = "What was said with it.")
            String comment,

            @Column(value = "Submission", meaning = "The submission that it came with.")
            String submission,

            @Column(
                    value = "Hash OK",
                    meaning = "TRUE where the entry is as it was written, and follows the one before it.")
            boolean isIntact) {

        private static Line of(Change change) {
            AuditEntry entry = change.entry();
            return new Line(
                    Moment.at(entry.at()),
                    entry.userId(),
                    entry.action(),
                    figureOrText(entry.before()),
                    figureOrText(entry.after()),
                    entry.workbookId().orElse(""),
                    entry.sheet().orElse(""),
                    entry.cell().orElse(""),
                    change.comment(),
                    change.submission(),
                    change.isIntact());
        }

        private static Cell figureOrText(Optional<String> written) {
            String text = written.orElse("");
            return text.matches("-?\\d+(\\.\\d+)?") ? Cell.of(new BigDecimal(text).doubleValue()) : Cell.of(text);
        }
    }

    @Override
    public Set<? extends Need<?>> needs(PlanView plan) {
        return Set.of(changes(plan));
    }

    @Override
    public Table<Line> value(PlanView plan, Found found) {
        List<Change> changes = found.at(changes(plan)).orElse(List.of());
        if (changes.isEmpty()) {
            throw Missing.noData();
        }
        return Table.of(Line.class, changes.stream().map(Line::of).toList());
    }

    private StoredChanges changes(PlanView plan) {
        Place place = Place.readable(plan, metric, org, period, scenario);
        return StoredChanges.of(
                plan,
                place.scenario(),
                place.metric(),
                place.unit(),
                place.span().leaves(),
                rows);
    }
}
