package mpm.workbook.design;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import mpm.cell.Range;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PaperSize;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFDataValidationHelper;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;

/** A sheet under design. Cells and areas are named as a person names them: {@code B5}, {@code B5:F9}. */
public final class Page {

    private static final Look SECTION = Look.PLAIN.heading(13).ink(Hue.NAVY).rule(Hue.TEAL);

    private final Book book;
    private final XSSFSheet sheet;
    private final Conditions conditions;
    private final List<Chart> charts = new ArrayList<>();
    private final List<Sparkline> sparklines = new ArrayList<>();

    Page(Book book, XSSFSheet sheet, Hue tab) {
        this.book = book;
        this.sheet = sheet;
        this.conditions = new Conditions(sheet, book.styles());
        Styles.paint(sheet.getCTWorksheet().addNewSheetPr().addNewTabColor(), tab);
        sheet.setDisplayGridlines(false);
        sheet.setZoom(90);
    }

    public String name() {
        return sheet.getSheetName();
    }

    /** An area of this sheet as formulas elsewhere name it. */
    public String at(String area) {
        return "'%s'!%s".formatted(name(), fixed(area));
    }

    /** The widths of the columns from A on, in digits. */
    public Page widths(double... digits) {
        for (int column = 0; column < digits.length; column++) {
            width(column, digits[column]);
        }
        return this;
    }

    /** The width of a column, counted from 0. */
    public Page width(int column, double digits) {
        sheet.setColumnWidth(column, (int) Math.round(digits * 256));
        return this;
    }

    /** The height of a row, counted from 1 as the sheet does. */
    public Page height(int row, double points) {
        row(row - 1).setHeightInPoints((float) points);
        return this;
    }

    /**
     * Writes a cell.
     *
     * @param value text, a number, TRUE or FALSE, a date, a {@link Formula}, or nothing
     */
    public Page put(String cell, @Nullable Object value, Look look) {
        CellAddress place = new CellAddress(cell);
        write(place.getRow(), place.getColumn(), value, look, "");
        return this;
    }

    /** Writes a cell as wide as an area, by merging. Never where a planner sorts. */
    public Page block(String area, @Nullable Object value, Look look) {
        if (value instanceof Formula formula && formula.isDynamic()) {
            throw new IllegalArgumentException(
                    "%s stands in merged cells, where Excel shows #SPILL!: compute it elsewhere."
                            .formatted(formula.typed()));
        }
        paint(area, look);
        CellRangeAddress cells = CellRangeAddress.valueOf(area);
        if (cells.getNumberOfCells() > 1) {
            sheet.addMergedRegion(cells);
        }
        write(cells.getFirstRow(), cells.getFirstColumn(), value, look, "");
        return this;
    }

    /** Begins a section: its heading across an area of one row. */
    public Page section(String area, Object heading) {
        return height(CellRangeAddress.valueOf(area).getFirstRow() + 1, 24).block(area, heading, SECTION);
    }

    /** Gives every cell of an area a look. */
    public Page paint(String area, Look look) {
        for (CellAddress place : CellRangeAddress.valueOf(area)) {
            cell(place.getRow(), place.getColumn()).setCellStyle(book.styles().of(look));
        }
        return this;
    }

    /** How one cell of an answer looks. */
    public interface CellLook {

        Look of(Range answer, int row, int column);
    }

    /**
     * Writes a formula whose answer is a table with its headers, and stores the whole answer when the workbook is complete.
     *
     * @param room the rows beneath the headers that are kept free, so that the answer may grow; the answer stored must fit
     * @param columns the looks of its columns, as many as it has
     * @return where the rows beneath the headers stand, with their room
     */
    public String spill(String cell, Formula formula, int room, Look header, Look... columns) {
        CellAddress place = new CellAddress(cell);
        for (int column = 0; column < columns.length; column++) {
            cell(place.getRow(), place.getColumn() + column)
                    .setCellStyle(book.styles().of(header(header, columns[column])));
        }
        book.spill(this, formula, room(place, room + 1, columns.length));
        return painted(new CellAddress(place.getRow() + 1, place.getColumn()), room, columns);
    }

