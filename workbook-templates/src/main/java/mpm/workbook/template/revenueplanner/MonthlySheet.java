package mpm.workbook.template.revenueplanner;

import static mpm.workbook.design.Formula.formula;

import java.util.List;
import mpm.workbook.design.Hue;
import mpm.workbook.design.Look;
import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import mpm.workbook.design.Table;
import mpm.workbook.sample.SampleCompany;
import mpm.workbook.sample.SampleCompany.Month;
import mpm.workbook.template.Draft;
import mpm.workbook.template.Sheet;
import mpm.workbook.template.Signals;
import org.apache.poi.ss.usermodel.PaperSize;

/** Where the year will end, and the leads that the next twelve months need. */
final class MonthlySheet implements Sheet.Design {

    private static final Look ROW = Look.PLAIN.rule(Hue.LINE);
    private static final Look AMOUNT = Looks.COUNT.rule(Hue.LINE);
    private static final Look CHANCE = Look.PLAIN.format("0%").right().rule(Hue.LINE);
    private static final Look SIGNED =
            Look.PLAIN.format("[>=0.5]+#,##0;[<=-0.5]-#,##0;0").right().rule(Hue.LINE);
    private static final int MONTHS = SampleCompany.MONTHS_OF_A_YEAR;

    /** How many months ahead leads are planned for: those of a year, and the revenue of its last. */
    static final int HORIZON = 18;

    /** The first of the next twelve months. */
    private static final int AHEAD = 42;

    private final Draft draft;
    private final Page page;

    MonthlySheet(Draft draft, Page page) {
        this.draft = draft;
        this.page = page;
    }

    @Override
    public void write() {
        page.widths(2, 13, 14, 11, 12, 12, 12, 12, 12, 11, 12, 10, 21, 12, 12, 12, 12, 2);
        draft.head(page, "Monthly", "Q");
        months();
        landing();
        charts();
        ahead();
        checks();
        page.freeze(2, 5).print("A1:R64", PaperSize.A4_PAPER, true, 0);
    }

    private void months() {
        page.section("B6:J6", formula("=\"The year by month, \"&p_Currency"));
        Table<Month> months = page.<Month>table("Months", "B7")
                .calculated("Month", 13, Looks.MONTH, "=EDATE(p_Start,ROW()-ROW(Months[[#Headers],[Month]])-1)")
                .calculated("Plan leads", 14, Looks.COUNT, "=SUMIFS(Leads[Plan leads],Leads[Month],[@Month])")
                .calculated(
                        "Leads",
                        11,
                        Looks.COUNT,
                        "=IF([@[Open goal]]=0,SUMIFS(Leads[Leads],Leads[Month],[@Month]),\"\")")
                .input("Goal", 12, Looks.COUNT, Month::planRevenue)
                .input("Revenue", 12, Looks.COUNT, Month::revenue)
                .calculated(
                        "Open goal",
                        12,
                        Looks.COUNT.format("#,##0;;"),
                        "=IF([@Month]<EDATE(p_Start,p_Closed),0,[@Goal])")
                .calculated(
                        "Expected",
                        12,
                        Looks.COUNT,
                        "=IF([@[Open goal]]=0,\"\",[@[Open goal]]*" + attained("[@Month]") + ")")
                .calculated("Outlook", 12, Looks.COUNT, "=IF([@[Open goal]]=0,[@Revenue],[@Expected])")
                .calculated("Off goal", 11, Looks.DEVIATION, "=IF([@Goal]=0,\"\",[@Outlook]/[@Goal]-1)")
                .rows(SampleCompany.MONTHS.subList(MONTHS, 2 * MONTHS), Looks.HEADER, 16);
        page.height(7, 24).numbers(months.cells("Goal", "Revenue"), "0", "1E+15", "Enter an amount, 0 or more.");
        Signals.deviation(page, months.cells("Off goal"), "J8");
    }

    /** Leads of the month from which a month's revenue comes, against their plan; where there was none, as planned. */
    static String attained(String month) {
        String leads = "SUMIFS(Leads[%%s],Leads[Month],DATE(YEAR(%1$s),MONTH(%1$s)-p_Lag,1))".formatted(month);
        return "IF(%1$s=0,1,%2$s/%1$s)".formatted(leads.formatted("Plan leads"), leads.formatted("Leads"));
    }

    private void landing() {
        page.section("M6:Q6", formula("=\"Where will the year end? \"&p_Currency"));
        List<String> captions = List.of("By", "Landing", "Low", "High", "Off goal");
        for (int place = 0; place < captions.size(); place++) {
            page.put(
                    "MNOPQ".charAt(place) + "7",
                    captions.get(place),
                    place == 0 ? Looks.CAPTION : Looks.CAPTION.right());
        }
        page.put("M8", "Pace so far", ROW.bold());
        page.spread(
                "N8",
                formula("=MPM.LANDING(Months[Revenue],Months[Goal],\"PERF\",0.8,FALSE)"),
                1,
                AMOUNT,
                AMOUNT,
                AMOUNT,
                SIGNED);
        page.put("M9", "Leads that came", ROW.bold())
                .put("N9", formula("=SUM(Months[Outlook])"), AMOUNT.bold())
                .put("O9", formula("=N9-NORMSINV(0.9)*N11"), AMOUNT)
                .put("P9", formula("=N9+NORMSINV(0.9)*N11"), AMOUNT)
                .put("Q9", formula("=N9-N10"), SIGNED.bold());
        page.put("M10", "Goal of the year", ROW).put("N10", formula("=SUM(Months[Goal])"), AMOUNT);
        page.put("M11", "Spread of open wins", ROW)
                .put("N11", formula("=p_Deal*SQRT(SUM(Months[Expected])/p_Deal)"), AMOUNT);
        page.put("M12", "Odds of the goal", ROW.bold())
                .put("N12", formula("=MPM.TARGET.PROBABILITY(N9,N10,\"HIGHER\",N11)"), CHANCE.bold());
        page.put("M13", "Leads against plan", ROW)
                .put(
                        "N13",
                        formula("=MPM.PACE(SUM(Months[Leads]),SUM(Months[Plan leads]),p_Start,EDATE(p_Start,12)-1,"
                                + "p_AsOf,Months[Plan leads])"),
                        CHANCE);
        page.put("M15", "The pace tells of revenue, and revenue follows leads: where the two", Looks.NOTE)
                .put("M16", "landings differ, believe the leads. Low and High hold four years of", Looks.NOTE)
                .put("M17", "five if deals come one by one, independently.", Looks.NOTE);
    }

