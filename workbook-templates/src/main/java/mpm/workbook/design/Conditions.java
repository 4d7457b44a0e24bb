package mpm.workbook.design;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.xml.namespace.QName;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.xmlbeans.XmlCursor;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCfRule;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCfvo;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTConditionalFormatting;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTDataBar;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTExtension;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STCfType;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STCfvoType;

/** The conditional formats of a sheet, the earlier before the later. */
final class Conditions {

    private final XSSFSheet sheet;
    private final Styles styles;
    private final List<Bars> bars = new ArrayList<>();
    private int count;

    /** Solid bars without a gradient: an old rule and its newer twin, tied by an id. */
    private record Bars(String id, String area, Hue hue) {}

    Conditions(XSSFSheet sheet, Styles styles) {
        this.sheet = sheet;
        this.styles = styles;
    }

    void when(String area, String formula, Hue ink, @Nullable Hue fill) {
        CTCfRule rule = rule(area, STCfType.EXPRESSION);
        rule.addFormula(formula);
        rule.setDxfId(styles.conditional(ink, fill));
    }

    void bars(String area, Hue hue) {
        String id = "{%s}"
                .formatted(UUID.nameUUIDFromBytes((sheet.getSheetName() + area).getBytes(StandardCharsets.UTF_8)))
                .toUpperCase(Locale.ROOT);
        CTCfRule rule = rule(area, STCfType.DATA_BAR);
        CTDataBar bar = rule.addNewDataBar();
        end(bar.addNewCfvo(), "0");
        end(bar.addNewCfvo(), "1");
        Styles.paint(bar.addNewColor(), hue);
        CTExtension extension = rule.addNewExtLst().addNewExt();
        extension.setUri("{B025F937-C7B1-47D3-B67F-A62EFF666E3E}");
        try (XmlCursor cursor = extension.newCursor()) {
            cursor.toEndToken();
            cursor.insertElementWithText(new QName(SheetExtension.X14, "id", "x14"), id);
        }
        bars.add(new Bars(id, area, hue));
    }

    private CTCfRule rule(String area, STCfType.Enum type) {
        CTConditionalFormatting formatting = sheet.getCTWorksheet().addNewConditionalFormatting();
        formatting.setSqref(List.of(area));
        CTCfRule rule = formatting.addNewCfRule();
        rule.setType(type);
        rule.setPriority(++count);
        return rule;
    }

    private static void end(CTCfvo end, String number) {
        end.setType(STCfvoType.NUM);
        end.setVal(number);
    }

    void finish() {
        if (bars.isEmpty()) {
            return;
        }
        StringBuilder twins = new StringBuilder();
        for (Bars one : bars) {
            twins.append("""
                    <x14:conditionalFormatting><x14:cfRule type="dataBar" id="%s">\
                    <x14:dataBar minLength="0" maxLength="100" gradient="0">\
                    <x14:cfvo type="num"><xm:f>0</xm:f></x14:cfvo><x14:cfvo type="num"><xm:f>1</xm:f></x14:cfvo>\
                    <x14:fillColor theme="%s" tint="%s"/></x14:dataBar></x14:cfRule><xm:sqref>%s</xm:sqref>\
                    </x14:conditionalFormatting>""".formatted(
                            one.id(), one.hue().slot().inCells(), one.hue().tint(), one.area()));
        }
        SheetExtension.add(sheet, "{78C0D931-6437-407d-A8EE-F0AAD7539E65}", "conditionalFormattings", twins);
    }
}
