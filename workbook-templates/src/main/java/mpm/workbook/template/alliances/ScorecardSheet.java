package mpm.workbook.template.alliances;

import static mpm.workbook.design.Formula.formula;

import mpm.workbook.design.Hue;
import mpm.workbook.design.Look;
import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import mpm.workbook.design.Table;
import mpm.workbook.sample.Alliances;
import mpm.workbook.sample.Alliances.Score;
import mpm.workbook.template.Draft;
import mpm.workbook.template.Sheet;
import mpm.workbook.template.Signals;
import org.apache.poi.ss.usermodel.PaperSize;

/** How each partner is judged, and how much of what counts was judged at all. */
final class ScorecardSheet implements Sheet.Design {

    private static final int ROOM = 8;
    private static final Look WORD = Look.PLAIN.rule(Hue.LINE);
    private static final Look NUMBER = Look.PLAIN.format("0").right().rule(Hue.LINE);

    private final Draft draft;
    private final Page page;

    ScorecardSheet(Draft draft, Page page) {
        this.draft = draft;
        this.page = page;
    }

    @Override
    public void write() {
        page.widths(2, 14, 24, 12, 12, 3, 16, 14, 13, 24, 13, 14, 14, 2);
        draft.head(page, "Scorecard", "M", "B", "C", "D", "E", "G", "H", "I", "J", "K");
        page.height(6, 22)
                .put("B6", "Points from 0 to 5; blank is not judged. A criterion has one weight.", Looks.NOTE);
        Table<Score> scores = page.<Score>table("Scores", "B7")
                .input("Partner", 14, Looks.TEXT.bold(), Score::partner)
                .input("Criterion", 24, Looks.TEXT, Score::criterion)
                .input("Score", 12, Looks.COUNT, Score::points)
                .input("Weight", 12, Looks.COUNT, Score::weight)
                .rows(Alliances.SCORES, Looks.HEADER, 20);
        page.height(7, 24);
        page.numbers(scores.cells("Score"), "0", "5", "Enter points from 0 to 5, or nothing.");
        page.numbers(scores.cells("Weight"), "0", "1000", "Enter a weight, 0 or more.");
        standing();
        page.section("G17:M17", "Score by partner, of 100");
        page.chart(
                        "G18:M28",
                        "Score by partner",
                        "Columns by partner: its weighted score of 100, each beside a mark for the score to reach.")
                .by(page, "G8:G11")
                .columns("Score", page, "H8:H11", Hue.TEAL)
                .marks("To reach", page, "M8:M11", Hue.NAVY)
                .scale("0", 0.0, 100.0);
        draft.check(
                "Partners that are judged, and those on the sheet Partners",
                "=COUNT('Scorecard'!$H$8:$H$15)",
                "=ROWS(Partners[Partner])");
        page.freeze(0, 7).print("A1:N30", PaperSize.A4_PAPER, true, 0);
    }

    private void standing() {
        page.spill(
                "G7",
                formula("=MPM.PARTNER.SCORE(Scores[#All])"),
                ROOM,
                Looks.CAPTION,
                WORD.bold(),
                NUMBER.bold(),
                NUMBER,
                WORD.indent(1),
                Looks.PERCENT.format("0%").rule(Hue.LINE));
        page.put("L7", "Status", Looks.CAPTION.centre()).put("M7", "To reach", Looks.CAPTION.right());
        for (int row = 8; row < 8 + ROOM; row++) {
            page.put(
                            "L" + row,
                            formula(
                                    "=IF(ISNUMBER(H%1$s),MPM.RAG(H%1$s,p_Score,\"HIGHER\",p_Tolerance,2*p_Tolerance),\"\")"
                                            .formatted(row)),
                            Looks.WORD.bold().rule(Hue.LINE))
                    .put("M" + row, formula("=IF(ISNUMBER(H%s),p_Score,\"\")".formatted(row)), NUMBER);
        }
        Signals.status(page, "L8:L15", "L8");
        page.when("K8:K15", "AND(ISNUMBER($K8),N($K8)<1)", Hue.AMBER, Hue.AMBER.tint(0.9));
        page.put("G16", "Coverage below 100%: not all that counts was judged; compare with care.", Looks.NOTE);
    }
}
