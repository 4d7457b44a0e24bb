package mpm.workbook.template.admincalendar;

import java.util.List;
import mpm.workbook.design.Hue;
import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import mpm.workbook.design.Table;
import mpm.workbook.template.Draft;
import mpm.workbook.template.Rules;
import mpm.workbook.template.Rules.Rule;
import mpm.workbook.template.Sheet;
import mpm.workbook.template.Words;
import org.apache.poi.ss.usermodel.PaperSize;

/** What each metric means: defined once, so that all workbooks count the same. */
final class MetricsSheet implements Sheet.Design {

    /** A metric: code, name, definition, category, timing, direction, how months add up, source, owner. */
    private record Metric(
            String code,
            String name,
            String definition,
            String category,
            String timing,
            String direction,
            String adding,
            String source,
            String owner) {}

    private static Metric metric(String... words) {
        return new Metric(words[0], words[1], words[2], words[3], words[4], words[5], words[6], words[7], words[8]);
    }

    private static final List<Metric> METRICS = List.of(
            metric(
                    "BLOG_POSTS",
                    "Blog posts",
                    "Posts published",
                    "Activity",
                    "Leading",
                    "HIGHER",
                    "SUM",
                    "Web platform",
                    "Brand Lead"),
            metric(
                    "EVENTS",
                    "Events",
                    "Shows and seminars held",
                    "Activity",
                    "Leading",
                    "HIGHER",
                    "SUM",
                    "Calendar",
                    "Demand Lead"),
            metric(
                    "MKT_SPEND",
                    "Marketing spend",
                    "What marketing costs, without salaries",
                    "Operational",
                    "Lagging",
                    "LOWER",
                    "SUM",
                    "Ledger",
                    "Finance Partner"),
            metric(
                    "SITE_VISITS",
                    "Site visits",
                    "Visits of the web site",
                    "Output",
                    "Leading",
                    "HIGHER",
                    "SUM",
                    "Web platform",
                    "Brand Lead"),
            metric(
                    "MEDIA_MENTIONS",
                    "Media mentions",
                    "Articles that name us",
                    "Output",
                    "Leading",
                    "HIGHER",
                    "SUM",
                    "Press review",
                    "Brand Lead"),
            metric(
                    "EVENT_PARTICIPANTS",
                    "Event participants",
                    "People who came to an event",
                    "Output",
                    "Leading",
                    "HIGHER",
                    "SUM",
                    "CRM",
                    "Demand Lead"),
            metric(
                    "LEADS",
                    "Leads",
                    "People who asked to hear more",
                    "Output",
                    "Leading",
                    "HIGHER",
                    "SUM",
                    "CRM",
                    "Demand Lead"),
            metric(
                    "COST_PER_LEAD",
                    "Cost per lead",
                    "Marketing spend divided by leads",
                    "Operational",
                    "Lagging",
                    "LOWER",
                    "RATIO",
                    "CRM and ledger",
                    "Demand Lead"),
            metric(
                    "COST_PER_CUSTOMER",
                    "Cost per customer",
                    "Marketing and sales cost by new customer",
                    "Operational",
                    "Lagging",
                    "LOWER",
                    "RATIO",
                    "CRM and ledger",
                    "Finance Partner"),
            metric(
                    "REVENUE_PER_CUSTOMER",
                    "Revenue per customer",
                    "Revenue divided by customers",
                    "Operational",
                    "Lagging",
                    "HIGHER",
                    "RATIO",
                    "Ledger",
                    "Finance Partner"),
            metric(
                    "REVENUE_PER_REP",
                    "Revenue per rep",
                    "Revenue divided by sales representatives",
                    "Operational",
                    "Lagging",
                    "HIGHER",
                    "RATIO",
                    "Ledger",
                    "Revenue Operations"),
            metric(
                    "LEADS_PER_REP",
                    "Leads per rep",
                    "Leads divided by sales representatives",
                    "Operational",
                    "Leading",
                    "TARGET",
                    "RATIO",
                    "CRM",
                    "Revenue Operations"),
            metric(
                    "SALES_ACCEPTANCE",
                    "Handoffs within 48 h",
                    "Leads that sales took up in time",
                    "Operational",
                    "Leading",
                    "HIGHER",
                    "RATIO",
                    "CRM",
                    "Revenue Operations"),
            metric(
                    "PIPELINE",
                    "Pipeline contribution",
                    "Pipeline of marketing as a share of all",
                    "Outcome",
                    "Leading",
                    "HIGHER",
                    "RATIO",
                    "CRM",
                    "Revenue Operations"),
            metric(
                    "WIN_RATE",
                    "Win rate",
                    "Deals won of those decided",
                    "Outcome",
                    "Lagging",
                    "HIGHER",
                    "RATIO",
                    "CRM",
                    "Sales Leader"),
            metric(
                    "REVENUE",
                    "Marketing-sourced revenue",
                    "Revenue of deals that began with a lead of marketing",
                    "Outcome",
                    "Lagging",
                    "HIGHER",
                    "SUM",
                    "Ledger",
                    "CMO"),
            metric(
                    "PROFIT",
                    "Profit",
                    "Contribution after marketing",
                    "Outcome",
                    "Lagging",
                    "HIGHER",
                    "SUM",
                    "Ledger",
                    "Finance Partner"),
            metric(
                    "NEW_LOGOS",
                    "New customers",
                    "Customers whose first order was booked",
                    "Outcome",
                    "Lagging",
                    "HIGHER",
                    "SUM",
                    "CRM",
                    "Sales Leader"),
            metric(
                    "RETENTION_RATE",
                    "Customers kept",
                    "Customers of a year ago who still buy",
                    "Outcome",
                    "Lagging",
                    "HIGHER",
                    "RATIO",
                    "CRM",
                    "Customer Marketing Lead"),
            metric(
                    "NPS",
                    "Net promoter score",
                    "Promoters less detractors",
                    "Outcome",
                    "Leading",
                    "HIGHER",
                    "LAST",
                    "Survey",
                    "Customer Insight Lead"),
            metric(
                    "SHARE_OF_PREFERENCE",
                    "Share of preference",
                    "Buyers who would choose us first",
                    "Outcome",
                    "Leading",
                    "HIGHER",
                    "LAST",
                    "Survey",
                    "CMO"),
            metric(
                    "SHARE_OF_WALLET",
                    "Share of wallet",
                    "Our part of what customers spend",
                    "Outcome",
                    "Lagging",
                    "HIGHER",
                    "RATIO",
                    "Survey",
                    "Customer Insight Lead"),
            metric(
                    "SHARE_OF_MARKET",
                    "Share of market",
                    "Our part of the market's sales",
                    "Outcome",
                    "Lagging",
                    "HIGHER",
                    "RATIO",
                    "Panel",
                    "Analytics Lead"));

