package mpm.workbook.template.revenueplanner;

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

/** Which change of a rate, a volume or a price closes the gap with the least effort. */
final class LeversSheet implements Sheet.Design {

    private static final Look ROW = Look.PLAIN.rule(Hue.LINE);
    private static final Look AMOUNT = Looks.COUNT.rule(Hue.LINE);
    private static final Look CHANGE = Look.PLAIN.format("+0%;-0%;0%").right();
    private static final Look FINE =
            Look.PLAIN.format("[>=100]#,##0;[>=1]0.0;0.0%").right().rule(Hue.LINE);
    private static final Look SIGNED =
            Look.PLAIN.format("+#,##0;-#,##0;0").right().rule(Hue.LINE);
    private static final Look DRIVER = Look.PLAIN.format("[>=1]#,##0;0.0%").right();
    private static final int ROOM = 8;

    /** The first row of what the levers move. */
    private static final int MOVED = 18;

    private final Draft draft;
    private final Page page;

    LeversSheet(Draft draft, Page page) {
        this.draft = draft;
        this.page = page;
    }

    /**
     * A lever.
     *
     * @param worst by which share of the base it may fall
     * @param best by which share it may rise
     * @param effort in thousands of the currency
     */
    private record Lever(String name, String base, double worst, double best, int effort, String means) {}

    private static final List<Lever> LEVERS = List.of(
            new Lever(
                    "leads",
                    "=SUM(Months[Leads])+SUMIFS(Months[Plan leads],Months[Open goal],\">0\")",
                    -0.06,
                    0.03,
                    70,
                    "Money from Events to Content and Search"),
            new Lever("mql", rate(1), -0.05, 0.05, 60, "Score leads by what buyers did"),
            new Lever("sql", rate(2), -0.10, 0.08, 40, "Handoffs in AMER within 48 hours"),
            new Lever("opportunity", rate(3), -0.05, 0.04, 50, "Application notes at the first meeting"),
            new Lever("win", rate(4), -0.10, 0.06, 90, "Trial offer for open opportunities"),
            new Lever(
                    "deal",
                    "=IF(SUMIFS(Flow[Wins],Flow[Month],\">=\"&p_Start)=0,p_Deal,SUM(Months[Revenue])/SUMIFS(Flow[Wins],Flow[Month],\">=\"&p_Start))",
                    -0.03,
                    0.04,
                    30,
                    "Service contract in every offer"));

    private static String rate(int step) {
        return "=INDEX(Steps[Observed],%s)".formatted(step);
    }

    @Override
    public void write() {
        page.widths(2);
        draft.head(page, "Levers", "L");
        levers();
        sensitivity();
        velocity();
        page.freeze(0, 5).print("A1:M46", PaperSize.A4_PAPER, true, 0);
    }

    private void levers() {
        page.section("B6:L6", formula("=\"A year of today's funnel, and what each lever adds, \"&p_Currency"));
        page.height(7, 22)
                .put("B7", "The result is", Look.PLAIN.bold())
                .block(
                        "C7:F7",
                        "leads * mql * sql * opportunity * win * deal",
                        Look.PLAIN.input().frame(Hue.LINE));
        draft.name("p_Result", page.at("C7"));
        page.put("G7", "Goal next year", Looks.NOTE.right())
                .put("H7", formula("=p_Goal*(1+p_Growth)"), Looks.COUNT.bold())
                .put("I7", "Today", Looks.NOTE.right())
                .put("J7", formula("=D%s".formatted(MOVED)), Looks.COUNT.bold())
                .put("K7", "Gap", Looks.NOTE.right())
                .put(
                        "L7",
                        formula("=MAX(0,H7-J7)"),
                        Looks.COUNT.bold().ink(Hue.CORAL).left());
        draft.name("p_Gap", page.at("L7"));
        Table<Lever> levers = page.<Lever>table("Levers", "B8")
                .input("Name", 15, Looks.TEXT.bold(), Lever::name)
                .input("Base", 13, DRIVER, lever -> formula(lever.base()))
                .input("At worst", 13, CHANGE, Lever::worst)
                .input("At best", 13, CHANGE, Lever::best)
                .calculated("Low", 13, DRIVER, "=[@Base]*(1+[@[At worst]])")
                .calculated("High", 13, DRIVER, "=[@Base]*(1+[@[At best]])")
                .input("Effort, thousand", 13, Looks.COUNT, Lever::effort)
                .calculated(
                        "Adds at best", 13, SIGNED, "=IFERROR(INDEX($E$18:$E$25,MATCH([@Name],$B$18:$B$25,0))-$D$18,0)")
                .calculated("Of the gap", 13, Looks.PERCENT.format("0%"), "=IF(p_Gap=0,0,[@[Adds at best]]/p_Gap)")
                .calculated(
                        "For each of effort",
                        13,
                        Looks.FIGURE.bold(),
                        "=IF([@[Effort, thousand]]=0,0,[@[Adds at best]]/1000/[@[Effort, thousand]])")
                .input("Means", 40, Looks.TEXT.indent(1), Lever::means)
                .rows(LEVERS, Looks.HEADER, 18);
        page.height(8, 30).bars(levers.cells("Of the gap"), Hue.PALE_TEAL);
        page.when(levers.cells("For each of effort"), "K9=MAX($K$9:$K$14)", Hue.TEAL, Hue.TINT);
        page.put(
                "B35",
                "Names are those of the result. At worst and at best are changes of the base that you think possible.",
                Looks.NOTE);
    }

