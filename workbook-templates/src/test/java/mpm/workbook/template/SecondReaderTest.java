package mpm.workbook.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever reads a workbook without POI finds the same sheets, formulas and values in it. */
class SecondReaderTest {

    /** A value as the file writes it, with the formula that fills it if there is one. */
    private record Stored(String formula, String value) {
        Stored {
            if (value.matches("-?[0-9.]+(E-?[0-9]+)?")) {
                value = Double.toString(Double.parseDouble(value));
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mpm.workbook.template.TemplatesTest#files")
    void anotherLibraryReadsTheSame(String name, byte[] file) throws IOException {
        Map<String, Stored> found = readByFastexcel(file);
        Map<String, Stored> stored = readByPoi(file);
        assertThat(found.keySet()).hasSizeGreaterThan(100).isEqualTo(stored.keySet());
        assertThat(found).allSatisfy((place, value) -> assertThat(value).isEqualTo(stored.get(place)));
    }

    private static Map<String, Stored> readByFastexcel(byte[] file) throws IOException {
        Map<String, Stored> cells = new TreeMap<>();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            for (org.dhatim.fastexcel.reader.Sheet sheet : workbook.getSheets().toList()) {
                try (Stream<Row> rows = sheet.openStream()) {
                    rows.flatMap(Row::stream)
                            .filter(cell -> cell != null && cell.getRawValue() != null)
                            .forEach(cell -> cells.put(
                                    sheet.getName() + "!" + cell.getAddress(),
                                    new Stored(Objects.requireNonNullElse(cell.getFormula(), ""), cell.getRawValue())));
                }
            }
        }
        return cells;
    }

    private static Map<String, Stored> readByPoi(byte[] file) throws IOException {
        Map<String, Stored> cells = new TreeMap<>();
        try (XSSFWorkbook workbook = Workbooks.open(file)) {
            for (Sheet sheet : workbook) {
                sheet.forEach(row -> row.forEach(cell -> {
                    if (((XSSFCell) cell).getCTCell().isSetV()) {
                        cells.put(
                                sheet.getSheetName() + "!" + cell.getAddress(),
                                new Stored(
                                        cell.getCellType() == CellType.FORMULA ? cell.getCellFormula() : "",
                                        value(cell)));
                    }
                }));
            }
        }
        return cells;
    }

    private static String value(Cell cell) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return type == CellType.STRING ? cell.getStringCellValue() : ((XSSFCell) cell).getRawValue();
    }
}
