package mpm.workbook.template.campaigncalendar;

import java.util.List;
import mpm.workbook.design.Hue;
import mpm.workbook.sample.Channels;
import mpm.workbook.sample.Channels.Channel;
import mpm.workbook.template.Setting;
import mpm.workbook.template.Sheet;
import mpm.workbook.template.Step;
import mpm.workbook.template.Template;
import mpm.workbook.template.Words;

/** What runs when, for whom, at what cost and for which outcome. */
public final class CampaignCalendar extends Template {

    static final String CALENDAR = "Calendar";
    static final String CAMPAIGNS = "Campaigns";
    static final String SIGHT = "Line of sight";
    static final String ASSETS = "Assets";
    static final String BUDGET = "Budget";

    /** What a campaign may serve. */
    static final List<String> OUTCOMES = List.of("Marketing-sourced revenue", "New customers", "Customer retention");

    /** Campaigns that the sheets Calendar and Budget have room for. */
    static final int ROOM = 30;

    @Override
    public String id() {
        return "campaign-calendar";
    }

    @Override
    public String title() {
        return "Campaign calendar and budget";
    }

    @Override
    public String purpose() {
        return "See every campaign of the year week by week, with its budget by month, its pace, what it still needs, and"
                + " the outcome that it serves.";
    }

    @Override
    public List<String> questions() {
        return List.of(
                "What runs in which week, and which weeks are crowded or empty?",
                "Which campaigns are ahead of their pace, which behind, and what has each cost?",
                "Which money serves no outcome?",
                "Do the campaigns fit the budget of each month and channel, and will their assets be ready?");
    }

    @Override
    protected List<Sheet> design() {
        return List.of(
                new Sheet(
                        CALENDAR,
                        "The weeks of the year: every campaign as a bar, and how many run at once.",
                        Hue.TEAL,
                        CalendarSheet::new),
                new Sheet(
                        CAMPAIGNS,
                        "The list: dates, budget, expected leads, what came, and whether that is on pace.",
                        Hue.BLUE,
                        CampaignsSheet::new),
                new Sheet(
                        SIGHT,
                        "Which campaigns and which money lead to an outcome, and which are random acts.",
                        Hue.TEAL,
                        SightSheet::new),
                new Sheet(
                        ASSETS,
                        "What a launch needs, in which order, and what must not slip.",
                        Hue.AMBER,
                        AssetsSheet::new),
                new Sheet(
                        BUDGET,
                        "Budgets by month and channel against the plan, and the cost of a lead.",
                        Hue.AMBER,
                        BudgetSheet::new));
    }

    @Override
    protected List<Step> steps() {
        return List.of(
                new Step(
                        "List", CAMPAIGNS, "Enter each campaign: dates, budget, leads and the outcome that it serves."),
                new Step("Align", SIGHT, "Give every orphan an outcome, or its money to another campaign."),
                new Step("Prepare", ASSETS, "Enter what the next launch needs; tick it off as it is done."),
                new Step(
                        "Steer",
                        CALENDAR,
                        "Each month: read the weeks, the pace and the budget, and move what must move."));
    }

    @Override
    protected List<Setting> settings() {
        return List.of(Setting.number(
                "Most at once",
                "p_Most",
                16,
                "0",
                1,
                100,
                "More campaigns than this in a week are a signal, and so is a week with less than half of it."));
    }

    @Override
    protected List<Words> lists() {
        return List.of(
                Words.of(
                        "ChannelNames",
                        "Channel",
                        Channels.ALL.stream().map(Channel::name).toArray()),
                Words.REGIONS,
                Words.of("Outcomes", "Outcome", OUTCOMES.toArray()),
                Words.of("Statuses", "Status", "Planned", "Running", "Done", "Cancelled"));
    }

    @Override
    protected String removal() {
        return "on the sheets Campaigns and Assets delete the rows of the tables but one, and type over that; on the sheet"
                + " Budget type your plan and your spend over the tinted cells. Until there are campaigns of yours, the line"
                + " of sight answers #N/A.";
    }
}
