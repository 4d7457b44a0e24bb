package mpm.workbook.template.informationneeds;

import mpm.workbook.design.Hue;
import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import mpm.workbook.design.Table;
import mpm.workbook.sample.Information;
import mpm.workbook.sample.Information.Source;
import mpm.workbook.template.Draft;
import mpm.workbook.template.Sheet;
import org.apache.poi.ss.usermodel.PaperSize;

/** Where figures come from: whether they came in time and whole, and what waits for them. */
final class SourcesSheet implements Sheet.Design {

    private final Draft draft;
    private final Page page;

    SourcesSheet(Draft draft, Page page) {
        this.draft = draft;
        this.page = page;
    }

    @Override
    public void write() {
        page.widths(2);
        draft.head(page, "Sources", "N", "B", "C", "D", "E", "F", "H", "I", "J", "K");
        page.height(6, 22)
                .put(
                        "B6",
                        "A row for each place that figures come from. Rows are whatever it delivers: accounts, answers, leads.",
                        Looks.NOTE);
        Table<Source> sources = page.<Source>table("Sources", "B7")
                .input("Source", 24, Looks.TEXT.bold(), Source::name)
                .input("Kept by", 25, Looks.TEXT, Source::owner)
                .input("Every, days", 11, Looks.COUNT, Source::every)
                .input(
                        "Came last",
                        13,
                        Looks.DAY,
                        source -> draft.parameters().fiscalYearStart().plusDays(source.lastDay()))
                .calculated("Age, days", 11, Looks.COUNT, "=p_AsOf-[@[Came last]]")
                .calculated("Next due", 13, Looks.DAY, "=[@[Came last]]+[@[Every, days]]")
                .calculated("Late, days", 11, Looks.COUNT.bold(), "=MAX(0,p_AsOf-[@[Next due]])")
                .input("Rows expected", 12, Looks.COUNT, Source::expected)
                .input("Rows came", 12, Looks.COUNT, Source::came)
                .calculated("Whole", 11, Looks.PERCENT, "=IF([@[Rows expected]]=0,1,[@[Rows came]]/[@[Rows expected]])")
                .calculated("Needs", 10, Looks.COUNT, "=COUNTIFS(Needs[Source],[@Source])")
                .calculated("Metrics", 10, Looks.COUNT, "=COUNTIFS(MeasurementPlan[Source],[@Source])")
                .calculated(
                        "State",
                        19,
                        Looks.WORD.bold(),
                        "=IF([@Needs]+[@Metrics]=0,\"▲ nobody asks for it\",IF([@[Late, days]]>0,\"▼ late\","
                                + "IF([@Whole]<1-p_Tolerance,\"▼ incomplete\",\"● as it should\")))")
                .rows(Information.SOURCES, Looks.HEADER, 18);
        page.height(7, 24).dates(sources.cells("Came last"));
        page.numbers(sources.cells("Every, days"), "1", "1000", "Enter a number of days, 1 or more.");
        page.bars(sources.cells("Whole"), Hue.PALE_TEAL);
        page.when(sources.cells("State"), "LEFT($N8,1)=\"▼\"", Hue.CORAL, Hue.CORAL.tint(0.9));
        page.when(sources.cells("State"), "LEFT($N8,1)=\"▲\"", Hue.BLUE, Hue.BLUE.tint(0.9));
        page.when(sources.cells("State"), "LEFT($N8,1)=\"●\"", Hue.TEAL, Hue.TINT);
        draft.name("SourceNames", "Sources[Source]");
        page.section("B27:N27", "How old each is, and how often it should come");
        page.chart(
                        "B28:N43",
                        "Age of each source",
                        "Columns by source: the days since it came last, each beside a mark for how many days it may take.")
                .by(page, sources.cells("Source"))
                .columns("Age, days", page, sources.cells("Age, days"), Hue.TEAL)
                .marks("Every, days", page, sources.cells("Every, days"), Hue.NAVY)
                .scale("0", 0.0, null);
        draft.check(
                "Metrics of the plan, and those of known sources",
                "=ROWS(MeasurementPlan[Metric])",
                "=SUM(Sources[Metrics])");
        page.freeze(2, 7).print("A1:O44", PaperSize.A4_PAPER, true, 0);
    }
}
