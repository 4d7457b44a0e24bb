package mpm.workbook.template.commitments;

import static mpm.workbook.design.Formula.formula;

import java.time.LocalDate;
import mpm.workbook.design.Hue;
import mpm.workbook.design.Look;
import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import mpm.workbook.design.Table;
import mpm.workbook.sample.Measurement;
import mpm.workbook.sample.Measurement.Insight;
import mpm.workbook.template.Draft;
import mpm.workbook.template.Sheet;
import org.apache.poi.ss.usermodel.PaperSize;
import org.jspecify.annotations.Nullable;

/** How long it takes from learning something to acting on it, and whether that gets shorter. */
final class InsightsSheet implements Sheet.Design {

    static final int FIRST = 9 + Measurement.INSIGHTS.size() + 3;
    static final int ROOM = 12;

    private final Draft draft;
    private final Page page;

    InsightsSheet(Draft draft, Page page) {
        this.draft = draft;
        this.page = page;
    }

    @Override
    public void write() {
        page.widths(2);
        draft.head(page, "Insights", "Q", "B", "C", "D", "E", "F", "G", "H", "I");
        page.height(6, 22)
                .put(
                        "B6",
                        "What was learned before the fiscal year is the baseline; what is open counts as long as it waits.",
                        Looks.NOTE);
        Table<Insight> insights = page.<Insight>table("Insights", "B7")
                .input("Insight", 40, Looks.TEXT, Insight::learned)
                .input("Group", 12, Looks.TEXT, Insight::area)
                .input("Learned", 13, Looks.DAY, insight -> day(insight.learnedDay()))
                .input("Executed", 13, Looks.DAY, this::executed)
                .calculated("Days", 10, Looks.COUNT, "=IF([@Executed]=\"\",p_AsOf,[@Executed])-[@Learned]")
                .calculated("State", 12, Looks.WORD.bold(), "=IF([@Executed]=\"\",\"OPEN\",\"DONE\")")
                .rows(Measurement.INSIGHTS, Looks.HEADER, 17);
        page.height(7, 24);
        page.dates(insights.cells("Learned", "Executed"));
        page.when(insights.cells("State"), "$G8=\"OPEN\"", Hue.AMBER, Hue.AMBER.tint(0.9));
        page.section("B%s:K%1$s".formatted(FIRST - 2), "From learning to execution, by group");
        Look figure = Looks.FIGURE.rule(Hue.LINE);
        String rows = page.spill(
                "B" + (FIRST - 1),
                formula("=MPM.CYCLETIME(Insights[#All],p_Start,p_AsOf)"),
                ROOM,
                Looks.CAPTION,
                Look.PLAIN.rule(Hue.LINE),
                Looks.COUNT.rule(Hue.LINE),
                Looks.COUNT.rule(Hue.LINE),
                figure.bold(),
                figure,
                figure,
                figure,
                figure,
                Looks.PERCENT.format("+0%;-0%;0%").rule(Hue.LINE),
                Look.PLAIN.format("0.000").right().rule(Hue.LINE));
        page.when(rows, "$B%s=\"ALL\"".formatted(FIRST), Hue.NAVY, Hue.MIST);
        page.section("I6:Q6", "Days from learning to execution");
        page.widths(2, 40, 12, 13, 13, 10, 12, 13, 13, 13, 13, 10, 10, 10, 10, 10, 10, 2);
        page.chart(
                        "I7:Q%s".formatted(FIRST - 4),
                        "Days from learning to execution",
                        "A bar for each insight: the days from the moment it was learned until it was acted on, or until now.")
                .by(page, insights.cells("Insight"))
                .bars("Days", page, insights.cells("Days"), Hue.TEAL)
                .scale("0", 0.0, null);
        draft.check("Insights acted on before they were learned", "=COUNTIF(Insights[Days],\"<0\")", "=0");
        page.freeze(0, 7).print("A1:R%s".formatted(FIRST + ROOM), PaperSize.A4_PAPER, true, 0);
    }

    private LocalDate day(int offset) {
        return draft.parameters().fiscalYearStart().plusDays(offset);
    }

    private @Nullable LocalDate executed(Insight insight) {
        Integer days = insight.days();
        return days == null ? null : day(insight.learnedDay() + days);
    }
}
