package mpm.workbook.template.annualplan;

import static mpm.workbook.design.Formula.formula;

import java.time.LocalDate;
import mpm.workbook.design.Banner;
import mpm.workbook.design.Book;
import mpm.workbook.design.Hue;
import mpm.workbook.design.Look;
import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import mpm.workbook.sample.SampleCompany;
import org.apache.poi.ss.usermodel.PaperSize;

/** Where a planner begins: the settings, the way through the workbook, what the colours mean, how the sample goes. */
final class StartSheet {

    private static final Look SETTING =
            Look.PLAIN.size(11).left().indent(1).input().frame(Hue.LINE);
    private static final Look SAID = Look.PLAIN.size(11);
    private static final Look STEP =
            Look.PLAIN.heading(12).ink(Hue.PAPER).indent(1).gap();
    private static final Look DOES =
            Look.PLAIN.size(11).fill(Hue.MIST).indent(1).wrapped();

    private final Book book;
    private final Page page;
    private final Banner banner;

    StartSheet(Book book, Page page, Banner banner) {
        this.book = book;
        this.page = page;
        this.banner = banner;
    }

    void write(LocalDate fiscalYearStart, String organisation, String currency) {
        page.widths(2, 20, 20, 20, 20, 20, 20, 20, 2);
        banner.draw(page, "Annual marketing plan", "H", Looks.AS_OF, "B", "C", "D", "E", "F", "G");
        way();
        settings(fiscalYearStart, organisation, currency);
        legend();
        sample();
        page.freeze(0, Banner.ROWS).print("A1:I33", PaperSize.A4_PAPER, true, 0);
    }

    private void way() {
        page.section("B6:H6", "How it works");
        step(
                7,
                "1  Measure",
                Hue.BLUE,
                AnnualPlanBook.DATA,
                "Enter plan and actual by month; score the six success factors.");
        step(
                8,
                "2  Plan",
                Hue.TEAL,
                AnnualPlanBook.PLAN,
                "Take each goal down to a metric with target, owner and budget.");
        step(
                9,
                "3  Execute",
                Hue.AMBER,
                AnnualPlanBook.CHECKLIST,
                "Tick off the 45 tasks as they are done; the dates follow your year.");
        step(
                10,
                "4  Review",
                Hue.NAVY,
                AnnualPlanBook.DASHBOARD,
                "Read on one page what stands above and below plan, and act on it.");
    }

    private void step(int row, String name, Hue hue, String sheet, String does) {
        page.height(row, 30);
        page.put("B" + row, name, STEP.fill(hue));
        page.block("C%s:G%1$s".formatted(row), does, DOES);
        page.put(
                "H" + row,
                formula("=HYPERLINK(\"#'%s'!A1\",\"%1$s ›\")".formatted(sheet)),
                DOES.bold().ink(Hue.TEAL).right().indent(1));
    }

    private void settings(LocalDate fiscalYearStart, String organisation, String currency) {
        page.section("B12:H12", "Settings");
        page.height(13, 20).put("B13", "Organisation", SAID).block("C13:H13", organisation, SETTING);
        book.name("p_Org", page.at("C13"));
        setting(
                14,
                "Fiscal year starts",
                "p_Start",
                fiscalYearStart,
                SETTING.format("d mmm yyyy"),
                "The first of a month. Months, due dates and the year's name follow.");
        setting(
                15,
                "Figures are as of",
                "p_AsOf",
                fiscalYearStart.plusMonths(SampleCompany.CLOSED_MONTHS).minusDays(1),
                SETTING.format("d mmm yyyy"),
                "The last day of the last closed month: plan to date counts up to it.");
        setting(16, "Currency", "p_Currency", currency, SETTING, "The ISO code that stands beside amounts.");
        setting(
                17,
                "Tolerance",
                "p_Tolerance",
                0.05,
                SETTING.format("0%"),
                "A deviation beyond it is a signal, above plan as well as below; beyond twice of it, status is RED.");
        setting(
                18,
                "Leads run ahead by",
                "p_Lag",
                SampleCompany.LEAD_TIME,
                SETTING.format("0 \"months\""),
                "From a lead to its revenue. The lag test on the sheet Data says whether your figures agree.");
        page.height(19, 20).put("B19", "Fiscal year", SAID);
        page.put(
                "C19",
                formula("=MPM.FISCAL(p_Start,MONTH(p_Start),\"YEAR\")"),
                SETTING.fill(null).format("0"));
        page.put("D19", "Named for the year in which it ends.", Looks.NOTE.indent(1));
        book.name("p_Year", page.at("C19"));
        page.dates("C14:C15");
        page.numbers("C17", "0", "1", "Enter a share between 0% and 100%, such as 5%.");
        page.numbers("C18", "0", "12", "Enter between 0 and 12 months.");
    }

    private void setting(int row, String label, String name, Object value, Look look, String says) {
        page.height(row, 20).put("B" + row, label, SAID).put("C" + row, value, look);
        page.put("D" + row, says, Looks.NOTE.indent(1));
        book.name(name, page.at("C" + row));
    }

    private void legend() {
        page.section("B21:H21", "What the cells mean");
        Look box = SAID.frame(Hue.LINE).indent(1);
        page.put("B22", "Yours to fill", box.input());
        page.put("C22", "A tinted cell is an input: type over it, or choose from its list.", SAID.indent(1));
        page.put("B23", "Calculated", box);
        page.put(
                "C23",
                "A white cell is calculated. Those with MPM functions recalculate with the MPM add-in, and show their last value without.",
                SAID.indent(1));
        page.put("B24", "GREEN AMBER RED", box);
        page.put(
                "C24",
                "Status within the tolerance, up to twice of it, or beyond. ▲ stands above plan, ▼ below: both are signals.",
                SAID.indent(1));
        for (int row = 22; row <= 24; row++) {
            page.height(row, 22);
        }
    }

    private void sample() {
        page.section("B26:H26", "The figures are a sample");
        page.block(
                "B27:H29",
                "Tarnfell Instruments is invented. To remove its figures: select the tinted cells of the sheet Data and press"
                        + " Delete; on the sheet Annual plan delete the rows of the table but one, and type over that; on the"
                        + " sheet Checklist clear the columns Tick and Done on. Formulas, charts and lists stay and fill with"
                        + " your figures; until there are some, the scorecard and the lag test answer #N/A or #DIV/0!. Nothing is"
                        + " protected and nothing is hidden.",
                SAID.wrapped().top());
        page.section("B31:H31", "Is everything in order?");
        page.put("B32", formula("=IF(p_Checks,\"Yes\",\"No\")"), box());
        page.put("C32", "Yes when every check on the sheet Data is 0 or TRUE.", SAID.indent(1));
        page.height(32, 22);
        page.when("B32", "B32=\"Yes\"", Hue.TEAL, Hue.TINT);
        page.when("B32", "B32=\"No\"", Hue.CORAL, Hue.CORAL.tint(0.9));
    }

    private static Look box() {
        return SAID.bold().frame(Hue.LINE).centre();
    }
}
