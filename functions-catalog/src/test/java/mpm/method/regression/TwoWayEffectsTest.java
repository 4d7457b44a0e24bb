package mpm.method.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import mpm.cell.CellException;
import mpm.cell.Series;
import mpm.method.regression.LeastSquares.Regressor;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class TwoWayEffectsTest {

    private static final int UNITS = 5;
    private static final int PERIODS = 4;

    /** Two rows are left out, so that means alone would not do. */
    private static final int[] ROWS = IntStream.range(0, UNITS * PERIODS)
            .filter(row -> row != 3 && row != 14)
            .toArray();

    private static final int[] OF_UNIT =
            IntStream.of(ROWS).map(row -> row / PERIODS).toArray();
    private static final int[] OF_PERIOD =
            IntStream.of(ROWS).map(row -> row % PERIODS).toArray();
    private static final double[] TREATMENT = IntStream.range(0, ROWS.length)
            .mapToDouble(row -> OF_UNIT[row] < 2 && OF_PERIOD[row] > 1 ? 1 : 0)
            .toArray();

    @Property(tries = 50)
    void theEffectIsThatOfARegressionOnAllLevels(@ForAll @Size(UNITS * PERIODS - 2) List<Short> outcomes) {
        double[] outcome = outcomes.stream().mapToDouble(each -> each).toArray();
        TwoWayEffects fit = TwoWayEffects.of(OF_UNIT, OF_PERIOD, TREATMENT, outcome);
        LeastSquares all = LeastSquares.of(outcome, levelsAndTreatment(), 1e-10);
        assertThat(fit.effect()).isCloseTo(all.coefficients()[UNITS + PERIODS - 1], within(1e-8));
        assertThat(fit.residualDf()).isEqualTo(ROWS.length - UNITS - PERIODS);
    }

    private static List<Regressor> levelsAndTreatment() {
        List<Regressor> regressors = new ArrayList<>();
        for (int unit = 0; unit < UNITS; unit++) {
            regressors.add(level("unit", OF_UNIT, unit));
        }
        for (int period = 1; period < PERIODS; period++) {
            regressors.add(level("period", OF_PERIOD, period));
        }
        regressors.add(new Regressor("treatment", Series.column(TREATMENT)));
        return regressors;
    }

    private static Regressor level(String name, int[] of, int which) {
        return new Regressor(
                name,
                Series.column(IntStream.of(of)
                        .mapToDouble(each -> each == which ? 1 : 0)
                        .toArray()));
    }

    @Example
    void aTreatmentOfEveryoneAtOnceCannotBeTold() {
        double[] everyone = IntStream.of(OF_PERIOD)
                .mapToDouble(period -> period > 1 ? 1 : 0)
                .toArray();
        assertThatThrownBy(() -> TwoWayEffects.of(OF_UNIT, OF_PERIOD, everyone, TREATMENT))
                .isInstanceOf(CellException.class);
    }
}
