package mpm.workbook.design;

import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** A chart in a cell: columns, the last of them marked. */
record Sparkline(String cell, String data) {

    static void draw(XSSFSheet sheet, List<Sparkline> sparklines) {
        if (sparklines.isEmpty()) {
            return;
        }
        StringBuilder group = new StringBuilder("""
                <x14:sparklineGroup type="column" displayEmptyCellsAs="gap" last="1" minAxisType="custom" manualMin="0">\
                <x14:colorSeries theme="%s"/><x14:colorNegative theme="%s"/><x14:colorAxis theme="%s"/>\
                <x14:colorMarkers theme="%4$s"/><x14:colorFirst theme="%4$s"/><x14:colorLast theme="%4$s"/>\
                <x14:colorHigh theme="%4$s"/><x14:colorLow theme="%4$s"/><x14:sparklines>""".formatted(
                        Hue.TEAL.slot().inCells(),
                        Hue.CORAL.slot().inCells(),
                        Hue.MUTED.slot().inCells(),
                        Hue.NAVY.slot().inCells()));
        for (Sparkline one : sparklines) {
            group.append("<x14:sparkline><xm:f>%s</xm:f><xm:sqref>%s</xm:sqref></x14:sparkline>"
                    .formatted(one.data, one.cell));
        }
        group.append("</x14:sparklines></x14:sparklineGroup>");
        SheetExtension.add(sheet, "{05C60535-1F16-4fd2-B633-F4F36F0B64E0}", "sparklineGroups", group);
    }
}
