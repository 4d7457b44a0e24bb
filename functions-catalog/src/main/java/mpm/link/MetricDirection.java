package mpm.link;

/**
 * The direction of a metric kept by the service.
 *
 * @param metric the metric's id, compared without regard to case
 */
public record MetricDirection(String metric) implements Need<Direction> {}
