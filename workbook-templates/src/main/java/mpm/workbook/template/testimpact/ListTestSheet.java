package mpm.workbook.template.testimpact;

import static mpm.workbook.design.Formula.formula;

import java.util.List;
import mpm.workbook.design.Hue;
import mpm.workbook.design.Look;
import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import mpm.workbook.design.Table;
import mpm.workbook.sample.Campaigns;
import mpm.workbook.sample.Experiments;
import mpm.workbook.sample.Experiments.Arm;
import mpm.workbook.sample.Funnel.Stage;
import mpm.workbook.sample.SampleCompany;
import mpm.workbook.template.Draft;
import mpm.workbook.template.Setting;
import mpm.workbook.template.Sheet;
import mpm.workbook.template.Words;
import org.apache.poi.ss.usermodel.PaperSize;

/** The list, half of it held out: what the offer added, by segment, and whether it pays. */
final class ListTestSheet implements Sheet.Design {

    private static final Look RATE = Looks.PERCENT.format("0.00%").rule(Hue.LINE);
    private static final Look POINTS = TestLooks.PERCENT_POINTS.rule(Hue.LINE);
    private static final Look P = TestLooks.P.rule(Hue.LINE);

    private final Draft draft;
    private final Page page;

    ListTestSheet(Draft draft, Page page) {
        this.draft = draft;
        this.page = page;
    }

    @Override
    public void write() {
        page.widths(2, 24, 13, 13, 13, 13, 13, 13, 13, 13, 13, 13, 15, 2);
        draft.head(page, "List test", "M");
        whole();
        segments();
        arms();
        worth();
        page.freeze(0, 5).print("A1:N46", PaperSize.A4_PAPER, true, 0);
    }

    private void whole() {
        page.section("B6:M6", "Did the offer bring requests that would not have come?");
        page.spill(
                "B7",
                formula("=MPM.ABTEST(%s,%s,%s,%s,\"Z\",p_Confidence)"
                        .formatted(
                                sum("Requests", false),
                                sum("Addresses", false),
                                sum("Requests", true),
                                sum("Addresses", true))),
                1,
                Looks.CAPTION,
                RATE.left().indent(1).bold(),
                RATE.bold(),
                POINTS.bold(),
                Looks.DEVIATION.rule(Hue.LINE),
                TestLooks.FIGURE,
                P,
                POINTS,
                POINTS,
                Looks.PERCENT.rule(Hue.LINE));
        page.put("B9", "A was held out, B received the offer.", Looks.NOTE);
    }

    private void segments() {
        page.section("B11:M11", "By segment");
        Table<String> segments = page.<String>table("Segments", "B12")
                .input("Segment", 24, Looks.TEXT.bold(), segment -> segment)
                .calculated("Addresses", 13, TestLooks.COUNT, "=SUMIFS(Arms[Addresses],Arms[Segment],[@Segment])")
                .calculated("Held out", 13, RATE, rate("FALSE"))
                .calculated("Received it", 13, RATE, rate("TRUE"))
                .calculated("Difference", 13, POINTS, answer(3))
                .calculated("Lift", 13, Looks.DEVIATION, answer(4))
                .calculated("Low", 13, POINTS, answer(7))
                .calculated("High", 13, POINTS, answer(8))
                .calculated("p", 13, P, answer(6))
                .calculated(
                        "p, adjusted",
                        13,
                        P.bold(),
                        "=INDEX(MPM.PADJUST(Segments[p],p_Correction),ROW()-ROW(Segments[[#Headers],[p]]))")
                .calculated("Offer is better", 13, Looks.PERCENT, answer(9))
                .calculated(
                        "Verdict",
                        13,
                        Looks.WORD.bold(),
                        "=IF([@[p, adjusted]]>1-p_Confidence,\"● unsure\",IF([@Lift]>0,\"▲ adds\",\"▼ takes away\"))")
                .rows(List.of("EMEA", "AMER"), Looks.HEADER, 20);
        page.height(12, 24);
        page.when(segments.cells("Verdict"), "LEFT($M13,1)=\"▲\"", Hue.BLUE, Hue.BLUE.tint(0.9));
        page.when(segments.cells("Verdict"), "LEFT($M13,1)=\"▼\"", Hue.CORAL, Hue.CORAL.tint(0.9));
        page.section("H17:M17", "Requests for each address");
        page.chart(
                        "H18:M29",
                        "Requests for each address",
                        "Columns by segment: the rate of those who received the offer, each beside a mark for those held out.")
                .by(page, segments.cells("Segment"))
                .columns("Received it", page, segments.cells("Received it"), Hue.TEAL)
                .marks("Held out", page, segments.cells("Held out"), Hue.NAVY)
                .scale("0.0%", 0.0, null);
    }

