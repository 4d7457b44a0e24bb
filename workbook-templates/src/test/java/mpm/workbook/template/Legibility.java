package mpm.workbook.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import mpm.workbook.design.Contrast;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTColor;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTDxf;

/** The contrast of every text of a workbook with its ground, by the colours of its theme: WCAG 2.2 asks for 4.5. */
final class Legibility {

    private static final double LEAST = 4.5;
    private static final int LAST_ACCENT = 9;

    private final XSSFWorkbook workbook;
    private final List<double[]> theme = new ArrayList<>();

    Legibility(XSSFWorkbook workbook) {
        this.workbook = workbook;
        for (int slot = 0; slot <= LAST_ACCENT; slot++) {
            byte[] rgb = workbook.getTheme().getThemeColor(slot).getRGB();
            theme.add(new double[] {share(rgb[0]), share(rgb[1]), share(rgb[2])});
        }
    }

    private static double share(byte channel) {
        return (channel & 255) / 255.0;
    }

    List<String> faults() {
        Set<String> faults = new TreeSet<>();
        for (Sheet sheet : workbook) {
            for (Row row : sheet) {
                for (Cell cell : row) {
                    if (cell.getCellType() != CellType.BLANK) {
                        XSSFCellStyle style = (XSSFCellStyle) cell.getCellStyle();
                        CTColor ground = style.getFillPattern() == FillPatternType.NO_FILL
                                ? null
                                : style.getFillForegroundXSSFColor().getCTColor();
                        check(style.getFont().getCTFont().getColorArray(0), ground, place(cell), faults);
                    }
                }
            }
        }
        for (int number = 0; number < workbook.getStylesSource()._getDXfsSize(); number++) {
            CTDxf format = workbook.getStylesSource().getDxfAt(number);
            CTColor ground =
                    format.isSetFill() ? format.getFill().getPatternFill().getBgColor() : null;
            check(format.getFont().getColorArray(0), ground, "conditional format " + number, faults);
        }
        return List.copyOf(faults);
    }

    private void check(CTColor text, @Nullable CTColor ground, String place, Set<String> faults) {
        double contrast = Contrast.of(rgb(text), ground == null ? theme.get(0) : rgb(ground));
        if (contrast < LEAST) {
            faults.add("%s: %.2f".formatted(place, contrast));
        }
    }

    /** Excel tints the luminance of hue, saturation and luminance. */
    private double[] rgb(CTColor colour) {
        double[] rgb = theme.get((int) colour.getTheme());
        double tint = colour.isSetTint() ? colour.getTint() : 0;
        double most = Math.max(rgb[0], Math.max(rgb[1], rgb[2]));
        double least = Math.min(rgb[0], Math.min(rgb[1], rgb[2]));
        double luminance = (most + least) / 2;
        double tinted = tint < 0 ? luminance * (1 + tint) : luminance * (1 - tint) + tint;
        double span = 1 - Math.abs(2 * luminance - 1);
        double scale = span == 0 ? 0 : (1 - Math.abs(2 * tinted - 1)) / span;
        double[] result = new double[3];
        for (int channel = 0; channel < 3; channel++) {
            result[channel] = tinted + (rgb[channel] - luminance) * scale;
        }
        return result;
    }

    private static String place(Cell cell) {
        return cell.getSheet().getSheetName() + "!" + cell.getAddress();
    }
}
