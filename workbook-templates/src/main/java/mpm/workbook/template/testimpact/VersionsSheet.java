package mpm.workbook.template.testimpact;

import mpm.workbook.design.Hue;
import mpm.workbook.design.Look;
import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import mpm.workbook.design.Table;
import mpm.workbook.sample.Experiments;
import mpm.workbook.sample.Experiments.Versions;
import mpm.workbook.template.Draft;
import mpm.workbook.template.Sheet;
import org.apache.poi.ss.usermodel.PaperSize;

/** Two versions, shown by lot: a row for each test. */
final class VersionsSheet implements Sheet.Design {

    private static final Look RATE = Looks.PERCENT.format("0.00%");
    private static final Look P = TestLooks.P;

    private final Draft draft;
    private final Page page;

    VersionsSheet(Draft draft, Page page) {
        this.draft = draft;
        this.page = page;
    }

    @Override
    public void write() {
        page.widths(2);
        draft.head(page, "A-B tests", "T");
        page.height(6, 22)
                .put(
                        "B6",
                        "A is what you have, B what you try. A verdict stands only when both have been shown as often as planned.",
                        Looks.NOTE);
        Table<Versions> tests = page.<Versions>table("VersionTests", "B7")
                .input("Test", 18, Looks.TEXT.bold(), Versions::name)
                .input("A", 13, Looks.TEXT, Versions::a)
                .input("B", 13, Looks.TEXT, Versions::b)
                .input("Planned for each", 10, Looks.COUNT, Versions::planned)
                .input("A shown", 10, Looks.COUNT, Versions::shownA)
                .input("A did", 9, Looks.COUNT, Versions::didA)
                .input("B shown", 10, Looks.COUNT, Versions::shownB)
                .input("B did", 9, Looks.COUNT, Versions::didB)
                .choice("Method", 10, Looks.WORD, TestImpact.METHODS.name(), test -> test.isSmall() ? "FISHER" : "Z")
                .calculated("Rate A", 9, RATE, answer(1))
                .calculated("Rate B", 9, RATE, answer(2))
                .calculated("Lift", 11, Looks.DEVIATION, answer(4))
                .calculated("Low", 9, TestLooks.PERCENT_POINTS, answer(7))
                .calculated("High", 9, TestLooks.PERCENT_POINTS, answer(8))
                .calculated("p", 9, P, answer(6))
                .calculated(
                        "p, adjusted",
                        11,
                        P.bold(),
                        "=INDEX(MPM.PADJUST(VersionTests[p],p_Correction),ROW()-ROW(VersionTests[[#Headers],[p]]))")
                .calculated("B is better", 11, Looks.PERCENT.format("0%"), answer(9))
                .calculated(
                        "Verdict",
                        17,
                        Looks.WORD.bold(),
                        "=IF(MIN([@[A shown]],[@[B shown]])<[@[Planned for each]],\"● still runs\","
                                + "IF([@[p, adjusted]]>1-p_Confidence,\"● no difference\",IF([@Lift]>0,\"▲ take B\",\"▼ keep A\")))")
                .input("Owner", 25, Looks.TEXT.indent(1), Versions::owner)
                .rows(Experiments.VERSIONS, Looks.HEADER, 20);
        page.height(7, 32);
        String verdict = tests.cells("Verdict");
        page.when(verdict, "LEFT($S8,1)=\"▲\"", Hue.BLUE, Hue.BLUE.tint(0.9));
        page.when(verdict, "LEFT($S8,1)=\"▼\"", Hue.CORAL, Hue.CORAL.tint(0.9));
        page.when(tests.cells("Lift"), "AND($Q8<=1-p_Confidence,$M8>0)", Hue.BLUE, null);
        page.when(tests.cells("Lift"), "AND($Q8<=1-p_Confidence,$M8<0)", Hue.CORAL, null);
        page.section("B18:I18", "Rates of both versions").section("K18:T18", "Difference of B from A, in points");
        page.chart(
                        "B19:I36",
                        "Rates of both versions",
                        "Columns by test: the rate of version B, each beside a mark for the rate of version A.")
                .by(page, tests.cells("Test"))
                .columns("B", page, tests.cells("Rate B"), Hue.TEAL)
                .marks("A", page, tests.cells("Rate A"), Hue.NAVY)
                .scale("0%", 0.0, null);
        page.chart(
                        "K19:T36",
                        "Limits of the difference",
                        "By test: marks for the lower and the upper limit of the difference between B and A; where both lie on one"
                                + " side of zero, it is more than chance.")
                .by(page, tests.cells("Test"))
                .marks("Low", page, tests.cells("Low"), Hue.CORAL)
                .marks("High", page, tests.cells("High"), Hue.BLUE)
                .scale("+0%;-0%;0%", null, null);
        draft.check(
                "Tests of versions: rows, and those with a corrected p",
                "=ROWS(VersionTests[Test])",
                "=COUNT(VersionTests[p, adjusted])");
        draft.check(
                "Tests that survive are not more than those that seem to",
                "=MAX(0,COUNTIFS(VersionTests[p, adjusted],\"<=\"&1-p_Confidence)-COUNTIFS(VersionTests[p],\"<=\"&1-p_Confidence))",
                "=0");
        page.freeze(2, 7).print("A1:U37", PaperSize.A4_PAPER, true, 0);
    }

    /** A column of what the function says of a row. */
    private static String answer(int place) {
        return "=INDEX(MPM.ABTEST([@[A did]],[@[A shown]],[@[B did]],[@[B shown]],[@Method],p_Confidence,FALSE),1,%s)"
                .formatted(place);
    }
}
