package mpm.workbook.template.informationneeds;

import static mpm.workbook.design.Formula.formula;

import java.util.List;
import mpm.workbook.design.Card;
import mpm.workbook.design.Hue;
import mpm.workbook.design.Look;
import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import mpm.workbook.template.Draft;
import mpm.workbook.template.Sheet;
import org.apache.poi.ss.usermodel.PaperSize;

/** How good each piece of information is for its decision; too poor is a signal, and so is better than it needs to be. */
final class ScoresSheet implements Sheet.Design {

    private static final int FIRST = 14;
    private static final int ROOM = 18;
    private static final int LAST = FIRST + ROOM - 1;

    /** The needs of the sample. */
    private static final int NEEDS = 14;

    private static final Look SCORE = Look.PLAIN.format("0.00").right().rule(Hue.LINE);

    private final Draft draft;
    private final Page page;

    ScoresSheet(Draft draft, Page page) {
        this.draft = draft;
        this.page = page;
    }

    /** What the scores say of the information in a row of another table. */
    static String of(String information, String column) {
        return "INDEX('Scores'!$%1$s$%2$s:$%1$s$%3$s,MATCH(%4$s,'Scores'!$B$%2$s:$B$%3$s,0))"
                .formatted(column, FIRST, LAST, information);
    }

    /** One of the five qualities. */
    static String quality(String information, String quality) {
        return "INDEX('Scores'!$C$%1$s:$G$%2$s,MATCH(%3$s,'Scores'!$B$%1$s:$B$%2$s,0),MATCH(%4$s,'Scores'!$C$13:$G$13,0))"
                .formatted(FIRST, LAST, information, quality);
    }

    @Override
    public void write() {
        page.widths(2, 32, 11, 11, 11, 12, 11, 11, 15, 11, 12, 11, 11, 22, 3, 16, 11, 11, 14, 2);
        draft.head(page, "Scores", "S", "B", "C", "D", "E", "F", "G", "I", "J", "K");
        cards();
        scores();
        qualities();
        for (int row = FIRST; row <= LAST; row++) {
            page.height(row, 17);
        }
        page.section("B%s:N%1$s".formatted(LAST + 2), "Index of each, and the index to reach");
        page.chart(
                        "B%s:N%s".formatted(LAST + 3, LAST + 17),
                        "Index of each, and the index to reach",
                        "Columns by information: its index from 0 to 1, with a line at the index to reach; share of preference stands"
                                + " lowest.")
                .by(page, cells("B"))
                .columns("Index", page, cells("H"), Hue.TEAL)
                .limit("To reach", page, cells("L"), Hue.CORAL)
                .scale("0.0", 0.0, 1.0);
        draft.check(
                "Needs: those entered, and those scored",
                "=ROWS(Needs[Metric])",
                "=COUNT('Scores'!$H$%s:$H$%s)".formatted(FIRST, LAST));
        draft.check(
                "Information that is not good enough, and of it what is mended on Gaps",
                "=COUNTIFS('Scores'!$N$%1$s:$N$%2$s,\"▼*\")".formatted(FIRST, LAST),
                "=COUNTIFS('Scores'!$N$%1$s:$N$%2$s,\"▼*\",'Scores'!$M$%1$s:$M$%2$s,\">0\")".formatted(FIRST, LAST));
        page.freeze(0, 5).print("A1:T%s".formatted(LAST + 18), PaperSize.A4_PAPER, true, 0);
    }

    private static String cells(String column) {
        return "%1$s%2$s:%1$s%3$s".formatted(column, FIRST, FIRST + NEEDS - 1);
    }

    private void cards() {
        card(
                "B",
                "B",
                "DECISIONS AHEAD",
                "=COUNTIFS(Needs[Days to decision],\">=0\")",
                "0",
                "=COUNTIFS(Needs[Days to decision],\">=0\",Needs[Days to decision],\"<14\")",
                "0\" within two weeks\"",
                page.at(cells("J")));
        String mean = card(
                "C",
                "E",
                "INDEX OF ALL",
                "=AVERAGE($H$%s:$H$%s)".formatted(FIRST, LAST),
                "0.00",
                "=C7-p_Fit",
                "\"▲ \"0.00\" above what is to be reached\";\"▼ \"0.00\" below what is to be reached\";\"● as it should be\"",
                page.at(cells("H")));
        page.when(mean, mean + "<0", Hue.CORAL, null).when(mean, mean + ">0", Hue.BLUE, null);
        card(
                "F",
                "H",
                "NOT GOOD ENOUGH",
                "=COUNTIFS($N$%s:$N$%s,\"▼*\")".formatted(FIRST, LAST),
                "0",
                "=COUNTIFS($N$%s:$N$%s,\"▲*\")".formatted(FIRST, LAST),
                "0\" better than it needs to be\"",
                page.at(cells("K")));
        card(
                "I",
                "M",
                "NEEDS WITHOUT A METRIC",
                "=COUNTIFS(Needs[Metrics],0)",
                "0",
                "=ROWS(Needs[Metric])",
                "\"of \"0",
                draft.page(InformationNeeds.NEEDS).at("S8:S21"));
        card(
                "N",
                "S",
                "METRICS THAT SERVE NO DECISION",
                "=COUNTIFS(MeasurementPlan[State],\"▲*\")",
                "0",
                "=ROWS(MeasurementPlan[Metric])",
                "\"of \"0",
                draft.page(InformationNeeds.SOURCES).at("M8:M23"));
    }

