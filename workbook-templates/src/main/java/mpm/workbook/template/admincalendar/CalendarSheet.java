package mpm.workbook.template.admincalendar;

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

/** The periods of the year: from when to when, how many working days, and when their books close. */
final class CalendarSheet implements Sheet.Design {

    /** A day off that comes every year. */
    private record Holiday(String name, int month, int day) {}

    private static final List<Holiday> HOLIDAYS = List.of(
            new Holiday("New Year", 1, 1),
            new Holiday("Labour Day", 5, 1),
            new Holiday("Christmas Day", 12, 25),
            new Holiday("Boxing Day", 12, 26));

    private final Draft draft;
    private final Page page;

    CalendarSheet(Draft draft, Page page) {
        this.draft = draft;
        this.page = page;
    }

    @Override
    public void write() {
        page.widths(2);
        draft.head(page, "Fiscal calendar", "N", "B", "C", "D", "E", "F", "G", "H", "I");
        page.section("B6:K6", formula("=\"Fiscal year \"&p_Year&\", calendar \"&p_Calendar"));
        String range = "INDEX(MPM.FISCAL.RANGE([@Period],MONTH(p_Start),p_Calendar,,,Holidays[Day],FALSE),1,%s)";
        Table<Integer> periods = page.<Integer>table("Calendar", "B7")
                .fixed("No", 10, Looks.WORD, number -> number)
                .calculated("Period", 14, Looks.WORD.bold(), "=INDEX(Periods[Period],[@No])")
                .calculated(
                        "Quarter", 13, Looks.WORD, "=MPM.FISCAL([@[First day]],MONTH(p_Start),\"QUARTER\",p_Calendar)")
                .calculated("First day", 14, Looks.DAY, "=INDEX(Periods[First day],[@No])")
                .calculated("Last day", 14, Looks.DAY, "=INDEX(Periods[Last day],[@No])")
                .calculated("Days", 12, Looks.COUNT, "=" + range.formatted(3))
                .calculated("Workdays", 12, Looks.COUNT, "=" + range.formatted(4))
                .calculated("Closes by", 14, Looks.DAY, "=WORKDAY([@[Last day]],p_CloseDays,Holidays[Day])")
                .calculated(
                        "State",
                        14,
                        Looks.WORD.bold(),
                        "=IF([@[Last day]]<=p_AsOf,\"CLOSED\",IF([@[First day]]<=p_AsOf+1,\"CURRENT\",\"AHEAD\"))")
                .calculated("Days to close", 14, Looks.COUNT, "=MAX(0,[@[Closes by]]-p_AsOf)")
                .rows(
                        IntStream.rangeClosed(1, SampleCompany.MONTHS_OF_A_YEAR)
                                .boxed()
                                .toList(),
                        Looks.HEADER,
                        18);
        page.height(7, 24);
        page.when(periods.cells("State"), "$J8=\"CLOSED\"", Hue.MUTED, Hue.MIST);
        page.when(periods.cells("State"), "$J8=\"CURRENT\"", Hue.TEAL, Hue.TINT);
        page.section("M6:N6", "Holidays");
        Table<Holiday> holidays = page.<Holiday>table("Holidays", "M7")
                .input("Day", 14, Looks.DAY, CalendarSheet::next)
                .input("Holiday", 22, Looks.TEXT.indent(1), Holiday::name)
                .rows(HOLIDAYS, Looks.HEADER, 18);
        page.dates(holidays.cells("Day"));
        find();
        page.section("B21:K21", "Working days by period");
        page.chart(
                        "B22:K38",
                        "Working days by period",
                        "A column for each period of the fiscal year: how many working days it has, holidays taken out.")
                .by(page, periods.cells("Period"))
                .columns("Workdays", page, periods.cells("Workdays"), Hue.TEAL)
                .scale("0", 0.0, null);
        draft.check(
                "Days of the periods, and days from the first to the last",
                "=SUM(Calendar[Days])",
                "=MAX(Calendar[Last day])-MIN(Calendar[First day])+1");
        draft.check(
                "Closed periods: by the calendar, and on Start", "=COUNTIF(Calendar[State],\"CLOSED\")", "=p_Closed");
        page.freeze(0, 7).print("A1:O39", PaperSize.A4_PAPER, true, 0);
    }

    /** In the fiscal year: it may fall before or after its first month. */
    private static Object next(Holiday holiday) {
        return formula("=DATE(YEAR(p_Start)+(DATE(YEAR(p_Start),%1$s,%2$s)<p_Start),%1$s,%2$s)"
                .formatted(holiday.month(), holiday.day()));
    }

    private void find() {
        page.section("M21:N21", "In which period is a day?");
        Look label = Look.PLAIN.rule(Hue.LINE);
        page.put("M22", "Day", label)
                .put("N22", formula("=p_AsOf"), Looks.DAY.input().frame(Hue.LINE));
        page.dates("N22");
        List<String> outputs = List.of("PERIOD", "QUARTER", "WEEK", "YEAR");
        List<String> labels = List.of("Period", "Quarter", "Week", "Fiscal year");
        for (int place = 0; place < outputs.size(); place++) {
            page.put("M" + (23 + place), labels.get(place), label)
                    .put(
                            "N" + (23 + place),
                            formula("=MPM.FISCAL($N$22,MONTH(p_Start),\"%s\",p_Calendar)"
                                    .formatted(outputs.get(place))),
                            Look.PLAIN.bold().right().rule(Hue.LINE));
        }
        page.put("M28", "Type another day over the tinted cell.", Looks.NOTE);
    }
}
