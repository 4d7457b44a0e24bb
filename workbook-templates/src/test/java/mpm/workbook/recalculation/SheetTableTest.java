package mpm.workbook.recalculation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import mpm.cell.Cell;
import mpm.cell.DateSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class SheetTableTest {

    private static final int ROWS = 10;
    private static final int COLUMNS = 5;

    @Test
    void rowsThatHoldSomethingComeWithTheirNumbersAndGaps() {
        byte[] file = workbook(book -> {
            var sheet = book.createSheet("Ledger");
            sheet.createRow(1).createCell(0).setCellValue("Account");
            sheet.createRow(2);
            var row = sheet.createRow(4);
            row.createCell(1).setCellValue(12.5);
            row.createCell(3).setCellValue(true);
            row.createCell(4).setCellFormula("B5*2");
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
        });

        SheetTable table = read(file, Optional.empty());

        assertThat(table.dates()).isEqualTo(DateSystem.FROM_1900);
        assertThat(table.rows())
                .containsExactly(
                        new SheetTable.Row(2, List.of(Cell.of("Account"))),
                        new SheetTable.Row(
                                5, List.of(Cell.blank(), Cell.of(12.5), Cell.blank(), Cell.of(true), Cell.of(25))));
    }

    @Test
    void theFirstSheetWithCellsOrTheOneThatIsNamed() {
        byte[] file = workbook(book -> {
            book.createSheet("Empty");
            book.createSheet("One").createRow(0).createCell(0).setCellValue(1);
            book.createSheet("Two").createRow(0).createCell(0).setCellValue(2);
        });

        assertThat(read(file, Optional.empty()).rows().get(0).cells()).containsExactly(Cell.of(1));
        assertThat(read(file, Optional.of("TWO")).rows().get(0).cells()).containsExactly(Cell.of(2));
        assertThatExceptionOfType(WorkbookRefusedException.class)
                .isThrownBy(() -> read(file, Optional.of("Three")))
                .withMessageContaining("its sheets are Empty, One, Two");
        assertThatExceptionOfType(WorkbookRefusedException.class)
                .isThrownBy(() -> read(workbook(book -> book.createSheet("Empty")), Optional.empty()))
                .withMessageContaining("The workbook has no sheet with cells: its sheets are Empty.");
        assertThatExceptionOfType(WorkbookRefusedException.class)
                .isThrownBy(() -> read(workbook(book -> {}), Optional.empty()))
                .withMessageContaining("The workbook has no sheets.");
    }

    @Test
    void aWorkbookThatCountsFrom1904SaysSo() {
        byte[] file = workbook(book -> {
            book.getCTWorkbook().addNewWorkbookPr().setDate1904(true);
            book.createSheet("One").createRow(0).createCell(0).setCellValue(1);
        });

        assertThat(read(file, Optional.empty()).dates()).isEqualTo(DateSystem.FROM_1904);
    }

    @Test
    void whatIsOverALimitIsRefused() {
        byte[] wide = workbook(
                book -> book.createSheet("One").createRow(3).createCell(COLUMNS).setCellValue("x"));
        byte[] high = workbook(book -> {
            var sheet = book.createSheet("One");
            for (int row = 0; row <= ROWS; row++) {
                sheet.createRow(row * 3).createCell(0).setCellValue(row);
            }
        });

        assertThatExceptionOfType(WorkbookRefusedException.class)
                .isThrownBy(() -> read(wide, Optional.empty()))
                .withMessage("Row 4 of the sheet has something behind column 5: remove it, or send the table alone.")
                .satisfies(refusal -> assertThat(refusal.limit()).isEqualTo(COLUMNS));
        assertThatExceptionOfType(WorkbookRefusedException.class)
                .isThrownBy(() -> read(high, Optional.empty()))
                .withMessage("The sheet has more than 10 rows: send it in parts.");
    }

    private static SheetTable read(byte[] file, Optional<String> sheet) {
        return SheetTable.read(file, sheet, WorkbookLimits.STANDARD, ROWS, COLUMNS);
    }

    private static byte[] workbook(Consumer<XSSFWorkbook> content) {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            content.accept(book);
            book.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
