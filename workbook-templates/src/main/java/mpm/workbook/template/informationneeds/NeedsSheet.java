package mpm.workbook.template.informationneeds;

import java.util.List;
import mpm.workbook.design.Hue;
import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import mpm.workbook.design.Table;
import mpm.workbook.sample.Information;
import mpm.workbook.sample.Information.Need;
import mpm.workbook.template.Draft;
import mpm.workbook.template.Sheet;
import org.apache.poi.ss.usermodel.PaperSize;

/** A row for each decision and the information that it needs: whose it is, where it comes from, how it was delivered. */
final class NeedsSheet implements Sheet.Design {

    /** How much the decisions of the sample matter, in the order of its needs. */
    private static final List<Integer> MATTER = List.of(5, 5, 4, 5, 4, 4, 4, 3, 2, 4, 3, 3, 3, 1);

    private final Draft draft;
    private final Page page;

    NeedsSheet(Draft draft, Page page) {
        this.draft = draft;
        this.page = page;
    }

    @Override
    public void write() {
        page.widths(2);
        draft.head(page, "Needs", "T", "B", "C", "D", "E", "F", "I", "J", "K", "L");
        page.height(6, 22)
                .put(
                        "B6",
                        "Begin with the decision. Levels are those of detail, such as month and quarter; slices are cuts, such as"
                                + " regions. After the half-life a figure is worth half.",
                        Looks.NOTE);
        Table<Need> needs = page.<Need>table("Needs", "B7")
                .input("Decision", 37, Looks.TEXT.bold(), Need::decision)
                .input("Metric", 30, Looks.TEXT, Need::information)
                .input("User", 22, Looks.TEXT, Need::user)
                .choice("Source", 19, Looks.TEXT, "SourceNames", Need::source)
                .input("Matters, 1 to 5", 9, Looks.COUNT, need -> MATTER.get(Information.NEEDS.indexOf(need)))
                .input("Checks", 8, Looks.COUNT, Need::checks)
                .input("Passed", 8, Looks.COUNT, Need::passed)
                .input("Decision date", 12, Looks.DAY, need -> day(need.decisionDay()))
                .input("Delivered date", 12, Looks.DAY, need -> day(need.deliveredDay()))
                .input("As of", 12, Looks.DAY, need -> day(need.asOfDay()))
                .input("Half life days", 9, Looks.COUNT, Need::halfLife)
                .input("Levels needed", 8, Looks.COUNT, Need::levelsNeeded)
                .input("Levels have", 8, Looks.COUNT, Need::levelsHave)
                .input("Slices needed", 8, Looks.COUNT, Need::slicesNeeded)
                .input("Slices have", 8, Looks.COUNT, Need::slicesHave)
                .calculated("Days to decision", 9, Looks.COUNT, "=[@[Decision date]]-p_AsOf")
                .calculated("Age then, days", 9, Looks.COUNT, "=[@[Decision date]]-[@[As of]]")
                .calculated("Metrics", 9, Looks.COUNT, "=COUNTIFS(MeasurementPlan[Serves],[@Metric])")
                .calculated(
                        "State",
                        15,
                        Looks.WORD.bold(),
                        "=IF([@[Delivered date]]=\"\",\"▼ not there\",IF([@[Delivered date]]>[@[Decision date]],\"▼ too late\","
                                + "IF([@[Age then, days]]>2*[@[Half life days]],\"▼ too old\",\"● in time\")))")
                .rows(Information.NEEDS, Looks.HEADER, 19);
        page.height(7, 46).dates(needs.cells("Decision date", "As of"));
        page.numbers(needs.cells("Matters, 1 to 5"), "1", "5", "Enter a number from 1 to 5.");
        page.numbers(needs.cells("Checks", "Passed"), "0", "100000", "Enter a number, 0 or more.");
        page.when(needs.cells("State"), "LEFT($T8,1)=\"▼\"", Hue.CORAL, Hue.CORAL.tint(0.9));
        page.when(needs.cells("State"), "LEFT($T8,1)=\"●\"", Hue.TEAL, Hue.TINT);
        page.when(needs.cells("Metrics"), "$S8=0", Hue.CORAL, Hue.CORAL.tint(0.9));
        page.when(needs.cells("Days to decision"), "AND(ISNUMBER($Q8),$Q8<14)", Hue.AMBER, Hue.AMBER.tint(0.9));
        draft.name("NeedNames", "Needs[Metric]");
        draft.check("Needs: rows, and those of known sources", "=ROWS(Needs[Metric])", "=SUM(Sources[Needs])");
        draft.check("Checks passed beyond the checks made", "=MAX(0,SUM(Needs[Passed])-SUM(Needs[Checks]))", "=0");
        page.section(
                "B24:T24", "How old the information will be when it is used, and after how many days it is worth half");
        page.chart(
                        "B25:T42",
                        "Age of the information at its decision",
                        "Columns by information: its age in days when the decision is made, each beside a mark for its half-life.")
                .by(page, needs.cells("Metric"))
                .columns("Age then, days", page, needs.cells("Age then, days"), Hue.TEAL)
                .marks("Half-life", page, needs.cells("Half life days"), Hue.NAVY)
                .scale("0", 0.0, null);
        page.freeze(3, 7).print("A1:U43", PaperSize.A4_PAPER, true, 0);
    }

    private Object day(int number) {
        return draft.parameters().fiscalYearStart().plusDays(number);
    }
}
