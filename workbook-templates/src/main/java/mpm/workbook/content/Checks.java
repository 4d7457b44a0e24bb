package mpm.workbook.content;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationConstraint.ValidationType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFDataValidation;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTExtension;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTXf;

/** The data validations of a sheet, and its checkboxes. */
final class Checks {

    /** The extension by which Excel marks the style of a cell with a checkbox. */
    private static final String CELL_CONTROL = "{C7286773-470A-42A8-94C5-96B5CB345126}";

    private static final List<String> TRUTH = List.of("TRUE", "FALSE");

    private final Formulas formulas;
    private final XSSFSheet sheet;
    private final int index;

    Checks(XSSFSheet sheet, Formulas formulas) {
        this.sheet = sheet;
        this.formulas = formulas;
        this.index = sheet.getWorkbook().getSheetIndex(sheet);
    }

    List<Check> all() {
        List<Check> checks = new ArrayList<>();
        List<String> boxes = boxes();
        if (!boxes.isEmpty()) {
            checks.add(Check.checkbox(boxes));
        }
        sheet.getDataValidations().stream()
                // The words TRUE and FALSE are what a checkbox offers to an Excel that draws none.
                .filter(each -> !TRUTH.equals(words(each.getValidationConstraint())))
                .flatMap(each -> check(each).stream())
                .forEach(checks::add);
        return checks;
    }

    /** Runs of cells with a checkbox, column by column. */
    private List<String> boxes() {
        List<CellRangeAddress> areas = new ArrayList<>();
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (isBox(cell)) {
                    areas.stream()
                            .filter(area -> area.getFirstColumn() == cell.getColumnIndex()
                                    && area.getLastRow() == cell.getRowIndex() - 1)
                            .findFirst()
                            .ifPresentOrElse(
                                    area -> area.setLastRow(cell.getRowIndex()),
                                    () -> areas.add(new CellRangeAddress(
                                            cell.getRowIndex(),
                                            cell.getRowIndex(),
                                            cell.getColumnIndex(),
                                            cell.getColumnIndex())));
                }
            }
        }
        return areas.stream().map(WorkbookReader::area).toList();
    }

    private boolean isBox(Cell cell) {
        return hasControl((XSSFCellStyle) cell.getCellStyle())
                || (cell.getCellType() == CellType.BOOLEAN && offersTruth(cell));
    }

    private static boolean hasControl(XSSFCellStyle style) {
        CTXf format = style.getCoreXf();
        return format.isSetExtLst()
                && format.getExtLst().getExtList().stream()
                        .map(CTExtension::getUri)
                        .anyMatch(CELL_CONTROL::equals);
    }

    private boolean offersTruth(Cell cell) {
        return sheet.getDataValidations().stream()
                .filter(each -> TRUTH.equals(words(each.getValidationConstraint())))
                .flatMap(each -> Arrays.stream(each.getRegions().getCellRangeAddresses()))
                .anyMatch(area -> area.isInRange(cell));
    }

    private static List<String> words(DataValidationConstraint constraint) {
        String[] words = constraint.getExplicitListValues();
        return words == null ? List.of() : List.of(words);
    }

    private Optional<Check> check(XSSFDataValidation validation) {
        DataValidationConstraint constraint = validation.getValidationConstraint();
        CellRangeAddress[] ranges = validation.getRegions().getCellRangeAddresses();
        List<String> words = words(constraint);
        return kind(constraint.getValidationType())
                .map(kind -> new Check(
                        Arrays.stream(ranges).map(WorkbookReader::area).toList(),
                        kind,
                        "list".equals(kind) || "custom".equals(kind) ? null : operator(constraint.getOperator()),
                        words.isEmpty()
                                ? operand(kind, constraint.getFormula1(), ranges[0].getFirstRow())
                                : String.join(",", words),
                        operand(kind, constraint.getFormula2(), ranges[0].getFirstRow()),
                        validation.getEmptyCellAllowed(),
                        strictness(validation),
                        validation.getErrorBoxTitle(),
                        validation.getErrorBoxText()));
    }

    private @Nullable String operand(String kind, @Nullable String formula, int row) {
        if (formula == null || formula.isBlank()) {
            return null;
        }
        boolean constant = formula.matches("-?[\\d.]+(?:[eE][-+]?\\d+)?");
        return constant
                ? formula
                : "="
                        + ("list".equals(kind)
                                ? formulas.place(formula, index, row)
                                : formulas.typed(formula, index, row));
    }

    private static Optional<String> kind(int type) {
        return switch (type) {
            case ValidationType.LIST -> Optional.of("list");
            case ValidationType.INTEGER -> Optional.of("whole");
            case ValidationType.DECIMAL -> Optional.of("decimal");
            case ValidationType.DATE -> Optional.of("date");
            case ValidationType.TIME -> Optional.of("time");
            case ValidationType.TEXT_LENGTH -> Optional.of("textLength");
            case ValidationType.FORMULA -> Optional.of("custom");
            default -> Optional.empty();
        };
    }

    private static String operator(int operator) {
        return switch (operator) {
            case OperatorType.BETWEEN -> "between";
            case OperatorType.NOT_BETWEEN -> "notBetween";
            case OperatorType.EQUAL -> "equal";
            case OperatorType.NOT_EQUAL -> "notEqual";
            case OperatorType.GREATER_THAN -> "greaterThan";
            case OperatorType.LESS_THAN -> "lessThan";
            case OperatorType.GREATER_OR_EQUAL -> "greaterThanOrEqual";
            default -> "lessThanOrEqual";
        };
    }

    private static String strictness(DataValidation validation) {
        if (!validation.getShowErrorBox()) {
            return "information";
        }
        return switch (validation.getErrorStyle()) {
            case DataValidation.ErrorStyle.STOP -> "stop";
            case DataValidation.ErrorStyle.WARNING -> "warning";
            default -> "information";
        };
    }
}
