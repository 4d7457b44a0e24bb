package mpm.method.statistics;

import mpm.cell.CellError;
import org.hipparchus.special.Erf;

/** The standard normal distribution. */
public final class Normal {

    private static final double SQRT_2 = 1.4142135623730951;

    // Each the double nearest to the printed coefficient.
    private static final double[] CENTRE_ABOVE = {
        3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946,
        45921.95393154987, 67265.7709270087, 33430.57558358813, 2509.0809287301227
    };
    private static final double[] CENTRE_BELOW = {
        1,
        42.31333070160091,
        687.1870074920579,
        5394.196021424751,
        21213.794301586597,
        39307.89580009271,
        28729.085735721943,
        5226.495278852854
    };
    private static final double[] MIDDLE_ABOVE = {
        1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045,
        1.2704582524523684, 0.2417807251774506, 0.022723844989269184, 0.0007745450142783414
    };
    private static final double[] MIDDLE_BELOW = {
        1,
        2.053191626637759,
        1.6763848301838038,
        0.6897673349851,
        0.14810397642748008,
        0.015198666563616457,
        0.0005475938084995345,
        1.0507500716444169e-9
    };
    private static final double[] FAR_ABOVE = {
        6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487,
        0.026532189526576124, 0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7
    };
    private static final double[] FAR_BELOW = {
        1,
        0.599832206555888,
        0.1369298809227358,
        0.014875361290850615,
        0.0007868691311456133,
        1.8463183175100548e-5,
        1.421511758316446e-7,
        2.0442631033899397e-15
    };

    private Normal() {}

    /** The probability of a value at most z, right in its relative digits also far below 0. */
    public static double cdf(double z) {
        return Erf.erfc(-z / SQRT_2) / 2;
    }

    /** The probability of a value as far from 0 as z, on either side: 2(1 − Φ(|z|)). */
    public static double twoSidedTail(double z) {
        return Erf.erfc(Math.abs(z) / SQRT_2);
    }

    /**
     * The value below which a probability lies: Φ⁻¹.
     *
     * <p>Source: M. J. Wichura, algorithm AS 241 (PPND16), <i>Applied Statistics</i> 37 (1988); about 16 digits.
     *
     * @param p between 0 and 1
     * @throws mpm.cell.CellException #NUM! for another p
     */
    public static double quantile(double p) {
        if (!(p > 0 && p < 1)) {
            throw CellError.NUM.because("A probability or confidence lies between 0 and 1.");
        }
        double q = p - .5;
        if (Math.abs(q) <= .425) {
            return q * ratio(.180625 - q * q, CENTRE_ABOVE, CENTRE_BELOW);
        }
        double r = Math.sqrt(-StrictMath.log(q < 0 ? p : 1 - p));
        double size = r <= 5 ? ratio(r - 1.6, MIDDLE_ABOVE, MIDDLE_BELOW) : ratio(r - 5, FAR_ABOVE, FAR_BELOW);
        return q < 0 ? -size : size;
    }

    private static double ratio(double r, double[] above, double[] below) {
        return polynomial(r, above) / polynomial(r, below);
    }

    /** Coefficients from the constant upwards. */
    private static double polynomial(double r, double[] coefficients) {
        double value = 0;
        for (int i = coefficients.length - 1; i >= 0; i--) {
            value = value * r + coefficients[i];
        }
        return value;
    }
}
