package mpm.workbook.template.admincalendar;

import static mpm.workbook.design.Formula.formula;

import java.util.stream.IntStream;
import mpm.workbook.design.Hue;
import mpm.workbook.design.Look;
import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import mpm.workbook.sample.Channels;
import mpm.workbook.sample.Channels.Region;
import mpm.workbook.sample.SampleCompany;
import mpm.workbook.sample.SampleCompany.Unit;
import mpm.workbook.template.Draft;
import mpm.workbook.template.Sheet;
import org.apache.poi.ss.usermodel.PaperSize;
import org.jspecify.annotations.Nullable;

/** The tree of units: whoever is above, in which currency they plan, and what the budgets add up to. */
final class OrganisationSheet implements Sheet.Design {

    private static final int ROOM = 30;

    private final Draft draft;
    private final Page page;

    OrganisationSheet(Draft draft, Page page) {
        this.draft = draft;
        this.page = page;
    }

    @Override
    public void write() {
        page.widths(2, 20, 20, 18, 12, 28, 15, 2, 22, 20, 9, 16, 2);
        draft.head(page, "Organisation", "L", "B", "C", "D", "E", "F", "G", "I", "J");
        page.section("B6:G6", "Units: Value is the budget, which stands where it is spent");
        page.<Unit>table("Units", "B7")
                .input("Node", 20, Looks.TEXT.bold(), Unit::code)
                .input("Parent", 20, Looks.TEXT, Unit::parent)
                .input("Name", 18, Looks.TEXT, Unit::name)
                .input("Currency", 12, Looks.WORD, unit -> currency(unit))
                .input("Owner", 28, Looks.TEXT, Unit::owner)
                .input("Value", 15, Looks.COUNT, OrganisationSheet::budget)
                .rows(SampleCompany.UNITS, Looks.HEADER, 18);
        page.section("I6:L6", formula("=\"Budget by level, \"&p_Currency"));
        String rows = page.spill(
                "I7",
                formula("=MPM.ROLLUP(Units[#All],Units[#All])"),
                ROOM,
                Looks.CAPTION,
                Look.PLAIN.rule(Hue.LINE),
                Look.PLAIN.ink(Hue.MUTED).rule(Hue.LINE),
                Looks.WORD.rule(Hue.LINE),
                Looks.COUNT.rule(Hue.LINE));
        page.when(rows, "$K8=1", Hue.NAVY, Hue.MIST);
        page.when(rows, "$K8=2", Hue.TEAL, Hue.TINT);
        draft.check(
                "Budget: units, and the top of the tree",
                "=SUM(Units[Value])",
                "=SUMIFS('Organisation'!L8:L37,'Organisation'!K8:K37,1)");
        draft.check("Units without an owner", "=COUNTBLANK(Units[Owner])", "=0");
        draft.check("Units at the top of the tree", "=COUNTIF(Units[Parent],\"\")", "=1");
        page.freeze(0, 7).print("A1:M38", PaperSize.A4_PAPER, true, 0);
    }

    private Object currency(Unit unit) {
        return unit.currency().equals(SampleCompany.GROUP_CURRENCY) ? formula("=p_Currency") : unit.currency();
    }

    /** Of a sub-function, the year's spend of its channel in its region. */
    private static @Nullable Integer budget(Unit unit) {
        if (unit.channel().isEmpty()) {
            return null;
        }
        Region region = unit.code().endsWith("_EMEA") ? Region.EMEA : Region.AMER;
        return IntStream.range(0, SampleCompany.MONTHS_OF_A_YEAR)
                .map(month -> Channels.of(unit.channel()).planSpend(region, month))
                .sum();
    }
}
