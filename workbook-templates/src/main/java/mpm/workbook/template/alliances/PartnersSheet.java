package mpm.workbook.template.alliances;

import static mpm.workbook.design.Formula.formula;

import mpm.workbook.design.Hue;
import mpm.workbook.design.Look;
import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import mpm.workbook.design.Table;
import mpm.workbook.sample.Partners;
import mpm.workbook.sample.Partners.Partner;
import mpm.workbook.template.Draft;
import mpm.workbook.template.Sheet;
import mpm.workbook.template.Signals;
import org.apache.poi.ss.usermodel.PaperSize;

/** What each partner receives and brings: a share of the funds against a share of the pipeline. */
final class PartnersSheet implements Sheet.Design {

    /** How long after its closed months the sample reviews its partners, in days. */
    private static final int REVIEW = 256;

    private static final Look PERCENT = Looks.PERCENT.format("0%").rule(Hue.LINE);

    private final Draft draft;
    private final Page page;

    PartnersSheet(Draft draft, Page page) {
        this.draft = draft;
        this.page = page;
    }

    @Override
    public void write() {
        page.widths(2);
        draft.head(page, "Partners", "Q");
        page.height(6, 22)
                .put(
                        "B6",
                        formula(
                                "=\"Amounts in \"&p_Currency&\", to date. A partner above its share of the funds is as much a"
                                        + " signal as one below it.\""),
                        Looks.NOTE);
        Table<Partner> partners = page.<Partner>table("Partners", "B7")
                .input("Partner", 18, Looks.TEXT.bold(), Partner::name)
                .choice("Tier", 13, Looks.WORD, AllianceScorecard.TIERS.name(), Partner::tier)
                .input("Joint goal", 16, Looks.TEXT, Partner::goal)
                .input("Funds granted", 14, Looks.COUNT, Partner::granted)
                .input("Funds used", 14, Looks.COUNT, Partner::used)
                .input("Claimed", 14, Looks.COUNT, Partner::claimed)
                .input("Leads", 13, Looks.COUNT, Partner::leads)
                .input("Pipeline", 14, Looks.COUNT, Partner::pipeline)
                .input("Revenue", 14, Looks.COUNT, Partner::revenue)
                .input("Margin", 10, Looks.PERCENT.format("0%"), Partner::margin)
                .calculated("Share of funds", 11, Looks.PERCENT, share("Funds granted"))
                .calculated("Share of pipeline", 11, Looks.PERCENT, share("Pipeline"))
                .calculated("Brings more or less", 12, Looks.DEVIATION, "=[@[Share of pipeline]]-[@[Share of funds]]")
                .check("Shares data", 9, Partner::sharesData)
                .input(
                        "Next review",
                        13,
                        Looks.DAY,
                        partner -> draft.parameters()
                                .fiscalYearStart()
                                .plusDays(REVIEW + 7L * Partners.ALL.indexOf(partner)))
                .input("Owner", 22, Looks.TEXT.indent(1), Partner::owner)
                .rows(Partners.ALL, Looks.HEADER, 22);
        page.height(7, 32).dates(partners.cells("Next review"));
        page.numbers(partners.cells("Funds granted", "Revenue"), "0", "1E+15", "Enter an amount, 0 or more.");
        Signals.deviation(page, partners.cells("Brings more or less"), "N8");
        returns();
        shares(partners);
        draft.check("Funds granted to partners, and the fund", "=SUM(Partners[Funds granted])", "=p_Fund");
        draft.check("Claimed beyond what was used", "=MAX(0,SUM(Partners[Claimed])-SUM(Partners[Funds used]))", "=0");
        page.freeze(2, 7).print("A1:R30", PaperSize.A4_PAPER, true, 0);
    }

    private static String share(String column) {
        return "=IF(SUM(Partners[%1$s])=0,0,[@[%1$s]]/SUM(Partners[%1$s]))".formatted(column);
    }

    private void returns() {
        page.section("B16:F16", "What the funds returned");
        String rows = page.spill(
                "B17",
                formula("=MPM.PARTNER.ROI(Partners[#All])"),
                10,
                Looks.CAPTION,
                Look.PLAIN.bold().rule(Hue.LINE),
                PERCENT,
                PERCENT,
                Looks.DEVIATION.format("▲ 0%;▼ 0%;● 0%").rule(Hue.LINE),
                Look.PLAIN.format("0.0").right().rule(Hue.LINE));
        page.when("E18:E27", "AND(ISNUMBER($E18),N($E18)<0)", Hue.CORAL, null);
        page.when("E18:E27", "AND(ISNUMBER($E18),N($E18)>0)", Hue.BLUE, null);
        page.when(rows, "$B18=\"TOTAL\"", Hue.NAVY, Hue.MIST);
        page.put("B29", "ROI is margin less funds, by funds: 0 is money back, -100% all of it lost.", Looks.NOTE);
    }

    private void shares(Table<Partner> partners) {
        page.section("H16:Q16", "What each brings for its share of the funds");
        page.chart(
                        "H17:Q29",
                        "Share of pipeline against share of funds",
                        "Columns by partner: its share of the pipeline, each beside a mark for its share of the funds.")
                .by(page, partners.cells("Partner"))
                .columns("Share of pipeline", page, partners.cells("Share of pipeline"), Hue.TEAL)
                .marks("Share of funds", page, partners.cells("Share of funds"), Hue.NAVY)
                .scale("0%", 0.0, null);
    }
}
