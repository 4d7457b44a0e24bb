package mpm.workbook.template.commitments;

import static mpm.workbook.design.Formula.formula;

import java.util.List;
import mpm.workbook.design.Hue;
import mpm.workbook.design.Look;
import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import mpm.workbook.design.Table;
import mpm.workbook.sample.Commitments;
import mpm.workbook.sample.Commitments.Revision;
import mpm.workbook.template.Draft;
import mpm.workbook.template.Sheet;
import mpm.workbook.template.Signals;
import org.apache.poi.ss.usermodel.PaperSize;

/** What was rewritten: the first promise stands beside the last, and lateness shows. */
final class RevisionsSheet implements Sheet.Design {

    private static final int ROOM = 34;

    /** A point of the curve by which attainment pays. */
    private record Point(double attainment, double pay) {}

    private final Draft draft;
    private final Page page;

    RevisionsSheet(Draft draft, Page page) {
        this.draft = draft;
        this.page = page;
    }

    @Override
    public void write() {
        page.widths(2, 13, 14, 14, 14, 34, 2, 10, 15, 11, 15, 12, 15, 2);
        draft.head(page, "Revisions", "M", "B", "C", "D", "E", "F", "H", "I", "J");
        page.section("B6:F6", "Rewritten");
        Table<Revision> revisions = page.<Revision>table("Rewritten", "B7")
                .input("Id", 13, Looks.TEXT.bold(), Revision::id)
                .input(
                        "Date",
                        14,
                        Looks.DAY,
                        revision -> draft.parameters().fiscalYearStart().plusWeeks(revision.week()))
                .input("Committed", 14, Looks.FIGURE, Revision::committed)
                .calculated(
                        "First",
                        14,
                        Looks.FIGURE,
                        "=IFERROR(INDEX(Register[Committed],MATCH([@Id],Register[Id],0)),\"unknown\")")
                .input("Reason", 34, Looks.TEXT.indent(1), Revision::reason)
                .rows(Commitments.REVISIONS, Looks.HEADER, 17);
        page.dates(revisions.cells("Date"));
        page.section("B20:F20", "What attainment pays");
        Table<Point> curve = page.<Point>table("Curve", "B21")
                .input("Attainment", 13, Looks.PERCENT.format("0%"), Point::attainment)
                .input("Pay", 14, Looks.PERCENT.format("0%"), Point::pay)
                .rows(List.of(new Point(0.9, 0.5), new Point(1, 1), new Point(1.1, 1.3)), Looks.HEADER, 17);
        page.numbers(curve.cells("Attainment", "Pay"), "0", "10", "Enter a share, 0% or more.");
        page.put("D22", "Nothing below the first point, straight lines between.", Looks.NOTE.indent(1));
        page.section("H6:M6", "First promise and last, and how late it was rewritten");
        Look percent = Looks.PERCENT.format("0%").rule(Hue.LINE);
        String rows = page.spill(
                "H7",
                formula("=MPM.RECAST(Register[#All],Rewritten[#All])"),
                ROOM,
                Looks.CAPTION,
                Look.PLAIN.bold().rule(Hue.LINE),
                Looks.FIGURE.rule(Hue.LINE),
                Looks.COUNT.rule(Hue.LINE),
                Looks.FIGURE.rule(Hue.LINE),
                Looks.DEVIATION.rule(Hue.LINE),
                percent);
        for (int row = 8; row < 8 + ROOM; row++) {
            page.height(row, 18);
        }
        page.when(rows, "AND(ISNUMBER($J8),N($J8)>0)", Hue.NAVY, Hue.MIST);
        Signals.deviation(page, "L8:L41", "L8");
        draft.check(
                "Revisions of promises that the register does not hold",
                "=COUNTIF(Rewritten[First],\"unknown\")",
                "=0");
        draft.check("Revisions: listed, and counted by promise", "=ROWS(Rewritten[Id])", "=SUM('Revisions'!J8:J41)");
        page.freeze(0, 7).print("A1:N42", PaperSize.A4_PAPER, false, 0);
    }
}
