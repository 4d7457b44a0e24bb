package mpm.workbook.template.alliances;

import static mpm.workbook.design.Formula.formula;

import mpm.workbook.design.Hue;
import mpm.workbook.design.Look;
import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import mpm.workbook.design.Table;
import mpm.workbook.sample.Alliances;
import mpm.workbook.sample.Alliances.Visit;
import mpm.workbook.sample.Partners;
import mpm.workbook.sample.Partners.Handoff;
import mpm.workbook.template.Draft;
import mpm.workbook.template.Sheet;
import mpm.workbook.template.Signals;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.PaperSize;

/** Leads handed to sales: how many are picked up within the agreed hours, and how many without coming back. */
final class HandoffsSheet implements Sheet.Design {

    /** The month after which the sample's handoffs begin. */
    private static final int FIRST_MONTH = 5;

    /** The header of the list, which grows below everything else. */
    private static final int FIRST = 27;

    /** How much of the list is printed, so that the sheet stays a page. */
    private static final int SHOWN = 20;

    private static final int PAIRS = 5;
    private static final int STEPS = 8;
    private static final Look MOMENT = Look.PLAIN.format("d mmm hh:mm").right();
    private static final Look PERCENT = Looks.PERCENT.format("0%").rule(Hue.LINE);
    private static final Look HOURS = Look.PLAIN.format("0.0").right().rule(Hue.LINE);
    private static final Look LATE = HOURS.format("▼ 0.0;0.0 \"early\";0.0");
    private static final Look WORD = Look.PLAIN.rule(Hue.LINE);
    private static final Look COUNT = Looks.COUNT.rule(Hue.LINE);

    private final Draft draft;
    private final Page page;

    HandoffsSheet(Draft draft, Page page) {
        this.draft = draft;
        this.page = page;
    }

    @Override
    public void write() {
        page.widths(2, 25, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 2);
        draft.head(page, "Handoffs", "O");
        inTime();
        flow();
        handoffs();
        draft.check("Handoffs: the list, and those judged", "=ROWS(Handoffs[Item])", "=" + total("D"));
        draft.check(
                "Handoffs picked up in time: one by one, and by the share",
                "=COUNTIFS(Handoffs[Hours late],\"<=0\")",
                "=" + total("D") + "*" + total("F"));
        page.freeze(0, 5).print("A1:P%s".formatted(FIRST + SHOWN), PaperSize.A4_PAPER, true, 0);
    }

    private void inTime() {
        page.section("B6:N6", "Are leads picked up in time?");
        page.spill(
                "B7",
                formula("=MPM.HANDOFF.SLA(Handoffs[#All],p_AsOf+1)"),
                PAIRS,
                Looks.CAPTION,
                WORD.bold(),
                WORD,
                COUNT,
                PERCENT,
                PERCENT.bold(),
                PERCENT,
                HOURS,
                HOURS,
                COUNT,
                PERCENT);
        page.put("L7", "To reach", Looks.CAPTION.right())
                .put("M7", "Off target", Looks.CAPTION.right())
                .put("N7", "Sent back", Looks.CAPTION.right());
        for (int row = 8; row < 8 + PAIRS; row++) {
            page.put("L" + row, formula("=IF(ISNUMBER(F%s),p_InTime,\"\")".formatted(row)), PERCENT)
                    .put(
                            "M" + row,
                            formula("=IF(ISNUMBER(F%1$s),F%1$s-p_InTime,\"\")".formatted(row)),
                            Looks.DEVIATION.bold().rule(Hue.LINE))
                    .put(
                            "N" + row,
                            formula("=IF(C%1$s=\"\",\"\",COUNTIFS(Visits[Team],C%1$s,Visits[Result],\"REWORK\")/D%1$s)"
                                    .formatted(row)),
                            PERCENT);
        }
        Signals.deviation(page, "M8:M12", "M8");
        page.when("B8:K12", "$B8=\"ALL\"", Hue.NAVY, Hue.MIST);
    }

