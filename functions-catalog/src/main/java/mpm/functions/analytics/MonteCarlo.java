package mpm.functions.analytics;

import static mpm.catalogue.Stage.PLAN;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.Row;
import mpm.catalogue.Rows;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.Column;
import mpm.cell.Grid;
import mpm.cell.Table;
import mpm.method.Deadline;
import mpm.method.expression.Expression;
import mpm.method.random.Distribution;
import mpm.method.random.JointDraws;
import mpm.method.random.SplitMix64;
import mpm.method.statistics.Quantiles;
import mpm.method.statistics.Sums;

@WorksheetFunction(
        name = "MONTECARLO",
        question = "How likely is it to reach the target?",
        stage = PLAN,
        method = "Every draw takes a figure of each driver and computes the result; the columns describe all "
                + "results together.",
        source = "Wichura, Applied Statistics 37, 1988, for normal figures; Steele, Lea and Flood, 2014, for the "
                + "generator.",
        caution = "As likely as the drivers' ranges are honest: with all of them too narrow, so is the answer.",
        related = {"SENSITIVITY", "SCENARIO"})
@Example(
        formula =
                "=MPM.MONTECARLO(\"wins * deal\", {\"Name\",\"Dist\",\"P1\",\"P2\",\"P3\";\"wins\",\"POISSON\",240,\"\",\"\";"
                        + "\"deal\",\"PERT\",44000,50000,58000}, 1000, 12000000)",
        shows =
                "{\"Mean\",\"SD\",\"P5\",\"P10\",\"P25\",\"P50\",\"P75\",\"P90\",\"P95\",\"P(>=target)\",\"SE\";12026529.94,1008624.961,10479749.61,10762894.25,11288714.6,11989290.17,12681190.37,13361190.81,13677356.53,0.497,31895.52181}",
        because = "240 wins at 50,000 make the goal in about half of the years.")
@Example(
        formula =
                "=MPM.MONTECARLO(\"a + b\", {\"Name\",\"Dist\",\"P1\",\"P2\";\"a\",\"NORMAL\",100,10;\"b\",\"NORMAL\",50,5}, 1000, , {1,0.8;0.8,1}, 7, FALSE)",
        shows =
                "{149.3846384,14.33535871,125.9466951,131.9823248,139.4396233,149.1479654,159.3438314,167.2078553,172.7230468,\"\",0.453323846}",
        because = "Drivers that move together spread the sum wider.")
@Example(
        formula =
                "=MPM.MONTECARLO(\"x\", {\"Name\",\"Dist\",\"P1\",\"P2\",\"P3\";\"x\",\"TRIANGULAR\",10,20,40}, 3, , , 42, FALSE)",
        shows =
                "{21.20537972,5.603204441,17.14785945,17.36945599,18.03424563,19.14222834,23.34493812,25.86656399,26.70710595,\"\",3.235011592}",
        because = "The same seed gives the same draws, everywhere.")
@Example(
        formula = "=MPM.MONTECARLO(\"x\", {\"Name\",\"Dist\",\"P1\",\"P2\";\"x\",\"NORMAL\",100,-10})",
        shows = "#NUM!",
        because = "A standard deviation is 0 or more.")
