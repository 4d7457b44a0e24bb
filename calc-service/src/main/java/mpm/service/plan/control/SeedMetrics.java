package mpm.service.plan.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import mpm.link.Direction;
import mpm.plan.Metric;

/** The metrics that most organisations begin with. They stand in a table beside this class. */
public final class SeedMetrics {

    public static final List<Metric> ALL = read();

    private SeedMetrics() {}

    private static List<Metric> read() {
        try (InputStream table = Objects.requireNonNull(
                SeedMetrics.class.getResourceAsStream("seed-metrics.psv"), "The table lies beside this class.")) {
            return new String(table.readAllBytes(), UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> metric(line.split("\\|", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Metric metric(String[] cells) {
        Metric.OverTime overTime = Metric.OverTime.valueOf(cells[3]);
        return new Metric(
                cells[0],
                cells[1],
                Set.of(),
                Metric.Unit.valueOf(cells[2]),
                overTime,
                Metric.OverUnits.valueOf(cells[4]),
                overTime == Metric.OverTime.RATIO
                        ? Optional.of(new Metric.Ratio(cells[5], cells[6]))
                        : Optional.empty(),
                Direction.valueOf(cells[7]),
                false,
                true,
                new Metric.Profile(
                        cells[10],
                        cells[8],
                        cells[9],
                        "",
                        "",
                        "",
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        cells[2].equals("MONEY")));
    }
}
