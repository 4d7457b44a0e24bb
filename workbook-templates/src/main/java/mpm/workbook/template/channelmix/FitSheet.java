package mpm.workbook.template.channelmix;

import static mpm.workbook.design.Formula.formula;

import java.util.stream.IntStream;
import mpm.workbook.design.Hue;
import mpm.workbook.design.Look;
import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import mpm.workbook.design.Table;
import mpm.workbook.sample.Channels;
import mpm.workbook.sample.Channels.Channel;
import mpm.workbook.sample.SampleCompany;
import mpm.workbook.template.Draft;
import mpm.workbook.template.Sheet;
import mpm.workbook.template.Signals;
import org.apache.poi.ss.usermodel.PaperSize;

/** The curve that a channel's months follow, beside the one in use. */
final class FitSheet implements Sheet.Design {

    private static final Look ROW = Look.PLAIN.rule(Hue.LINE);
    private static final Look COUNT = Looks.COUNT.rule(Hue.LINE);
    private static final Look FINE =
            Look.PLAIN.format("[>=10]#,##0;[>=0]0.00;-#,##0").right().rule(Hue.LINE);
    private static final int MONTHS = SampleCompany.MONTHS_OF_A_YEAR + SampleCompany.CLOSED_MONTHS;
    private static final int LAST_ROW = 7 + MONTHS;

    private final Draft draft;
    private final Page page;

    FitSheet(Draft draft, Page page) {
        this.draft = draft;
        this.page = page;
    }

    @Override
    public void write() {
        page.widths(2);
        draft.head(page, "Fit", "T");
        history();
        series();
        fit();
        draft.check(
                "Months of the history, and months from its first to the last that is closed",
                "=ROWS(History[Month])",
                "=12*(YEAR(EDATE(p_Start,p_Closed))-YEAR(MIN(History[Month])))+MONTH(EDATE(p_Start,p_Closed))"
                        + "-MONTH(MIN(History[Month]))");
        page.freeze(2, 7).print("A1:U48", PaperSize.A4_PAPER, true, 0);
    }

    private void history() {
        page.section("B6:N6", formula("=\"Spend, \"&p_Currency&\", and leads by month\""));
        Table<Integer> history = page.<Integer>table("History", "B7")
                .input(
                        "Month",
                        12,
                        Looks.MONTH,
                        month -> formula("=EDATE(p_Start,%s)".formatted(month - SampleCompany.MONTHS_OF_A_YEAR)));
        for (Channel channel : Channels.ALL) {
            history.input(
                    channel.name() + " spend",
                    11,
                    Looks.COUNT,
                    month -> channel.spend().get(month));
        }
        for (Channel channel : Channels.ALL) {
            history.input(
                    channel.name() + " leads",
                    11,
                    Looks.COUNT,
                    month -> channel.leads().get(month));
        }
        history.rows(IntStream.range(0, MONTHS).boxed().toList(), Looks.HEADER, 15);
        page.height(7, 30)
                .numbers(history.cells("Search spend", "Partner leads"), "0", "1E+12", "Enter a number, 0 or more.");
    }

    private static String column(String figure) {
        return "INDEX(History[#Data],0,MATCH(p_Channel&\" %s\",History[#Headers],0))".formatted(figure);
    }

