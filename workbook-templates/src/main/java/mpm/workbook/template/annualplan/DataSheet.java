package mpm.workbook.template.annualplan;

import static mpm.workbook.design.Formula.formula;

import mpm.workbook.design.Hue;
import mpm.workbook.design.Look;
import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import mpm.workbook.design.Table;
import mpm.workbook.sample.Channels;
import mpm.workbook.sample.Channels.Channel;
import mpm.workbook.sample.SampleCompany;
import mpm.workbook.sample.SampleCompany.Factor;
import mpm.workbook.sample.SampleCompany.Month;
import mpm.workbook.template.Draft;
import mpm.workbook.template.Sheet;
import org.apache.poi.ss.usermodel.PaperSize;

/** The figures of the months and channels, and what follows from them. */
final class DataSheet implements Sheet.Design {

    private static final Look SIGNED = Looks.PERCENT.format("+0.0%;-0.0%;0.0%");
    private static final Look CAPTION = Looks.CAPTION;
    private static final Look ROW = Look.PLAIN.rule(Hue.LINE);

    private final Draft draft;
    private final Page page;

    DataSheet(Draft draft, Page page) {
        this.draft = draft;
        this.page = page;
    }

    @Override
    public void write() {
        page.widths(2, 22);
        draft.head(page, "Data", "O");
        months();
        yearToDate();
        leadTime();
        channels();
        factors();
        checks();
        progress();
        for (int row = 34; row < 50; row++) {
            page.height(row, 17);
        }
        page.freeze(2, 7).print("A1:P70", PaperSize.A4_PAPER, false, 0);
    }

    private void months() {
        page.section("B6:O6", "Months: last year and this");
        Table<Month> months = page.<Month>table("Months", "B7")
                .calculated("Month", 22, Looks.MONTH, "=EDATE(p_Start,ROW()-ROW(Months[[#Headers],[Month]])-13)")
                .input("Plan leads", 12, Looks.COUNT, Month::planLeads)
                .input("Leads", 12, Looks.COUNT, Month::leads)
                .input("Plan spend", 12, Looks.COUNT, Month::planSpend)
                .input("Spend", 12, Looks.COUNT, Month::spend)
                .input("Plan revenue", 12, Looks.COUNT, Month::planRevenue)
                .input("Revenue", 12, Looks.COUNT, Month::revenue)
                .input("Retention %", 12, Looks.FIGURE, Month::retention)
                .input("Promoter score", 12, Looks.COUNT, Month::promoters)
                .calculated(
                        "Leads v plan",
                        12,
                        SIGNED,
                        "=IF([@Leads]=\"\",\"\",MPM.VARIANCE.PCT([@Leads],[@[Plan leads]]))")
                .calculated(
                        "Revenue v plan",
                        12,
                        SIGNED,
                        "=IF([@Revenue]=\"\",\"\",MPM.VARIANCE.PCT([@Revenue],[@[Plan revenue]]))")
                .calculated(
                        "Leads before",
                        12,
                        SIGNED,
                        "=IF(ROW()-ROW(Months[[#Headers],[Month]])<=p_Lag,\"\",SUM(INDEX(Months[Leads v plan],"
                                + "ROW()-ROW(Months[[#Headers],[Month]])-p_Lag)))")
                .calculated(
                        "Expected revenue",
                        12,
                        Looks.COUNT,
                        "=IF(OR([@Revenue]<>\"\",[@Month]<p_Start),\"\",[@[Plan revenue]]*(1+[@[Leads before]]))")
                .calculated(
                        "Cost per lead",
                        12,
                        Looks.FIGURE,
                        "=IF(OR([@Leads]=\"\",[@Spend]=\"\"),\"\",[@Spend]/[@Leads])")
                .rows(SampleCompany.MONTHS, Looks.HEADER, 15);
        page.height(7, 30).numbers(months.cells("Plan leads", "Revenue"), "0", "1E+15", "Enter an amount, 0 or more.");
    }

    /** What the cards, the plan and the checks read. */
    private void yearToDate() {
        page.section("B33:H33", "The year so far");
        String[] captions = {"Figure", "Year plan", "Plan to date", "Actual", "Variance", "Variance %", "Outlook"};
        for (int place = 0; place < captions.length; place++) {
            page.put("BCDEFGH".charAt(place) + "34", captions[place], place == 0 ? CAPTION : CAPTION.right());
        }
        sums(35, "Leads", "leads", "Leads", "HIGHER", "=E35+C35-D35");
        sums(36, "Spend", "spend", "Spend", "LOWER", "=E36+C36-D36");
        sums(37, "Revenue", "revenue", "Revenue", "HIGHER", "=E37+SUM(Months[Expected revenue])");
        ratio("C38", "C36", "C35");
        ratio("D38", "D36", "D35");
        ratio("E38", "E36", "E35");
        ratio("H38", "H36", "H35");
        compared(38, "Cost per lead", "LOWER", Looks.DIFFERENCE);
        page.put("C39", formula("=SUMIFS(Plan[Target],Plan[Metric],\"Customer retention\")"), figure());
        page.put("D39", formula("=SUMIFS(Plan[Plan],Plan[Metric],\"Customer retention\")"), figure());
        page.put(
                "E39",
                formula("=INDEX(Months[Retention %],MAX(1,COUNTIFS(Months[Month],\"<\"&EDATE(p_Start,p_Closed))))"),
                figure());
        page.put("H39", null, figure());
        compared(39, "Retention %", "HIGHER", Looks.DIFFERENCE);
    }