    private void flow() {
        page.section("B14:H14", "Do they come back?").section("J14:O14", "Picked up in time, and the share to reach");
        page.spill(
                "B15",
                formula("=MPM.HANDOFF.FLOW(Visits[#All],p_AsOf+1)"),
                STEPS,
                Looks.CAPTION,
                WORD.bold(),
                Look.PLAIN.format("[>=10]#,##0;0.00").right().rule(Hue.LINE),
                PERCENT,
                PERCENT,
                PERCENT,
                HOURS,
                HOURS);
        page.put(
                "B24",
                "First-pass yield: taken without being sent back. Little check above 1: work piles up.",
                Looks.NOTE);
        page.chart(
                        "J15:O24",
                        "Handoffs picked up in time",
                        "Columns for each region's sales: the share of leads picked up in time, each beside a mark for the share to"
                                + " reach.")
                .by(page, "C8:C9")
                .columns("In time", page, "F8:F9", Hue.TEAL)
                .marks("To reach", page, "L8:L9", Hue.NAVY)
                .scale("0%", 0.0, 1.0);
    }

    private void handoffs() {
        page.section("B26:H26", "Every handoff").section("J26:O26", "Every visit at sales, first and later ones");
        Table<Handoff> handoffs = page.<Handoff>table("Handoffs", "B" + FIRST)
                .input("Item", 25, Looks.TEXT, Handoff::id)
                .input("From", 14, Looks.TEXT, handoff -> "Marketing")
                .input("To", 14, Looks.TEXT, handoff -> sales(handoff))
                .input("Sent", 14, MOMENT, handoff -> day(handoff.sentDay()))
                .input("Accepted", 14, MOMENT, handoff -> day(handoff.sentDay() + handoff.hours() / 24))
                .input("SLA hours", 14, Looks.COUNT, handoff -> Partners.SLA_HOURS)
                .calculated(
                        "Hours late", 14, LATE, "=IF([@Accepted]=\"\",\"\",([@Accepted]-[@Sent])*24-[@[SLA hours]])")
                .rows(Partners.HANDOFFS_SENT, Looks.HEADER, 15);
        Table<Visit> visits = page.<Visit>table("Visits", "J" + FIRST)
                .input("Item", 14, Looks.TEXT, visit -> visit.handoff().id())
                .input("Team", 14, Looks.TEXT, visit -> sales(visit.handoff()))
                .input("Step", 14, Looks.TEXT, visit -> "Acceptance")
                .input("Enter", 14, MOMENT, visit -> day(visit.firstDay()))
                .input("Exit", 14, MOMENT, visit -> day(visit.lastDay()))
                .choice(
                        "Result",
                        14,
                        Looks.WORD,
                        AllianceScorecard.RESULTS.name(),
                        visit -> visit.isTaken() ? "PASS" : "REWORK")
                .rows(Alliances.VISITS, Looks.HEADER, 15);
        page.height(FIRST, 24);
        String first = handoffs.cells("Hours late").split(":", -1)[0];
        page.when(handoffs.cells("Hours late"), "AND(ISNUMBER(%1$s),N(%1$s)>0)".formatted(first), Hue.CORAL, null);
        String result = visits.cells("Result").split(":", -1)[0];
        page.when(visits.cells("Result"), "AND(%1$s<>\"\",%1$s<>\"PASS\")".formatted(result), Hue.CORAL, null);
    }

    private static String sales(Handoff handoff) {
        return "Sales " + handoff.region();
    }

    private double day(double number) {
        return DateUtil.getExcelDate(draft.parameters().fiscalYearStart().plusMonths(FIRST_MONTH)) + number;
    }

    /** A figure of all handoffs together. */
    private static String total(String column) {
        return "SUMIFS('Handoffs'!$%1$s$8:$%1$s$12,'Handoffs'!$B$8:$B$12,\"ALL\")".formatted(column);
    }
}