    /** The months of the channel that is chosen: what its spend leaves, and the leads of both curves. */
    private void series() {
        page.section("P6:T6", formula("=p_Channel&\", by month\""));
        String[] captions = {"Leads", "Spend at work", "By the fit", "By the curve in use", "Off the curve"};
        for (int place = 0; place < captions.length; place++) {
            page.put(
                    "PQRST".charAt(place) + "7",
                    captions[place],
                    Looks.CAPTION.right().wrapped());
        }
        page.widths(widths());
        page.spread(
                "Q8",
                formula("=MPM.ADSTOCK(%s,INDEX(Mix[Carry-over],MATCH(p_Channel,Mix[Channel],0)),\"GEOMETRIC\",,TRUE)"
                        .formatted(column("spend"))),
                MONTHS,
                COUNT);
        page.spread("R8", formula("=MPM.SATURATE($Q$8:$Q$%s,$C$32,$C$33,$C$34)".formatted(LAST_ROW)), MONTHS, COUNT);
        page.spread(
                "S8",
                formula(
                        "=MPM.SATURATE($Q$8:$Q$%s,INDEX(Mix[Beta],MATCH(p_Channel,Mix[Channel],0)),INDEX(Mix[K],MATCH(p_Channel,Mix[Channel],0)),INDEX(Mix[S],MATCH(p_Channel,Mix[Channel],0)))"
                                .formatted(LAST_ROW)),
                MONTHS,
                COUNT);
        for (int row = 8; row <= LAST_ROW; row++) {
            page.put("P" + row, formula("=INDEX(%s,%s)".formatted(column("leads"), row - 7)), COUNT.bold());
            page.put(
                    "T" + row,
                    formula("=IF(S%1$s=0,\"\",P%1$s/S%1$s-1)".formatted(row)),
                    Looks.DEVIATION.rule(Hue.LINE));
        }
        Signals.deviation(page, "T8:T%s".formatted(LAST_ROW), "T8");
    }

    private static double[] widths() {
        double[] widths = IntStream.range(0, 21).mapToDouble(column -> 11).toArray();
        widths[0] = 2;
        widths[1] = 14;
        widths[14] = 2;
        widths[20] = 2;
        return widths;
    }

    private void fit() {
        page.section("B30:G30", formula("=\"The curve of \"&p_Channel&\": fitted, and in use\""));
        page.spill(
                "B31",
                formula("=MPM.RESPONSE.FIT(%s,$Q$8:$Q$%s,\"HILL\",FALSE)".formatted(column("leads"), LAST_ROW)),
                6,
                Looks.CAPTION,
                ROW.bold(),
                FINE,
                FINE);
        page.put("E31", "In use", Looks.CAPTION.right()).put("F31", "Off", Looks.CAPTION.right());
        String[] parameters = {"Beta", "K", "S"};
        for (int place = 0; place < parameters.length; place++) {
            int row = 32 + place;
            page.put(
                    "E" + row,
                    formula("=INDEX(Mix[%s],MATCH(p_Channel,Mix[Channel],0))".formatted(parameters[place])),
                    FINE);
            page.put(
                    "F" + row,
                    formula("=IF(OR(E%1$s=0,NOT(ISNUMBER(D%1$s))),\"not told\",C%1$s/E%1$s-1)".formatted(row)),
                    Looks.DEVIATION.rule(Hue.LINE));
        }
        page.put(
                "B39",
                formula(
                        "=IF(COUNT(D32:D34)<3,\"This history cannot tell the curve.\",\"This history tells the curve.\")"),
                Look.PLAIN.bold().ink(Hue.NAVY));
        page.put("B40", "Months of like spend cannot tell Beta from K: vary spend on", Looks.NOTE)
                .put("B41", "purpose, or test, before you trust a curve far from the", Looks.NOTE)
                .put("B42", "spend that it has seen. Keep the curve in use until then.", Looks.NOTE);
        page.section("I30:T30", formula("=\"Does the curve follow what happened? \"&p_Channel"));
        page.chart(
                        "I31:T47",
                        "Leads and the curve",
                        "Columns by month: the channel's leads, with a line for what the curve in use says and one for the fit.")
                .byMonth(page, "B8:B%s".formatted(LAST_ROW))
                .columns("Leads", page, "P8:P%s".formatted(LAST_ROW), Hue.PALE_TEAL)
                .line("Curve in use", page, "S8:S%s".formatted(LAST_ROW), Hue.NAVY)
                .line("Fit", page, "R8:R%s".formatted(LAST_ROW), Hue.AMBER)
                .scale("#,##0", 0.0, null);
    }
}
