package mpm.workbook.template.campaigncalendar;

import static mpm.workbook.design.Formula.formula;

import java.util.stream.IntStream;
import mpm.workbook.design.Hue;
import mpm.workbook.design.Look;
import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import mpm.workbook.design.Table;
import mpm.workbook.sample.Channels;
import mpm.workbook.sample.Channels.Channel;
import mpm.workbook.sample.SampleCompany;
import mpm.workbook.sample.SampleCompany.Month;
import mpm.workbook.template.Draft;
import mpm.workbook.template.Sheet;
import mpm.workbook.template.Signals;
import org.apache.poi.ss.usermodel.PaperSize;
import org.apache.poi.ss.util.CellReference;

/** The budgets of the campaigns, spread over their days, against the plan of the months and channels. */
final class BudgetSheet implements Sheet.Design {

    private static final Look ROW = Look.PLAIN.size(9).rule(Hue.LINE);
    private static final Look AMOUNT =
            Looks.COUNT.size(9).format("#,##0;-#,##0;").rule(Hue.LINE);
    private static final int MONTHS = SampleCompany.MONTHS_OF_A_YEAR;
    private static final int FIRST_MONTH = 3;
    private static final int FIRST_ROW = 26;
    private static final int LAST_ROW = FIRST_ROW + CampaignCalendar.ROOM - 1;

    private final Draft draft;
    private final Page page;

    BudgetSheet(Draft draft, Page page) {
        this.draft = draft;
        this.page = page;
    }

    @Override
    public void write() {
        double[] widths = new double[FIRST_MONTH + MONTHS + 2];
        double[] first = {2, 31, 12};
        for (int column = 0; column < widths.length; column++) {
            widths[column] = column < first.length ? first[column] : 12;
        }
        widths[widths.length - 1] = 2;
        page.widths(widths);
        draft.head(page, "Budget", "P");
        months();
        channels();
        campaigns();
        page.freeze(2, 5).print("A1:Q74", PaperSize.A4_PAPER, false, 0);
    }

    private void months() {
        page.section("B6:H6", formula("=\"By month, \"&p_Currency"));
        Table<Month> months = page.<Month>table("ByMonth", "B7")
                .calculated("Month", 31, Looks.MONTH, "=INDEX(Periods[Month],ROW()-ROW(ByMonth[[#Headers],[Month]]))")
                .calculated(
                        "Campaigns",
                        12,
                        Looks.COUNT,
                        "=SUM(INDEX($D$%s:$O$%s,0,ROW()-ROW(ByMonth[[#Headers],[Month]])))"
                                .formatted(FIRST_ROW, LAST_ROW))
                .input("Plan", 12, Looks.COUNT, Month::planSpend)
                .calculated("Difference", 12, Looks.COUNT.format("+#,##0;-#,##0;0"), "=[@Campaigns]-[@Plan]")
                .calculated("Off plan", 12, Looks.DEVIATION, "=IF([@Plan]=0,\"\",[@Difference]/[@Plan])")
                .input("Spend", 12, Looks.COUNT, Month::spend)
                .calculated(
                        "Spend off plan",
                        12,
                        Looks.DEVIATION,
                        "=IF(OR([@Spend]=\"\",[@Plan]=\"\"),\"\",MPM.VARIANCE.PCT([@Spend],[@Plan],\"HIGHER\"))")
                .rows(SampleCompany.MONTHS.subList(MONTHS, 2 * MONTHS), Looks.HEADER, 15);
        page.height(7, 28)
                .numbers(months.cells("Plan"), "0", "1E+12", "Enter an amount, 0 or more.")
                .numbers(months.cells("Spend"), "0", "1E+12", "Enter an amount, 0 or more.");
        Signals.deviation(page, months.cells("Off plan"), "F8");
        Signals.deviation(page, months.cells("Spend off plan"), "H8");
        page.section("B57:H57", "Do the campaigns fit the plan of the months?");
        page.chart(
                        "B58:H73",
                        "Campaigns and plan by month",
                        "Columns by month: the campaigns' budgets spread over their days, with a mark for the plan and a line for what was spent.")
                .byMonth(page, "B8:B19")
                .columns("Campaigns", page, "C8:C19", Hue.PALE_TEAL)
                .marks("Plan", page, "D8:D19", Hue.NAVY)
                .line("Spend", page, "G8:G19", Hue.AMBER)
                .scale("#,##0", 0.0, null);
    }

