package mpm.workbook.template.annualplan;

import static mpm.workbook.design.Formula.formula;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import mpm.workbook.design.Hue;
import mpm.workbook.design.Look;
import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import mpm.workbook.design.Table;
import mpm.workbook.template.Draft;
import mpm.workbook.template.Sheet;
import mpm.workbook.template.Signals;
import org.apache.poi.ss.usermodel.PaperSize;
import org.jspecify.annotations.Nullable;

/** Goals taken down to business units, functions and initiatives, each with a metric that somebody owns. */
final class PlanSheet implements Sheet.Design {

    private final Draft draft;
    private final Page page;

    PlanSheet(Draft draft, Page page) {
        this.draft = draft;
        this.page = page;
    }

    @Override
    public void write() {
        page.widths(2);
        draft.head(page, "Annual plan", "X");
        String known = "=IF(OR([@Actual]=\"\",[@Plan]=\"\"),\"\",%s)";
        Table<Map<String, Object>> plan = page.<Map<String, Object>>table("Plan", "B7")
                .input("Goal", 22, Looks.TEXT, of("Goal"))
                .choice("Business unit", 11, Looks.TEXT, "BusinessUnits", of("Business unit"))
                .choice("Function", 12, Looks.TEXT, "Functions", of("Function"))
                .input("Initiative", 28, Looks.TEXT, of("Initiative"))
                .choice("Success factor", 14, Looks.TEXT, "Factors", of("Success factor"))
                .input("Metric", 26, Looks.TEXT.bold(), of("Metric"))
                .choice("Category", 12, Looks.TEXT, "Categories", of("Category"))
                .choice("Timing", 9, Looks.TEXT, "Timings", of("Timing"))
                .choice("Unit", 8, Looks.TEXT, "Units", of("Unit"))
                .choice("Direction", 10, Looks.TEXT, "Directions", of("Direction"))
                .input("Baseline", 10, Looks.FIGURE, of("Baseline"))
                .input("Target", 12, Looks.FIGURE, of("Target"))
                .input("Plan", 12, Looks.FIGURE, of("Plan"))
                .input("Actual", 12, Looks.FIGURE, of("Actual"))
                .calculated(
                        "Variance",
                        11,
                        Looks.DIFFERENCE,
                        known.formatted("MPM.VARIANCE([@Actual],[@Plan],[@Direction])"))
                .calculated(
                        "Variance %",
                        11, Looks.DEVIATION, known.formatted("MPM.VARIANCE.PCT([@Actual],[@Plan],[@Direction])"))
                .calculated(
                        "Attainment",
                        12,
                        Looks.PERCENT.format("0%").indent(1),
                        "=IF(OR([@Actual]=\"\",[@Target]=\"\",[@Target]=[@Baseline]),\"\",MPM.ATTAIN([@Actual],[@Target],[@Direction],[@Baseline]))")
                .calculated(
                        "Status",
                        10,
                        Looks.WORD.bold(),
                        "=MPM.RAG([@Actual],[@Plan],[@Direction],p_Tolerance,2*p_Tolerance)")
                .calculated(
                        "Signal",
                        11,
                        Looks.WORD,
                        "=IF([@[Variance %]]=\"\",\"\",IF([@[Variance %]]>p_Tolerance,\"▲ above\","
                                + "IF([@[Variance %]]<-p_Tolerance,\"▼ below\",\"● on plan\")))")
                .input("Owner", 24, Looks.TEXT.indent(1), of("Owner"))
                .input("Due", 13, Looks.DAY, of("Due"))
                .input("Budget", 12, Looks.COUNT, of("Budget"))
                .calculated(
                        "Deviation",
                        11,
                        Looks.PERCENT.ink(Hue.MUTED),
                        "=IF(ISNUMBER([@[Variance %]]),ABS([@[Variance %]]),0)+ROW()/10^9")
                .rows(metrics(), Looks.HEADER, 28);
        page.height(6, 22).height(7, 30);
        page.put(
                "B6",
                "Plan is the plan to date, Attainment the way from baseline to target. Tinted cells are yours to fill.",
                Looks.NOTE);
        Look figure = Look.PLAIN.bold().ink(Hue.NAVY);
        page.put(
                "T6",
                formula("=COUNTIF(Plan[Signal],\"▲*\")+COUNTIF(Plan[Signal],\"▼*\")"),
                figure.format("0 \"signals\"").centre());
        page.put(
                "W6",
                formula("=SUBTOTAL(109,Plan[Budget])"),
                figure.format("#,##0").right());
        page.put("V6", formula("=\"Total, \"&p_Currency"), Looks.CAPTION.right());
        page.bars(plan.cells("Attainment"), Hue.PALE_TEAL);
        Signals.status(page, plan.cells("Status"), "S8");
        Signals.deviation(page, plan.cells("Signal"), "Q8");
        Signals.deviation(page, plan.cells("Variance %"), "Q8");
        page.dates(plan.cells("Due"));
        page.freeze(2, 7).print("A1:Y24", PaperSize.A3_PAPER, true, 7);
    }

    private static Function<Map<String, Object>, @Nullable Object> of(String header) {
        return metric -> metric.get(header);
    }

    /** The sample's metrics, by the headers of their columns: texts, numbers and formulas; what is blank is absent. */
    private static List<Map<String, Object>> metrics() {
        try (InputStream file = PlanSheet.class.getResourceAsStream("metrics.psv")) {
            String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            List<String[]> rows =
                    text.lines().map(line -> line.split("\\s*\\|\\s*", -1)).toList();
            return rows.stream().skip(1).map(row -> metric(rows.get(0), row)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> metric(String[] headers, String... fields) {
        Map<String, Object> metric = new HashMap<>();
        for (int place = 0; place < fields.length; place++) {
            String field = fields[place];
            if (field.startsWith("=")) {
                metric.put(headers[place], formula(field));
            } else if (field.matches("[0-9.]+")) {
                metric.put(headers[place], Double.valueOf(field));
            } else if (!field.isEmpty()) {
                metric.put(headers[place], field);
            }
        }
        return metric;
    }
}
