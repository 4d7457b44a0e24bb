package mpm.functions.alliances;

import static mpm.catalogue.Stage.EXECUTE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.Predicate;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.Row;
import mpm.catalogue.Rows;
import mpm.catalogue.Word;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.Column;
import mpm.cell.Labels;
import mpm.cell.Moment;
import mpm.cell.Table;
import mpm.method.calendar.Holidays;
import mpm.method.calendar.Occurrence;
import mpm.method.calendar.WorkingTime;
import mpm.method.statistics.Quantiles;
import mpm.method.statistics.Wilson;

@WorksheetFunction(
        name = "HANDOFF.SLA",
        question = "Are handoffs picked up in time?",
        stage = EXECUTE,
        method = "For each pair, the handoffs accepted within the agreed hours are divided by those "
                + "accepted or overdue. Low is the lower end of Wilson's interval at 95 %.",
        source = "Wilson, Probable inference, the law of succession, and statistical inference, 1927.",
        caution = "With few handoffs read Low, not the percentage.",
        related = "RACI.CHECK")
@Example(
        formula = "=MPM.HANDOFF.SLA({\"From\",\"To\",\"Sent\",\"Accepted\",\"SLAHours\";"
                + "\"Marketing\",\"Sales AMER\",46440.375,46440.875,48;\"Marketing\",\"Sales AMER\",46441.5,46444.5,48;"
                + "\"Marketing\",\"Sales AMER\",46443.25,\"\",48}, 46446, , , , , FALSE)",
        shows = "{\"Marketing\",\"Sales AMER\",3,0.6666666667,0.3333333333,0.06149194472,42,66,1,0;"
                + "\"ALL\",\"\",3,0.6666666667,0.3333333333,0.06149194472,42,66,1,0}",
        because = "One of three was picked up within 48 hours; the one still open is overdue.")
@Example(
        formula = "=MPM.HANDOFF.SLA({\"From\",\"To\",\"Sent\",\"Accepted\",\"SLAHours\";"
                + "\"Marketing\",\"Sales EMEA\",46003.625,46006.4375,4}, 46010, \"WORK\", , , , FALSE)",
        shows = "{\"Marketing\",\"Sales EMEA\",1,1,1,0.2065493144,3.5,3.5,0,0;"
                + "\"ALL\",\"\",1,1,1,0.2065493144,3.5,3.5,0,0}",
        because = "Friday 15:00 to Monday 10:30 is three and a half working hours.")
@Example(
        formula =
                "=MPM.HANDOFF.SLA({\"From\",\"To\",\"Sent\",\"Accepted\";\"Marketing\",\"Sales EMEA\",46440,46441}, 46400)",
        shows = "#N/A",
        because = "Nothing was sent by then.")
