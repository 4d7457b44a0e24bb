package mpm.workbook.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.FontUnderline;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.model.ThemesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFConditionalFormattingRule;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFFontFormatting;
import org.apache.poi.xssf.usermodel.XSSFPatternFormatting;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** The styles of a workbook, each once, with the colours of its theme worked out. */
final class Styles {

    private final @Nullable ThemesTable theme;
    private final Map<Style, Integer> indexes = new LinkedHashMap<>();
    private final Map<Integer, Integer> read = new LinkedHashMap<>();

    Styles(XSSFWorkbook workbook) {
        theme = workbook.getTheme();
    }

    List<Style> all() {
        return new ArrayList<>(indexes.keySet());
    }

    int index(XSSFCellStyle style) {
        return read.computeIfAbsent((int) style.getIndex(), index -> indexOf(read(style)));
    }

    /** What a conditional format changes. */
    int index(XSSFConditionalFormattingRule rule) {
        XSSFFontFormatting font = rule.getFontFormatting();
        XSSFPatternFormatting pattern = rule.getPatternFormatting();
        return indexOf(new Style(
                mark(font != null && font.isBold()),
                mark(font != null && font.isItalic()),
                null,
                null,
                null,
                null,
                null,
                null,
                font == null ? null : colour(font.getFontColor()),
                pattern == null ? null : colour(pattern.getFillBackgroundColorColor()),
                null,
                null,
                null));
    }

    private int indexOf(Style style) {
        return indexes.computeIfAbsent(style, each -> indexes.size());
    }

    private Style read(XSSFCellStyle style) {
        XSSFFont font = style.getFont();
        String format = style.getDataFormatString();
        String ink = colour(font.getXSSFColor());
        return new Style(
                mark(font.getBold()),
                mark(font.getItalic()),
                mark(font.getUnderline() != FontUnderline.NONE.getByteValue()),
                mark(style.getWrapText()),
                align(style.getAlignment()),
                valign(style.getVerticalAlignment()),
                style.getIndention() > 0 ? (int) style.getIndention() : null,
                "General".equals(format) ? null : format,
                "#000000".equals(ink) ? null : ink,
                style.getFillPattern() == FillPatternType.SOLID_FOREGROUND
                        ? colour(style.getFillForegroundColorColor())
                        : null,
                font.getFontHeight() / 20.0,
                font.getFontName(),
                edges(style));
    }

    private static @Nullable Boolean mark(boolean marked) {
        return marked ? Boolean.TRUE : null;
    }

    private static @Nullable String align(HorizontalAlignment alignment) {
        return switch (alignment) {
            case LEFT -> "left";
            case CENTER, CENTER_SELECTION -> "center";
            case RIGHT -> "right";
            default -> null;
        };
    }

    private static @Nullable String valign(VerticalAlignment alignment) {
        return switch (alignment) {
            case TOP -> "top";
            case BOTTOM -> "bottom";
            default -> null;
        };
    }

    private @Nullable Map<String, Style.Edge> edges(XSSFCellStyle style) {
        Map<String, Style.Edge> edges = new LinkedHashMap<>();
        edge(edges, "top", style.getBorderTop(), style.getTopBorderXSSFColor());
        edge(edges, "right", style.getBorderRight(), style.getRightBorderXSSFColor());
        edge(edges, "bottom", style.getBorderBottom(), style.getBottomBorderXSSFColor());
        edge(edges, "left", style.getBorderLeft(), style.getLeftBorderXSSFColor());
        return edges.isEmpty() ? null : edges;
    }

    private void edge(Map<String, Style.Edge> edges, String side, BorderStyle line, @Nullable XSSFColor colour) {
        if (line != BorderStyle.NONE) {
            String ink = colour(colour);
            edges.put(side, new Style.Edge(word(line), ink == null ? "#000000" : ink));
        }
    }

    private static String word(BorderStyle line) {
        return switch (line) {
            case MEDIUM, THICK, DOUBLE, DOTTED, DASHED, HAIR -> line.name().toLowerCase(Locale.ROOT);
            case MEDIUM_DASHED, DASH_DOT, MEDIUM_DASH_DOT, DASH_DOT_DOT, MEDIUM_DASH_DOT_DOT, SLANTED_DASH_DOT ->
                "dashed";
            default -> "thin";
        };
    }

    /** A colour with its theme and tint worked out; null for one that the spreadsheet chooses. */
    @Nullable
    String colour(@Nullable XSSFColor colour) {
        if (colour == null) {
            return null;
        }
        if (theme != null) {
            theme.inheritFromThemeAsRequired(colour);
        }
        byte[] rgb = colour.getRGBWithTint();
        return rgb == null ? null : "#%02x%02x%02x".formatted(rgb[0], rgb[1], rgb[2]);
    }
}
