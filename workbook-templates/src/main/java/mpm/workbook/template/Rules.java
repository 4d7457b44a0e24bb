package mpm.workbook.template;

import static mpm.workbook.design.Formula.formula;

import java.util.List;
import mpm.workbook.design.Hue;
import mpm.workbook.design.Look;
import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellReference;

/** Rules that a table of a workbook must keep, for a planner to add to, and what breaks them. */
public final class Rules {

    private static final int FINDINGS = 8;

    /** Of the six columns of a finding. */
    private static final int SEVERITY = 4;

    private Rules() {}

    /** A rule as the function VALIDATE reads it. */
    public record Rule(String column, String rule, String parameter, String severity) {

        public static Rule error(String column, String rule, String parameter) {
            return new Rule(column, rule, parameter, "ERROR");
        }
    }

    /**
     * Writes both.
     *
     * @param table whose rules they are
     * @param cell where the table of the rules begins, and {@code widths} those of its four columns
     * @param found where the findings begin, six columns wide
     */
    public static void draw(
            Draft draft, Page page, String table, List<Rule> rules, String cell, double[] widths, String found) {
        page.<Rule>table("Rules", cell)
                .input("Column", widths[0], Looks.TEXT, Rule::column)
                .input("Rule", widths[1], Looks.TEXT, Rule::rule)
                .input("P1", widths[2], Looks.TEXT, Rule::parameter)
                .input("Severity", widths[3], Looks.TEXT, Rule::severity)
                .rows(rules, Looks.HEADER, 18);
        String rows = page.spill(
                found,
                formula("=MPM.VALIDATE(%s[#All],Rules[#All])".formatted(table)),
                FINDINGS,
                Looks.CAPTION,
                Look.PLAIN.left(),
                Look.PLAIN,
                Look.PLAIN,
                Looks.COUNT,
                Looks.WORD,
                Look.PLAIN.indent(1));
        CellAddress first = new CellAddress(found);
        String severity = CellReference.convertNumToColString(first.getColumn() + SEVERITY);
        int row = first.getRow() + 2;
        page.when(rows, "$%s%s=\"ERROR\"".formatted(severity, row), Hue.CORAL, Hue.CORAL.tint(0.9));
        draft.check(
                "Rules that %s breaks".formatted(table),
                "=IF(ISERROR(%s),1,COUNTIFS(%s,\"ERROR\"))"
                        .formatted(
                                page.at(found),
                                page.at("%1$s%2$s:%1$s%3$s".formatted(severity, row, row + FINDINGS - 1))),
                "=0");
    }
}
