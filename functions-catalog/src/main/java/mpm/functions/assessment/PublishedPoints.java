package mpm.functions.assessment;

import java.util.ArrayList;
import java.util.List;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.Grid;

/**
 * What is published of a field: shares of the peers and the values at or below which they lie.
 *
 * @param points with rising shares, their values not falling; at least one
 */
record PublishedPoints(List<PublishedPoints.Point> points) {

    /** A share of the peers and the value it lies at or below. */
    record Point(double share, double value) {}

    /**
     * Reads two columns; rows without two numbers are passed over.
     *
     * @throws mpm.cell.CellException #VALUE! without two columns; #N/A without a point; #NUM! for points out of order
     */
    static PublishedPoints of(Grid range) {
        if (range.columns() != 2) {
            throw CellError.VALUE.because(
                    "peers is a range of %s, but points need two columns: the share of peers and the value."
                            .formatted(range.shape()));
        }
        List<Point> points = new ArrayList<>();
        for (int row = 0; row < range.rows(); row++) {
            if (range.cell(row, 0) instanceof Cell.Numeric share && range.cell(row, 1) instanceof Cell.Numeric value) {
                points.add(new Point(share.value(), value.value()));
            }
        }
        if (points.isEmpty()) {
            throw CellError.NA.because("There is no data of peers: give at least one point.");
        }
        for (int place = 0; place < points.size(); place++) {
            Point point = points.get(place);
            Point before = points.get(Math.max(0, place - 1));
            if (!(point.share() >= 0 && point.share() <= 1)
                    || (place > 0 && !(point.share() > before.share() && point.value() >= before.value()))) {
                throw CellError.NUM.because("Point %d is out of order: shares rise from 0 to 1, and values do not fall."
                        .formatted(place + 1));
            }
        }
        return new PublishedPoints(List.copyOf(points));
    }

    private Point first() {
        return points.get(0);
    }

    private Point last() {
        return points.get(points.size() - 1);
    }

    /** Whether a value lies within what is published. */
    boolean covers(double value) {
        return value >= first().value() && value <= last().value();
    }

    /** The share of the peers at or below a value: linear between points, in the middle where several share a value. */
    double shareAtOrBelow(double value) {
        double[] equal = points.stream()
                .filter(point -> point.value() == value)
                .mapToDouble(Point::share)
                .toArray();
        if (equal.length > 0) {
            return (equal[0] + equal[equal.length - 1]) / 2;
        }
        if (value < first().value()) {
            return first().share();
        }
        for (int place = 1; place < points.size(); place++) {
            Point above = points.get(place);
            if (above.value() > value) {
                Point below = points.get(place - 1);
                double part = (value - below.value()) / (above.value() - below.value());
                return below.share() + part * (above.share() - below.share());
            }
        }
        return last().share();
    }
}
