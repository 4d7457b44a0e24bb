package mpm.workbook.template.financelink;

import static mpm.workbook.design.Formula.formula;

import mpm.workbook.design.Hue;
import mpm.workbook.design.Look;
import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import mpm.workbook.design.Table;
import mpm.workbook.sample.Budget;
import mpm.workbook.sample.Budget.Line;
import mpm.workbook.template.Draft;
import mpm.workbook.template.Sheet;
import mpm.workbook.template.Signals;
import org.apache.poi.ss.usermodel.PaperSize;

/** Each account against its budget: to date, and at the end of the year. */
final class AccountsSheet implements Sheet.Design {

    private static final Look SIGNED = Looks.COUNT.format("#,##0;-#,##0;0");

    private final Draft draft;
    private final Page page;

    AccountsSheet(Draft draft, Page page) {
        this.draft = draft;
        this.page = page;
    }

    @Override
    public void write() {
        page.widths(2);
        draft.head(page, "Accounts", "U", "B", "C", "E", "G", "H", "I", "J", "K", "M");
        page.height(6, 22).put("B6", "F favourable, U unfavourable: beyond both thresholds on Start.", Looks.NOTE);
        Table<Line> accounts = page.<Line>table("Accounts", "B7")
                .input("Account", 11, Looks.TEXT, Line::account)
                .input("Name", 22, Looks.TEXT.bold(), Line::name)
                .choice("Category", 13, Looks.TEXT, FinanceLink.CATEGORIES.name(), Line::category)
                .input("Vendor", 18, Looks.TEXT, Line::vendor)
                .choice(
                        "Behaviour",
                        11,
                        Looks.TEXT,
                        FinanceLink.BEHAVIOURS.name(),
                        line -> line.fixed() ? "Fixed" : "Variable")
                .calculated("Budget", 12, Looks.COUNT.bold(), sum("Year", "PLAN"))
                .calculated("Plan to date", 12, Looks.COUNT, sum("To date", "PLAN"))
                .calculated("Actual", 12, Looks.COUNT.bold(), sum("To date", "ACTUAL"))
                .calculated("Variance", 12, SIGNED, "=MPM.VARIANCE([@Actual],[@[Plan to date]],\"LOWER\")")
                .calculated("Variance %", 11, Looks.DEVIATION, percent("Actual", "Plan to date"))
                .calculated(
                        "Flag",
                        8,
                        Looks.WORD.bold(),
                        "=MPM.VARIANCE.FLAG([@Actual],[@[Plan to date]],\"LOWER\",p_Material,p_Tolerance,\"BOTH\")")
                .calculated("Committed", 12, Looks.COUNT, open("COMMITTED"))
                .calculated("Forecast", 12, Looks.COUNT, open("FORECAST"))
                .calculated("Landing", 12, Looks.COUNT.bold(), "=[@Actual]+[@Forecast]")
                .calculated("Off budget", 12, SIGNED, "=MPM.VARIANCE([@Landing],[@Budget],\"LOWER\")")
                .calculated("Off budget %", 12, Looks.DEVIATION, percent("Landing", "Budget"))
                .calculated("Free", 12, SIGNED, "=[@Budget]-[@Actual]-[@Committed]")
                .calculated(
                        "Bound",
                        10,
                        Looks.PERCENT.format("0%"),
                        "=IF([@Budget]=0,0,([@Actual]+[@Committed])/[@Budget])")
                .input("Owner", 22, Looks.TEXT.indent(1), AccountsSheet::owner)
                .calculated("Rank", 13, Looks.COUNT.ink(Hue.MUTED), "=[@Variance]+ROW()/10^6")
                .rows(Budget.LINES, Looks.HEADER, 20);
        page.height(7, 30);
        total();
        Signals.deviation(page, accounts.cells("Variance %"), "K8");
        Signals.deviation(page, accounts.cells("Off budget %"), "Q8");
        page.when(accounts.cells("Flag"), "$L8=\"U\"", Hue.CORAL, Hue.CORAL.tint(0.9));
        page.when(accounts.cells("Flag"), "$L8=\"F\"", Hue.BLUE, Hue.BLUE.tint(0.9));
        page.when(accounts.cells("Free"), "$R8<0", Hue.CORAL, Hue.CORAL.tint(0.9));
        page.bars(accounts.cells("Bound"), Hue.PALE_TEAL);
        charts(accounts);
        page.freeze(3, 7).print("A1:V40", PaperSize.A3_PAPER, true, 0);
    }

    private void total() {
        page.put("F6", formula("=\"Total, \"&p_Currency"), Looks.CAPTION.right());
        String[] headers = {"Budget", "Plan to date", "Actual", "Variance"};
        for (int place = 0; place < headers.length; place++) {
            total("GHIJ".charAt(place), headers[place]);
        }
        String[] later = {"Committed", "Forecast", "Landing", "Off budget"};
        for (int place = 0; place < later.length; place++) {
            total("MNOP".charAt(place), later[place]);
        }
        total('R', "Free");
    }

    private void total(char column, String header) {
        page.put(
                column + "6",
                formula("=SUBTOTAL(109,Accounts[%s])".formatted(header)),
                SIGNED.bold().ink(Hue.NAVY));
    }

    private void charts(Table<Line> accounts) {
        page.section("B21:K21", formula("=\"Variance to date by account, \"&p_Currency&\": above 0 is favourable\""));
        page.chart(
                        "B22:K39",
                        "Variance to date by account",
                        "A column for each account: how far it stands from plan to date, above zero where less was spent.")
                .by(page, accounts.cells("Name"))
                .columns("Variance", page, accounts.cells("Variance"), Hue.TEAL)
                .scale("#,##0;-#,##0;0", null, null);
        page.section("M21:U21", formula("=\"Budget by account, \"&p_Currency&\": spent, ordered and free\""));
        page.chart(
                        "M22:U39",
                        "Budget by account",
                        "A column for each account: what is spent, what is ordered beyond that, and what of its budget is free.")
                .by(page, accounts.cells("Name"))
                .columns("Spent", page, accounts.cells("Actual"), Hue.TEAL)
                .columns("Ordered", page, accounts.cells("Committed"), Hue.PALE_TEAL)
                .columns("Free", page, accounts.cells("Free"), Hue.TINT)
                .scale("#,##0", 0.0, null);
    }

    private static String sum(String column, String scenario) {
        return "=SUMIFS(Figures[%s],Figures[Account],[@Account],Figures[Scenario],\"%s\")".formatted(column, scenario);
    }

    /** Of the open months. */
    private static String open(String scenario) {
        return "%s-%s".formatted(sum("Year", scenario), sum("To date", scenario).substring(1));
    }

    private static String percent(String actual, String plan) {
        return "=IF([@[%2$s]]=0,0,MPM.VARIANCE.PCT([@[%1$s]],[@[%2$s]],\"LOWER\"))".formatted(actual, plan);
    }

    private static String owner(Line line) {
        return "%s Manager".formatted(line.channel());
    }
}
