package mpm.method.controlcharts;

import java.util.ArrayList;
import java.util.List;
import mpm.cell.Series;

/**
 * A value of a series.
 *
 * @param place where it stands among the cells, counted from 0
 * @param movingRange its distance from the value in the cell before; NaN without one
 */
record Observation(int place, double value, double movingRange) {

    /** The values of a series that are there, in its order. */
    static List<Observation> of(Series values) {
        List<Observation> observations = new ArrayList<>();
        for (int place = 0; place < values.length(); place++) {
            if (!values.isGap(place)) {
                double before = place == 0 ? Double.NaN : values.value(place - 1);
                observations.add(new Observation(place, values.value(place), Math.abs(values.value(place) - before)));
            }
        }
        return observations;
    }
}
