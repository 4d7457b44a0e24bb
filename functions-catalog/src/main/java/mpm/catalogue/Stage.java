package mpm.catalogue;

/** The stages of performance management. */
public enum Stage {
    MEASURE,
    PLAN,
    EXECUTE
}
