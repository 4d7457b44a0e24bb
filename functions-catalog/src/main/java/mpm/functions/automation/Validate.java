package mpm.functions.automation;

import static mpm.catalogue.Stage.MEASURE;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import mpm.catalogue.Argument;
import mpm.catalogue.Example;
import mpm.catalogue.Linked;
import mpm.catalogue.Others;
import mpm.catalogue.Row;
import mpm.catalogue.Rows;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.Cell;
import mpm.cell.Column;
import mpm.cell.Table;
import mpm.link.Found;
import mpm.link.Need;
import mpm.method.calendar.FiscalCalendar.Naming;
import mpm.method.calendar.FiscalCalendar.YearEnd;

@WorksheetFunction(
        name = "VALIDATE",
        question = "Is the data fit to be loaded?",
        stage = MEASURE,
        caution = "OK means that your rules found nothing, not that the figures are right.",
        method =
                "Each rule looks at each row of its column; blank cells are passed over except by REQUIRED and UNIQUE. What"
                        + " concerns the whole column stands last.",
        related = {"FISCAL.RANGE", "AGGREGATE"})
@Example(
        formula = "=MPM.VALIDATE({\"Metric\",\"Owner\",\"Target\";\"REVENUE\",\"CMO\",12000000;\"LEADS\",\"\",-40},"
                + " {\"Column\",\"Rule\";\"Owner\",\"REQUIRED\";\"Target\",\"NONNEG\"})",
        shows = "{\"Row\",\"Column\",\"Rule\",\"Value\",\"Severity\",\"Message\";"
                + "2,\"Owner\",\"REQUIRED\",\"\",\"ERROR\",\"required value is missing\";"
                + "2,\"Target\",\"NONNEG\",-40,\"ERROR\",\"negative\"}")
@Example(
        formula =
                "=MPM.VALIDATE({\"Metric\",\"Target\";\"REVENUE\",12000000;\"NEW_LOGOS\",240},"
                        + " {\"Column\",\"Rule\",\"P1\",\"Severity\";\"Metric\",\"PLAN\",\"\",\"\";\"Target\",\"RANGE\",1,\"WARNING\"})",
        shows = "{\"Row\",\"Column\",\"Rule\",\"Value\",\"Severity\",\"Message\";\"OK\",\"\",\"\",\"\",\"\",\"\"}",
        because = "Nothing is wrong.")
@Example(
        formula = "=MPM.VALIDATE({\"Share\";0.6;0.3}, {\"Column\",\"Rule\",\"P1\";\"Share\",\"SUMTO\",1}, , , FALSE)",
        shows = "{\"\",\"Share\",\"SUMTO\",0.9,\"ERROR\",\"sum differs from the expected total\"}")
@Example(
        formula = "=MPM.VALIDATE({\"Share\";0.6}, {\"Column\",\"Rule\";\"Part\",\"NUMBER\"})",
        shows = "#VALUE!",
        because = "The data has no column Part.")
public record Validate(
        @Argument("The table to check.") Rows<Entry> data,

        @Argument("One row for each rule, with the column it looks at.")
        Rows<Rule> rules,

        @Argument(value = "The month in which the fiscal year starts, 1 to 12, for PERIOD.", otherwise = "1")
        int fyStartMonth,

        @Argument(
                value = "The kind of fiscal calendar, for PERIOD: GREGORIAN, 445, 454, 544, 13X4 or NRF.",
                otherwise = "GREGORIAN")
        Calendar calendar)
        implements Automation, Linked<Table<Validate.Finding>> {

    /** How bad a finding is. */
    public enum Severity {
        ERROR,
        WARNING,
        INFO
    }

    /** A row to check. */
    public record Entry(
            @Others(value = "column", meaning = "Whatever the rules look at.", required = true)
            Map<String, Cell> cells) {}

    /** What must hold of a column. */
    public record Rule(
            @Column(value = "Column", meaning = "The column of the data.")
            String column,

            @Column(
                    value = "Rule",
                    meaning =
                            "REQUIRED, NUMBER, DATE, RANGE, NONNEG, IN, REGEX, UNIQUE, PERIOD, NOTFUTURE, MEMBER, SUMTO or PLAN.")
            Validation.Kind rule,

            @Column(
                    value = "P1",
                    meaning =
                            "RANGE: the least. IN: the words, separated by ;. REGEX: the pattern. UNIQUE: further columns. PERIOD:"
                                    + " the form. NOTFUTURE: the latest date. MEMBER: of what. SUMTO: the total. PLAN: the"
                                    + " column of targets.",
                    optional = true)
            Cell first,

            @Column(
                    value = "P2",
                    meaning = "RANGE: the most. REGEX: I ignores case. SUMTO: what the sum may miss.",
                    optional = true)
            Cell second,

            @Column(
                    value = "Severity",
                    meaning = "ERROR, WARNING or INFO; blank is ERROR.",
                    optional = true,
                    otherwise = "ERROR")
            Severity severity) {}

    /** Something that does not hold. */
    public record Finding(
            @Column(
                    value = "Row",
                    meaning = "The row of the data, from 1; blank for the whole column; OK if nothing was found.")
            Cell row,

            @Column(value = "Column", meaning = "The column.")
            String column,

            @Column(value = "Rule", meaning = "The rule that it breaks.")
            String rule,

            @Column(value = "Value", meaning = "What the cell holds, or the sum.")
            Cell value,

            @Column(value = "Severity", meaning = "ERROR, WARNING or INFO.")
            String severity,

            @Column(value = "Message", meaning = "What is wrong.")
            String message) {

        private static final Finding NOTHING = new Finding(Cell.of("OK"), "", "", Cell.blank(), "", "");

        private double place() {
            return row instanceof Cell.Numeric number ? number.value() : Double.POSITIVE_INFINITY;
        }
    }

    @Override
    public Set<Need<?>> needs(Found found) {
        return rules.stream()
                .filter(rule -> rule.value().rule() == Validation.Kind.MEMBER)
                .map(Validation::members)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Table<Finding> value(Found found) {
        Validation validation = new Validation(data, calendar.starting(fyStartMonth, Naming.END, YearEnd.LAST), found);
        List<Finding> findings = new ArrayList<>();
        for (Row<Rule> rule : rules) {
            findings.addAll(validation.findings(rule));
        }
        // The sort keeps the order of the rules within a row.
        findings.sort(Comparator.comparingDouble(Finding::place));
        return Table.of(Finding.class, findings.isEmpty() ? List.of(Finding.NOTHING) : findings);
    }
}
