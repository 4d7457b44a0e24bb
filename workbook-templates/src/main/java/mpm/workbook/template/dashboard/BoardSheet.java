package mpm.workbook.template.dashboard;

import static mpm.workbook.design.Formula.formula;

import mpm.workbook.design.Banner;
import mpm.workbook.design.Card;
import mpm.workbook.design.Hue;
import mpm.workbook.design.Look;
import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import mpm.workbook.template.Draft;
import mpm.workbook.template.Extremes;
import mpm.workbook.template.Extremes.Shown;
import mpm.workbook.template.Sheet;
import mpm.workbook.template.Signals;
import org.apache.poi.ss.usermodel.PaperSize;

/** All metrics on one page: what is out of the ordinary in either direction, who owns it, and what is done. */
final class BoardSheet implements Sheet.Design {

    private static final String OFF = "\"▲ \"0.0%\" better than plan\";\"▼ \"0.0%\" worse than plan\";\"● on plan\"";
    private static final String MILLIONS = "0.00,,\" M\"";

    private static final Look ROW = Look.PLAIN.rule(Hue.LINE);

    private static final int FIRST = 14;

    /** Room for more metrics. */
    private static final int ROOM = 14;

    private static final int LAST = FIRST + ROOM - 1;
    private static final int ALERTS = 6;

    private final Draft draft;
    private final Page page;

    BoardSheet(Draft draft, Page page) {
        this.draft = draft;
        this.page = page;
    }

    @Override
    public void write() {
        page.widths(2, 26, 12, 12, 11, 11, 11, 10, 8, 9, 22, 9, 25, 46, 2);
        draft.head(page, "One-page dashboard", "N", "B", "C", "D", "E", "F", "G", "H", "J", "K");
        cards();
        scorecard();
        charts();
        alerts();
        page.freeze(0, Banner.ROWS).print("A1:O%s".formatted(LAST + 16), PaperSize.A4_PAPER, true, 0);
    }

    private void cards() {
        Page actual = draft.page(Dashboard.ACTUAL);
        String index = new Card(
                        "OUTCOMES, WEIGHTED",
                        formula("=IFERROR(INDEX(J%s:J%s,MATCH(\"TOTAL\",B%1$s:B%2$s,0)),0)".formatted(FIRST, LAST)),
                        "0%",
                        formula("=COUNTIF(Scorecard[Alert],\"▼*\")"),
                        "0\" alerts downwards\";;\"● no alert downwards\"",
                        page.at("G%s:G%s".formatted(FIRST, FIRST + Measure.ALL.size() - 1)))
                .draw(page, "B", "B", 6);
        page.when(index, index + ">0", Hue.CORAL, null);
        card("=\"REVENUE, \"&p_Currency", 0, MILLIONS, actual.at("C20:C31"), "C", "E");
        card("=\"NEW CUSTOMERS\"", 1, "#,##0", actual.at("D20:D31"), "F", "H");
        card("=\"CUSTOMERS KEPT\"", 2, "0.0\"%\"", actual.at("E20:E31"), "I", "K");
        card("=\"NET PROMOTER SCORE\"", 3, "0", actual.at("F20:F31"), "L", "M");
        card("=\"LEADS\"", 4, "#,##0", actual.at("G20:G31"), "N", "N");
    }

    private void card(String label, int place, String format, String course, String left, String right) {
        String figure = "=INDEX(Scorecard[%s],%s)";
        String comparison = new Card(
                        formula(label),
                        formula(figure.formatted("Actual", place + 1)),
                        format,
                        formula(figure.formatted("Off plan", place + 1)),
                        OFF,
                        course)
                .draw(page, left, right, 6);
        page.when(comparison, "N(%s)<-p_Tolerance".formatted(comparison), Hue.CORAL, null);
        page.when(comparison, "N(%s)>p_Tolerance".formatted(comparison), Hue.BLUE, null);
    }