    private void charts() {
        page.height(20, 8)
                .section("B21:I21", "Shall we make the months?")
                .section("K21:Q21", "Do the planned leads suffice for what is to come?");
        for (int row = 22; row <= 37; row++) {
            page.height(row, 15);
        }
        page.chart(
                        "B22:I37",
                        "Revenue and outlook against the goal",
                        "Columns by month: revenue of the closed months, then what the leads let expect; a mark for each month's goal.")
                .byMonth(page, "B8:B19")
                .columns("Revenue", page, "F8:F19", Hue.TEAL)
                .columns("Expected from leads", page, "H8:H19", Hue.PALE_TEAL)
                .marks("Goal", page, "E8:E19", Hue.NAVY)
                .scale("0.0,,\" M\"", 0.0, null);
        page.chart(
                        "K22:Q37",
                        "Leads needed and planned",
                        "Columns by month of the leads that the coming revenue needs, with a mark for the leads that are planned.")
                .byMonth(page, at("B", 1, MONTHS))
                .columns("Leads needed", page, at("G", 1, MONTHS), Hue.TEAL)
                .marks("Leads planned", page, at("N", 1, MONTHS), Hue.NAVY)
                .scale("#,##0", 0.0, null);
    }

    /** The months ahead, whatever year they belong to: what existing leads bring, and what new ones must. */
    private void ahead() {
        page.height(38, 8).section("B39:Q39", "Leads that the revenue of the next eighteen months needs");
        page.put(
                "B40",
                "What existing leads bring counts first. New leads are revenue after the lag: INSIDE LEAD TIME marks what"
                        + " they no longer reach, and the first month that they reach makes up for it.",
                Looks.NOTE);
        page.height(41, 26)
                .put("B41", "Month", Looks.CAPTION)
                .put("N41", "Leads planned", Looks.CAPTION.right())
                .put("O41", "Planned less needed", Looks.CAPTION.right().wrapped());
        page.spill(
                "C41",
                formula("=MPM.REVPLAN(Ahead[Goal],Steps[[Entered]:[Converted]],Steps[Months],p_Deal,"
                        + "Ahead[From leads],p_Cost,p_Odds)"),
                HORIZON + 2,
                Looks.CAPTION.wrapped(),
                Looks.WORD.rule(Hue.LINE),
                AMOUNT.format("[>=10]#,##0;0.00"),
                AMOUNT,
                AMOUNT,
                AMOUNT.bold(),
                AMOUNT,
                AMOUNT,
                SIGNED,
                SIGNED,
                CHANCE,
                ROW.indent(1));
        for (int month = 1; month <= HORIZON; month++) {
            int row = AHEAD - 1 + month;
            page.put("B" + row, formula("=INDEX(Ahead[Month],%s)".formatted(month)), Looks.MONTH.rule(Hue.LINE));
            page.put("N" + row, formula("=INDEX(Ahead[Planned],%s)".formatted(month)), AMOUNT);
            page.put("O" + row, formula("=IF(C%1$s>%2$s-p_Lag,\"\",N%1$s-G%1$s)".formatted(row, HORIZON)), SIGNED);
        }
        page.when(at("O", 1, HORIZON), "O%1$s<-p_Tolerance*N%1$s".formatted(AHEAD), Hue.CORAL, null);
        page.when(at("O", 1, HORIZON), "AND(ISNUMBER(O%1$s),O%1$s>p_Tolerance*N%1$s)".formatted(AHEAD), Hue.BLUE, null);
        page.when(at("M", 1, HORIZON), "$M%s<>\"\"".formatted(AHEAD), Hue.CORAL, Hue.CORAL.tint(0.9));
        page.put(
                "B63",
                formula(
                        "=\"With these leads the goal is made in about half of the years. For odds of \"&ROUND(100*p_Odds,0)"
                                + "&\" % create \"&ROUND(100*(D61-1),0)&\" % more: \"&ROUND(G60*(D61-1),0)&\" leads, \""
                                + "&ROUND(G60*(D61-1)*p_Cost/1000,0)&\" thousand \"&p_Currency&\".\""),
                Look.PLAIN.bold().ink(Hue.NAVY));
    }

    private static String at(String column, int first, int last) {
        return "%1$s%2$s:%1$s%3$s".formatted(column, AHEAD - 1 + first, AHEAD - 1 + last);
    }

    private void checks() {
        draft.check("Goal of the year: the assumption, and the months", "=p_Goal", "=SUM(Months[Goal])");
        draft.check(
                "Revenue to date, and the outlook of the closed months",
                "=SUM(Months[Revenue])",
                "=SUM(Months[Outlook])-SUM(Months[Expected])");
        draft.check("Goal of the months ahead, and of the plan of their leads", "=SUM(Ahead[Goal])", "='Monthly'!D60");
        draft.check(
                "Odds of the goal: a chance between 0 and 1", "=IF(AND('Monthly'!N12>=0,'Monthly'!N12<=1),0,1)", "=0");
    }
}
