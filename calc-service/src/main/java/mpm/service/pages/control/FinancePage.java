package mpm.service.pages.control;

import java.util.List;

/** The page for finance. */
public record FinancePage(List<View> views) {

    /**
     * A part of it that is shown by itself.
     *
     * @param id its place in the address of the page, and the name of its module
     */
    public record View(String id, String name, String question) {}

    public static FinancePage whole() {
        return new FinancePage(List.of(
                new View("submissions", "Submissions", "Who entered what, and is it right?"),
                new View("locks", "Locks", "What is closed, and for whom?"),
                new View("audit", "Audit", "Who changed what, when and from where?"),
                new View("reconciliation", "Reconciliation", "Do the figures agree with the ledger?"),
                new View("alerts", "Alerts", "What is out of the ordinary, and who has seen to it?"),
                new View("rates", "Rates", "What is a currency worth in each period?"),
                new View("periods", "Periods", "When does each period begin and end?"),
                new View("workbooks", "Linked workbooks", "Which workbooks read and enter figures?")));
    }
}
