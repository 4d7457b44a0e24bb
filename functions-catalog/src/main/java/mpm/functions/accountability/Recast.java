package mpm.functions.accountability;

import static mpm.catalogue.Stage.EXECUTE;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.Row;
import mpm.catalogue.Rows;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.Column;
import mpm.cell.Labels;
import mpm.cell.Table;

@WorksheetFunction(
        name = "RECAST",
        question = "How often, how far and how late are promises rewritten?",
        stage = EXECUTE,
        method = "Every revision is held against the original promise. The sandbag index is the part of the "
                + "revisions made in the last fifth of a commitment's life.",
        caution =
                "It counts late rewriting in either direction, and so honest late news as well: read it with Drift %.",
        related = "KEPT")
@Example(
        formula = "=MPM.RECAST({\"Id\",\"Made\",\"Due\",\"Committed\";\"K1\",46000,46100,500;\"K2\",46000,46100,80},"
                + "{\"Id\",\"Date\",\"Committed\";\"K1\",46050,480;\"K1\",46080,450})",
        shows = "{\"Id\",\"Original\",\"Revisions\",\"Latest\",\"Drift %\",\"Sandbag index\";\"K1\",500,2,450,-0.1,0.5;"
                + "\"K2\",80,0,80,0,\"\"}",
        because = "The second rewriting of K1 came in the last fifth of its hundred days.")
@Example(
        formula = "=MPM.RECAST({\"Id\",\"Made\",\"Due\",\"Committed\";\"K1\",46000,46100,500}, , FALSE)",
        shows = "{\"K1\",500,0,500,0,\"\"}",
        because = "A promise that stands as it was made.")
@Example(
        formula = "=MPM.RECAST({\"Id\",\"Made\",\"Due\",\"Committed\";\"K1\",46000,46100,500;\"k1\",46000,46100,80})",
        shows = "#VALUE!",
        because = "Two promises of one id.")
public record Recast(
        @Argument("The promises as they were first made, one a row, each with its own Id.")
        Rows<Commitment> commitments,

        @Argument("What they were changed to and when, one change a row; left out, none was.")
        Optional<Rows<Revision>> revisions)
        implements Accountability, Computed<Table<Recast.Line>> {

    /** From here on, as a part of its life, a promise is rewritten late. */
    private static final double LAST_PART = .2;

    private static final double TOLERANCE = 1e-9;

    /** A promise. */
    public record Commitment(
            @Column(value = "Id", meaning = "Names the promise.")
            Cell id,

            @Column(value = "Made", meaning = "The day on which it was made.")
            double made,

            @Column(value = "Due", meaning = "The day on which it is to be kept.")
            double due,

            @Column(value = "Committed", meaning = "What was promised.")
            double committed) {}

    /** A change of a promise. */
    public record Revision(
            @Column(value = "Id", meaning = "The promise that was changed.")
            Cell id,

            @Column(value = "Date", meaning = "The day of the change.")
            double date,

            @Column(value = "Committed", meaning = "What is promised since.")
            double committed) {}

    /** What became of a promise. */
    public record Line(
            @Column(value = "Id", meaning = "The promise.") Cell id,

            @Column(value = "Original", meaning = "What was promised first.")
            double original,

            @Column(value = "Revisions", meaning = "How often it was rewritten.")
            int revisions,

            @Column(value = "Latest", meaning = "What is promised now.")
            double latest,

            @Column(value = "Drift %", meaning = "How far it moved, as a share of the first promise.")
            Cell drift,

            @Column(
                    value = "Sandbag index",
                    meaning = "The share of its changes that came in the last fifth of its life or later.")
            Cell sandbag) {}

    @Override
    public Table<Line> value() {
        Map<String, List<Revision>> byId = new HashMap<>();
        for (Row<Commitment> row : commitments) {
            if (byId.put(key(row, row.value().id()), new ArrayList<>()) != null) {
                throw row.refused(
                        CellError.VALUE,
                        "repeats the Id “%s”: give each promise its own."
                                .formatted(row.value().id().shown()));
            }
        }
        Set<String> unknown = new LinkedHashSet<>();
        revisions.ifPresent(all -> all.forEach(row -> {
            List<Revision> known = byId.get(key(row, row.value().id()));
            if (known == null) {
                unknown.add(row.value().id().shown());
            } else {
                known.add(row.value());
            }
        }));
        Table<Line> table = Table.of(
                Line.class,
                commitments.stream()
                        .map(row -> line(
                                row.value(),
                                byId.getOrDefault(key(row, row.value().id()), List.of())))
                        .toList());
        return unknown.isEmpty()
                ? table
                : table.noting("No promise has the Id %s: these revisions are left out."
                        .formatted(String.join(", ", unknown)));
    }

    private static String key(Row<?> row, Cell id) {
        if (id.isBlank()) {
            throw row.refused(CellError.VALUE, "has no Id: fill it in.");
        }
        return Labels.key(id.shown());
    }

    private static Line line(Commitment commitment, List<Revision> revisions) {
        double latest = commitment.committed();
        double newest = Double.NEGATIVE_INFINITY;
        for (Revision revision : revisions) {
            if (day(revision.date()) >= newest) {
                newest = day(revision.date());
                latest = revision.committed();
            }
        }
        double now = latest;
        return new Line(
                commitment.id(),
                commitment.committed(),
                revisions.size(),
                now,
                Cell.computed(() -> drift(commitment.committed(), now)),
                revisions.isEmpty() ? Cell.blank() : Cell.computed(() -> lateShare(commitment, revisions)));
    }

    /** Only the distance between days counts, so any serial is one, in either system of dates. */
    private static double day(double serial) {
        return Math.floor(serial);
    }

    private static double drift(double original, double latest) {
        if (original == 0 && latest != 0) {
            throw CellError.DIV0.because("The first promise was 0, so the change is no share of it.");
        }
        return latest == original ? 0 : (latest - original) / Math.abs(original);
    }

    private static double lateShare(Commitment commitment, List<Revision> revisions) {
        double due = day(commitment.due());
        double life = due - day(commitment.made());
        if (life <= 0) {
            throw CellError.NUM.because("The promise is due on the day it was made or before: mend Made or Due.");
        }
        long late = revisions.stream()
                .filter(revision -> due - day(revision.date()) <= LAST_PART * life + TOLERANCE)
                .count();
        return (double) late / revisions.size();
    }
}
