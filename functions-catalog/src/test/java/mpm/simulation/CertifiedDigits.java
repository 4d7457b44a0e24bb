package mpm.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mpm.cell.Series;
import mpm.method.optimisation.BoundedLeastSquares;
import mpm.method.regression.LeastSquares;
import mpm.method.regression.LeastSquares.Regressor;
import mpm.method.statistics.Autocorrelation;
import mpm.method.statistics.Sums;
import org.hipparchus.analysis.differentiation.Gradient;

/**
 * How many digits of the figures that NIST certifies the methods reach: the log-relative error, −log₁₀(|ours − certified| /
 * |certified|), of several parameters the least. A figure that is right to the last certified digit has 15, a nonlinear one 11.
 *
 * <p>Run it by {@code mvn -pl functions-catalog -Psimulation verify -DskipTests -Dprogram=CertifiedDigits -Dinput=nist_strd}.
 * The folder holds files of the Statistical Reference Datasets, such as Norris.dat, as NIST publishes them; a set without its
 * file is left out and named.
 */
public final class CertifiedDigits {

    private static final int MOST_DIGITS = 15;
    private static final int MOST_DIGITS_NONLINEAR = 11;
    /** That of MPM.DRIVERS. */
    private static final double LEAST_DIAGONAL = 1e-12;

    private static final List<String> UNIVARIATE =
            List.of("Lew", "Lottery", "Mavro", "Michelso", "NumAcc1", "NumAcc2", "NumAcc3", "NumAcc4");
    private static final List<String> LINEAR = List.of(
            "Norris",
            "Pontius",
            "NoInt1",
            "NoInt2",
            "Filip",
            "Longley",
            "Wampler1",
            "Wampler2",
            "Wampler3",
            "Wampler4",
            "Wampler5");
    private static final Map<String, BiFunction<Gradient[], Double, Gradient>> NONLINEAR = nonlinear();

    private CertifiedDigits() {}

    /**
     * Prints the digits.
     *
     * @param arguments the folder
     */
    public static void main(String... arguments) throws IOException {
        if (arguments.length == 0 || arguments[0].isBlank()) {
            throw new IllegalArgumentException("Name the folder of the certified files: -Dinput=nist_strd");
        }
        Path folder = Path.of(arguments[0]);
        System.out.println("| univariate | mean | standard deviation | autocorrelation |\n|---|---|---|---|");
        for (CertifiedFile file : files(folder, UNIVARIATE)) {
            print(file, univariate(file));
        }
        System.out.println("\n| linear | coefficients | standard errors | residual deviation |\n|---|---|---|---|");
        for (CertifiedFile file : files(folder, LINEAR)) {
            print(file, linear(file));
        }
        System.out.println("\n| nonlinear | from start 1 | from start 2 | standard errors | sum of squares |\n"
                + "|---|---|---|---|---|");
        for (CertifiedFile file : files(folder, NONLINEAR.keySet())) {
            print(file, nonlinear(file));
        }
    }

    private static Map<String, BiFunction<Gradient[], Double, Gradient>> nonlinear() {
        Map<String, BiFunction<Gradient[], Double, Gradient>> curves = new LinkedHashMap<>();
        curves.put(
                "Misra1a",
                (b, x) -> b[0].multiply(b[1].multiply(-x).exp().negate().add(1)));
        curves.put(
                "Chwirut2",
                (b, x) -> b[0].multiply(-x).exp().divide(b[2].multiply(x).add(b[1])));
        curves.put(
                "MGH09",
                (b, x) -> b[0].multiply(b[1].multiply(x).add(x * x))
                        .divide(b[2].multiply(x).add(x * x).add(b[3])));
        curves.put(
                "Rat42",
                (b, x) -> b[0].divide(b[1].subtract(b[2].multiply(x)).exp().add(1)));
        curves.put(
                "Thurber",
                (b, x) -> b[3].multiply(x)
                        .add(b[2])
                        .multiply(x)
                        .add(b[1])
                        .multiply(x)
                        .add(b[0])
                        .divide(b[6].multiply(x)
                                .add(b[5])
                                .multiply(x)
                                .add(b[4])
                                .multiply(x)
                                .add(1)));
        return curves;
    }

