package mpm.workbook.template.testimpact;

import static mpm.workbook.design.Formula.formula;

import java.util.List;
import java.util.stream.IntStream;
import mpm.workbook.design.Hue;
import mpm.workbook.design.Look;
import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import mpm.workbook.design.Table;
import mpm.workbook.sample.Experiments;
import mpm.workbook.sample.Experiments.Territory;
import mpm.workbook.sample.Experiments.Yield;
import mpm.workbook.sample.SampleCompany;
import mpm.workbook.template.Draft;
import mpm.workbook.template.Sheet;
import mpm.workbook.template.Words;
import org.apache.poi.ss.usermodel.PaperSize;

/** Seminars in some territories from a month on: what they did beyond what happened in the others. */
final class TerritoriesSheet implements Sheet.Design {

    /** Every territory and month stand below everything else. */
    private static final int FIRST = 46;

    private static final int SHOWN = 14;
    private static final Look SHARE = Looks.PERCENT.format("0%");
    private static final Look POINTS = Look.PLAIN.format("+0.0%;-0.0%;0.0%").right();

    private final Draft draft;
    private final Page page;

    TerritoriesSheet(Draft draft, Page page) {
        this.draft = draft;
        this.page = page;
    }

    @Override
    public void write() {
        page.widths(2, 22, 13, 13, 13, 13, 13, 13, 13, 13, 13, 2);
        draft.head(page, "Territories", "K");
        effect();
        territories();
        course();
        panel();
        draft.check(
                "The effect, in points: the function, and means by hand where every territory has every month",
                "=ROUND(100*'Territories'!$B$11,4)",
                "=ROUND(100*(AVERAGEIFS(Territories[Change],Territories[Treated],TRUE)"
                        + "-AVERAGEIFS(Territories[Change],Territories[Treated],FALSE)),4)");
        draft.check(
                "Rows of the panel: all of them, and each territory in each month",
                "=ROWS(Panel[Unit])",
                "=ROWS(Territories[Territory])*ROWS(Course[Month])");
        page.freeze(0, 5).print("A1:L%s".formatted(FIRST + SHOWN), PaperSize.A4_PAPER, false, 0);
    }

    private void effect() {
        page.height(7, 18)
                .height(8, 18)
                .section("B6:K6", "What did seminars do beyond what happened in the other territories?");
        page.put("B7", "First month with the change", Look.PLAIN)
                .put(
                        "E7",
                        draft.parameters().fiscalYearStart().plusMonths(Experiments.FIRST_SEMINARS),
                        Looks.MONTH.right().input().frame(Hue.LINE))
                .dates("E7")
                .put("F7", "The change began after two shows had been cancelled.", Looks.NOTE.indent(1));
        draft.name("p_Change", page.at("E7"));
        page.put("B8", "It pays from", Look.PLAIN)
                .put("E8", 0.1, POINTS.input().frame(Hue.LINE))
                .numbers("E8", "0", "1", "Enter a share of the plan, such as 10%.")
                .put(
                        "F8",
                        "of the planned leads of a territory: what a seminar costs at the planned cost per lead.",
                        Looks.NOTE.indent(1));
        draft.name("p_SeminarsPay", page.at("E8"));
        page.spill(
                "B10",
                formula("=MPM.DID(Panel[#All],,p_Confidence)"),
                1,
                Looks.CAPTION,
                POINTS.left().indent(1).bold().rule(Hue.LINE),
                POINTS.rule(Hue.LINE),
                TestLooks.FIGURE,
                TestLooks.P.rule(Hue.LINE),
                POINTS.rule(Hue.LINE),
                POINTS.rule(Hue.LINE),
                TestLooks.P.rule(Hue.LINE),
                TestLooks.COUNT);
        page.put(
                "B12",
                formula(
                        "=IF(NOT(ISNUMBER(E11)),\"● Too few territories to tell.\",IF(AND(ISNUMBER(H11),H11<0.05),"
                                + "\"▼ The territories ran apart already before: the effect is not to be trusted.\","
                                + "IF(F11>0,\"▲ Seminars added \"&ROUND(100*B11,0)&\"% of the plan; the territories ran alike before.\","
                                + "IF(G11<0,\"▼ Seminars took away \"&ROUND(-100*B11,0)&\"% of the plan.\",\"● The effect may be chance.\"))))"),
                Look.PLAIN.bold().ink(Hue.NAVY));
    }

