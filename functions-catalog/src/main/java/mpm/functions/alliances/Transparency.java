package mpm.functions.alliances;

import static mpm.catalogue.Stage.EXECUTE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
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
import mpm.cell.Moment;
import mpm.cell.Table;

@WorksheetFunction(
        name = "TRANSPARENCY",
        question = "Who needs which figures, and do they see them fresh?",
        stage = EXECUTE,
        caution = "That a figure was seen does not mean that it was understood or used.",
        method =
                "Of the figures a party needs: the share it can see, the share of those it saw recently enough, and the share that"
                        + " is both.",
        related = {"RACI.CHECK", "HANDOFF.SLA"})
@Example(
        formula = "=MPM.TRANSPARENCY({\"Party\",\"Metric\",\"Needed\",\"Visible\",\"LastSeen\",\"MaxAgeDays\";"
                + "\"Agency\",\"Spend\",TRUE,TRUE,46440,7;\"Agency\",\"Leads\",TRUE,TRUE,46420,7;\"Agency\",\"Revenue\",TRUE,FALSE,\"\",30;"
                + "\"Kestrel\",\"Leads\",\"X\",\"X\",46441,7}, DATE(2027,2,25))",
        shows = "{\"Party\",\"Needed\",\"Visible %\",\"Fresh %\",\"Index\";\"Agency\",3,0.6666666667,0.5,0.3333333333;"
                + "\"Kestrel\",1,1,1,1;\"ALL\",4,0.75,0.6666666667,0.5}",
        because = "The agency sees two of three figures, one of them too old.")
@Example(
        formula =
                "=MPM.TRANSPARENCY({\"Party\",\"Metric\",\"Needed\",\"Visible\";\"Sales\",\"MQL\",\"Y\",\"Y\";\"Sales\",\"Spend\",\"N\",\"Y\"},"
                        + " DATE(2027,2,28), FALSE)",
        shows = "{\"Sales\",1,1,1,1;\"ALL\",1,1,1,1}",
        because = "Without a greatest age what is visible counts as fresh.")
@Example(
        formula =
                "=MPM.TRANSPARENCY({\"Party\",\"Metric\",\"Needed\",\"Visible\";\"Sales\",\"MQL\",\"maybe\",\"Y\"}, DATE(2027,2,28))",
        shows = "#VALUE!",
        because = "A need is there or not.")
public record Transparency(
        @Argument("One row for each party and figure.") Rows<Need> needs,

        @Argument("The moment for which it is judged; a date alone is its midnight.")
        Moment asOf)
        implements Alliances, Computed<Table<Transparency.Line>> {

    /** A figure that somebody may need. */
    public record Need(
            @Column(value = "Party", meaning = "Who needs it.")
            Optional<String> party,

            @Column(value = "Metric", meaning = "The figure.")
            Cell metric,

            @Column(value = "Needed", meaning = "TRUE, Y or X if it is needed; blank, FALSE, N or - if not.")
            Optional<Tick> needed,

            @Column(value = "Visible", meaning = "The same if the party can see it.")
            Optional<Tick> visible,

            @Column(value = "LastSeen", meaning = "When the party saw it last.", optional = true)
            Optional<Moment> lastSeen,

            @Column(value = "MaxAgeDays", meaning = "How old it may be; blank for any age.", optional = true)
            Optional<Double> maxAgeDays) {

        private boolean isNeeded() {
            return needed.map(Tick::isSet).orElse(false);
        }

        private boolean isVisible() {
            return visible.map(Tick::isSet).orElse(false);
        }

        private boolean isFresh(Moment asOf) {
            return maxAgeDays.isEmpty()
                    || lastSeen.filter(seen -> days(seen, asOf) <= maxAgeDays.get())
                            .isPresent();
        }

        private static double days(Moment from, Moment to) {
            return (double) Math.max(0, to.milliseconds() - from.milliseconds()) / Moment.DAY;
        }
    }

    /** A party. */
    public record Line(
            @Column(value = "Party", meaning = "Who needs the figures, or ALL.")
            String party,

            @Column(value = "Needed", meaning = "How many figures are needed.")
            int needed,

            @Column(value = "Visible %", meaning = "Share of them that can be seen.")
            Cell visiblePercent,

            @Column(value = "Fresh %", meaning = "Share of those needed and visible that are fresh.")
            Cell freshPercent,

            @Column(value = "Index", meaning = "Share of those needed that are visible and fresh, 0 to 1.")
            Cell index) {}

    @Override
    public Table<Line> value() {
        for (Row<Need> row : needs) {
            if (row.value().maxAgeDays().filter(days -> days < 0).isPresent()) {
                throw row.refused(CellError.NUM, "has negative MaxAgeDays: give 0 or more.");
            }
        }
        List<Line> lines = new ArrayList<>();
        for (Labels.Group<Need> party : Labels.groups(needs.values(), Need::party)) {
            lines.add(line(party.label(), party.members()));
        }
        lines.add(line("ALL", needs.values()));
        return Table.of(Line.class, lines);
    }

    private Line line(String party, List<Need> all) {
        int needed = count(all, Need::isNeeded);
        int visible = count(all, need -> need.isNeeded() && need.isVisible());
        int fresh = count(all, need -> need.isNeeded() && need.isVisible() && need.isFresh(asOf));
        return new Line(party, needed, share(visible, needed), share(fresh, visible), share(fresh, needed));
    }

    private static Cell share(int part, int all) {
        return all == 0 ? Cell.blank() : Cell.of((double) part / all);
    }

    private static int count(List<Need> all, Predicate<Need> which) {
        return (int) all.stream().filter(which).count();
    }
}
