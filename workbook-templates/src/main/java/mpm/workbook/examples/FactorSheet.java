package mpm.workbook.examples;

import static mpm.workbook.design.Formula.formula;

import java.util.List;
import java.util.Map;
import mpm.catalogue.Definition;
import mpm.catalogue.Example;
import mpm.catalogue.Spelling;
import mpm.cell.Range;
import mpm.workbook.design.Banner;
import mpm.workbook.design.Hue;
import mpm.workbook.design.Look;
import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import org.apache.poi.ss.usermodel.PaperSize;

/** The functions of one success factor below one another, each with its question and its examples. */
final class FactorSheet {

    private static final int WIDEST_ANSWER = 12;
    private static final double FIRST_COLUMN = 24;
    private static final double COLUMN = 15;

    /** Letters on a line of the columns C to N. */
    private static final int LINE = 190;

    private static final double LINE_HEIGHT = 13.5;

    private static final Look LABEL = Look.PLAIN.size(9).ink(Hue.MUTED).top();
    private static final Look QUESTION = Look.PLAIN.size(11).ink(Hue.NAVY).wrapped();
    private static final Look TYPED =
            Look.PLAIN.ink(Hue.NAVY).fill(Hue.MIST).wrapped().indent(1);
    private static final Look REASON = Looks.TEXT.indent(1);

    private final Page page;
    private final Banner banner;
    private final Map<Definition, String> places;
    private int row = Banner.ROWS + 1;

    FactorSheet(Page page, Banner banner, Map<Definition, String> places) {
        this.page = page;
        this.banner = banner;
        this.places = places;
    }

    void write(List<Definition> functions) {
        page.widths(2, 11, FIRST_COLUMN);
        for (int column = 3; column < 2 + WIDEST_ANSWER; column++) {
            page.width(column, COLUMN);
        }
        banner.draw(page, page.name(), "N", "General", "B", "D", "E", "F", "G", "H", "I");
        page.put("B" + row, functions.get(0).purpose(), Looks.NOTE);
        row += 2;
        for (Definition function : functions) {
            write(function);
        }
        page.freeze(0, Banner.ROWS - 1).print("A1:O%d".formatted(row), PaperSize.A3_PAPER, true, Banner.ROWS - 1);
    }

    private void write(Definition function) {
        places.put(function, page.at("B" + row));
        page.section("B%d:N%1$d".formatted(row), Spelling.typed(function.name()));
        row++;
        page.height(row, 22).block("B%d:N%1$d".formatted(row), function.question(), QUESTION);
        row++;
        for (Example example : function.examples()) {
            write(function, example);
        }
        row++;
    }

    private void write(Definition function, Example example) {
        line("Type", example.formula(), TYPED);
        if (!example.because().isEmpty()) {
            line("Why", example.because(), REASON);
        }
        page.put("B" + row, "Answer", LABEL);
        Range answer = page.spill("C" + row, formula(example.formula()), new AnswerLooks(function)::of);
        row += answer.rows();
        page.height(row, 9);
        row++;
    }

    /** What fits on a line, and more lines where it does not. */
    private void line(String label, String text, Look look) {
        int lines = 1 + (text.length() - 1) / LINE;
        page.height(row, 4 + lines * LINE_HEIGHT);
        page.put("B" + row, label, LABEL.middle());
        page.block("C%d:N%1$d".formatted(row), text, look);
        row++;
    }
}
