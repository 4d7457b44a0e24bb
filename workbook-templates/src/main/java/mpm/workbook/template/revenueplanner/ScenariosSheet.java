package mpm.workbook.template.revenueplanner;

import static mpm.workbook.design.Formula.formula;

import java.util.List;
import mpm.workbook.design.Hue;
import mpm.workbook.design.Look;
import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import mpm.workbook.template.Draft;
import mpm.workbook.template.Sheet;
import org.apache.poi.ss.usermodel.PaperSize;

/** What the options bring when the market is weak, as planned or strong. */
final class ScenariosSheet implements Sheet.Design {

    private static final Look ROW = Look.PLAIN.rule(Hue.LINE);
    private static final Look AMOUNT = Looks.COUNT.rule(Hue.LINE);
    private static final Look CHANGE = Look.PLAIN.format("+0.0%;-0.0%;0.0%").right();
    private static final Look DRIVER = Look.PLAIN.format("[>=1]#,##0;0.0%").right();
    private static final int ROOM = 8;

    private final Draft draft;
    private final Page page;

    ScenariosSheet(Draft draft, Page page) {
        this.draft = draft;
        this.page = page;
    }

    /** An option, as changes of a year of today's funnel. */
    private record Choice(String name, double budget, double leads, double rates) {}

    private static final List<Choice> OPTIONS = List.of(
            new Choice("Base: as it runs", 0, 0, 0),
            new Choice("70,000 from Events", 0, 0.028, 0),
            new Choice("Cut of 10 %", -0.1, 0, 0),
            new Choice("Rise of 10 %", 0.1, 0, 0),
            new Choice("Repair AMER handoffs", 0.017, 0, 0.06));

    @Override
    public void write() {
        page.widths(2, 24, 12, 12, 12, 13, 13, 13, 13, 13, 13, 13, 2);
        draft.head(page, "Scenarios", "L");
        options();
        states();
        decision();
        chances();
        page.freeze(0, 5).print("A1:M46", PaperSize.A4_PAPER, true, 0);
    }

    private void options() {
        page.section("B6:L6", formula("=\"Options: a year's margin less marketing, \"&p_Currency"));
        String brings = "=[@Revenue]*INDEX(States[Revenue],%s)*p_Margin-[@Spend]";
        page.<Choice>table("Options", "B7")
                .input("Option", 24, Looks.TEXT.bold(), Choice::name)
                .input("Budget", 12, CHANGE, Choice::budget)
                .input("Leads", 12, CHANGE, Choice::leads)
                .input("Rates", 12, CHANGE, Choice::rates)
                .calculated(
                        "Revenue",
                        13,
                        Looks.COUNT,
                        "=PRODUCT(Levers[Base])*(1+[@Budget])^p_Response*(1+[@Leads])*(1+[@Rates])")
                .calculated("Spend", 13, Looks.COUNT, "=p_Cost*SUM(Months[Plan leads])*(1+[@Budget])")
                .calculated("Weak market", 13, Looks.COUNT, brings.formatted(1))
                .calculated("As planned", 13, Looks.COUNT, brings.formatted(2))
                .calculated("Strong market", 13, Looks.COUNT, brings.formatted(3))
                .rows(OPTIONS, Looks.HEADER, 18);
        page.height(7, 24);
        page.put(
                "B14",
                "Leads and Rates are changes beside what the budget does. Each per cent of budget moves leads by less than one: returns diminish.",
                Looks.NOTE);
    }

    private record State(String name, double probability, double revenue) {}

