package mpm.workbook.template.targetcascade;

import static mpm.workbook.design.Formula.formula;

import mpm.workbook.design.Hue;
import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import mpm.workbook.design.Table;
import mpm.workbook.template.Draft;
import mpm.workbook.template.Sheet;
import mpm.workbook.template.Signals;
import mpm.workbook.template.targetcascade.Goals.Goal;
import org.apache.poi.ss.usermodel.PaperSize;

/** The goals of the enterprise, each against what the teams plan for it. */
final class EnterpriseSheet implements Sheet.Design {

    private final Draft draft;
    private final Page page;

    EnterpriseSheet(Draft draft, Page page) {
        this.draft = draft;
        this.page = page;
    }

    @Override
    public void write() {
        page.widths(2);
        draft.head(page, "Enterprise", "K");
        page.height(6, 22)
                .put(
                        "B6",
                        formula("=\"The sheets to the right take down: \"&p_Goal&\". Choose another on Start.\""),
                        Looks.NOTE);
        Table<Goal> goals = page.<Goal>table("Goals", "B7")
                .input("Goal", 30, Looks.TEXT.bold(), Goal::name)
                .input("Unit", 10, Looks.WORD, Goal::unit)
                .input("Target", 15, Looks.COUNT.bold(), Goal::target)
                .calculated("Planned below", 15, Looks.COUNT, planned())
                .calculated(
                        "Gap", 14, Looks.COUNT.format("#,##0;-#,##0;0"), "=MPM.VARIANCE([@[Planned below]],[@Target])")
                .calculated(
                        "Gap %",
                        11, Looks.DEVIATION, "=IF([@Target]=0,0,MPM.VARIANCE.PCT([@[Planned below]],[@Target]))")
                .calculated("Covered", 11, Looks.PERCENT, "=IF([@Target]=0,0,[@[Planned below]]/[@Target])")
                .calculated(
                        "Status",
                        11,
                        Looks.WORD.bold(),
                        "=MPM.RAG([@[Planned below]],[@Target],\"HIGHER\",p_Tolerance,2*p_Tolerance)")
                .input("Owner", 20, Looks.TEXT.indent(1), Goal::owner)
                .check("Signed", 9, goal -> true)
                .rows(Goals.ALL, Looks.HEADER, 22);
        page.height(7, 26);
        Signals.deviation(page, goals.cells("Gap %"), "G8");
        Signals.status(page, goals.cells("Status"), "I8");
        page.section("B12:K12", "How much of each goal the teams plan");
        page.chart(
                        "B13:K30",
                        "How much of each goal the teams plan",
                        "A bar for each goal: what the sub-functions plan of it, as a share of its target.")
                .by(page, goals.cells("Goal"))
                .bars("Planned below, share of target", page, goals.cells("Covered"), Hue.TEAL)
                .scale("0.0%", 0.0, null);
        page.freeze(0, 7).print("A1:L31", PaperSize.A4_PAPER, true, 0);
    }

    /** The teams' plans for a goal stand in a column of its own. */
    private static String planned() {
        String otherwise = "0";
        for (Goal goal : Goals.ALL) {
            otherwise = "IF([@Goal]=\"%s\",SUM(SubFunctions[%s]),%s)".formatted(goal.name(), goal.plans(), otherwise);
        }
        return "=" + otherwise;
    }
}
