package mpm.workbook.examples;

import static mpm.catalogue.ShownRange.assertShows;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import mpm.catalogue.Definition;
import mpm.catalogue.Example;
import mpm.catalogue.Formula;
import mpm.catalogue.Spelling;
import mpm.cell.CellError;
import mpm.cell.Grid;
import mpm.cell.Range;
import mpm.cell.Shape;
import mpm.functions.Functions;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** The workbook of the examples: what holds for every workbook holds for it in {@code TemplatesTest}. */
public class ExamplesBookTest {

    public static final byte[] FILE = ExamplesBook.of(Functions.CATALOGUE);

    private static final Path COMMITTED = Path.of("..", "docs", "examples.xlsx");
    private static final int CONTENT = 2;

    /** Part by part: another Java may pack the same parts into other bytes. */
    @Test
    void theCommittedFileIsWhatTheCatalogueSays() throws IOException {
        if (System.getProperty("mpm.generate") != null) {
            Files.write(COMMITTED, FILE);
        }
        assertThat(parts(Files.readAllBytes(COMMITTED)))
                .as("%s is stale: run  mvn test -Dmpm.generate  and look at it", COMMITTED)
                .isEqualTo(parts(FILE));
    }

    @Test
    void everyExampleStandsAsTextAndAsAFormulaThatShowsWhatItSays() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(FILE))) {
            for (Sheet sheet : workbook) {
                Deque<Example> examples = new ArrayDeque<>();
                Functions.CATALOGUE.functions().stream()
                        .filter(function -> function.factor().equals(sheet.getSheetName()))
                        .map(Definition::examples)
                        .forEach(examples::addAll);
                for (Row row : sheet) {
                    String label = row.getCell(1) == null ? "" : text(row.getCell(1));
                    if (label.equals("Type")) {
                        assertThat(text(row.getCell(CONTENT)))
                                .isEqualTo(examples.element().formula());
                    } else if (label.equals("Answer")) {
                        assertHolds(examples.remove(), row.getCell(CONTENT));
                    }
                }
                assertThat(examples).isEmpty();
            }
        }
    }

    private static void assertHolds(Example example, Cell first) {
        Range expected = Formula.shown(example.shows());
        assertThat(first.getCellFormula())
                .isEqualTo(Spelling.storedFormula(example.formula().substring(1)));
        assertThat(first.getArrayFormulaRange().getNumberOfCells()).isEqualTo(expected.size());
        mpm.cell.Cell[] shown = new mpm.cell.Cell[expected.size()];
        for (int place = 0; place < shown.length; place++) {
            shown[place] = cell(first.getSheet()
                    .getRow(first.getRowIndex() + place / expected.columns())
                    .getCell(first.getColumnIndex() + place % expected.columns()));
        }
        assertShows(Grid.of(new Shape(expected.rows(), expected.columns()), shown), expected, 1e-9, 0);
    }

    private static mpm.cell.Cell cell(Cell cell) {
        return switch (cell.getCachedFormulaResultType()) {
            case NUMERIC -> mpm.cell.Cell.of(cell.getNumericCellValue());
            case BOOLEAN -> mpm.cell.Cell.of(cell.getBooleanCellValue());
            case ERROR ->
                new mpm.cell.Cell.Failure(
                        CellError.of(FormulaError.forInt(cell.getErrorCellValue())
                                        .getString())
                                .orElseThrow(),
                        "");
            default -> mpm.cell.Cell.of(cell.getStringCellValue());
        };
    }

    private static String text(Cell cell) {
        return cell.getCellType() == CellType.STRING ? cell.getStringCellValue() : "";
    }

    private static Map<String, String> parts(byte[] file) throws IOException {
        Map<String, String> parts = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }
}
