package mpm.method.survival;

/** The same share leaves in every period. */
public record ConstantChurn(double rate) implements Churn {

    /** The share of all who were at risk that left. */
    public static ConstantChurn of(double[] survivors) {
        double atRisk = 0;
        for (int period = 1; period < survivors.length; period++) {
            atRisk += survivors[period - 1];
        }
        return new ConstantChurn((survivors[0] - survivors[survivors.length - 1]) / atRisk);
    }

    @Override
    public double rate(int period) {
        return rate;
    }

    @Override
    public double residualLifetime(int survived, double discount) {
        return (1 - rate) * (1 + discount) / (discount + rate);
    }
}