    private String card(
            String left,
            String right,
            String label,
            String figure,
            String format,
            String comparison,
            String comparisonFormat,
            String course) {
        return new Card(label, formula(figure), format, formula(comparison), comparisonFormat, course)
                .draw(page, left, right, 6);
    }

    private void scores() {
        page.height(11, 10).section("B12:N12", "Is the information good enough for its decision?");
        page.spill(
                "B13",
                formula("=MPM.INFOQUALITY(Needs[#All])"),
                ROOM,
                Looks.CAPTION,
                Look.PLAIN.bold().rule(Hue.LINE),
                SCORE,
                SCORE,
                SCORE,
                SCORE,
                SCORE,
                SCORE.bold(),
                Looks.WORD.rule(Hue.LINE));
        beside(
                "J",
                "Matters",
                "INDEX(Needs[Matters, 1 to 5],MATCH($B%1$s,Needs[Metric],0))",
                Looks.COUNT.rule(Hue.LINE));
        beside(
                "K",
                "Off the index",
                "$H%1$s-p_Fit",
                Look.PLAIN.format("▲ 0.00;▼ 0.00;● 0.00").right().rule(Hue.LINE));
        beside("L", "To reach", "p_Fit", SCORE);
        beside("M", "Fixes", "COUNTIFS(Fixes[Information],$B%1$s)", Looks.COUNT.rule(Hue.LINE));
        beside(
                "N",
                "Verdict",
                "IF($K%1$s<0,\"▼ not good enough\",IF(AND($J%1$s<=2,$H%1$s>=p_Ample),\"▲ more than it needs\",\"● good enough\"))",
                Looks.WORD.bold().rule(Hue.LINE));
        String scores = "C%s:G%s".formatted(FIRST, LAST);
        page.when(scores, "AND(ISNUMBER(C%1$s),C%1$s<p_Fit)".formatted(FIRST), Hue.CORAL, Hue.CORAL.tint(0.9));
        String verdict = "N%s:N%s".formatted(FIRST, LAST);
        page.when(verdict, "LEFT($N%s,1)=\"▼\"".formatted(FIRST), Hue.CORAL, Hue.CORAL.tint(0.9));
        page.when(verdict, "LEFT($N%s,1)=\"▲\"".formatted(FIRST), Hue.BLUE, Hue.BLUE.tint(0.9));
        page.when(verdict, "LEFT($N%s,1)=\"●\"".formatted(FIRST), Hue.TEAL, Hue.TINT);
    }

    /** A further column of the answer, for the information of each row. */
    private void beside(String column, String header, String figure, Look look) {
        page.put(column + (FIRST - 1), header, column.equals("N") ? Looks.CAPTION.centre() : Looks.CAPTION.right());
        for (int row = FIRST; row <= LAST; row++) {
            page.put(column + row, formula(("=IF(ISNUMBER($H%1$s)," + figure + ",\"\")").formatted(row)), look);
        }
    }

    private void qualities() {
        page.section("P12:S12", "Where is information weakest?");
        List<String> captions = List.of("Quality", "Mean", "Lowest", "Weakest of");
        for (int place = 0; place < captions.size(); place++) {
            page.put(
                    "PQRS".charAt(place) + "13",
                    captions.get(place),
                    place == 0 ? Looks.CAPTION : Looks.CAPTION.right());
        }
        for (int place = 0; place < 5; place++) {
            int row = FIRST + place;
            String column = "%1$s$%2$s:%1$s$%3$s".formatted("$" + "CDEFG".charAt(place), FIRST, LAST);
            page.put(
                            "P" + row,
                            formula("=%s$13".formatted("CDEFG".charAt(place))),
                            Look.PLAIN.bold().rule(Hue.LINE))
                    .put("Q" + row, formula("=MPM.COMPOSITE(%s)".formatted(column)), SCORE.bold())
                    .put("R" + row, formula("=MPM.COMPOSITE(%s,,\"MIN\")".formatted(column)), SCORE)
                    .put(
                            "S" + row,
                            formula("=COUNTIFS($I$%s:$I$%s,P%s)".formatted(FIRST, LAST, row)),
                            Looks.COUNT.rule(Hue.LINE));
        }
        page.when("Q14:R18", "AND(ISNUMBER(Q14),Q14<p_Fit)", Hue.CORAL, null);
        page.chart(
                        "P20:S%s".formatted(LAST),
                        "Mean and lowest of each quality",
                        "Columns by quality: its mean over all information, each beside a mark for the lowest.")
                .by(page, "P14:P18")
                .columns("Mean", page, "Q14:Q18", Hue.TEAL)
                .marks("Lowest", page, "R14:R18", Hue.CORAL)
                .scale("0.0", 0.0, 1.0);
        List<String> says = List.of(
                "Accurate: its checks were passed.",
                "Timely: there before the decision.",
                "Current: young when it is used.",
                "Aggregated: at every level of detail.",
                "Scoped: in every cut that is needed.",
                "",
                "The index is their geometric mean:",
                "a very weak one is not made up for.");
        page.section("P%s:S%1$s".formatted(LAST + 2), "What the five mean");
        for (int line = 0; line < says.size(); line++) {
            page.put("P" + (LAST + 4 + line), says.get(line), Look.PLAIN);
        }
    }
}
