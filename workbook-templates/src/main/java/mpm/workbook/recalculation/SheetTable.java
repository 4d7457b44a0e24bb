package mpm.workbook.recalculation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mpm.cell.Cell;
import mpm.cell.DateSystem;

/**
 * The cells of one sheet as the workbook was saved: for those who read a table and compute nothing.
 *
 * @param dates how the workbook counts its days
 * @param rows those that hold something, in their order
 */
public record SheetTable(DateSystem dates, List<Row> rows) {

    public SheetTable {
        rows = List.copyOf(rows);
    }

    /**
     * A row.
     *
     * @param number as Excel shows it, from 1
     * @param cells from the first column on, up to the last that holds something
     */
    public record Row(int number, List<Cell> cells) {

        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * Reads a sheet.
     *
     * @param sheet its name; nothing for the first that has cells
     * @param mostRows how many rows may hold something
     * @param mostColumns how many columns a row may have
     * @throws WorkbookRefusedException where it is no workbook, over a limit, or without this sheet
     */
    public static SheetTable read(
            byte[] file, Optional<String> sheet, WorkbookLimits limits, int mostRows, int mostColumns) {
        try (WorkbookPackage parts = WorkbookPackage.open(file, limits)) {
            WorkbookCells book = WorkbookCells.read(parts, limits, new Progress(Duration.ZERO));
            return new SheetTable(book.dates(), rows(wanted(book, sheet), mostRows, mostColumns));
        }
    }

    private static SheetCells wanted(WorkbookCells book, Optional<String> name) {
        return IntStream.range(0, book.sheets().size())
                .filter(index -> book.sheets().get(index).part().isPresent())
                .filter(index -> name.stream()
                        .allMatch(each ->
                                each.equalsIgnoreCase(book.sheets().get(index).name())))
                .mapToObj(index -> book.cells().get(index))
                .filter(cells -> name.isPresent() || cells.size() > 0)
                .findFirst()
                .orElseThrow(() -> WorkbookRefusedException.because(none(book, name)));
    }

    private static String none(WorkbookCells book, Optional<String> name) {
        String sheets =
                book.sheets().stream().map(WorkbookCells.BookSheet::name).collect(Collectors.joining(", "));
        return sheets.isEmpty()
                ? "The workbook has no sheets."
                : "The workbook has no sheet %swith cells: its sheets are %s."
                        .formatted(name.map("“%s” "::formatted).orElse(""), sheets);
    }

    private static List<Row> rows(SheetCells sheet, int mostRows, int mostColumns) {
        List<Row> rows = new ArrayList<>();
        List<Cell> cells = new ArrayList<>();
        int[] number = {0};
        sheet.eachBefore((cell, key) -> {
            int column = Area.column(key);
            if (column >= mostColumns) {
                throw WorkbookRefusedException.over(
                        mostColumns,
                        "Row %d of the sheet has something behind column %,d: remove it, or send the table alone."
                                .formatted(Area.row(key) + 1, mostColumns));
            } else if (Area.row(key) + 1 != number[0]) {
                add(rows, number[0], cells);
                number[0] = Area.row(key) + 1;
                if (rows.size() == mostRows) {
                    throw WorkbookRefusedException.over(
                            mostRows, "The sheet has more than %,d rows: send it in parts.".formatted(mostRows));
                }
            }
            while (cells.size() < column) {
                cells.add(Cell.blank());
            }
            cells.add(cell);
        });
        add(rows, number[0], cells);
        return rows;
    }

    private static void add(List<Row> rows, int number, List<Cell> cells) {
        if (!cells.isEmpty()) {
            rows.add(new Row(number, cells));
            cells.clear();
        }
    }
}
