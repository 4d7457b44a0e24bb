package mpm.method.forecasting;

import static mpm.method.ReferenceCases.assertClose;
import static mpm.method.ReferenceCases.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.stream.Stream;
import mpm.method.ReferenceCases;
import mpm.method.forecasting.HoltWinters.Seasonal;
import mpm.method.forecasting.HoltWinters.Start;
import mpm.method.forecasting.HoltWinters.Weights;
import mpm.method.statistics.Sums;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Forecasts as R and statsmodels make them. */
class ForecastingReferenceTest {

    static Stream<JsonNode> fixed() {
        return ReferenceCases.of("ets_fixed");
    }

    @ParameterizedTest
    @MethodSource("fixed")
    void theStatesGoOnAsThoseOfStatsmodels(JsonNode reference) {
        JsonNode given = reference.get("inputs");
        JsonNode expected = reference.get("expected");
        double[] values = numbers(given.get("y"));
        EtsParameters parameters = new EtsParameters(
                given.get("alpha").asDouble(),
                given.get("beta").asDouble(),
                given.get("gamma").asDouble(),
                given.get("phi").asDouble(1));
        EtsState state = new EtsState(
                given.get("level0").asDouble(),
                given.get("trend0").asDouble(),
                given.get("seasonal0").isNull() ? new double[1] : numbers(given.get("seasonal0")));

        double[] errors = state.errors(values, parameters);

        double squares = Sums.ofProducts(errors, errors);
        assertClose(reference, "sse", squares, expected.get("sse").asDouble());
        double[] fitted = new double[values.length];
        Arrays.setAll(fitted, t -> values[t] - errors[t]);
        assertAllClose(reference, "fitted", fitted, expected);
        int horizon = given.get("horizon").asInt();
        assertAllClose(reference, "forecast", state.expected(horizon, parameters.phi()), expected);
        double[] variances = new double[horizon];
        double[] responses = parameters.responses(horizon, given.get("period").asInt());
        double factor = 1;
        for (int place = 0; place < horizon; place++) {
            variances[place] = squares / values.length * factor;
            factor += responses[place] * responses[place];
        }
        assertAllClose(reference, "forecast_variance", variances, expected);
    }

    static Stream<JsonNode> optimised() {
        // R's MAM has multiplicative errors, which none of the models here has.
        return ReferenceCases.of("ets_optimised")
                .filter(each -> !each.get("inputs").get("model").asText().equals("MAM"));
    }

    @ParameterizedTest
    @MethodSource("optimised")
    void theFitIsAtLeastAsGoodAsThatOfR(JsonNode reference) {
        JsonNode given = reference.get("inputs");
        JsonNode expected = reference.get("expected");
        String letters = given.get("model").asText();
        Ets model = Ets.valueOf(
                given.get("damped").asBoolean() ? letters.substring(0, 2) + "D" + letters.substring(2) : letters);
        double[] past = numbers(given.get("y"));
        int seasonLength = given.get("period").asInt();
        int horizon = given.get("horizon").asInt();

        EtsFit fit = EtsFit.of(model, past, seasonLength);
        Prediction prediction = model.prediction(past, new Question(horizon, seasonLength, .8));

        double aicc = expected.get("aicc").asDouble();
        // R leaves the constant of the likelihood out as well. Its search may stop short: then the forecasts differ.
        assertThat(fit.aicc()).isLessThan(aicc + .01);
        if (fit.aicc() < aicc - 1) {
            return;
        }
        double[] forecast = numbers(expected.get("forecast"));
        double[] low = numbers(expected.get("lower80"));
        double[] high = numbers(expected.get("upper80"));
        for (int ahead = 1; ahead <= horizon; ahead++) {
            assertThat(prediction.expected(ahead)).isCloseTo(forecast[ahead - 1], withinPercentage(2));
            assertThat(prediction.range(ahead).high() - prediction.range(ahead).low())
                    .isCloseTo(high[ahead - 1] - low[ahead - 1], withinPercentage(10));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "base-air, NAIVE, naive",
        "base-air, SNAIVE, snaive",
        "base-air, DRIFT, drift",
        "base-m3, NAIVE, naive",
        "base-m3, SNAIVE, snaive",
        "base-m3, DRIFT, drift"
    })
    void theBaselinesAreThoseOfR(String id, ForecastModel model, String name) {
        JsonNode reference = ReferenceCases.one("forecast_baselines", id);
        JsonNode expected = reference.get("expected").get(name);

        Prediction prediction = answer(reference, model);

        for (int ahead = 1; ahead <= prediction.horizon(); ahead++) {
            assertClose(
                    reference,
                    name,
                    prediction.expected(ahead),
                    expected.get("mean").get(ahead - 1).asDouble());
            assertClose(
                    reference,
                    name,
                    prediction.range(ahead).low(),
                    expected.get("lower95").get(ahead - 1).asDouble());
            assertClose(
                    reference,
                    name,
                    prediction.range(ahead).high(),
                    expected.get("upper95").get(ahead - 1).asDouble());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"base-air", "base-m3"})
    void thetaIsThatOfR(String id) {
        JsonNode reference = ReferenceCases.one("forecast_baselines", id);
        double[] expected = numbers(reference.get("expected").get("theta").get("mean"));

        Prediction prediction = answer(reference, ForecastModel.THETA);

        for (int ahead = 1; ahead <= expected.length; ahead++) {
            // R finds its level by another search, which stops earlier.
            assertThat(prediction.expected(ahead)).isCloseTo(expected[ahead - 1], withinPercentage(.2));
        }
    }

