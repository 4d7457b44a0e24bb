package mpm.workbook.recalculation;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** The package that a workbook is: its parts, held in memory as they came. */
final class WorkbookPackage implements AutoCloseable {

    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    static final String XLSM = "application/vnd.ms-excel.sheet.macroEnabled.main+xml";
    static final String CONTENT_TYPES = "[Content_Types].xml";

    private static final String OFFICE_DOCUMENT = "/officeDocument";
    private static final byte[] CENTRAL_ENTRY = {'P', 'K', 1, 2};
    private static final byte[] OLD_OFFICE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final byte[] ENCRYPTED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

    /** A document type stands before the root element, among comments. */
    private static final int BEFORE_ROOT = 4096;

    /** What relates one part to another. */
    record Relation(String id, String kind, String target) {}

    /** Writes what takes the place of a part. */
    @FunctionalInterface
    interface NewContent {
        void write(InputStream was, OutputStream now) throws IOException;
    }

    private final ZipFile zip;
    private final Map<String, ZipArchiveEntry> parts;
    private final String workbook;
    private final String workbookType;

    private WorkbookPackage(ZipFile zip, WorkbookLimits limits) throws IOException {
        this.zip = zip;
        this.parts = inspected(zip, limits);
        this.workbook = relations("").stream()
                .filter(relation -> relation.kind().endsWith(OFFICE_DOCUMENT))
                .map(Relation::target)
                .findFirst()
                .orElseThrow(WorkbookPackage::noWorkbook);
        this.workbookType = contentType(workbook);
        requireWorkbook();
    }

    /**
     * Opens a package.
     *
     * @throws WorkbookRefusedException where it is no workbook, or over a limit
     */
    static WorkbookPackage open(byte[] file, WorkbookLimits limits) {
        if (startsWith(file, OLD_OFFICE)) {
            throw WorkbookRefusedException.because(
                    occurrences(file, ENCRYPTED, 1) > 0
                            ? "The workbook is encrypted with a password: save it without one, and send it again."
                            : "The workbook is of the old kind (.xls): save it as .xlsx in Excel, and send it again.");
        } else if (occurrences(file, CENTRAL_ENTRY, limits.parts() + 1) > limits.parts()) {
            throw WorkbookRefusedException.over(
                    limits.parts(), "The workbook has more than %,d parts.".formatted(limits.parts()));
        }
        try {
            return new WorkbookPackage(
                    ZipFile.builder()
                            .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                            .get(),
                    limits);
        } catch (IOException | IllegalArgumentException | ArithmeticException | IndexOutOfBoundsException e) {
            throw noWorkbook();
        }
    }

    private static WorkbookRefusedException noWorkbook() {
        return WorkbookRefusedException.because(
                "This is no workbook that can be read: send an .xlsx or .xlsm file as Excel saves it, whole.");
    }

    private void requireWorkbook() {
        String type = workbookType.toLowerCase(Locale.ROOT);
        if (type.contains("sheet.binary")) {
            throw WorkbookRefusedException.because(
                    "The workbook is binary (.xlsb): save it as .xlsx or .xlsm in Excel, and send it again.");
        } else if (!type.equalsIgnoreCase(XLSX) && !type.equalsIgnoreCase(XLSM)) {
            throw WorkbookRefusedException.because(
                    "The file is a document of another kind: send a workbook, an .xlsx or .xlsm file.");
        }
    }

