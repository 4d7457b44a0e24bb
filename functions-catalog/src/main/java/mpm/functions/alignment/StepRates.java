package mpm.functions.alignment;

import java.util.ArrayList;
import java.util.List;
import mpm.cell.CellError;
import mpm.cell.Grid;
import mpm.method.Deadline;
import mpm.method.random.SplitMix64;
import mpm.method.statistics.BetaDistribution;

/**
 * The share that passes each step of a funnel: as rates, or as counts, which also say how sure the rates are.
 *
 * @param steps a row for each step: its rate, or how many entered and how many of them converted
 */
record StepRates(List<List<Double>> steps) {

    private static final int DRAWS = 2_000;

    StepRates {
        steps = List.copyOf(steps);
    }

    /**
     * Reads rates in one row or column, or two columns of counts; one row of two cells holds counts if the first is above 1.
     *
     * @throws mpm.cell.CellException #VALUE! for another shape, text, or a blank
     */
    static StepRates from(Grid range) {
        Matrix cells = Matrix.from(range);
        if (cells.rows().stream().anyMatch(row -> row.hasGaps())) {
            throw CellError.VALUE.because("A cell of rates is blank: give every step its rate.");
        }
        boolean areCounts = cells.width() == 2 && (cells.height() > 1 || cells.value(0, 0) > 1);
        if (!areCounts && cells.width() > 1 && cells.height() > 1) {
            throw CellError.VALUE.because(
                    "rates is a range of %s: give one rate for each step, or two columns, entered and converted."
                            .formatted(range.shape()));
        }
        List<List<Double>> steps = new ArrayList<>();
        for (int row = 0; row < cells.height(); row++) {
            if (areCounts) {
                steps.add(List.of(cells.value(row, 0), cells.value(row, 1)));
            } else {
                for (int column = 0; column < cells.width(); column++) {
                    steps.add(List.of(cells.value(row, column)));
                }
            }
        }
        return new StepRates(steps);
    }

    int count() {
        return steps.size();
    }

    private boolean areCounts() {
        return steps.get(0).size() > 1;
    }

    /**
     * The share that passes all steps.
     *
     * @throws mpm.cell.CellException #NUM! for a rate outside 0 … 1, or 0; #DIV/0! where nobody entered
     */
    double product() {
        for (int step = 0; step < steps.size(); step++) {
            requireDomain(step);
        }
        return steps.stream()
                .mapToDouble(step -> areCounts() ? step.get(1) / step.get(0) : step.get(0))
                .reduce(1, (one, other) -> one * other);
    }

    private void requireDomain(int step) {
        double first = steps.get(step).get(0);
        if (areCounts()) {
            if (first < 0 || steps.get(step).get(1) > first || steps.get(step).get(1) < 0) {
                throw CellError.NUM.because("Step %d of rates needs 0 ≤ converted ≤ entered.".formatted(step + 1));
            } else if (first == 0) {
                throw CellError.DIV0.because("Nobody entered step %d, so it has no rate.".formatted(step + 1));
            }
        }
        double rate = areCounts() ? steps.get(step).get(1) / first : first;
        if (!(rate > 0 && rate <= 1)) {
            throw CellError.NUM.because("The rate of step %d is not above 0 and up to 1.".formatted(step + 1));
        }
    }

    /**
     * What the share that passes all steps may really be, as multiples of {@link #product}: one 1 for rates, which count as
     * certain; for counts, draws from what they leave open.
     */
    double[] multiples(int seed) {
        if (!areCounts()) {
            return new double[] {1};
        }
        SplitMix64 chance = new SplitMix64(seed);
        double expected = product();
        double[] multiples = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            Deadline.check();
            double product = 1;
            for (List<Double> step : steps) {
                product *= BetaDistribution.quantile(chance.uniform(), 1 + step.get(1), 1 + step.get(0) - step.get(1));
            }
            multiples[draw] = product / expected;
        }
        return multiples;
    }
}
