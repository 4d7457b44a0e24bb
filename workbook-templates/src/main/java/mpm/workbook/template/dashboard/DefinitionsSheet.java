package mpm.workbook.template.dashboard;

import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import mpm.workbook.template.Draft;
import mpm.workbook.template.Sheet;
import org.apache.poi.ss.usermodel.PaperSize;

/** What every metric means, so that two people who read it read the same. */
final class DefinitionsSheet implements Sheet.Design {

    private final Draft draft;
    private final Page page;

    DefinitionsSheet(Draft draft, Page page) {
        this.draft = draft;
        this.page = page;
    }

    @Override
    public void write() {
        page.widths(2);
        draft.head(page, "Definitions", "J");
        page.height(6, 22)
                .put(
                        "B6",
                        "SUM adds months, LAST takes the latest, RATIO divides the sums of two metrics. The guard is what must not suffer.",
                        Looks.NOTE);
        page.<Measure>table("Metrics", "B7")
                .input("Metric", 26, Looks.TEXT.bold(), Measure::name)
                .input("What it counts", 52, Looks.TEXT, Measure::counts)
                .choice("Unit", 10, Looks.TEXT, Dashboard.UNITS.name(), Measure::unit)
                .choice(
                        "Adds up",
                        11,
                        Looks.TEXT,
                        Dashboard.ADDING.name(),
                        measure -> measure.adding().how())
                .input("Of", 18, Looks.TEXT, measure -> measure.adding().of())
                .input("To", 14, Looks.TEXT, measure -> measure.adding().to())
                .input("Source", 16, Looks.TEXT, Measure::source)
                .input("Guard", 22, Looks.TEXT, Measure::guard)
                .input("Owner", 26, Looks.TEXT, Measure::owner)
                .rows(Measure.ALL, Looks.HEADER, 22);
        page.height(7, 24);
        page.freeze(2, 7).print("A1:K%s".formatted(9 + Measure.ALL.size()), PaperSize.A4_PAPER, true, 0);
    }
}
