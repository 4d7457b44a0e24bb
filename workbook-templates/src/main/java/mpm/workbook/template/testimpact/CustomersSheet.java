package mpm.workbook.template.testimpact;

import static mpm.workbook.design.Formula.formula;

import mpm.workbook.design.Formula;
import mpm.workbook.design.Hue;
import mpm.workbook.design.Look;
import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import mpm.workbook.design.Table;
import mpm.workbook.sample.Experiments;
import mpm.workbook.sample.Experiments.Customer;
import mpm.workbook.template.Draft;
import mpm.workbook.template.Sheet;
import org.apache.poi.ss.usermodel.PaperSize;

/** Customers one by one, served or held out: what was added, with what they ordered before taken out and without. */
final class CustomersSheet implements Sheet.Design {

    private static final int ROOM = 9;

    /** The list stands below everything else, so that it may grow. */
    private static final int FIRST = 47;

    /** How much of it is printed. */
    private static final int SHOWN = 26;

    private static final Look P = TestLooks.P.rule(Hue.LINE);

    private final Draft draft;
    private final Page page;

    CustomersSheet(Draft draft, Page page) {
        this.draft = draft;
        this.page = page;
    }

    @Override
    public void write() {
        page.widths(2, 22, 12, 12, 13, 13, 13, 13, 13, 11, 11, 14, 12, 2);
        draft.head(page, "Customers", "M");
        page.section(
                "B6:M6",
                formula("=\"What did the service programme add to the orders of each customer? \"&p_Currency"));
        uplift(7, true);
        page.section("B18:M18", "The same without taking out what they ordered before: the limits are wider");
        uplift(19, false);
        page.section("B30:F30", "Added for each customer, by branch").section("H30:M30", "Orders before and after");
        page.chart(
                        "B31:F44",
                        "Added for each customer by branch",
                        "Columns by branch and for all: what service added for each customer, with marks for the lower and the upper"
                                + " limit.")
                .by(page, "B8:B11")
                .columns("Added", page, "G8:G11", Hue.TEAL)
                .marks("Low", page, "H8:H11", Hue.CORAL)
                .marks("High", page, "I8:I11", Hue.NAVY)
                .scale("#,##0", null, null);
        page.put("H31", "", Looks.CAPTION)
                .put("I31", "Before", Looks.CAPTION.right())
                .put("J31", "After", Looks.CAPTION.right())
                .put("K31", "Change", Looks.CAPTION.right());
        mean(32, "Served", "TRUE");
        mean(33, "Held out", "FALSE");
        page.put("H34", "Difference", TestLooks.LINE.bold());
        for (char column = 'I'; column <= 'K'; column++) {
            page.put(column + "34", formula("=%1$s32-%1$s33".formatted(column)), TestLooks.AMOUNT.bold());
        }
        page.put(
                        "H36",
                        formula("=\"Both groups ordered alike before: \"&ROUND(100*ABS(I34)/I33,0)&\"% apart.\""),
                        Looks.NOTE)
                .put("H37", "What is left of that, the first table takes out.", Looks.NOTE)
                .put("H39", "It pays from", Look.PLAIN)
                .put("K39", formula("=SUM(Served[Cost])/COUNTIFS(Served[Treated],TRUE)/p_Margin"), TestLooks.AMOUNT)
                .put("L39", "added for each customer", Looks.NOTE)
                .put("H40", "Margin on orders", Look.PLAIN)
                .put("K40", 0.4, Looks.PERCENT.format("0%").input().frame(Hue.LINE))
                .numbers("K40", "0.01", "1", "Enter a share between 0 and 1, such as 40%.");
        draft.name("p_Margin", page.at("K40"));
        draft.name("p_ServicePays", page.at("K39"));
        customers();
        draft.check(
                "Customers: the list, and those compared",
                "=ROWS(Served[Customer])",
                "=%s+%s".formatted(all("C"), all("D")));
        draft.check(
                "Added for each customer, as it is: means, and the function",
                "=ROUND('Customers'!$J$34,2)",
                "=ROUND(SUMIFS('Customers'!$G$20:$G$28,'Customers'!$B$20:$B$28,\"ALL\"),2)");
        page.freeze(0, 5).print("A1:N%s".formatted(FIRST + SHOWN), PaperSize.A4_PAPER, false, 0);
    }

    private void uplift(int row, boolean isAdjusted) {
        String rows = page.spill(
                "B" + row,
                formula("=MPM.UPLIFT(Served[#All],%s,0.5,p_Confidence)".formatted(isAdjusted ? "TRUE" : "FALSE")),
                ROOM,
                Looks.CAPTION,
                TestLooks.LINE.bold(),
                Look.PLAIN.format("[<1]0.00;#,##0").right().rule(Hue.LINE),
                TestLooks.COUNT,
                TestLooks.COUNT,
                TestLooks.COUNT,
                TestLooks.AMOUNT.bold(),
                TestLooks.AMOUNT,
                TestLooks.AMOUNT,
                P,
                P,
                TestLooks.AMOUNT,
                TestLooks.FIGURE);
        page.when(rows, "$B%s=\"ALL\"".formatted(row + 1), Hue.NAVY, Hue.MIST);
        String effect = "G%s:G%s".formatted(row + 1, row + ROOM);
        page.when(effect, "AND(ISNUMBER($H%1$s),N($H%1$s)>0)".formatted(row + 1), Hue.BLUE, null);
        page.when(effect, "AND(ISNUMBER($I%1$s),N($I%1$s)<0)".formatted(row + 1), Hue.CORAL, null);
    }

    private void mean(int row, String label, String treated) {
        page.put("H" + row, label, TestLooks.LINE)
                .put("I" + row, mean("Pre", treated), TestLooks.COUNT)
                .put("J" + row, mean("Outcome", treated), TestLooks.COUNT)
                .put("K" + row, formula("=J%1$s-I%1$s".formatted(row)), TestLooks.AMOUNT);
    }

    private static Formula mean(String column, String treated) {
        return formula("=AVERAGEIFS(Served[%s],Served[Treated],%s)".formatted(column, treated));
    }

    private void customers() {
        page.section("B%s:G%1$s".formatted(FIRST - 1), "Every customer: orders of four months");
        Table<Customer> served = page.<Customer>table("Served", "B" + FIRST)
                .input("Customer", 22, Looks.TEXT.bold(), Customer::id)
                .input("Segment", 12, Looks.TEXT, Customer::branch)
                .check("Treated", 12, Customer::isServed)
                .input("Pre", 13, Looks.COUNT, Customer::before)
                .input("Outcome", 13, Looks.COUNT, Customer::after)
                .input("Cost", 13, Looks.COUNT, customer -> customer.isServed() ? Experiments.COST_OF_SERVICE : 0)
                .rows(Experiments.CUSTOMERS, Looks.HEADER, 16);
        page.height(FIRST, 22).numbers(served.cells("Pre", "Cost"), "0", "1E+12", "Enter an amount, 0 or more.");
    }

    private static String all(String column) {
        return "SUMIFS('Customers'!$%1$s$8:$%1$s$16,'Customers'!$B$8:$B$16,\"ALL\")".formatted(column);
    }
}
