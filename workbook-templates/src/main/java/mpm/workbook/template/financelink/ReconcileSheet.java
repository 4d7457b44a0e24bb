package mpm.workbook.template.financelink;

import static mpm.workbook.design.Formula.formula;

import java.util.List;
import mpm.workbook.design.Hue;
import mpm.workbook.design.Look;
import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import mpm.workbook.design.Table;
import mpm.workbook.sample.Budget;
import mpm.workbook.sample.Budget.Item;
import mpm.workbook.sample.Budget.Line;
import mpm.workbook.template.Draft;
import mpm.workbook.template.Rules;
import mpm.workbook.template.Rules.Rule;
import mpm.workbook.template.Sheet;
import org.apache.poi.ss.usermodel.PaperSize;

/** From the ledger's balances by accruals and explained items to the workbook's actuals. */
final class ReconcileSheet implements Sheet.Design {

    private static final Look AMOUNT = Looks.COUNT.format("#,##0.00;-#,##0.00;0.00");

    private static final List<Rule> RULES = List.of(
            Rule.error("Account", "REQUIRED", ""),
            Rule.error("Org", "REQUIRED", ""),
            Rule.error("Metric", "UNIQUE", "Org;Scenario"),
            Rule.error("Scenario", "IN", "PLAN;FORECAST; COMMITTED;ACTUAL"),
            Rule.error("Name", "REQUIRED", ""),
            new Rule("Year", "NONNEG", "", "WARNING"));

    private final Draft draft;
    private final Page page;

    ReconcileSheet(Draft draft, Page page) {
        this.draft = draft;
        this.page = page;
    }

    @Override
    public void write() {
        page.widths(2);
        draft.head(page, "Reconcile", "K");
        page.height(6, 22)
                .put(
                        "B6",
                        "The ledger's balance, with accruals and explained items, is the actual of the workbook.",
                        Looks.NOTE);
        Table<Line> ledger = page.<Line>table("Ledger", "B7")
                .input("Account", 11, Looks.TEXT, Line::account)
                .calculated(
                        "Name",
                        32,
                        Looks.TEXT,
                        "=IFERROR(INDEX(Accounts[Name],MATCH([@Account],Accounts[Account],0)),\"not in the workbook\")")
                .input("Ledger", 16, AMOUNT, Budget::ledger)
                .calculated("Accrued", 15, AMOUNT, "=SUMIFS(Orders[Accrued],Orders[Account],[@Account])")
                .calculated("Explained", 15, AMOUNT, "=SUMIFS(Items[Amount],Items[Account],[@Account])")
                .calculated("Expected", 16, AMOUNT, "=[@Ledger]+[@Accrued]+[@Explained]")
                .calculated("Workbook", 16, AMOUNT.bold(), "=SUMIFS(Accounts[Actual],Accounts[Account],[@Account])")
                .calculated("Difference", 15, AMOUNT.bold(), "=[@Workbook]-[@Expected]")
                .calculated(
                        "State",
                        18,
                        Looks.TEXT.indent(1),
                        "=IF(ABS([@Difference])<0.005,\"● agrees\",IF([@Difference]>0,\"▲ above the ledger\",\"▼ below the ledger\"))")
                .rows(Budget.LINES, Looks.HEADER, 20);
        page.height(7, 24);
        page.numbers(ledger.cells("Ledger"), "-1E+15", "1E+15", "Enter the balance of the account.");
        page.when(ledger.cells("Difference", "State"), "ABS($I8)>=0.005", Hue.CORAL, Hue.CORAL.tint(0.9));
        total(20);
        rules(23);
        items(23);
        checks();
        page.freeze(0, 7).print("A1:L43", PaperSize.A4_PAPER, true, 0);
    }

    private void total(int row) {
        Look total = AMOUNT.bold().ink(Hue.NAVY).fill(Hue.MIST);
        page.height(row, 20).put("B" + row, "Total", total.left()).put("C" + row, formula("=p_Currency"), total.left());
        String[] headers = {"Ledger", "Accrued", "Explained", "Expected", "Workbook", "Difference"};
        for (int place = 0; place < headers.length; place++) {
            page.put("DEFGHI".charAt(place) + "20", formula("=SUM(Ledger[%s])".formatted(headers[place])), total);
        }
        page.put(
                "J" + row,
                formula("=COUNTIFS(Ledger[State],\"<>● agrees\")"),
                total.format("0 \"differ\";;\"● all agree\"").left().indent(1));
    }

    private void items(int row) {
        page.section("B%s:F%1$s".formatted(row - 1), "Explained: what clears the difference, who clears it and when");
        Table<Item> items = page.<Item>table("Items", "B" + row)
                .input("Account", 11, Looks.TEXT, Item::account)
                .input("Reason", 32, Looks.TEXT, Item::reason)
                .input("Amount", 16, AMOUNT, Item::amount)
                .input("Owner", 15, Looks.TEXT.indent(1), Item::owner)
                .input(
                        "Cleared by",
                        15,
                        Looks.DAY,
                        item -> draft.parameters().fiscalYearStart().plusWeeks(item.dueWeek()))
                .rows(Budget.ITEMS, Looks.HEADER, 20);
        page.dates(items.cells("Cleared by"));
    }

    private void rules(int row) {
        page.section("H%s:K%1$s".formatted(row - 1), "Rules that Figures must keep");
        page.section("B%s:K%1$s".formatted(row + 10), "What breaks a rule, before it is sent");
        Rules.draw(draft, page, "Figures", RULES, "H" + row, new double[] {16, 15, 18, 13}, "B" + (row + 11));
    }

    private void checks() {
        draft.check(
                "Actual to date: the ledger with accruals and explained items, and the workbook",
                "=SUM(Ledger[Expected])",
                "=SUM(Accounts[Actual])");
        draft.check(
                "Accounts that differ from the ledger by what is not explained",
                "=COUNTIFS(Ledger[State],\"<>● agrees\")",
                "=0");
        draft.check("Accrued: orders, and accounts of the ledger", "=SUM(Orders[Accrued])", "=SUM(Ledger[Accrued])");
        draft.check("Explained: items, and accounts of the ledger", "=SUM(Items[Amount])", "=SUM(Ledger[Explained])");
    }
}
