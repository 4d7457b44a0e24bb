package mpm.functions.analytics;

import static mpm.catalogue.Content.TEXT;
import static mpm.catalogue.Stage.PLAN;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.Row;
import mpm.catalogue.Rows;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.Column;
import mpm.cell.Series;
import mpm.cell.ShortestDecimal;
import mpm.cell.Table;
import mpm.method.apportionment.Apportionment;
import mpm.method.apportionment.Quantum;
import mpm.method.apportionment.Unit;
import mpm.method.response.Allocation;
import mpm.method.response.Allocation.Channel;
import mpm.method.response.Curve;
import mpm.method.statistics.Sums;

@WorksheetFunction(
        name = "MIX.OPTIMIZE",
        question = "How should the budget be split over the channels?",
        stage = PLAN,
        method =
                "Curves that only flatten get the same marginal response within their bounds; for S-shaped ones a dynamic "
                        + "programme over the whole budget finds the best split, refined by transfers.",
        caution =
                "As good as the curves: far from the spend they were fitted to, they are guesses. Move in steps and test.",
        related = {"MIX.FIT", "MIX.MARGINAL", "SATURATE"})
@Example(
        formula =
                "=MPM.MIX.OPTIMIZE({\"Channel\",\"Beta\",\"K\",\"S\",\"Theta\";\"Search\",900,62000,1,0.1;\"Content\",620,44000,1,0.6;"
                        + "\"Social\",520,42000,1,0.3;\"Events\",640,99000,1,0.2;\"Email\",260,5600,1,0;\"Partner\",310,59000,1,0.4},"
                        + " 200000, , , {50000;25000;30000;45000;10000;40000}, , , , 0)",
        shows =
                "{\"Channel\",\"Spend\",\"Share\",\"Response\",\"Average ROAS\",\"Marginal ROAS\",\"Current\",\"Change\",\"Reason\";\"Search\",59766,0.29883,465.4431234,0.007787757645,0.003760248486,50000,9766,\"INTERIOR\";\"Content\",36269,0.181345,417.4345171,0.01150940244,0.003760334941,25000,11269,\"INTERIOR\";\"Social\",34362,0.17181,280.2333678,0.008155327625,0.003760337382,30000,4362,\"INTERIOR\";\"Events\",36903,0.184515,203.4221338,0.005512346796,0.00376026344,45000,-8097,\"INTERIOR\";\"Email\",14078,0.07039,186.0087407,0.01321272487,0.003760100583,10000,4078,\"INTERIOR\";\"Partner\",18622,0.09311,106.8605383,0.005738402873,0.003760309905,40000,-21378,\"INTERIOR\";\"TOTAL\",200000,1,1659.402421,0.008297012106,\"\",200000,0,\"\";\"Marginal response\",0.003760277964,\"\",\"\",\"\",\"\",\"\",\"\",\"\";\"Uplift %\",0.02761223763,\"\",\"\",\"\",\"\",\"\",\"\",\"\";\"Unspent\",0,\"\",\"\",\"\",\"\",\"\",\"\",\"\"}",
        because = "A month's 200,000: less for Events and Partner, more for Search and Content.")
@Example(
        formula =
                "=MPM.MIX.OPTIMIZE({\"Channel\",\"Beta\",\"K\";\"A\",1000,300;\"B\",800,200;\"C\",500,100}, 600, {0;0;150}, {200;\"\";\"\"}, , , , , , FALSE)",
        shows =
                "{\"A\",200,0.3333333333,400,2,1.2,\"\",\"\",\"UPPER BOUND\";\"B\",249,0.415,443.6525612,1.781737194,0.7936468569,\"\",\"\",\"INTERIOR\";\"C\",151,0.2516666667,300.7968127,1.992031873,0.7936381962,\"\",\"\",\"INTERIOR\";\"TOTAL\",600,1,1144.449374,1.907415623,\"\",\"\",\"\",\"\";\"Marginal response\",0.7936437514,\"\",\"\",\"\",\"\",\"\",\"\",\"\";\"Uplift %\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\";\"Unspent\",0,\"\",\"\",\"\",\"\",\"\",\"\",\"\"}",
        because = "A is held at its upper bound; the others share the rest.")
