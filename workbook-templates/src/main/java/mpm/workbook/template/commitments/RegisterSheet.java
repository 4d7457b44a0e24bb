package mpm.workbook.template.commitments;

import java.time.LocalDate;
import mpm.workbook.design.Hue;
import mpm.workbook.design.Look;
import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import mpm.workbook.design.Table;
import mpm.workbook.sample.Commitments;
import mpm.workbook.sample.Commitments.Commitment;
import mpm.workbook.template.Draft;
import mpm.workbook.template.Sheet;
import mpm.workbook.template.Words;
import org.apache.poi.ss.usermodel.PaperSize;

/** Every promise as it was made, and what came of it. */
final class RegisterSheet implements Sheet.Design {

    static final String FIRST_STATE = "N8";

    private final Draft draft;
    private final Page page;

    RegisterSheet(Draft draft, Page page) {
        this.draft = draft;
        this.page = page;
    }

    @Override
    public void write() {
        page.widths(2);
        draft.head(page, "Register", "T", "B", "C", "D", "E", "G", "I", "K", "M");
        page.height(6, 22)
                .put(
                        "B6",
                        "A promise is kept where what came is within its tolerance. What is due and not disclosed is missed.",
                        Looks.NOTE);
        String known = "=IF([@Actual]=\"\",\"\",%s)";
        Table<Commitment> register = page.<Commitment>table("Register", "B7")
                .input("Id", 8, Looks.TEXT.bold(), Commitment::id)
                .input("Owner", 25, Looks.TEXT, Commitment::owner)
                .input("Unit", 16, Looks.TEXT, Commitment::unit)
                .input("Metric", 29, Looks.TEXT, Commitment::metric)
                .input("Made", 13, Looks.DAY, commitment -> made(commitment))
                .input("Due", 13, Looks.DAY, commitment -> due(commitment))
                .input("Committed", 13, Looks.FIGURE, Commitment::committed)
                .choice("Direction", 11, Looks.WORD, Words.DIRECTIONS.name(), Commitment::direction)
                .input("Tolerance", 10, Looks.PERCENT.format("0%"), Commitment::tolerance)
                .input("Confidence", 11, Looks.PERCENT.format("0%"), Commitment::confidence)
                .input("Actual", 13, Looks.FIGURE.bold(), Commitment::actual)
                .calculated(
                        "Attainment",
                        12,
                        Looks.PERCENT.format("0%"),
                        known.formatted("MPM.ATTAIN([@Actual],[@Committed],[@Direction])"))
                .calculated(
                        "State",
                        12,
                        Looks.WORD.bold(),
                        "=IF([@Actual]=\"\",IF([@Due]<=p_AsOf,\"SILENT\",\"OPEN\"),"
                                + "IF(MPM.VARIANCE.PCT([@Actual],[@Committed],[@Direction])>=-[@Tolerance]-10^-9,\"KEPT\",\"MISSED\"))")
                .calculated(
                        "Pay", 9, Looks.PERCENT.format("0%"), known.formatted("MPM.PAYOUT([@Attainment],Curve[#All])"))
                .input("If kept", 24, Looks.TEXT.indent(1), commitment -> "Pays by the curve")
                .input("If missed", 26, Looks.TEXT, RegisterSheet::ifMissed)
                .calculated("Quarter", 12, Looks.WORD, "=MPM.FISCAL([@Due],MONTH(p_Start),\"QUARTER\",p_Calendar)")
                .calculated(
                        "Next",
                        11,
                        Look.PLAIN.format("0").right().ink(Hue.MUTED),
                        "=IF([@State]=\"OPEN\",[@Due]-p_AsOf+ROW()/10^6,\"\")")
                .rows(Commitments.ALL, Looks.HEADER, 17);
        page.height(7, 24);
        states(page, register.cells("State"), FIRST_STATE);
        page.dates(register.cells("Made", "Due"));
        page.numbers(register.cells("Tolerance", "Confidence"), "0", "1", "Enter a share from 0% to 100%.");
        draft.check("Promises that are due and not disclosed", "=COUNTIF(Register[State],\"SILENT\")", "=0");
        draft.check(
                "Promises without owner, metric or day",
                "=COUNTBLANK(Register[Owner])+COUNTBLANK(Register[Metric])+COUNTBLANK(Register[Due])",
                "=0");
        page.freeze(2, 7).print("A1:T%s".formatted(9 + Commitments.ALL.size()), PaperSize.A3_PAPER, true, 0);
    }

    static void states(Page page, String area, String first) {
        page.when(area, first + "=\"KEPT\"", Hue.TEAL, Hue.TINT);
        page.when(area, first + "=\"MISSED\"", Hue.CORAL, Hue.CORAL.tint(0.9));
        page.when(area, first + "=\"SILENT\"", Hue.AMBER, Hue.AMBER.tint(0.9));
    }

    /** Five weeks before the quarter or the year that it promises. */
    private LocalDate made(Commitment commitment) {
        int months = commitment.dueMonth() == 12 ? 12 : 3;
        return draft.parameters()
                .fiscalYearStart()
                .plusMonths(commitment.dueMonth() - months)
                .minusWeeks(5);
    }

    private LocalDate due(Commitment commitment) {
        return draft.parameters()
                .fiscalYearStart()
                .plusMonths(commitment.dueMonth())
                .minusDays(1);
    }

    private static String ifMissed(Commitment commitment) {
        return commitment.metric().startsWith("Leads") ? "Plan to recover in 30 days" : "Review with the CMO";
    }
}