    private static Prediction answer(JsonNode reference, ForecastModel model) {
        JsonNode given = reference.get("inputs");
        return model.predict(
                numbers(given.get("y")),
                new Question(given.get("horizon").asInt(), given.get("period").asInt(), .95));
    }

    @ParameterizedTest
    @ValueSource(strings = {"base-air-decomp", "base-m3-decomp"})
    void theDecompositionIsThatOfR(String id) {
        JsonNode reference = ReferenceCases.one("forecast_baselines", id);
        JsonNode expected = reference.get("expected");
        double[] values = numbers(reference.get("inputs").get("y"));
        int seasonLength = reference.get("inputs").get("period").asInt();

        ClassicalDecomposition added = ClassicalDecomposition.of(values, seasonLength, SeasonForm.ADDITIVE);
        ClassicalDecomposition multiplied = ClassicalDecomposition.of(values, seasonLength, SeasonForm.MULTIPLICATIVE);

        assertAllClose(reference, "additive_seasonal", added.indices(), expected);
        assertAllClose(reference, "multiplicative_seasonal", multiplied.indices(), expected);
        assertThat(multiplied.trend()).isEqualTo(added.trend());
        assertAllClose(reference, "trend", added.trend(), expected);
    }

    @ParameterizedTest
    @CsvSource({"hw-add-air, ADDITIVE", "hw-mult-air, MULTIPLICATIVE"})
    void holtWintersFromAGivenStartIsThatOfR(String id, Seasonal seasonal) {
        JsonNode reference = ReferenceCases.one("smoothing_fixed", id);
        JsonNode given = reference.get("inputs");
        JsonNode expected = reference.get("expected");
        double[] past = numbers(given.get("y"));
        HoltWinters smoothing = new HoltWinters(
                weights(given),
                seasonal,
                given.get("level_start").asDouble(),
                given.get("trend_start").asDouble(),
                numbers(given.get("season_start")));

        double[] errors =
                smoothing.errors(Arrays.copyOfRange(past, given.get("period").asInt(), past.length));

        assertClose(
                reference,
                "sse",
                Sums.ofProducts(errors, errors),
                expected.get("sse").asDouble());
        assertClose(reference, "level", smoothing.level(), expected.get("level").asDouble());
        assertClose(reference, "trend", smoothing.trend(), expected.get("trend").asDouble());
        assertAllClose(reference, "forecast", expected(smoothing, 12), expected);
    }

    @Test
    void holtWintersFromADecompositionIsThatOfR() {
        JsonNode reference = ReferenceCases.one("smoothing_fixed", "hw-default-start-air");
        JsonNode given = reference.get("inputs");

        HoltWinters smoothing =
                HoltWinters.of(numbers(given.get("y")), 12, weights(given), Seasonal.MULTIPLICATIVE, Start.DECOMP);

        assertAllClose(reference, "forecast", expected(smoothing, 6), reference.get("expected"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"holt-www", "holt-bj"})
    void holtWithoutASeasonIsThatOfR(String id) {
        JsonNode reference = ReferenceCases.one("smoothing_fixed", id);
        JsonNode given = reference.get("inputs");
        double[] past = numbers(given.get("y"));
        double alpha = given.get("alpha").asDouble();
        double beta = given.get("beta").asDouble();

        HoltWinters holt = HoltWinters.of(past, 1, new Weights(alpha, beta, .5), Seasonal.ADDITIVE, Start.DECOMP);
        HoltWinters simple = HoltWinters.of(past, 1, new Weights(alpha, 0, 0), Seasonal.ADDITIVE, Start.DECOMP);

        assertAllClose(reference, "holt_forecast", expected(holt, 6), reference.get("expected"));
        assertAllClose(reference, "ses_forecast", expected(simple, 6), reference.get("expected"));
    }

    private static Weights weights(JsonNode given) {
        return new Weights(
                given.get("alpha").asDouble(),
                given.get("beta").asDouble(),
                given.get("gamma").asDouble());
    }

    private static double[] expected(HoltWinters smoothing, int horizon) {
        double[] expected = new double[horizon];
        Arrays.setAll(expected, place -> smoothing.expected(place + 1));
        return expected;
    }

    private static void assertAllClose(JsonNode reference, String figure, double[] actual, JsonNode expected) {
        double[] all = numbers(expected.get(figure));
        assertThat(actual).hasSameSizeAs(all);
        for (int place = 0; place < all.length; place++) {
            if (Double.isNaN(all[place])) {
                assertThat(actual[place]).isNaN();
            } else {
                assertClose(reference, figure, actual[place], all[place]);
            }
        }
    }
}
