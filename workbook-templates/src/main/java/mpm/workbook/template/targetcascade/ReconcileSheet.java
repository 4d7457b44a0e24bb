package mpm.workbook.template.targetcascade;

import static mpm.workbook.design.Formula.formula;

import mpm.workbook.design.Hue;
import mpm.workbook.design.Look;
import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import mpm.workbook.template.Draft;
import mpm.workbook.template.Extremes;
import mpm.workbook.template.Extremes.Shown;
import mpm.workbook.template.Sheet;
import mpm.workbook.template.Signals;
import org.apache.poi.ss.usermodel.PaperSize;

/** Level by level, whether targets add up and plans reach them; and the sub-functions whose gaps are the largest, both ways. */
final class ReconcileSheet implements Sheet.Design {

    private static final int GAPS = 8;
    private static final Look ROW = Look.PLAIN.rule(Hue.LINE);
    private static final Look AMOUNT = Looks.COUNT.format("#,##0;-#,##0;0").rule(Hue.LINE);

    private final Draft draft;
    private final Page page;

    ReconcileSheet(Draft draft, Page page) {
        this.draft = draft;
        this.page = page;
    }

    @Override
    public void write() {
        page.widths(2, 26, 12, 16, 16, 16, 16, 16, 14, 14, 2);
        draft.head(page, "Reconcile", "J");
        levels();
        gaps();
        page.chart(
                        "F13:J30",
                        "Largest gaps by sub-function",
                        "A column for each of the sub-functions with the largest gaps: the plan less the target, below zero where it"
                                + " is short.")
                .by(page, "B14:B21")
                .columns("Gap", page, "D14:D21", Hue.TEAL)
                .scale("#,##0;-#,##0;0", null, null);
        page.freeze(0, 5).print("A1:K31", PaperSize.A4_PAPER, true, 0);
    }

    private void levels() {
        page.section("B6:J6", formula("=p_Goal&\", level by level\""));
        String[] captions = {"Level", "Units", "Targets", "Goal", "Difference", "Plans", "Gap", "Gap %", "Signed"};
        for (int place = 0; place < captions.length; place++) {
            page.put(
                    "BCDEFGHIJ".charAt(place) + "7",
                    captions[place],
                    place == 0 ? Looks.CAPTION : Looks.CAPTION.right());
        }
        for (Level level : Level.values()) {
            level(8 + level.depth() - 2, level);
        }
        Signals.deviation(page, "I8:I10", "I8");
        page.when("F8:F10", "ABS(F8)>=0.005", Hue.CORAL, Hue.CORAL.tint(0.9));
    }

    private void level(int row, Level level) {
        String table = level.table();
        page.height(row, 20)
                .put("B" + row, level.sheet(), ROW)
                .put("C" + row, formula("=ROWS(%s[Unit])".formatted(table)), AMOUNT)
                .put("D" + row, formula("=SUM(%s[Target])".formatted(table)), AMOUNT)
                .put("E" + row, formula("=p_Target"), AMOUNT)
                .put("F" + row, formula("=D%1$s-E%1$s".formatted(row)), AMOUNT)
                .put("G" + row, formula("=SUM(%s[Plan])".formatted(table)), AMOUNT)
                .put("H" + row, formula("=MPM.VARIANCE(G%1$s,D%1$s)".formatted(row)), AMOUNT)
                .put(
                        "I" + row,
                        formula("=IF(D%1$s=0,0,MPM.VARIANCE.PCT(G%1$s,D%1$s))".formatted(row)),
                        Looks.DEVIATION.rule(Hue.LINE))
                .put(
                        "J" + row,
                        formula("=COUNTIFS(%1$s[Signed],TRUE)/ROWS(%1$s[Signed])".formatted(table)),
                        Looks.PERCENT.format("0%").rule(Hue.LINE));
    }

    private void gaps() {
        page.section("B12:D12", "Largest gaps, both ways");
        page.section("F12:J12", formula("=\"Gaps, \"&p_Goal"));
        page.put("B13", "Sub-function", Looks.CAPTION)
                .put("C13", "Gap %", Looks.CAPTION.right())
                .put("D13", "Gap", Looks.CAPTION.right());
        for (int row = 14; row < 14 + GAPS; row++) {
            page.height(row, 20);
        }
        Extremes.draw(
                page,
                14,
                GAPS,
                "SubFunctions",
                "Rank",
                new Shown("B", "Unit", ROW),
                new Shown("C", "Gap %", Looks.DEVIATION.rule(Hue.LINE)),
                new Shown("D", "Gap", AMOUNT));
        Signals.deviation(page, "C14:C21", "C14");
    }
}
