package mpm.workbook.template.dashboard;

import static mpm.workbook.design.Formula.formula;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import mpm.workbook.design.Look;
import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import mpm.workbook.design.Table;
import mpm.workbook.template.Draft;
import mpm.workbook.template.Sheet;
import mpm.workbook.template.dashboard.Measure.Series;
import org.apache.poi.ss.usermodel.PaperSize;
import org.jspecify.annotations.Nullable;

/** What happened month by month, or what was planned: a column for each metric, from the first month of the year before. */
final class SeriesSheet implements Sheet.Design {

    static final int MONTHS = 24;

    private final Draft draft;
    private final Page page;
    private final String table;
    private final Function<Measure, Series> series;

    SeriesSheet(Draft draft, Page page, String table, Function<Measure, Series> series) {
        this.draft = draft;
        this.page = page;
        this.table = table;
        this.series = series;
    }

    @Override
    public void write() {
        page.widths(2);
        draft.head(page, page.name(), "L");
        page.height(6, 22)
                .put(
                        "B6",
                        "A new metric is a new column, here and on the other sheets of months; what is not known stays blank.",
                        Looks.NOTE);
        Table<Integer> months = page.<Integer>table(table, "B7").calculated("Month", 16, Looks.MONTH, month(table));
        for (Measure measure : Measure.ALL) {
            Look figure = measure.hasDecimals() ? Looks.FIGURE : Looks.COUNT;
            months.input(measure.name(), 13, figure, month -> figure(measure, month));
        }
        months.rows(IntStream.range(0, MONTHS).boxed().toList(), Looks.HEADER, 18);
        page.height(7, 34);
        List<Measure> all = Measure.ALL;
        page.numbers(
                months.cells(all.get(0).name(), all.get(all.size() - 1).name()),
                "-1E+15",
                "1E+15",
                "Enter a number, or clear the cell.");
        page.freeze(2, 7).print("A1:M32", PaperSize.A4_PAPER, true, 0);
    }

    /** The month of a row, from the first of the year before on. */
    static String month(String table) {
        return "=EDATE(p_Start,ROW()-ROW(%s[[#Headers],[Month]])-13)".formatted(table);
    }

    private @Nullable Object figure(Measure measure, int month) {
        if (measure.adding().how().equals("RATIO")) {
            return formula("=IF(SUM([@[%2$s]])=0,\"\",[@[%1$s]]/[@[%2$s]])"
                    .formatted(measure.adding().of(), measure.adding().to()));
        }
        return series.apply(measure).at(month);
    }
}
