package mpm.workbook.template.commitments;

import static mpm.workbook.design.Formula.formula;

import java.util.List;
import mpm.workbook.design.Banner;
import mpm.workbook.design.Card;
import mpm.workbook.design.Hue;
import mpm.workbook.design.Look;
import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import mpm.workbook.template.Draft;
import mpm.workbook.template.Sheet;
import org.apache.poi.ss.usermodel.PaperSize;

/** The quarterly review on one page: what was kept and missed and by whom, what is due next, what we learn. */
final class ReviewSheet implements Sheet.Design {

    private static final int FIRST = 14;
    private static final int ROOM = 18;
    private static final int LAST = FIRST + ROOM - 1;

    /** The owners of the sample. */
    private static final int OWNERS = 13;

    private static final int NEXT = 9;
    private static final int QUARTERS = 27;

    private static final Look ROW = Look.PLAIN.rule(Hue.LINE);
    private static final Look COUNT = Looks.COUNT.rule(Hue.LINE);
    private static final Look SHARE = Looks.PERCENT.format("0%").rule(Hue.LINE);

    private final Draft draft;
    private final Page page;

    ReviewSheet(Draft draft, Page page) {
        this.draft = draft;
        this.page = page;
    }

    @Override
    public void write() {
        page.widths(2, 25, 8, 8, 8, 8, 8, 9, 9, 9, 12, 9, 2, 30, 25, 13, 13, 2);
        draft.head(page, "Quarterly review", "Q", "B", "C", "E", "G", "I", "K", "N", "O");
        cards();
        owners();
        next();
        quarters();
        for (int row = FIRST; row <= LAST; row++) {
            page.height(row, 17);
        }
        charts();
        page.freeze(0, Banner.ROWS).print("A1:R49", PaperSize.A4_PAPER, true, 0);
    }

    private void cards() {
        Page register = draft.page(CommitmentRegister.REGISTER);
        Page forecasts = draft.page(CommitmentRegister.FORECASTS);
        String attained = register.at("M8:M33");
        new Card(
                        "COMMITMENTS MADE",
                        formula("=ROWS(Register[Id])"),
                        "0",
                        formula("=COUNTIF(Register[State],\"OPEN\")"),
                        "0\" not due yet\"",
                        attained)
                .draw(page, "B", "B", 6);
        String silent = new Card(
                        "DUE",
                        formula("=ROWS(Register[Id])-COUNTIF(Register[State],\"OPEN\")"),
                        "0",
                        formula("=COUNTIF(Register[State],\"SILENT\")"),
                        "0\" not disclosed\";;\"● all disclosed\"",
                        attained)
                .draw(page, "C", "E", 6);
        page.when(silent, silent + ">0", Hue.CORAL, null);
        String kept = new Card(
                        "KEPT OF THOSE DUE",
                        formula("=" + all("H")),
                        "0.0%",
                        formula("=%s-p_Kept".formatted(all("H"))),
                        "\"▲ \"0.0%\" above the goal\";\"▼ \"0.0%\" below the goal\";\"● at the goal\"",
                        attained)
                .draw(page, "F", "H", 6);
        page.when(kept, kept + "<0", Hue.CORAL, null);
        page.when(kept, kept + ">p_Tolerance", Hue.BLUE, null);
        String days = "INDEX('Insights'!%1$s%2$s:%1$s%3$s,MATCH(\"ALL\",'Insights'!B%2$s:B%3$s,0))";
        int first = InsightsSheet.FIRST;
        int last = first + InsightsSheet.ROOM - 1;
        new Card(
                        "DAYS TO ACT ON AN INSIGHT",
                        formula("=" + days.formatted("E", first, last)),
                        "0",
                        formula("=" + days.formatted("J", first, last)),
                        "\"▼ \"0%\" longer than before\";\"▲ \"0%\" shorter than before\";\"● as before\"",
                        draft.page(CommitmentRegister.INSIGHTS).at("F8:F26"))
                .draw(page, "I", "L", 6);
        bias("N", "N", "EMEA", forecasts.at("E8:E19"), 23);
        bias("O", "Q", "AMER", forecasts.at("H8:H19"), 24);
    }

    private void bias(String left, String right, String region, String course, int row) {
        String comparison = new Card(
                        "BIAS OF FORECASTS, " + region,
                        formula("='Forecasts'!C" + row),
                        "+0.0%;-0.0%;0.0%",
                        formula("=IF('Forecasts'!F%1$s=\"OVER\",1,IF('Forecasts'!F%1$s=\"UNDER\",-1,0))"
                                .formatted(row)),
                        "\"▲ they run too high\";\"▼ they run too low\";\"● to neither side\"",
                        course)
                .draw(page, left, right, 6);
        page.when(comparison, comparison + "<>0", Hue.CORAL, null);
    }

    /** A column of the line ALL. */
    private static String all(String column) {
        return "INDEX(%1$s%2$s:%1$s%3$s,MATCH(\"ALL\",B%2$s:B%3$s,0))".formatted(column, FIRST, LAST);
    }

