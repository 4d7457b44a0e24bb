package mpm.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mpm.method.attribution.Journeys;
import mpm.method.attribution.RemovalEffects;
import mpm.method.random.SplitMix64;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * A million rows of paths, from the text to the removal effects: those of {@code -Dpaths=PathData.csv} over and over, with the
 * columns path, conversions, value and non-conversions, or as many drawn ones.
 */
@State(Scope.Benchmark)
public class MarkovBenchmark {

    private static final int ROWS = 1_000_000;
    private static final int DRAWN_ROWS = 10_000;
    private static final int CHANNELS = 12;
    private static final double GOES_ON = .83;

    private final List<String> paths;
    private final double[] conversions = new double[ROWS];
    private final double[] nonConversions = new double[ROWS];

    public MarkovBenchmark() {
        List<String[]> rows = InputFile.named("paths").map(InputFile::rows).orElseGet(MarkovBenchmark::drawn);
        // Each row its own text, as cells are.
        paths = IntStream.range(0, ROWS)
                .mapToObj(row -> new String(rows.get(row % rows.size())[0].toCharArray()))
                .toList();
        Arrays.setAll(conversions, row -> Double.parseDouble(rows.get(row % rows.size())[1]));
        Arrays.setAll(nonConversions, row -> Double.parseDouble(rows.get(row % rows.size())[3]));
    }

    private static List<String[]> drawn() {
        SplitMix64 generator = new SplitMix64(1);
        return IntStream.range(0, DRAWN_ROWS)
                .mapToObj(row -> new String[] {path(generator), "" + generator.below(2), "", "" + generator.below(4)})
                .toList();
    }

    /** Some channels are met more often than others. */
    private static String path(SplitMix64 generator) {
        int touches = 1;
        while (generator.uniform() < GOES_ON) {
            touches++;
        }
        return IntStream.range(0, touches)
                .mapToObj(touch -> "channel " + generator.below(1 + generator.below(CHANNELS)))
                .collect(Collectors.joining(" > "));
    }

    @Benchmark
    public double[] method() {
        return RemovalEffects.of(Journeys.of(paths, " > "), conversions, nonConversions, 1, false);
    }

    /** Looks at every character. */
    @Benchmark
    public int bare() {
        int touches = 0;
        for (String path : paths) {
            touches++;
            for (int place = 0; place < path.length(); place++) {
                touches += path.charAt(place) == '>' ? 1 : 0;
            }
        }
        return touches;
    }
}
