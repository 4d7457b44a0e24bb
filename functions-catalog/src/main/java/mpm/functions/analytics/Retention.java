package mpm.functions.analytics;

import static mpm.catalogue.Stage.MEASURE;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.Column;
import mpm.cell.Series;
import mpm.cell.Table;
import mpm.method.survival.BetaGeometric;
import mpm.method.survival.Churn;
import mpm.method.survival.ConstantChurn;

@WorksheetFunction(
        name = "RETENTION",
        question = "How many of this cohort will stay?",
        stage = MEASURE,
        method =
                "SBG lets each customer have a churn of their own and finds how it is spread by maximum likelihood, so "
                        + "that retention rises as the restless leave; GEOMETRIC gives everyone the same churn.",
        source = "Fader and Hardie, How to Project Customer Retention, 2007; Customer-Base Valuation in a Contractual "
                + "Setting, 2010.",
        caution =
                "It tells what this cohort does if nothing changes; a cohort won in another way may behave differently.",
        related = {"LTV", "CLV"})
@Example(
        formula = "=MPM.RETENTION({240;223;212;203}, 2)",
        shows = "{\"Period\",\"Actual\",\"Fitted\",\"Retention\",\"Survival\";0,240,240,\"\",1;"
                + "1,223,223.1867527,0.929944803,0.929944803;"
                + "2,212,211.6604197,0.9483556578,0.8819184154;"
                + "3,203,203.0042429,0.9591034697,0.8458510122;"
                + "4,\"\",196.132224,0.9661483974,0.8172175999;"
                + "5,\"\",190.4684826,0.9711228413,0.7936186776;\"Alpha\",0.1965120366,\"\",\"\",\"\";"
                + "\"Beta\",2.60859087,\"\",\"\",\"\";\"LogLik\",-142.4760092,\"\",\"\",\"\";"
                + "\"DERL\",9.14419019,\"\",\"\",\"\";\"Converged\",TRUE,\"\",\"\",\"\"}",
        because = "Of the 240 new logos 203 are left after three years; DERL years more are to come from one who is.")
@Example(
        formula = "=MPM.RETENTION({1,0.93,0.88,0.84}, 1, \"GEOMETRIC\", , FALSE)",
        shows = "{0,1,1,\"\",1;1,0.93,0.9430604982,0.9430604982,0.9430604982;"
                + "2,0.88,0.8893631033,0.9430604982,0.8893631033;"
                + "3,0.84,0.8387232113,0.9430604982,0.8387232113;"
                + "4,\"\",0.7909667295,0.9430604982,0.7909667295;\"Churn\",0.05693950178,\"\",\"\",\"\";"
                + "\"LogLik\",-0.6138783864,\"\",\"\",\"\";\"DERL\",6.609977324,\"\",\"\",\"\";"
                + "\"Converged\",TRUE,\"\",\"\",\"\"}",
        because = "Constant churn foretells too few who stay.")
@Example(
        formula = "=MPM.RETENTION({100;80}, 3)",
        shows = "#NUM!",
        because = "Two values do not show how churn changes.")
public record Retention(
        @Argument("How many, or which share, of the cohort is there at the outset and after each period.")
        Series survivors,

        @Argument("Periods to look ahead beyond the last, 0 or more.")
        int horizon,

        @Argument(
                value = "SBG: customers differ in how easily they leave. GEOMETRIC: the churn is the same for all.",
                otherwise = "SBG")
        Model model,

        @Argument(value = "Rate per period by which later periods count less, 0 or more.", otherwise = "0.1")
        double discount)
        implements Analytics, Computed<Table<Retention.Line>> {

    private static final int FEWEST = 3;

    /** More rows than any sheet may be given. */
    private static final int MOST_PERIODS = 100_000;

    /** How churn is spread over the cohort. */
    public enum Model {
        SBG,
        GEOMETRIC
    }

    /** A period of the cohort. */
    public record Line(
            @Column(value = "Period", meaning = "0 for the outset.")
            int period,

            @Column(value = "Actual", meaning = "How many were there.")
            Cell actual,

            @Column(value = "Fitted", meaning = "How many there are by the model.")
            double fitted,

            @Column(value = "Retention", meaning = "Share of those of the period before that stay, by the model.")
            Cell retention,

            @Column(value = "Survival", meaning = "Share of the cohort that is still there, by the model.")
            double survival) {}

    @Override
    public Table<Line> value() {
        double[] actual = survivors.numbers();
        require(
                actual.length >= FEWEST,
                "%d values are too few: give at least %d, the first at the outset.".formatted(actual.length, FEWEST));
        require(
                IntStream.range(1, actual.length).allMatch(period -> actual[period] <= actual[period - 1]),
                "survivors rises, but nobody joins a cohort: count only those who were there at the outset.");
        double last = actual[actual.length - 1];
        require(actual[0] > 0 && last >= 0, "survivors starts above 0 and is never negative.");
        require(last < actual[0], "Nobody was lost, so nothing tells when customers leave: give more periods.");
        require(horizon >= 0 && horizon <= MOST_PERIODS, "horizon is 0 to %d periods.".formatted(MOST_PERIODS));
        require(discount >= 0, "discount is 0 or more.");
        return switch (model) {
            case SBG -> {
                BetaGeometric.Fit fit = BetaGeometric.of(actual);
                yield footed(
                        table(actual, fit.model())
                                .footer("Alpha", fit.model().alpha())
                                .footer("Beta", fit.model().beta()),
                        actual,
                        fit.model(),
                        fit.isConverged());
            }
            case GEOMETRIC -> {
                ConstantChurn churn = ConstantChurn.of(actual);
                yield footed(table(actual, churn).footer("Churn", churn.rate()), actual, churn, true);
            }
        };
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw CellError.NUM.because(sentence);
        }
    }

    private Table<Line> table(double[] actual, Churn churn) {
        List<Line> lines = new ArrayList<>();
        double survival = 1;
        lines.add(new Line(0, Cell.of(actual[0]), actual[0], Cell.blank(), survival));
        for (int period = 1; period < actual.length + horizon; period++) {
            double retention = 1 - churn.rate(period);
            survival *= retention;
            lines.add(new Line(
                    period,
                    period < actual.length ? Cell.of(actual[period]) : Cell.blank(),
                    survival * actual[0],
                    Cell.of(retention),
                    survival));
        }
        return Table.of(Line.class, lines);
    }

    private Table<Line> footed(Table<Line> table, double[] actual, Churn churn, boolean isConverged) {
        return table.footer("LogLik", churn.logLikelihood(actual))
                .footer("DERL", Cell.computed(() -> churn.residualLifetime(actual.length - 1, discount)))
                .footer("Converged", Cell.of(isConverged));
    }
}
