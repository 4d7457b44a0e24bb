package mpm.workbook.template.admincalendar;

import java.util.List;
import mpm.workbook.design.Hue;
import mpm.workbook.template.Raci;
import mpm.workbook.template.Setting;
import mpm.workbook.template.Sheet;
import mpm.workbook.template.Step;
import mpm.workbook.template.Template;
import mpm.workbook.template.Words;

/** What all other workbooks rest on: the fiscal calendar, the organisation, roles, metrics, and which workbook is for what. */
public final class AdminCalendar extends Template {

    static final String CALENDAR = "Calendar";
    static final String ORGANISATION = "Organisation";
    static final String ROLES = "Roles";
    static final String METRICS = "Metrics";
    static final String TEMPLATES = "Templates";

    static final Words ADDING = Words.of("Adding", "Over time", "SUM", "AVG", "LAST", "RATIO");

    private final List<Template> others;

    /**
     * The workbook beside others.
     *
     * @param others the templates that it lists
     */
    public AdminCalendar(List<Template> others) {
        this.others = List.copyOf(others);
    }

    @Override
    public String id() {
        return "admin-calendar";
    }

    @Override
    public String title() {
        return "Admin and fiscal calendar";
    }

    @Override
    public String purpose() {
        return "Keep in one place what every plan rests on: the fiscal calendar, the organisation, who does what, and what each metric"
                + " means.";
    }

    @Override
    public List<String> questions() {
        return List.of(
                "When does each period begin, end and close?",
                "Which units are there, who owns them, and what do their budgets add up to?",
                "Is it clear for each task of the planning year who does it and who answers for it?",
                "What does each metric mean, and which workbook is for what?");
    }

    @Override
    protected List<Sheet> design() {
        return List.of(
                new Sheet(
                        CALENDAR,
                        "The periods of the fiscal year, their working days and the days on which they close.",
                        Hue.TEAL,
                        CalendarSheet::new),
                new Sheet(
                        ORGANISATION,
                        "The units with parent, currency, owner and budget, added up level by level.",
                        Hue.BLUE,
                        OrganisationSheet::new),
                new Sheet(
                        ROLES,
                        "Who does, answers for, is consulted on and is informed of each task of the year.",
                        Hue.BLUE,
                        RolesSheet::new),
                new Sheet(METRICS, "The catalogue of metrics, and what is wrong in it.", Hue.AMBER, MetricsSheet::new),
                new Sheet(
                        TEMPLATES,
                        "Which workbook answers which question.",
                        Hue.MUTED,
                        (draft, page) -> new TemplatesSheet(draft, page, others)));
    }

    @Override
    protected List<Step> steps() {
        return List.of(
                new Step("Calendar", CALENDAR, "Set the first month on Start, then enter your holidays."),
                new Step("Units", ORGANISATION, "One row for each unit, with the unit above it and whoever owns it."),
                new Step("Roles", ROLES, "One R or more and exactly one A in every row."),
                new Step("Metrics", METRICS, "Define each metric before it stands in a plan."));
    }

    @Override
    protected List<Setting> settings() {
        return List.of(Setting.number(
                "Books close after",
                "p_CloseDays",
                5,
                "0 \"working days\"",
                0,
                30,
                "By then the actuals of a period are complete."));
    }

    @Override
    protected List<Words> lists() {
        return List.of(Words.CATEGORIES, Words.TIMINGS, Words.DIRECTIONS, ADDING, Words.FACTORS, Raci.LETTERS);
    }

    @Override
    protected String removal() {
        return "on the sheets Calendar, Organisation, Roles and Metrics delete the rows of the tables but one, and type over that."
                + " Until there are units of yours, the sums by level answer #N/A or #VALUE!.";
    }
}