    private void territories() {
        page.section("B14:H14", "Leads of events, as a share of their plan");
        Table<Territory> table = page.<Territory>table("Territories", "B15")
                .input("Territory", 22, Looks.TEXT.bold(), Territory::name)
                .choice(
                        "Region",
                        13,
                        Looks.WORD,
                        Words.REGIONS.name(),
                        territory -> territory.region().name())
                .check("Treated", 13, Territory::hasSeminars)
                .calculated("Before", 13, SHARE, mean(0))
                .calculated("After", 13, SHARE, mean(1))
                .calculated("Change", 13, POINTS.bold(), "=[@After]-[@Before]")
                .calculated(
                        "Against the others",
                        13,
                        Looks.DEVIATION,
                        "=[@Change]-AVERAGEIFS(Territories[Change],Territories[Treated],FALSE)")
                .rows(Experiments.TERRITORIES, Looks.HEADER, 17);
        page.height(15, 32);
        page.when(table.cells("Territory", "Change"), "$D16=TRUE", Hue.TEAL, null);
    }

    private void course() {
        page.section("J14:K14", "How to read it");
        page.block(
                "J16:K27",
                "Both groups fell, for the shows are missing; those with seminars fell less. The effect is the change of the"
                        + " treated less that of the others: what hit both is taken out. It is true if both would have gone on"
                        + " alike, so look at the months before. With fewer than ten territories p is rough.",
                Looks.NOTE.wrapped().top());
        page.section("B29:F29", "By month").section("G29:K29", "Leads of events, as a share of their plan");
        page.<Integer>table("Course", "B30")
                .calculated("Month", 22, Looks.MONTH, "=EDATE(p_Start,ROW()-ROW(Course[[#Headers],[Month]])-1)")
                .calculated("Treated", 13, SHARE, of("TRUE"))
                .calculated("Others", 13, SHARE, of("FALSE"))
                .calculated("Apart", 13, POINTS.bold(), "=[@Treated]-[@Others]")
                .rows(
                        IntStream.rangeClosed(1, SampleCompany.CLOSED_MONTHS)
                                .boxed()
                                .toList(),
                        Looks.HEADER,
                        17);
        page.height(30, 20);
        page.chart(
                        "G30:K43",
                        "Leads of events as a share of their plan",
                        "By month: a line for the territories with seminars and a line for the others; from the month of the change on"
                                + " the first stands above.")
                .byMonth(page, "B31:B38")
                .line("With seminars", page, "C31:C38", Hue.TEAL)
                .line("Others", page, "D31:D38", Hue.AMBER)
                .scale("0%", 0.0, null);
    }

    private void panel() {
        page.section("B%s:H%1$s".formatted(FIRST - 1), "Every territory in every month");
        List<Yield> yields = Experiments.YIELDS;
        Table<Yield> panel = page.<Yield>table("Panel", "B" + FIRST)
                .input("Unit", 22, Looks.TEXT, yield -> yield.territory().name())
                .input(
                        "Period",
                        13,
                        Looks.MONTH,
                        yield -> draft.parameters().fiscalYearStart().plusMonths(yield.month()))
                .input("Plan", 13, Looks.COUNT, Yield::plan)
                .input("Leads", 13, Looks.COUNT, Yield::leads)
                .calculated("Y", 13, SHARE.bold(), "=IF([@Plan]=0,0,[@Leads]/[@Plan])")
                .calculated(
                        "Treated",
                        13,
                        Looks.WORD,
                        "=IF(INDEX(Territories[Treated],MATCH([@Unit],Territories[Territory],0)),1,0)")
                .calculated("Post", 13, Looks.WORD, "=IF([@Period]>=p_Change,1,0)")
                .rows(yields, Looks.HEADER, 15);
        page.height(FIRST, 22).dates(panel.cells("Period"));
    }

    private static String mean(int post) {
        return "=AVERAGEIFS(Panel[Y],Panel[Unit],[@Territory],Panel[Post],%s)".formatted(post);
    }

    /** The mean of the treated territories, or of the others. */
    private static String of(String treated) {
        return "=AVERAGEIFS(Panel[Y],Panel[Period],[@Month],Panel[Treated],IF(%s,1,0))".formatted(treated);
    }
}
