package mpm.method.forecasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import mpm.cell.CellError;
import mpm.cell.CellException;
import mpm.cell.Series;
import mpm.method.Deadline;
import mpm.method.statistics.Interval;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ForecastModelTest {

    private static final double GAP = Double.NaN;
    private static final double[] LEADS = {100, 104, 110, 101, 118, 123, 115, 131, 137, 128, 147, 150};
    private static final double[] SEASON = {.7, .6, 1.1, 1.2, 1.2, .9, .9, 1, 1.2, 1.1, 1.1, 1};

    @Test
    void gapsAreCutOffAtTheEndsAndClosedWithin() {
        Series series = Series.column(GAP, 10, GAP, GAP, 40, 50, GAP);

        assertThat(Gap.INTERPOLATE.close(series)).containsExactly(10, 20, 30, 40, 50);
        assertThat(Gap.SKIP.close(series)).containsExactly(10, 40, 50);
        assertFails(CellError.NA, "gap", () -> Gap.ERROR.close(series));
        assertThat(Gap.ERROR.close(Series.column(GAP, 7, 8))).containsExactly(7, 8);
        assertFails(CellError.NA, "no number", () -> Gap.SKIP.close(Series.column(GAP, GAP)));
    }

    @ParameterizedTest
    @CsvSource({
        "NAIVE, 2",
        "DRIFT, 3",
        "THETA, 4",
        "COMB, 8",
        "AUTO, 2",
        "ETS, 2",
        "ANN, 5",
        "AAN, 7",
        "AADN, 8",
        "SNAIVE, 5",
        "ANA, 9",
        "AAA, 11",
        "AADA, 12",
        "LANN, 5",
        "LAADA, 12"
    })
    void everyModelSaysHowManyValuesItNeeds(ForecastModel model, int fewest) {
        Question question = Question.of(1, 4);
        assertThat(model.predict(Arrays.copyOf(LEADS, fewest), question).expected(1))
                .isPositive();
        assertFails(
                CellError.NUM,
                "at least " + fewest + " values",
                () -> model.predict(Arrays.copyOf(LEADS, fewest - 1), question));
    }

    @Test
    void anotherModelAnswersWhereTheOneAskedForHasTooLittle() {
        assertThat(ForecastModel.AUTO
                        .predict(Arrays.copyOf(LEADS, 3), Question.of(1, 1))
                        .model())
                .isEqualTo("NAIVE");
        assertThat(ForecastModel.ETS
                        .predict(Arrays.copyOf(LEADS, 4), Question.of(1, 1))
                        .model())
                .isEqualTo("NAIVE");
        assertThat(ForecastModel.SNAIVE.predict(LEADS, Question.of(1, 1)).season())
                .isEqualTo(SeasonForm.NONE);
        assertThat(ForecastModel.AUTO
                        .predict(Arrays.copyOf(LEADS, 7), Question.of(1, 1))
                        .model())
                .isEqualTo("AUTO");
    }

    @ParameterizedTest
    @EnumSource(ForecastModel.class)
    void aConstantSeriesStaysWhereItIs(ForecastModel model) {
        double[] constant = DoubleStream.generate(() -> 110.1).limit(30).toArray();
        Prediction prediction = model.predict(constant, Question.of(5, 4));

        for (int ahead = 1; ahead <= 5; ahead++) {
            assertThat(prediction.expected(ahead)).isCloseTo(110.1, within(1e-12));
            assertThat(prediction.range(ahead).low()).isEqualTo(prediction.expected(ahead));
            assertThat(prediction.range(ahead).high()).isEqualTo(prediction.expected(ahead));
        }
    }

    @ParameterizedTest
    @EnumSource(ForecastModel.class)
    void theUnitOfTheFiguresDoesNotMatter(ForecastModel model) {
        double[] past = seasonal(48, 5);
        Question question = Question.of(6, 12);
        Prediction prediction = model.predict(past, question);
        Prediction inThousands =
                model.predict(Arrays.stream(past).map(value -> value * 1000).toArray(), question);

        for (int ahead = 1; ahead <= 6; ahead++) {
            assertThat(inThousands.expected(ahead))
                    .isCloseTo(1000 * prediction.expected(ahead), withinPercentage(1e-3));
            assertThat(inThousands.range(ahead).high())
                    .isCloseTo(1000 * prediction.range(ahead).high(), withinPercentage(1e-3));
        }
    }

    @Test
    void aProvenSeasonComesBackAndNoiseHasNone() {
        Prediction years = ForecastModel.AUTO.predict(seasonal(48, 2), Question.of(12, 12));
        assertThat(years.season()).isEqualTo(SeasonForm.MULTIPLICATIVE);
        double mean = IntStream.rangeClosed(1, 12)
                .mapToDouble(years::expected)
                .average()
                .orElseThrow();
        for (int ahead = 1; ahead <= 12; ahead++) {
            assertThat(years.expected(ahead) / mean).isCloseTo(SEASON[ahead - 1], within(.05));
        }

        double[] aroundZero =
                Arrays.stream(seasonal(30, 2)).map(value -> value - 100).toArray();
        assertThat(ForecastModel.AUTO.predict(aroundZero, Question.of(1, 12)).season())
                .isEqualTo(SeasonForm.ADDITIVE);

        double[] noise = new Random(4).doubles(48, 90, 110).toArray();
        assertThat(ForecastModel.AUTO.predict(noise, Question.of(1, 12)).season())
                .isEqualTo(SeasonForm.NONE);
        assertThat(ForecastModel.THETA.predict(noise, Question.of(1, 12)).season())
                .isEqualTo(SeasonForm.NONE);
    }

    @Test
    void aPerfectSeasonNeedsNoProof() {
        double[] past =
                IntStream.range(0, 36).mapToDouble(t -> 100 * SEASON[t % 12]).toArray();
        Prediction prediction = ForecastModel.AUTO.predict(past, Question.of(12, 12));

        for (int ahead = 1; ahead <= 12; ahead++) {
            assertThat(prediction.expected(ahead)).isCloseTo(100 * SEASON[ahead - 1], withinPercentage(1e-6));
        }
    }

    @Test
    void aRangeGrowsWiderWithItsConfidenceAndWithTime() {
        for (ForecastModel model : ForecastModel.values()) {
            double[] past = seasonal(48, 5);
            Prediction narrow = model.predict(past, new Question(13, 12, .5));
            Prediction wide = model.predict(past, new Question(13, 12, .95));
            assertThat(narrow.range(1).low()).isLessThan(narrow.expected(1));
            assertThat(wide.range(1).low()).isLessThan(narrow.range(1).low());
            assertThat(wide.range(1).high()).isGreaterThan(narrow.range(1).high());
            assertThat(isWider(wide.range(13), wide.range(1))).as(model.name()).isTrue();
        }
    }

    /** As an amount, or as a part of the value where the errors are relative. */
    private static boolean isWider(Interval one, Interval other) {
        return one.high() - one.low() > other.high() - other.low()
                || one.high() / one.low() > other.high() / other.low();
    }

    @Test
    void noPointOfTheBoxIsBetterThanTheOneFound() {
        Random random = new Random(9);
        double[] past = seasonal(48, 15);
        for (Ets model : Ets.values()) {
            EtsFit fit = EtsFit.of(model, past, 12);
            for (int i = 0; i < 2000; i++) {
                double[] point = random.doubles(model.smoothingParameters())
                        .map(EtsParameters::angle)
                        .toArray();
                assertThat(fit.squaresAt(point)).isGreaterThan(fit.squares() * (1 - 1e-8));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"AADN, 11, 7, 8, 3, 12, 14, 6, 9, 20, 22, 18", "AAN, 5, 9, 4, 11, 7, 14, 8, 16, 12, 17, 13"})
    void narrowValleysAreFoundToo(
            Ets model,
            double a,
            double b,
            double c,
            double d,
            double e,
            double f,
            double g,
            double h,
            double i,
            double j,
            double k) {
        EtsFit fit = EtsFit.of(model, new double[] {a, b, c, d, e, f, g, h, i, j, k}, 1);
        double least = Double.POSITIVE_INFINITY;
        int steps = 60;
        for (int alpha = 0; alpha <= steps; alpha++) {
            for (int beta = 0; beta <= steps; beta++) {
                for (int phi = 0; phi <= (model.isDamped() ? 10 : 0); phi++) {
                    double[] point = {alpha * Math.PI / 2 / steps, beta * Math.PI / 2 / steps, phi * Math.PI / 20};
                    least = Math.min(least, fit.squaresAt(point));
                }
            }
        }
        assertThat(fit.squares()).isLessThanOrEqualTo(least * (1 + 1e-8));
    }

    @Test
    void onlyTheFiguresThatAModelHasAreThere() {
        Set<Figure> theta = EnumSet.of(Figure.ALPHA, Figure.SIGMA);
        Set<Figure> simple = EnumSet.of(Figure.ALPHA, Figure.SIGMA, Figure.AICC);
        Set<Figure> damped = EnumSet.of(Figure.ALPHA, Figure.BETA, Figure.PHI, Figure.SIGMA, Figure.AICC);
        assertThat(figures(ForecastModel.AUTO)).isEqualTo(EnumSet.of(Figure.SIGMA));
        assertThat(figures(ForecastModel.COMB)).isEqualTo(EnumSet.of(Figure.SIGMA));
        assertThat(figures(ForecastModel.THETA)).isEqualTo(theta);
        assertThat(figures(ForecastModel.ANN)).isEqualTo(simple);
        assertThat(figures(ForecastModel.LAADN)).isEqualTo(damped);
        assertThat(figures(ForecastModel.AADA)).isEqualTo(EnumSet.allOf(Figure.class));
    }

    private static Set<Figure> figures(ForecastModel model) {
        Prediction prediction = model.predict(seasonal(36, 5), Question.of(1, 12));
        Set<Figure> figures = EnumSet.allOf(Figure.class);
        figures.removeIf(figure -> prediction.figure(figure).isEmpty());
        return figures;
    }

    @Test
    void whatAModelCannotTakeIsSaid() {
        double[] past = seasonal(60, 5);
        past[7] = 0;
        assertFails(CellError.NUM, "above 0", () -> ForecastModel.LAAN.predict(past, Question.of(1, 12)));
        assertFails(CellError.NUM, "season of 2 to 24", () -> ForecastModel.ANA.predict(past, Question.of(1, 25)));
        assertFails(CellError.NUM, "season of 2 to 24", () -> ForecastModel.ANA.predict(past, Question.of(1, 1)));
        assertFails(CellError.NUM, "horizon is 0", () -> Question.of(0, 1));
        assertFails(CellError.NUM, "horizon is 1001", () -> Question.of(1001, 1));
        assertFails(CellError.NUM, "season_length is 0", () -> Question.of(1, 0));
        assertFails(CellError.NUM, "season_length is 367", () -> Question.of(1, 367));
        assertFails(CellError.NUM, "confidence", () -> new Question(1, 1, 1));
        assertFails(CellError.NUM, "confidence", () -> new Question(1, 1, 0));
        assertThat(Question.of(1000, 366).horizon()).isEqualTo(1000);
    }

    @Test
    void aLongSearchEndsWithItsTime() {
        double[] past = seasonal(2000, 5);
        for (ForecastModel model : new ForecastModel[] {ForecastModel.AUTO, ForecastModel.THETA, ForecastModel.AADA}) {
            assertFails(
                    CellError.NUM,
                    "stopped",
                    () -> Deadline.within(
                            Duration.ofNanos(1),
                            Duration.ofNanos(1),
                            deadline -> model.predict(past, Question.of(1, 12))));
        }
    }

    /** Months around 100 with the season of the sample company and so much noise, in percent. */
    private static double[] seasonal(int months, double percent) {
        Random random = new Random(1);
        return IntStream.range(0, months)
                .mapToDouble(t -> 100 * SEASON[t % 12] * (1 + percent / 100 * random.nextGaussian()))
                .toArray();
    }

    private static void assertFails(CellError error, String words, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(CellException.class, failure -> {
            assertThat(failure.error()).isEqualTo(error);
            assertThat(failure.reason()).contains(words);
        });
    }
}
