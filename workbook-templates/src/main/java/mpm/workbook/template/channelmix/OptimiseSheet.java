package mpm.workbook.template.channelmix;

import static mpm.workbook.design.Formula.formula;

import mpm.workbook.design.Hue;
import mpm.workbook.design.Look;
import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import mpm.workbook.sample.Channels;
import mpm.workbook.template.Draft;
import mpm.workbook.template.Sheet;
import org.apache.poi.ss.usermodel.PaperSize;

/** The best split of a month's budget, and what it would be with less and with more. */
final class OptimiseSheet implements Sheet.Design {

    private static final Look ROW = Look.PLAIN.rule(Hue.LINE);
    private static final Look COUNT = Looks.COUNT.rule(Hue.LINE);
    private static final Look SIGNED =
            Look.PLAIN.format("+#,##0;-#,##0;0").right().rule(Hue.LINE);
    private static final Look RETURN = Look.PLAIN.format("0.00").right().rule(Hue.LINE);
    private static final int ROOM = 12;
    private static final int CHANNELS = Channels.RESPONSES.size();

    private final Draft draft;
    private final Page page;

    OptimiseSheet(Draft draft, Page page) {
        this.draft = draft;
        this.page = page;
    }

    @Override
    public void write() {
        page.widths(2, 20, 12, 12, 12, 13, 13, 12, 13, 17, 2, 13, 13, 13, 13, 13, 2);
        draft.head(page, "Optimise", "P", "B", "C", "D", "E", "F", "G", "H");
        split(6, "The best split of the budget as it is", 1);
        split(23, "With a tenth less", 0.9);
        split(40, "With a tenth more", 1.1);
        year();
        scenarios();
        draft.check("The split spends the budget of a month", "='Optimise'!C%s".formatted(8 + CHANNELS), "=p_Budget");
        draft.check("What channels gain, others give", "=SUM('Optimise'!I8:I%s)".formatted(7 + CHANNELS), "=0");
        page.freeze(0, 5).print("A1:Q56", PaperSize.A4_PAPER, true, 0);
    }

    private void split(int row, String heading, double share) {
        page.section(
                "B%1$s:J%1$s".formatted(row),
                formula("=\"%s: \"&FIXED(p_Budget*%s,0)&\" \"&p_Currency&\" a month\"".formatted(heading, share)));
        String rows = page.spill(
                "B%s".formatted(row + 1),
                formula(
                        "=MPM.MIX.OPTIMIZE(Mix[[#All],[Channel]:[S]],p_Budget*%s,Mix[Least],Mix[Most],Mix[Spend],\"RESPONSE\",p_Value,,0)"
                                .formatted(share)),
                ROOM,
                Looks.CAPTION,
                ROW.bold(),
                COUNT.format("[>=10]#,##0;0.00%").bold(),
                Look.PLAIN.format("0%").right().rule(Hue.LINE),
                COUNT,
                RETURN,
                RETURN,
                COUNT,
                SIGNED.bold(),
                ROW.indent(1));
        page.when(
                rows.replaceAll("^B(\\d+):J(\\d+)$", "I$1:I$2"),
                "AND(ISNUMBER($I%1$s),N($I%1$s)<-0.5)".formatted(row + 2),
                Hue.CORAL,
                null);
        page.when(
                rows.replaceAll("^B(\\d+):J(\\d+)$", "I$1:I$2"),
                "AND(ISNUMBER($I%1$s),N($I%1$s)>0.5)".formatted(row + 2),
                Hue.TEAL,
                null);
    }

    /** What the split moves in the months that are left. */
    private void year() {
        page.section(
                "L6:P6", formula("=\"What to move in the \"&(12-p_Closed)&\" months that are left, \"&p_Currency"));
        page.put("L7", "Channel", Looks.CAPTION).put("M7", "Move", Looks.CAPTION.right());
        for (int place = 0; place < CHANNELS; place++) {
            int row = 8 + place;
            page.put("L" + row, formula("=B%s".formatted(row)), ROW.bold());
            page.put("M" + row, formula("=I%s*(12-p_Closed)".formatted(row)), SIGNED);
        }
        page.put("N8", "Leads a month more", Looks.NOTE.indent(1))
                .put(
                        "P8",
                        formula("=E14-SUM(Mix[Leads])"),
                        RETURN.format("+0.0;-0.0;0.0").bold());
        page.put("N9", "Held at a bound", Looks.NOTE.indent(1))
                .put(
                        "P9",
                        formula("=COUNTIF(J8:J13,\"*BOUND\")"),
                        Looks.COUNT.bold().format("0 \"channels\""));
        page.put("N11", "Move in steps, and test:", Looks.NOTE.indent(1))
                .put("N12", "curves are guesses far from", Looks.NOTE.indent(1))
                .put("N13", "the spend that they have seen.", Looks.NOTE.indent(1));
        page.chart(
                        "L15:P21",
                        "What to move",
                        "A bar for each channel: what it gets more or less in the months that are left of the year.")
                .by(page, "L8:L13")
                .bars("Move", page, "M8:M13", Hue.PALE_TEAL)
                .scale("+#,##0;-#,##0;0", null, null);
    }

    private void scenarios() {
        page.section("L23:P23", "Leads of a month by budget");
        String[] captions = {"Budget", "Amount", "Leads", "Cost of a lead", "Of the next"};
        for (int place = 0; place < captions.length; place++) {
            page.put("LMNOP".charAt(place) + "24", captions[place], place == 0 ? Looks.CAPTION : Looks.CAPTION.right());
        }
        scenario(25, "As it runs", "=p_Budget", "=SUM(Mix[Leads])", "\"\"");
        scenario(26, "Best split", "=C14", "=E14", "C15");
        scenario(27, "A tenth less", "=C31", "=E31", "C32");
        scenario(28, "A tenth more", "=C48", "=E48", "C49");
        page.chart(
                        "L31:P54",
                        "Leads by budget",
                        "Columns: the leads of a month as it runs, split best, with a tenth less and with a tenth more.")
                .by(page, "L25:L28")
                .columns("Leads of a month", page, "N25:N28", Hue.TEAL)
                .scale("#,##0", 0.0, null);
    }

    private void scenario(int row, String name, String budget, String leads, String marginal) {
        page.put("L" + row, name, ROW.bold())
                .put("M" + row, formula(budget), COUNT)
                .put("N" + row, formula(leads), COUNT.bold())
                .put("O" + row, formula("=MPM.UNITCOST(M%1$s,N%1$s)".formatted(row)), COUNT)
                .put("P" + row, formula("=IF(ISNUMBER(%1$s),1/%1$s,\"\")".formatted(marginal)), COUNT);
    }
}
