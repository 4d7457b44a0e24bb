package mpm.workbook.template.revenueplanner;

import static mpm.workbook.design.Formula.formula;

import java.util.List;
import mpm.workbook.design.Hue;
import mpm.workbook.design.Look;
import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import mpm.workbook.design.Table;
import mpm.workbook.sample.Funnel.Stage;
import mpm.workbook.sample.SampleCompany;
import mpm.workbook.template.Draft;
import mpm.workbook.template.Setting;
import mpm.workbook.template.Sheet;
import org.apache.poi.ss.usermodel.PaperSize;

/** What the plan takes as given, and the volumes that follow from it. */
final class AssumptionsSheet implements Sheet.Design {

    private static final Look RATE = Look.PLAIN.format("0.0%").right();

    /** Those that pass a stage, counted over twelve months which lie earlier the earlier the stage: the same leads. */
    private static final String COHORT = "=IFERROR(SUMIFS(INDEX(Flow[#Data],0,MATCH([@%1$s],Flow[#Headers],0)),"
            + "Flow[Month],\">=\"&EDATE(p_Start,p_Closed-12-p_Lag+%2$s),"
            + "Flow[Month],\"<\"&EDATE(p_Start,p_Closed-p_Lag+%2$s)),0)";

    private record FunnelStep(Stage from, Stage to) {}

    private static final List<FunnelStep> STEPS = List.of(
            new FunnelStep(Stage.LEADS, Stage.MQL),
            new FunnelStep(Stage.MQL, Stage.SQL),
            new FunnelStep(Stage.SQL, Stage.OPPORTUNITIES),
            new FunnelStep(Stage.OPPORTUNITIES, Stage.WINS));

    private final Draft draft;
    private final Page page;

    AssumptionsSheet(Draft draft, Page page) {
        this.draft = draft;
        this.page = page;
    }

    @Override
    public void write() {
        page.widths(2, 26, 15, 15, 13, 13, 10, 10, 12, 12, 12, 12, 2);
        draft.head(page, "Assumptions", "L");
        prices();
        steps();
        needs();
        page.freeze(0, 5).print("A1:M39", PaperSize.A4_PAPER, true, 0);
    }

    private void prices() {
        page.section("B6:L6", "Goal and prices");
        List<Setting> settings = List.of(
                amount("Revenue goal of the year", "p_Goal", SampleCompany.REVENUE_GOAL, "Marketing-sourced revenue."),
                amount("Revenue of a deal", "p_Deal", SampleCompany.AVERAGE_DEAL, "The mean of what is won."),
                amount("Cost of a lead", "p_Cost", 150, "What one more lead costs in marketing."),
                share(
                        "Margin",
                        "p_Margin",
                        0.4,
                        "The part of revenue that stays before marketing: the scenarios use it."),
                share("Growth next year", "p_Growth", 0.1, "Months beyond this year plan this year's month, grown so."),
                share(
                        "Odds wanted",
                        "p_Odds",
                        0.8,
                        "How sure the leads of the next twelve months shall make their goal."),
                Setting.number(
                        "Recent months", "p_Recent", 4, "0", 1, 12, "The sheet Funnel compares regions over so many."),
                Setting.calculated(
                        "From lead to deal",
                        "p_Lag",
                        "=MAX(Steps[After])",
                        "0 \"months\"",
                        "The lags below, added up and rounded: leads of this month are revenue then."));
        for (int place = 0; place < settings.size(); place++) {
            page.height(7 + place, 20);
            draft.setting(page, 7 + place, settings.get(place));
        }
    }

    private static Setting amount(String label, String name, int value, String says) {
        return Setting.number(label, name, value, "#,##0", 1, 1e12, says);
    }

    private static Setting share(String label, String name, double value, String says) {
        return Setting.number(label, name, value, "0%", 0, 0.99, says);
    }

    private void steps() {
        page.height(15, 8).section("B16:L16", "Steps of the funnel: the plan, and what the same leads did");
        Table<FunnelStep> steps = page.<FunnelStep>table("Steps", "B17")
                .calculated("Step", 26, Look.PLAIN, "=[@From]&\" → \"&[@To]")
                .input("From", 15, Looks.TEXT, step -> step.from().label())
                .input("To", 15, Looks.TEXT, step -> step.to().label())
                .input("Rate", 13, RATE, step -> step.to().rate())
                .input("Lag", 13, Looks.FIGURE, step -> step.to().lag())
                .calculated("No", 10, Looks.WORD, "=ROW()-ROW(Steps[[#Headers],[No]])")
                .calculated("After", 10, Looks.COUNT, "=ROUND(SUMIFS(Steps[Lag],Steps[No],\"<=\"&[@No]),0)")
                .calculated("Months", 12, Looks.COUNT, "=[@After]-ROUND(SUMIFS(Steps[Lag],Steps[No],\"<\"&[@No]),0)")
                .calculated("Entered", 12, Looks.COUNT, COHORT.formatted("From", "[@After]-[@Months]"))
                .calculated("Converted", 12, Looks.COUNT, COHORT.formatted("To", "[@After]"))
                .calculated("Observed", 12, RATE, "=IF([@Entered]=0,\"\",[@Converted]/[@Entered])")
                .rows(STEPS, Looks.HEADER, 20);
        page.height(17, 24)
                .numbers(steps.cells("Rate"), "0.0001", "1", "Enter a share above 0 % and up to 100 %.")
                .numbers(steps.cells("Lag"), "0", "36", "Enter months from 0 to 36.");
        page.put(
                "B23",
                "From and To are headers of the table Flow on the sheet Data. After counts whole months from the lead on;"
                        + " Entered and Converted are twelve months of the same leads.",
                Looks.NOTE);
    }

    /** The table names its steps by number, the last one first: their names stand beside it. */
    private void needs() {
        page.section("B24:F24", "What the goal needs, and by when");
        page.section("H24:L24", "Volumes that the goal needs");
        page.put("B25", "Volume of", Looks.CAPTION)
                .put("F25", formula("=\"Cost, \"&p_Currency"), Looks.CAPTION.right());
        Look row = Look.PLAIN.rule(Hue.LINE);
        page.spill(
                "C25",
                formula("=MPM.FUNNEL.PLAN(p_Goal/p_Deal,Steps[Rate],Steps[Lag]*365/12,EDATE(p_Start,12)-1)"),
                6,
                Looks.CAPTION,
                Looks.WORD.rule(Hue.LINE),
                Looks.COUNT.rule(Hue.LINE),
                Looks.DAY.rule(Hue.LINE));
        for (int place = 26; place <= 31; place++) {
            page.put(
                    "B" + place,
                    formula("=IF(C%1$s=\"\",\"\",IFERROR(INDEX(Steps[From],C%1$s),\"\"))".formatted(place)),
                    row.bold());
            page.put(
                    "F" + place,
                    formula("=IF(C%1$s=1,D%1$s*p_Cost,\"\")".formatted(place)),
                    Looks.COUNT.rule(Hue.LINE));
        }
        page.chart(
                        "H25:L38",
                        "Volumes that the goal needs",
                        "A bar for each stage of the funnel: how many must reach it in the year so that the revenue goal is made.")
                .by(page, "B26:B29")
                .bars("Needed in the year", page, "D26:D29", Hue.TEAL)
                .scale("#,##0", 0.0, null);
        page.put(
                "B33",
                "Expected volumes: half of the years fall short of them. Monthly says what makes the odds.",
                Looks.NOTE);
        draft.check(
                "Leads that the goal needs, and leads planned by channel",
                "=MAX('Assumptions'!D26:D31)",
                "=SUM(Leads[Plan leads])");
    }
}
