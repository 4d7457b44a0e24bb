package mpm.workbook.recalculation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import mpm.catalogue.Calculation;
import mpm.catalogue.Limits;
import mpm.functions.Functions;
import mpm.link.Links;
import mpm.workbook.formula.Recalculation;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * What the recalculation of 100,000 cells with a call of MPM costs, beside POI alone: its opening of such a file, and its
 * evaluation of such cells. Run it by {@code mvn -Pbenchmark -pl workbook-templates -am verify -DskipTests}. CPU time of
 * one thread, since machines are shared: read the ratios.
 */
final class Benchmark {

    private static final int CELLS = 100_000;
    private static final int ROUNDS = 7;
    private static final int WARM_UP = 3;

    /** Even on a machine that is busy with other things every cell is computed. */
    private static final Limits PATIENT =
            new Limits(1_000_000, 100_000, Duration.ofMinutes(10), Duration.ofMinutes(10));

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Benchmark() {}

    /** Prints the figures. */
    public static void main(String[] arguments) throws IOException {
        byte[] file = LargeWorkbook.of(CELLS, false);
        byte[] forPoi = LargeWorkbook.withoutArrays(CELLS);
        WorkbookRecalculation recalculation =
                new WorkbookRecalculation(Functions.CATALOGUE, Links.NONE, PATIENT, WorkbookLimits.STANDARD);
        List<Double> open = new ArrayList<>();
        List<Double> evaluated = new ArrayList<>();
        List<Double> computed = new ArrayList<>();
        List<Double> written = new ArrayList<>();
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            double start = cpuSeconds();
            try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(forPoi))) {
                double opened = cpuSeconds();
                new Recalculation(workbook, new Calculation(Functions.CATALOGUE, Links.NONE, Limits.STANDARD))
                        .storeValues();
                note(round, open, opened - start);
                note(round, evaluated, cpuSeconds() - opened);
            }
            double begin = cpuSeconds();
            Recalculated recalculated = recalculation.recalculated(file);
            double done = cpuSeconds();
            byte[] workbook = recalculated.workbook();
            note(round, computed, done - begin);
            note(round, written, cpuSeconds() - done);
            require(recalculated, workbook);
        }
        print("POI alone: opening the workbook", open);
        print("POI alone: evaluating its cells", evaluated);
        print("recalculation: reading and computing", computed);
        print("recalculation: writing the workbook", written);
        print("recalculation, reading, computing and writing", sum(computed, written));
        System.out.printf(
                Locale.ROOT,
                "highest use of the heap in this process, POI's own included: %,d MiB%n",
                ManagementFactory.getMemoryPoolMXBeans().stream()
                                .filter(pool -> pool.getType() == MemoryType.HEAP)
                                .map(MemoryPoolMXBean::getPeakUsage)
                                .mapToLong(usage -> usage.getUsed())
                                .sum()
                        >> 20);
    }

    private static double cpuSeconds() {
        return THREADS.getCurrentThreadCpuTime() / 1e9;
    }

    private static void note(int round, List<Double> figures, double figure) {
        if (round >= 0) {
            figures.add(figure);
        }
    }

    private static void require(Recalculated recalculated, byte[] workbook) {
        if (recalculated.report().changed() != CELLS || workbook.length == 0) {
            throw new IllegalStateException("Not every cell was computed.");
        }
    }

    private static List<Double> sum(List<Double> ones, List<Double> others) {
        List<Double> sums = new ArrayList<>();
        for (int index = 0; index < ones.size(); index++) {
            sums.add(ones.get(index) + others.get(index));
        }
        return sums;
    }

    private static void print(String what, List<Double> seconds) {
        double[] sorted =
                seconds.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double median = sorted[sorted.length / 2];
        System.out.printf(
                Locale.ROOT,
                "%-48s median %6.2f s of CPU (%.2f … %.2f), %,.0f cells a second%n",
                what,
                median,
                sorted[0],
                sorted[sorted.length - 1],
                CELLS / median);
    }
}
