package mpm.workbook.template.alliances;

import static mpm.workbook.design.Formula.formula;

import mpm.workbook.design.Hue;
import mpm.workbook.design.Look;
import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import mpm.workbook.design.Table;
import mpm.workbook.sample.Alliances;
import mpm.workbook.sample.Alliances.Coalition;
import mpm.workbook.sample.Alliances.Initiative;
import mpm.workbook.template.Draft;
import mpm.workbook.template.Sheet;
import mpm.workbook.template.Signals;
import org.apache.poi.ss.usermodel.PaperSize;

/** What is done together and whether it is on course; and the next fund divided by what each partner adds to the others. */
final class JointPlanSheet implements Sheet.Design {

    private static final int FIRST_SHARE = 24;
    private static final int ROOM = 8;
    private static final Look AMOUNT = Looks.COUNT.rule(Hue.LINE);

    private final Draft draft;
    private final Page page;

    JointPlanSheet(Draft draft, Page page) {
        this.draft = draft;
        this.page = page;
    }

    @Override
    public void write() {
        page.widths(2);
        draft.head(page, "Joint plan", "N");
        page.height(6, 22)
                .put(
                        "B6",
                        formula(
                                "=\"Pipeline in \"&p_Currency&\". What was due by now is the target in proportion to the days"
                                        + " that have passed.\""),
                        Looks.NOTE);
        initiatives();
        division();
        page.freeze(0, 7).print("A1:O41", PaperSize.A4_PAPER, true, 0);
    }

    private void initiatives() {
        Table<Initiative> plan = page.<Initiative>table("JointPlan", "B7")
                .input("Initiative", 34, Looks.TEXT.bold(), Initiative::name)
                .input("Partner", 14, Looks.TEXT, Initiative::partner)
                .choice("Part of the mix", 14, Looks.WORD, AllianceScorecard.MIX.name(), Initiative::element)
                .input("First day", 14, Looks.DAY, initiative -> day(initiative.firstDay()))
                .input("Last day", 14, Looks.DAY, initiative -> day(initiative.lastDay()))
                .input("Funds", 13, Looks.COUNT, Initiative::funds)
                .input("Target", 14, Looks.COUNT, Initiative::target)
                .calculated(
                        "Due by now",
                        13,
                        Looks.COUNT,
                        "=ROUND([@Target]*MAX(0,MIN(1,(p_AsOf-[@[First day]]+1)/([@[Last day]]-[@[First day]]+1))),0)")
                .input("Came", 13, Looks.COUNT, Initiative::actual)
                .calculated(
                        "Off course",
                        12,
                        Looks.DEVIATION,
                        "=IF([@[Due by now]]=0,0,MPM.VARIANCE.PCT([@Came],[@[Due by now]]))")
                .calculated(
                        "Status",
                        11,
                        Looks.WORD.bold(),
                        "=IF([@[Due by now]]=0,\"\",MPM.RAG([@Came],[@[Due by now]],\"HIGHER\",p_Tolerance,2*p_Tolerance))")
                .calculated("Came for each of funds", 12, Looks.FIGURE, "=IF([@Funds]=0,0,[@Came]/[@Funds])")
                .input("Owner", 22, Looks.TEXT.indent(1), Initiative::owner)
                .rows(Alliances.JOINT_PLAN, Looks.HEADER, 19);
        page.height(7, 32).dates(plan.cells("First day", "Last day"));
        Signals.deviation(page, plan.cells("Off course"), "K8");
        Signals.status(page, plan.cells("Status"), "L8");
        draft.check(
                "Funds of the joint plan, and those granted",
                "=SUM(JointPlan[Funds])",
                "=SUM(Partners[Funds granted])");
        draft.check(
                "What the joint plan brought, and the pipeline of the partners",
                "=SUM(JointPlan[Came])",
                "=SUM(Partners[Pipeline])");
    }

    private void division() {
        page.section("B21:C21", "What coalitions of partners bring")
                .section("E21:I21", formula("=\"How is the next fund divided fairly? \"&p_Currency"))
                .section("K21:N21", "Share of this fund and of the next");
        page.put("B22", "A row for each coalition: members joined by +.", Looks.NOTE)
                .put("E22", "Each receives a share of the fund by what it adds.", Looks.NOTE);
        Table<Coalition> coalitions = page.<Coalition>table("Coalitions", "B23")
                .input("Members", 34, Looks.TEXT, Coalition::members)
                .input("Value", 14, Looks.COUNT, Coalition::pipeline)
                .rows(Alliances.COALITIONS, Looks.HEADER, 16);
        page.height(23, 20).numbers(coalitions.cells("Value"), "0", "1E+15", "Enter an amount, 0 or more.");
        page.spill(
                "E23",
                formula("=MPM.COOP.SHARE(Coalitions[#All],p_Division,p_NextFund)"),
                ROOM,
                Looks.CAPTION,
                Look.PLAIN.bold().rule(Hue.LINE),
                AMOUNT,
                Looks.PERCENT.rule(Hue.LINE),
                AMOUNT.bold());
        page.put("I23", "This fund", Looks.CAPTION.right());
        for (int row = FIRST_SHARE; row < FIRST_SHARE + ROOM; row++) {
            page.put(
                    "I" + row,
                    formula("=IF(E%1$s=\"\",\"\",SUMIFS(Partners[Share of funds],Partners[Partner],E%1$s))"
                            .formatted(row)),
                    Looks.PERCENT.rule(Hue.LINE));
        }
        page.chart(
                        "K22:N39",
                        "Share of this fund and of the next",
                        "Columns by partner: its fair share of the next fund, each beside a mark for its share of this one.")
                .by(page, "E24:E27")
                .columns("Next fund", page, "G24:G27", Hue.TEAL)
                .marks("This fund", page, "I24:I27", Hue.NAVY)
                .scale("0%", 0.0, null);
        draft.check("Amounts of the next fund, and the fund", "=SUM('Joint plan'!$H$24:$H$31)", "=p_NextFund");
        draft.check(
                "What all partners bring together, and their pipelines",
                "=SUM('Joint plan'!$F$24:$F$31)",
                "=SUM(Partners[Pipeline])");
    }

    private Object day(int number) {
        return draft.parameters().fiscalYearStart().plusDays(number);
    }
}
