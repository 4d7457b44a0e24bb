package mpm.workbook.template.testimpact;

import static mpm.workbook.design.Formula.formula;

import java.util.List;
import mpm.workbook.design.Hue;
import mpm.workbook.design.Look;
import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import mpm.workbook.design.Table;
import mpm.workbook.template.Draft;
import mpm.workbook.template.Sheet;
import org.apache.poi.ss.usermodel.PaperSize;

/** How large planned tests must be, whether they can be, and what a smaller or a larger effect would need. */
final class SizeSheet implements Sheet.Design {

    /** Where the answer of one design stands: its first three columns hold the visitors of A, of B, and of both. */
    private static final String SIZE = "INDEX(MPM.ABTEST.SIZE(%s,%s,TRUE,1-p_Confidence,p_Power,%s,,FALSE),1,%s)";

    /** A test that is planned; effect is relative, and ratio B for each of A. */
    private record Plan(String name, double rate, double effect, double ratio, int daily, int days, String owner) {}

    private static final List<Plan> PLANS = List.of(
            new Plan("Trial offer, roll-out", 0.021, 0.2, 1, 4_000, 5, "Email Manager AMER"),
            new Plan("Trial form, five fields", 0.12, 0.2, 1, 160, 45, "Email Manager EMEA"),
            new Plan("Landing page with prices", 0.034, 0.3, 1, 210, 56, "Search Manager EMEA"),
            new Plan("Short video on methods", 0.0105, 0.3, 1, 950, 28, "Social Manager AMER"),
            new Plan("Invitation to seminars", 0.06, 0.3, 1, 1_500, 5, "Events Manager EMEA"),
            new Plan("Service calls, tenth held out", 0.31, 0.15, 9, 40, 60, "Customer Marketing Lead"));

    private static final List<Double> EFFECTS = List.of(0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5);

    private final Draft draft;
    private final Page page;

    SizeSheet(Draft draft, Page page) {
        this.draft = draft;
        this.page = page;
    }

    @Override
    public void write() {
        page.widths(2);
        draft.head(page, "Size", "P");
        page.height(6, 22)
                .put(
                        "B6",
                        "Enter the rate today and the smallest effect that would change what you do. Then keep to the number:"
                                + " who looks early finds what is not there.",
                        Looks.NOTE);
        Table<Plan> plans = page.<Plan>table("Designs", "B7")
                .input("Test", 28, Looks.TEXT.bold(), Plan::name)
                .input("Rate today", 12, Looks.PERCENT.format("0.00%"), Plan::rate)
                .input("Smallest effect", 12, Looks.PERCENT.format("+0%;-0%"), Plan::effect)
                .input("B for each of A", 12, Looks.FIGURE, Plan::ratio)
                .input("Reached a day", 12, Looks.COUNT, Plan::daily)
                .input("Days there are", 12, Looks.COUNT, Plan::days)
                .calculated("Needs A", 12, Looks.COUNT, size(1))
                .calculated("Needs B", 12, Looks.COUNT, size(2))
                .calculated("Needs", 12, Looks.COUNT.bold(), "=[@[Needs A]]+[@[Needs B]]")
                .calculated("There are", 12, Looks.COUNT, "=[@[Reached a day]]*[@[Days there are]]")
                .calculated(
                        "Days needed",
                        12,
                        Looks.COUNT,
                        "=IF([@[Reached a day]]=0,0,ROUNDUP([@Needs]/[@[Reached a day]],0))")
                .calculated(
                        "More than needed", 13, Looks.DEVIATION.format("▲ 0%;▼ 0%;● 0%"), "=[@[There are]]/[@Needs]-1")
                .calculated(
                        "Sees, about",
                        12,
                        Looks.PERCENT.format("+0%;-0%"),
                        "=IF([@[There are]]=0,0,[@[Smallest effect]]*SQRT([@Needs]/[@[There are]]))")
                .calculated(
                        "Verdict",
                        15,
                        Looks.WORD.bold(),
                        "=IF([@[There are]]<[@Needs],\"▼ too small\",\"● large enough\")")
                .input("Owner", 25, Looks.TEXT.indent(1), Plan::owner)
                .rows(PLANS, Looks.HEADER, 20);
        page.height(7, 32);
        page.numbers(plans.cells("Rate today"), "0.0001", "0.9999", "Enter a share between 0 and 1, such as 2.1%.");
        page.when(plans.cells("Verdict"), "LEFT($O8,1)=\"▼\"", Hue.CORAL, Hue.CORAL.tint(0.9));
        page.when(plans.cells("Verdict"), "LEFT($O8,1)=\"●\"", Hue.TEAL, Hue.TINT);
        page.when(plans.cells("More than needed"), "$M8<0", Hue.CORAL, null);
        draft.name("DesignNames", "Designs[Test]");
        effects();
        draft.check(
                "The chosen test: people needed, by the table and by its effect",
                "=INDEX(Designs[Needs],MATCH(p_Design,Designs[Test],0))",
                "=" + SIZE.formatted(chosen("Rate today"), chosen("Smallest effect"), chosen("B for each of A"), 3));
        page.freeze(2, 7).print("A1:Q36", PaperSize.A4_PAPER, true, 0);
    }

    private void effects() {
        page.section("B17:F17", "What a smaller or a larger effect needs")
                .section("H17:P17", "People needed, by the effect to be seen");
        page.put("B18", "Test", Look.PLAIN.bold())
                .block("C18:E18", PLANS.get(0).name(), Look.PLAIN.bold().input().frame(Hue.LINE))
                .choice("C18", "DesignNames");
        draft.name("p_Design", page.at("C18"));
        page.<Double>table("Effects", "B20")
                .input("Effect", 28, Looks.PERCENT.format("+0%;-0%").left(), effect -> effect)
                .calculated(
                        "Rate B",
                        12,
                        Looks.PERCENT.format("0.00%"),
                        "=%s*(1+[@Effect])".formatted(chosen("Rate today")))
                .calculated(
                        "People",
                        12,
                        Looks.COUNT.bold(),
                        "=" + SIZE.formatted(chosen("Rate today"), "[@Effect]", chosen("B for each of A"), 3))
                .calculated("Reached", 12, Looks.COUNT, "=" + chosen("There are"))
                .calculated("Enough", 12, Looks.WORD, "=IF([@Reached]<[@People],\"▼ no\",\"● yes\")")
                .rows(EFFECTS, Looks.HEADER, 20);
        page.height(20, 24).when("F21:F27", "LEFT($F21,1)=\"▼\"", Hue.CORAL, null);
        page.chart(
                        "H18:P34",
                        "People needed by effect",
                        "Columns by the effect to be seen: how many people the chosen test needs, with a line for those it reaches.")
                .by(page, "B21:B27", "+0%;-0%")
                .columns("People needed", page, "D21:D27", Hue.TEAL)
                .line("Reached", page, "E21:E27", Hue.AMBER)
                .scale("#,##0", 0.0, null);
        page.put("B29", "Half the effect needs four times the people.", Looks.NOTE);
        page.put(
                "B30",
                formula(
                        "=\"A false alarm in \"&ROUND(100*(1-p_Confidence),1)&\" of 100 tests is accepted, and \"&ROUND(100*(1-p_Power),0)"
                                + "&\" of 100 effects are missed.\""),
                Looks.NOTE);
    }

    private static String chosen(String column) {
        return "INDEX(Designs[%s],MATCH(p_Design,Designs[Test],0))".formatted(column);
    }

    private static String size(int place) {
        return "=" + SIZE.formatted("[@[Rate today]]", "[@[Smallest effect]]", "[@[B for each of A]]", place);
    }
}
