package mpm.workbook.template.alliances;

import static mpm.workbook.design.Formula.formula;

import mpm.workbook.design.Hue;
import mpm.workbook.design.Look;
import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import mpm.workbook.design.Table;
import mpm.workbook.sample.Alliances;
import mpm.workbook.sample.Alliances.Need;
import mpm.workbook.template.Draft;
import mpm.workbook.template.Sheet;
import org.apache.poi.ss.usermodel.PaperSize;
import org.jspecify.annotations.Nullable;

/** Who needs which figures, and who sees them fresh. */
final class SharedDataSheet implements Sheet.Design {

    private static final int ROOM = 10;
    private static final Look PERCENT = Looks.PERCENT.format("0%").rule(Hue.LINE);

    private final Draft draft;
    private final Page page;

    SharedDataSheet(Draft draft, Page page) {
        this.draft = draft;
        this.page = page;
    }

    @Override
    public void write() {
        page.widths(2, 16, 28, 10, 10, 14, 12, 14, 3, 16, 13, 13, 13, 13, 2);
        draft.head(page, "Shared data", "N", "B", "C", "D", "E", "F", "G", "H", "J", "K");
        page.height(6, 22).put("B6", "One row for each party and figure that it needs for its part.", Looks.NOTE);
        Table<Need> needs = page.<Need>table("SharedData", "B7")
                .input("Party", 16, Looks.TEXT.bold(), Need::party)
                .input("Metric", 28, Looks.TEXT, Need::figure)
                .check("Needed", 10, need -> true)
                .check("Visible", 10, need -> need.seenDay() != null)
                .input("Last seen", 14, Looks.DAY, this::seen)
                .input("Max age days", 12, Looks.COUNT, Need::mostDays)
                .calculated(
                        "State",
                        14,
                        Looks.WORD.bold(),
                        "=IF([@Needed]<>TRUE,\"\",IF([@Visible]<>TRUE,\"▼ not seen\","
                                + "IF(AND([@[Max age days]]<>\"\",p_AsOf-[@[Last seen]]>[@[Max age days]]),\"▼ too old\",\"● fresh\")))")
                .rows(Alliances.NEEDS, Looks.HEADER, 20);
        page.height(7, 30).dates(needs.cells("Last seen"));
        page.when(needs.cells("State"), "LEFT($H8,1)=\"▼\"", Hue.CORAL, Hue.CORAL.tint(0.9));
        page.when(needs.cells("State"), "LEFT($H8,1)=\"●\"", Hue.TEAL, Hue.TINT);
        String rows = page.spill(
                "J7",
                formula("=MPM.TRANSPARENCY(SharedData[#All],p_AsOf)"),
                ROOM,
                Looks.CAPTION,
                Look.PLAIN.bold().rule(Hue.LINE),
                Looks.COUNT.rule(Hue.LINE),
                PERCENT,
                PERCENT,
                PERCENT.bold());
        page.when(rows, "$J8=\"ALL\"", Hue.NAVY, Hue.MIST);
        page.section("J18:N18", "Share of the needed figures that are seen fresh");
        page.chart(
                        "J19:N26",
                        "Figures seen fresh, by party",
                        "A bar for each party: the share of the figures it needs that it can see and that are fresh.")
                .by(page, "J8:J13")
                .bars("Seen and fresh", page, "N8:N13", Hue.TEAL)
                .scale("0%", 0.0, 1.0);
        draft.check(
                "Figures that are needed: the list, and the parties",
                "=COUNTIFS(SharedData[Needed],TRUE)",
                "=SUMIFS('Shared data'!$K$8:$K$17,'Shared data'!$J$8:$J$17,\"ALL\")");
        page.freeze(0, 7).print("A1:O28", PaperSize.A4_PAPER, true, 0);
    }

    private @Nullable Object seen(Need need) {
        Integer day = need.seenDay();
        return day == null ? null : draft.parameters().fiscalYearStart().plusDays(day);
    }
}
