package mpm.workbook.template.financelink;

import static mpm.workbook.design.Formula.formula;

import java.util.List;
import java.util.stream.IntStream;
import mpm.workbook.design.Hue;
import mpm.workbook.design.Look;
import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import mpm.workbook.design.Table;
import mpm.workbook.sample.SampleCompany;
import mpm.workbook.template.Draft;
import mpm.workbook.template.Sheet;
import org.apache.poi.ss.usermodel.PaperSize;
import org.jspecify.annotations.Nullable;

/** What the service has stored, beside what it shall store: read, entered, staged, and sent from the pane. */
final class LinkedSheet implements Sheet.Design {

    private static final Look AMOUNT = Looks.COUNT.format("#,##0.00;-#,##0.00;0.00");
    private static final List<String> UNITS =
            List.of("DEMAND_EMEA", "BRAND_EMEA", "PARTNER_EMEA", "DEMAND_AMER", "BRAND_AMER");
    private static final int FIRST = 13;

    private final Draft draft;
    private final Page page;

    LinkedSheet(Draft draft, Page page) {
        this.draft = draft;
        this.page = page;
    }

    /** A figure of the plan: the last closed month, which is locked, and those that are open. */
    private record Row(String unit, String month) {

        /** One figure is changed already, to show what becomes of it. */
        private boolean isChanged() {
            return unit.equals("PARTNER_EMEA") && month.equals("P10");
        }

        @Nullable
        Integer entered() {
            return isChanged() ? 34_000 : null;
        }

        String comment() {
            return isChanged() ? "Kestrel's show in April" : "";
        }
    }

    @Override
    public void write() {
        page.widths(2);
        draft.head(page, "Linked", "L", "B", "C", "D", "E", "F", "G", "H", "I", "J");
        page.height(6, 22)
                .put(
                        "B6",
                        "Stored is what the service has. Type into New (#MISSING removes); Send says what becomes of it. Submit in the"
                                + " pane sends what is STAGED: saving sends nothing.",
                        Looks.NOTE);
        totals();
        asOf();
        Table<Row> linked = page.<Row>table("Linked", "B" + (FIRST - 1))
                .input("Metric", 15, Looks.TEXT, row -> "MKT_SPEND")
                .input("Org", 17, Looks.TEXT, Row::unit)
                .input("Month", 11, Looks.WORD, Row::month)
                .choice("Scenario", 12, Looks.TEXT.bold(), "Scenarios", row -> "PLAN")
                .calculated("Period", 14, Looks.TEXT, "=\"FY\"&p_Year&\"-\"&[@Month]")
                .calculated(
                        "Stored",
                        14,
                        AMOUNT.bold(),
                        "=IFERROR(MPM.GET([@Metric],[@Org],[@Period],[@Scenario],,,\"\"),\"\")")
                .input("New", 14, AMOUNT, Row::entered)
                .calculated(
                        "Change",
                        13,
                        AMOUNT,
                        "=IF(OR([@New]=\"\",[@Stored]=\"\"),\"\",IF([@New]=\"#MISSING\",0,[@New])-[@Stored])")
                .input("Comment", 24, Looks.TEXT.indent(1), Row::comment)
                .calculated(
                        "Send",
                        18,
                        Looks.TEXT.bold().indent(1),
                        "=IF([@New]=\"\",\"\",IFERROR(MPM.PUT([@New],[@Metric],[@Org],[@Period],[@Scenario],[@Comment]),"
                                + "\"unknown\"))")
                .calculated("State", 13, Looks.TEXT, "=IFERROR(MPM.LOCKED([@Org],[@Period],[@Scenario]),\"\")")
                .rows(rows(), Looks.HEADER, 18);
        page.height(FIRST - 1, 24);
        page.entries(
                linked.cells("New"),
                "IF(ISNUMBER($H%1$s),ABS($H%1$s)<1E+15,$H%1$s=\"#MISSING\")".formatted(FIRST),
                "Enter an amount, or #MISSING to remove what is stored, or clear the cell.");
        String refused = "AND($K%1$s<>\"\",$K%1$s<>\"STAGED\",$K%1$s<>\"IN SYNC\")".formatted(FIRST);
        page.when(linked.cells("Send"), refused, Hue.CORAL, Hue.CORAL.tint(0.9));
        page.when(linked.cells("Send"), "$K%s=\"STAGED\"".formatted(FIRST), Hue.BLUE, Hue.BLUE.tint(0.9));
        page.freeze(0, FIRST - 1).print("A1:M%s".formatted(FIRST + rows().size()), PaperSize.A4_PAPER, true, 0);
    }

    /** Whether this workbook agrees with what the service has. */
    private void totals() {
        page.section("B7:G7", formula("=\"Stored, and in this workbook, \"&p_Currency"));
        String[] captions = {"", "", "", "Stored", "Here", "Difference"};
        for (int place = 0; place < captions.length; place++) {
            page.put("BCDEFG".charAt(place) + "8", captions[place], place < 3 ? Looks.CAPTION : Looks.CAPTION.right());
        }
        total(9, "Marketing spend, plan of the year", "\"FY\"&p_Year", "PLAN", "Year");
        total(
                10,
                "Marketing spend, actual to date",
                "\"YTD:FY\"&p_Year&IF(p_Closed<10,\"-P0\",\"-P\")&p_Closed",
                "ACTUAL",
                "To date");
    }

    /** The task pane writes it: a clock of the sheet would go on while the figures stand still. */
    private void asOf() {
        page.section("I7:K7", "Figures as of (UTC)")
                .put("I9", "not read yet", Looks.TEXT.left().format("yyyy-mm-dd hh:mm"));
        draft.name("mpm_AsOf", page.at("I9"));
    }

    private void total(int row, String label, String period, String scenario, String column) {
        page.put("B" + row, label, Looks.NOTE)
                .put(
                        "E" + row,
                        formula("=IFERROR(MPM.GET(\"MKT_SPEND\",\"MKT\",%s,\"%s\",,p_Currency),\"\")"
                                .formatted(period, scenario)),
                        AMOUNT)
                .put(
                        "F" + row,
                        formula("=SUMIFS(Figures[%s],Figures[Scenario],\"%s\")".formatted(column, scenario)),
                        AMOUNT)
                .put("G" + row, formula("=IF(E%1$s=\"\",\"\",F%1$s-E%1$s)".formatted(row)), AMOUNT.bold());
    }

    private static List<Row> rows() {
        return IntStream.rangeClosed(SampleCompany.CLOSED_MONTHS, SampleCompany.MONTHS_OF_A_YEAR)
                .mapToObj(FiguresSheet::period)
                .flatMap(month -> UNITS.stream().map(unit -> new Row(unit, month)))
                .toList();
    }
}
