package mpm.method.customerbase;

import static mpm.method.ReferenceCases.assertClose;
import static mpm.method.ReferenceCases.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import mpm.method.ReferenceCases;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What R's BTYD expects of customers, and laws of the fits. */
class CustomerBaseTest {

    private static final List<History> HISTORIES = List.of(
            new History(2, 9.5, 42),
            new History(1, 13, 38),
            new History(4, 13, 47),
            new History(9, 33, 35),
            new History(3, 27, 29),
            new History(4, 22, 26),
            new History(0, 0, 42),
            new History(1, 15, 32),
            new History(4, 5.5, 51),
            new History(11, 25, 50),
            new History(1, 2, 34));

    @Test
    void theFutureOfCustomersIsThatOfBtyd() {
        JsonNode reference = ReferenceCases.one("clv", "clv-bgnbd-given");
        JsonNode given = reference.get("inputs");
        JsonNode expected = reference.get("expected");
        PurchaseModel model = new PurchaseModel(
                given.get("r").asDouble(),
                given.get("alpha").asDouble(),
                given.get("a").asDouble(),
                given.get("b").asDouble());
        double[] x = numbers(given.get("customers").get("x"));
        for (int i = 0; i < x.length; i++) {
            History history = new History(
                    x[i],
                    numbers(given.get("customers").get("t.x"))[i],
                    numbers(given.get("customers").get("T.cal"))[i]);
            assertClose(reference, "p_alive", model.alive(history), numbers(expected.get("p_alive"))[i]);
            assertClose(
                    reference,
                    "conditional",
                    model.expected(history, given.get("t").asDouble()),
                    numbers(expected.get("conditional"))[i]);
        }
    }

    @Test
    void theExpectedSpendIsThatOfBtyd() {
        JsonNode reference = ReferenceCases.one("clv", "clv-gammagamma-btyd");
        JsonNode expected = reference.get("expected");
        double[] params = numbers(expected.get("params"));
        SpendModel model = new SpendModel(params[0], params[1], params[2]);
        assertThat(model.expected(3, 35))
                .isCloseTo(expected.get("expected_35_3").asDouble(), Percentage.withPercentage(1e-8));
        assertThat(model.expected(1, 10))
                .isCloseTo(expected.get("expected_10_1").asDouble(), Percentage.withPercentage(1e-8));
    }

    /** The formula divides by 0 where a is 1, and where a + b + x is 1. */
    @ParameterizedTest
    @CsvSource({"1, 2, 3", ".5, .5, 0"})
    void theExpectationHasNoGaps(double a, double b, int repeats) {
        History history = new History(repeats, repeats == 0 ? 0 : 20, 30);
        double before = new PurchaseModel(.5, 4, a - 1e-3, b).expected(history, 20);
        double after = new PurchaseModel(.5, 4, a + 1e-3, b).expected(history, 20);
        assertThat(new PurchaseModel(.5, 4, a, b).expected(history, 20))
                .isCloseTo((before + after) / 2, Percentage.withPercentage(1e-4));
    }

    @Test
    void theUnitsOfTimeAndMoneyDoNotMatter() {
        Fit<PurchaseModel> inWeeks = PurchaseModel.fit(HISTORIES, .01);
        Fit<PurchaseModel> inDays = PurchaseModel.fit(
                HISTORIES.stream()
                        .map(each -> new History(each.repeats(), 7 * each.recency(), 7 * each.age()))
                        .toList(),
                .01);
        assertThat(inDays.model().alpha()).isCloseTo(7 * inWeeks.model().alpha(), within(1e-6));
        assertThat(inDays.model().b()).isCloseTo(inWeeks.model().b(), within(1e-6));
        assertThat(inDays.logLikelihood()).isCloseTo(inWeeks.logLikelihood() - 40 * Math.log(7), within(1e-6));

        double[] repeats = {2, 1, 4, 9, 3, 4, 1, 1, 4, 11};
        double[] means = {30, 64, 29, 43, 41, 35, 22, 80, 38, 33};
        double[] inCents = {3000, 6400, 2900, 4300, 4100, 3500, 2200, 8000, 3800, 3300};
        Fit<SpendModel> spend = SpendModel.fit(repeats, means, .001);
        Fit<SpendModel> cents = SpendModel.fit(repeats, inCents, .001);
        assertThat(cents.model().v()).isCloseTo(100 * spend.model().v(), Percentage.withPercentage(1e-4));
        assertThat(cents.logLikelihood()).isCloseTo(spend.logLikelihood() - 10 * Math.log(100), within(1e-6));
        assertThat(spend.isConverged()).isTrue();
    }

    /** Equal customers are counted, not computed again: they must weigh as much as if they were. */
    @Test
    void everyCustomerTwiceIsTheSameModel() {
        List<History> twice = new ArrayList<>(HISTORIES);
        twice.addAll(HISTORIES);
        Fit<PurchaseModel> once = PurchaseModel.fit(HISTORIES, .01);
        Fit<PurchaseModel> doubled = PurchaseModel.fit(twice, .01);
        assertThat(doubled.model().r()).isCloseTo(once.model().r(), within(1e-6));
        assertThat(doubled.model().a()).isCloseTo(once.model().a(), within(1e-6));
        assertThat(doubled.logLikelihood()).isCloseTo(2 * once.logLikelihood(), within(1e-6));
        assertThat(once.isConverged()).isTrue();
    }
}
