package mpm.workbook.template.testimpact;

import static mpm.workbook.design.Formula.formula;

import java.util.List;
import mpm.workbook.design.Card;
import mpm.workbook.design.Hue;
import mpm.workbook.design.Look;
import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import mpm.workbook.design.Table;
import mpm.workbook.template.Draft;
import mpm.workbook.template.Sheet;
import org.apache.poi.ss.usermodel.PaperSize;

/** All tests on one page: what each added, how sure that is after all the tries, whether it pays, and what is done. */
final class ReadoutSheet implements Sheet.Design {

    /** Effects of different units, large and small. */
    private static final Look EFFECT =
            Look.PLAIN.format("[>=100]#,##0;[<=-100]-#,##0;0.00").right();

    /** A test and where its figures stand; they are linked, and may be typed over. */
    private record Test(
            String name,
            String unit,
            String evidence,
            String effect,
            String low,
            String high,
            String p,
            String pays,
            String does,
            String owner,
            int decidedDay) {}

    private static final List<Test> TESTS = List.of(
            new Test(
                    "Trial offer to a list",
                    "requests for 100 addresses",
                    "Held out by lot",
                    "=100*'List test'!$D$8",
                    "=100*'List test'!$H$8",
                    "=100*'List test'!$I$8",
                    "='List test'!$G$8",
                    "=100*p_OfferPays",
                    "Roll out in two steps, a tenth held out; decide at the lower limit.",
                    "Email Manager AMER",
                    258),
            new Test(
                    "Service programme, orders",
                    "orders a customer",
                    "Held out by lot",
                    "=" + ofAll("G"),
                    "=" + ofAll("H"),
                    "=" + ofAll("I"),
                    "=" + ofAll("J"),
                    "=p_ServicePays",
                    "Extend to AMER; keep a tenth held out.",
                    "Customer Marketing Lead",
                    255),
            new Test(
                    "Seminars in place of shows",
                    "% of the planned leads",
                    "Other territories",
                    "=100*'Territories'!$B$11",
                    "=100*'Territories'!$F$11",
                    "=100*'Territories'!$G$11",
                    "='Territories'!$E$11",
                    "=100*p_SeminarsPay",
                    "Hold seminars in the other territories; book one spring show less.",
                    "Events Manager EMEA",
                    245),
            new Test(
                    "Service programme, score",
                    "points of the score",
                    "The time before",
                    "=%s/p_EventMonths".formatted(EventSheet.total("Total effect")),
                    "=%s/p_EventMonths".formatted(EventSheet.total("Total low")),
                    "=%s/p_EventMonths".formatted(EventSheet.total("Total high")),
                    "=" + EventSheet.total("p"),
                    "=p_EventPays",
                    "Ask what else changed in January before it is told.",
                    "Customer Insight Lead",
                    260));

    private final Draft draft;
    private final Page page;

    ReadoutSheet(Draft draft, Page page) {
        this.draft = draft;
        this.page = page;
    }

    @Override
    public void write() {
        page.widths(2);
        draft.head(page, "Readout", "Q");
        cards();
        page.height(11, 10).section("B12:Q12", "What did each test add, is it more than chance, and does it pay?");
        Table<Test> tests = page.<Test>table("Tests", "B13")
                .input("Test", 25, Looks.TEXT.bold(), Test::name)
                .choice("Compared with", 16, Looks.TEXT, TestImpact.EVIDENCE.name(), Test::evidence)
                .input("Effect", 12, EFFECT.bold(), test -> formula(test.effect()))
                .input("Unit", 22, Looks.TEXT.indent(1), Test::unit)
                .input("Low", 11, EFFECT, test -> formula(test.low()))
                .input("High", 11, EFFECT, test -> formula(test.high()))
                .input("p", 10, TestLooks.P, test -> formula(test.p()))
                .calculated(
                        "p, adjusted",
                        10,
                        TestLooks.P.bold(),
                        "=INDEX(MPM.PADJUST(Tests[p],p_Correction),ROW()-ROW(Tests[[#Headers],[p]]))")
                .input("Pays from", 11, EFFECT, test -> formula(test.pays()))
                .calculated("Of what pays", 11, times(), "=IF([@[Pays from]]=0,0,[@Effect]/[@[Pays from]])")
                .calculated("At least", 11, times(), "=IF([@[Pays from]]=0,0,[@Low]/[@[Pays from]])")
                .calculated("At most", 11, times(), "=IF([@[Pays from]]=0,0,[@High]/[@[Pays from]])")
                .calculated(
                        "Verdict",
                        16,
                        Looks.WORD.bold(),
                        "=IF([@[p, adjusted]]>1-p_Confidence,\"● may be chance\",IF([@Effect]<0,\"▼ takes away\","
                                + "IF([@[At least]]>=1,\"▲ pays\",IF([@[At most]]<1,\"▼ does not pay\",\"● may pay\"))))")
                .input("What we do", 36, Looks.TEXT.indent(1), Test::does)
                .input("Owner", 24, Looks.TEXT.indent(1), Test::owner)
                .input(
                        "Decide by",
                        13,
                        Looks.DAY,
                        test -> draft.parameters().fiscalYearStart().plusDays(test.decidedDay()))
                .rows(TESTS, Looks.HEADER, 24);
        page.height(13, 32).dates(tests.cells("Decide by"));
        String verdict = tests.cells("Verdict");
        page.when(verdict, "LEFT($N14,1)=\"▲\"", Hue.BLUE, Hue.BLUE.tint(0.9));
        page.when(verdict, "LEFT($N14,1)=\"▼\"", Hue.CORAL, Hue.CORAL.tint(0.9));
        page.when(verdict, "LEFT($N14,1)=\"●\"", Hue.AMBER, Hue.AMBER.tint(0.9));
        page.section("B21:I21", "Effects as multiples of what pays").section("K21:Q21", "How far each may be believed");
        page.chart(
                        "B22:I40",
                        "Effects as multiples of what pays",
                        "Columns by test: its effect as a multiple of what pays, with marks for the lower and the upper limit; above 1 it"
                                + " pays.")
                .by(page, tests.cells("Test"))
                .columns("Effect", page, tests.cells("Of what pays"), Hue.TEAL)
                .marks("At least", page, tests.cells("At least"), Hue.CORAL)
                .marks("At most", page, tests.cells("At most"), Hue.NAVY)
                .scale("0.0\"×\"", null, null);
        believe();
        draft.check("Tests: rows, and those with a corrected p", "=ROWS(Tests[Test])", "=COUNT(Tests[p, adjusted])");
        page.freeze(2, 5).print("A1:R41", PaperSize.A4_PAPER, true, 0);
    }