    private void sensitivity() {
        page.section("B16:I16", formula("=\"What moves the result most, \"&p_Currency"))
                .section("K16:L16", "The levers, the largest first");
        page.spill(
                "B17",
                formula("=MPM.SENSITIVITY(p_Result,Levers[[#All],[Name]:[High]])"),
                ROOM,
                Looks.CAPTION,
                ROW.bold(),
                AMOUNT,
                AMOUNT,
                AMOUNT,
                AMOUNT,
                Looks.FIGURE.rule(Hue.LINE));
        page.put("H17", "At worst", Looks.CAPTION.right()).put("I17", "At best", Looks.CAPTION.right());
        for (int place = 0; place < ROOM; place++) {
            String less = "=IF(ISNUMBER(D%1$s),%2$s%1$s-D%1$s,\"\")";
            int row = MOVED + place;
            page.put("H" + row, formula(less.formatted(row, "C")), SIGNED);
            page.put("I" + row, formula(less.formatted(row, "E")), SIGNED);
        }
        page.chart(
                        "K17:L34",
                        "What moves the result most",
                        "Two bars for each lever, the largest first: what the year loses with the lever at its worst, and gains at its best.")
                .by(page, "B18:B23")
                .bars("At worst", page, "H18:H23", Hue.CORAL.tint(0.5))
                .bars("At best", page, "I18:I23", Hue.PALE_TEAL)
                .scale("+0.0,,\" M\";-0.0,,\" M\"", null, null);
    }

    /** Opportunities that are open at a time are those of a month times the months that they take. */
    private void velocity() {
        page.section("B27:I27", "How fast the pipeline delivers, and what one per cent more of each brings");
        page.put("B28", "Open now", Looks.NOTE)
                .put("C28", formula("=INDEX(Steps[Entered],4)/12*INDEX(Steps[Lag],4)"), Looks.COUNT.bold())
                .put("D28", "Win rate", Looks.NOTE.right())
                .put("E28", formula("=INDEX(Steps[Observed],4)"), Looks.PERCENT.bold())
                .put("F28", "Days to win", Looks.NOTE.right())
                .put("G28", formula("=INDEX(Steps[Lag],4)*365/12"), Looks.COUNT.bold())
                .put("H28", formula("=\"A day, \"&p_Currency"), Looks.NOTE.right())
                .put("I28", formula("=MPM.VELOCITY(C28,E28,p_Deal,G28)"), Looks.COUNT.bold());
        page.spill(
                "B29",
                formula("=MPM.VELOCITY(C28,E28,p_Deal,G28,\"LEVERS\")"),
                4,
                Looks.CAPTION,
                ROW.bold(),
                FINE,
                FINE,
                AMOUNT,
                SIGNED,
                Looks.PERCENT.rule(Hue.LINE));
        page.put(
                "B34",
                "Leads of today are revenue after the lag: this year, only win rate, deal size and days to win still move.",
                Looks.NOTE);
        draft.check(
                "A year of the pipeline by day, and by the last step of the funnel",
                "='Levers'!I28*365",
                "=INDEX(Steps[Converted],4)*p_Deal");
    }
}
