package mpm.workbook.template;

import static java.util.Map.entry;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.openxml4j.opc.internal.PackagePropertiesPart;
import org.apache.xmlbeans.SchemaType;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlException;
import org.apache.xmlbeans.XmlObject;
import org.apache.xmlbeans.XmlOptions;
import org.openxmlformats.schemas.drawingml.x2006.chart.ChartSpaceDocument;
import org.openxmlformats.schemas.drawingml.x2006.main.ThemeDocument;
import org.openxmlformats.schemas.drawingml.x2006.spreadsheetDrawing.WsDrDocument;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.MetadataDocument;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.SstDocument;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.StyleSheetDocument;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.TableDocument;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.WorkbookDocument;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.WorksheetDocument;

/** The parts of a workbook against the schema of ECMA-376, and the relationships between them: what Excel would repair. */
final class SchemaCheck {

    private static final Map<String, SchemaType> SCHEMAS = Map.ofEntries(
            entry("sheet.main+xml", WorkbookDocument.type),
            entry("worksheet+xml", WorksheetDocument.type),
            entry("styles+xml", StyleSheetDocument.type),
            entry("table+xml", TableDocument.type),
            entry("sharedStrings+xml", SstDocument.type),
            entry("chart+xml", ChartSpaceDocument.type),
            entry("drawing+xml", WsDrDocument.type),
            entry("theme+xml", ThemeDocument.type),
            entry("sheetMetadata+xml", MetadataDocument.type));

    /** The drawing's wildcard is filled from a schema of its own, which the validation does not see. */
    private static final String FALSE_ALARM = "chart@http://schemas.openxmlformats.org/drawingml/2006/chart";

    private SchemaCheck() {}

    static List<String> errors(byte[] file) throws IOException {
        List<String> errors = new ArrayList<>();
        try (OPCPackage workbook = OPCPackage.open(new ByteArrayInputStream(file))) {
            for (PackagePart part : workbook.getParts()) {
                if (part.isRelationshipPart()) {
                    continue;
                }
                validate(part, errors);
                for (PackageRelationship relationship : part.getRelationships()) {
                    if (relationship.getTargetMode() == TargetMode.INTERNAL
                            && !workbook.containPart(PackagingURIHelper.createPartName(relationship.getTargetURI()))) {
                        errors.add("%s leads to %s, which is not there"
                                .formatted(part.getPartName(), relationship.getTargetURI()));
                    }
                }
            }
        } catch (InvalidFormatException | XmlException e) {
            throw new IOException(e);
        }
        return errors;
    }

    private static void validate(PackagePart part, List<String> errors) throws IOException, XmlException {
        XmlOptions options = new XmlOptions();
        SCHEMAS.entrySet().stream()
                .filter(schema -> part.getContentType().endsWith(schema.getKey()))
                .forEach(schema -> options.setDocumentType(schema.getValue()));
        if (part instanceof PackagePropertiesPart) {
            // POI reads and checks it itself.
            return;
        }
        try (InputStream content = part.getInputStream()) {
            XmlObject document = XmlObject.Factory.parse(content, options);
            List<XmlError> found = new ArrayList<>();
            if (options.getDocumentType() != null) {
                document.validate(new XmlOptions().setErrorListener(found));
            }
            found.stream()
                    .map(XmlError::getMessage)
                    .filter(message -> !message.contains(FALSE_ALARM))
                    .forEach(message -> errors.add(part.getPartName() + ": " + message));
        }
    }
}
