package mpm.workbook.content;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook: its sheets, the styles of their cells, and the names that stand for places or values. */
public record WorkbookContent(List<Style> styles, List<SheetContent> sheets, List<DefinedName> names) {

    /**
     * A name in formulas.
     *
     * @param formula what it stands for, without an equals sign
     */
    public record DefinedName(String name, String formula) {}

    /** Reads an .xlsx file. */
    public static WorkbookContent of(byte[] xlsx) {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(xlsx))) {
            return new WorkbookReader(workbook).content();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