    private void scorecard() {
        page.height(11, 10)
                .section("B12:N12", "Every metric against plan and against its own past: outcomes make the total");
        Look figure = Looks.FIGURE.rule(Hue.LINE);
        Look percent = Looks.PERCENT.format("0%").rule(Hue.LINE);
        page.spill(
                "B13",
                formula("=MPM.SCORECARD(Scorecard[#All])"),
                ROOM,
                Looks.CAPTION,
                ROW,
                figure.bold(),
                figure,
                Looks.DIFFERENCE.rule(Hue.LINE),
                Looks.DEVIATION.rule(Hue.LINE),
                percent,
                Looks.WORD.bold().rule(Hue.LINE),
                figure.format("0"),
                percent);
        beside("K", "Alert", ROW.indent(1));
        beside("L", "Trend", Looks.WORD.rule(Hue.LINE));
        beside("M", "Owner", ROW.indent(1));
        beside("N", "Next action", ROW);
        String rows = "%1$s" + FIRST + ":%2$s" + LAST;
        Signals.status(page, rows.formatted("H", "H"), "H" + FIRST);
        Signals.deviation(page, rows.formatted("F", "F"), "F" + FIRST);
        ScorecardSheet.alerts(page, rows.formatted("K", "K"), "K" + FIRST);
        page.when(rows.formatted("B", "N"), "$B%s=\"TOTAL\"".formatted(FIRST), Hue.NAVY, Hue.MIST);
    }

    /** A further column of the scorecard's table, for the metric of each row. */
    private void beside(String column, String header, Look look) {
        page.put(
                column + (FIRST - 1),
                header,
                header.equals("Trend") ? Looks.CAPTION.centre() : Looks.CAPTION.indent(1));
        for (int row = FIRST; row <= LAST; row++) {
            page.height(row, 16)
                    .put(
                            column + row,
                            formula("=IFERROR(INDEX(Scorecard[%s],MATCH(B%s,Scorecard[Metric],0)),\"\")"
                                    .formatted(header, row)),
                            look);
        }
    }

    private void charts() {
        Page trend = draft.page(Dashboard.TREND);
        int row = LAST + 2;
        page.height(row - 1, 10);
        page.section("B%s:F%1$s".formatted(row), formula("=p_Leading&\": \"&p_Lag&\" months ahead of \"&p_Lagging"));
        page.section("G%s:L%1$s".formatted(row), formula("=p_Metric&\": off plan, with its limits\""));
        for (int height = row + 1; height <= row + 13; height++) {
            page.height(height, 17);
        }
        TrendSheet.pair(
                page.chart("B%s:F%s".formatted(row + 1, row + 13), "Leading and lagging", TrendSheet.PAIR_SAYS), trend);
        TrendSheet.limits(
                page.chart(
                        "G%s:L%s".formatted(row + 1, row + 13),
                        "The chosen metric and its limits",
                        TrendSheet.LIMITS_SAY),
                trend);
    }

    private void alerts() {
        int row = LAST + 2;
        page.section("M%s:N%1$s".formatted(row), "Furthest from plan, both ways");
        page.put("M" + (row + 1), "Metric", Looks.CAPTION).put("N" + (row + 1), "Off plan", Looks.CAPTION.left());
        Extremes.draw(
                page,
                row + 2,
                ALERTS,
                "Scorecard",
                "Rank",
                new Shown("M", "Metric", ROW),
                new Shown("N", "Off plan", Looks.DEVIATION.bold().left().rule(Hue.LINE)));
        Signals.deviation(page, "N%s:N%s".formatted(row + 2, row + 1 + ALERTS), "N" + (row + 2));
        page.put("M" + (row + 9), "Said in a sentence", Looks.CAPTION).put("N" + (row + 9), null, Looks.CAPTION);
        page.put(
                "M" + (row + 10),
                formula("=p_Metric"),
                Look.PLAIN.bold().ink(Hue.NAVY).top());
        String chosen = "INDEX(Scorecard[%s],MATCH(p_Metric,Scorecard[Metric],0))";
        page.put(
                "N" + (row + 10),
                formula("=MPM.NARRATE(p_Metric,%s,%s,%s,,%s)"
                        .formatted(
                                chosen.formatted("Actual"),
                                chosen.formatted("Plan"),
                                chosen.formatted("Direction"),
                                chosen.formatted("Signal"))),
                Look.PLAIN.wrapped().top());
        page.height(row + 10, 46);
    }
}
