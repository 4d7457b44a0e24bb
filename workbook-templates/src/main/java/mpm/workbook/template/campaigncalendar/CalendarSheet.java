package mpm.workbook.template.campaigncalendar;

import static mpm.workbook.design.Formula.formula;

import mpm.workbook.design.Formula;
import mpm.workbook.design.Hue;
import mpm.workbook.design.Look;
import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import mpm.workbook.template.Draft;
import mpm.workbook.template.Sheet;
import mpm.workbook.template.Signals;
import org.apache.poi.ss.usermodel.PaperSize;
import org.apache.poi.ss.util.CellReference;

/** The weeks of the year, a campaign to a row. */
final class CalendarSheet implements Sheet.Design {

    private static final int WEEKS = 52;
    private static final int FIRST_WEEK = 6;
    private static final int BUDGET = FIRST_WEEK + WEEKS;
    private static final int PACE = BUDGET + 1;
    private static final int FIRST_ROW = 9;
    private static final int LAST_ROW = FIRST_ROW + CampaignCalendar.ROOM - 1;
    private static final Look ROW = Look.PLAIN.size(9).rule(Hue.LINE);
    private static final Look DAY = ROW.format("d mmm").right();

    private final Draft draft;
    private final Page page;

    CalendarSheet(Draft draft, Page page) {
        this.draft = draft;
        this.page = page;
    }

    @Override
    public void write() {
        double[] widths = new double[PACE + 2];
        double[] first = {2, 30, 10, 9, 9, 10};
        for (int column = 0; column < widths.length; column++) {
            widths[column] = column < first.length ? first[column] : 2.7;
        }
        widths[BUDGET] = 10;
        widths[PACE] = 10;
        page.widths(widths);
        draft.head(
                page, "Calendar", column(WEEKS + 2), "B", "C", "D", "F", column(4), column(9), column(13), column(17));
        weeks();
        campaigns();
        load();
        page.freeze(FIRST_WEEK, FIRST_ROW - 1)
                .print("A1:%s61".formatted(column(WEEKS + 3)), PaperSize.A3_PAPER, true, 0);
    }

    /** The column of a week, the first being 1. */
    private static String column(int week) {
        return CellReference.convertNumToColString(FIRST_WEEK + week - 1);
    }

    private void weeks() {
        page.section(
                "B6:%s6".formatted(column(WEEKS + 2)),
                "What runs when? A column is a week; the darker one holds the day of the figures");
        String[] captions = {"Campaign", "Channel", "Start", "End", "Status"};
        for (int place = 0; place < captions.length; place++) {
            page.put("BCDEF".charAt(place) + "8", captions[place], Looks.CAPTION);
        }
        page.put(column(WEEKS + 1) + "8", "Budget", Looks.CAPTION.right())
                .put(column(WEEKS + 2) + "8", "Leads", Looks.CAPTION.right());
        for (int week = 1; week <= WEEKS; week++) {
            String day = "p_Start+%s".formatted(7 * (week - 1));
            page.put(
                    column(week) + "8",
                    formula("=" + day),
                    Looks.CAPTION.size(7).format("d").centre());
            // A month is named over the week that holds its first day.
            page.put(
                    column(week) + "7",
                    formula("=IF(DAY(%1$s+6)<=7,%1$s+6,\"\")".formatted(day)),
                    Looks.CAPTION.size(8).format("mmmmm").centre());
        }
        page.when(
                "%s8:%s8".formatted(column(1), column(WEEKS)),
                "AND(%1$s8<=p_AsOf,%1$s8+6>=p_AsOf)".formatted(column(1)),
                Hue.PAPER,
                Hue.NAVY);
    }

