package mpm.method.survival;

import static mpm.method.ReferenceCases.assertClose;
import static mpm.method.ReferenceCases.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import mpm.method.ReferenceCases;
import mpm.method.survival.KaplanMeier.Step;
import org.junit.jupiter.api.Test;

class KaplanMeierTest {

    @Test
    void survivalAndItsErrorAreThoseOfSurvfit() {
        JsonNode reference = ReferenceCases.one("retention", "km-small");
        double[] time = numbers(reference.get("inputs").get("time"));
        double[] event = numbers(reference.get("inputs").get("event"));
        int periods = (int) Arrays.stream(time).max().orElseThrow() + 1;
        double[] atRisk = new double[periods];
        double[] events = new double[periods];
        for (int period = 0; period < periods; period++) {
            int at = period;
            atRisk[at] = Arrays.stream(time).filter(each -> each >= at).count();
            events[at] = IntStream.range(0, time.length)
                    .filter(subscriber -> time[subscriber] == at && event[subscriber] == 1)
                    .count();
        }
        List<Step> steps = KaplanMeier.of(atRisk, events);

        JsonNode expected = reference.get("expected");
        double[] times = numbers(reference.get("inputs").get("times"));
        for (int i = 0; i < times.length; i++) {
            Step step = steps.get((int) times[i]);
            assertClose(
                    reference,
                    "survival",
                    step.survival(),
                    expected.get("survival").get(i).asDouble());
            assertClose(reference, "se", step.error(), expected.get("se").get(i).asDouble());
            assertThat(step.atRisk()).isEqualTo(expected.get("at_risk").get(i).asDouble());
        }
    }

    @Test
    void aPeriodWithoutAnybodyChangesNothingAndTheLastEventEndsAll() {
        List<Step> steps = KaplanMeier.of(new double[] {4, 0, 3, 2}, new double[] {1, 0, 1, 2});
        assertThat(steps.get(0).hazard()).isEqualTo(.25);
        assertThat(steps.get(1).hazard()).isNaN();
        assertThat(steps.get(1).survival()).isEqualTo(.75);
        assertThat(steps.get(1).error()).isEqualTo(steps.get(0).error()).isCloseTo(.21650635, within(1e-8));
        assertThat(steps.get(2).survival()).isCloseTo(.5, within(1e-15));
        assertThat(steps.get(3).survival()).isZero();
        assertThat(steps.get(3).error()).isZero();
    }
}
