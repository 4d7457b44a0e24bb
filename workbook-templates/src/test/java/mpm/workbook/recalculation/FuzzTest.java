package mpm.workbook.recalculation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A few hundred of the workbooks that the profile {@code fuzz} damages by the thousand. */
class FuzzTest {

    @Test
    void aDamagedWorkbookIsRecalculatedOrRefusedInASentence() {
        Fuzz fuzz = new Fuzz();

        for (long seed = 0; seed < 200; seed++) {
            fuzz.recalculate(seed);
        }

        assertThat(fuzz.outcomes()).containsKey("recalculated").hasSizeGreaterThan(3);
    }
}
