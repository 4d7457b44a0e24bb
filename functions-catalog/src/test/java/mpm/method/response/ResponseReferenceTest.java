package mpm.method.response;

import static mpm.method.ReferenceCases.assertClose;
import static mpm.method.ReferenceCases.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import mpm.method.ReferenceCases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Carry-over and saturation in the forms of Robyn and PyMC-Marketing. */
class ResponseReferenceTest {

    @ParameterizedTest
    @ValueSource(strings = {"ads-small", "ads-robyn-tv"})
    void carryOverAndSaturationAreThoseOfTheCase(String id) {
        JsonNode reference = ReferenceCases.one("adstock_saturation", id);
        double[] media = numbers(reference.at("/inputs/x"));
        double theta = reference.at("/inputs/theta").asDouble();
        double[] worked = CarryOver.geometric(media, theta);
        assertEach(reference, "adstock", worked);
        double[] weights = new double[reference.at("/inputs/length").asInt()];
        Arrays.setAll(weights, lag -> StrictMath.pow(theta, lag));
        assertEach(reference, "adstock_finite", CarryOver.spread(media, weights));
        assertEach(reference, "adstock_finite_normalised", CarryOver.spread(media, CarryOver.normalized(weights)));
        double k = reference.at("/expected/K").asDouble();
        double alpha = reference.at("/inputs/alpha").asDouble();
        assertEach(reference, "hill", responses(Curve.HILL, worked, k, alpha));
        assertEach(reference, "michaelis_menten", responses(Curve.HILL, worked, k, 1));
        assertEach(reference, "neg_exp", responses(Curve.EXP, worked, k, 1));
        assertEach(reference, "logistic", responses(Curve.LOGISTIC, worked, k, 1));
    }

    @Test
    void aWeibullDensityIsStretchedAsRobynDoes() {
        JsonNode reference = ReferenceCases.one("adstock_saturation", "wei-pdf");
        double[] media = numbers(reference.at("/inputs/x"));
        double[] weights = CarryOver.weibullPdf(2, .3, media.length);
        assertEach(reference, "weights", weights);
        assertEach(reference, "adstock", CarryOver.spread(media, weights));
    }

    @ParameterizedTest
    @EnumSource(Curve.class)
    void theMarginalResponseIsTheSlopeOfTheResponse(Curve curve) {
        for (double x : new double[] {1e-3, 1, 37, 250, 4000}) {
            for (double s : new double[] {.5, 1, 2.5}) {
                double h = 1e-5 * x;
                double slope = (curve.response(x + h, 300, 120, s) - curve.response(x - h, 300, 120, s)) / (2 * h);
                assertThat(curve.marginal(x, 300, 120, s)).isCloseTo(slope, within(1e-7 * Math.abs(slope) + 1e-9));
            }
        }
    }

    private static double[] responses(Curve curve, double[] spends, double k, double s) {
        return Arrays.stream(spends).map(x -> curve.response(x, 1, k, s)).toArray();
    }

    private static void assertEach(JsonNode reference, String figure, double[] actual) {
        double[] expected = numbers(reference.get("expected").get(figure));
        assertThat(actual).hasSameSizeAs(expected);
        for (int place = 0; place < expected.length; place++) {
            assertClose(reference, figure, actual[place], expected[place]);
        }
    }
}
