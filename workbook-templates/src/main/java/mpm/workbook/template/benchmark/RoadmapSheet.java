package mpm.workbook.template.benchmark;

import static mpm.workbook.design.Formula.formula;

import mpm.workbook.design.Hue;
import mpm.workbook.design.Look;
import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import mpm.workbook.design.Table;
import mpm.workbook.sample.Assessment;
import mpm.workbook.sample.Assessment.Action;
import mpm.workbook.template.Draft;
import mpm.workbook.template.Sheet;
import mpm.workbook.template.Words;
import org.apache.poi.ss.usermodel.PaperSize;

/** What closes the gaps, and whether it is enough. */
final class RoadmapSheet implements Sheet.Design {

    private static final int FIRST = 29;
    private static final Look FIGURE = Look.PLAIN.format("0.0").right();
    private static final Look RULED = FIGURE.rule(Hue.LINE);

    private final Draft draft;
    private final Page page;

    RoadmapSheet(Draft draft, Page page) {
        this.draft = draft;
        this.page = page;
    }

    @Override
    public void write() {
        page.widths(2);
        draft.head(page, "Roadmap", "N");
        page.height(6, 22)
                .put(
                        "B6",
                        "Lift is by how much an action raises the level of its factor. Begin with the most for the least effort.",
                        Looks.NOTE);
        Table<Action> roadmap = page.<Action>table("Roadmap", "B7")
                .input("Action", 34, Looks.TEXT.bold(), Action::name)
                .choice("Factor", 16, Looks.TEXT, Words.FACTORS.name(), Action::factor)
                .input("Closes", 26, Looks.TEXT, Action::closes)
                .input("Impact, 1 to 5", 14, Looks.COUNT, Action::impact)
                .input("Effort, 1 to 5", 14, Looks.COUNT, Action::effort)
                .calculated(
                        "Impact by effort",
                        11,
                        FIGURE,
                        "=IF([@[Effort, 1 to 5]]=0,0,[@[Impact, 1 to 5]]/[@[Effort, 1 to 5]])")
                .input("Lift", 9, FIGURE, Action::lift)
                .input("First day", 13, Looks.DAY, action -> day(action.firstDay()))
                .input("Last day", 13, Looks.DAY, action -> day(action.lastDay()))
                .input("Done", 10, Looks.PERCENT.format("0%"), Action::progress)
                .calculated(
                        "Due by now",
                        10,
                        Looks.PERCENT.format("0%"),
                        "=MAX(0,MIN(1,(p_AsOf-[@[First day]]+1)/([@[Last day]]-[@[First day]]+1)))")
                .calculated(
                        "State",
                        14,
                        Looks.WORD.bold(),
                        "=IF([@Done]>=1,\"● done\",IF([@[Last day]]<=p_AsOf,\"▼ overdue\",IF([@Done]<[@[Due by now]]-0.1,\"▼ behind\","
                                + "IF([@Done]>[@[Due by now]]+0.1,\"▲ ahead\",\"● on course\"))))")
                .input("Owner", 24, Looks.TEXT, Action::owner)
                .rows(Assessment.ROADMAP, Looks.HEADER, 18);
        page.height(7, 32).dates(roadmap.cells("First day", "Last day"));
        page.numbers(roadmap.cells("Done"), "0", "1", "Enter a share from 0% to 100%.");
        page.numbers(roadmap.cells("Impact, 1 to 5", "Effort, 1 to 5"), "1", "5", "Enter a number from 1 to 5.");
        page.bars(roadmap.cells("Done"), Hue.PALE_TEAL);
        page.when(roadmap.cells("State"), "LEFT($M8,1)=\"▼\"", Hue.CORAL, Hue.CORAL.tint(0.9));
        page.when(roadmap.cells("State"), "LEFT($M8,1)=\"▲\"", Hue.BLUE, Hue.BLUE.tint(0.9));
        reach();
        page.freeze(2, 7).print("A1:O44", PaperSize.A4_PAPER, true, 0);
    }

    /** Each factor's level with what the actions add. */
    private void reach() {
        page.section("B27:H27", "Does the roadmap reach the target?")
                .section("J27:N27", "Level now, and with the roadmap");
        String[] captions = {"Factor", "Level now", "Lift planned", "With roadmap", "Target", "Still to go", "Actions"};
        for (int place = 0; place < captions.length; place++) {
            page.put(
                    "BCDEFGH".charAt(place) + "28",
                    captions[place],
                    place == 0 ? Looks.CAPTION : Looks.CAPTION.right());
        }
        for (int row = FIRST; row < FIRST + 6; row++) {
            String factor = "INDEX(FactorGaps[%%s],%s)".formatted(row - FIRST + 1);
            page.height(row, 18)
                    .put(
                            "B" + row,
                            formula("=" + factor.formatted("Factor")),
                            Look.PLAIN.bold().rule(Hue.LINE))
                    .put("C" + row, formula("=" + factor.formatted("Level")), RULED)
                    .put("D" + row, formula("=SUMIFS(Roadmap[Lift],Roadmap[Factor],B%s)".formatted(row)), RULED)
                    .put("E" + row, formula("=MIN(5,C%1$s+D%1$s)".formatted(row)), RULED.bold())
                    .put("F" + row, formula("=" + factor.formatted("Target")), RULED)
                    .put(
                            "G" + row,
                            formula("=ROUND(E%1$s-F%1$s,2)".formatted(row)),
                            Looks.POINTS.bold().rule(Hue.LINE))
                    .put(
                            "H" + row,
                            formula("=COUNTIFS(Roadmap[Factor],B%s)".formatted(row)),
                            Looks.COUNT.rule(Hue.LINE));
        }
        page.when("G29:G34", "N($G29)<0", Hue.CORAL, null);
        page.when("G29:G34", "N($G29)>0", Hue.BLUE, null);
        page.chart(
                        "J28:N43",
                        "Level now, and with the roadmap",
                        "A bar for each success factor: its level now, and what the actions of the roadmap add to it.")
                .by(page, "B29:B34")
                .bars("Level now", page, "C29:C34", Hue.TEAL)
                .bars("Lift planned", page, "D29:D34", Hue.PALE_TEAL)
                .scale("0.0", 0.0, 5.0);
        draft.check(
                "Actions of the roadmap, and of its factors", "=ROWS(Roadmap[Action])", "=SUM('Roadmap'!$H$29:$H$34)");
        draft.check("Lift of the roadmap, and of its factors", "=SUM(Roadmap[Lift])", "=SUM('Roadmap'!$D$29:$D$34)");
    }

    private Object day(int number) {
        return draft.parameters().fiscalYearStart().plusDays(number);
    }
}
