package mpm.method;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Named.named;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mpm.cell.CellException;
import mpm.cell.Series;
import mpm.method.attribution.Journeys;
import mpm.method.attribution.RemovalEffects;
import mpm.method.customerbase.History;
import mpm.method.customerbase.PurchaseModel;
import mpm.method.customerbase.SpendModel;
import mpm.method.forecasting.ForecastModel;
import mpm.method.forecasting.Question;
import mpm.method.logistic.LogisticFit;
import mpm.method.mixmodel.MadeHistory;
import mpm.method.random.SplitMix64;
import mpm.method.regression.LeastSquares.Regressor;
import mpm.method.response.Allocation;
import mpm.method.response.Curve;
import mpm.method.response.CurveFit;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Methods that would take longer than they may end when their time is up. */
class LongLoopsEndTest {

    private static final Duration ALLOWED = Duration.ofMillis(5);
    /** Far more than a check takes to come on the slowest machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Question QUESTION = Question.of(12, 12);

    static Stream<Named<Supplier<?>>> calculations() {
        return Stream.of(
                named("AUTO", () -> ForecastModel.AUTO.predict(noise(1_000_000), QUESTION)),
                named("ETS", () -> ForecastModel.ETS.predict(noise(100_000), QUESTION)),
                named("COMB", () -> ForecastModel.COMB.predict(noise(1_000_000), QUESTION)),
                named("purchases", () -> PurchaseModel.fit(histories(200_000), 0)),
                named("spends", () -> SpendModel.fit(purchases(200_000), noise(200_000), 0)),
                named("odds", () -> LogisticFit.of(yesAndNo(200_000), drivers(200_000), 0)),
                named("response", () -> CurveFit.of(Curve.HILL, true, noise(100_000), noise(100_000))),
                named("mix", () -> MadeHistory.of(8, .05, 1).fitted().returnIntervals(100_000, .9, 1)),
                named("budget", () -> Allocation.ofBudget(channels(500), 10_000, 0)),
                named("removal effects", LongLoopsEndTest::removalEffects));
    }

    @ParameterizedTest
    @MethodSource("calculations")
    void whatTakesTooLongIsStopped(Supplier<?> calculation) {
        assertTimeoutPreemptively(
                PATIENCE,
                () -> Deadline.within(
                        Duration.ofMinutes(1),
                        ALLOWED,
                        deadline -> assertThatThrownBy(calculation::get)
                                .isInstanceOf(CellException.class)
                                .hasMessageContaining("0.005 seconds")));
    }

    /** Figures above 0. */
    private static double[] noise(int n) {
        SplitMix64 generator = new SplitMix64(n);
        return IntStream.range(0, n).mapToDouble(i -> .1 + generator.uniform()).toArray();
    }

    private static double[] purchases(int n) {
        SplitMix64 generator = new SplitMix64(n);
        return IntStream.range(0, n).mapToDouble(i -> 1 + generator.below(9)).toArray();
    }

    private static List<History> histories(int n) {
        double[] purchases = purchases(n);
        double[] recencies = noise(n);
        return IntStream.range(0, n)
                .mapToObj(i -> new History(purchases[i], recencies[i], 10))
                .toList();
    }

    private static double[] yesAndNo(int n) {
        SplitMix64 generator = new SplitMix64(1);
        return IntStream.range(0, n).mapToDouble(i -> generator.below(2)).toArray();
    }

    private static List<Regressor> drivers(int n) {
        return List.of(new Regressor("visits", Series.column(noise(n))));
    }

    private static List<Allocation.Channel> channels(int n) {
        return IntStream.range(0, n)
                .mapToObj(i -> new Allocation.Channel(Curve.HILL, 100, 10 + i % 7, 2, 0, 100))
                .toList();
    }

    /** Each path another, and a chain of nearly as many states as there may be. */
    private static double[] removalEffects() {
        List<String> paths = IntStream.range(0, 1_900)
                .mapToObj(i -> "channel " + i + " > channel " + (7 * i + 1) % 1_900)
                .toList();
        double[] ones = paths.stream().mapToDouble(path -> 1).toArray();
        return RemovalEffects.of(Journeys.of(paths, ">"), ones, ones, 1, false);
    }
}
