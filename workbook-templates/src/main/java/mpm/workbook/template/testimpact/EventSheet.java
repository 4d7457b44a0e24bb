package mpm.workbook.template.testimpact;

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

/** One series and one event: what the time before lets expect, and what happened instead. */
final class EventSheet implements Sheet.Design {

    private static final int MONTHS = SampleCompany.MONTHS_OF_A_YEAR + SampleCompany.CLOSED_MONTHS;

    /** For five years of months; nothing stands beneath them. */
    private static final int ROOM = 60;

    private static final int FIRST = 29;

    /** The service programme was felt from this month of the year on, from 0. */
    private static final int EVENT = 6;

    private static final Look FIGURE = Look.PLAIN.format("0.0").right().rule(Hue.LINE);
    private static final Look EFFECT =
            Look.PLAIN.format("▲ 0.0;▼ 0.0;● 0.0").right().rule(Hue.LINE);

    private final Draft draft;
    private final Page page;

    EventSheet(Draft draft, Page page) {
        this.draft = draft;
        this.page = page;
    }

    @Override
    public void write() {
        page.widths(2, 14, 14, 3, 17, 13, 14, 12, 12, 12, 13, 14, 14, 2);
        draft.head(page, "Event", "M", "B", "C", "E", "F", "G", "H", "I", "J", "K", "L");
        said();
        Table<Integer> series = page.<Integer>table("Score", "B" + (FIRST - 1))
                .input(
                        "Month",
                        14,
                        Looks.MONTH,
                        month ->
                                draft.parameters().fiscalYearStart().plusMonths(month - SampleCompany.MONTHS_OF_A_YEAR))
                .input(
                        "Score",
                        14,
                        Looks.COUNT,
                        month -> SampleCompany.MONTHS.get(month).promoters())
                .rows(IntStream.range(0, MONTHS).boxed().toList(), Looks.HEADER, 17);
        page.height(FIRST - 1, 30).dates(series.cells("Month"));
        String rows = page.spill(
                "E" + (FIRST - 1),
                formula("=MPM.IMPACT(Score[Score],p_EventRow,,1,p_Confidence)"),
                ROOM,
                Looks.CAPTION.wrapped(),
                Look.PLAIN.left().rule(Hue.LINE),
                Look.PLAIN.format("[>=0.001]0.00;[<0]-0.00;0").right().bold().rule(Hue.LINE),
                FIGURE,
                FIGURE,
                FIGURE,
                EFFECT.bold(),
                EFFECT,
                FIGURE,
                FIGURE);
        page.when(rows, "AND(ISNUMBER($E%1$s),N($E%1$s)>=p_EventRow)".formatted(FIRST), Hue.NAVY, Hue.MIST);
        String effects = "J%s:J%s".formatted(FIRST, FIRST + ROOM - 1);
        String beyond = "AND(ISNUMBER($F%1$s),N($F%1$s)%2$sN($%3$s%1$s),ISNUMBER($%3$s%1$s))";
        page.when(effects, beyond.formatted(FIRST, ">", "I"), Hue.BLUE, null);
        page.when(effects, beyond.formatted(FIRST, "<", "H"), Hue.CORAL, null);
        chart();
        draft.check(
                "The effect of the event: month by month, and as a whole",
                "=ROUND(SUMIFS('Event'!%1$s,'Event'!%2$s,\">=\"&p_EventRow),6)".formatted(column("J"), column("E")),
                "=ROUND(%s,6)".formatted(total("Total effect")));
        draft.check(
                "Months: those entered, and those judged",
                "=ROWS(Score[Month])",
                "=COUNT('Event'!%s)".formatted(column("E")));
        page.freeze(0, 5).print("A1:N%s".formatted(FIRST + MONTHS + 8), PaperSize.A4_PAPER, false, 0);
    }

    private void said() {
        page.section("B6:M6", "What would have happened without the event?");
        List<String> labels = List.of("What happened", "First month affected", "It pays from");
        for (int line = 0; line < labels.size(); line++) {
            page.height(7 + line, 18).put("B" + (7 + line), labels.get(line), Look.PLAIN);
        }
        Look input = Look.PLAIN.left().input().frame(Hue.LINE);
        page.put("E7", "Service programme", input)
                .put("E8", draft.parameters().fiscalYearStart().plusMonths(EVENT), input.format("mmm yyyy"))
                .dates("E8")
                .put("E9", 5, input.format("+0;-0"))
                .put("F8", "The month from which the series may differ.", Looks.NOTE.indent(1))
                .put("F9", "points of the score: less would not change what we do.", Looks.NOTE.indent(1));
        draft.name("p_Event", page.at("E7"));
        draft.name("p_EventMonth", page.at("E8"));
        draft.name("p_EventPays", page.at("E9"));
        page.put("L7", "Row of the series", Looks.NOTE)
                .put("M7", formula("=MATCH(p_EventMonth,Score[Month],0)"), Looks.COUNT.frame(Hue.LINE))
                .put("L8", "Months since", Looks.NOTE)
                .put("M8", formula("=ROWS(Score[Month])-p_EventRow+1"), Looks.COUNT.frame(Hue.LINE));
        draft.name("p_EventRow", page.at("M7"));
        draft.name("p_EventMonths", page.at("M8"));
        page.put(
                "B10",
                formula(
                        "=IF(%1$s>0,\"▲ \",IF(%2$s<0,\"▼ \",\"● \"))&p_Event&\": \"&ROUND(%3$s/p_EventMonths,1)&\" points a month;"
                                        .formatted(total("Total low"), total("Total high"), total("Total effect"))
                                + " what else changed in that month is in it as well.\""),
                Look.PLAIN.bold().ink(Hue.NAVY));
    }

    private void chart() {
        page.section("B12:G12", "What happened, and what was to be expected")
                .section("I12:M12", "The difference between them");
        String cells = "%1$s" + FIRST + ":%1$s" + (FIRST + MONTHS - 1);
        page.chart(
                        "B13:G26",
                        "What happened and what was to be expected",
                        "By month: a line for what happened, a line for what the months before the event let expect, and its limits; from"
                                + " the event on the first leaves them.")
                .byMonth(page, cells.formatted("B"))
                .line("What happened", page, cells.formatted("C"), Hue.TEAL)
                .line("To be expected", page, cells.formatted("G"), Hue.AMBER)
                .limit("Limits", page, cells.formatted("H"), Hue.MUTED)
                .limit("Limits", page, cells.formatted("I"), Hue.MUTED)
                .scale("0", null, null);
        page.chart(
                        "I13:M26",
                        "The difference between them",
                        "A column for each month: what happened less what was to be expected; around zero before the event, far from it"
                                + " after.")
                .byMonth(page, cells.formatted("B"))
                .columns("Difference", page, cells.formatted("J"), Hue.TEAL)
                .scale("+0;-0;0", null, null);
    }

    private static String column(String column) {
        return "$%1$s$%2$s:$%1$s$%3$s".formatted(column, FIRST, FIRST + ROOM - 1);
    }

    /** One of the lines beneath the months. */
    static String total(String label) {
        return "INDEX('Event'!%s,MATCH(\"%s\",'Event'!%s,0))".formatted(column("F"), label, column("E"));
    }
}