    private static final List<Rule> RULES = List.of(
            Rule.error("Code", "UNIQUE", ""),
            Rule.error("Code", "REGEX", "[A-Z][A-Z0-9_]*"),
            Rule.error("Definition", "REQUIRED", ""),
            Rule.error("Owner", "REQUIRED", ""),
            Rule.error("Source", "REQUIRED", ""),
            Rule.error("Direction", "IN", "HIGHER;LOWER;TARGET"));

    private final Draft draft;
    private final Page page;

    MetricsSheet(Draft draft, Page page) {
        this.draft = draft;
        this.page = page;
    }

    @Override
    public void write() {
        page.widths(2);
        draft.head(page, "Metric catalogue", "L", "B", "C", "D", "E", "F", "G", "H", "I");
        page.height(6, 22).put("B6", "A ratio is a ratio of sums, never a mean of ratios.", Looks.NOTE);
        Table<Metric> metrics = page.<Metric>table("Catalogue", "B7")
                .input("Code", 25, Looks.TEXT.bold(), Metric::code)
                .input("Name", 26, Looks.TEXT, Metric::name)
                .input("Definition", 48, Looks.TEXT, Metric::definition)
                .choice("Category", 13, Looks.TEXT, Words.CATEGORIES.name(), Metric::category)
                .choice("Timing", 11, Looks.TEXT, Words.TIMINGS.name(), Metric::timing)
                .choice("Direction", 11, Looks.TEXT, Words.DIRECTIONS.name(), Metric::direction)
                .choice("Over time", 12, Looks.TEXT, AdminCalendar.ADDING.name(), Metric::adding)
                .input("Source", 17, Looks.TEXT, Metric::source)
                .input("Owner", 26, Looks.TEXT, Metric::owner)
                .rows(METRICS, Looks.HEADER, 16);
        page.widths(2, 25, 26, 48, 13, 11, 11, 14, 17, 26, 26, 11, 2).height(7, 24);
        page.when(metrics.cells("Category"), "$E8=\"Outcome\"", Hue.TEAL, Hue.TINT);
        int row = 7 + METRICS.size() + 3;
        page.section("B%s:E%1$s".formatted(row), "Rules that the catalogue must keep");
        page.section("G%s:L%1$s".formatted(row), "What is wrong in it?");
        Rules.draw(draft, page, "Catalogue", RULES, "B" + (row + 1), new double[] {25, 26, 48, 13}, "G" + (row + 1));
        draft.check("The catalogue has an outcome", "=MIN(1,COUNTIFS(Catalogue[Category],\"Outcome\"))", "=1");
        page.freeze(2, 7).print("A1:M%s".formatted(row + 10), PaperSize.A4_PAPER, true, 0);
    }
}
