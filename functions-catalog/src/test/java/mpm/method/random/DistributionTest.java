package mpm.method.random;

import static mpm.method.ReferenceCases.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.ToDoubleFunction;
import mpm.method.ReferenceCases;
import mpm.method.statistics.BetaDistribution;
import mpm.method.statistics.Quantiles;
import mpm.method.statistics.Sums;
import org.hipparchus.special.Beta;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Simulated figures against what mathematics knows of them. */
class DistributionTest {

    @Test
    void aSumOfNormalFiguresIsNormal() {
        JsonNode reference = ReferenceCases.one("monte_carlo", "mc-normal-sum");
        JsonNode given = reference.get("inputs");
        assertSimulated(
                reference,
                List.of(normal(given.get("A")), normal(given.get("B")), normal(given.get("C"))),
                figures -> figures[0] + figures[1] - figures[2]);
    }

    @Test
    void aProductOfLogNormalFiguresIsLogNormal() {
        JsonNode reference = ReferenceCases.one("monte_carlo", "mc-lognormal-product");
        double[] mu = numbers(reference.at("/inputs/mu"));
        double[] sigma = numbers(reference.at("/inputs/sigma"));
        assertSimulated(
                reference,
                List.of(
                        Distribution.logNormal(mu[0], sigma[0]),
                        Distribution.logNormal(mu[1], sigma[1]),
                        Distribution.logNormal(mu[2], sigma[2])),
                figures -> figures[0] * figures[1] * figures[2]);
    }

    @Test
    void aTriangularFigureHasItsQuantiles() {
        JsonNode reference = ReferenceCases.one("monte_carlo", "mc-triangular");
        Distribution triangular = Distribution.triangular(10, 40, 100);
        reference
                .at("/expected/quantiles")
                .properties()
                .forEach(quantile -> assertThat(triangular.quantile(Double.parseDouble(quantile.getKey())))
                        .isCloseTo(quantile.getValue().asDouble(), within(1e-10)));
        assertSimulated(reference, List.of(triangular), figures -> figures[0]);
    }

    /** Within five standard errors of the mean and of the quantiles, roughly those of a normal figure. */
    private static void assertSimulated(
            JsonNode reference, List<Distribution> distributions, ToDoubleFunction<double[]> result) {
        int draws = reference.at("/tolerance/N").asInt();
        JointDraws joint = JointDraws.independent(distributions);
        SplitMix64 generator = new SplitMix64(1);
        double[] results = new double[draws];
        for (int draw = 0; draw < draws; draw++) {
            results[draw] = result.applyAsDouble(joint.next(generator));
        }
        JsonNode expected = reference.get("expected");
        double error = expected.get("sd").asDouble() / Math.sqrt(draws);
        assertThat(Sums.mean(results)).isCloseTo(expected.get("mean").asDouble(), within(5 * error));
        Quantiles quantiles = Quantiles.of(results);
        expected.get("quantiles")
                .properties()
                .forEach(quantile -> assertThat(quantiles.at(Double.parseDouble(quantile.getKey())))
                        .isCloseTo(quantile.getValue().asDouble(), within(5 * 3 * error)));
    }

    private static Distribution normal(JsonNode given) {
        return Distribution.normal(given.get(0).asDouble(), given.get(1).asDouble());
    }

    @Test
    void correlatedFiguresAreCorrelated() {
        JointDraws joint = JointDraws.correlated(
                List.of(Distribution.normal(0, 1), Distribution.normal(5, 2)), new double[][] {{1, .6}, {.6, 1}});
        SplitMix64 generator = new SplitMix64(3);
        Sums.Running products = new Sums.Running();
        for (int draw = 0; draw < 100_000; draw++) {
            double[] figures = joint.next(generator);
            products.add(figures[0] * (figures[1] - 5) / 2);
        }
        assertThat(products.value() / 100_000).isCloseTo(.6, within(.02));
    }

    @ParameterizedTest
    @CsvSource({".5, 2, 3", "1e-8, 2, 3", ".9, .3, .2", ".01, .05, 4", ".3, 300, 2", ".7, 1, 1"})
    void aBetaQuantileIsWhereTheProbabilityLies(double p, double a, double b) {
        double x = BetaDistribution.quantile(p, a, b);
        assertThat(Beta.regularizedBeta(x, a, b)).isCloseTo(p, within(1e-12 * p));
    }

    @Test
    void countsAreThoseOfPoisson() {
        Distribution poisson = Distribution.poisson(3);
        // F(2) = .4231900811, F(3) = .6472318888
        assertThat(poisson.quantile(.4231)).isEqualTo(2);
        assertThat(poisson.quantile(.4232)).isEqualTo(3);
        assertThat(poisson.quantile(.6473)).isEqualTo(4);
    }
}
