package mpm.simulation;

import static mpm.method.ReferenceCases.numbers;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import mpm.catalogue.Calculation;
import mpm.catalogue.Call;
import mpm.catalogue.Limits;
import mpm.cell.Cell;
import mpm.cell.DateSystem;
import mpm.cell.Grid;
import mpm.cell.Range;
import mpm.cell.Shape;
import mpm.functions.Functions;
import mpm.link.Links;
import mpm.method.ReferenceCases;
import mpm.method.statistics.Sums;
import mpm.method.survival.KaplanMeier;

/**
 * How far the functions are from what other software computes of public data that cannot be committed: the reference cases that
 * name a file.
 *
 * <p>Run it by {@code mvn -pl functions-catalog -Psimulation verify -DskipTests -Dprogram=PublicData -Dinput=folder}. The files
 * lie in the folder as the cases name them, such as {@code data/cdnow/cdnow_customers_summary.csv}; a case without its file is
 * left out and named.
 */
public final class PublicData {

    private final Path folder;

    private PublicData(Path folder) {
        this.folder = folder;
    }

    /**
     * Prints the differences.
     *
     * @param arguments the folder
     */
    public static void main(String... arguments) throws IOException {
        if (arguments.length == 0 || arguments[0].isBlank()) {
            throw new IllegalArgumentException("Name the folder of the public data: -Dinput=folder");
        }
        PublicData data = new PublicData(Path.of(arguments[0]));
        System.out.println("| case | asked | figures | largest relative difference |\n|---|---|---|---|");
        data.ask("attribution", "att-pathdata-heuristic", "ATTRIBUTE", PublicData::rules);
        data.ask("attribution_exact", "attx-pathdata", "ATTRIBUTE.MARKOV", PublicData::removal);
        data.ask("clv", "clv-bgnbd-cdnow", "CLV.FIT", PublicData::buying);
        data.ask("clv", "clv-gg-cdnow", "CLV.FIT", PublicData::spending);
        data.ask("did", "did-organ", "DID", PublicData::change);
        data.ask("logistic", "logit-default", "LOGIT.FIT", PublicData::defaults);
        data.ask("logistic", "logit-small", "LOGIT.FIT", PublicData::defaults);
        data.ask("logistic", "logit-telco", "LOGIT.FIT", PublicData::churn);
        data.ask("logistic_ridge", "rlogit-telco", "LOGIT.FIT", PublicData::heldChurn);
        data.ask("mean_tests", "welch-hill", "ABTEST.MEANS", PublicData::spends);
        data.ask("retention", "km-telco", "KaplanMeier", PublicData::stay);
        data.ask("uplift", "uplift-hill-womens", "UPLIFT", PublicData::visits);
    }

    /** What is ours and what is theirs, figure by figure. */
    private static final class Figures {

        private final double[] ours;
        private final double[] theirs;

        Figures(double[] ours, double[] theirs) {
            this.ours = ours;
            this.theirs = theirs;
        }

        double largestDifference() {
            return IntStream.range(0, theirs.length)
                    .mapToDouble(place -> Math.abs(ours[place] - theirs[place]) / Math.abs(theirs[place]))
                    .max()
                    .orElseThrow();
        }
    }

    /** A case with the rows of its file. */
    private record Case(JsonNode expected, Rows rows) {

        double[] expected(String... names) {
            return Stream.of(names)
                    .flatMapToDouble(name -> {
                        JsonNode figure = expected.at("/" + name);
                        return figure.isNumber() ? DoubleStream.of(figure.asDouble()) : Arrays.stream(numbers(figure));
                    })
                    .toArray();
        }
    }

