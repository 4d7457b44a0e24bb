package mpm.method.forecasting;

/** A figure that a model found in the past values. */
public enum Figure {
    ALPHA("Alpha"),
    BETA("Beta"),
    GAMMA("Gamma"),
    PHI("Phi"),
    SIGMA("Sigma"),
    AICC("AICc");

    private final String caption;

    Figure(String caption) {
        this.caption = caption;
    }

    /** As in print. */
    public String caption() {
        return caption;
    }
}
