package mpm.method.survival;

import java.util.ArrayList;
import java.util.List;

/**
 * The share that is still waiting after each period, from those at risk in it and the events among them.
 *
 * <p>Source: E. L. Kaplan and P. Meier, <i>Journal of the American Statistical Association</i> 53 (1958); the standard error
 * is Greenwood's; R's {@code survival::survfit}.
 */
public final class KaplanMeier {

    private KaplanMeier() {}

    /**
     * A period.
     *
     * @param atRisk how many could have had the event
     * @param events how many had it
     * @param survival the share without the event up to the end of the period
     * @param error the standard error of that share; 0 once it is 0
     */
    public record Step(double atRisk, double events, double survival, double error) {

        /** The share of those at risk that had the event; NaN where none was at risk. */
        public double hazard() {
            return events / atRisk;
        }
    }

    /** The steps of successive periods; one without anybody at risk changes nothing. */
    public static List<Step> of(double[] atRisk, double[] events) {
        List<Step> steps = new ArrayList<>();
        double survival = 1;
        double variance = 0;
        for (int period = 0; period < atRisk.length; period++) {
            double left = Math.max(0, atRisk[period] - events[period]);
            if (atRisk[period] > 0) {
                survival *= left / atRisk[period];
                variance += left == 0 ? 0 : events[period] / (atRisk[period] * left);
            }
            steps.add(new Step(atRisk[period], events[period], survival, survival * Math.sqrt(variance)));
        }
        return steps;
    }
}
