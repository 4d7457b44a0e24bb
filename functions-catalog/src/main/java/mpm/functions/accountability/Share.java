package mpm.functions.accountability;

import static mpm.catalogue.Stage.MEASURE;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.Answer;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.Grid;
import mpm.method.statistics.Sums;

@WorksheetFunction(
        name = "SHARE",
        question = "How big are we in the market, and how concentrated is it?",
        stage = MEASURE,
        method = "Own divided by the total, or by the largest competitor; the sum of squared shares (HHI) or "
                + "their entropy for the whole market.",
        source = "Herfindahl, 1950; Hirschman, 1945; Shannon, 1948.",
        caution = "A share is as good as the market's boundary: draw it where customers compare.",
        related = "SCORECARD")
@Example(formula = "=MPM.SHARE({30;28}, {120;100})", shows = "{0.25;0.28}")
@Example(
        formula = "=MPM.SHARE(30, {40;20}, \"RELATIVE\")",
        shows = "0.75",
        because = "Three quarters of the largest competitor.")
@Example(
        formula = "=MPM.SHARE(0.5, {0.3,0.2}, \"HHI\")",
        shows = "0.38",
        because = "Herfindahl and Hirschman's index: 1 is a monopoly.")
@Example(formula = "=MPM.SHARE(30, 0)", shows = "#DIV/0!", because = "Without a market there is no share of it.")
public record Share(
        @Argument(value = "Our own sales; may be blank for HHI and ENTROPY.", mayBeBlank = true, keepsErrors = true)
        Optional<Grid> own,

        @Argument(
                value = "MARKET: the whole market. Otherwise the competitors, one a cell.",
                mayBeBlank = true,
                keepsErrors = true)
        Optional<Grid> total,

        @Argument(
                value =
                        "MARKET: our share. RELATIVE: beside the largest competitor. HHI and ENTROPY: how concentrated, and"
                                + " how even, the market is, 0 to 1.",
                otherwise = "MARKET")
        Output output)
        implements Accountability, Computed<Answer> {

    /** What is wanted. */
    public enum Output {
        MARKET,
        RELATIVE,
        HHI,
        ENTROPY
    }

    @Override
    public Answer value() {
        return switch (output) {
            case MARKET -> new TwoRanges(given(own, "own"), given(total, "total")).each(Share::ratio);
            case RELATIVE -> Cell.of(relative());
            case HHI ->
                Cell.of(Arrays.stream(shares()).map(share -> share * share).sum());
            case ENTROPY -> Cell.of(entropy());
        };
    }

    private double relative() {
        Grid ours = given(own, "own");
        if (!ours.isSingle()) {
            throw CellError.VALUE.because("own is a range, but RELATIVE compares one figure.");
        }
        double[] competitors = amounts(given(total, "total"));
        double mine = TwoRanges.number(ours.cell(0));
        requireAmounts(competitors);
        requireAmounts(mine);
        return ratio(mine, Arrays.stream(competitors).max().orElseThrow());
    }

    /** Evenness: Shannon's entropy as a part of what equal shares would have. */
    private double entropy() {
        double[] shares = shares();
        double sum = Sums.of(Arrays.stream(shares)
                .map(share -> share == 0 ? 0 : share * StrictMath.log(share))
                .toArray());
        return ratio(-sum, StrictMath.log(shares.length));
    }

    private double[] shares() {
        double[] amounts =
                amounts(Stream.of(own, total).flatMap(Optional::stream).toArray(Grid[]::new));
        requireAmounts(amounts);
        double all = Sums.of(amounts);
        return Arrays.stream(amounts).map(amount -> ratio(amount, all)).toArray();
    }

    private static double[] amounts(Grid... ranges) {
        Stream.of(ranges).forEach(TwoRanges::requireNoError);
        double[] amounts = Stream.of(ranges)
                .flatMap(Grid::cells)
                .flatMapToDouble(cell ->
                        cell instanceof Cell.Numeric number ? DoubleStream.of(number.value()) : DoubleStream.empty())
                .toArray();
        if (amounts.length == 0) {
            throw CellError.NA.because("There is no number: give the sales of the market.");
        }
        return amounts;
    }

    private static void requireAmounts(double... amounts) {
        if (Arrays.stream(amounts).anyMatch(amount -> amount < 0)) {
            throw CellError.NUM.because("An amount is below 0: sales in a market are 0 or more.");
        }
    }

    private static Grid given(Optional<Grid> range, String name) {
        return range.orElseThrow(() -> CellError.NA.because("%s is blank: give it a value.".formatted(name)));
    }

    private static double ratio(double part, double whole) {
        if (whole == 0) {
            throw CellError.DIV0.because("The market is 0, so there is no share of it.");
        }
        return part / whole;
    }
}