    private void channels() {
        page.section("J6:P6", formula("=\"By channel, \"&p_Currency"));
        String sum = "=SUMIFS(Campaigns[%s],Campaigns[Channel],[@Channel])";
        Table<Channel> channels = page.<Channel>table("ByChannel", "J7")
                .input("Channel", 12, Looks.TEXT.bold(), Channel::name)
                .input("Plan", 12, Looks.COUNT, Channel::planSpendOfTheYear)
                .calculated("Campaigns", 12, Looks.COUNT, sum.formatted("Budget"))
                .calculated("Off plan", 12, Looks.DEVIATION, "=IF([@Plan]=0,\"\",[@Campaigns]/[@Plan]-1)")
                .calculated("Spend", 12, Looks.COUNT, sum.formatted("Spend"))
                .calculated("Leads", 12, Looks.COUNT, sum.formatted("Leads"))
                .calculated(
                        "Cost of a lead",
                        12,
                        Looks.FIGURE.bold(),
                        "=IF([@Leads]=0,\"\",MPM.UNITCOST([@Spend],[@Leads]))")
                .rows(Channels.ALL, Looks.HEADER, 15);
        Signals.deviation(page, channels.cells("Off plan"), "M8");
        page.put("J15", "All", Look.PLAIN.bold())
                .put("K15", formula("=SUM(ByChannel[Plan])"), Looks.COUNT.bold())
                .put("L15", formula("=SUM(ByChannel[Campaigns])"), Looks.COUNT.bold())
                .put("N15", formula("=SUM(ByChannel[Spend])"), Looks.COUNT.bold())
                .put("O15", formula("=SUM(ByChannel[Leads])"), Looks.COUNT.bold())
                .put("P15", formula("=IF(O15=0,\"\",MPM.UNITCOST(N15,O15))"), Looks.FIGURE.bold());
        page.section("J57:P57", "What does a lead cost?");
        page.chart(
                        "J58:P73",
                        "Cost of a lead by channel",
                        "A bar for each channel: its spend divided by its leads, so far this year.")
                .by(page, "J8:J13")
                .bars("Cost of a lead", page, "P8:P13", Hue.PALE_TEAL)
                .scale("#,##0", 0.0, null);
        draft.check(
                "Budget of the year: channels' plan, and months' plan", "=SUM(ByChannel[Plan])", "=SUM(ByMonth[Plan])");
        draft.check(
                "Budget of the year: campaigns, and their months",
                "=SUM(Campaigns[Budget])",
                "=SUM(ByMonth[Campaigns])");
        draft.check(
                "Budget of the year: campaigns, and channels' plan",
                "=SUM(Campaigns[Budget])",
                "=SUM(ByChannel[Plan])");
        draft.check("Spend to date: campaigns, and months", "=SUM(Campaigns[Spend])", "=SUM(ByMonth[Spend])");
    }

    private void campaigns() {
        page.section("B23:P23", "Each campaign's budget, spread evenly over its days");
        page.put("B%s".formatted(FIRST_ROW - 1), "Campaign", Looks.CAPTION)
                .put("C%s".formatted(FIRST_ROW - 1), "Channel", Looks.CAPTION);
        for (int month = 1; month <= MONTHS; month++) {
            page.put(
                    column(month) + (FIRST_ROW - 1),
                    formula("=INDEX(Periods[Month],%s)".formatted(month)),
                    Looks.CAPTION.format("mmm yyyy").right());
        }
        page.put("P%s".formatted(FIRST_ROW - 1), "Year", Looks.CAPTION.right());
        IntStream.rangeClosed(FIRST_ROW, LAST_ROW).forEach(this::campaign);
    }

    private void campaign(int row) {
        page.height(row, 14);
        String of = "INDEX(Campaigns[%%s],%s)".formatted(row - FIRST_ROW + 1);
        String ifThere = "=IF(ROWS(Campaigns[Campaign])<%s,\"\",%%s)".formatted(row - FIRST_ROW + 1);
        page.put("B" + row, formula(ifThere.formatted(of.formatted("Campaign"))), ROW.bold());
        page.put("C" + row, formula(ifThere.formatted(of.formatted("Channel"))), ROW);
        for (int month = 1; month <= MONTHS; month++) {
            String first = "%s$%s".formatted(column(month), FIRST_ROW - 1);
            page.put(
                    column(month) + row,
                    formula(ifThere.formatted("%s*MAX(0,MIN(%s,EDATE(%s,1)-1)-MAX(%s,%3$s)+1)/%s"
                            .formatted(
                                    of.formatted("Budget"),
                                    of.formatted("End"),
                                    first,
                                    of.formatted("Start"),
                                    of.formatted("Days")))),
                    AMOUNT);
        }
        page.put("P" + row, formula(ifThere.formatted("SUM(D%1$s:O%1$s)".formatted(row))), AMOUNT.bold());
    }

    private static String column(int month) {
        return CellReference.convertNumToColString(FIRST_MONTH + month - 1);
    }
}
