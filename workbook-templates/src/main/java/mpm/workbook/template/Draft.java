package mpm.workbook.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import mpm.workbook.design.Banner;
import mpm.workbook.design.Book;
import mpm.workbook.design.Formula;
import mpm.workbook.design.Hue;
import mpm.workbook.design.Look;
import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import org.apache.poi.ss.util.CellReference;

/** A template's workbook while its sheets are written: for whom it is, its pages, and what must agree in it. */
public final class Draft {

    private final Book book;
    private final Banner banner;
    private final Parameters parameters;
    private final Map<String, Page> pages = new HashMap<>();
    private final List<Check> checks = new ArrayList<>();

    /** What must agree: both sides are numbers. */
    record Check(String sentence, Formula left, Formula right) {}

    Draft(Book book, Banner banner, Parameters parameters) {
        this.book = book;
        this.banner = banner;
        this.parameters = parameters;
    }

    public Parameters parameters() {
        return parameters;
    }

    /** A sheet of the workbook, for areas of it that another sheet's charts draw. */
    public Page page(String sheet) {
        return Objects.requireNonNull(pages.get(sheet), () -> "The workbook has no sheet %s.".formatted(sheet));
    }

    void page(String sheet, Hue tab) {
        pages.put(sheet, book.page(sheet, tab));
    }

    /**
     * Writes the head of a sheet, five rows; the links to the sheets stand side by side from B on.
     *
     * @param last the last column that it takes, from B on
     */
    public void head(Page page, String title, String last) {
        head(
                page,
                title,
                last,
                IntStream.rangeClosed(1, banner.sheets().size())
                        .mapToObj(CellReference::convertNumToColString)
                        .toArray(String[]::new));
    }

    /**
     * Writes the head of a sheet whose columns differ in width.
     *
     * @param links the columns in which the links to the sheets stand, as many as the workbook has sheets
     */
    public void head(Page page, String title, String last, String... links) {
        if (links.length != banner.sheets().size()) {
            throw new IllegalArgumentException(
                    "The head of %s has %d places for links, and the workbook these sheets: %s."
                            .formatted(page.name(), links.length, banner.sheets()));
        }
        banner.draw(page, title, last, Looks.AS_OF, links);
    }

    /** A name that formulas use, for a cell or a column of a table. */
    public void name(String name, String reference) {
        book.name(name, reference);
    }

    /** Writes a setting into columns B to D: its label, its cell, what it does. Formulas use it by its name. */
    public void setting(Page page, int row, Setting setting) {
        page.put("B" + row, setting.label(), Look.PLAIN.size(11)).put("C" + row, setting.value(), setting.look());
        page.put("D" + row, setting.says(), Looks.NOTE.indent(1));
        name(setting.name(), page.at("C" + row));
        setting.guard().accept(page, "C" + row);
    }

    /** Two numbers that must agree to the cent; the sheet Check shows them. */
    public void check(String sentence, String left, String right) {
        checks.add(new Check(sentence, Formula.formula(left), Formula.formula(right)));
    }

    /** How many sheets the workbook has. */
    int sheets() {
        return banner.sheets().size();
    }

    List<Check> checks() {
        return checks;
    }
}
