package mpm.method.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The specification prints the first u as .74156487867 and its z as .6481773614; its own integer gives these. */
class SplitMix64Test {

    @Test
    void theFirstNumbersAreThoseOfTheSpecification() {
        SplitMix64 generator = new SplitMix64(42);
        assertThat(Long.toUnsignedString(generator.next())).isEqualTo("13679457532755275413");
        assertThat(Long.toUnsignedString(generator.next())).isEqualTo("2949826092126892291");
        assertThat(Long.toUnsignedString(generator.next())).isEqualTo("5139283748462763858");
    }

    @Test
    void numbersBetweenZeroAndOneAndNormalOnesFollow() {
        SplitMix64 uniform = new SplitMix64(42);
        SplitMix64 normal = new SplitMix64(42);
        for (double[] expected :
                new double[][] {{.74156487877, .6481773613}, {.15991039288, -.9948262318}, {.27860113026, -.5870021533}
                }) {
            assertThat(uniform.uniform()).isCloseTo(expected[0], within(5e-12));
            assertThat(normal.normal()).isCloseTo(expected[1], within(5e-11));
        }
    }
}