    /** The bars are colours alone, so that they follow the dates; the words of the status stand beside them. */
    private void campaigns() {
        String[] columns = {"Campaign", "Channel", "Start", "End", "Status"};
        for (int row = FIRST_ROW; row <= LAST_ROW; row++) {
            page.height(row, 15);
            page.put(
                            column(WEEKS + 1) + row,
                            campaign(row, "Budget"),
                            ROW.format("#,##0").right())
                    .put(
                            column(WEEKS + 2) + row,
                            campaign(row, "Leads off pace"),
                            Looks.DEVIATION.size(9).rule(Hue.LINE));
            for (int place = 0; place < columns.length; place++) {
                page.put(
                        "BCDEF".charAt(place) + String.valueOf(row),
                        campaign(row, columns[place]),
                        place == 0 ? ROW.bold() : place == 2 || place == 3 ? DAY : ROW.indent(1));
            }
        }
        Signals.deviation(page, "%1$s9:%1$s%2$s".formatted(column(WEEKS + 2), LAST_ROW), column(WEEKS + 2) + "9");
        String area = "%s%s:%s%s".formatted(column(1), FIRST_ROW, column(WEEKS), LAST_ROW);
        page.paint(area, Look.PLAIN.size(7).rule(Hue.LINE));
        String runs = "AND($D9<>\"\",%1$s$8<=$E9,%1$s$8+6>=$D9".formatted(column(1));
        page.when(area, runs + ",$F9=\"Cancelled\")", Hue.INK, Hue.CORAL.tint(0.7));
        page.when(area, runs + ",$F9=\"Done\")", Hue.INK, Hue.MUTED.tint(0.4));
        page.when(area, runs + ",%1$s$8<=p_AsOf)".formatted(column(1)), Hue.PAPER, Hue.TEAL);
        page.when(area, runs + ")", Hue.INK, Hue.PALE_TEAL);
        page.when("F9:F%s".formatted(LAST_ROW), "AND($F9=\"Planned\",$D9<=p_AsOf)", Hue.CORAL, Hue.CORAL.tint(0.9));
        page.when("F9:F%s".formatted(LAST_ROW), "AND($F9=\"Running\",$E9<p_AsOf)", Hue.CORAL, Hue.CORAL.tint(0.9));
        page.put(
                "B%s".formatted(LAST_ROW + 1),
                "Dark is gone by, light is ahead, grey is done. A status in coral does not fit its dates: planned, but begun; running, but over. Leads are those off pace.",
                Looks.NOTE);
    }

    /** What the list says of the campaign of a row; nothing where the list is shorter. */
    private static Formula campaign(int row, String header) {
        return formula(
                "=IF(ROWS(Campaigns[Campaign])<%1$s,\"\",IF(INDEX(Campaigns[%2$s],%1$s)=\"\",\"\",INDEX(Campaigns[%2$s],%1$s)))"
                        .formatted(row - FIRST_ROW + 1, header));
    }

    private void load() {
        int running = LAST_ROW + 3;
        page.section(
                "B%1$s:%2$s%1$s".formatted(running, column(WEEKS)),
                "How many run at once? Crowded weeks and thin ones are both signals");
        page.put("B" + (running + 1), "Campaigns in the week", ROW.bold());
        page.put(
                "C" + (running + 1),
                formula("=COUNTIF(%1$s,\">\"&p_Most)&\" weeks crowded, \"&COUNTIF(%1$s,\"<\"&p_Most/2)&\" thin\""
                        .formatted(week(running + 1))),
                Look.PLAIN.bold().ink(Hue.NAVY));
        for (int week = 1; week <= WEEKS; week++) {
            page.put(
                    column(week) + (running + 1),
                    formula(
                            "=COUNTIFS(Campaigns[Start],\"<=\"&%1$s8+6,Campaigns[End],\">=\"&%1$s8,Campaigns[Status],\"<>Cancelled\")"
                                    .formatted(column(week))),
                    ROW.size(8).centre());
        }
        page.when(week(running + 1), "%s%s>p_Most".formatted(column(1), running + 1), Hue.BLUE, Hue.BLUE.tint(0.85));
        page.when(
                week(running + 1), "%s%s<p_Most/2".formatted(column(1), running + 1), Hue.CORAL, Hue.CORAL.tint(0.88));
        page.chart(
                        "B%s:%s%s".formatted(running + 2, column(WEEKS), running + 19),
                        "Campaigns by week",
                        "A column for each week of the year: how many campaigns run in it.")
                .byMonth(page, week(8))
                .columns("Campaigns in the week", page, week(running + 1), Hue.TEAL)
                .scale("0", 0.0, null);
    }

    private static String week(int row) {
        return "%1$s%3$s:%2$s%3$s".formatted(column(1), column(WEEKS), row);
    }
}
