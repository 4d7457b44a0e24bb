package mpm.workbook.recalculation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import mpm.catalogue.Limits;
import mpm.functions.Functions;
import mpm.link.Links;
import org.junit.jupiter.api.Test;

/** The memory that a large workbook takes, held against a heap that has no more. */
class MemoryTest {

    private static final int ROWS = 100_000;

    /** Far from the 1 GiB that is promised. */
    private static final String HEAP = "-Xmx320m";

    @Test
    void aWorkbookOfAHundredThousandRowsAndTwiceAsManyFormulasFitsIntoASmallHeap() throws Exception {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        HEAP,
                        "-cp",
                        System.getProperty("java.class.path"),
                        MemoryTest.class.getName()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();

        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said.strip()).endsWith("200000 formulas, 200000 changed");
    }

    /** What the test starts. */
    public static void main(String[] arguments) throws IOException {
        Limits patient = new Limits(
                Limits.STANDARD.cellsIn(),
                Limits.STANDARD.cellsOut(),
                Limits.STANDARD.call(),
                java.time.Duration.ofMinutes(5));
        Recalculated recalculated = new WorkbookRecalculation(
                        Functions.CATALOGUE, Links.NONE, patient, WorkbookLimits.STANDARD)
                .recalculated(LargeWorkbook.of(ROWS, true));
        Report report = recalculated.report();
        if (recalculated.workbook().length == 0) {
            throw new IllegalStateException("There is no workbook.");
        }
        System.out.printf("%d formulas, %d changed%n", report.formulas(), report.changed());
    }
}
