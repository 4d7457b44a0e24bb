package mpm.workbook.examples;

import static mpm.workbook.design.Formula.formula;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import mpm.catalogue.Catalogue;
import mpm.catalogue.Definition;
import mpm.workbook.design.AddIn;
import mpm.workbook.design.Banner;
import mpm.workbook.design.Book;
import mpm.workbook.design.Hue;
import mpm.workbook.design.Page;

/** All functions with all their examples: a sheet that finds a function, and one for each success factor. */
public final class ExamplesBook {

    static final String FUNCTIONS = "Functions";

    /** The day in the file's properties: the first of the sample company's year. */
    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);

    private static final List<Hue> TABS = List.of(Hue.TEAL, Hue.BLUE, Hue.AMBER, Hue.CORAL);

    private ExamplesBook() {}

    /** The .xlsx file. */
    public static byte[] of(Catalogue catalogue) {
        Map<String, List<Definition>> byFactor = catalogue.functions().stream()
                .collect(Collectors.groupingBy(Definition::factor, LinkedHashMap::new, Collectors.toList()));
        Collection<Definition> functions = catalogue.functions();
        int examples =
                functions.stream().mapToInt(each -> each.examples().size()).sum();
        List<String> sheets = new ArrayList<>(List.of(FUNCTIONS));
        sheets.addAll(byFactor.keySet());
        Banner banner = new Banner(
                formula("=\"Copy an example, or look at what it answers: every answer here is live\""),
                formula("=\"%d functions, %d examples\"".formatted(functions.size(), examples)),
                sheets);
        Book book = new Book("Examples of MPM's functions", "Marketing performance management", DAY, AddIn.MPM);
        Page index = book.page(FUNCTIONS, Hue.NAVY);
        Map<Definition, String> places = new LinkedHashMap<>();
        for (String factor : byFactor.keySet()) {
            Hue tab = TABS.get(sheets.indexOf(factor) % TABS.size());
            new FactorSheet(book.page(factor, tab), banner, places).write(byFactor.get(factor));
        }
        new FunctionsSheet(index, banner).write(places);
        return book.bytes();
    }
}
