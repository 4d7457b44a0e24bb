package mpm.workbook.design;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagePartName;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** The parts of a workbook for which Apache POI has no words. */
final class Parts {

    static final String FEATURES = "http://schemas.microsoft.com/office/spreadsheetml/2022/featurepropertybag";

    private static final String PROLOGUE = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String OFFICE = "http://schemas.microsoft.com/office/";
    private static final String OPEN = "http://schemas.openxmlformats.org/";

    private final OPCPackage file;
    private final PackagePart workbook;

    Parts(XSSFWorkbook workbook) {
        this.file = workbook.getPackage();
        this.workbook = workbook.getPackagePart();
    }

    /** The palette and the fonts, which a planner changes for the whole workbook at once. */
    void theme() {
        String colours = Arrays.stream(Hue.Slot.values())
                .map(slot -> "<a:%1$s><a:srgbClr val=\"%2$s\"/></a:%1$s>".formatted(slot.inTheme(), slot.hex()))
                .collect(Collectors.joining());
        String fonts = "<a:latin typeface=\"%s\"/><a:ea typeface=\"\"/><a:cs typeface=\"\"/>".formatted(Styles.FONT);
        String fill = "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>";
        String line = "<a:ln w=\"9525\">" + fill + "</a:ln>";
        String effect = "<a:effectStyle><a:effectLst/></a:effectStyle>";
        add(
                workbook,
                "/xl/theme/theme1.xml",
                XSSFRelation.THEME.getContentType(),
                XSSFRelation.THEME.getRelation(),
                """
                <a:theme xmlns:a="%sdrawingml/2006/main" name="MPM"><a:themeElements>\
                <a:clrScheme name="MPM">%s</a:clrScheme>\
                <a:fontScheme name="MPM"><a:majorFont>%s</a:majorFont><a:minorFont>%3$s</a:minorFont></a:fontScheme>\
                <a:fmtScheme name="MPM"><a:fillStyleLst>%s</a:fillStyleLst><a:lnStyleLst>%s</a:lnStyleLst>\
                <a:effectStyleLst>%s</a:effectStyleLst><a:bgFillStyleLst>%4$s</a:bgFillStyleLst></a:fmtScheme>\
                </a:themeElements></a:theme>""".formatted(OPEN, colours, fonts, fill.repeat(3), line.repeat(3), effect.repeat(3)));
    }

    /** What {@code cm="1"} on a cell means: its formula may spill. */
    void dynamicArrays() {
        add(
                workbook,
                "/xl/metadata.xml",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheetMetadata+xml",
                OPEN + "officeDocument/2006/relationships/sheetMetadata",
                """
                <metadata xmlns="%sspreadsheetml/2006/main" xmlns:xda="%sspreadsheetml/2017/dynamicarray">\
                <metadataTypes count="1"><metadataType name="XLDAPR" minSupportedVersion="120000" copy="1" pasteAll="1" \
                pasteValues="1" merge="1" splitFirst="1" rowColShift="1" clearFormats="1" clearComments="1" assign="1" \
                coerce="1" cellMeta="1"/></metadataTypes>\
                <futureMetadata name="XLDAPR" count="1"><bk><extLst>\
                <ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}">\
                <xda:dynamicArrayProperties fDynamic="1" fCollapsed="0"/></ext></extLst></bk></futureMetadata>\
                <cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata></metadata>""".formatted(OPEN, OFFICE));
    }

    /** What the mark on the style of a checkbox means. */
    void checkboxes() {
        add(
                workbook,
                "/xl/featurePropertyBag/featurePropertyBag.xml",
                "application/vnd.ms-excel.featurepropertybag+xml",
                OFFICE + "2022/11/relationships/FeaturePropertyBag",
                """
                <FeaturePropertyBags xmlns="%s"><bag type="Checkbox"/>\
                <bag type="XFControls"><bagId k="CellControl">0</bagId></bag>\
                <bag type="XFComplement"><bagId k="XFControls">1</bagId></bag>\
                <bag type="XFComplements" extRef="XFComplementsMapperExtRef">\
                <a k="MappedFeaturePropertyBags"><bagId>2</bagId></a></bag></FeaturePropertyBags>""".formatted(FEATURES));
    }

    /**
     * Opens the add-in's task pane with the workbook, for those who have the add-in: loaded from a file by themselves, or given
     * to them by their administrator.
     */
    void taskPane(AddIn addIn) {
        PackagePart panes = add(
                null,
                "/xl/webextensions/taskpanes.xml",
                "application/vnd.ms-office.webextensiontaskpanes+xml",
                OFFICE + "2011/relationships/webextensiontaskpanes",
                """
                <wetp:taskpanes xmlns:wetp="%swebextensions/taskpanes/2010/11">\
                <wetp:taskpane dockstate="right" visibility="0" width="350" row="0">\
                <wetp:webextensionref xmlns:r="%sofficeDocument/2006/relationships" r:id="rId1"/>\
                </wetp:taskpane></wetp:taskpanes>""".formatted(OFFICE, OPEN));
        String reference = "<we:reference id=\"%s\" version=\"%s\" store=\"%s\" storeType=\"%s\"/>";
        add(
                panes,
                "/xl/webextensions/webextension1.xml",
                "application/vnd.ms-office.webextension+xml",
                OFFICE + "2011/relationships/webextension",
                """
                <we:webextension xmlns:we="%swebextensions/webextension/2010/11" id="{%s}">%s\
                <we:alternateReferences>%s</we:alternateReferences>\
                <we:properties><we:property name="Office.AutoShowTaskpaneWithDocument" value="true"/></we:properties>\
                <we:bindings/><we:snapshot xmlns:r="%sofficeDocument/2006/relationships"/></we:webextension>""".formatted(
                                OFFICE,
                                UUID.nameUUIDFromBytes(addIn.id().getBytes(StandardCharsets.UTF_8)),
                                reference.formatted(addIn.id(), addIn.version(), "developer", "Registry"),
                                reference.formatted(addIn.id(), addIn.version(), "EXCatalog", "EXCatalog"),
                                OPEN));
    }

    private PackagePart add(@Nullable PackagePart from, String name, String type, String relation, String xml) {
        try {
            PackagePartName place = PackagingURIHelper.createPartName(name);
            PackagePart part = file.createPart(place, type);
            try (OutputStream content = part.getOutputStream()) {
                content.write((PROLOGUE + xml).getBytes(StandardCharsets.UTF_8));
            }
            if (from == null) {
                file.addRelationship(place, TargetMode.INTERNAL, relation);
            } else {
                from.addRelationship(place, TargetMode.INTERNAL, relation);
            }
            return part;
        } catch (InvalidFormatException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
