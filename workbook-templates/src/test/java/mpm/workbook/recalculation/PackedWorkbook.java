package mpm.workbook.recalculation;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFRelation;

/** A workbook written as Excel writes it, part by part, so that a test says every letter of it. */
final class PackedWorkbook {

    static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    static final String SHEET = "xl/worksheets/sheet1.xml";

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private String type = WorkbookPackage.XLSX;
    private String settings = "";
    private String names = "";
    private String tables = "";

    /** One sheet, “Plan”, with these rows, and a second, “Other”, with 7 in A1. */
    static PackedWorkbook with(String rows) {
        PackedWorkbook workbook = new PackedWorkbook();
        workbook.parts.put(SHEET, bytes(sheet(rows)));
        workbook.parts.put("xl/worksheets/sheet2.xml", bytes(sheet("<row r=\"1\"><c r=\"A1\"><v>7</v></c></row>")));
        return workbook;
    }

    static String sheet(String rows) {
        return HEAD
                + "<worksheet xmlns=\"%s\"><dimension ref=\"A1:C3\"/><sheetData>%s</sheetData><pageMargins left=\"0.7\"/></worksheet>"
                        .formatted(MAIN, rows);
    }

    PackedWorkbook part(String name, byte[] content) {
        parts.put(name, content);
        return this;
    }

    PackedWorkbook part(String name, String content) {
        return part(name, bytes(content));
    }

    PackedWorkbook type(String contentType) {
        type = contentType;
        return this;
    }

    PackedWorkbook from1904() {
        settings = "<workbookPr date1904=\"1\"/>";
        return this;
    }

    PackedWorkbook name(String name, String stands) {
        names = "<definedNames><definedName name=\"%s\">%s</definedName></definedNames>".formatted(name, stands);
        return this;
    }

    PackedWorkbook chain(String cells) {
        return part("xl/calcChain.xml", HEAD + "<calcChain xmlns=\"%s\">%s</calcChain>".formatted(MAIN, cells));
    }

    PackedWorkbook table(String table) {
        tables = "<Override PartName=\"/xl/tables/table1.xml\""
                + " ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml\"/>";
        part(
                "xl/worksheets/_rels/sheet1.xml.rels",
                relations("<Relationship Id=\"rId1\" Type=\"%s/table\" Target=\"../tables/table1.xml\"/>"
                        .formatted(OFFICE)));
        return part("xl/tables/table1.xml", HEAD + table);
    }

    byte[] bytes() {
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put(
                "[Content_Types].xml",
                bytes(HEAD
                        + ("<Types xmlns=\"%scontent-types\"><Default Extension=\"rels\""
                                        + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default"
                                        + " Extension=\"xml\" ContentType=\"application/xml\"/><Override"
                                        + " PartName=\"/xl/workbook.xml\" ContentType=\"%s\"/>%s<Override"
                                        + " PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"%4$s\"/><Override"
                                        + " PartName=\"/xl/worksheets/sheet2.xml\" ContentType=\"%4$s\"/><Override"
                                        + " PartName=\"/xl/calcChain.xml\" ContentType=\"application/xml\"/></Types>")
                                .formatted(PACKAGE, type, tables, XSSFRelation.WORKSHEET.getContentType())));
        all.put(
                "_rels/.rels",
                bytes(relations("<Relationship Id=\"rId1\" Type=\"%s/officeDocument\" Target=\"xl/workbook.xml\"/>"
                        .formatted(OFFICE))));
        all.put(
                "xl/workbook.xml",
                bytes(HEAD
                        + "<workbook xmlns=\"%s\" xmlns:r=\"%s\">%s<sheets><sheet name=\"Plan\" sheetId=\"1\" r:id=\"rId1\"/><sheet name=\"Other\" sheetId=\"2\" r:id=\"rId2\"/></sheets>%s</workbook>"
                                .formatted(MAIN, OFFICE, settings, names)));
        all.put(
                "xl/_rels/workbook.xml.rels",
                bytes(relations(("<Relationship Id=\"rId1\" Type=\"%1$s/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
                                + "<Relationship Id=\"rId2\" Type=\"%1$s/worksheet\" Target=\"worksheets/sheet2.xml\"/>"
                                + (parts.containsKey("xl/calcChain.xml")
                                        ? "<Relationship Id=\"rId3\" Type=\"%1$s/calcChain\" Target=\"calcChain.xml\"/>"
                                        : ""))
                        .formatted(OFFICE))));
        all.putAll(parts);
        return packed(all);
    }

    private static String relations(String each) {
        return HEAD + "<Relationships xmlns=\"%srelationships\">%s</Relationships>".formatted(PACKAGE, each);
    }

    static byte[] packed(Map<String, byte[]> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The parts of a package, as the JDK reads it. */
    static Map<String, byte[]> parts(byte[] file) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }

    static String text(byte[] file, String part) {
        return new String(parts(file).getOrDefault(part, new byte[0]), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
