package mpm.workbook.template.annualplan;

import static mpm.workbook.design.Formula.formula;

import java.util.List;
import mpm.workbook.design.Banner;
import mpm.workbook.design.Book;
import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import org.apache.poi.ss.usermodel.PaperSize;
import org.apache.poi.ss.util.CellReference;

/** The words of the drop-down lists: a table each, which grows as a planner types beneath it. */
final class ListsSheet {

    private static final List<Words> LISTS = List.of(
            new Words("BusinessUnits", "Business unit", List.of("Group", "EMEA", "AMER")),
            new Words(
                    "Functions",
                    "Function",
                    List.of("Demand", "Brand", "Partner", "Customer", "Analytics", "Operations")),
            new Words(
                    "Factors",
                    "Success factor",
                    List.of("Alignment", "Accountability", "Analytics", "Automation", "Alliances", "Assessment")),
            new Words("Categories", "Category", List.of("Activity", "Output", "Operational", "Outcome")),
            new Words("Timings", "Timing", List.of("Leading", "Lagging")),
            new Words("Units", "Unit", List.of(formula("=p_Currency"), "count", "%", "points", "days")),
            new Words("Directions", "Direction", List.of("HIGHER", "LOWER", "TARGET")),
            new Words("Stages", "Stage", List.of("Measure", "Plan", "Execute")));

    private final Book book;
    private final Page page;
    private final Banner banner;

    private record Words(String name, String header, List<Object> words) {}

    ListsSheet(Book book, Page page, Banner banner) {
        this.book = book;
        this.page = page;
        this.banner = banner;
    }

    void write() {
        page.widths(2, 17, 17, 17, 17, 17, 17, 17, 17, 2);
        banner.draw(page, "Lists", "I", Looks.AS_OF, "B", "C", "D", "E", "F", "G");
        page.put("B6", "Type beneath a list to add to it; the drop-down lists follow.", Looks.NOTE);
        for (int place = 0; place < LISTS.size(); place++) {
            Words list = LISTS.get(place);
            String column = CellReference.convertNumToColString(place + 1);
            page.<Object>table("t" + list.name(), column + "8")
                    .input(list.header(), 17, Looks.TEXT, word -> word)
                    .rows(list.words(), Looks.HEADER, 20);
            book.name(list.name(), "t%s[%s]".formatted(list.name(), list.header()));
        }
        page.height(8, 24).freeze(0, 8).print("A1:J20", PaperSize.A4_PAPER, true, 0);
    }
}
