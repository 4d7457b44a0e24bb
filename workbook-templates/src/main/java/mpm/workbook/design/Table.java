package mpm.workbook.design;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTTableColumn;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTTableFormula;

/** A table of Excel's: its columns are declared, then filled with rows. It grows as a planner types beneath it. */
public final class Table<T> {

    /** The height of a further line in a row. */
    private static final double LINE = 13;

    private final Page page;
    private final String name;
    private final CellAddress corner;
    private final List<Column<T>> columns = new ArrayList<>();
    private int rows;

    private record Column<T>(
            String header,
            double width,
            Function<T, Look> look,
            Function<T, @Nullable Object> value,
            @Nullable Formula formula,
            @Nullable String choices) {}

    Table(Page page, String name, CellAddress corner) {
        this.page = page;
        this.name = name;
        this.corner = corner;
    }

    /** What a planner types. */
    public Table<T> input(String header, double width, Look look, Function<T, @Nullable Object> value) {
        return add(header, width, row -> typed(look, value.apply(row)), value, null, null);
    }

    /** What a planner chooses from a named list. */
    public Table<T> choice(String header, double width, Look look, String list, Function<T, @Nullable Object> value) {
        return add(header, width, row -> look.input(), value, null, list);
    }

    /** What a planner ticks. */
    public Table<T> check(String header, double width, Function<T, @Nullable Object> value) {
        return add(header, width, row -> Look.PLAIN.checkbox().input(), value, null, null);
    }

    /** What stays as it is. */
    public Table<T> fixed(String header, double width, Look look, Function<T, @Nullable Object> value) {
        return add(header, width, row -> look, value, null, null);
    }

    /** What follows from the other columns: {@code =[@Actual]/[@Plan]}. */
    public Table<T> calculated(String header, double width, Look look, String formula) {
        Formula same = Formula.formula(formula);
        return add(header, width, row -> look, row -> same, same, null);
    }

    /** Writes the table. */
    public Table<T> rows(List<T> content, Look header, double height) {
        rows = content.size();
        for (int place = 0; place < columns.size(); place++) {
            Column<T> column = columns.get(place);
            page.width(corner.getColumn() + place, column.width);
            page.write(
                    corner.getRow(),
                    corner.getColumn() + place,
                    column.header,
                    Page.header(header, column.look.apply(content.get(0))),
                    name);
        }
        XSSFTable table = create();
        for (int row = 0; row < rows; row++) {
            page.height(corner.getRow() + row + 2, height + (lines(content.get(row)) - 1) * LINE);
            for (int place = 0; place < columns.size(); place++) {
                Column<T> column = columns.get(place);
                page.write(
                        corner.getRow() + 1 + row,
                        corner.getColumn() + place,
                        column.value.apply(content.get(row)),
                        column.look.apply(content.get(row)).rule(Hue.LINE),
                        name);
            }
        }
        for (int place = 0; place < columns.size(); place++) {
            complete(columns.get(place), table.getCTTable().getTableColumns().getTableColumnArray(place));
        }
        return this;
    }

    /** How many lines the longest text of a row takes; a little is left, since letters differ in width. */
    private int lines(T row) {
        int most = 1;
        for (Column<T> column : columns) {
            if (column.value.apply(row) instanceof String text) {
                most = Math.max(most, (int) Math.ceil(text.length() * 0.85 / column.width));
            }
        }
        return most;
    }

    /** Where the cells of a column stand. */
    public String cells(String header) {
        return cells(header, header);
    }

    /** Where the cells of neighbouring columns stand. */
    public String cells(String first, String last) {
        return new CellRangeAddress(
                        corner.getRow() + 1,
                        corner.getRow() + rows,
                        corner.getColumn() + place(first),
                        corner.getColumn() + place(last))
                .formatAsString();
    }

    private int place(String header) {
        for (int place = 0; place < columns.size(); place++) {
            if (columns.get(place).header.equals(header)) {
                return place;
            }
        }
        throw new IllegalArgumentException("The table %s has no column %s.".formatted(name, header));
    }

    private Table<T> add(
            String header,
            double width,
            Function<T, Look> look,
            Function<T, @Nullable Object> value,
            @Nullable Formula formula,
            @Nullable String choices) {
        columns.add(new Column<>(header, width, look, value, formula, choices));
        return this;
    }

    /** A cell that a planner may type over but which is linked for now does not stand on the tint. */
    private static Look typed(Look look, @Nullable Object value) {
        return value instanceof Formula ? look : look.input();
    }

    private XSSFTable create() {
        XSSFTable table = page.sheet()
                .createTable(new AreaReference(
                        new CellReference(corner.getRow(), corner.getColumn()),
                        new CellReference(corner.getRow() + rows, corner.getColumn() + columns.size() - 1),
                        page.sheet().getWorkbook().getSpreadsheetVersion()));
        table.setName(name);
        table.setDisplayName(name);
        table.getCTTable().addNewAutoFilter().setRef(table.getCTTable().getRef());
        table.updateHeaders();
        return table;
    }

    private void complete(Column<T> column, CTTableColumn stored) {
        if (column.formula != null) {
            CTTableFormula formula = stored.addNewCalculatedColumnFormula();
            formula.setStringValue(column.formula.stored(name));
            if (column.formula.isDynamic()) {
                formula.setArray(true);
            }
        }
        if (column.choices != null) {
            page.choice(cells(column.header), column.choices);
        }
    }
}
