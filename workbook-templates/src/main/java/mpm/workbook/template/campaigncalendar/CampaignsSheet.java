package mpm.workbook.template.campaigncalendar;

import static mpm.workbook.design.Formula.formula;

import mpm.workbook.design.Hue;
import mpm.workbook.design.Look;
import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import mpm.workbook.design.Table;
import mpm.workbook.sample.Campaigns;
import mpm.workbook.sample.Campaigns.Campaign;
import mpm.workbook.template.Draft;
import mpm.workbook.template.Sheet;
import mpm.workbook.template.Signals;
import org.apache.poi.ss.usermodel.PaperSize;

/** Every campaign, and whether it is on pace. */
final class CampaignsSheet implements Sheet.Design {

    private final Draft draft;
    private final Page page;

    CampaignsSheet(Draft draft, Page page) {
        this.draft = draft;
        this.page = page;
    }

    @Override
    public void write() {
        page.widths(2);
        draft.head(page, "Campaigns", "V");
        Table<Campaign> campaigns = page.<Campaign>table("Campaigns", "B7")
                .input("Campaign", 31, Looks.TEXT.bold(), Campaign::name)
                .choice("Channel", 11, Looks.TEXT, "ChannelNames", Campaign::channel)
                .choice("Region", 10, Looks.TEXT, "Regions", Campaign::region)
                .input("Audience", 15, Looks.TEXT, Campaign::audience)
                .input("Objective", 11, Looks.TEXT, Campaign::objective)
                .choice("Outcome", 26, Looks.TEXT, "Outcomes", Campaign::outcome)
                .input("Share", 9, Look.PLAIN.format("0%").right(), Campaign::reach)
                .input("Start", 13, Looks.DAY, campaign -> formula("=p_Start+7*%s".formatted(campaign.startWeek())))
                .input(
                        "End",
                        13,
                        Looks.DAY,
                        campaign -> formula("=p_Start+7*%s-1".formatted(campaign.startWeek() + campaign.weeks())))
                .calculated("Days", 8, Looks.COUNT, "=[@End]-[@Start]+1")
                .choice("Status", 11, Looks.WORD, "Statuses", Campaign::status)
                .input("Budget", 12, Looks.COUNT, Campaign::budget)
                .input("Spend", 12, Looks.COUNT, Campaigns::spendToDate)
                .input("Leads expected", 11, Looks.COUNT, Campaign::leads)
                .input("Leads", 10, Looks.COUNT, Campaigns::leadsToDate)
                .calculated(
                        "Gone",
                        8,
                        Look.PLAIN.format("0%").right(),
                        "=IF([@Days]<1,0,MAX(0,MIN(1,(p_AsOf-[@Start]+1)/[@Days])))")
                .calculated("Leads off pace", 12, Looks.DEVIATION, offPace("Leads", "Leads expected"))
                .calculated("Spend off pace", 12, Looks.DEVIATION, offPace("Spend", "Budget"))
                .calculated("Cost of a lead", 11, Looks.FIGURE, "=IF([@Leads]=0,\"\",MPM.UNITCOST([@Spend],[@Leads]))")
                .calculated(
                        "Status of leads",
                        11,
                        Looks.WORD.bold(),
                        "=IF([@[Leads off pace]]=\"\",\"\",MPM.RAG(1+[@[Leads off pace]],1,\"HIGHER\",p_Tolerance,2*p_Tolerance))")
                .input("Owner", 25, Looks.TEXT.indent(1), Campaign::owner)
                .rows(Campaigns.ALL, Looks.HEADER, 18);
        page.height(6, 22).height(7, 30);
        page.put(
                "B6",
                "Pace counts what is due by now of a campaign's days. Share is the part of its budget that serves the outcome.",
                Looks.NOTE);
        page.put("L6", formula("=\"Total, \"&p_Currency"), Looks.CAPTION.right());
        for (String column : new String[] {"M,Budget", "N,Spend", "O,Leads expected", "P,Leads"}) {
            String[] both = column.split(",", -1);
            page.put(
                    both[0] + "6",
                    formula("=SUBTOTAL(109,Campaigns[%s])".formatted(both[1])),
                    Looks.COUNT.bold().ink(Hue.NAVY));
        }
        page.bars(campaigns.cells("Gone"), Hue.PALE_TEAL);
        Signals.deviation(page, campaigns.cells("Leads off pace"), "R8");
        Signals.deviation(page, campaigns.cells("Spend off pace"), "S8");
        Signals.status(page, campaigns.cells("Status of leads"), "U8");
        page.when(campaigns.cells("Outcome"), "LEN($G8)=0", Hue.CORAL, Hue.CORAL.tint(0.85));
        page.dates(campaigns.cells("Start", "End"))
                .numbers(campaigns.cells("Budget", "Leads"), "0", "1E+12", "Enter a number, 0 or more.");
        draft.check("Campaigns that end before they start", "=COUNTIF(Campaigns[Days],\"<1\")", "=0");
        page.freeze(2, 7).print("A1:W27", PaperSize.A3_PAPER, true, 7);
    }

    private static String offPace(String actual, String target) {
        return "=IF(OR([@Gone]=0,[@[%2$s]]=0),\"\",MPM.PACE([@[%1$s]],[@[%2$s]],[@Start],[@End],p_AsOf)-1)"
                .formatted(actual, target);
    }
}
