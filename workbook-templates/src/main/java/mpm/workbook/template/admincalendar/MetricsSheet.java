package mpm.workbook.template.admincalendar;

import java.util.List;
import mpm.workbook.design.Hue;
import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import mpm.workbook.design.Table;
import mpm.workbook.sample.Metrics;
import mpm.workbook.sample.Metrics.Metric;
import mpm.workbook.template.Draft;
import mpm.workbook.template.Rules;
import mpm.workbook.template.Rules.Rule;
import mpm.workbook.template.Sheet;
import mpm.workbook.template.Words;
import org.apache.poi.ss.usermodel.PaperSize;

/** What each metric means: defined once, so that all workbooks count the same. */
final class MetricsSheet implements Sheet.Design {

    private static final List<Rule> RULES = List.of(
            Rule.error("Code", "UNIQUE", ""),
            Rule.error("Code", "REGEX", "[A-Z][A-Z0-9_]*"),
            Rule.error("Definition", "REQUIRED", ""),
            Rule.error("Owner", "REQUIRED", ""),
            Rule.error("Source", "REQUIRED", ""),
            Rule.error("Direction", "IN", "HIGHER;LOWER;TARGET"));

    private final Draft draft;
    private final Page page;

    MetricsSheet(Draft draft, Page page) {
        this.draft = draft;
        this.page = page;
    }

    @Override
    public void write() {
        page.widths(2);
        draft.head(page, "Metric catalogue", "L", "B", "C", "D", "E", "F", "G", "H", "I");
        page.height(6, 22).put("B6", "A ratio is a ratio of sums, never a mean of ratios.", Looks.NOTE);
        Table<Metric> metrics = page.<Metric>table("Catalogue", "B7")
                .input("Code", 25, Looks.TEXT.bold(), Metric::code)
                .input("Name", 26, Looks.TEXT, Metric::name)
                .input("Definition", 48, Looks.TEXT, Metric::definition)
                .choice("Category", 13, Looks.TEXT, Words.CATEGORIES.name(), Metric::category)
                .choice("Timing", 11, Looks.TEXT, Words.TIMINGS.name(), Metric::timing)
                .choice("Direction", 11, Looks.TEXT, Words.DIRECTIONS.name(), Metric::direction)
                .choice("Over time", 12, Looks.TEXT, AdminCalendar.ADDING.name(), Metric::adding)
                .input("Source", 17, Looks.TEXT, Metric::source)
                .input("Owner", 26, Looks.TEXT, Metric::owner)
                .rows(Metrics.ALL, Looks.HEADER, 16);
        page.widths(2, 25, 26, 48, 13, 11, 11, 14, 17, 26, 26, 11, 2).height(7, 24);
        page.when(metrics.cells("Category"), "$E8=\"Outcome\"", Hue.TEAL, Hue.TINT);
        int row = 7 + Metrics.ALL.size() + 3;
        page.section("B%s:E%1$s".formatted(row), "Rules that the catalogue must keep");
        page.section("G%s:L%1$s".formatted(row), "What is wrong in it?");
        Rules.draw(draft, page, "Catalogue", RULES, "B" + (row + 1), new double[] {25, 26, 48, 13}, "G" + (row + 1));
        draft.check("The catalogue has an outcome", "=MIN(1,COUNTIFS(Catalogue[Category],\"Outcome\"))", "=1");
        page.freeze(2, 7).print("A1:M%s".formatted(row + 10), PaperSize.A4_PAPER, true, 0);
    }
}
