package mpm.functions.accountability;

import mpm.cell.CellError;
import mpm.link.Direction;

/** An actual value beside its plan, in the measures that the functions of this section share. */
record Performance(double actual, double plan, Direction direction) {

    /** What a share may miss a threshold by and still lie on it. */
    private static final double TOLERANCE = 1e-12;

    /** How far from plan; positive is favourable. */
    double variance() {
        return direction.favourable(actual, plan);
    }

    /**
     * The variance as a share of the plan's size.
     *
     * @throws mpm.cell.CellException #DIV/0! where nothing was planned and something happened
     */
    double varianceShare() {
        if (plan == 0 && actual == 0) {
            return 0;
        }
        if (plan == 0) {
            throw CellError.DIV0.because("Nothing was planned, so the variance has no percentage.");
        }
        return variance() / Math.abs(plan);
    }

    /**
     * The share of the plan that is reached; where lower is better, plan over actual.
     *
     * @throws mpm.cell.CellException #DIV/0! for a plan of 0, or an actual of 0 where lower is better; #NUM! below 0
     */
    double attainment() {
        return attainment(Attain.Method.INVERSE);
    }

    /**
     * The share of the plan that is reached.
     *
     * @param method how lower is better counts; for the other directions it says nothing
     * @throws mpm.cell.CellException #DIV/0! for a plan of 0; #NUM! for a plan below 0, except at a target; INVERSE also
     *     #DIV/0! for an actual of 0 and #NUM! for one below 0
     */
    double attainment(Attain.Method method) {
        if (plan == 0) {
            throw CellError.DIV0.because("Nothing was planned, so nothing can be attained.");
        }
        if (direction == Direction.TARGET) {
            return 1 - Math.abs(actual - plan) / Math.abs(plan);
        }
        if (plan < 0) {
            throw CellError.NUM.because("The plan is negative, so attainment has no meaning: use the variance.");
        }
        if (direction == Direction.HIGHER) {
            return actual / plan;
        }
        if (method == Attain.Method.LINEAR) {
            return 2 - actual / plan;
        }
        if (actual == 0) {
            throw CellError.DIV0.because("The actual is 0, and lower is better: attainment has no limit.");
        }
        if (actual < 0) {
            throw CellError.NUM.because("The actual is negative and lower is better: attainment has no meaning.");
        }
        return plan / actual;
    }

    /**
     * GREEN, AMBER or RED; on a boundary the better colour.
     *
     * @param amber the adverse share of the plan from which the light is amber
     * @param red the adverse share of the plan from which it is red
     * @throws mpm.cell.CellException #DIV/0! where nothing was planned and something happened
     */
    String light(double amber, double red) {
        double adverse = -varianceShare();
        return adverse <= amber + TOLERANCE ? "GREEN" : adverse <= red + TOLERANCE ? "AMBER" : "RED";
    }
}
