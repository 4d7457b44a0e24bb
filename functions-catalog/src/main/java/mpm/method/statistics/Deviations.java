package mpm.method.statistics;

import java.util.Arrays;
import mpm.method.Deadline;

/**
 * The deviations of numbers from their mean, divided by 2<sup>exponent</sup>.
 *
 * <p>The division brings the largest number near 1 without touching a digit, so that the squares of very large or very small
 * figures neither overflow nor vanish.
 */
final class Deviations {

    private final double[] each;
    /** Not quite 0, because the mean is rounded. */
    private final double sum;

    private final double squares;
    private final int exponent;

    private Deviations(double[] each, double sum, double squares, int exponent) {
        this.each = each;
        this.sum = sum;
        this.squares = squares;
        this.exponent = exponent;
    }

    static Deviations of(double... values) {
        Deadline.check();
        if (areEqual(values)) {
            return new Deviations(new double[values.length], 0, 0, 0);
        }
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        int exponent = Math.getExponent(largest);
        double factor = Math.scalb(1.0, -exponent);
        double[] each = new double[values.length];
        for (int i = 0; i < each.length; i++) {
            each[i] = factor * values[i];
        }
        double mean = Sums.mean(each);
        for (int i = 0; i < each.length; i++) {
            each[i] -= mean;
        }
        double sum = Sums.of(each);
        return new Deviations(each, sum, Sums.ofProducts(each, each) - sum * sum / each.length, exponent);
    }

    /** Whether there is no spread: asked of the numbers, because the mean of three times .1 is not quite .1 in doubles. */
    private static boolean areEqual(double[] values) {
        return Arrays.stream(values).allMatch(value -> value == values[0]);
    }

    int count() {
        return each.length;
    }

    /** The sum of the squares, corrected for the rounded mean; exactly 0 when all numbers are equal. */
    double squares() {
        return squares;
    }

    int exponent() {
        return exponent;
    }

    boolean areAllZero() {
        return squares == 0;
    }

    /** The sum of the products with other deviations at equal places, corrected for the rounded means. */
    double products(Deviations other) {
        return Sums.ofProducts(each, other.each) - sum * other.sum / each.length;
    }

    /** The sum of the products of each with the one so many places later, not corrected. */
    double laggedProducts(Deviations later, int lag) {
        Sums.Running products = new Sums.Running();
        for (int i = Math.max(0, -lag); i < each.length && (long) i + lag < each.length; i++) {
            products.add(each[i] * later.each[i + lag]);
        }
        return products.value();
    }
}
