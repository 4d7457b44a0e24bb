package mpm.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import mpm.cell.Cell;
import mpm.cell.Range;
import org.assertj.core.api.Assertions;

/** Compares what a call answers with what it should show. */
public final class ShownRange {

    private ShownRange() {}

    /** Holds cell by cell: numbers within the tolerances (either suffices), text and errors exactly. */
    public static void assertShows(Range actual, Range expected, double relative, double absolute) {
        List<String> differences = new ArrayList<>();
        if (!actual.shape().equals(expected.shape())) {
            differences.add("is " + actual.shape() + " instead of " + expected.shape());
        } else {
            for (int place = 0; place < expected.size(); place++) {
                if (!shows(actual.cell(place), expected.cell(place), relative, absolute)) {
                    differences.add("cell %d shows %s instead of %s (%s)"
                            .formatted(
                                    place,
                                    actual.cell(place).shown(),
                                    expected.cell(place).shown(),
                                    actual.cell(place)));
                }
            }
        }
        Assertions.assertThat(differences).as(() -> "actual: " + text(actual)).isEmpty();
    }

    private static boolean shows(Cell actual, Cell expected, double relative, double absolute) {
        OptionalDouble one = number(actual);
        OptionalDouble other = number(expected);
        if (one.isPresent() && other.isPresent()) {
            double difference = Math.abs(one.getAsDouble() - other.getAsDouble());
            return difference <= relative * Math.abs(other.getAsDouble()) || difference <= absolute;
        }
        // A vector writes an error inside a range as its text.
        return actual.shown().equals(expected.shown());
    }

    private static OptionalDouble number(Cell cell) {
        if (cell instanceof Cell.Numeric numeric) {
            return OptionalDouble.of(numeric.value());
        }
        return cell instanceof Cell.Dated dated ? OptionalDouble.of(dated.at().serial()) : OptionalDouble.empty();
    }

    private static String text(Range range) {
        StringBuilder text = new StringBuilder("{");
        for (int row = 0; row < range.rows(); row++) {
            for (int column = 0; column < range.columns(); column++) {
                Cell cell = range.cell(row, column);
                text.append(column > 0 ? "," : row > 0 ? ";" : "")
                        .append(
                                cell instanceof Cell.Text || cell.isBlank()
                                        ? "\"" + cell.shown() + "\""
                                        : cell.shown());
            }
        }
        return text.append('}').toString();
    }
}
