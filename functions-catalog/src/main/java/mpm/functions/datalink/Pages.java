package mpm.functions.datalink;

import java.util.List;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.Table;

/**
 * A long table in pages.
 *
 * @param rows of all pages together
 * @param page the one wanted, from 1
 */
record Pages(int rows, int page) {

    private static final int ROWS_A_PAGE = 500;

    /** Refuses a page that is not there, with #N/A. */
    Pages {
        int pages = count(rows);
        if (page < 1 || page > pages) {
            throw CellError.NA.because("No such page: there are %d, and page is %d.".formatted(pages, page));
        }
    }

    private static int count(int rows) {
        return Math.max(1, (rows + ROWS_A_PAGE - 1) / ROWS_A_PAGE);
    }

    /** The first row of the page, counted from 0. */
    int first() {
        return (page - 1) * ROWS_A_PAGE;
    }

    /** The row after the last of the page. */
    int end() {
        return Math.min(rows, page * ROWS_A_PAGE);
    }

    /** Those of all rows that stand on the page. */
    <T> List<T> of(List<T> all) {
        return all.subList(first(), end());
    }

    /** A table with its page below it, where there are several. */
    <R extends Record> Table<R> numbered(Table<R> table) {
        int pages = count(rows);
        return pages == 1 ? table : table.footer("PAGE", Cell.of("%d of %d".formatted(page, pages)));
    }
}
