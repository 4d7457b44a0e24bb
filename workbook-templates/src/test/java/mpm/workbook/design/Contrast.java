package mpm.workbook.design;

/** How well one colour is read upon another, from 1 to 21, by WCAG 2.2; colours are red, green and blue from 0 to 1. */
public final class Contrast {

    private Contrast() {}

    public static double of(double[] one, double[] other) {
        double first = luminance(one);
        double second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(double... rgb) {
        return 0.2126 * linear(rgb[0]) + 0.7152 * linear(rgb[1]) + 0.0722 * linear(rgb[2]);
    }

    private static double linear(double share) {
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
