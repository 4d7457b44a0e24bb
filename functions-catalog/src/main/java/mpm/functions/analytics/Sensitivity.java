package mpm.functions.analytics;

import static mpm.catalogue.Stage.PLAN;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.Rows;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.CellException;
import mpm.cell.Column;
import mpm.cell.Table;
import mpm.method.expression.Expression;

@WorksheetFunction(
        name = "SENSITIVITY",
        question = "Which driver moves the result most?",
        stage = PLAN,
        method = "One driver at a time goes to its low and to its high case while all others stay as planned.",
        caution = "One driver moves at a time: drivers that move together can do more than the largest swing here.",
        related = {"MONTECARLO", "SCENARIO"})
@Example(
        formula =
                "=MPM.SENSITIVITY(\"leads * mql * sql * opportunity * win * deal\", {\"Name\",\"Low\",\"Base\",\"High\";"
                        + "\"leads\",14900,16000,16400;\"mql\",0.28,0.3,0.31;\"sql\",0.38,0.4,0.41;\"opportunity\",0.48,0.5,0.51;"
                        + "\"win\",0.2,0.25,0.28;\"deal\",48000,50000,51000})",
        shows =
                "{\"Driver\",\"Output low\",\"Output base\",\"Output high\",\"Swing\",\"Elasticity\";\"win\",9600000,12000000,13440000,3840000,1;\"mql\",11200000,12000000,12400000,1200000,1;\"leads\",11175000,12000000,12300000,1125000,1;\"sql\",11400000,12000000,12300000,900000,1;\"opportunity\",11520000,12000000,12240000,720000,1;\"deal\",11520000,12000000,12240000,720000,1}",
        because = "Of the funnel's rates the win rate is the one to look after.")
@Example(
        formula =
                "=MPM.SENSITIVITY(\"=IF(spend > 50; 2 * spend - 50; spend)\", {\"Name\",\"Low\",\"Base\",\"High\";\"spend\",40,60,80}, FALSE)",
        shows = "{\"spend\",40,70,110,70,1.5}",
        because = "The result rises faster than spend: by 1.5 % for each percent.")
@Example(
        formula =
                "=MPM.SENSITIVITY(\"visits * margin\", {\"Name\",\"Low\",\"Base\",\"High\";\"visits\",8000,10000,13000})",
        shows = "#VALUE!",
        because = "No driver is called margin.")
public record Sensitivity(
        @Argument(
                "The result as a formula over the drivers, such as visits * rate: + - * / ^, comparisons, MIN, MAX, IF, ABS,"
                        + " EXP and LN.")
        String expression,

        @Argument("One row for each driver, with what it may be at least, what is planned, and at most.")
        Rows<Driver> drivers)
        implements Analytics, Computed<Table<Sensitivity.Line>> {

    /** A driver. */
    public record Driver(
            @Column(value = "Name", meaning = "Its name in the formula.")
            Cell name,

            @Column(value = "Low", meaning = "The low case.")
            Optional<Double> low,

            @Column(value = "Base", meaning = "The planned case.")
            Optional<Double> base,

            @Column(value = "High", meaning = "The high case.")
            Optional<Double> high) {}

    /** What a driver does to the result. */
    public record Line(
            @Column(value = "Driver", meaning = "The driver; the one that moves the result most comes first.")
            Cell driver,

            @Column(value = "Output low", meaning = "The result with this driver low and all others as planned.")
            Cell low,

            @Column(value = "Output base", meaning = "The result with all drivers as planned.")
            double base,

            @Column(value = "Output high", meaning = "The result with this driver high and all others as planned.")
            Cell high,

            @Column(value = "Swing", meaning = "Output high less output low.")
            Cell swing,

            @Column(value = "Elasticity", meaning = "By how many percent the result moves when the driver moves 1 %.")
            Cell elasticity) {

        /** Failed rows come last. */
        private double rank() {
            return swing instanceof Cell.Numeric number ? -Math.abs(number.value()) : 1;
        }
    }

    @Override
    public Table<Line> value() {
        Expression result = Drivers.expression(expression, drivers, Driver::name);
        double[] low = figures("Low", Driver::low);
        double[] base = figures("Base", Driver::base);
        double[] high = figures("High", Driver::high);
        double planned = result.at(base);
        List<Line> lines = IntStream.range(0, base.length)
                .mapToObj(place -> line(
                        place,
                        output(result, base, place, low[place]),
                        planned,
                        output(result, base, place, high[place]),
                        (high[place] - low[place]) / base[place]))
                .sorted(Comparator.comparingDouble(Line::rank))
                .toList();
        return Table.of(Line.class, lines);
    }

    private double[] figures(String column, Function<Driver, Optional<Double>> figure) {
        return drivers.stream()
                .mapToDouble(row -> Drivers.figure(row, column, figure.apply(row.value())))
                .toArray();
    }

    private static Cell output(Expression result, double[] base, int place, double figure) {
        double[] figures = base.clone();
        figures[place] = figure;
        return Cell.computed(() -> result.at(figures));
    }

    /** @param range High less Low as a share of Base; infinite or no number for a Base of 0 */
    private Line line(int place, Cell low, double planned, Cell high, double range) {
        Cell name = drivers.list().get(place).value().name();
        if (low instanceof Cell.Numeric least && high instanceof Cell.Numeric most) {
            double swing = most.value() - least.value();
            return new Line(name, low, planned, high, Cell.of(swing), elasticity(swing, planned, range));
        }
        Cell failure = low instanceof Cell.Failure ? low : high;
        return new Line(name, low, planned, high, failure, failure);
    }

    private static Cell elasticity(double swing, double planned, double range) {
        if (planned == 0 || range == 0 || !Double.isFinite(range)) {
            CellException refusal = CellError.DIV0.because(
                    "The planned result, the planned driver or the driver's range is 0, so there is no percent of it.");
            return Cell.of(refusal);
        }
        return Cell.of(swing / planned / range);
    }
}