    /** Writes a formula whose answer has no headers, as {@link #spill} does. */
    public String spread(String cell, Formula formula, int room, Look... columns) {
        CellAddress place = new CellAddress(cell);
        book.spill(this, formula, room(place, room, columns.length));
        return painted(place, room, columns);
    }

    private static CellRangeAddress room(CellAddress place, int rows, int columns) {
        return new CellRangeAddress(
                place.getRow(), place.getRow() + rows - 1, place.getColumn(), place.getColumn() + columns - 1);
    }

    private String painted(CellAddress place, int rows, Look... columns) {
        CellRangeAddress area = room(place, rows, columns.length);
        for (CellAddress one : area) {
            cell(one.getRow(), one.getColumn())
                    .setCellStyle(book.styles().of(columns[one.getColumn() - place.getColumn()]));
        }
        return area.formatAsString();
    }

    /**
     * Writes a formula and stores its whole answer. What it reads must stand already.
     *
     * @return the answer
     */
    public Range spill(String cell, Formula formula, CellLook looks) {
        CellAddress place = new CellAddress(cell);
        Range answer = book.value(cell(place.getRow(), place.getColumn()), formula);
        book.spill(this, formula, room(place, answer.rows(), answer.columns()));
        for (int row = 0; row < answer.rows(); row++) {
            for (int column = 0; column < answer.columns(); column++) {
                cell(place.getRow() + row, place.getColumn() + column)
                        .setCellStyle(book.styles().of(looks.of(answer, row, column)));
            }
        }
        return answer;
    }

    /** A header stands as what is beneath it. */
    static Look header(Look header, Look column) {
        return switch (column.place().across()) {
            case RIGHT -> header.right();
            case CENTER -> header.centre();
            default -> header.left().indent(column.place().indent());
        };
    }

    /** A table of Excel's, by the name that formulas use for it. */
    public <T> Table<T> table(String name, String cell) {
        return new Table<>(this, name, new CellAddress(cell));
    }

    /**
     * A chart over an area.
     *
     * @param description what it shows, for those who cannot see it
     */
    public Chart chart(String area, String name, String description) {
        Chart chart = new Chart(sheet, CellRangeAddress.valueOf(area), name, description);
        charts.add(chart);
        return chart;
    }

    /** A small chart within a cell, its last point marked. */
    public Page sparkline(String cell, String data) {
        sparklines.add(new Sparkline(cell, data));
        return this;
    }

    /** Bars behind numbers from 0 to 1. */
    public Page bars(String area, Hue hue) {
        conditions.bars(area, hue);
        return this;
    }

    /** Colours cells for which a formula, written for the first of them, holds. */
    public Page when(String area, String formula, Hue ink, @Nullable Hue fill) {
        conditions.when(area, formula, ink, fill);
        return this;
    }

    /** Offers a named list; other words are refused. */
    public Page choice(String area, String list) {
        XSSFDataValidationHelper helper = new XSSFDataValidationHelper(sheet);
        return validate(
                helper.createFormulaListConstraint(list),
                area,
                "Not in the list",
                "Choose one of the words offered. More words can be added on the sheet Lists.");
    }

    /** Takes dates alone. */
    public Page dates(String area) {
        DataValidationConstraint date = new XSSFDataValidationHelper(sheet)
                .createDateConstraint(DataValidationConstraint.OperatorType.GREATER_THAN, "DATE(1901,1,1)", null, null);
        return validate(date, area, "Not a date", "Enter a day, such as 28 February 2027.");
    }

    /** Takes numbers between two alone. */
    public Page numbers(String area, String least, String most, String sentence) {
        DataValidationConstraint number = new XSSFDataValidationHelper(sheet)
                .createDecimalConstraint(DataValidationConstraint.OperatorType.BETWEEN, least, most);
        return validate(number, area, "Out of range", sentence);
    }

    /** Takes what a formula, written for the first of the cells, holds for. */
    public Page entries(String area, String formula, String sentence) {
        return validate(
                new XSSFDataValidationHelper(sheet).createCustomConstraint(formula), area, "Not taken", sentence);
    }

