package mpm.benchmark;

import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import mpm.method.expression.Expression;
import mpm.method.random.Distribution;
import mpm.method.random.JointDraws;
import mpm.method.random.SplitMix64;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Normal drivers, drawn and added by a formula. */
@State(Scope.Benchmark)
public class MonteCarloBenchmark {

    private static final int DRAWS = 100_000;
    private static final int DRIVERS = 8;

    private final JointDraws draws = JointDraws.independent(Collections.nCopies(DRIVERS, Distribution.normal(100, 10)));
    private final Expression formula =
            Expression.of("a + b + c + d + e + f + g + h", List.of("a", "b", "c", "d", "e", "f", "g", "h"));

    @Benchmark
    public double[] method() {
        SplitMix64 generator = new SplitMix64(1);
        double[] results = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            results[draw] = formula.at(draws.next(generator));
        }
        return results;
    }

    /** The normal numbers alone, by the JDK. */
    @Benchmark
    public double[] bare() {
        SplittableRandom generator = new SplittableRandom(1);
        double[] normals = new double[DRAWS * DRIVERS];
        for (int place = 0; place < normals.length; place++) {
            normals[place] = generator.nextGaussian();
        }
        return normals;
    }
}
