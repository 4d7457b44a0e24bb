package mpm.workbook.template;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The workbooks under test, each made once. */
final class Workbooks {

    private static final Map<String, byte[]> MADE = new ConcurrentHashMap<>();

    private Workbooks() {}

    static byte[] of(Template template, Parameters parameters) {
        return MADE.computeIfAbsent(template.id() + parameters, key -> template.workbook(parameters));
    }

    /** From a stream: POI would write into a file. */
    static XSSFWorkbook open(byte[] file) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(file));
    }

    /** The parts below a folder, as text. */
    static List<String> parts(byte[] file, String folder) throws IOException {
        List<String> parts = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (("/" + entry.getName()).startsWith(folder)
                        && entry.getName().endsWith(".xml")) {
                    parts.add(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return parts;
    }
}