    private void arms() {
        page.section("B17:F17", "What was sent and what came back");
        Table<Arm> arms = page.<Arm>table("Arms", "B18")
                .choice("Segment", 24, Looks.TEXT.bold(), Words.REGIONS.name(), Arm::segment)
                .check("Treated", 13, Arm::isTreated)
                .input("Addresses", 13, Looks.COUNT, Arm::addresses)
                .input("Requests", 13, Looks.COUNT, Arm::requests)
                .calculated("Rate", 13, RATE, "=IF([@Addresses]=0,0,[@Requests]/[@Addresses])")
                .rows(Experiments.LIST_TEST, Looks.HEADER, 20);
        page.height(18, 24).numbers(arms.cells("Addresses", "Requests"), "0", "1E+9", "Enter a number, 0 or more.");
        page.put("B24", "Share that was to receive it", Look.PLAIN)
                .put("E24", 0.5, Looks.PERCENT.format("0%").input().frame(Hue.LINE))
                .numbers("E24", "0.01", "0.99", "Enter a share between 0 and 1, such as 50%.");
        page.put("B25", "Share that received it", Look.PLAIN)
                .put(
                        "E25",
                        formula("=%s/SUM(Arms[Addresses])".formatted(sum("Addresses", true))),
                        Looks.PERCENT.frame(Hue.LINE));
        page.put("B26", "Chance of such a split by lot", Look.PLAIN)
                .put(
                        "E26",
                        formula("=2*(1-NORMSDIST(ABS(E25-E24)*SQRT(SUM(Arms[Addresses])/(E24*(1-E24)))))"),
                        TestLooks.P.frame(Hue.LINE));
        page.put(
                "B27",
                formula(
                        "=IF(E26<0.001,\"▼ The split is broken: do not use the result.\",\"● The split is as it was meant.\")"),
                Look.PLAIN.bold().ink(Hue.TEAL));
        page.when("B27", "$E$26<0.001", Hue.CORAL, null);
        draft.check(
                "Addresses: both arms, and those of the segments",
                "=SUM(Arms[Addresses])",
                "=SUM(Segments[Addresses])");
        draft.check(
                "Requests for each address, in points: both rates, and the function",
                "=100*(%s/%s-%s/%s)"
                        .formatted(
                                sum("Requests", true),
                                sum("Addresses", true),
                                sum("Requests", false),
                                sum("Addresses", false)),
                "=100*'List test'!$D$8");
    }

