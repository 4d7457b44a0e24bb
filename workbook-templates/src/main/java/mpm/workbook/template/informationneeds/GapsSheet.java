package mpm.workbook.template.informationneeds;

import mpm.workbook.design.Hue;
import mpm.workbook.design.Look;
import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import mpm.workbook.design.Table;
import mpm.workbook.sample.Information;
import mpm.workbook.sample.Information.Fix;
import mpm.workbook.template.Draft;
import mpm.workbook.template.Sheet;
import org.apache.poi.ss.usermodel.PaperSize;

/** What raises information that is not good enough, and what the index comes to when it is done. */
final class GapsSheet implements Sheet.Design {

    private static final Look SCORE = Look.PLAIN.format("0.00").right();

    private final Draft draft;
    private final Page page;

    GapsSheet(Draft draft, Page page) {
        this.draft = draft;
        this.page = page;
    }

    @Override
    public void write() {
        page.widths(2);
        draft.head(page, "Gaps", "S", "B", "C", "D", "E", "F", "H", "I", "J", "K");
        page.height(6, 22)
                .put(
                        "B6",
                        "A row for each thing that is done. Several for one piece of information work together; the first priority is what"
                                + " matters most and lacks most.",
                        Looks.NOTE);
        Table<Fix> fixes = page.<Fix>table("Fixes", "B7")
                .choice("Information", 26, Looks.TEXT.bold(), "NeedNames", Fix::information)
                .choice("Quality", 13, Looks.TEXT, InformationNeeds.QUALITIES.name(), Fix::quality)
                .calculated("Now", 9, SCORE, "=" + ScoresSheet.quality("[@Information]", "[@Quality]"))
                .input("What we do", 32, Looks.TEXT.indent(1), Fix::does)
                .input("Raises it to", 9, SCORE, Fix::reaches)
                .calculated("Index", 9, SCORE, "=" + ScoresSheet.of("[@Information]", "H"))
                .calculated(
                        "Step",
                        9,
                        SCORE.ink(Hue.MUTED),
                        "=IF(MIN([@Now],[@[Raises it to]])<=0,0,LN([@[Raises it to]]/[@Now])/5)")
                .calculated(
                        "Index then",
                        9,
                        SCORE.bold(),
                        "=MIN(1,[@Index]*EXP(SUMIFS(Fixes[Step],Fixes[Information],[@Information])))")
                .calculated("To reach", 9, SCORE, "=p_Fit")
                .calculated("Enough", 13, Looks.WORD.bold(), "=IF([@[Index then]]<p_Fit,\"▼ not enough\",\"● enough\")")
                .calculated("Matters", 9, Looks.COUNT, "=" + ScoresSheet.of("[@Information]", "J"))
                .calculated("Priority", 9, SCORE, "=[@Matters]*MAX(0,p_Fit-[@Index])")
                .input("First day", 12, Looks.DAY, fix -> day(fix.firstDay()))
                .input("Due", 12, Looks.DAY, fix -> day(fix.dueDay()))
                .input("Done", 9, Looks.PERCENT.format("0%"), Fix::progress)
                .calculated(
                        "State",
                        13,
                        Looks.WORD.bold(),
                        "=IF([@Done]>=1,\"● done\",IF([@Due]<=p_AsOf,\"▼ overdue\",IF([@Done]<[@[Due by now]]-0.1,\"▼ behind\","
                                + "IF([@Done]>[@[Due by now]]+0.1,\"▲ ahead\",\"● on course\"))))")
                .calculated(
                        "Due by now",
                        9,
                        Looks.PERCENT.format("0%").ink(Hue.MUTED),
                        "=MAX(0,MIN(1,(p_AsOf-[@[First day]]+1)/([@Due]-[@[First day]]+1)))")
                .input("Owner", 24, Looks.TEXT.indent(1), Fix::owner)
                .rows(Information.FIXES, Looks.HEADER, 19);
        page.height(7, 32).dates(fixes.cells("First day", "Due"));
        page.numbers(fixes.cells("Raises it to"), "0.01", "1", "Enter a number between 0 and 1, such as 0.9.");
        page.numbers(fixes.cells("Done"), "0", "1", "Enter a share from 0% to 100%.");
        page.bars(fixes.cells("Done"), Hue.PALE_TEAL);
        for (String column : new String[] {"Enough", "State"}) {
            String cells = fixes.cells(column);
            String first = "$" + cells.substring(0, 2);
            page.when(cells, "LEFT(%s,1)=\"▼\"".formatted(first), Hue.CORAL, Hue.CORAL.tint(0.9));
            page.when(cells, "LEFT(%s,1)=\"▲\"".formatted(first), Hue.BLUE, Hue.BLUE.tint(0.9));
        }
        page.section("B20:S20", "Index now, and when all of it is done");
        page.chart(
                        "B21:S36",
                        "Index now, and when all of it is done",
                        "Columns by row of the table: the index of its information when all is done, with marks for the index now and a line"
                                + " at the index to reach.")
                .by(page, fixes.cells("Information"))
                .columns("Index then", page, fixes.cells("Index then"), Hue.TEAL)
                .marks("Index now", page, fixes.cells("Index"), Hue.NAVY)
                .limit("To reach", page, fixes.cells("To reach"), Hue.CORAL)
                .scale("0.0", 0.0, 1.0);
        draft.check(
                "Rows on Gaps, and those whose information has a score",
                "=ROWS(Fixes[Information])",
                "=COUNT(Fixes[Index])");
        page.freeze(2, 7).print("A1:T37", PaperSize.A4_PAPER, true, 0);
    }

    private Object day(int number) {
        return draft.parameters().fiscalYearStart().plusDays(number);
    }
}
