package mpm.workbook.template;

import static mpm.workbook.design.Formula.formula;

import java.util.stream.IntStream;
import mpm.workbook.design.Hue;
import mpm.workbook.design.Look;
import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import mpm.workbook.design.Table;
import mpm.workbook.template.Draft.Check;
import org.apache.poi.ss.usermodel.PaperSize;
import org.apache.poi.ss.util.CellReference;

/** What must agree in the workbook, and whether it does. */
final class CheckSheet {

    /** The links to the sheets stand over as many columns, or more. */
    private static final int COLUMNS = 9;

    private static final Look AMOUNT = Looks.COUNT.format("#,##0.00");

    private final Draft draft;
    private final Page page;

    CheckSheet(Draft draft, Page page) {
        this.draft = draft;
        this.page = page;
    }

    void write() {
        int end = Math.max(COLUMNS, draft.sheets()) + 1;
        page.widths(IntStream.rangeClosed(0, end)
                .mapToDouble(column -> column == 0 || column == end ? 2 : column == 1 ? 66 : 16)
                .toArray());
        draft.head(page, "Check", CellReference.convertNumToColString(end - 1));
        page.height(6, 26)
                .put(
                        "B6",
                        formula(
                                "=IF(C6,\"Everything agrees.\",\"Something does not agree: see where the difference is not 0.\")"),
                        Look.PLAIN.heading(13).ink(Hue.NAVY))
                .put("C6", formula("=AND(Checks[Agrees])"), Looks.WORD.bold());
        draft.name("p_Checks", page.at("C6"));
        Table<Check> checks = page.<Check>table("Checks", "B8")
                .fixed("What must agree", 66, Looks.TEXT, Check::sentence)
                .fixed("One side", 16, AMOUNT, Check::left)
                .fixed("Other side", 16, AMOUNT, Check::right)
                .calculated("Difference", 16, AMOUNT, "=[@[One side]]-[@[Other side]]")
                .calculated("Agrees", 16, Looks.WORD.bold(), "=IFERROR(ABS([@Difference])<0.005,FALSE)")
                .rows(draft.checks(), Looks.HEADER, 20);
        page.height(8, 24);
        for (String cells : new String[] {"C6", checks.cells("Agrees")}) {
            String first = cells.substring(0, 2);
            page.when(cells, first + "=TRUE", Hue.TEAL, Hue.TINT);
            page.when(cells, first + "<>TRUE", Hue.CORAL, Hue.CORAL.tint(0.9));
        }
        page.freeze(0, 8)
                .print(
                        "A1:%s%s"
                                .formatted(
                                        CellReference.convertNumToColString(end),
                                        draft.checks().size() + 9),
                        PaperSize.A4_PAPER,
                        true,
                        0);
    }
}