    private void ask(String file, String id, String asked, Function<Case, Figures> question) throws IOException {
        JsonNode reference = ReferenceCases.one(file, id);
        // Some cases say after the file which rows they take.
        String name = reference.at("/inputs/file").asText().replaceFirst(" .*", "");
        Path path = folder.resolve(name);
        if (Files.notExists(path)) {
            System.err.println(id + " is left out: the folder has no " + name);
            return;
        }
        Figures figures = question.apply(new Case(reference.get("expected"), Rows.read(path)));
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %d | %.1e |%n",
                id,
                asked,
                figures.theirs.length,
                figures.largestDifference());
    }

    /** The rows of a file of comma-separated values. */
    private record Rows(List<String> captions, List<List<String>> lines) {

        private static final Pattern FIELD = Pattern.compile("\\G(?:^|,)(?:\"([^\"]*)\"|([^,]*))");

        static Rows read(Path file) throws IOException {
            List<List<String>> lines =
                    Files.readAllLines(file).stream().map(Rows::fields).toList();
            return new Rows(lines.get(0), lines.subList(1, lines.size()));
        }

        private static List<String> fields(String line) {
            List<String> fields = new ArrayList<>();
            Matcher field = FIELD.matcher(line);
            while (field.find()) {
                fields.add(field.group(1) == null ? field.group(2) : field.group(1));
            }
            return fields;
        }

        Rows where(String caption, Predicate<String> condition) {
            int place = captions.indexOf(caption);
            return new Rows(
                    captions,
                    lines.stream()
                            .filter(line -> condition.test(line.get(place)))
                            .toList());
        }

        Rows first(long count) {
            return new Rows(captions, lines.stream().limit(count).toList());
        }

        List<String> texts(String caption) {
            int place = captions.indexOf(caption);
            return lines.stream().map(line -> line.get(place)).toList();
        }

        double[] numbers(String caption) {
            return map(caption, Double::parseDouble);
        }

        /** 1 where a column holds a word, else 0. */
        double[] flags(String caption, String word) {
            return map(caption, text -> text.equals(word) ? 1 : 0);
        }

        double[] map(String caption, ToDoubleFunction<String> figure) {
            return texts(caption).stream().mapToDouble(figure).toArray();
        }
    }

    private static Grid column(double... values) {
        return Grid.of(
                new Shape(values.length, 1),
                Arrays.stream(values).mapToObj(Cell::of).toArray(Cell[]::new));
    }

    private static Grid column(List<String> values) {
        return Grid.of(
                new Shape(values.size(), 1), values.stream().map(Cell::of).toArray(Cell[]::new));
    }

    private static Grid table(List<String> captions, Grid... columns) {
        int rows = columns[0].rows();
        Cell[] cells = new Cell[(rows + 1) * columns.length];
        for (int column = 0; column < columns.length; column++) {
            cells[column] = Cell.of(captions.get(column));
            for (int row = 0; row < rows; row++) {
                cells[(row + 1) * columns.length + column] = columns[column].cell(row);
            }
        }
        return Grid.of(new Shape(rows + 1, columns.length), cells);
    }

    private static Range answer(String function, Range... arguments) {
        return new Calculation(Functions.CATALOGUE, Links.NONE, Limits.STANDARD)
                .results(List.of(new Call(function, List.of(arguments))), DateSystem.FROM_1900)
                .get(0)
                .value();
    }

    private static double number(Range answer, int row, int column) {
        return ((Cell.Numeric) answer.cell(row, column)).value();
    }

    /** The figure beside a label of the first column. */
    private static double beside(Range answer, String label, int column) {
        return IntStream.range(0, answer.rows())
                .filter(row -> answer.cell(row, 0).shown().equals(label))
                .mapToDouble(row -> number(answer, row, column))
                .findFirst()
                .orElseThrow();
    }

    private static Figures rules(Case asked) {
        List<String> channels = StreamSupport.stream(
                        asked.expected.get("channel_name").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        double[] ours = Stream.of("FIRST", "LAST", "LINEAR")
                .map(model -> answer(
                        "ATTRIBUTE",
                        column(asked.rows.texts("path")),
                        column(asked.rows.numbers("total_conversions")),
                        column(asked.rows.numbers("total_conversion_value")),
                        Cell.of(model),
                        Cell.blank(),
                        Cell.of(">")))
                .flatMapToDouble(credit -> IntStream.of(1, 2)
                        .boxed()
                        .flatMapToDouble(
                                figure -> channels.stream().mapToDouble(channel -> beside(credit, channel, figure))))
                .toArray();
        return new Figures(
                ours,
                asked.expected(
                        "first_touch_conversions",
                        "first_touch_value",
                        "last_touch_conversions",
                        "last_touch_value",
                        "linear_touch_conversions",
                        "linear_touch_value"));
    }

    private static Figures removal(Case asked) {
        List<String> channels = new ArrayList<>();
        asked.expected.get("removal_effects").fieldNames().forEachRemaining(channels::add);
        Range effects = answer(
                "ATTRIBUTE.MARKOV",
                column(asked.rows.texts("path")),
                column(asked.rows.numbers("total_conversions")),
                column(asked.rows.numbers("total_conversion_value")),
                column(asked.rows.numbers("total_null")),
                Cell.blank(),
                Cell.blank(),
                Cell.of(">"));
        return new Figures(
                IntStream.of(1, 2, 3)
                        .boxed()
                        .flatMapToDouble(
                                figure -> channels.stream().mapToDouble(channel -> beside(effects, channel, figure)))
                        .toArray(),
                asked.expected("removal_effects", "conversions", "value"));
    }

    private static Figures buying(Case asked) {
        Range fit = answer(
                "CLV.FIT",
                table(
                        List.of("Frequency", "Recency", "T"),
                        column(asked.rows.numbers("frequency")),
                        column(asked.rows.numbers("recency")),
                        column(asked.rows.numbers("T"))));
        return new Figures(
                Stream.of("r", "alpha", "a", "b", "LogLik")
                        .mapToDouble(parameter -> beside(fit, parameter, 1))
                        .toArray(),
                asked.expected("params/r", "params/alpha", "params/a", "params/b", "loglik"));
    }

    private static Figures spending(Case asked) {
        Range fit = answer(
                "CLV.FIT",
                table(
                        List.of("Frequency", "Recency", "T", "Monetary"),
                        column(asked.rows.numbers("x")),
                        column(asked.rows.numbers("t_x")),
                        column(asked.rows.numbers("T")),
                        column(asked.rows.numbers("zbar"))));
        return new Figures(
                Stream.of("p", "q", "v", "LogLik GG")
                        .mapToDouble(parameter -> beside(fit, parameter, 1))
                        .toArray(),
                asked.expected("params/p", "params/q", "params/v", "loglik"));
    }

    private static Figures change(Case asked) {
        Range effect = answer(
                "DID",
                table(
                        List.of("Unit", "Period", "Y", "Treated", "Post"),
                        column(asked.rows.texts("State")),
                        column(asked.rows.numbers("Quarter_Num")),
                        column(asked.rows.numbers("Rate")),
                        column(asked.rows.flags("State", "California")),
                        column(asked.rows.map("Quarter_Num", quarter -> Double.parseDouble(quarter) > 3 ? 1 : 0))),
                Cell.of("ALL"));
        return new Figures(
                new double[] {number(effect, 1, 0), number(effect, 1, 1)}, asked.expected("twfe", "twfe_se_cluster"));
    }

    private static Figures defaults(Case asked) {
        Rows rows = asked.rows.first(asked.expected.get("n").asLong());
        List<Grid> drivers = new ArrayList<>(List.of(
                column(rows.numbers("balance")), column(rows.numbers("income")), column(rows.flags("student", "Yes"))));
        Grid[] used = drivers.subList(0, asked.expected.get("coef").size() - 1).toArray(Grid[]::new);
        return logit(asked, rows.flags("default", "Yes"), table(List.of("balance", "income", "student"), used));
    }

    private static Figures churn(Case asked) {
        Rows rows = asked.rows;
        return logit(
                asked,
                rows.flags("Churn", "Yes"),
                table(
                        List.of("tenure", "charges", "senior", "one", "two", "fiber", "none", "paperless"),
                        column(rows.numbers("tenure")),
                        column(rows.numbers("MonthlyCharges")),
                        column(rows.numbers("SeniorCitizen")),
                        column(rows.flags("Contract", "One year")),
                        column(rows.flags("Contract", "Two year")),
                        column(rows.flags("InternetService", "Fiber optic")),
                        column(rows.flags("InternetService", "No")),
                        column(rows.flags("PaperlessBilling", "Yes"))));
    }

    private static Figures logit(Case asked, double[] outcome, Grid drivers) {
        Range fit = answer("LOGIT.FIT", column(outcome), drivers);
        int terms = drivers.columns() + 1;
        return new Figures(
                DoubleStream.concat(
                                IntStream.of(1, 2, 4)
                                        .boxed()
                                        .flatMapToDouble(figure -> IntStream.rangeClosed(1, terms)
                                                .mapToDouble(term -> number(fit, term, figure))),
                                Stream.of("LogLik", "AIC", "McFadden", "AUC")
                                        .mapToDouble(label -> beside(fit, label, 1)))
                        .toArray(),
                asked.expected("coef", "se", "p_value", "loglik", "aic", "mcfadden", "auc"));
    }

    private static Figures heldChurn(Case asked) {
        List<String> captions = List.of("tenure", "MonthlyCharges", "SeniorCitizen");
        Range fit = answer(
                "LOGIT.FIT",
                column(asked.rows.flags("Churn", "Yes")),
                table(
                        captions,
                        captions.stream()
                                .map(caption -> column(asked.rows.numbers(caption)))
                                .toArray(Grid[]::new)),
                Cell.of(100));
        return new Figures(
                captions.stream()
                        .mapToDouble(caption -> {
                            double[] values = asked.rows.numbers(caption);
                            return beside(fit, caption, 1)
                                    * Math.sqrt(Sums.ofSquaredDeviations(values) / values.length);
                        })
                        .toArray(),
                asked.expected("coef"));
    }

    private static Figures spends(Case asked) {
        Range test = answer(
                "ABTEST.MEANS",
                column(asked.rows.where("segment", "No E-Mail"::equals).numbers("spend")),
                column(asked.rows.where("segment", "Mens E-Mail"::equals).numbers("spend")));
        return new Figures(
                IntStream.of(1, 0, 3, 4, 5, 6, 7)
                        .mapToDouble(figure -> number(test, 1, figure))
                        .toArray(),
                asked.expected("mean_x", "mean_y", "welch_t", "welch_df", "welch_p", "welch_ci95"));
    }

    private static Figures stay(Case asked) {
        double[] tenures = asked.rows.numbers("tenure");
        double[] churned = asked.rows.flags("Churn", "Yes");
        int[] times = {1, 3, 6, 12, 24, 36, 48, 60, 72};
        double[] atRisk = new double[72];
        double[] events = new double[72];
        for (int customer = 0; customer < tenures.length; customer++) {
            for (int month = 1; month <= tenures[customer]; month++) {
                atRisk[month - 1]++;
            }
            if (tenures[customer] > 0) {
                events[(int) tenures[customer] - 1] += churned[customer];
            }
        }
        List<KaplanMeier.Step> steps = KaplanMeier.of(atRisk, events);
        return new Figures(
                DoubleStream.concat(
                                IntStream.of(times)
                                        .mapToDouble(time -> steps.get(time - 1).survival()),
                                IntStream.of(times)
                                        .mapToDouble(time -> steps.get(time - 1).error()))
                        .toArray(),
                asked.expected("survival", "se"));
    }

    private static Figures visits(Case asked) {
        Rows rows = asked.rows.where("segment", segment -> !segment.equals("Mens E-Mail"));
        Range effect = answer(
                "UPLIFT",
                table(
                        List.of("Treated", "Outcome"),
                        column(rows.flags("segment", "Womens E-Mail")),
                        column(rows.numbers("visit"))));
        return new Figures(new double[] {number(effect, 1, 5)}, asked.expected("ate"));
    }
}
