package mpm.workbook.template.benchmark;

import static mpm.workbook.design.Formula.formula;

import mpm.workbook.design.Hue;
import mpm.workbook.design.Look;
import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import mpm.workbook.design.Table;
import mpm.workbook.sample.Assessment;
import mpm.workbook.sample.Assessment.Practice;
import mpm.workbook.template.Draft;
import mpm.workbook.template.Sheet;
import mpm.workbook.template.Words;
import org.apache.poi.ss.usermodel.PaperSize;

/** The practices, rated; and what they make of the six success factors. */
final class SixFactorsSheet implements Sheet.Design {

    private static final int ROOM = 10;
    private static final Look LEVEL = Look.PLAIN.format("0.0").right();
    private static final Look RULED = LEVEL.rule(Hue.LINE);

    private final Draft draft;
    private final Page page;

    SixFactorsSheet(Draft draft, Page page) {
        this.draft = draft;
        this.page = page;
    }

    @Override
    public void write() {
        page.widths(2, 17, 46, 10, 11, 28, 3, 17, 11, 12, 11, 11, 11, 11, 11, 2);
        draft.head(page, FACTORS_TITLE, "O", "B", "C", "D", "F", "H", "I", "J", "K");
        page.height(6, 22)
                .put("B6", "1 not done · 2 by some · 3 by most · 4 as a rule · 5 and improved each year", Looks.NOTE);
        Table<Practice> practices = page.<Practice>table("Practices", "B7")
                .choice("Factor", 17, Looks.TEXT.bold(), Words.FACTORS.name(), Practice::factor)
                .input("Practice", 46, Looks.TEXT, Practice::statement)
                .input("Level", 10, LEVEL, Practice::level)
                .input("Last year", 11, LEVEL, Practice::lastYear)
                .input("Evidence", 28, Looks.TEXT.indent(1), Practice::evidence)
                .rows(Assessment.PRACTICES, Looks.HEADER, 17);
        page.height(7, 24).numbers(practices.cells("Level", "Last year"), "1", "5", "Enter a level from 1 to 5.");
        maturity();
        page.section("H19:O19", "Six success factors, 1 to 5");
        page.chart(
                        "H20:O37",
                        "Six success factors",
                        "A bar for each success factor: the mean level of its practices, and what is still to go to its target.")
                .by(page, "H8:H13")
                .bars("Level", page, "I8:I13", Hue.TEAL)
                .bars("Still to go", page, "L8:L13", Hue.TINT)
                .scale("0.0", 0.0, 5.0);
        draft.check(
                "Mean level of the practices: one by one, and of the factors together",
                "=AVERAGE(Practices[Level])",
                "=SUMIFS('Six factors'!$I$8:$I$17,'Six factors'!$H$8:$H$17,\"ALL\")");
        page.freeze(0, 7).print("A1:P38", PaperSize.A4_PAPER, true, 0);
    }

    private static final String FACTORS_TITLE = "Six success factors";

    private void maturity() {
        String rows = page.spill(
                "H7",
                formula("=MPM.MATURITY(Practices[#All],p_Level)"),
                ROOM,
                Looks.CAPTION,
                Look.PLAIN.bold().rule(Hue.LINE),
                RULED.bold(),
                Look.PLAIN.format("0").right().rule(Hue.LINE),
                RULED,
                RULED,
                Look.PLAIN.format("0").right().rule(Hue.LINE));
        page.when(rows, "OR($H8=\"ALL\",$H8=\"Score\",$H8=\"Grade\")", Hue.NAVY, Hue.MIST);
        page.when("H8:M13", "$M8=1", Hue.CORAL, null);
        page.put("N7", "Last year", Looks.CAPTION.right()).put("O7", "Change", Looks.CAPTION.right());
        for (int row = 8; row < 8 + ROOM; row++) {
            page.put(
                            "N" + row,
                            formula("=IFERROR(AVERAGEIFS(Practices[Last year],Practices[Factor],H%s),\"\")"
                                    .formatted(row)),
                            RULED)
                    .put(
                            "O" + row,
                            formula("=IF(ISNUMBER(N%1$s),ROUND(I%1$s-N%1$s,2),\"\")".formatted(row)),
                            Looks.POINTS.bold().rule(Hue.LINE));
        }
        page.when("O8:O17", "AND(ISNUMBER($O8),N($O8)<0)", Hue.CORAL, null);
        page.when("O8:O17", "AND(ISNUMBER($O8),N($O8)>0)", Hue.BLUE, null);
        page.put("H18", "Gated: the level that every practice has reached.", Looks.NOTE);
    }
}
