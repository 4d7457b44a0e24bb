package mpm.workbook.examples;

import static mpm.workbook.design.Formula.formula;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import mpm.catalogue.Definition;
import mpm.catalogue.Spelling;
import mpm.workbook.design.Banner;
import mpm.workbook.design.Hue;
import mpm.workbook.design.Look;
import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import org.apache.poi.ss.usermodel.PaperSize;

/** Where a function is found by its question: a table to filter, each name a way to the function's examples. */
final class FunctionsSheet {

    private final Page page;
    private final Banner banner;

    FunctionsSheet(Page page, Banner banner) {
        this.page = page;
        this.banner = banner;
    }

    /** Writes it, with where each function's examples stand. */
    void write(Map<Definition, String> places) {
        page.widths(2, 28, 96, 18, 14, 12, 14, 14, 2);
        banner.draw(page, "Examples of MPM's functions", "F", "General", "B", "C", "D", "E", "F", "G", "H");
        page.put("B6", "Filter by success factor or stage; a click on a function leads to its examples.", Looks.NOTE);
        page.<Definition>table("Functions", "B7")
                .fixed(
                        "Function",
                        28,
                        Look.PLAIN.bold().ink(Hue.TEAL),
                        each -> formula(
                                "=HYPERLINK(\"#%s\",\"%s\")".formatted(places.get(each), Spelling.typed(each.name()))))
                .fixed("Question", 96, Looks.TEXT, Definition::question)
                .fixed("Success factor", 18, Looks.TEXT, Definition::factor)
                .fixed("Stage", 14, Looks.TEXT, each -> word(each.stage().name()))
                .fixed("Examples", 12, Looks.COUNT, each -> each.examples().size())
                .rows(List.copyOf(places.keySet()), Looks.HEADER, 16);
        page.height(7, 24).freeze(2, 7).print("A1:I%d".formatted(7 + places.size()), PaperSize.A4_PAPER, true, 7);
    }

    private static String word(String constant) {
        return constant.charAt(0) + constant.substring(1).toLowerCase(Locale.ROOT);
    }
}
