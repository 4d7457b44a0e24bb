package mpm.workbook.recalculation;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A workbook reduced to what POI's parser of formulas asks for: the order and names of the sheets, the defined names, the
 * tables. Nothing else of a stranger's file reaches POI.
 */
final class Skeleton {

    /** In POI's document model, XML takes some twenty times its size. */
    private static final int MOST = 8 << 20;

    private static final String RELATIONS =
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">%s</Relationships>";
    private static final String RELATION = "<Relationship Id=\"%s\" Type=\"%s\" Target=\"/%s\"/>";
    private static final String OVERRIDE = "<Override PartName=\"/%s\" ContentType=\"%s\"/>";
    private static final byte[] SHEET =
            bytes("<worksheet xmlns=\"%s\"><sheetData/></worksheet>".formatted(XSSFRelation.NS_SPREADSHEETML));

    private Skeleton() {}

    /**
     * A sheet of the workbook.
     *
     * @param id by which the workbook's part names it
     * @param tables the parts of its tables
     */
    record Sheet(String id, List<String> tables) {}

    /** Reads the skeleton of a workbook. */
    static XSSFWorkbook of(WorkbookPackage file, List<Sheet> sheets) {
        try {
            return new XSSFWorkbook(new ByteArrayInputStream(packed(file, sheets)));
        } catch (IOException | RuntimeException e) {
            if (e instanceof WorkbookRefusedException refusal) {
                throw refusal;
            }
            throw WorkbookRefusedException.because(
                    "The list of sheets, names and tables of the workbook cannot be read: open it in Excel and save it"
                            + " anew.");
        }
    }

    private static byte[] packed(WorkbookPackage file, List<Sheet> sheets) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            StringBuilder types = new StringBuilder("<Default Extension=\"rels\" ContentType=\"application/vnd."
                            + "openxmlformats-package.relationships+xml\"/>")
                    .append(OVERRIDE.formatted("xl/workbook.xml", XSSFRelation.WORKBOOK.getContentType()));
            StringBuilder ofWorkbook = new StringBuilder();
            byte[] workbook = file.content(file.workbook());
            int size = workbook.length;
            add(zip, "xl/workbook.xml", workbook);
            int tables = 0;
            for (int index = 0; index < sheets.size(); index++) {
                String part = "xl/worksheets/sheet%d.xml".formatted(index + 1);
                add(zip, part, SHEET);
                types.append(OVERRIDE.formatted(part, XSSFRelation.WORKSHEET.getContentType()));
                ofWorkbook.append(RELATION.formatted(
                        Xml.escaped(sheets.get(index).id()).replace("\"", "&quot;"),
                        XSSFRelation.WORKSHEET.getRelation(),
                        part));
                StringBuilder ofSheet = new StringBuilder();
                for (String table : sheets.get(index).tables()) {
                    byte[] content = file.content(table);
                    size += content.length;
                    requireSize(size);
                    String name = "xl/tables/table%d.xml".formatted(++tables);
                    add(zip, name, content);
                    types.append(OVERRIDE.formatted(name, XSSFRelation.TABLE.getContentType()));
                    ofSheet.append(RELATION.formatted("rId" + tables, XSSFRelation.TABLE.getRelation(), name));
                }
                add(zip, WorkbookPackage.relationsPart(part), bytes(RELATIONS.formatted(ofSheet)));
            }
            requireSize(size);
            add(zip, "xl/_rels/workbook.xml.rels", bytes(RELATIONS.formatted(ofWorkbook)));
            add(
                    zip,
                    "_rels/.rels",
                    bytes(RELATIONS.formatted(
                            RELATION.formatted("rId1", PackageRelationshipTypes.CORE_DOCUMENT, "xl/workbook.xml"))));
            add(
                    zip,
                    WorkbookPackage.CONTENT_TYPES,
                    bytes("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">%s</Types>"
                            .formatted(types)));
        }
        return bytes.toByteArray();
    }

    private static void requireSize(int size) {
        if (size > MOST) {
            throw WorkbookRefusedException.over(
                    MOST,
                    "The names and tables of the workbook take more than %,d bytes: remove the names that nothing uses."
                            .formatted(MOST));
        }
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private static byte[] bytes(String xml) {
        return xml.getBytes(StandardCharsets.UTF_8);
    }
}
