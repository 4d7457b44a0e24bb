package mpm.functions.alignment;

import static mpm.catalogue.Content.BLANK;
import static mpm.catalogue.Content.LOGICAL;
import static mpm.catalogue.Stage.MEASURE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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

/**
 * The logarithmic mean Divisia index, LMDI-I, additive.
 *
 * <p>Source: B. W. Ang, <i>Energy Policy</i> 33 (2005) 867–871.
 */
@WorksheetFunction(
        name = "CONTRIBUTION",
        question = "How much of the change in revenue came from each driver?",
        stage = MEASURE,
        method = "The logarithmic mean divides the change of a product among its factors without a remainder.",
        source = "Ang, Energy Policy 33, 2005, 867–871.",
        caution = "This is arithmetic, not causes; no interaction term remains.",
        related = "FUNNEL")
@Example(
        formula = "=MPM.CONTRIBUTION({1000,0.05,200}, {1200,0.04,210}, {\"Leads\",\"Win rate\",\"Deal size\"})",
        shows = "{\"Driver\",\"Before\",\"After\",\"Contribution\",\"Share\";"
                + "\"Leads\",1000,1200,1830.498745,22.88123431;\"Win rate\",0.05,0.04,-2240.349402,-28.00436752;"
                + "\"Deal size\",200,210,489.8506565,6.123133206;\"TOTAL\",10000,10080,80,1}",
        because = "Revenue rose by 80 only: more leads and larger deals made up for the lower win rate.")
@Example(
        formula = "=MPM.CONTRIBUTION({10;2}, {20;1}, , FALSE)",
        shows = "{\"Driver 1\",10,20,13.86294361,\"\";\"Driver 2\",2,1,-13.86294361,\"\";\"TOTAL\",20,20,0,\"\"}",
        because = "Where the total does not change there is no share of the change.")
@Example(
        formula = "=MPM.CONTRIBUTION({1000,0.05}, {1200,0})",
        shows = "#NUM!",
        because = "A factor of 0 leaves nothing to explain.")
public record Contribution(
        @Argument(
                value = "The factors of the product before, such as leads, win rate and deal size, all above 0.",
                refuses = {BLANK, LOGICAL})
        Series before,

        @Argument(
                value = "The same factors after.",
                refuses = {BLANK, LOGICAL})
        Series after,

        @Argument("The names of the factors; blank for Driver 1, 2 and so on.")
        Optional<CellSeries> names)
        implements Alignment, Computed<Table<Contribution.Line>> {

    /** A change of the product that only rounding explains, as a share of it. */
    private static final double ROUNDING = 1e-14;

    /** A factor. */
    public record Line(
            @Column(value = "Driver", meaning = "The factor, or TOTAL.")
            Cell driver,

            @Column(value = "Before", meaning = "What it was; of TOTAL the product.")
            double before,

            @Column(value = "After", meaning = "What it is; of TOTAL the product.")
            double after,

            @Column(value = "Contribution", meaning = "What it adds to the change of the product.")
            double contribution,

            @Column(value = "Share", meaning = "Its part of the change; blank where the product does not change.")
            Cell share) {}

    @Override
    public Table<Line> value() {
        Lengths.requireSame("before", before.length(), "after", after.length());
        names.ifPresent(given -> Lengths.requireSame("before", before.length(), "names", given.count()));
        double from = product(before, "before");
        double to = product(after, "after");
        double change = Math.abs(to - from) <= ROUNDING * Math.max(from, to) ? 0 : to - from;
        double mean = change == 0 ? from : change / growth(from, to);
        List<Line> lines = new ArrayList<>();
        for (int place = 0; place < before.length(); place++) {
            double contribution = mean * growth(before.value(place), after.value(place));
            lines.add(new Line(
                    name(place),
                    before.value(place),
                    after.value(place),
                    contribution,
                    change == 0 ? Cell.blank() : Cell.of(contribution / change)));
        }
        lines.add(new Line(Cell.of("TOTAL"), from, to, change, change == 0 ? Cell.blank() : Cell.of(1)));
        return Table.of(Line.class, lines);
    }

    /** The logarithm of after over before, right in its digits also where they hardly differ. */
    private static double growth(double before, double after) {
        double change = (after - before) / before;
        return Math.abs(change) < .5 ? StrictMath.log1p(change) : StrictMath.log(after) - StrictMath.log(before);
    }

    private static double product(Series factors, String name) {
        if (Arrays.stream(factors.values()).anyMatch(factor -> factor <= 0)) {
            throw CellError.NUM.because("A factor of %s is not above 0.".formatted(name));
        }
        double product = Arrays.stream(factors.values()).reduce(1, (one, other) -> one * other);
        if (product == 0 || Double.isInfinite(product)) {
            throw CellError.NUM.because("The product of %s is too small or too large to compute.".formatted(name));
        }
        return product;
    }

    private Cell name(int place) {
        return names.map(given -> given.cells().get(place))
                .filter(name -> !name.isBlank())
                .orElse(Cell.of("Driver " + (place + 1)));
    }
}
