package mpm.method.customerbase;

/**
 * The model of greatest likelihood.
 *
 * @param logLikelihood the logarithm of its likelihood, without the penalty
 * @param isConverged whether the likelihood is flat there, and no parameter at the edge of what was searched
 */
public record Fit<M>(M model, double logLikelihood, boolean isConverged) {}