    /** A file of the datasets: what is observed, and what is certified. */
    private record CertifiedFile(String name, List<String> lines) {

        private static final Pattern BLANKS = Pattern.compile("[\\s=]+");

        static CertifiedFile read(Path file) throws IOException {
            return new CertifiedFile(file.getFileName().toString().replace(".dat", ""), Files.readAllLines(file));
        }

        /** The observations in columns, y first: what stands below the last line that begins with Data. */
        List<double[]> columns() {
            int caption = IntStream.range(0, lines.size())
                    .filter(line -> lines.get(line).startsWith("Data:"))
                    .max()
                    .orElseThrow();
            List<double[]> rows = lines.stream()
                    .skip(caption + 1L)
                    .filter(line -> !line.isBlank() && !line.startsWith("--"))
                    .map(line -> numbers(line).toArray())
                    .toList();
            return IntStream.range(0, rows.get(0).length)
                    .mapToObj(column ->
                            rows.stream().mapToDouble(row -> row[column]).toArray())
                    .toList();
        }

        /** The last number of the line that begins so. */
        double figure(String caption) {
            return lines.stream()
                    .map(String::strip)
                    .filter(line -> line.startsWith(caption) && line.matches(".*\\d"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceFirst(".*[:\\s]", "")))
                    .findFirst()
                    .orElseThrow();
        }

        /** The rows of the parameters, without their names. */
        List<double[]> parameters() {
            return lines.stream()
                    .filter(line -> line.matches("\\s+[Bb]\\d+[\\s=]+[-\\d.].*"))
                    .map(line -> numbers(line.strip().replaceFirst("^[Bb]\\d+[\\s=]+", ""))
                            .toArray())
                    .toList();
        }

        boolean hasIntercept() {
            return lines.stream().anyMatch(line -> line.matches("\\s+B0\\s+[-\\d].*"));
        }

        private static DoubleStream numbers(String line) {
            return BLANKS.splitAsStream(line.strip()).mapToDouble(Double::parseDouble);
        }
    }

    private static List<CertifiedFile> files(Path folder, Iterable<String> names) throws IOException {
        List<CertifiedFile> files = new ArrayList<>();
        for (String name : names) {
            Path file = folder.resolve(name + ".dat");
            if (Files.exists(file)) {
                files.add(CertifiedFile.read(file));
            } else {
                System.err.println(name + " is left out: the folder has no " + file.getFileName());
            }
        }
        return files;
    }

    private static double[] univariate(CertifiedFile file) {
        double[] y = file.columns().get(0);
        return new double[] {
            digits(Sums.mean(y), file.figure("Sample Mean"), MOST_DIGITS),
            digits(
                    Math.sqrt(Sums.ofSquaredDeviations(y) / (y.length - 1)),
                    file.figure("Sample Standard Deviation"),
                    MOST_DIGITS),
            digits(Autocorrelation.at(1, y), file.figure("Sample Autocorrelation"), MOST_DIGITS)
        };
    }

    private static double[] linear(CertifiedFile file) {
        List<double[]> columns = file.columns();
        double[] y = columns.get(0);
        List<double[]> certified = file.parameters();
        List<Regressor> regressors = new ArrayList<>();
        if (file.hasIntercept()) {
            regressors.add(Regressor.constant(y.length));
        }
        // With one predictor the others are its powers.
        for (int j = 1; regressors.size() < certified.size(); j++) {
            int power = columns.size() == 2 ? j : 1;
            double[] x = Arrays.stream(columns.get(columns.size() == 2 ? 1 : j))
                    .map(each -> StrictMath.pow(each, power))
                    .toArray();
            regressors.add(new Regressor("x" + j, Series.column(x)));
        }
        LeastSquares fit = LeastSquares.of(y, regressors, LEAST_DIAGONAL);
        double deviation = Math.sqrt(fit.squares() / (y.length - certified.size()));
        return new double[] {
            least(fit.coefficients(), certified, 0, MOST_DIGITS),
            least(errors(fit, y.length), certified, 1, MOST_DIGITS),
            digits(deviation, file.figure("Standard Deviation"), MOST_DIGITS)
        };
    }

