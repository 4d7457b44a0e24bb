package mpm.functions.analytics;

import static mpm.catalogue.Stage.MEASURE;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.CellSeries;
import mpm.cell.Column;
import mpm.cell.Series;
import mpm.cell.Table;
import mpm.method.statistics.Sums;

@WorksheetFunction(
        name = "PARETO",
        question = "Which few make most of the total?",
        stage = MEASURE,
        method = "Sorted by value; the class follows from the cumulative share before the row.",
        source = "Juran, Quality Control Handbook, 1951; Gini, 1912.",
        caution = "Class C is small today: among it stand the new ones as well as the hopeless.",
        related = "SCENARIO")
@Example(
        formula =
                "=MPM.PARETO({\"Search\";\"Content\";\"Social\";\"Events\";\"Email\";\"Partner\"}, {4800;2700;2600;2400;2000;1500})",
        shows =
                "{\"Label\",\"Value\",\"Share\",\"Cumulative\",\"Class\";\"Search\",4800,0.3,0.3,\"A\";\"Content\",2700,0.16875,0.46875,\"A\";\"Social\",2600,0.1625,0.63125,\"A\";\"Events\",2400,0.15,0.78125,\"A\";\"Email\",2000,0.125,0.90625,\"A\";\"Partner\",1500,0.09375,1,\"B\";\"Gini\",0.1958333333,\"\",\"\",\"\"}",
        because = "Five of six channels are class A: no few make most of the leads.")
@Example(
        formula = "=MPM.PARETO({\"A\",\"B\",\"C\",\"D\",\"E\"}, {50,30,10,6,4}, , FALSE)",
        shows =
                "{\"A\",50,0.5,0.5,\"A\";\"B\",30,0.3,0.8,\"A\";\"C\",10,0.1,0.9,\"B\";\"D\",6,0.06,0.96,\"B\";\"E\",4,0.04,1,\"C\";\"Gini\",0.464,\"\",\"\",\"\"}")
@Example(
        formula = "=MPM.PARETO({\"A\";\"B\"}, {0;0})",
        shows = "#DIV/0!",
        because = "There is no total to have a share of.")
public record Pareto(
        @Argument("What is counted, such as channels or accounts.")
        CellSeries labels,

        @Argument("How much each brings, 0 or more.") Series values,

        @Argument(value = "The share of the total that makes class A, between 0 and 1.", otherwise = "0.8")
        double cut)
        implements Analytics, Computed<Table<Pareto.Line>> {

    private static final double ROUNDING = 1e-12;

    /** The part of what class A leaves that makes class B. */
    private static final double SECOND_CUT = .75;

    /** A label with what it brings. */
    public record Line(
            @Column(value = "Label", meaning = "What is counted; the largest first.")
            Cell label,

            @Column(value = "Value", meaning = "How much it brings.")
            double value,

            @Column(value = "Share", meaning = "Its part of the total.")
            double share,

            @Column(value = "Cumulative", meaning = "Its share and those of all before it.")
            double cumulative,

            @Column(value = "Class", meaning = "A makes most of the total, B most of the rest, C what is left.")
            String grade) {}

    private record Counted(Cell label, double value) {}

    @Override
    public Table<Line> value() {
        if (labels.count() != values.length()) {
            throw CellError.NA.because("The lengths differ: labels has %d cells and values has %d."
                    .formatted(labels.count(), values.length()));
        }
        List<Counted> descending = IntStream.range(0, labels.count())
                .filter(place -> !labels.cells().get(place).isBlank() && !values.isGap(place))
                .mapToObj(place -> new Counted(labels.cells().get(place), values.value(place)))
                .sorted(Comparator.comparingDouble(Counted::value).reversed())
                .toList();
        if (descending.isEmpty()) {
            throw CellError.NA.because("No row has both a label and a value: give at least one.");
        }
        if (descending.get(descending.size() - 1).value() < 0 || !(cut > 0 && cut < 1)) {
            throw CellError.NUM.because("Values are 0 or more, and cut lies between 0 and 1.");
        }
        double total = Sums.of(descending.stream().mapToDouble(Counted::value).toArray());
        if (total == 0) {
            throw CellError.DIV0.because("The values add up to 0, so there is no total to have a share of.");
        }
        List<Line> lines = new ArrayList<>();
        Sums.Running reached = new Sums.Running();
        for (Counted each : descending) {
            double before = reached.value() / total;
            reached.add(each.value());
            lines.add(
                    new Line(each.label(), each.value(), each.value() / total, reached.value() / total, grade(before)));
        }
        return Table.of(Line.class, lines).footer("Gini", gini(descending, total));
    }

    private String grade(double before) {
        if (before < cut - ROUNDING) {
            return "A";
        }
        return before < cut + SECOND_CUT * (1 - cut) - ROUNDING ? "B" : "C";
    }

    private static double gini(List<Counted> descending, double total) {
        int n = descending.size();
        return Sums.of(IntStream.range(0, n)
                        .mapToDouble(place ->
                                (n - 1 - 2.0 * place) * descending.get(place).value())
                        .toArray())
                / (n * total);
    }
}
