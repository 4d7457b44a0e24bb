package mpm.workbook.template.leadingindicators;

import static mpm.workbook.design.Formula.formula;

import mpm.workbook.design.Hue;
import mpm.workbook.design.Look;
import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import mpm.workbook.template.Draft;
import mpm.workbook.template.Sheet;
import org.apache.poi.ss.usermodel.PaperSize;

/** Every indicator against the outcome; then the chosen one closely: its correlation at each lead, and how sure it is. */
final class LagTestSheet implements Sheet.Design {

    /** How many indicators there is room for, and how many leads, both ways. */
    private static final int INDICATORS = 10;

    private static final int LEADS = 19;

    private static final Look WORD = Look.PLAIN.rule(Hue.LINE);
    private static final Look COUNT = Look.PLAIN.format("0").right().rule(Hue.LINE);
    private static final Look R = Look.PLAIN.format("0.00").right().rule(Hue.LINE);
    private static final Look P =
            Look.PLAIN.format("[<0.001]\"< 0.001\";0.000").right().rule(Hue.LINE);
    private static final Look FIGURE = Look.PLAIN.format("0.0").right().rule(Hue.LINE);

    private final Draft draft;
    private final Page page;

    LagTestSheet(Draft draft, Page page) {
        this.draft = draft;
        this.page = page;
    }

    @Override
    public void write() {
        page.widths(2, 22, 12, 12, 12, 12, 12, 12, 12, 12, 14, 2);
        draft.head(page, "Lag test", "K");
        indicators();
        chosen();
        draft.check("Indicators tested, and those of the list", "=COUNT('Lag test'!$C$8:$C$17)", "=ROWS(Indicators)");
        draft.check(
                "The highest correlation of the chosen indicator: two ways",
                "=ROUND(SUMIFS('Lag test'!$C$25:$C$43,'Lag test'!$B$25:$B$43,p_Lead),6)",
                "=ROUND(SUMIFS('Lag test'!$D$8:$D$17,'Lag test'!$B$8:$B$17,p_Indicator),6)");
        page.freeze(0, 5).print("A1:L62", PaperSize.A4_PAPER, false, 0);
    }

    private void indicators() {
        page.section("B6:K6", "Which indicators announce revenue, and can it be trusted?");
        String rows = page.spill(
                "B7",
                formula("=MPM.LEADLAG(History[[#All],%s],History[Revenue off plan],p_MostLead,p_LeastLead,0,p_Alpha)"
                        .formatted(LeadingIndicators.CANDIDATES)),
                INDICATORS,
                Looks.CAPTION,
                WORD.bold(),
                COUNT.bold(),
                R.bold(),
                FIGURE,
                P,
                P,
                P,
                R,
                R,
                Looks.WORD.bold().rule(Hue.LINE));
        page.when("K8:K17", "$K8=\"LEADING\"", Hue.TEAL, Hue.TINT);
        page.when("K8:K17", "OR($K8=\"UNSTABLE\",$K8=\"WEAK\")", Hue.AMBER, Hue.AMBER.tint(0.9));
        page.when("K8:K17", "$K8=\"NONE\"", Hue.MUTED, Hue.MIST);
        page.when(rows, "$B8=p_Indicator", Hue.NAVY, null);
        page.put(
                "B18",
                "Lead in months. p_adj is the chance of such an r where nothing leads, after all the tries.",
                Looks.NOTE);
        page.put("B20", "Lead of the indicator drawn", Look.PLAIN.bold())
                .put(
                        "E20",
                        formula("=SUMIFS($C$8:$C$17,$B$8:$B$17,p_Indicator)"),
                        Look.PLAIN.format("0 \"months\"").left().frame(Hue.LINE).bold());
        draft.name("p_Lead", page.at("E20"));
        page.put(
                "F20",
                formula(
                        "=\"\"&p_Indicator&\": \"&INDEX($K$8:$K$17,MATCH(p_Indicator,$B$8:$B$17,0))&\". \"&COUNTIFS(Drawn[Outcome],\"\","
                                + "Drawn[Indicator],\"<\"&-p_Tolerance)&\" months ahead stand beyond the tolerance below, \"&COUNTIFS(Drawn[Outcome],"
                                + "\"\",Drawn[Indicator],\">\"&p_Tolerance)&\" above.\""),
                Look.PLAIN.ink(Hue.NAVY).indent(1));
    }

    private void chosen() {
        page.section("B22:G22", formula("=p_Indicator&\": correlation with revenue at each lead\""))
                .section("H22:K22", "The same, drawn");
        page.put("B23", "Negative where revenue is ahead of the indicator.", Looks.NOTE);
        page.spill(
                "B24",
                formula("=MPM.CORREL.LAG(History[Drawn indicator],History[Revenue off plan],p_MostLead)"),
                LEADS,
                Looks.CAPTION,
                COUNT.left().indent(1),
                R.bold(),
                COUNT,
                P,
                FIGURE,
                P);
        page.when("B25:G43", "AND(ISNUMBER($B25),$B25=p_Lead)", Hue.TEAL, Hue.TINT);
        page.chart(
                        "H23:K43",
                        "Correlation by lead",
                        "Columns by months of lead: the correlation of the indicator with revenue so many months later.")
                .by(page, "B25:B37")
                .columns("r", page, "C25:C37", Hue.TEAL)
                .scale("0.0", -1.0, 1.0);
        page.section("B45:K45", "At its lead: is it more than chance, once both series may drift?");
        page.spill(
                "B46",
                formula("=MPM.CORREL.TEST(Drawn[Indicator],Drawn[Outcome])"),
                1,
                Looks.CAPTION,
                R.left().indent(1).bold(),
                COUNT,
                R,
                COUNT,
                P,
                R,
                R,
                FIGURE,
                P);
        page.section("B49:K49", formula("=\"Revenue, and \"&p_Indicator&\" \"&p_Lead&\" months before\""));
        Page history = draft.page(LeadingIndicators.HISTORY);
        page.chart(
                        "B50:K61",
                        "Revenue and the indicator moved to when it is felt",
                        "By month: columns for revenue off plan, and a line for the indicator moved by its lead; at the end the line runs"
                                + " on alone, into the months ahead.")
                .byMonth(history, HistorySheet.ROWS.formatted("R"))
                .columns("Revenue off plan", history, HistorySheet.ROWS.formatted("T"), Hue.PALE_TEAL)
                .line("Indicator, moved", history, HistorySheet.ROWS.formatted("S"), Hue.AMBER)
                .scale("+0%;-0%;0%", null, null);
    }
}