    private void worth() {
        page.height(32, 20).height(33, 20).section("B31:M31", formula("=\"Does it pay? \"&p_Currency"));
        int cost = Campaigns.ALL.stream()
                .filter(campaign -> campaign.name().startsWith("List test"))
                .mapToInt(Campaigns.Campaign::budget)
                .sum();
        draft.setting(
                page,
                32,
                Setting.number(
                        "Cost of the offer",
                        "p_OfferCost",
                        cost,
                        "#,##0",
                        0,
                        1e12,
                        "The budget of the campaign: what was sent, printed and paid to answer."));
        draft.setting(
                page,
                33,
                Setting.number(
                        "Value of a request",
                        "p_RequestValue",
                        (double) SampleCompany.AVERAGE_DEAL * SampleCompany.NEW_CUSTOMERS_GOAL / Stage.MQL.plan(),
                        "#,##0",
                        0,
                        1e12,
                        "The average deal times the share of qualified leads that are won."));
        String[] captions = {"", "Low", "Found", "High"};
        for (int place = 0; place < captions.length; place++) {
            page.put("BCDE".charAt(place) + "35", captions[place], place == 0 ? Looks.CAPTION : Looks.CAPTION.right());
        }
        String[] points = {"H8", "D8", "I8"};
        page.put("B36", "Requests added", TestLooks.LINE)
                .put("B37", "Worth", TestLooks.LINE)
                .put("B38", "Less the cost", TestLooks.LINE.bold());
        for (int place = 0; place < points.length; place++) {
            char column = "CDE".charAt(place);
            page.put(
                            column + "36",
                            formula("=%s*%s".formatted(points[place], sum("Addresses", true))),
                            TestLooks.AMOUNT)
                    .put(column + "37", formula("=%s36*p_RequestValue".formatted(column)), TestLooks.AMOUNT)
                    .put(column + "38", formula("=%s37-p_OfferCost".formatted(column)), TestLooks.AMOUNT.bold());
        }
        page.when("C38:E38", "C$38<0", Hue.CORAL, null).when("C38:E38", "C$38>0", Hue.BLUE, null);
        page.put("B40", "It pays from a difference of", Look.PLAIN)
                .put(
                        "E40",
                        formula("=p_OfferCost/p_RequestValue/%s".formatted(sum("Addresses", true))),
                        TestLooks.PERCENT_POINTS.frame(Hue.LINE));
        draft.name("p_OfferPays", page.at("E40"));
        page.put("B41", "Odds that it pays", Look.PLAIN)
                .put(
                        "E41",
                        formula("=NORMSDIST((D8-p_OfferPays)/((I8-H8)/2/NORMSINV((1+p_Confidence)/2)))"),
                        Looks.PERCENT.format("0%").bold().frame(Hue.LINE));
        page.put(
                "B42",
                formula(
                        "=IF(C38>0,\"▲ It pays, even at the lower limit.\",IF(E38<0,\"▼ It does not pay, even at the upper limit.\","
                                + "IF(D38>0,\"● It pays on the mean; the lower limit does not: test again on a larger list.\","
                                + "\"● It does not pay on the mean; the upper limit would.\")))"),
                Look.PLAIN.bold().ink(Hue.NAVY));
        page.section("H34:M34", "Worth less cost: low, found and high");
        page.chart(
                        "H35:M45",
                        "Worth less cost",
                        "Three columns: what the offer is worth less its cost, at the lower limit, as found, and at the upper limit.")
                .by(page, "C35:E35")
                .columns("Worth less cost", page, "C38:E38", Hue.TEAL)
                .scale("#,##0", null, null);
    }

    /** Those of one arm. */
    private static String sum(String column, boolean isTreated) {
        return "SUMIFS(Arms[%s],Arms[Treated],%s)".formatted(column, isTreated ? "TRUE" : "FALSE");
    }

    /** Those of one arm in the segment of a row. */
    private static String ofSegment(String column, String treated) {
        return "SUMIFS(Arms[%s],Arms[Treated],%s,Arms[Segment],[@Segment])".formatted(column, treated);
    }

    private static String rate(String treated) {
        return "=%s/%s".formatted(ofSegment("Requests", treated), ofSegment("Addresses", treated));
    }

    private static String answer(int place) {
        return "=INDEX(MPM.ABTEST(%s,%s,%s,%s,\"Z\",p_Confidence,FALSE),1,%s)"
                .formatted(
                        ofSegment("Requests", "FALSE"),
                        ofSegment("Addresses", "FALSE"),
                        ofSegment("Requests", "TRUE"),
                        ofSegment("Addresses", "TRUE"),
                        place);
    }
}