public record HandoffSla(
        @Argument("One row for each handoff, with the moments at which it was sent and accepted.")
        Rows<Handoff> handoffs,

        @Argument("The moment for which it is judged; a date alone is its midnight.")
        Moment asOf,

        @Argument(
                value = "24X7 counts every hour, WORK those between open and close on working days.",
                otherwise = "24X7")
        Hours hours,

        @Argument("Days off, for WORK.") Optional<Holidays> holidays,

        @Argument(value = "The hour at which a working day opens.", otherwise = "9")
        double open,

        @Argument(value = "The hour at which a working day closes.", otherwise = "17")
        double close)
        implements Alliances, Computed<Table<HandoffSla.Line>> {

    /** Which hours count. */
    public enum Hours {
        @Word("24X7")
        AROUND_THE_CLOCK,
        WORK
    }

    /** Work that passes from one to another. */
    public record Handoff(
            @Column(value = "From", meaning = "Who hands over.")
            Optional<String> from,

            @Column(value = "To", meaning = "Who takes over.")
            Optional<String> to,

            @Column(value = "Sent", meaning = "When it was handed over.")
            Optional<Moment> sent,

            @Column(value = "Accepted", meaning = "When it was taken over; blank while it is open.")
            Optional<Moment> accepted,

            @Column(
                    value = "SLAHours",
                    meaning = "Hours within which it should be taken over, as they are counted; blank is 24.",
                    optional = true,
                    otherwise = "24")
            double slaHours,

            @Column(
                    value = "Rejected",
                    meaning = "When it was sent back, or TRUE; blank, FALSE or 0 if it was not.",
                    optional = true)
            Optional<Occurrence> rejected) {}

    /** How one pair works together. */
    public record Line(
            @Column(value = "From", meaning = "Who hands over, or ALL.")
            String from,

            @Column(value = "To", meaning = "Who takes over.")
            String to,

            @Column(value = "n", meaning = "How many were handed over.")
            int n,

            @Column(value = "Accepted %", meaning = "Share of them that was taken over.")
            Cell acceptedPercent,

            @Column(value = "Within SLA %", meaning = "Share taken over in time, of those taken over or overdue.")
            Cell withinPercent,

            @Column(value = "Low", meaning = "Lower 95 % limit of that share.")
            Cell low,

            @Column(value = "Median hours", meaning = "Half were taken over within this time.")
            Cell medianHours,

            @Column(value = "P90 hours", meaning = "Nine in ten were taken over within this time.")
            Cell p90Hours,

            @Column(value = "Open overdue", meaning = "How many wait longer than agreed.")
            Cell openOverdue,

            @Column(value = "Rejected %", meaning = "Share of them that was sent back.")
            Cell rejectedPercent) {}

    private enum State {
        REJECTED,
        ACCEPTED,
        OPEN
    }

    /** A handoff as it stands at the moment of judgement: the hours it took, or has waited so far. */
    private record Standing(Handoff handoff, State state, double hours) {

        boolean isWithinSla() {
            return hours <= handoff.slaHours();
        }

        boolean isBackwards() {
            return handoff.accepted().isPresent()
                    && handoff.accepted().get().compareTo(handoff.sent().orElseThrow()) < 0;
        }

        String pair() {
            return handoff.from().orElse("").strip() + "\0"
                    + handoff.to().orElse("").strip();
        }
    }

    @Override
    public Table<Line> value() {
        WorkingTime clock = hours == Hours.WORK
                ? WorkingTime.ofWorkingDays(holidays.orElse(Holidays.NONE), open, close)
                : WorkingTime.aroundTheClock();
        for (Row<Handoff> row : handoffs) {
            if (row.value().slaHours() < 0) {
                throw row.refused(CellError.NUM, "has negative SLAHours: give 0 or more.");
            }
        }
        List<Standing> all = handoffs.values().stream()
                .filter(handoff ->
                        handoff.sent().isPresent() && handoff.sent().get().compareTo(asOf) <= 0)
                .map(handoff -> standing(handoff, clock))
                .toList();
        if (all.isEmpty()) {
            throw CellError.NA.because("Nothing was sent by the moment of judgement: choose a later as_of.");
        }
        List<Line> lines = new ArrayList<>();
        Labels.groups(all, each -> Optional.of(each.pair())).forEach(pair -> {
            Handoff first = pair.members().get(0).handoff();
            lines.add(line(Labels.shown(first.from()), Labels.shown(first.to()), pair.members()));
        });
        lines.add(line("ALL", "", all));
        return Table.of(Line.class, lines);
    }

    private Standing standing(Handoff handoff, WorkingTime clock) {
        Moment sent = handoff.sent().orElseThrow();
        Optional<Moment> accepted = handoff.accepted().filter(moment -> moment.compareTo(asOf) <= 0);
        State state = handoff.rejected()
                        .map(rejection -> rejection.hasHappenedBy(asOf))
                        .orElse(false)
                ? State.REJECTED
                : accepted.isPresent() ? State.ACCEPTED : State.OPEN;
        return new Standing(handoff, state, clock.hours(sent, accepted.orElse(asOf)));
    }

    private static Line line(String from, String to, List<Standing> items) {
        if (items.stream().anyMatch(Standing::isBackwards)) {
            Cell failure = Cell.of(CellError.NUM.because("A handoff was accepted before it was sent: mend its dates."));
            return new Line(from, to, items.size(), failure, failure, failure, failure, failure, failure, failure);
        }
        int accepted = count(items, each -> each.state() == State.ACCEPTED);
        int overdue = count(items, each -> each.state() == State.OPEN && !each.isWithinSla());
        int within = count(items, each -> each.state() == State.ACCEPTED && each.isWithinSla());
        int judged = accepted + overdue;
        double[] taken = items.stream()
                .filter(each -> each.state() == State.ACCEPTED)
                .mapToDouble(Standing::hours)
                .toArray();
        return new Line(
                from,
                to,
                items.size(),
                Cell.of((double) accepted / items.size()),
                unless(judged == 0, () -> (double) within / judged),
                unless(judged == 0, () -> Wilson.interval(within, judged).low()),
                unless(taken.length == 0, () -> Quantiles.of(taken).median()),
                unless(taken.length == 0, () -> Quantiles.of(taken).at(.9)),
                Cell.of(overdue),
                Cell.of((double) count(items, each -> each.state() == State.REJECTED) / items.size()));
    }

    private static Cell unless(boolean nothing, DoubleSupplier figure) {
        return nothing ? Cell.blank() : Cell.of(figure.getAsDouble());
    }

    private static int count(List<Standing> items, Predicate<Standing> which) {
        return (int) items.stream().filter(which).count();
    }
}