@Example(
        formula =
                "=MPM.MIX.OPTIMIZE({\"Channel\",\"Beta\",\"K\";\"A\",1000,300;\"B\",800,200}, 900, , , , \"TARGET\", , , 0, FALSE)",
        shows =
                "{\"A\",277,0.5562248996,480.0693241,1.733102253,0.9010930258,\"\",\"\",\"INTERIOR\";\"B\",221,0.4437751004,419.9524941,1.90023753,0.9027256673,\"\",\"\",\"INTERIOR\";\"TOTAL\",498,1,900.0218182,1.807272727,\"\",\"\",\"\",\"\";\"Marginal response\",0.9018256498,\"\",\"\",\"\",\"\",\"\",\"\",\"\";\"Uplift %\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\";\"Unspent\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\"}",
        because = "The least budget for 900 leads.")
@Example(
        formula = "=MPM.MIX.OPTIMIZE({\"Channel\",\"Beta\",\"K\";\"A\",1000,300}, 100, 200)",
        shows = "#NUM!",
        because = "The lower bound is more than the budget.")
public record MixOptimize(
        @Argument("The response curve of each channel, or the table of MIX.FIT.")
        Rows<Response> curves,

        @Argument("What may be spent in a period; for TARGET the response that is wanted.")
        double budget,

        @Argument(value = "The least spend of each channel, or one for all; left out or blank: 0.", refuses = TEXT)
        Optional<Series> lower,

        @Argument(
                value = "The most spend of each channel, or one for all; left out or blank: no limit.",
                refuses = TEXT)
        Optional<Series> upper,

        @Argument(value = "What each channel gets today, to compare.", refuses = TEXT)
        Optional<Series> current,

        @Argument(
                value =
                        "RESPONSE: the most for the budget. PROFIT: only spend that pays. TARGET: the least for a response.",
                otherwise = "RESPONSE")
        Objective objective,

        @Argument(value = "Money for a unit of response, above 0.", name = "value", otherwise = "1")
        double perResponse,

        @Argument("What the last unit of spend must return at least; the rest is left unspent.")
        Optional<Double> minRoas,

        @Argument(value = "Decimals of the spends, -6 to 8: 2 for cents, -3 for thousands.", otherwise = "2")
        int decimals)
        implements Analytics, Computed<Table<MixOptimize.Line>> {

    /** A budget left by no more than this part of it is spent. */
    private static final double BINDING = 1e-9;

    /** What is sought. */
    public enum Objective {
        RESPONSE,
        PROFIT,
        TARGET
    }

    /** A channel's curve. */
    public record Response(
            @Column(value = "Channel", meaning = "The channel; rows without one are passed over.")
            Cell channel,

            @Column(value = "Beta", meaning = "Ceiling of its response; rows without a number are passed over.")
            Cell beta,

            @Column(value = "K", meaning = "Half-saturation, on the scale of the adstock.")
            Cell k,

            @Column(value = "S", meaning = "Slope; blank is 1.", optional = true, otherwise = "1")
            Cell s,

            @Column(value = "Theta", meaning = "Carry-over; blank is 0.", optional = true, otherwise = "0")
            Cell theta) {}

    /** A channel's part. */
    public record Line(
            @Column(value = "Channel", meaning = "The channel, or TOTAL.")
            Cell channel,

            @Column(value = "Spend", meaning = "What it gets.")
            double spend,

            @Column(value = "Share", meaning = "Its part of the whole.")
            Cell share,

            @Column(value = "Response", meaning = "What it brings.")
            double response,

            @Column(value = "Average ROAS", meaning = "Money back for each unit of its spend.")
            Cell averageRoas,

            @Column(value = "Marginal ROAS", meaning = "Money back for its next unit of spend.")
            Cell marginalRoas,

            @Column(value = "Current", meaning = "What it gets today.")
            Cell current,

            @Column(value = "Change", meaning = "Spend less current.")
            Cell change,

            @Column(
                    value = "Reason",
                    meaning = "ZERO RESPONSE, LOWER BOUND or UPPER BOUND if one holds it there, else INTERIOR.")
            String reason) {}

    @Override
    public Table<Line> value() {
        List<Row<Response>> used = curves.stream()
                .filter(row -> !row.value().channel().isBlank() && row.value().beta() instanceof Cell.Numeric)
                .toList();
        List<Curved> curved = used.stream().map(Curved::of).toList();
        double[] least = bounds(lower, used.size(), "lower", 0);
        double[] most = bounds(upper, used.size(), "upper", Double.POSITIVE_INFINITY);
        Optional<double[]> today = current.map(given -> bounds(Optional.of(given), used.size(), "current", 0));
        if (used.isEmpty()) {
            throw CellError.NA.because("No row of curves has a Channel and a Beta: fill them in.");
        }
        List<Channel> channels = IntStream.range(0, used.size())
                .mapToObj(place -> curved.get(place).channel(least[place], most[place]))
                .toList();
        requireDomain(channels);
        Allocation best = objective == Objective.TARGET
                ? Allocation.ofResponse(channels, budget)
                : Allocation.ofBudget(channels, budget, worth());
        double[] spends = rounded(best, channels);
        return answer(used, channels, best, spends, today);
    }

    /** A curve as numbers; for steady spend the carry-over makes K smaller. */
    private record Curved(double beta, double k, double s) {

        static Curved of(Row<Response> row) {
            Response given = row.value();
            double beta = number(row, "Beta", given.beta());
            double k = number(row, "K", given.k());
            double s = number(row, "S", given.s());
            double theta = number(row, "Theta", given.theta());
            if (beta < 0 || !(k > 0) || !(s > 0) || !(theta >= 0 && theta < 1)) {
                throw row.refused(
                        CellError.NUM, "needs Beta of 0 or more, K and S above 0, and Theta from 0 to below 1.");
            }
            return new Curved(beta, k * (1 - theta), s);
        }

        private static double number(Row<Response> row, String column, Cell cell) {
            if (cell instanceof Cell.Numeric number) {
                return number.value();
            }
            throw row.refused(CellError.VALUE, "has no number in the column %s: fill it in.".formatted(column));
        }

        Channel channel(double lower, double upper) {
            return new Channel(Curve.HILL, beta, k, s, lower, upper);
        }
    }

    private static double[] bounds(Optional<Series> given, int channels, String name, double blank) {
        double[] bounds = new double[channels];
        Arrays.fill(bounds, blank);
        given.ifPresent(series -> {
            if (series.length() != 1 && series.length() != channels) {
                throw CellError.NA.because("The lengths differ: there are %d channels and %s has %d cells."
                        .formatted(channels, name, series.length()));
            }
            Arrays.setAll(bounds, place -> {
                double value = series.value(series.length() == 1 ? 0 : place);
                return Double.isNaN(value) ? blank : value;
            });
        });
        return bounds;
    }

    private void requireDomain(List<Channel> channels) {
        require(budget >= 0, "budget is 0 or more.");
        require(perResponse > 0, "value is the money for a unit of response: more than 0.");
        for (Channel channel : channels) {
            require(
                    channel.lower() >= 0 && channel.lower() <= channel.upper(),
                    "The bounds of a channel are 0 or more, and lower is not above upper.");
        }
        require(
                objective == Objective.TARGET
                        || Sums.of(channels.stream().mapToDouble(Channel::lower).toArray()) <= budget,
                "The lower bounds add up to more than the budget: lower one or raise the budget.");
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw CellError.NUM.because(sentence);
        }
    }

    /** The response that a unit of budget must bring to be spent. */
    private double worth() {
        double wanted = objective == Objective.PROFIT ? Math.max(minRoas.orElse(1.0), 1) : minRoas.orElse(0.0);
        return Math.max(0, wanted) / perResponse;
    }

    /** Whoever is at a bound keeps it; the others share their rounded total, so that it is met and the budget kept. */
    private double[] rounded(Allocation best, List<Channel> channels) {
        double[] spends = best.spends();
        int[] inner = IntStream.range(0, spends.length)
                .filter(place -> !best.isAtLower(place) && !best.isAtUpper(place))
                .toArray();
        for (int place = 0; place < spends.length; place++) {
            Channel channel = channels.get(place);
            spends[place] =
                    best.isAtLower(place) ? channel.lower() : best.isAtUpper(place) ? channel.upper() : spends[place];
        }
        if (inner.length == 0) {
            return spends;
        }
        Quantum quantum = new Quantum(decimals);
        BigDecimal bound = IntStream.range(0, spends.length)
                .filter(place -> best.isAtLower(place) || best.isAtUpper(place))
                .mapToObj(place -> ShortestDecimal.of(spends[place]))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal together = BigDecimal.valueOf(
                Sums.of(IntStream.of(inner).mapToDouble(place -> spends[place]).toArray()));
        BigDecimal total = objective == Objective.TARGET
                ? together.setScale(decimals, RoundingMode.UP)
                : quantum.rounded(together);
        BigDecimal allowed = ShortestDecimal.of(budget).subtract(bound);
        if (objective != Objective.TARGET && total.compareTo(allowed) > 0) {
            total = allowed.setScale(decimals, RoundingMode.FLOOR);
        }
        List<BigDecimal> parts = new ArrayList<>();
        Apportionment.cascade(
                        total,
                        IntStream.of(inner)
                                .mapToObj(place -> Unit.of(spends[place], Double.NaN, Double.NaN, Double.NaN))
                                .toList(),
                        quantum)
                .forEach(part -> parts.add(Optional.ofNullable(part).orElseThrow()));
        for (int place = 0; place < inner.length; place++) {
            spends[inner[place]] = parts.get(place).doubleValue();
        }
        return spends;
    }

    private Table<Line> answer(
            List<Row<Response>> used,
            List<Channel> channels,
            Allocation best,
            double[] spends,
            Optional<double[]> today) {
        double total = Sums.of(spends);
        double[] responses = IntStream.range(0, spends.length)
                .mapToDouble(place -> channels.get(place).response(spends[place]))
                .toArray();
        double response = Sums.of(responses);
        List<Line> lines = new ArrayList<>();
        for (int place = 0; place < spends.length; place++) {
            int own = place;
            double marginal = channels.get(place).marginal(spends[place]);
            lines.add(new Line(
                    used.get(place).value().channel(),
                    spends[place],
                    share(spends[place], total),
                    responses[place],
                    roas(responses[place], spends[place]),
                    Double.isInfinite(marginal) ? Cell.blank() : Cell.of(perResponse * marginal),
                    today.map(each -> Cell.of(each[own])).orElse(Cell.blank()),
                    today.map(each -> Cell.of(spends[own] - each[own])).orElse(Cell.blank()),
                    reason(best, channels.get(place), place)));
        }
        lines.add(new Line(
                Cell.of("TOTAL"),
                total,
                share(total, total),
                response,
                roas(response, total),
                Cell.blank(),
                today.map(each -> Cell.of(Sums.of(each))).orElse(Cell.blank()),
                today.map(each -> Cell.of(total - Sums.of(each))).orElse(Cell.blank()),
                ""));
        return Table.of(Line.class, lines)
                .footer("Marginal response", marginal(best))
                .footer(
                        "Uplift %",
                        today.map(each -> uplift(channels, each, response)).orElse(Cell.blank()))
                .footer("Unspent", objective == Objective.TARGET ? Cell.blank() : Cell.of(budget - total));
    }

    /** What one more unit of budget would bring: nothing where the budget does not bind. */
    private double marginal(Allocation best) {
        double spent = Sums.of(best.spends());
        if (objective == Objective.TARGET) {
            return best.response() > budget * (1 + BINDING) ? 0 : best.marginal();
        } else if (budget - spent <= BINDING * budget) {
            return best.marginal();
        }
        return objective == Objective.PROFIT ? worth() : 0;
    }

    private static String reason(Allocation best, Channel channel, int place) {
        if (channel.beta() == 0) {
            return "ZERO RESPONSE";
        } else if (best.isAtLower(place)) {
            return "LOWER BOUND";
        }
        return best.isAtUpper(place) ? "UPPER BOUND" : "INTERIOR";
    }

    private static Cell share(double spend, double total) {
        return total == 0
                ? Cell.of(CellError.DIV0.because("Nothing is spent, so there is nothing to have a share of."))
                : Cell.of(spend / total);
    }

    private Cell roas(double response, double spend) {
        return spend == 0 ? Cell.blank() : Cell.of(perResponse * response / spend);
    }

    private static Cell uplift(List<Channel> channels, double[] today, double response) {
        double now = Sums.of(IntStream.range(0, today.length)
                .mapToDouble(place -> channels.get(place).response(today[place]))
                .toArray());
        return now == 0
                ? Cell.of(CellError.DIV0.because("What is spent today brings nothing, so there is no percent of it."))
                : Cell.of(response / now - 1);
    }
}
