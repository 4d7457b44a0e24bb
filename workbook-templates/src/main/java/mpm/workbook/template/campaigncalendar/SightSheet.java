package mpm.workbook.template.campaigncalendar;

import static mpm.workbook.design.Formula.formula;

import java.util.List;
import java.util.stream.IntStream;
import mpm.workbook.design.Hue;
import mpm.workbook.design.Look;
import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import mpm.workbook.sample.Campaigns;
import mpm.workbook.template.Draft;
import mpm.workbook.template.Sheet;
import org.apache.poi.ss.usermodel.PaperSize;

/** What serves an outcome, and what serves none. */
final class SightSheet implements Sheet.Design {

    private static final Look ROW = Look.PLAIN.rule(Hue.LINE);
    private static final int ROWS = 2 * Campaigns.ALL.size() + CampaignCalendar.OUTCOMES.size();

    private final Draft draft;
    private final Page page;

    SightSheet(Draft draft, Page page) {
        this.draft = draft;
        this.page = page;
    }

    @Override
    public void write() {
        page.widths(2, 31, 26, 11, 12, 9, 12, 2, 31, 30, 44, 12, 11, 2);
        draft.head(page, "Line of sight", "M", "B", "C", "D", "E", "F", "G", "I", "J");
        links();
        detail();
        summary();
        page.freeze(0, 5).print("A1:N56", PaperSize.A4_PAPER, true, 0);
    }

    /** Each campaign with what serves its outcome, each again with what does not, then the outcomes. */
    private void links() {
        page.section("B6:G6", "What serves what");
        String number = "(ROW()-ROW(Links[[#Headers],[Item]]))";
        String campaigns = "ROWS(Campaigns[Campaign])";
        String first = number + "<=" + campaigns;
        String again = number + "<=2*" + campaigns;
        String of = "INDEX(Campaigns[%s],MOD(" + number + "-1," + campaigns + ")+1)";
        page.<Integer>table("Links", "B7")
                .calculated(
                        "Item",
                        31,
                        Looks.TEXT.bold(),
                        "=IF(%s,%s,INDEX(Outcomes,%s-2*%s))"
                                .formatted(again, of.formatted("Campaign"), number, campaigns))
                .calculated(
                        "Parent",
                        26,
                        Looks.TEXT,
                        "=IF(%s,%s&\"\",IF(%s,\"Elsewhere\",\"\"))".formatted(first, of.formatted("Outcome"), again))
                .calculated(
                        "Type", 11, Looks.TEXT, "=IF(%s,\"Activity\",IF(%s,\"\",\"Outcome\"))".formatted(first, again))
                .calculated("Spend", 12, Looks.COUNT, "=IF(%s,%s,\"\")".formatted(first, of.formatted("Budget")))
                .calculated(
                        "Share",
                        9,
                        Look.PLAIN.format("0%").right(),
                        "=IF(%1$s,%2$s,IF(%3$s,1-%2$s,\"\"))".formatted(first, of.formatted("Share"), again))
                .calculated(
                        "Serves",
                        12,
                        Looks.COUNT,
                        "=IF(%s,%s*%s,0)".formatted(first, of.formatted("Budget"), of.formatted("Share")))
                .rows(IntStream.rangeClosed(1, ROWS).boxed().toList(), Looks.HEADER, 15);
        draft.check(
                "Line of sight: two rows a campaign and one an outcome, and the links",
                "=2*ROWS(Campaigns[Campaign])+ROWS(Outcomes)",
                "=ROWS(Links[Item])");
        draft.check("Budget: campaigns, and links", "=SUM(Campaigns[Budget])", "=SUM(Links[Spend])");
        page.put(
                "B%s".formatted(ROWS + 9),
                "After adding campaigns, drag the corner of this table down by two rows for each.",
                Looks.NOTE);
    }

    private void detail() {
        page.section("I6:M6", "Where each leads: an ORPHAN serves no outcome, a WIDOW has nothing that serves it");
        String rows = page.spill(
                "I7",
                formula("=MPM.ALIGN.COVERAGE(Links[#All],\"OUTCOME\",\"DETAIL\")"),
                CampaignCalendar.ROOM,
                Looks.CAPTION,
                ROW.bold(),
                ROW,
                ROW,
                Looks.COUNT.rule(Hue.LINE),
                Looks.WORD.bold().rule(Hue.LINE));
        page.when(rows, "$M8=\"ORPHAN\"", Hue.CORAL, Hue.CORAL.tint(0.9));
        page.when(rows, "$M8=\"WIDOW\"", Hue.AMBER, Hue.AMBER.tint(0.9));
    }

    private void summary() {
        page.section("I40:J40", "How much is in line of sight")
                .section("K40:M40", "Money by the outcome that it serves");
        page.spill(
                "I41",
                formula("=MPM.ALIGN.COVERAGE(Links[#All])"),
                8,
                Looks.CAPTION,
                ROW.bold(),
                Look.PLAIN.format("[=0]0;[<1]0.0%;0").right().rule(Hue.LINE));
        List<String> outcomes = CampaignCalendar.OUTCOMES;
        for (int place = 0; place <= outcomes.size(); place++) {
            int row = 51 + place;
            boolean isRest = place == outcomes.size();
            page.put(
                    "I" + row, isRest ? "No outcome" : formula("=INDEX(Outcomes,%s)".formatted(place + 1)), ROW.bold());
            page.put(
                    "J" + row,
                    formula(
                            isRest
                                    ? "=SUM(Campaigns[Budget])-SUM(J51:J53)"
                                    : "=SUMIFS(Links[Serves],Links[Parent],I%s)".formatted(row)),
                    Looks.COUNT.rule(Hue.LINE));
        }
        page.chart(
                        "K41:M54",
                        "Money by outcome",
                        "A bar for each outcome: the money of the campaigns that serve it, and last what serves none.")
                .by(page, "I51:I54")
                .bars("Budget", page, "J51:J54", Hue.PALE_TEAL)
                .scale("#,##0", 0.0, null);
    }
}
