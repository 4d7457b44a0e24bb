package mpm.workbook.template.annualplan;

import static mpm.workbook.design.Formula.formula;

import java.time.LocalDate;
import java.util.List;
import mpm.workbook.design.AddIn;
import mpm.workbook.design.Banner;
import mpm.workbook.design.Book;
import mpm.workbook.design.Hue;
import mpm.workbook.design.Page;

/** The workbook of the annual plan. */
public final class AnnualPlanBook {

    public static final String START = "Start";
    public static final String DASHBOARD = "Dashboard";
    public static final String PLAN = "Annual plan";
    public static final String CHECKLIST = "Checklist";
    public static final String DATA = "Data";
    public static final String LISTS = "Lists";

    private AnnualPlanBook() {}

    /** The .xlsx file for a fiscal year. */
    public static byte[] of(LocalDate fiscalYearStart, String organisation, String currency) {
        Book book = new Book("Annual marketing plan", organisation, fiscalYearStart, AddIn.MPM);
        Banner banner = new Banner(
                formula("=p_Org&\" · fiscal year \"&p_Year&\" · sample data\""),
                formula("=p_AsOf"),
                List.of(START, DASHBOARD, PLAN, CHECKLIST, DATA, LISTS));
        Page start = book.page(START, Hue.NAVY);
        Page dashboard = book.page(DASHBOARD, Hue.TEAL);
        Page plan = book.page(PLAN, Hue.BLUE);
        Page checklist = book.page(CHECKLIST, Hue.AMBER);
        Page data = book.page(DATA, Hue.MUTED);
        Page lists = book.page(LISTS, Hue.MUTED);

        // A table that spills stands after what it reads.
        new StartSheet(book, start, banner).write(fiscalYearStart, organisation, currency);
        new ListsSheet(book, lists, banner).write();
        new ChecklistSheet(checklist, banner).write(fiscalYearStart);
        new PlanSheet(plan, banner).write();
        new DataSheet(book, data, banner).write();
        new DashboardSheet(dashboard, data, banner).write();
        return book.bytes();
    }
}
