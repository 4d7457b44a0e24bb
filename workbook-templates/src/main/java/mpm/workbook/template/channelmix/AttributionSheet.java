package mpm.workbook.template.channelmix;

import static mpm.workbook.design.Formula.formula;

import java.util.List;
import java.util.stream.Stream;
import mpm.workbook.design.Hue;
import mpm.workbook.design.Look;
import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import mpm.workbook.design.Table;
import mpm.workbook.sample.Channels;
import mpm.workbook.sample.Channels.Journey;
import mpm.workbook.template.Draft;
import mpm.workbook.template.Sheet;
import org.apache.poi.ss.usermodel.PaperSize;
import org.apache.poi.ss.util.CellReference;

/** Which channels journeys met, what six rules make of it, and what no rule says. */
final class AttributionSheet implements Sheet.Design {

    private static final Look ROW = Look.PLAIN.rule(Hue.LINE);
    private static final Look COUNT = Looks.FIGURE.rule(Hue.LINE);
    private static final Look SHARE = Look.PLAIN.format("0%").right();
    private static final String PATHS = "Journeys[Path],Journeys[Wins],Journeys[Wins]*p_Deal";

    /** The rules of touches, which share out a path's wins by the places of its touches. */
    private static final List<String> TOUCHES = List.of("First", "Last", "Linear", "Both ends");

    private static final List<String> MODELS = List.of("FIRST", "LAST", "LINEAR", "USHAPE");
    private static final int MARKOV = 4;
    private static final int SHAPLEY = 5;

    /** Rows that an answer takes, with its heading; two stand side by side. */
    private static final int BLOCK = 11;

    private static final int FIRST_BLOCK = 42;
    private static final int CHANNELS = 8;

    private final Draft draft;
    private final Page page;

    AttributionSheet(Draft draft, Page page) {
        this.draft = draft;
        this.page = page;
    }

    @Override
    public void write() {
        page.widths(2, 30, 11, 11, 2, 13, 11, 11, 11, 11, 11, 11, 11, 13, 13, 17, 2);
        draft.head(page, "Attribution", "P", "B", "C", "F", "G", "H", "I", "J");
        caution();
        journeys();
        rules();
        compare();
        page.freeze(0, 5).print("A1:Q75", PaperSize.A4_PAPER, false, 0);
    }

    private void caution() {
        page.section("F6:P6", "What a share of credit is, and what it is not");
        Look said = Look.PLAIN.size(11).bold().ink(Hue.NAVY);
        page.put(
                        "F7",
                        "An attribution share is not incrementality: it shares out wins that journeys met, not wins that a channel caused.",
                        said)
                .put(
                        "F8",
                        "Who would have bought anyway counts as won. Only a test with a held-out group, or a change of spend made on purpose, tells",
                        Looks.NOTE)
                .put(
                        "F9",
                        "what a channel adds. Where Credit less money is far from the return of the next unit of money, test before you move the budget.",
                        Looks.NOTE);
    }

    private void journeys() {
        page.section("B6:D6", "Journeys that ended");
        Table<Journey> journeys = page.<Journey>table("Journeys", "B7")
                .input("Path", 30, Looks.TEXT, Journey::path)
                .input("Wins", 11, Looks.COUNT, Journey::wins)
                .input("Lost", 11, Looks.COUNT, Journey::lost)
                .rows(Channels.JOURNEYS, Looks.HEADER, 16);
        page.numbers(journeys.cells("Wins", "Lost"), "0", "1E+9", "Enter a number, 0 or more.");
        page.put("B23", "Touches in their order, with \" > \" between two.", Looks.NOTE);
    }

    private void rules() {
        for (int rule = 0; rule < TOUCHES.size(); rule++) {
            answer(
                    rule,
                    TOUCHES.get(rule) + (rule < 2 ? " touch" : ""),
                    "=MPM.ATTRIBUTE(%s,\"%s\")".formatted(PATHS, MODELS.get(rule)),
                    COUNT,
                    Looks.COUNT.rule(Hue.LINE),
                    SHARE.rule(Hue.LINE));
        }
        answer(
                MARKOV,
                "Removal from the journeys (Markov chain)",
                "=MPM.ATTRIBUTE.MARKOV(%s,Journeys[Lost])".formatted(PATHS),
                SHARE.rule(Hue.LINE),
                COUNT,
                Looks.COUNT.rule(Hue.LINE));
        answer(SHAPLEY, "Shapley value", "=MPM.ATTRIBUTE.SHAPLEY(Journeys[Path],Journeys[Wins])", COUNT);
    }