    private void sums(int row, String label, String planned, String actual, String direction, String outlook) {
        String year = "Months[Month],\">=\"&p_Start";
        String toDate = year + ",Months[Month],\"<\"&EDATE(p_Start,p_Closed)";
        Look count = Looks.COUNT.rule(Hue.LINE);
        page.put("C" + row, formula("=SUMIFS(Months[Plan %s],%s)".formatted(planned, year)), count);
        page.put("D" + row, formula("=SUMIFS(Months[Plan %s],%s)".formatted(planned, toDate)), count);
        page.put("E" + row, formula("=SUMIFS(Months[%s],%s)".formatted(actual, toDate)), count);
        page.put("H" + row, formula(outlook), count);
        compared(row, label, direction, Looks.COUNT);
    }

    private void ratio(String cell, String spend, String leads) {
        page.put(cell, formula("=IF(%2$s=0,0,%1$s/%2$s)".formatted(spend, leads)), figure());
    }

    private void compared(int row, String label, String direction, Look look) {
        page.put("B" + row, label, ROW);
        page.put(
                "F" + row,
                formula("=MPM.VARIANCE(E%1$s,D%1$s,\"%2$s\")".formatted(row, direction)),
                look.rule(Hue.LINE));
        page.put(
                "G" + row,
                formula("=IF(D%1$s=0,0,MPM.VARIANCE.PCT(E%1$s,D%1$s,\"%2$s\"))".formatted(row, direction)),
                SIGNED.rule(Hue.LINE));
    }

    private static Look figure() {
        return Looks.FIGURE.rule(Hue.LINE);
    }

    private void leadTime() {
        page.section("J33:O33", "How far ahead do leads run? r is highest at the lead time");
        Look number = Look.PLAIN.format("0.00").right().rule(Hue.LINE);
        Look chance = number.format("0.000");
        String lags = page.spill(
                "J34",
                formula("=MPM.CORREL.LAG(Months[Leads v plan],Months[Revenue v plan],6)"),
                13,
                CAPTION,
                number.format("0"),
                number,
                number.format("0"),
                chance,
                number.format("0.0"),
                chance);
        page.when(lags, "$J35=p_Lag", Hue.TEAL, Hue.TINT);
    }

    private void channels() {
        page.section("B41:H41", "Channels");
        page.<Channel>table("Channels", "B42")
                .input("Channel", 22, Looks.TEXT, Channel::name)
                .input("Plan spend", 12, Looks.COUNT, Channel::planSpendOfTheYear)
                .input("Plan leads", 12, Looks.COUNT, Channel::planLeadsOfTheYear)
                .input("Spend", 12, Looks.COUNT, Channel::spendToDate)
                .calculated(
                        "Leads to date",
                        12,
                        Looks.COUNT,
                        "=IF(SUM(Channels[Plan leads])=0,0,'Data'!$D$35*[@[Plan leads]]/SUM(Channels[Plan leads]))")
                .input("Leads", 12, Looks.COUNT, Channel::leadsToDate)
                .calculated(
                        "Leads v plan",
                        12,
                        SIGNED,
                        "=IF(OR([@Leads]=\"\",[@[Leads to date]]=0),\"\",MPM.VARIANCE.PCT([@Leads],[@[Leads to date]]))")
                .rows(Channels.ALL, Looks.HEADER, 15);
    }

    private void factors() {
        page.section("B50:E50", "Success factors, 1 to 5");
        Table<Factor> factors = page.<Factor>table("Factors", "B51")
                .fixed("Factor", 22, Look.PLAIN, Factor::name)
                .input("Score", 12, Looks.FIGURE, Factor::score)
                .input("Target", 12, Looks.FIGURE, Factor::target)
                .calculated(
                        "Still to go",
                        12,
                        Looks.FIGURE,
                        "=IF(OR([@Score]=\"\",[@Target]=\"\"),\"\",MAX(0,MPM.DISTANCE([@Score],[@Target])))")
                .rows(SampleCompany.FACTORS, Looks.HEADER, 15);
        page.numbers(factors.cells("Score", "Target"), "1", "5", "Enter a score from 1 to 5.");
    }

    private void checks() {
        draft.check("Leads to date: channels, and months", "=SUM(Channels[Leads])", "='Data'!E35");
        draft.check("Leads planned to date: channels, and months", "=SUM(Channels[Leads to date])", "='Data'!D35");
        draft.check("Spend to date: channels, and months", "=SUM(Channels[Spend])", "='Data'!E36");
        draft.check("Spend planned for the year: channels, and months", "=SUM(Channels[Plan spend])", "='Data'!C36");
        draft.check("Budget of the annual plan, and spend planned for the year", "=SUM(Plan[Budget])", "='Data'!C36");
        draft.check(
                "Revenue goal of the annual plan, and revenue planned by month",
                "=SUMIFS(Plan[Target],Plan[Metric],\"Marketing-sourced revenue\")",
                "=IF(COUNTIF(Plan[Metric],\"Marketing-sourced revenue\")=0,0,'Data'!C37)");
        draft.check(
                "The plan has a target for an outcome: revenue, customers or retention",
                "=MIN(1,COUNTIFS(Plan[Category],\"Outcome\",Plan[Target],\">0\"))",
                "=1");
    }

    private void progress() {
        page.section("B61:I61", "Checklist by phase");
        Look count = Looks.COUNT.rule(Hue.LINE);
        Look share = Looks.PERCENT.format("0%").rule(Hue.LINE);
        page.spill(
                "B62",
                formula("=MPM.CHECKLIST.PROGRESS(Checklist[#All],p_AsOf)"),
                8,
                CAPTION,
                ROW,
                count,
                count,
                share,
                count,
                count,
                share,
                Looks.DAY.rule(Hue.LINE));
    }
}
