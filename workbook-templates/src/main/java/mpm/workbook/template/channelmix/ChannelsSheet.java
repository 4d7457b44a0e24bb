package mpm.workbook.template.channelmix;

import static mpm.workbook.design.Formula.formula;

import java.util.List;
import java.util.stream.IntStream;
import mpm.workbook.design.Chart;
import mpm.workbook.design.Hue;
import mpm.workbook.design.Look;
import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import mpm.workbook.design.Table;
import mpm.workbook.sample.Channels;
import mpm.workbook.sample.Channels.Response;
import mpm.workbook.sample.SampleCompany;
import mpm.workbook.template.Draft;
import mpm.workbook.template.Sheet;
import org.apache.poi.ss.usermodel.PaperSize;

/** How each channel answers to money: on the mean, and at the margin. */
final class ChannelsSheet implements Sheet.Design {

    private static final Look COUNT = Looks.COUNT.rule(Hue.LINE);
    private static final List<Hue> HUES = List.of(Hue.TEAL, Hue.NAVY, Hue.BLUE, Hue.CORAL, Hue.AMBER, Hue.MUTED);

    /** The curves are drawn from nothing to this, in so many steps. */
    private static final int HIGHEST = 120_000;

    private static final int STEPS = 12;
    private static final int FIRST_STEP = 39;

    private final Draft draft;
    private final Page page;

    ChannelsSheet(Draft draft, Page page) {
        this.draft = draft;
        this.page = page;
    }

    /**
     * What a channel may get in a month.
     *
     * @param least what is ordered already
     * @param most what its audience can take
     */
    private record Bounds(int least, int most) {

        /** Spring shows are booked, partners have contracts; Social and Email reach all whom they can. */
        static Bounds of(String channel) {
            return switch (channel) {
                case "Events" -> new Bounds(32_000, 90_000);
                case "Partner" -> new Bounds(44_000, 44_000);
                case "Social" -> new Bounds(0, 33_000);
                case "Email" -> new Bounds(0, 11_000);
                default -> new Bounds(0, 120_000);
            };
        }
    }

    @Override
    public void write() {
        page.widths(2);
        draft.head(page, "Channels", "P");
        mix();
        charts();
        curves();
        page.freeze(2, 7).print("A1:Q53", PaperSize.A4_PAPER, true, 0);
    }

    private void mix() {
        page.section("B6:P6", formula("=\"A month of each channel, \"&p_Currency"));
        Table<Response> mix = page.<Response>table("Mix", "B7")
                .input("Channel", 14, Looks.TEXT.bold(), Response::channel)
                .input("Beta", 12, Looks.COUNT, Response::beta)
                .input("K", 12, Looks.COUNT, Response::halfSaturation)
                .input("S", 12, Looks.FIGURE, Response::slope)
                .input("Carry-over", 12, Looks.FIGURE, Response::adstock)
                .input("Spend", 12, Looks.COUNT, ChannelsSheet::spendOfAnOpenMonth)
                .input(
                        "Least",
                        12,
                        Looks.COUNT,
                        response -> Bounds.of(response.channel()).least())
                .input(
                        "Most",
                        12,
                        Looks.COUNT,
                        response -> Bounds.of(response.channel()).most())
                .calculated("Leads", 12, Looks.FIGURE, "=MPM.SATURATE([@Spend],[@Beta],[@K],[@S])")
                .calculated("Cost of a lead", 12, Looks.FIGURE, "=IF([@Leads]=0,\"\",MPM.UNITCOST([@Spend],[@Leads]))")
                .calculated(
                        "Cost of the next", 12, Looks.FIGURE.bold(), "=1/MPM.MIX.MARGINAL([@Spend],[@Beta],[@K],[@S])")
                .calculated(
                        "Return of the next",
                        12,
                        Look.PLAIN.format("0.00").right(),
                        "=MPM.MIX.MARGINAL([@Spend],[@Beta],[@K],[@S],,p_Value)")
                .calculated("Used", 12, Look.PLAIN.format("0%").right(), "=IF([@Beta]=0,0,[@Leads]/[@Beta])")
                .calculated(
                        "Signal",
                        15,
                        Looks.WORD.bold(),
                        "=IF([@[Return of the next]]>1+p_Tolerance,\"▲ pays\",IF([@[Return of the next]]<1-p_Tolerance,\"▼ does not pay\",\"● even\"))")
                .rows(Channels.RESPONSES, Looks.HEADER, 18);
        page.height(7, 30).numbers(mix.cells("Beta", "Most"), "0", "1E+12", "Enter a number, 0 or more.");
        page.bars(mix.cells("Used"), Hue.PALE_TEAL);
        page.when(mix.cells("Signal"), "LEFT($O8,1)=\"▼\"", Hue.CORAL, null);
        page.when(mix.cells("Signal"), "LEFT($O8,1)=\"▲\"", Hue.BLUE, null);
        page.put(
                "B16",
                "Beta is the most leads that a month can bring, K the spend that brings half of them, S the slope; Used is the part"
                        + " of Beta that this spend brings. Least is ordered already, Most is all that the audience takes.",
                Looks.NOTE);
        draft.name("p_Budget", page.at("G15"));
        page.put("B15", "All channels", Look.PLAIN.bold())
                .put("G15", formula("=SUM(Mix[Spend])"), Looks.COUNT.bold())
                .put("J15", formula("=SUM(Mix[Leads])"), Looks.FIGURE.bold())
                .put("K15", formula("=IF(J15=0,\"\",MPM.UNITCOST(G15,J15))"), Looks.FIGURE.bold());
        draft.check(
                "What is ordered fits the budget: the least of all channels, at most the budget",
                "=SUM(Mix[Least])",
                "=MIN(SUM(Mix[Least]),p_Budget)");
        draft.check(
                "The budget can be spent: the budget, at most the most of all channels",
                "=p_Budget",
                "=MIN(p_Budget,SUM(Mix[Most]))");
    }

