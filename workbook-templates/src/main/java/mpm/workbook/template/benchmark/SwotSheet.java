package mpm.workbook.template.benchmark;

import static mpm.workbook.design.Formula.formula;

import java.util.List;
import mpm.workbook.design.Hue;
import mpm.workbook.design.Look;
import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import mpm.workbook.design.Table;
import mpm.workbook.sample.Assessment;
import mpm.workbook.sample.Assessment.Item;
import mpm.workbook.template.Draft;
import mpm.workbook.template.Sheet;
import org.apache.poi.ss.usermodel.PaperSize;

/** Strengths, weaknesses, opportunities and threats: the heaviest of each, and what they add up to. */
final class SwotSheet implements Sheet.Design {

    private static final int SHOWN = 4;
    private static final int FIRST = 18;
    private static final int ROOM = 26;

    /** Two corners above, two beneath. */
    private record Corner(String type, String heading, String left, String right, int row, Hue hue) {}

    private static final List<Corner> CORNERS = List.of(
            new Corner("S", "Strengths", "B", "D", 7, Hue.TEAL),
            new Corner("W", "Weaknesses", "F", "K", 7, Hue.CORAL),
            new Corner("O", "Opportunities", "B", "D", 12, Hue.BLUE),
            new Corner("T", "Threats", "F", "K", 12, Hue.AMBER));

    private final Draft draft;
    private final Page page;

    SwotSheet(Draft draft, Page page) {
        this.draft = draft;
        this.page = page;
    }

    @Override
    public void write() {
        page.widths(2, 14, 44, 14, 10, 36, 10, 11, 3, 14, 52, 10, 8, 2);
        draft.head(page, "SWOT", "M", "B", "C", "D", "E", "F", "G", "H", "J");
        page.height(6, 22)
                .put(
                        "B6",
                        "The heaviest of each, from the list beneath: impact times how strong or how likely.",
                        Looks.NOTE);
        CORNERS.forEach(this::corner);
        Table<Item> items = page.<Item>table("SwotItems", "B" + FIRST)
                .choice("Type", 14, Looks.TEXT.bold(), BenchmarkAssessment.TYPES.name(), Item::type)
                .input("Item", 44, Looks.TEXT, Item::text)
                .input("Impact", 14, Looks.COUNT, Item::impact)
                .input("Rating", 10, Looks.COUNT, Item::rating)
                .input("Evidence", 36, Looks.TEXT.indent(1), Item::evidence)
                .calculated(
                        "Place",
                        10,
                        Looks.WORD.ink(Hue.MUTED),
                        "=LEFT([@Type],1)&(1+COUNTIFS(SwotItems[Type],[@Type],SwotItems[Order],\">\"&[@Order]))")
                .calculated("Order", 11, FIGURE, "=[@Impact]*[@Rating]-ROW()/10000")
                .rows(Assessment.SWOT, Looks.HEADER, 17);
        page.height(FIRST, 24).numbers(items.cells("Impact", "Rating"), "1", "5", "Enter a number from 1 to 5.");
        String rows = page.spill(
                "J" + FIRST,
                formula("=MPM.SWOT(SwotItems[#All])"),
                ROOM,
                Looks.CAPTION,
                Look.PLAIN.bold().rule(Hue.LINE),
                Look.PLAIN.rule(Hue.LINE),
                Look.PLAIN.format("[>=1]0;[<0]-0.00;0.00").right().rule(Hue.LINE),
                Looks.COUNT.rule(Hue.LINE));
        page.when(rows, "LEN($J%s)>1".formatted(FIRST + 1), Hue.NAVY, Hue.MIST);
        draft.check(
                "Items of the list, and those that were ranked",
                "=ROWS(SwotItems[Item])",
                "=COUNT('SWOT'!$M$%s:$M$%s)".formatted(FIRST + 1, FIRST + ROOM));
        page.freeze(0, 5).print("A1:N46", PaperSize.A4_PAPER, true, 0);
    }

    private static final Look FIGURE = Look.PLAIN.format("0.0").right().ink(Hue.MUTED);

    private void corner(Corner corner) {
        Look heading = Look.PLAIN.bold().ink(Hue.PAPER).fill(corner.hue()).indent(1);
        Look line = Look.PLAIN.fill(Hue.MIST).indent(1);
        page.block("%s%s:%s%2$s".formatted(corner.left(), corner.row(), corner.right()), corner.heading(), heading);
        for (int rank = 1; rank <= SHOWN; rank++) {
            page.block(
                    "%s%s:%s%2$s".formatted(corner.left(), corner.row() + rank, corner.right()),
                    formula("=IFERROR(INDEX(SwotItems[Item],MATCH(\"%s%s\",SwotItems[Place],0)),\"\")"
                            .formatted(corner.type(), rank)),
                    line);
        }
    }
}
