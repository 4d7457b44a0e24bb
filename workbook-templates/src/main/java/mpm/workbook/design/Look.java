package mpm.workbook.design;

import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.jspecify.annotations.Nullable;

/** How a cell looks: a value, from which other looks are made. Equal looks share one style of the workbook. */
public record Look(
        Type type, Place place, Edges edges, @Nullable Hue fill, String format, boolean isCheckbox) {

    /** Text and figures as they come. */
    public static final Look PLAIN = new Look(
            new Type(10, false, false, Hue.INK),
            new Place(HorizontalAlignment.GENERAL, VerticalAlignment.CENTER, false, 0),
            new Edges(null, null, false),
            null,
            "General",
            false);

    /** The font; a theme has one for the body and one for headings. */
    record Type(double size, boolean isBold, boolean isHeading, Hue ink) {}

    record Place(HorizontalAlignment across, VerticalAlignment down, boolean isWrapped, int indent) {}

    /** A rule beneath, a frame around, a white gap to the right. */
    record Edges(@Nullable Hue rule, @Nullable Hue frame, boolean hasGap) {}

    public Look size(double points) {
        return with(new Type(points, type.isBold, type.isHeading, type.ink));
    }

    public Look bold() {
        return with(new Type(type.size, true, type.isHeading, type.ink));
    }

    public Look heading(double points) {
        return with(new Type(points, true, true, type.ink));
    }

    public Look ink(Hue ink) {
        return with(new Type(type.size, type.isBold, type.isHeading, ink));
    }

    public Look left() {
        return with(new Place(HorizontalAlignment.LEFT, place.down, place.isWrapped, place.indent));
    }

    public Look right() {
        return with(new Place(HorizontalAlignment.RIGHT, place.down, place.isWrapped, place.indent));
    }

    public Look centre() {
        return with(new Place(HorizontalAlignment.CENTER, place.down, place.isWrapped, place.indent));
    }

    public Look top() {
        return with(new Place(place.across, VerticalAlignment.TOP, place.isWrapped, place.indent));
    }

    public Look middle() {
        return with(new Place(place.across, VerticalAlignment.CENTER, place.isWrapped, place.indent));
    }

    public Look wrapped() {
        return with(new Place(place.across, place.down, true, place.indent));
    }

    /** Away from the edge at which the text begins. */
    public Look indent(int steps) {
        HorizontalAlignment across =
                place.across == HorizontalAlignment.GENERAL ? HorizontalAlignment.LEFT : place.across;
        return with(new Place(across, place.down, place.isWrapped, steps));
    }

    public Look rule(Hue hue) {
        return with(new Edges(hue, edges.frame, edges.hasGap));
    }

    public Look frame(Hue hue) {
        return with(new Edges(edges.rule, hue, edges.hasGap));
    }

    public Look gap() {
        return with(new Edges(edges.rule, edges.frame, true));
    }

    public Look fill(@Nullable Hue hue) {
        return new Look(type, place, edges, hue, format, isCheckbox);
    }

    /** A number format in Excel's own notation, in which every language reads it as its own. */
    public Look format(String code) {
        return new Look(type, place, edges, fill, code, isCheckbox);
    }

    /** What a planner types stands on a tint; what is calculated does not. */
    public Look input() {
        return fill(Hue.TINT);
    }

    /** Excel's own checkbox over TRUE and FALSE; older programs show the format's boxes for 1 and 0. */
    public Look checkbox() {
        return new Look(type, place, edges, fill, "[=1]\"☑\";\"☐\"", true).centre();
    }

    private Look with(Type changed) {
        return new Look(changed, place, edges, fill, format, isCheckbox);
    }

    private Look with(Place changed) {
        return new Look(type, changed, edges, fill, format, isCheckbox);
    }

    private Look with(Edges changed) {
        return new Look(type, place, changed, fill, format, isCheckbox);
    }
}