    private Page validate(DataValidationConstraint constraint, String area, String title, String sentence) {
        CellRangeAddress cells = CellRangeAddress.valueOf(area);
        DataValidation validation = new XSSFDataValidationHelper(sheet)
                .createValidation(
                        constraint,
                        new CellRangeAddressList(
                                cells.getFirstRow(),
                                cells.getLastRow(),
                                cells.getFirstColumn(),
                                cells.getLastColumn()));
        validation.setShowErrorBox(true);
        validation.createErrorBox(title, sentence);
        sheet.addValidationData(validation);
        return this;
    }

    /** Keeps columns and rows in sight. */
    public Page freeze(int columns, int rows) {
        sheet.createFreezePane(columns, rows);
        return this;
    }

    /** Prints an area on one sheet of paper across. A page of one table may run on, its header repeated. */
    public Page print(String area, PaperSize paper, boolean isLandscape, int headerRow) {
        sheet.getWorkbook().setPrintArea(sheet.getWorkbook().getSheetIndex(sheet), fixed(area));
        sheet.getPrintSetup().setPaperSize(paper);
        sheet.getPrintSetup().setLandscape(isLandscape);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitWidth((short) 1);
        sheet.getPrintSetup().setFitHeight((short) (headerRow == 0 ? 1 : 0));
        if (headerRow > 0) {
            sheet.setRepeatingRows(new CellRangeAddress(headerRow - 1, headerRow - 1, -1, -1));
        }
        sheet.setHorizontallyCenter(true);
        sheet.setMargin(PageMargin.LEFT, 0.4);
        sheet.setMargin(PageMargin.RIGHT, 0.4);
        sheet.setMargin(PageMargin.TOP, 0.4);
        sheet.setMargin(PageMargin.BOTTOM, 0.6);
        sheet.getFooter().setLeft("&8MPM · &A");
        sheet.getFooter().setRight("&8&P / &N");
        return this;
    }

    void write(int row, int column, @Nullable Object value, Look look, String table) {
        XSSFCell cell = cell(row, column);
        if (value instanceof Formula formula) {
            if (formula.isDynamic()) {
                dynamic(cell, formula.stored(table), new CellRangeAddress(row, row, column, column));
            } else {
                cell.setCellFormula(formula.stored(table));
            }
        } else if (value instanceof String text) {
            cell.setCellValue(text);
        } else if (value instanceof Number number) {
            cell.setCellValue(number.doubleValue());
        } else if (value instanceof Boolean logical) {
            cell.setCellValue(logical);
        } else if (value instanceof LocalDate day) {
            cell.setCellValue(day);
        } else if (value != null) {
            throw new IllegalArgumentException(
                    "A cell holds no " + value.getClass().getSimpleName() + ".");
        }
        cell.setCellStyle(book.styles().of(look));
    }

    /** As Excel stores the formula of an add-in's function; anything else it would show as {@code =@MPM.…}. */
    void dynamic(XSSFCell cell, String stored, CellRangeAddress area) {
        sheet.setArrayFormula(stored, area);
        cell.getCTCell().setCm(1);
    }

    XSSFSheet sheet() {
        return sheet;
    }

    /** What needs the values of all cells, and what POI must not rewrite. */
    void finish() {
        charts.forEach(Chart::draw);
        conditions.finish();
        Sparkline.draw(sheet, sparklines);
    }

    XSSFCell cell(int row, int column) {
        XSSFCell cell = row(row).getCell(column);
        return cell == null ? row(row).createCell(column) : cell;
    }

    private XSSFRow row(int row) {
        XSSFRow existing = sheet.getRow(row);
        return existing == null ? sheet.createRow(row) : existing;
    }

    private static String fixed(String area) {
        CellRangeAddress cells = CellRangeAddress.valueOf(area);
        String first = new CellReference(cells.getFirstRow(), cells.getFirstColumn(), true, true).formatAsString();
        return cells.getNumberOfCells() == 1
                ? first
                : first + ":"
                        + new CellReference(cells.getLastRow(), cells.getLastColumn(), true, true).formatAsString();
    }
}