    private void states() {
        page.section("B16:D16", "States of the market").section("F16:L16", "How leads answer to budget");
        page.<State>table("States", "B17")
                .input("State", 24, Looks.TEXT.bold(), State::name)
                .input("Probability", 12, Look.PLAIN.format("0%").right(), State::probability)
                .input("Revenue", 12, Look.PLAIN.format("0%").right(), State::revenue)
                .rows(
                        List.of(
                                new State("Weak market", 0.3, 0.88),
                                new State("As planned", 0.5, 1),
                                new State("Strong market", 0.2, 1.08)),
                        Looks.HEADER,
                        18);
        page.put("F17", "Exponent", Look.PLAIN.bold())
                .put("G17", 0.6, Looks.FIGURE.input().frame(Hue.LINE));
        page.numbers("G17", "0", "1", "Enter a number from 0 to 1.");
        draft.name("p_Response", page.at("G17"));
        page.put("H17", "0.6: ten per cent more budget bring six per cent more leads.", Looks.NOTE.indent(1));
        draft.check("Probabilities of the states add up to 1", "=SUM(States[Probability])", "=1");
    }

    private void decision() {
        page.section("B22:I22", "Which option? The best on the mean, and what there is to regret");
        page.put("B23", "Option", Looks.CAPTION);
        page.spill(
                "C23",
                formula("=MPM.SCENARIO(Options[[Weak market]:[Strong market]],States[Probability])"),
                ROOM,
                Looks.CAPTION,
                Looks.WORD.rule(Hue.LINE),
                AMOUNT.bold(),
                AMOUNT,
                AMOUNT,
                AMOUNT,
                AMOUNT,
                Looks.WORD.bold().rule(Hue.LINE));
        for (int row = 24; row < 24 + ROOM; row++) {
            page.put(
                    "B" + row,
                    formula("=IF(ISNUMBER(C%1$s),INDEX(Options[Option],C%1$s),\"\")".formatted(row)),
                    ROW.bold());
        }
        page.when("B24:I31", "$I24=1", Hue.TEAL, Hue.TINT);
        page.put("B32", "EVPI is what it would be worth to know the market beforehand.", Looks.NOTE);
    }

    /** The levers of the sheet Levers, each somewhere between its worst and its best, together. */
    private void chances() {
        page.section("B34:F34", "How sure is a year of the base?");
        page.<Integer>table("Chances", "B35")
                .calculated("Name", 24, Looks.TEXT.bold(), "=INDEX(Levers[Name],ROW()-ROW(Chances[[#Headers],[Name]]))")
                .input("Dist", 12, Looks.TEXT, row -> "PERT")
                .calculated("P1", 12, DRIVER, "=INDEX(Levers[Low],ROW()-ROW(Chances[[#Headers],[Name]]))")
                .calculated("P2", 12, DRIVER, "=INDEX(Levers[Base],ROW()-ROW(Chances[[#Headers],[Name]]))")
                .calculated("P3", 13, DRIVER, "=INDEX(Levers[High],ROW()-ROW(Chances[[#Headers],[Name]]))")
                .rows(List.of(1, 2, 3, 4, 5, 6), Looks.HEADER, 16);
        page.put("B43", "Drawn 5,000 times, all levers at once; the target is this year's goal.", Looks.NOTE);
        page.spill(
                "B44",
                formula("=MPM.MONTECARLO(p_Result,Chances[#All],5000,p_Goal)"),
                1,
                Looks.CAPTION,
                AMOUNT,
                AMOUNT,
                AMOUNT,
                AMOUNT,
                AMOUNT,
                AMOUNT,
                AMOUNT,
                AMOUNT,
                AMOUNT,
                Look.PLAIN.format("0%").bold().right().rule(Hue.LINE),
                AMOUNT);
        page.section("H34:L34", "What the options bring, at worst, on the mean, at best");
        page.chart(
                        "H35:L43",
                        "What the options bring",
                        "A column for each option: its mean over the three markets, with marks for the weakest and the strongest market.")
                .by(page, "B24:B28")
                .columns("Mean", page, "D24:D28", Hue.TEAL)
                .marks("Worst", page, "E24:E28", Hue.CORAL)
                .marks("Best", page, "F24:F28", Hue.NAVY)
                .scale("0.0,,\" M\"", 0.0, null);
    }
}