    private void answer(int rule, String heading, String formula, Look... figures) {
        int row = row(rule);
        int column = column(rule);
        page.section("%s%s:%s%2$s".formatted(letter(column), row, letter(column + 3)), heading);
        page.spill(
                letter(column) + (row + 1),
                formula(formula),
                CHANNELS,
                Looks.CAPTION,
                Stream.concat(Stream.of(ROW.bold()), Stream.of(figures)).toArray(Look[]::new));
    }

    private static int row(int rule) {
        return FIRST_BLOCK + rule / 2 * BLOCK;
    }

    /** F or K, counted from 0. */
    private static int column(int rule) {
        return rule % 2 == 0 ? 5 : 10;
    }

    private static String letter(int column) {
        return CellReference.convertNumToColString(column);
    }

    /** Every rule's share beside the money's, and what the next unit of money brings. */
    private void compare() {
        page.section("F11:P11", "Shares of the wins by rule, beside the shares of the money");
        Table<String> credit = page.<String>table("Credit", "F12")
                .calculated(
                        "Channel",
                        13,
                        Looks.TEXT.bold(),
                        "=INDEX(Mix[Channel],ROW()-ROW(Credit[[#Headers],[Channel]]))");
        for (int place = 0; place < TOUCHES.size(); place++) {
            credit.calculated(TOUCHES.get(place), 11, SHARE, share(place, 1));
        }
        credit.calculated("Markov", 11, SHARE, share(MARKOV, 2))
                .calculated("Shapley", 11, SHARE, share(SHAPLEY, 1))
                .calculated(
                        "Money",
                        11,
                        SHARE.bold(),
                        "=IF(p_Budget=0,0,INDEX(Mix[Spend],MATCH([@Channel],Mix[Channel],0))/p_Budget)")
                .calculated(
                        "Credit less money",
                        13,
                        Look.PLAIN.format("▲ 0%;▼ 0%;● 0%").right(),
                        "=[@Markov]-[@Money]")
                .calculated(
                        "Return of the next",
                        13,
                        Look.PLAIN.format("0.00").right(),
                        "=INDEX(Mix[Return of the next],MATCH([@Channel],Mix[Channel],0))")
                .calculated(
                        "Reading",
                        17,
                        Looks.WORD.bold(),
                        "=IF(([@[Credit less money]]>0)=([@[Return of the next]]>1),\"agree\",\"differ: test\")")
                .rows(
                        Channels.RESPONSES.stream()
                                .map(response -> response.channel())
                                .toList(),
                        Looks.HEADER,
                        18);
        page.height(12, 30);
        page.when(credit.cells("Credit less money"), "$N13<-p_Tolerance", Hue.CORAL, null);
        page.when(credit.cells("Credit less money"), "$N13>p_Tolerance", Hue.BLUE, null);
        page.when(credit.cells("Reading"), "$P13<>\"agree\"", Hue.AMBER, Hue.AMBER.tint(0.9));
        page.section("F21:P21", "How far do the rules differ?");
        page.chart(
                        "F22:P40",
                        "Shares by rule and of the money",
                        "Columns by channel: its share of the money, with marks for its share of the wins by first touch, last touch and removal.")
                .by(page, "F13:F18")
                .columns("Money", page, "M13:M18", Hue.PALE_TEAL)
                .marks("First", page, "G13:G18", Hue.NAVY)
                .marks("Last", page, "H13:H18", Hue.CORAL)
                .marks("Markov", page, "K13:K18", Hue.AMBER)
                .scale("0%", 0.0, null);
        for (String rule : List.of("First", "Last", "Linear", "Both ends", "Markov", "Shapley")) {
            draft.check("Shares of the wins add up to 1: " + rule, "=SUM(Credit[%s])".formatted(rule), "=1");
        }
        draft.check("Shares of the money add up to 1", "=SUM(Credit[Money])", "=1");
    }

    /** A channel's part of the wins by a rule, whose answer has them so many columns after the name. */
    private static String share(int rule, int after) {
        int first = row(rule) + 2;
        int last = first + CHANNELS - 1;
        String name = letter(column(rule));
        return "=IFERROR(INDEX($%1$s$%2$s:$%1$s$%3$s,MATCH([@Channel],$%4$s$%2$s:$%4$s$%3$s,0))/SUM(Journeys[Wins]),0)"
                .formatted(letter(column(rule) + after), first, last, name);
    }
}
