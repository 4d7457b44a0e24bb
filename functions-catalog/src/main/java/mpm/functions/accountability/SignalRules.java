package mpm.functions.accountability;

import static mpm.catalogue.Stage.EXECUTE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.Column;
import mpm.cell.Series;
import mpm.cell.Table;
import mpm.method.Deadline;
import mpm.method.controlcharts.RunRule;
import mpm.method.controlcharts.Standards;

@WorksheetFunction(
        name = "SIGNAL.RULES",
        question = "Which patterns say something changed?",
        stage = EXECUTE,
        method = "Each value is held against the centre and sigma of the control chart, and every pattern that it "
                + "completes with those before it is listed.",
        source =
                "Nelson, The Shewhart Control Chart: Tests for Special Causes, Journal of Quality Technology 16, 1984.",
        caution = "Every added rule adds false alarms; all eight together cry wolf.",
        related = {"XMR", "SIGNAL", "EWMA"})
@Example(
        formula = "=MPM.SIGNAL.RULES({38;36;40;37;39;38;52}, 38, 2.127)",
        shows = "{\"Period\",\"Rule\",\"Text\";7,1,\"one point beyond 3 sigma\"}",
        because = "The net promoter score of January left the range of the months before the service programme.")
@Example(
        formula = "=MPM.SIGNAL.RULES({152;149;155;151;158;150;153})",
        shows = "{\"Period\",\"Rule\",\"Text\";\"\",\"\",\"no signal\"}",
        because = "The cost per lead goes up and down as it always did.")
@Example(
        formula = "=MPM.SIGNAL.RULES({0;2.5;0.5;2.6;3.1;0}, 0, 1, 5, FALSE)",
        shows = "{4,5,\"two of three beyond 2 sigma on one side\";5,5,\"two of three beyond 2 sigma on one side\"}",
        because = "A pattern is reported at every value that completes it.")
@Example(
        formula = "=MPM.SIGNAL.RULES({52;47;55;49;51;53}, , , \"1,9\")",
        shows = "#VALUE!",
        because = "The rules are numbered from 1 to 8.")
public record SignalRules(
        @Argument("The values, oldest first; a blank is a gap.")
        Series values,

        @Argument("What the values should scatter around; left out, their mean.")
        Optional<Double> centre,

        @Argument("Standard deviation of ordinary variation; left out, from the average step between values.")
        Optional<Double> sigma,

        @Argument(
                value = "Numbers of the rules to look for, 1 to 8 with commas between, or ALL.",
                otherwise = "\"1,2,3,5\"")
        String rules)
        implements Accountability, Computed<Table<SignalRules.Line>> {

    /** A pattern where it is completed. */
    public record Line(
            @Column(value = "Period", meaning = "1 for the first value; the value that completes the pattern.")
            Cell period,

            @Column(value = "Rule", meaning = "The number of the rule.")
            Cell rule,

            @Column(value = "Text", meaning = "The pattern in words; no signal where none is found.")
            String text) {}

    @Override
    public Table<Line> value() {
        int[] places = IntStream.range(0, values.length())
                .filter(place -> !values.isGap(place))
                .toArray();
        if (places.length == 0) {
            throw CellError.NA.because("values holds no number: give at least one.");
        }
        Set<RunRule> wanted = wanted();
        Standards standards = Standards.of(values, centre, sigma);
        RunRule.Run run = new RunRule.Run(values.numbers(), 0, standards.centre(), standards.sigma());
        List<Line> hits = new ArrayList<>();
        for (int at = 0; at < places.length; at++) {
            Deadline.check();
            for (RunRule rule : wanted) {
                if (rule.isCompletedAt(at, run)) {
                    hits.add(new Line(Cell.of(places[at] + 1.0), Cell.of(rule.number()), rule.text()));
                }
            }
        }
        return Table.of(Line.class, hits.isEmpty() ? List.of(new Line(Cell.blank(), Cell.blank(), "no signal")) : hits);
    }

    /** The rules asked for, in the order of their numbers. */
    private Set<RunRule> wanted() {
        if (rules.strip().equalsIgnoreCase("ALL")) {
            return EnumSet.allOf(RunRule.class);
        }
        Set<RunRule> wanted = EnumSet.noneOf(RunRule.class);
        for (String number : rules.split(",", -1)) {
            wanted.add(Arrays.stream(RunRule.values())
                    .filter(rule -> number.strip().equals(Integer.toString(rule.number())))
                    .findFirst()
                    .orElseThrow(() -> CellError.VALUE.because(
                            "rules names “%s”: write numbers from 1 to 8 with commas between, or ALL."
                                    .formatted(number.strip()))));
        }
        return wanted;
    }
}
