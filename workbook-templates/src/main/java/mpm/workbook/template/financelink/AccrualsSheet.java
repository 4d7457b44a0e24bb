package mpm.workbook.template.financelink;

import static mpm.workbook.design.Formula.formula;

import mpm.workbook.design.Hue;
import mpm.workbook.design.Look;
import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import mpm.workbook.design.Table;
import mpm.workbook.sample.Budget;
import mpm.workbook.sample.Budget.Order;
import mpm.workbook.template.Draft;
import mpm.workbook.template.Sheet;
import org.apache.poi.ss.usermodel.PaperSize;

/** Orders from promise to invoice: what is delivered and not invoiced is accrued, what is not delivered is committed. */
final class AccrualsSheet implements Sheet.Design {

    private final Draft draft;
    private final Page page;

    AccrualsSheet(Draft draft, Page page) {
        this.draft = draft;
        this.page = page;
    }

    @Override
    public void write() {
        page.widths(2);
        draft.head(page, "Accruals", "L", "B", "C", "D", "E", "F", "G", "H", "I", "J");
        page.height(6, 22)
                .put("B6", "Delivered by the day above, less invoiced: the accrual of the month.", Looks.NOTE)
                .put("F6", formula("=\"Total, \"&p_Currency"), Looks.CAPTION.right());
        Look total = Looks.COUNT.bold().ink(Hue.NAVY);
        String[] headers = {"Ordered", "Delivered", "Invoiced", "Accrued", "Open"};
        for (int place = 0; place < headers.length; place++) {
            page.put(
                    "GHIJK".charAt(place) + "6", formula("=SUBTOTAL(109,Orders[%s])".formatted(headers[place])), total);
        }
        Table<Order> orders = page.<Order>table("Orders", "B7")
                .input("Order", 11, Looks.TEXT, Order::number)
                .input("Account", 11, Looks.TEXT, order -> order.line().account())
                .input("Vendor", 26, Looks.TEXT.bold(), AccrualsSheet::vendor)
                .input("For", 24, Looks.TEXT, order -> order.line().name())
                .input("Org", 17, Looks.TEXT, order -> Budget.department(order.line(), order.region()))
                .input("Ordered", 13, Looks.COUNT, Order::ordered)
                .input("Delivered", 13, Looks.COUNT, Order::delivered)
                .input("Invoiced", 13, Looks.COUNT, Order::invoiced)
                .calculated("Accrued", 13, Looks.COUNT.bold(), "=MAX(0,[@Delivered]-[@Invoiced])")
                .calculated("Open", 13, Looks.COUNT, "=MAX(0,[@Ordered]-[@Delivered])")
                .calculated(
                        "State",
                        22,
                        Looks.TEXT.indent(1),
                        "=IF([@Invoiced]>[@Delivered],\"▲ invoiced too early\",IF([@Delivered]>[@Ordered],\"▲ beyond the order\","
                                + "IF([@Accrued]>0,\"● accrue\",\"● invoiced\")))")
                .rows(Budget.ORDERS, Looks.HEADER, 18);
        page.height(7, 24);
        page.numbers(orders.cells("Ordered", "Invoiced"), "0", "1E+15", "Enter an amount, 0 or more.");
        page.when(orders.cells("State"), "LEFT($L8,1)=\"▲\"", Hue.CORAL, Hue.CORAL.tint(0.9));
        page.when(orders.cells("State"), "$L8=\"● accrue\"", Hue.AMBER, Hue.AMBER.tint(0.9));
        int row = 9 + Budget.ORDERS.size();
        page.section(
                "B%s:L%1$s".formatted(row),
                formula("=\"Invoiced, to accrue and still to come by order, \"&p_Currency"));
        page.chart(
                        "B%s:L%s".formatted(row + 1, row + 16),
                        "Orders from delivery to invoice",
                        "A column for each order: what is invoiced, what is delivered and to be accrued, and what is still to come.")
                .by(page, orders.cells("Vendor"))
                .columns("Invoiced", page, orders.cells("Invoiced"), Hue.TEAL)
                .columns("Accrued", page, orders.cells("Accrued"), Hue.AMBER)
                .columns("Open", page, orders.cells("Open"), Hue.PALE_TEAL)
                .scale("#,##0", 0.0, null);
        draft.check(
                "Open orders, and what Figures has committed for the open periods",
                "=SUM(Orders[Open])",
                "=SUM(Accounts[Committed])");
        draft.check(
                "Orders invoiced before delivery, or delivered beyond what was ordered",
                "=COUNTIF(Orders[State],\"▲*\")",
                "=0");
        page.freeze(2, 7).print("A1:M%s".formatted(row + 17), PaperSize.A4_PAPER, true, 0);
    }

    private static String vendor(Order order) {
        return "%s, %s".formatted(order.line().vendor(), order.region());
    }
}
