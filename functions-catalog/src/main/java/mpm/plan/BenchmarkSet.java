package mpm.plan;

import java.util.List;
import java.util.Optional;
import mpm.cell.Moment;

/**
 * Published values of one metric, of one segment of peers.
 *
 * @param code the code of the set
 * @param name what people call it
 * @param metric the code of the metric
 * @param source who published it
 * @param segment the peers, ALL for all of them
 * @param isLicensed whether the organisation may use it
 * @param form how the points are labelled
 */
public record BenchmarkSet(
        String code,
        String name,
        String metric,
        String source,
        String segment,
        Moment date,
        boolean isLicensed,
        Form form,
        List<Point> points) {

    public BenchmarkSet {
        points = List.copyOf(points);
    }

    /** The same set, of a metric by its code where it was given by its name. */
    public BenchmarkSet of(String code) {
        return new BenchmarkSet(this.code, name, code, source, segment, date, isLicensed, form, points);
    }

    /** How the points of a set are labelled. */
    public enum Form {
        /** By the share of peers that lie below. */
        PERCENTILES,
        /** By the peer. */
        PEERS
    }

    /**
     * A published value.
     *
     * @param percentile the share of peers that lie below it; nothing in a set by peers
     * @param peer what the peer is called; empty in a set by percentiles
     * @param n how many peers stand behind it
     */
    public record Point(Optional<Double> percentile, String peer, double value, int n) {}
}
