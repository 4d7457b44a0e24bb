package mpm.method.controlcharts;

/**
 * The patterns that ordinary variation hardly ever shows. A pattern is a signal at every observation that completes it; gaps
 * between observations are passed over.
 *
 * <p>Source: L. S. Nelson, <i>Journal of Quality Technology</i> 16 (1984) 237, in his numbering.
 */
public enum RunRule {
    ONE_FAR_OUT(1, "one point beyond 3 sigma") {
        @Override
        boolean isCompletedAt(Run run, int last, int side) {
            return run.isBeyond(last, 3, side);
        }
    },
    NINE_ON_ONE_SIDE(2, "nine in a row on one side of the centre") {
        @Override
        boolean isCompletedAt(Run run, int last, int side) {
            return run.countBeyond(last, 9, 0, side) == 9;
        }
    },
    SIX_TRENDING(3, "six in a row rising or falling") {
        @Override
        boolean isCompletedAt(Run run, int last, int side) {
            return run.steps(last, 5, side, side);
        }
    },
    FOURTEEN_ALTERNATING(4, "fourteen in a row alternating") {
        @Override
        boolean isCompletedAt(Run run, int last, int side) {
            return run.steps(last, 13, side, -side);
        }
    },
    TWO_OF_THREE(5, "two of three beyond 2 sigma on one side") {
        @Override
        boolean isCompletedAt(Run run, int last, int side) {
            return run.isBeyond(last, 2, side) && run.countBeyond(last, 3, 2, side) >= 2;
        }
    },
    FOUR_OF_FIVE(6, "four of five beyond 1 sigma on one side") {
        @Override
        boolean isCompletedAt(Run run, int last, int side) {
            return run.isBeyond(last, 1, side) && run.countBeyond(last, 5, 1, side) >= 4;
        }
    },
    FIFTEEN_WITHIN(7, "fifteen in a row within 1 sigma") {
        @Override
        boolean isCompletedAt(Run run, int last, int side) {
            return run.countWithin(last, 15) == 15;
        }
    },
    EIGHT_OUTSIDE(8, "eight in a row outside 1 sigma") {
        @Override
        boolean isCompletedAt(Run run, int last, int side) {
            return run.countBeyond(last, 8, 1, side) + run.countBeyond(last, 8, 1, -side) == 8;
        }
    };

    private final int number;
    private final String text;

    RunRule(int number, String text) {
        this.number = number;
        this.text = text;
    }

    /** Whether an observation completes the pattern on a side of the centre: 1 above or rising, −1 below or falling. */
    abstract boolean isCompletedAt(Run run, int last, int side);

    /** Nelson's number, 1 to 8. */
    public int number() {
        return number;
    }

    /** The pattern in words. */
    public String text() {
        return text;
    }

    /**
     * Whether an observation completes the pattern.
     *
     * @param last its place in the run
     */
    public boolean isCompletedAt(int last, Run run) {
        return isCompletedAt(run, last, 1) || isCompletedAt(run, last, -1);
    }

    /** Observations in their order, judged by a centre and a sigma; what lies before the first of them is not looked at. */
    public static final class Run {

        private final double[] values;
        private final int first;
        private final double centre;
        private final double sigma;

        /**
         * A run that reaches to the end of the values.
         *
         * @param values without gaps
         * @param first where the run begins among them
         */
        public Run(double[] values, int first, double centre, double sigma) {
            this.values = values;
            this.first = first;
            this.centre = centre;
            this.sigma = sigma;
        }

        private boolean isBeyond(int at, int sigmas, int side) {
            double limit = centre + side * sigmas * sigma;
            return side > 0 ? Limits.exceeds(values[at], limit) : Limits.exceeds(limit, values[at]);
        }

        private boolean isWithin(int at) {
            return Limits.exceeds(centre + sigma, values[at]) && Limits.exceeds(values[at], centre - sigma);
        }

        /** How many of so many observations, or of fewer at the start of the run, lie beyond so many sigmas. */
        private int countBeyond(int last, int window, int sigmas, int side) {
            int count = 0;
            for (int at = Math.max(first, last - window + 1); at <= last; at++) {
                count += isBeyond(at, sigmas, side) ? 1 : 0;
            }
            return count;
        }

        private int countWithin(int last, int window) {
            int count = 0;
            for (int at = Math.max(first, last - window + 1); at <= last; at++) {
                count += isWithin(at) ? 1 : 0;
            }
            return count;
        }

        /** Whether so many steps lead here, the last to one side, the one before to the next side, and so on in turn. */
        private boolean steps(int last, int count, int side, int nextSide) {
            if (last - count < first) {
                return false;
            }
            for (int back = 0; back < count; back++) {
                double step = values[last - back] - values[last - back - 1];
                if (!(step * (back % 2 == 0 ? side : nextSide) > 0)) {
                    return false;
                }
            }
            return true;
        }
    }
}
