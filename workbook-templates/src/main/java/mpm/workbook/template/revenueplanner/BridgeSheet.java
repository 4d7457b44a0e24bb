package mpm.workbook.template.revenueplanner;

import static mpm.workbook.design.Formula.formula;

import java.util.List;
import java.util.stream.Stream;
import mpm.workbook.design.Formula;
import mpm.workbook.design.Hue;
import mpm.workbook.design.Look;
import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import mpm.workbook.sample.Channels;
import mpm.workbook.sample.Channels.Channel;
import mpm.workbook.template.Draft;
import mpm.workbook.template.Sheet;
import org.apache.poi.ss.usermodel.PaperSize;

/** What stands between the goal and the outlook, step by step. */
final class BridgeSheet implements Sheet.Design {

    private static final Look SIGNED = Look.PLAIN.format("▲ #,##0;▼ #,##0;● 0").right();
    private static final Look HELD = Looks.COUNT.ink(Hue.MUTED);

    private final Draft draft;
    private final Page page;

    BridgeSheet(Draft draft, Page page) {
        this.draft = draft;
        this.page = page;
    }

    private record Part(String name, Formula change) {}

    @Override
    public void write() {
        page.widths(2);
        draft.head(page, "Bridge", "K");
        page.section("B6:K6", formula("=\"From the goal to the outlook, \"&p_Currency"));
        page.height(7, 22)
                .put(
                        "B7",
                        formula(
                                "=\"Goal \"&ROUND(p_Goal/10^6,2)&\" M, outlook \"&ROUND(SUM(Months[Outlook])/10^6,2)&\" M\""),
                        Look.PLAIN.heading(13).ink(Hue.TEAL));
        page.put(
                "F7",
                "Leads above or below plan change the revenue that follows them; each channel by its part.",
                Looks.NOTE);
        chart();
        bridge();
        draft.check(
                "Outlook less goal: bridge, and months",
                "=SUMIFS(Bridge[Change],Bridge[Kind],\"Step\")",
                "=SUM(Months[Outlook])-SUM(Months[Goal])");
        draft.check(
                "Leads that move the outlook: all channels, and those of the bridge",
                "=SUM(Leads[Revenue effect])",
                "=SUMIFS(Bridge[Change],Bridge[Part],\"<>Closed months\",Bridge[Kind],\"Step\")");
        page.freeze(0, 5).print("A1:L42", PaperSize.A4_PAPER, true, 0);
    }

    private void chart() {
        for (int row = 8; row <= 27; row++) {
            page.height(row, 15);
        }
        page.chart(
                        "B8:K27",
                        "From the goal to the outlook",
                        "A bridge from the goal, the line at nothing, to the outlook: a floating column for each channel that adds or"
                                + " takes away, and a column for where it ends.")
                .by(page, "B30:B37")
                .under(page, "G30:G37")
                .columns("Adds", page, "H30:H37", Hue.TEAL)
                .columns("Adds", page, "I30:I37", Hue.TEAL)
                .columns("Takes away", page, "J30:J37", Hue.CORAL)
                .columns("Takes away", page, "K30:K37", Hue.CORAL)
                .scale("+#,##0;-#,##0;0", null, null);
    }

    /** A column between two levels stands on the unseen part of its side; what crosses nothing has a part on both sides. */
    private void bridge() {
        String above = "MAX(0,MAX([@From],[@To]))-MAX(0,MIN([@From],[@To]))";
        String below = "MIN(0,MIN([@From],[@To]))-MIN(0,MAX([@From],[@To]))";
        page.<Part>table("Bridge", "B29")
                .input("Part", 24, Looks.TEXT.bold(), Part::name)
                .calculated("Kind", 14, Looks.WORD, "=IF(LEFT([@Part],7)=\"Outlook\",\"Total\",\"Step\")")
                .input("Change", 15, SIGNED, Part::change)
                .calculated("From", 14, HELD, "=IF([@Kind]=\"Total\",0,[@To]-[@Change])")
                .calculated("To", 14, HELD, "=IF([@Kind]=\"Total\",[@Change],SUM(INDEX(Bridge[Change],1):[@Change]))")
                .calculated("Unseen", 14, HELD, "=MAX(0,MIN([@From],[@To]))+MIN(0,MAX([@From],[@To]))")
                .calculated("Up above", 14, HELD, "=IF([@Change]>0," + above + ",0)")
                .calculated("Up below", 14, HELD, "=IF([@Change]>0," + below + ",0)")
                .calculated("Down above", 14, HELD, "=IF([@Change]<0," + above + ",0)")
                .calculated("Down below", 14, HELD, "=IF([@Change]<0," + below + ",0)")
                .rows(parts(), Looks.HEADER, 16);
        page.height(29, 24);
        page.when("D30:D37", "D30<0", Hue.CORAL, null);
        page.when("D30:D37", "D30>0", Hue.TEAL, null);
        page.put(
                "B39",
                "Insert a row for a further channel above the last; the columns From to Down below draw the chart.",
                Looks.NOTE);
    }

    private static List<Part> parts() {
        return Stream.of(
                        Stream.of(
                                new Part(
                                        "Closed months",
                                        formula(
                                                "=SUM(Months[Revenue])-SUMIFS(Months[Goal],Months[Month],\"<\"&EDATE(p_Start,p_Closed))"))),
                        Channels.ALL.stream()
                                .map(Channel::name)
                                .map(name -> new Part(
                                        name, formula("=SUMIFS(Leads[Revenue effect],Leads[Channel],[@Part])"))),
                        Stream.of(new Part("Outlook off goal", formula("=SUM(Months[Outlook])-SUM(Months[Goal])"))))
                .flatMap(part -> part)
                .toList();
    }
}
