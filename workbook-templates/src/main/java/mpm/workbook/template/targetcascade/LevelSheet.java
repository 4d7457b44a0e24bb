package mpm.workbook.template.targetcascade;

import static mpm.workbook.design.Formula.formula;

import java.util.List;
import mpm.workbook.design.Hue;
import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import mpm.workbook.design.Table;
import mpm.workbook.sample.Outlook;
import mpm.workbook.sample.SampleCompany;
import mpm.workbook.sample.SampleCompany.Unit;
import mpm.workbook.template.Draft;
import mpm.workbook.template.Sheet;
import mpm.workbook.template.Signals;
import org.apache.poi.ss.usermodel.PaperSize;

/** A level: its units share the targets of the level above by weight, none below its floor, and add up to them. */
final class LevelSheet implements Sheet.Design {

    private final Draft draft;
    private final Page page;
    private final Level level;

    LevelSheet(Draft draft, Page page, Level level) {
        this.draft = draft;
        this.page = page;
        this.level = level;
    }

    @Override
    public void write() {
        List<Unit> units = SampleCompany.UNITS.stream()
                .filter(unit -> unit.level() == level.depth())
                .toList();
        boolean plans = level == Level.SUB_FUNCTIONS;
        page.widths(2);
        draft.head(page, level.sheet(), plans ? "R" : "N");
        page.height(6, 22)
                .put(
                        "B6",
                        formula("=p_Goal&\": the parts of a parent add up to its target to the last unit.\""),
                        Looks.NOTE);
        Table<Unit> table = page.<Unit>table(level.table(), "B7")
                .input("Unit", 22, Looks.TEXT.bold(), Unit::name)
                .input("Parent", 18, Looks.TEXT, LevelSheet::parent)
                .input("Weight", 11, Looks.COUNT, LevelSheet::weight)
                .input("Floor", 12, Looks.COUNT, unit -> null)
                .calculated(
                        "Target",
                        14,
                        Looks.COUNT.bold(),
                        ("=INDEX(MPM.CASCADE(%1$s,%2$s[Weight]*(%2$s[Parent]=[@Parent]),0,%2$s[Floor]*(%2$s[Parent]=[@Parent])),"
                                        + "ROW()-ROW(%2$s[[#Headers],[Unit]]))")
                                .formatted(level.parentsTarget(), level.table()))
                .calculated("Share", 10, Looks.PERCENT, "=IF(%1$s=0,0,[@Target]/%1$s)".formatted(level.parentsTarget()))
                .calculated("Child sum", 14, Looks.COUNT, "=" + level.ofChildren("Target"))
                .calculated(
                        "Plan",
                        14,
                        Looks.COUNT,
                        plans
                                ? "=IF(p_Goal=\"%s\",[@[%s]],IF(p_Goal=\"%s\",[@[%s]],[@[%s]]))"
                                        .formatted(
                                                Goals.ALL.get(0).name(),
                                                Goals.ALL.get(0).plans(),
                                                Goals.ALL.get(1).name(),
                                                Goals.ALL.get(1).plans(),
                                                Goals.ALL.get(2).plans())
                                : "=" + level.ofChildren("Plan"))
                .calculated("Gap", 13, Looks.COUNT.format("#,##0;-#,##0;0"), "=MPM.VARIANCE([@Plan],[@Target])")
                .calculated("Gap %", 11, Looks.DEVIATION, "=IF([@Target]=0,0,MPM.VARIANCE.PCT([@Plan],[@Target]))")
                .calculated(
                        "Signal",
                        12,
                        Looks.WORD,
                        "=IF([@[Gap %]]>p_Tolerance,\"▲ above\",IF([@[Gap %]]<-p_Tolerance,\"▼ short\",\"● covered\"))")
                .input("Owner", 26, Looks.TEXT.indent(1), Unit::owner)
                .check("Signed", 9, unit -> !unit.name().contains("Events"));
        if (plans) {
            for (Goals.Goal goal : Goals.ALL) {
                table.input(
                        goal.plans(), 14, Looks.COUNT, unit -> goal.planned().get(units.indexOf(unit)));
            }
            table.calculated("Rank", 13, Looks.COUNT.ink(Hue.MUTED), "=[@Gap]+ROW()/10^6");
        }
        table.rows(units, Looks.HEADER, 20);
        page.height(7, 30);
        Signals.deviation(page, table.cells("Gap %", "Signal"), "K8");
        page.numbers(table.cells("Weight", "Floor"), "0", "1E+15", "Enter an amount, 0 or more.");
        chart(table, units.size());
        draft.check(
                "%s: targets, and the goal".formatted(level.sheet()),
                "=SUM(%s[Target])".formatted(level.table()),
                "=p_Target");
        draft.check(
                "%s: targets, and those beneath them".formatted(level.sheet()),
                "=SUM(%s[Target])".formatted(level.table()),
                "=SUM(%s[Child sum])".formatted(level.table()));
        int end = 10 + units.size() + 17;
        page.freeze(2, 7).print("A1:%s%s".formatted(plans ? "S" : "O", end), PaperSize.A4_PAPER, true, 0);
    }

    private void chart(Table<Unit> table, int units) {
        int row = 9 + units;
        page.section("B%s:N%1$s".formatted(row), formula("=\"Target and plan, \"&p_Goal"));
        page.chart(
                        "B%s:N%s".formatted(row + 1, row + 16),
                        "Target and plan by unit",
                        "Columns by unit: what its team plans, each beside a mark for the target that it was given.")
                .by(page, table.cells("Unit"))
                .columns("Plan", page, table.cells("Plan"), Hue.TEAL)
                .marks("Target", page, table.cells("Target"), Hue.NAVY)
                .scale("#,##0", 0.0, null);
    }

    private static String parent(Unit unit) {
        return SampleCompany.UNITS.stream()
                .filter(other -> other.code().equals(unit.parent()))
                .findFirst()
                .orElseThrow()
                .name();
    }

    /** The leads that are planned of it, which it shares with those beneath it. */
    private static int weight(Unit unit) {
        return unit.level() == 4
                ? Outlook.planLeads(unit)
                : SampleCompany.UNITS.stream()
                        .filter(other -> other.parent().equals(unit.code()))
                        .mapToInt(LevelSheet::weight)
                        .sum();
    }
}
