package mpm.workbook.template;

import static mpm.workbook.design.Formula.formula;

import java.util.List;
import java.util.stream.Stream;
import mpm.workbook.design.Banner;
import mpm.workbook.design.Hue;
import mpm.workbook.design.Look;
import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import mpm.workbook.sample.SampleCompany;
import org.apache.poi.ss.usermodel.PaperSize;

/** Where a planner begins: the way through the workbook, the settings, what the colours mean, how the sample goes. */
final class StartSheet {

    private static final Look SAID = Look.PLAIN.size(11);
    private static final Look BOX = SAID.frame(Hue.LINE).indent(1);
    private static final Look STEP =
            Look.PLAIN.heading(12).ink(Hue.PAPER).indent(1).gap();
    private static final Look DOES =
            Look.PLAIN.size(11).fill(Hue.MIST).indent(1).wrapped();
    private static final List<Hue> STEPS = List.of(Hue.BLUE, Hue.TEAL, Hue.AMBER, Hue.NAVY, Hue.MUTED);

    private final Draft draft;
    private final Page page;
    private int row = Banner.ROWS;

    StartSheet(Draft draft, Page page) {
        this.draft = draft;
        this.page = page;
    }

    void write(String title, List<Step> steps, List<Setting> own, String removal) {
        page.widths(2, 20, 26, 16, 16, 16, 16, 16, 16, 16, 16, 2);
        draft.head(page, title, "K");
        way(steps);
        settings(own);
        legend();
        sample(removal);
        page.freeze(0, Banner.ROWS).print("A1:L%s".formatted(row), PaperSize.A4_PAPER, true, 0);
    }

    private void way(List<Step> steps) {
        section("How it works");
        List<Step> all = Stream.concat(
                        steps.stream(),
                        Stream.of(new Step(
                                "Check",
                                Template.CHECK,
                                "See that everything agrees before you send the workbook on.")))
                .toList();
        for (int place = 0; place < all.size(); place++) {
            Step step = all.get(place);
            next(26);
            page.put("B" + row, "%s  %s".formatted(place + 1, step.name()), STEP.fill(STEPS.get(place)));
            page.block("C%s:I%1$s".formatted(row), step.does(), DOES);
            page.block(
                    "J%s:K%1$s".formatted(row),
                    formula("=HYPERLINK(\"#'%s'!A1\",\"%1$s ›\")".formatted(step.sheet())),
                    DOES.bold().ink(Hue.TEAL).right().indent(1));
        }
    }

    private void settings(List<Setting> own) {
        section("Settings");
        Parameters parameters = draft.parameters();
        next(20);
        page.put("B" + row, "Organisation", SAID)
                .block(
                        "C%s:E%1$s".formatted(row),
                        parameters.organisation(),
                        Setting.text("", "", "", "").look());
        page.put("F" + row, "Stands on every sheet.", Looks.NOTE.indent(1));
        draft.name("p_Org", page.at("C" + row));
        Stream.of(
                        Stream.of(
                                Setting.day(
                                        "Fiscal year starts",
                                        "p_Start",
                                        parameters.fiscalYearStart(),
                                        "The first of a month. Months, due dates and the year's name follow."),
                                Setting.choice(
                                        "Calendar",
                                        "p_Calendar",
                                        "GREGORIAN",
                                        Words.CALENDARS,
                                        "Calendar months, or quarters of 4-4-5, 4-5-4 or 5-4-4 weeks. The sheet Lists shows"
                                                + " its periods."),
                                Setting.day(
                                        "Figures are as of",
                                        "p_AsOf",
                                        parameters
                                                .fiscalYearStart()
                                                .plusMonths(SampleCompany.CLOSED_MONTHS)
                                                .minusDays(1),
                                        "The last day of the last closed period: plan to date counts up to it."),
                                Setting.choice(
                                        "Scenario",
                                        "p_Scenario",
                                        "PLAN",
                                        Words.SCENARIOS,
                                        "Which version of the figures this workbook holds."),
                                Setting.text(
                                        "Currency",
                                        "p_Currency",
                                        parameters.currency().getCurrencyCode(),
                                        "The ISO code that stands beside amounts."),
                                Setting.number(
                                        "Tolerance",
                                        "p_Tolerance",
                                        0.05,
                                        "0%",
                                        0,
                                        1,
                                        "A deviation beyond it is a signal, above plan as well as below; beyond twice of"
                                                + " it, status is RED.")),
                        own.stream(),
                        Stream.of(
                                Setting.calculated(
                                        "Fiscal year",
                                        "p_Year",
                                        "=MPM.FISCAL(p_Start,MONTH(p_Start),\"YEAR\",p_Calendar)",
                                        "0",
                                        "Named for the year in which it ends."),
                                Setting.calculated(
                                        "Closed periods",
                                        "p_Closed",
                                        "=COUNTIFS(Periods[Last day],\"<=\"&p_AsOf)",
                                        "0 \"of 12\"",
                                        "Those of the fiscal year that end by the day above.")))
                .flatMap(part -> part)
                .forEach(this::setting);
    }

    private void setting(Setting setting) {
        next(20);
        draft.setting(page, row, setting);
    }

    private void legend() {
        section("What the cells mean");
        meaning(BOX.input(), "Yours to fill", "A tinted cell is an input: type over it, or choose from its list.");
        meaning(
                BOX,
                "Calculated",
                "A white cell is calculated. Those with MPM functions recalculate with the MPM add-in, and show their last"
                        + " value without.");
        meaning(
                BOX,
                "▲  ▼  ●",
                "▲ stands above plan, ▼ below, beyond the tolerance: both are signals. GREEN is within it, AMBER up to"
                        + " twice of it, RED beyond.");
    }

    private void meaning(Look look, String shown, String says) {
        next(20);
        page.put("B" + row, shown, look).put("C" + row, says, SAID.indent(1));
    }

    private void sample(String removal) {
        section("The figures are a sample");
        setting(Setting.tick(
                "Sample data",
                "p_Sample",
                true,
                "Untick it when the figures are yours: the mark goes from every sheet."));
        next(46);
        page.block(
                "B%s:K%1$s".formatted(row),
                "Tarnfell Instruments is invented. To remove its figures: " + removal
                        + " Formulas, charts and lists stay and fill with your figures. Nothing is protected and nothing"
                        + " is hidden.",
                SAID.wrapped());
        section("Is everything in order?");
        next(20);
        page.put("B" + row, formula("=IF(p_Checks,\"Yes\",\"No\")"), BOX.bold().centre());
        page.put("C" + row, "Yes when everything on the sheet Check agrees.", SAID.indent(1));
        page.when("B" + row, "p_Checks=TRUE", Hue.TEAL, Hue.TINT);
        page.when("B" + row, "p_Checks<>TRUE", Hue.CORAL, Hue.CORAL.tint(0.9));
    }

    private void section(String heading) {
        if (row > Banner.ROWS) {
            next(8);
        }
        next(24);
        page.section("B%s:K%1$s".formatted(row), heading);
    }

    private void next(double height) {
        row++;
        page.height(row, height);
    }
}
