package mpm.functions.accountability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Optional;
import mpm.cell.Cell;
import mpm.cell.Moment;
import mpm.method.ReferenceCases;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnitEconomicsLawsTest {

    @ParameterizedTest
    @ValueSource(strings = {"fin-1", "fin-2"})
    void theReturnOnACampaignIsThatOfItsCashFlow(String id) {
        JsonNode reference = ReferenceCases.one("finance", id);
        double[] flows = ReferenceCases.numbers(reference.at("/inputs/cash_flows"));
        double inflow = Arrays.stream(flows).skip(1).sum();

        Cell romi = new Romi(inflow, -flows[0], 1, Romi.Basis.INCREMENTAL)
                .value()
                .cells(false)
                .cell(0, 0);

        double expected = reference.at("/expected/romi").asDouble();
        ReferenceCases.assertClose(reference, "romi", ((Cell.Numeric) romi).value(), expected);
    }

    @Property
    void byThePaybackTheFadingMarginHasReachedTheCac(
            @ForAll @DoubleRange(min = 1, max = 4000) double cac,
            @ForAll @DoubleRange(min = .01, max = .02) double churn) {
        double gain = 100;
        double fading = -StrictMath.log1p(-churn);

        double months = new Payback(cac, gain, 1, churn).value();

        assertThat(gain * -StrictMath.expm1(-fading * months) / fading).isCloseTo(cac, withinPercentage(1e-9));
    }

    @Property
    void aLongHorizonIsAllButTheWholeLifetime(
            @ForAll @DoubleRange(min = .01, max = 1) double churn, @ForAll @DoubleRange(max = .5) double discount) {
        assertThat(new Ltv(100, .8, churn, discount, Optional.of(10_000)).value())
                .isCloseTo(new Ltv(100, .8, churn, discount, Optional.empty()).value(), withinPercentage(1e-9));
    }

    @Property
    void anotherPeriodNeverMakesACustomerWorthLess(
            @ForAll @DoubleRange(max = 1) double churn, @ForAll @IntRange(max = 100) int horizon) {
        assertThat(new Ltv(100, .8, churn, 0, Optional.of(horizon + 1)).value())
                .isGreaterThanOrEqualTo(new Ltv(100, .8, churn, 0, Optional.of(horizon)).value());
    }

    @Property
    void aScoreStaysBetweenNothingAndItsCap(
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double actual,
            @ForAll @DoubleRange(min = .1, max = 2) double cap) {
        assertThat(new Score(actual, -5, 12, cap).value()).isBetween(0.0, cap);
    }

    @Property
    void whatIsAheadOfPaceNeedsLessPerDayThanSoFar(@ForAll @IntRange(min = 1, max = 364) int days) {
        Moment start = new Moment(46388);
        Moment end = new Moment(46752);
        Moment asOf = new Moment(46387 + days);
        double pace = new Pace(400, 1000, start, end, asOf, Optional.empty()).value();
        double ratio = new Runrate(400, 1000, start, end, asOf, Runrate.Output.RATIO, Runrate.Per.DAY).value();

        assertThat(pace > 1).isEqualTo(ratio < 1);
        assertThat(pace).isCloseTo(.4 * 365 / days, within(1e-12 * pace));
    }
}