    private static double[] nonlinear(CertifiedFile file) {
        Curve curve = new Curve(
                Objects.requireNonNull(NONLINEAR.get(file.name())),
                file.columns().get(1),
                file.columns().get(0));
        List<double[]> certified = file.parameters();
        double[] first = curve.fitted(column(certified, 0));
        double[] second = curve.fitted(column(certified, 1));
        double[] residuals = curve.residuals(second);
        double[][] jacobian = curve.jacobian(second);
        List<Regressor> slopes = IntStream.range(0, certified.size())
                .mapToObj(j -> new Regressor("b" + j, Series.column(column(List.of(jacobian), j))))
                .toList();
        LeastSquares tangent = LeastSquares.of(residuals, slopes, LEAST_DIAGONAL);
        return new double[] {
            least(first, certified, 2, MOST_DIGITS_NONLINEAR),
            least(second, certified, 2, MOST_DIGITS_NONLINEAR),
            least(errors(tangent, residuals.length), certified, 3, MOST_DIGITS_NONLINEAR),
            digits(Sums.ofProducts(residuals, residuals), file.figure("Residual Sum of Squares"), MOST_DIGITS_NONLINEAR)
        };
    }

    /** A curve through observations, with the exact slopes of its parameters, as MPM.RESPONSE.FIT has them. */
    private static final class Curve implements BoundedLeastSquares.Model {
        private final BiFunction<Gradient[], Double, Gradient> form;
        private final double[] x;
        private final double[] y;

        Curve(BiFunction<Gradient[], Double, Gradient> form, double[] x, double[] y) {
            this.form = form;
            this.x = x;
            this.y = y;
        }

        double[] fitted(double[] start) {
            double[] low = new double[start.length];
            double[] high = new double[start.length];
            Arrays.fill(low, Double.NEGATIVE_INFINITY);
            Arrays.fill(high, Double.POSITIVE_INFINITY);
            return BoundedLeastSquares.minimum(this, start, low, high);
        }

        @Override
        public double[] residuals(double[] parameters) {
            double[] residuals = new double[x.length];
            Arrays.setAll(residuals, i -> at(x[i], parameters).getValue() - y[i]);
            return residuals;
        }

        @Override
        public double[][] jacobian(double[] parameters) {
            return Arrays.stream(x)
                    .mapToObj(each -> at(each, parameters).getGradient())
                    .toArray(double[][]::new);
        }

        private Gradient at(double place, double[] parameters) {
            return form.apply(
                    IntStream.range(0, parameters.length)
                            .mapToObj(j -> Gradient.variable(parameters.length, j, parameters[j]))
                            .toArray(Gradient[]::new),
                    place);
        }
    }

    private static double[] errors(LeastSquares fit, int n) {
        double variance = fit.squares() / (n - fit.coefficients().length);
        return Arrays.stream(fit.inverseDiagonal())
                .map(part -> Math.sqrt(part * variance))
                .toArray();
    }

    private static double[] column(List<double[]> rows, int column) {
        return rows.stream().mapToDouble(row -> row[column]).toArray();
    }

    private static double least(double[] found, List<double[]> certified, int column, int most) {
        return IntStream.range(0, found.length)
                .mapToDouble(j -> digits(found[j], certified.get(j)[column], most))
                .min()
                .orElseThrow();
    }

    /** Where 0 is certified, the error itself counts. */
    private static double digits(double found, double certified, int most) {
        double error = Math.abs(found - certified) / (certified == 0 ? 1 : Math.abs(certified));
        return Math.max(0, Math.min(most, -StrictMath.log10(error)));
    }

    private static void print(CertifiedFile file, double[] digits) {
        System.out.println(Stream.concat(
                        Stream.of(file.name()),
                        Arrays.stream(digits).mapToObj(each -> String.format(Locale.ROOT, "%.1f", each)))
                .reduce("|", (row, cell) -> row + " " + cell + " |"));
    }
}
