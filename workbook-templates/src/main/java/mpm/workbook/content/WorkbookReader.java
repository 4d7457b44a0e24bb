package mpm.workbook.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.PaneInformation;
import org.apache.poi.util.Units;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Reads the content of one workbook. */
final class WorkbookReader {

    private final XSSFWorkbook workbook;
    private final Formulas formulas;
    private final Styles styles;

    WorkbookReader(XSSFWorkbook workbook) {
        this.workbook = workbook;
        this.formulas = new Formulas(workbook);
        this.styles = new Styles(workbook);
    }

    WorkbookContent content() {
        List<SheetContent> sheets = IntStream.range(0, workbook.getNumberOfSheets())
                .mapToObj(this::sheet)
                .toList();
        List<WorkbookContent.DefinedName> names = workbook.getAllNames().stream()
                .filter(name -> !name.isFunctionName() && !name.getNameName().startsWith("_xl"))
                .map(name -> new WorkbookContent.DefinedName(name.getNameName(), formulas.typed(name)))
                .toList();
        return new WorkbookContent(styles.all(), sheets, names);
    }

    private SheetContent sheet(int index) {
        XSSFSheet sheet = workbook.getSheetAt(index);
        List<SheetContent.Entry> entries = new ArrayList<>();
        List<SheetContent.Link> links = new ArrayList<>();
        for (Row row : sheet) {
            for (Cell each : row) {
                XSSFCell cell = (XSSFCell) each;
                Optional<Formulas.Link> link = link(cell);
                link.ifPresent(
                        to -> links.add(new SheetContent.Link(new CellAddress(cell).formatAsString(), to.target())));
                entries.add(new SheetContent.Entry(
                        cell.getRowIndex(),
                        cell.getColumnIndex(),
                        link.<Object>map(to -> quoted(to.text())).orElseGet(() -> input(cell, index)),
                        styles.index(cell.getCellStyle())));
            }
        }
        PaneInformation pane = sheet.getPaneInformation();
        boolean frozen = pane != null && pane.isFreezePane();
        return new SheetContent(
                sheet.getSheetName(),
                workbook.isSheetHidden(index),
                styles.colour(sheet.getTabColor()),
                sheet.isDisplayGridlines(),
                frozen ? pane.getHorizontalSplitPosition() : 0,
                frozen ? pane.getVerticalSplitPosition() : 0,
                widths(
                        sheet,
                        entries.stream()
                                .mapToInt(SheetContent.Entry::column)
                                .max()
                                .orElse(0)),
                heights(sheet),
                entries,
                sheet.getMergedRegions().stream().map(WorkbookReader::area).toList(),
                links,
                new Rules(sheet, formulas, styles).all(),
                new Checks(sheet, formulas).all());
    }

    private static List<SheetContent.Size> widths(XSSFSheet sheet, int lastColumn) {
        return IntStream.rangeClosed(0, lastColumn)
                .mapToObj(column -> new SheetContent.Size(
                        column, sheet.isColumnHidden(column) ? 0 : Math.round(sheet.getColumnWidthInPixels(column))))
                .toList();
    }

    private static List<SheetContent.Size> heights(XSSFSheet sheet) {
        return StreamSupport.stream(sheet.spliterator(), false)
                .map(XSSFRow.class::cast)
                .filter(row -> row.getZeroHeight() || row.getCTRow().getCustomHeight())
                .map(row -> new SheetContent.Size(
                        row.getRowNum(), row.getZeroHeight() ? 0 : Units.pointsToPixel(row.getHeightInPoints())))
                .toList();
    }

    private static Optional<Formulas.Link> link(XSSFCell cell) {
        if (cell.getCellType() == CellType.FORMULA) {
            return Formulas.link(cell.getCellFormula());
        }
        return Optional.ofNullable(cell.getHyperlink())
                .map(link -> link.getLocation())
                .map(target -> new Formulas.Link(target, cell.getStringCellValue()));
    }

    private Object input(XSSFCell cell, int sheet) {
        if (cell.isPartOfArrayFormulaGroup()) {
            CellRangeAddress filled = cell.getArrayFormulaRange();
            boolean first =
                    filled.getFirstRow() == cell.getRowIndex() && filled.getFirstColumn() == cell.getColumnIndex();
            // The formula fills the others again: a value in them would be in its way.
            return first ? formula(cell, sheet) : "";
        }
        return switch (cell.getCellType()) {
            case FORMULA -> formula(cell, sheet);
            case NUMERIC -> cell.getNumericCellValue();
            case BOOLEAN -> cell.getBooleanCellValue();
            case STRING -> quoted(cell.getStringCellValue());
            case ERROR -> cell.getErrorCellString();
            default -> "";
        };
    }

    private String formula(XSSFCell cell, int sheet) {
        return "=" + formulas.typed(cell.getCellFormula(), sheet, cell.getRowIndex());
    }

    private static String quoted(String text) {
        return text.startsWith("=") || text.startsWith("'") || text.startsWith("’") ? "'" + text : text;
    }

    /** As a person writes it: one cell is B2, not B2:B2. */
    static String area(CellRangeAddress area) {
        return area.formatAsString();
    }
}
