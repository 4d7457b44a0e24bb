package mpm.method.response;

import mpm.cell.CellError;

/**
 * The shape in which a response grows with spend x: a ceiling β, a spend k at which half of it is reached (for some a mere
 * scale), and a slope s. The forms are those of Robyn and PyMC-Marketing.
 */
public enum Curve {
    /** β/(1 + (k/x)<sup>s</sup>): S-shaped for a slope above 1. */
    HILL(true, true) {
        @Override
        double share(double x, double k, double s) {
            return x == 0 ? 0 : 1 / (1 + StrictMath.pow(k / x, s));
        }

        @Override
        double slope(double x, double k, double s) {
            if (x == 0) {
                return atZero(s, 1 / k);
            }
            return s / x * share(x, k, s) / (1 + StrictMath.pow(x / k, s));
        }

        @Override
        double steepest(double k, double s) {
            return s > 1 ? k * StrictMath.pow((s - 1) / (s + 1), 1 / s) : 0;
        }
    },
    /** β(1 − e<sup>−x/k</sup>). */
    EXP(true, false) {
        @Override
        double share(double x, double k, double s) {
            return -StrictMath.expm1(-x / k);
        }

        @Override
        double slope(double x, double k, double s) {
            return StrictMath.exp(-x / k) / k;
        }
    },
    /** β(1 − e<sup>−x/k</sup>)/(1 + e<sup>−x/k</sup>). */
    LOGISTIC(true, false) {
        @Override
        double share(double x, double k, double s) {
            return StrictMath.tanh(x / (2 * k));
        }

        @Override
        double slope(double x, double k, double s) {
            double cosh = StrictMath.cosh(x / (2 * k));
            return 1 / (2 * k * cosh * cosh);
        }
    },
    /** βx<sup>s</sup>: without a ceiling. */
    POWER(false, true) {
        @Override
        double share(double x, double k, double s) {
            return StrictMath.pow(x, s);
        }

        @Override
        double slope(double x, double k, double s) {
            return x == 0 ? atZero(s, 1) : s * StrictMath.pow(x, s - 1);
        }

        @Override
        double steepest(double k, double s) {
            return s > 1 ? Double.POSITIVE_INFINITY : 0;
        }
    },
    /** β ln(1 + x/k): without a ceiling. */
    LOG(true, false) {
        @Override
        double share(double x, double k, double s) {
            return StrictMath.log1p(x / k);
        }

        @Override
        double slope(double x, double k, double s) {
            return 1 / (k + x);
        }
    };

    private final boolean hasK;
    private final boolean hasS;

    Curve(boolean hasK, boolean hasS) {
        this.hasK = hasK;
        this.hasS = hasS;
    }

    /** Whether the curve has a k. */
    public boolean hasK() {
        return hasK;
    }

    /** Whether the curve has an s. */
    public boolean hasS() {
        return hasS;
    }

    /** The response to a spend for β = 1. */
    abstract double share(double x, double k, double s);

    /** The derivative of the response for β = 1. */
    abstract double slope(double x, double k, double s);

    /** The spend from which on the curve only flattens. */
    double steepest(double k, double s) {
        return 0;
    }

    /**
     * The response to a spend.
     *
     * @param k above 0; any where the curve has none
     * @param s above 0; any where the curve has none
     * @throws mpm.cell.CellException #NUM! for a negative spend, or a k or s of 0 or less
     */
    public double response(double x, double beta, double k, double s) {
        require(x, k, s);
        return beta * share(x, k, s);
    }

    /**
     * What the next unit of spend brings.
     *
     * @throws mpm.cell.CellException #NUM! as {@link #response}, and where the curve starts vertically
     */
    public double marginal(double x, double beta, double k, double s) {
        require(x, k, s);
        return beta * slope(x, k, s);
    }

    private void require(double x, double k, double s) {
        if (hasK && !(k > 0)) {
            throw CellError.NUM.because("k is the scale of the spend: give more than 0.");
        }
        if (hasS && !(s > 0)) {
            throw CellError.NUM.because("s is the slope of the curve: give more than 0.");
        }
        if (x < 0) {
            throw CellError.NUM.because("A spend is negative: give 0 or more.");
        }
    }

    private static double atZero(double s, double straight) {
        if (s < 1) {
            throw CellError.NUM.because("With s below 1 the first unit of spend has no finite return: start above 0.");
        }
        return s > 1 ? 0 : straight;
    }
}
