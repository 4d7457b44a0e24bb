package mpm.workbook.template.informationneeds;

import static mpm.workbook.design.Formula.formula;

import java.util.List;
import mpm.workbook.design.Hue;
import mpm.workbook.design.Look;
import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import mpm.workbook.design.Table;
import mpm.workbook.sample.Information;
import mpm.workbook.sample.Information.Measured;
import mpm.workbook.template.Draft;
import mpm.workbook.template.Rules;
import mpm.workbook.template.Rules.Rule;
import mpm.workbook.template.Sheet;
import mpm.workbook.template.Words;
import org.apache.poi.ss.usermodel.PaperSize;

/** Each metric: what it means, which need it serves, where it comes from, how it is made, how often and by whom. */
final class PlanSheet implements Sheet.Design {

    /** Where the counts and the rules begin, beneath the table with room to grow. */
    private static final int BELOW = 8 + Information.PLAN.size() + 3;

    private static final int BALANCE = BELOW + 12;

    private static final List<Rule> RULES = List.of(
            Rule.error("Metric", "UNIQUE", ""),
            Rule.error("Means", "REQUIRED", ""),
            Rule.error("Source", "REQUIRED", ""),
            Rule.error("Owner", "REQUIRED", ""),
            Rule.error("Over time", "IN", "SUM;LAST;RATIO"));

    private final Draft draft;
    private final Page page;

    PlanSheet(Draft draft, Page page) {
        this.draft = draft;
        this.page = page;
    }

    @Override
    public void write() {
        page.widths(2);
        draft.head(page, "Measurement plan", "N", "B", "C", "D", "E", "F", "H", "I", "J", "L");
        page.height(6, 22)
                .put(
                        "B6",
                        "One definition for all. A metric that serves no decision costs work; a need without a metric is a guess.",
                        Looks.NOTE);
        Table<Measured> plan = page.<Measured>table("MeasurementPlan", "B7")
                .input(
                        "Metric",
                        26,
                        Looks.TEXT.bold(),
                        measured -> measured.metric().name())
                .input("Means", 36, Looks.TEXT, measured -> measured.metric().definition())
                .choice(
                        "Serves",
                        25,
                        Looks.TEXT,
                        "NeedNames",
                        measured -> measured.need().isEmpty() ? null : measured.need())
                .calculated(
                        "Decision",
                        32,
                        Looks.TEXT,
                        "=IF([@Serves]=\"\",\"\",IFERROR(INDEX(Needs[Decision],MATCH([@Serves],Needs[Metric],0)),\"\"))")
                .choice(
                        "Category",
                        12,
                        Looks.TEXT,
                        Words.CATEGORIES.name(),
                        measured -> measured.metric().category())
                .choice(
                        "Timing",
                        11,
                        Looks.TEXT,
                        Words.TIMINGS.name(),
                        measured -> measured.metric().timing())
                .choice(
                        "Source",
                        17,
                        Looks.TEXT,
                        "SourceNames",
                        measured -> measured.metric().source())
                .choice("Cadence", 12, Looks.TEXT, InformationNeeds.CADENCES.name(), Measured::cadence)
                .input("How it is made", 38, Looks.TEXT, Measured::made)
                .choice(
                        "Over time",
                        10,
                        Looks.WORD,
                        InformationNeeds.ADDING.name(),
                        measured -> measured.metric().adding())
                .choice(
                        "Better",
                        11,
                        Looks.WORD,
                        Words.DIRECTIONS.name(),
                        measured -> measured.metric().direction())
                .input("Owner", 25, Looks.TEXT, measured -> measured.metric().owner())
                .calculated(
                        "State",
                        19,
                        Looks.WORD.bold(),
                        "=IF([@Serves]=\"\",\"▲ serves no decision\",IF([@Decision]=\"\",\"▼ unknown need\",\"● serves\"))")
                .rows(Information.PLAN, Looks.HEADER, 18);
        page.height(7, 24);
        page.when(plan.cells("State"), "LEFT($N8,1)=\"▲\"", Hue.BLUE, Hue.BLUE.tint(0.9));
        page.when(plan.cells("State"), "LEFT($N8,1)=\"▼\"", Hue.CORAL, Hue.CORAL.tint(0.9));
        balance();
        page.section("B%s:E%1$s".formatted(BELOW), "Rules that the plan must keep")
                .section("G%s:N%1$s".formatted(BELOW), "What is wrong in it?");
        Rules.draw(
                draft,
                page,
                "MeasurementPlan",
                RULES,
                "B" + (BELOW + 1),
                new double[] {26, 36, 25, 32},
                "G" + (BELOW + 1));
        draft.check(
                "Metrics: rows of the plan, and by category and timing",
                "=ROWS(MeasurementPlan[Metric])",
                "=SUM('Measurement'!$C$%s:$D$%s)".formatted(BALANCE + 2, BALANCE + 5));
        draft.check("The plan has an outcome", "=MIN(1,COUNTIFS(MeasurementPlan[Category],\"Outcome\"))", "=1");
        page.freeze(2, 7).print("A1:O%s".formatted(BALANCE + 12), PaperSize.A4_PAPER, true, 0);
    }

    /** Are there metrics that warn, and metrics that say how it ended? */
    private void balance() {
        page.section("B%s:D%1$s".formatted(BALANCE), "Leading and lagging, by category");
        page.put("B" + (BALANCE + 1), "Category", Looks.CAPTION)
                .put("C" + (BALANCE + 1), "Leading", Looks.CAPTION.right())
                .put("D" + (BALANCE + 1), "Lagging", Looks.CAPTION.right());
        for (int place = 0; place < 4; place++) {
            int row = BALANCE + 2 + place;
            page.put(
                    "B" + row,
                    formula("=INDEX(Categories,%s)".formatted(place + 1)),
                    Look.PLAIN.bold().rule(Hue.LINE));
            for (char column = 'C'; column <= 'D'; column++) {
                page.put(
                        column + String.valueOf(row),
                        formula("=COUNTIFS(MeasurementPlan[Category],$B%s,MeasurementPlan[Timing],%s$%s)"
                                .formatted(row, column, BALANCE + 1)),
                        Looks.COUNT.rule(Hue.LINE));
            }
        }
        page.put("B" + (BALANCE + 7), "Without a leading metric there is no warning;", Looks.NOTE)
                .put("B" + (BALANCE + 8), "without a lagging one nobody knows how it ended.", Looks.NOTE);
        String rows = "%1$s" + (BALANCE + 2) + ":%1$s" + (BALANCE + 5);
        page.section("G%s:N%1$s".formatted(BALANCE), "Metrics by category");
        page.chart(
                        "G%s:N%s".formatted(BALANCE + 1, BALANCE + 11),
                        "Metrics by category",
                        "A column for each category: how many metrics lead, and upon them how many lag.")
                .by(page, rows.formatted("B"))
                .columns("Leading", page, rows.formatted("C"), Hue.TEAL)
                .columns("Lagging", page, rows.formatted("D"), Hue.PALE_TEAL)
                .scale("0", 0.0, null);
    }
}