    /** The mean of the plan of the months that are still open. */
    private static double spendOfAnOpenMonth(Response response) {
        List<Integer> plan = Channels.of(response.channel()).planSpend();
        return plan.subList(SampleCompany.CLOSED_MONTHS, plan.size()).stream()
                .mapToInt(Integer::intValue)
                .average()
                .orElseThrow();
    }

    private void charts() {
        page.section("B17:H17", "Leads of a month by spend: every curve flattens")
                .section("J17:P17", "The next lead costs more than the average one");
        for (int row = 18; row <= 35; row++) {
            page.height(row, 15);
        }
        Chart curves = page.chart(
                        "B18:H35",
                        "Leads of a month by spend",
                        "A line for each channel: the leads of a month by what is spent in it, flattening as spend grows.")
                .by(page, "B%s:B%s".formatted(FIRST_STEP, FIRST_STEP + STEPS));
        for (int place = 0; place < Channels.RESPONSES.size(); place++) {
            String column = String.valueOf("CDEFGH".charAt(place));
            curves.line(
                    Channels.RESPONSES.get(place).channel(),
                    page,
                    "%1$s%2$s:%1$s%3$s".formatted(column, FIRST_STEP, FIRST_STEP + STEPS),
                    HUES.get(place));
        }
        curves.scale("#,##0", 0.0, null);
        page.chart(
                        "J18:P35",
                        "Average and next lead",
                        "Columns by channel: what a lead costs on the mean at this spend, with a mark for what the next lead costs.")
                .by(page, "B8:B13")
                .columns("Cost of a lead", page, "K8:K13", Hue.PALE_TEAL)
                .marks("Cost of the next", page, "L8:L13", Hue.CORAL)
                .scale("#,##0", 0.0, null);
    }

    /** What the chart draws: a column of leads for each channel of the table. */
    private void curves() {
        page.section("B37:H37", "Leads of a month at a spend of");
        page.put("B38", formula("=\"Spend, \"&p_Currency"), Looks.CAPTION.right());
        IntStream.rangeClosed(0, STEPS)
                .forEach(step -> page.put("B" + (FIRST_STEP + step), HIGHEST / STEPS * step, COUNT.input()));
        for (int place = 0; place < Channels.RESPONSES.size(); place++) {
            String column = String.valueOf("CDEFGH".charAt(place));
            page.put(column + "38", formula("=INDEX(Mix[Channel],%s)".formatted(place + 1)), Looks.CAPTION.right());
            page.spread(
                    column + FIRST_STEP,
                    formula("=MPM.SATURATE($B$%1$s:$B$%2$s,INDEX(Mix[Beta],%3$s),INDEX(Mix[K],%3$s),INDEX(Mix[S],%3$s))"
                            .formatted(FIRST_STEP, FIRST_STEP + STEPS, place + 1)),
                    STEPS + 1,
                    COUNT);
        }
    }
}
