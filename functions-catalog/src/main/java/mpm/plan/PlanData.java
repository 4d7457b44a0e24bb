package mpm.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mpm.cell.Labels;
import mpm.cell.Moment;
import mpm.link.Found;
import mpm.link.KnownMembers;
import mpm.link.Links;
import mpm.link.MetricDirection;
import mpm.link.Need;
import org.jspecify.annotations.Nullable;

/**
 * Plan data in memory: what the service keeps in a database, as lists. It holds the sample organisation, and in tests it says what a
 * database has to find.
 *
 * @param notes by their addresses
 * @param changes the oldest first
 */
public record PlanData(
        Organisation organisation,
        List<Figure> figures,
        Map<Address, Note> notes,
        List<Change> changes,
        List<Commitment> commitments,
        List<SourceLine> lines,
        List<BenchmarkSet> benchmarks) {

    public PlanData {
        figures = List.copyOf(figures);
        notes = Map.copyOf(notes);
        changes = List.copyOf(changes);
        commitments = List.copyOf(commitments);
        lines = List.copyOf(lines);
        benchmarks = List.copyOf(benchmarks);
    }

    /**
     * The data as a user reads them from a workbook.
     *
     * @param lastRead the row versions at which the workbook last read figures and notes
     */
    public Links links(User user, Moment asOf, Map<LastRead, Long> lastRead) {
        PlanView plan = new PlanView(organisation, user, asOf);
        Figures all = Figures.of(figures);
        return needs -> {
            Map<Need<?>, Object> found = new HashMap<>();
            for (Need<?> need : needs) {
                Object answer = answer(need, plan, all, lastRead);
                if (answer != null) {
                    found.put(need, answer);
                }
            }
            return new Found(found);
        };
    }

    private @Nullable Object answer(Need<?> need, PlanView plan, Figures all, Map<LastRead, Long> lastRead) {
        if (need instanceof StoredPlan) {
            return plan;
        } else if (need instanceof StoredFigures) {
            return all;
        } else if (need instanceof StoredNote note) {
            return notes.get(note.address());
        } else if (need instanceof LastRead read) {
            return lastRead.get(read);
        } else if (need instanceof StoredChanges wanted) {
            return changes(wanted);
        } else if (need instanceof StoredCommitments wanted) {
            return commitments.stream()
                    .filter(each -> Labels.key(each.id()).equals(Labels.key(wanted.id()))
                            || wanted.owners().contains(each.owner()))
                    .toList();
        } else if (need instanceof StoredLines wanted) {
            return lines.stream()
                    .filter(line -> line.scenario().equals(wanted.scenario())
                            && line.metric().equals(wanted.metric())
                            && isAmong(line.unit(), wanted.units(), line.period(), wanted.periods()))
                    .toList();
        } else if (need instanceof StoredBenchmarks wanted) {
            return benchmarks.stream()
                    .filter(set -> set.metric().equals(wanted.metric()))
                    .toList();
        } else if (need instanceof MetricDirection wanted) {
            return plan.direction(wanted.metric()).orElse(null);
        }
        return need instanceof KnownMembers wanted ? plan.codes(wanted.kind()) : null;
    }

    private List<Change> changes(StoredChanges wanted) {
        List<Change> newestFirst = new ArrayList<>(changes);
        Collections.reverse(newestFirst);
        return newestFirst.stream()
                .filter(change -> change.address().scenario().equals(wanted.scenario())
                        && change.address().metric().equals(wanted.metric())
                        && isAmong(
                                change.address().unit(),
                                wanted.units(),
                                change.address().period(),
                                wanted.periods()))
                .limit(wanted.most())
                .toList();
    }

    private static boolean isAmong(String unit, Set<String> units, String period, Set<String> periods) {
        return units.contains(unit) && periods.contains(period);
    }
}