    private void owners() {
        page.height(11, 10).section("B12:L12", "Kept by owner: Low and High say how sure the share is");
        String rows = page.spill(
                "B13",
                formula("=MPM.KEPT(Register[#All],p_AsOf,\"Owner\")"),
                ROOM,
                Looks.CAPTION.wrapped(),
                ROW,
                COUNT,
                COUNT,
                COUNT.bold(),
                COUNT,
                COUNT,
                SHARE.bold(),
                SHARE,
                SHARE,
                SHARE,
                Look.PLAIN.format("0.00").right().rule(Hue.LINE));
        page.height(13, 26);
        page.when(rows, "$B%s=\"ALL\"".formatted(FIRST), Hue.NAVY, Hue.MIST);
        page.when("F%s:F%s".formatted(FIRST, LAST), "SUM($F%s)>0".formatted(FIRST), Hue.CORAL, null);
        check("Promises: register, and by owner", "ROWS(Register[Id])", "C");
        check("Promises kept: by state, and by owner", "COUNTIF(Register[State],\"KEPT\")", "E");
    }

    private void check(String sentence, String counted, String column) {
        draft.check(
                sentence,
                "=" + counted,
                "=SUMIFS('Review'!%1$s%2$s:%1$s%3$s,'Review'!B%2$s:B%3$s,\"ALL\")".formatted(column, FIRST, LAST));
    }

    private void next() {
        page.section("N12:Q12", "Due next, and how sure their owners are");
        List<String> headers = List.of("Metric", "Owner", "Due", "Confidence");
        List<Look> looks = List.of(ROW, ROW, Looks.DAY.rule(Hue.LINE), SHARE);
        for (int place = 0; place < headers.size(); place++) {
            String column = String.valueOf("NOPQ".charAt(place));
            page.put(column + 13, headers.get(place), place < 2 ? Looks.CAPTION : Looks.CAPTION.right());
            for (int rank = 1; rank <= NEXT; rank++) {
                page.put(
                        column + (FIRST + rank - 1),
                        formula("=IFERROR(INDEX(Register[%s],MATCH(SMALL(Register[Next],%s),Register[Next],0)),\"\")"
                                .formatted(headers.get(place), rank)),
                        looks.get(place));
            }
        }
    }

    private void quarters() {
        page.section("N%s:Q%1$s".formatted(QUARTERS - 2), "By the quarter in which they are due");
        List<String> states = List.of("KEPT", "MISSED", "OPEN");
        List<String> captions = List.of("Quarter", "Kept", "Missed", "Open");
        for (int place = 0; place < captions.size(); place++) {
            page.put(
                    "NOPQ".charAt(place) + String.valueOf(QUARTERS - 1),
                    captions.get(place),
                    place == 0 ? Looks.CAPTION : Looks.CAPTION.right());
        }
        for (int quarter = 1; quarter <= 4; quarter++) {
            int row = QUARTERS + quarter - 1;
            page.put("N" + row, formula("=\"FY\"&p_Year&\"-Q%s\"".formatted(quarter)), ROW);
            for (int place = 0; place < states.size(); place++) {
                page.put(
                        "OPQ".charAt(place) + String.valueOf(row),
                        formula("=COUNTIFS(Register[Quarter],$N%s,Register[State],\"%s\")"
                                .formatted(row, states.get(place))),
                        COUNT);
            }
        }
    }

    private void charts() {
        int row = LAST + 2;
        page.section("B%s:L%1$s".formatted(row), "Kept, missed and open by owner");
        String owners = "%1$s" + FIRST + ":%1$s" + (FIRST + OWNERS - 1);
        page.chart(
                        "B%s:L%s".formatted(row + 1, row + 15),
                        "Kept, missed and open by owner",
                        "A column for each owner: how many promises were kept, how many missed, how many are not due yet.")
                .by(page, owners.formatted("B"))
                .columns("Kept", page, owners.formatted("E"), Hue.TEAL)
                .columns("Missed", page, owners.formatted("F"), Hue.CORAL)
                .columns("Open", page, owners.formatted("G"), Hue.PALE_TEAL)
                .scale("0", 0.0, null);
        page.section("N%s:Q%1$s".formatted(row), "By quarter");
        String quarters = "%1$s" + QUARTERS + ":%1$s" + (QUARTERS + 3);
        page.chart(
                        "N%s:Q%s".formatted(row + 1, row + 15),
                        "Kept, missed and open by quarter",
                        "A column for each quarter of the year: promises kept, missed and not due yet.")
                .by(page, quarters.formatted("N"))
                .columns("Kept", page, quarters.formatted("O"), Hue.TEAL)
                .columns("Missed", page, quarters.formatted("P"), Hue.CORAL)
                .columns("Open", page, quarters.formatted("Q"), Hue.PALE_TEAL)
                .scale("0", 0.0, null);
    }
}
