package mpm.workbook.template.campaigncalendar;

import static mpm.workbook.design.Formula.formula;

import mpm.workbook.design.Hue;
import mpm.workbook.design.Look;
import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import mpm.workbook.design.Table;
import mpm.workbook.sample.Campaigns;
import mpm.workbook.sample.Campaigns.Asset;
import mpm.workbook.template.Draft;
import mpm.workbook.template.Sheet;
import org.apache.poi.ss.usermodel.PaperSize;

/** What a launch needs, in which order, and whether it will be ready. */
final class AssetsSheet implements Sheet.Design {

    private static final Look DAY = Looks.DAY.rule(Hue.LINE);
    private static final int ROOM = 30;

    private final Draft draft;
    private final Page page;

    AssetsSheet(Draft draft, Page page) {
        this.draft = draft;
        this.page = page;
    }

    @Override
    public void write() {
        page.widths(2, 7, 24, 12, 13, 14, 24, 14, 13, 13, 8, 14, 2, 7, 13, 13, 13, 13, 8, 10, 2);
        draft.head(page, "Assets", "T", "B", "C", "D", "F", "G", "H", "I", "J");
        launch();
        assets();
        plan();
        page.freeze(0, 9).print("A1:U41", PaperSize.A4_PAPER, true, 0);
    }

    private void launch() {
        Look input = Look.PLAIN.bold().left().input().frame(Hue.LINE);
        page.section("B6:L6", "What the launch needs");
        page.height(7, 22)
                .height(8, 8)
                .put("B7", "For", Looks.NOTE)
                .put("C7", "Spring trade shows", input)
                .put("D7", "Work begins", Looks.NOTE.right())
                .put("E7", formula("=p_Start+%s".formatted(Campaigns.ASSETS_BEGIN)), input.format("d mmm yyyy"))
                .put("F7", "Ready, at best", Looks.NOTE.right())
                .put("G7", formula("=MAX(O10:O39)"), Looks.DAY.bold())
                .put("H7", "Campaign begins", Looks.NOTE.right())
                .put(
                        "I7",
                        formula("=IFERROR(INDEX(Campaigns[Start],MATCH(C7,Campaigns[Campaign],0)),\"\")"),
                        Looks.DAY.bold());
        page.put(
                "J7",
                formula(
                        "=IF(I7=\"\",\"\",IF(G7>I7,\"▼ \"&(G7-I7)&\" days too late\",\"▲ \"&(I7-G7)&\" days in hand\"))"),
                Look.PLAIN.bold().indent(1));
        page.when("J7", "LEFT(J7,1)=\"▼\"", Hue.CORAL, null);
        page.when("J7", "LEFT(J7,1)=\"▲\"", Hue.TEAL, null);
        draft.name("p_Begin", page.at("E7"));
        page.dates("E7");
    }

    private void assets() {
        String planned = "=IFERROR(INDEX($%1$s$10:$%1$s$39,MATCH([@Id],$N$10:$N$39,0)),\"\")";
        Table<Asset> assets = page.<Asset>table("Assets", "B9")
                .input("Id", 7, Looks.WORD, Asset::id)
                .input("Asset", 24, Looks.TEXT.bold(), Asset::name)
                .input("Kind", 12, Looks.TEXT, Asset::kind)
                .input("Days", 13, Looks.COUNT, Asset::days)
                .input("After", 14, Looks.TEXT.indent(1), Asset::after)
                .input("Owner", 24, Looks.TEXT, Asset::owner)
                .check("Done", 14, Asset::isDone)
                .calculated("Starts", 13, Looks.DAY, planned.formatted("O"))
                .calculated("Due", 13, Looks.DAY, planned.formatted("R"))
                .calculated("Slack", 8, Looks.COUNT, planned.formatted("S"))
                .calculated(
                        "State",
                        14,
                        Looks.WORD.bold(),
                        "=IF([@Done]=TRUE,IF([@Starts]>p_AsOf,\"▲ early\",\"● done\"),IF([@Due]<=p_AsOf,\"▼ late\",IF([@Starts]<=p_AsOf,\"● in work\",\"ahead\")))")
                .rows(Campaigns.ASSETS, Looks.HEADER, 17);
        page.height(9, 24).numbers(assets.cells("Days"), "0", "400", "Enter working days, 0 for a milestone.");
        page.when(assets.cells("State"), "LEFT($L10,1)=\"▼\"", Hue.CORAL, Hue.CORAL.tint(0.9));
        page.when(assets.cells("State"), "LEFT($L10,1)=\"▲\"", Hue.BLUE, null);
        page.when(assets.cells("State"), "$L10=\"● done\"", Hue.TEAL, null);
        page.when(assets.cells("Slack"), "AND($K10=0,$K10<>\"\")", Hue.CORAL, null);
        draft.check(
                "Assets that the work plan dates, and assets of the table",
                "=COUNT('Assets'!O10:O39)",
                "=COUNT(Assets[Days])");
    }

    private void plan() {
        page.section("N6:T6", "The work plan: what is critical must not slip");
        String rows = page.spill(
                "N9",
                formula("=MPM.WORKPLAN(Assets[[#All],[Id]:[After]],p_Begin)"),
                ROOM,
                Looks.CAPTION,
                Looks.WORD.rule(Hue.LINE),
                DAY,
                DAY,
                DAY,
                DAY,
                Looks.COUNT.rule(Hue.LINE),
                Looks.WORD.bold().rule(Hue.LINE));
        page.when(rows, "$T10=TRUE", Hue.CORAL, Hue.CORAL.tint(0.92));
        page.put("N7", "Days are working days, Monday to Friday. Slack is what an asset may slip", Looks.NOTE);
        page.section("B22:L22", "How many working days may each slip?");
        page.chart(
                        "B23:L40",
                        "Slack by asset",
                        "A bar for each asset: the working days that it may slip without moving the launch; none for what is critical.")
                .by(page, "C10:C19")
                .bars("Working days of slack", page, "K10:K19", Hue.PALE_TEAL)
                .scale("0", 0.0, null);
    }
}