    /** Inflates every part once: a size that a header states can be wrong, and a part can be damaged. */
    private static Map<String, ZipArchiveEntry> inspected(ZipFile zip, WorkbookLimits limits) throws IOException {
        Map<String, ZipArchiveEntry> parts = new LinkedHashMap<>();
        byte[] buffer = new byte[1 << 16];
        long left = limits.unpackedBytes();
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            if (entry.getGeneralPurposeBit().usesEncryption()) {
                throw WorkbookRefusedException.because(
                        "The workbook's parts are encrypted: save it without a password, and send it again.");
            } else if (!Set.of(ZipEntry.STORED, ZipEntry.DEFLATED).contains(entry.getMethod())
                    || parts.put(key(entry.getName()), entry) != null) {
                throw noWorkbook();
            }
            CRC32 sum = new CRC32();
            StringBuilder beginning = new StringBuilder();
            try (InputStream content = zip.getInputStream(entry)) {
                for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                    left -= read;
                    if (left < 0) {
                        throw WorkbookRefusedException.over(
                                limits.unpackedBytes(),
                                "The workbook's parts are larger than %,d bytes together when they are unpacked."
                                        .formatted(limits.unpackedBytes()));
                    }
                    sum.update(buffer, 0, read);
                    if (beginning.length() < BEFORE_ROOT) {
                        beginning.append(
                                new String(buffer, 0, Math.min(read, BEFORE_ROOT), StandardCharsets.ISO_8859_1));
                    }
                }
            }
            if (sum.getValue() != entry.getCrc()) {
                throw WorkbookRefusedException.because("The part %s of the workbook is damaged: send the file again."
                        .formatted(shown(entry.getName())));
            } else if (isXml(entry.getName())
                    && beginning.toString().replace("\0", "").contains("<!DOCTYPE")) {
                throw Xml.documentType(shown(entry.getName()));
            }
        }
        return parts;
    }

    private static boolean isXml(String name) {
        String end = name.toLowerCase(Locale.ROOT);
        return end.endsWith(".xml") || end.endsWith(".rels") || end.endsWith(".vml");
    }

    private static String shown(String name) {
        String legible = name.replaceAll("\\p{Cntrl}", "?");
        return legible.length() <= 80 ? legible : legible.substring(0, 79) + "…";
    }

    /** Names of parts are compared without regard to case. */
    private static String key(String name) {
        return (name.startsWith("/") ? name.substring(1) : name).toLowerCase(Locale.ROOT);
    }

    /** The name of the part that holds the workbook. */
    String workbook() {
        return workbook;
    }

    boolean hasMacros() {
        return workbookType.equalsIgnoreCase(XLSM);
    }

    byte[] content(String part) {
        try (InputStream content = stream(part)) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw Xml.unreadable(shown(part));
        }
    }

    /** A part as text, in the encoding that it declares. */
    String text(String part) {
        byte[] content = content(part);
        return new String(content, Xml.encoding(content));
    }

    InputStream stream(String part) throws IOException {
        ZipArchiveEntry entry = parts.get(key(part));
        if (entry == null) {
            throw WorkbookRefusedException.because(
                    "The workbook lacks its part %s: open it in Excel and save it anew.".formatted(shown(part)));
        }
        return zip.getInputStream(entry);
    }

    /** Where a part leads; nowhere if nothing says so. */
    List<Relation> relations(String part) {
        String name = relationsPart(part);
        List<Relation> relations = new ArrayList<>();
        if (parts.containsKey(key(name))) {
            Xml.read(name, content(name), (element, xml) -> {
                String target = xml.getAttributeValue(null, "Target");
                String id = xml.getAttributeValue(null, "Id");
                String kind = xml.getAttributeValue(null, "Type");
                if (element.equals("Relationship")
                        && target != null
                        && id != null
                        && kind != null
                        && !"External".equals(xml.getAttributeValue(null, "TargetMode"))) {
                    resolved(part, target).ifPresent(place -> relations.add(new Relation(id, kind, place)));
                }
            });
        }
        return relations;
    }

    static String relationsPart(String part) {
        int name = part.lastIndexOf('/') + 1;
        return part.substring(0, name) + "_rels/" + part.substring(name) + ".rels";
    }

    private static Optional<String> resolved(String from, String target) {
        try {
            String path =
                    URI.create("/" + from).resolve(target.replace('\\', '/')).getPath();
            return path == null ? Optional.empty() : Optional.of(path.replaceFirst("^/+", ""));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private String contentType(String part) {
        Map<String, String> types = new HashMap<>();
        Xml.read(CONTENT_TYPES, content(CONTENT_TYPES), (element, xml) -> {
            String name = xml.getAttributeValue(null, element.equals("Override") ? "PartName" : "Extension");
            String type = xml.getAttributeValue(null, "ContentType");
            if (name != null && type != null) {
                types.put(key(name), type);
            }
        });
        return types.getOrDefault(key(part), types.getOrDefault(key(part.substring(part.lastIndexOf('.') + 1)), ""));
    }

    /** The same package with other content in some of its parts; a part without content is left out. */
    byte[] with(Map<String, Optional<NewContent>> changes) throws IOException {
        Map<String, Optional<NewContent>> changed = new HashMap<>();
        changes.forEach((part, content) -> changed.put(key(part), content));
        SeekableInMemoryByteChannel bytes = new SeekableInMemoryByteChannel();
        try (ZipArchiveOutputStream copy = new ZipArchiveOutputStream(bytes)) {
            for (Map.Entry<String, ZipArchiveEntry> part : parts.entrySet()) {
                Optional<NewContent> content = changed.get(part.getKey());
                ZipArchiveEntry entry = part.getValue();
                if (content == null) {
                    copy.addRawArchiveEntry(entry, zip.getRawInputStream(entry));
                } else if (content.isPresent()) {
                    ZipArchiveEntry other = new ZipArchiveEntry(entry.getName());
                    other.setTime(entry.getTime());
                    copy.putArchiveEntry(other);
                    try (InputStream was = zip.getInputStream(entry)) {
                        content.get().write(was, copy);
                    }
                    copy.closeArchiveEntry();
                }
            }
        }
        return Arrays.copyOf(bytes.array(), (int) bytes.size());
    }

    private static boolean startsWith(byte[] file, byte[] beginning) {
        return file.length >= beginning.length
                && Arrays.equals(file, 0, beginning.length, beginning, 0, beginning.length);
    }

    private static int occurrences(byte[] file, byte[] wanted, int most) {
        int found = 0;
        for (int at = 0; at <= file.length - wanted.length && found < most; at++) {
            if (file[at] == wanted[0] && Arrays.equals(file, at, at + wanted.length, wanted, 0, wanted.length)) {
                found++;
            }
        }
        return found;
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("An array in memory closes.", e);
        }
    }
}