    private void cards() {
        card(
                "B",
                "C",
                "TESTS READ OUT",
                "=ROWS(Tests[Test])",
                "0",
                "=COUNTIFS(Tests[Verdict],\"▲*\")",
                "0\" pay\"",
                page.at("K14:K17"));
        card(
                "D",
                "F",
                "LIFT OF THE TRIAL OFFER",
                "='List test'!$E$8",
                "+0%;-0%",
                "='List test'!$J$8",
                "0%\" likely better\"",
                draft.page(TestImpact.LIST_TEST).at("F19:F22"));
        card(
                "G",
                "J",
                "ORDERS ADDED BY SERVICE",
                "=" + ofAll("L"),
                "+#,##0;-#,##0",
                "=" + ofAll("M"),
                "0.0\" for each of its cost\"",
                draft.page(TestImpact.CUSTOMERS).at("G8:G11"));
        card(
                "K",
                "N",
                "LEADS OF SEMINARS, OF PLAN",
                "='Territories'!$B$11",
                "+0%;-0%",
                "='Territories'!$I$11",
                "0\" territories compared\"",
                draft.page(TestImpact.TERRITORIES).at("E31:E38"));
        card(
                "O",
                "O",
                "SCORE AFTER THE EVENT",
                "=%s/p_EventMonths".formatted(EventSheet.total("Total effect")),
                "+0.0;-0.0",
                "=p_EventMonths",
                "\"points a month, for \"0",
                draft.page(TestImpact.EVENT).at("C29:C48"));
        card(
                "P",
                "Q",
                "VERSIONS TO TAKE",
                "=COUNTIFS(VersionTests[Verdict],\"*take B\")",
                "0",
                "=ROWS(VersionTests[Test])",
                "\"of \"0\" that were shown\"",
                draft.page(TestImpact.VERSIONS).at("M8:M14"));
    }

    private void card(
            String left,
            String right,
            String label,
            String figure,
            String format,
            String comparison,
            String comparisonFormat,
            String course) {
        new Card(label, formula(figure), format, formula(comparison), comparisonFormat, course)
                .draw(page, left, right, 6);
    }

    private void believe() {
        List<String> lines = List.of(
                "Held out by lot: the difference is what the test did.",
                "Other territories: true if both groups would have gone on alike; look at the time before.",
                "The time before: whatever else changed in that month is in the effect as well.",
                "Low to High holds the true effect in so many of a hundred tests as the confidence on Start says.",
                "Of many tests some succeed by chance: p is corrected for as many as stand here.",
                "An effect just found to be there is, on the mean, a little smaller than it looks.");
        for (int line = 0; line < lines.size(); line++) {
            page.put("K" + (23 + line), "●", Look.PLAIN.ink(Hue.TEAL).centre())
                    .put("L" + (23 + line), lines.get(line), Look.PLAIN);
        }
    }

    private static Look times() {
        return Look.PLAIN.format("0.0\"×\"").right();
    }

    /** A column of the line for all customers. */
    private static String ofAll(String column) {
        return "SUMIFS('Customers'!$%1$s$8:$%1$s$16,'Customers'!$B$8:$B$16,\"ALL\")".formatted(column);
    }
}