public record MonteCarlo(
        @Argument(
                "The result as a formula over the drivers, such as visits * rate: + - * / ^, comparisons, MIN, MAX, IF, ABS,"
                        + " EXP and LN.")
        String expression,

        @Argument("One row for each driver, with how it may turn out.")
        Rows<Driver> drivers,

        @Argument(value = "How many times to draw, 2 to 1,000,000.", otherwise = "10000")
        int draws,

        @Argument("The result to reach or pass.") Optional<Double> target,

        @Argument("How the drivers move together: a row and a column for each, 1 on the diagonal.")
        Optional<Grid> correlations,

        @Argument(value = "Another whole number gives other draws.", otherwise = "1")
        int seed)
        implements Analytics, Computed<Table<MonteCarlo.Line>> {

    private static final int MOST_DRAWS = 1_000_000;
    private static final int DRAWS_BETWEEN_CHECKS = 256;

    /** The form in which a driver may turn out. */
    public enum Form {
        NORMAL,
        LOGNORMAL,
        UNIFORM,
        TRIANGULAR,
        PERT,
        BETA,
        POISSON,
        DISCRETE,
        FIXED
    }

    /** A driver. */
    public record Driver(
            @Column(value = "Name", meaning = "Its name in the formula.")
            Cell name,

            @Column(
                    value = "Dist",
                    meaning =
                            "NORMAL mean, deviation; LOGNORMAL the same of the logarithm; UNIFORM least, most; TRIANGULAR and"
                                    + " PERT least, likeliest, most; BETA alpha, beta; POISSON mean; DISCRETE"
                                    + " value:probability;…; FIXED value.")
            Form form,

            @Column(value = "P1", meaning = "The first figure of its form.")
            Cell first,

            @Column(value = "P2", meaning = "The second figure.", optional = true)
            Optional<Double> second,

            @Column(value = "P3", meaning = "The third figure.", optional = true)
            Optional<Double> third) {}

    /** How the result may turn out. */
    public record Line(
            @Column(value = "Mean", meaning = "Mean of the results.")
            double mean,

            @Column(value = "SD", meaning = "Standard deviation of the results.")
            double deviation,

            @Column(value = "P5", meaning = "One result in twenty is lower.")
            double p5,

            @Column(value = "P10", meaning = "One result in ten is lower.")
            double p10,

            @Column(value = "P25", meaning = "One result in four is lower.")
            double p25,

            @Column(value = "P50", meaning = "Half of the results are lower.")
            double p50,

            @Column(value = "P75", meaning = "Three results in four are lower.")
            double p75,

            @Column(value = "P90", meaning = "Nine results in ten are lower.")
            double p90,

            @Column(value = "P95", meaning = "Nineteen results in twenty are lower.")
            double p95,

            @Column(value = "P(>=target)", meaning = "Share of the results that reach the target; blank without one.")
            Cell reaching,

            @Column(value = "SE", meaning = "How far the mean itself is uncertain for lack of draws.")
            double standardError) {}

    @Override
    public Table<Line> value() {
        Expression result = Drivers.expression(expression, drivers, Driver::name);
        List<Distribution> distributions =
                drivers.stream().map(MonteCarlo::distribution).toList();
        if (draws < 2 || draws > MOST_DRAWS) {
            throw CellError.NUM.because("draws is %,d: choose 2 to %,d.".formatted(draws, MOST_DRAWS));
        }
        JointDraws figures = correlations
                .map(matrix -> JointDraws.correlated(distributions, numbers(matrix)))
                .orElseGet(() -> JointDraws.independent(distributions));
        SplitMix64 generator = new SplitMix64(seed);
        double[] results = new double[draws];
        for (int draw = 0; draw < draws; draw++) {
            if (draw % DRAWS_BETWEEN_CHECKS == 0) {
                Deadline.check();
            }
            results[draw] = result.at(figures.next(generator));
        }
        return Table.of(Line.class, List.of(line(results)));
    }

    private Line line(double[] results) {
        double deviation = Math.sqrt(Sums.ofSquaredDeviations(results) / (results.length - 1));
        Quantiles quantiles = Quantiles.of(results);
        return new Line(
                Sums.mean(results),
                deviation,
                quantiles.at(.05),
                quantiles.at(.1),
                quantiles.at(.25),
                quantiles.at(.5),
                quantiles.at(.75),
                quantiles.at(.9),
                quantiles.at(.95),
                target.map(reached -> Cell.of((double) Arrays.stream(results)
                                        .filter(each -> each >= reached)
                                        .count()
                                / results.length))
                        .orElse(Cell.blank()),
                deviation / Math.sqrt(results.length));
    }

    private static Distribution distribution(Row<Driver> row) {
        Driver driver = row.value();
        return switch (driver.form()) {
            case NORMAL -> Distribution.normal(first(row), second(row));
            case LOGNORMAL -> Distribution.logNormal(first(row), second(row));
            case UNIFORM -> Distribution.uniform(first(row), second(row));
            case TRIANGULAR -> Distribution.triangular(first(row), second(row), third(row));
            case PERT -> Distribution.pert(first(row), second(row), third(row));
            case BETA -> Distribution.beta(first(row), second(row));
            case POISSON -> Distribution.poisson(first(row));
            case DISCRETE -> discrete(row);
            case FIXED -> Distribution.fixed(first(row));
        };
    }

    private static double first(Row<Driver> row) {
        return Drivers.figure(
                row,
                "P1",
                row.value().first() instanceof Cell.Numeric number ? Optional.of(number.value()) : Optional.empty());
    }

    private static double second(Row<Driver> row) {
        return Drivers.figure(row, "P2", row.value().second());
    }

    private static double third(Row<Driver> row) {
        return Drivers.figure(row, "P3", row.value().third());
    }

    private static Distribution discrete(Row<Driver> row) {
        try {
            double[][] pairs = Stream.of(row.value().first().shown().split(";"))
                    .map(pair -> Stream.of(pair.split(":", -1))
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .toArray(double[][]::new);
            if (Arrays.stream(pairs).allMatch(pair -> pair.length == 2)) {
                return Distribution.discrete(
                        Arrays.stream(pairs).mapToDouble(pair -> pair[0]).toArray(),
                        Arrays.stream(pairs).mapToDouble(pair -> pair[1]).toArray());
            }
        } catch (NumberFormatException e) {
            // Refused below, as are pairs that are none.
        }
        throw row.refused(CellError.VALUE, "needs P1 as value:probability;value:probability for DISCRETE.");
    }

    private double[][] numbers(Grid matrix) {
        int size = drivers.size();
        if (matrix.rows() != size || matrix.columns() != size) {
            throw CellError.VALUE.because("correlations is %s, but %d drivers need as many rows and columns."
                    .formatted(matrix.shape(), size));
        }
        double[][] numbers = new double[size][size];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                if (!(matrix.cell(row, column) instanceof Cell.Numeric number)) {
                    throw CellError.VALUE.because("Row %d, column %d of correlations holds no number: fill it in."
                            .formatted(row + 1, column + 1));
                }
                numbers[row][column] = number.value();
            }
        }
        return numbers;
    }
}
