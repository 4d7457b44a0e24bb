package mpm.functions.alliances;

import static mpm.catalogue.Stage.PLAN;

import java.math.BigDecimal;
import java.math.MathContext;
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
import mpm.cell.Column;
import mpm.cell.ShortestDecimal;
import mpm.cell.Table;
import mpm.method.apportionment.Apportionment;
import mpm.method.apportionment.Quantum;
import mpm.method.apportionment.Unit;
import org.jspecify.annotations.Nullable;

@WorksheetFunction(
        name = "COOP.SHARE",
        question = "How should a joint result, budget or credit be divided fairly?",
        stage = PLAN,
        caution = "It is fair given the values entered: a coalition that is not listed is assumed to add nothing.",
        method =
                "SHAPLEY: the mean of what a partner adds over all orders of joining, in exact fractions; amounts add up to the"
                        + " total to the cent (largest remainders).",
        source = "Shapley, A Value for n-Person Games, 1953.",
        related = {"PARTNER.ROI", "CASCADE"})
@Example(
        formula =
                "=MPM.COOP.SHARE({\"Members\",\"Value\";\"A\",10;\"B\",20;\"C\",5;\"A+B\",45;\"A+C\",18;\"B+C\",27;\"A+B+C\",60})",
        shows = "{\"Partner\",\"Value\",\"Share\",\"Amount\";\"A\",20.6666666667,0.3444444444,20.67;"
                + "\"B\",30.1666666667,0.5027777778,30.17;\"C\",9.1666666667,0.1527777778,9.16}",
        because = "Alone B brings most, and together with A more than both alone.")
@Example(
        formula = "=MPM.COOP.SHARE({3;2;1}, \"PROPORTIONAL\", 1000, , FALSE)",
        shows = "{\"1\",3,0.5,500;\"2\",2,0.3333333333,333.33;\"3\",1,0.1666666667,166.67}",
        because = "Contributions that simply add up, dividing a budget of 1,000.")
@Example(
        formula = "=MPM.COOP.SHARE({\"Members\",\"Value\";\"A+B\",60;\"B+A\",50})",
        shows = "#VALUE!",
        because = "One coalition has two values.")
public record CoopShare(
        @Argument(
                "What each coalition achieves (columns Members, as A+B, and Value), or one contribution for each partner.")
        Coalitions coalitions,

        @Argument(
                value = "SHAPLEY: by what each adds. PROPORTIONAL: to what each achieves alone. EQUAL: alike.",
                otherwise = "SHAPLEY")
        Method method,

        @Argument("What is to be divided; left out, what all achieve together.")
        Optional<Double> total,

        @Argument(value = "Decimals of the amounts, -6 to 8: 2 for cents.", otherwise = "2")
        int decimals)
        implements Alliances, Computed<Table<CoopShare.Line>> {

    /** What is fair. */
    public enum Method {
        SHAPLEY {
            @Override
            List<BigDecimal> weights(Game game) {
                return game.shapleyNumerators();
            }
        },
        PROPORTIONAL {
            @Override
            List<BigDecimal> weights(Game game) {
                List<BigDecimal> alone = game.alone();
                if (alone.stream().anyMatch(each -> each.signum() < 0)) {
                    throw CellError.NUM.because(
                            "A partner alone achieves less than 0: PROPORTIONAL cannot divide by that.");
                }
                return alone;
            }
        },
        EQUAL {
            @Override
            List<BigDecimal> weights(Game game) {
                return game.partners().stream().map(partner -> BigDecimal.ONE).toList();
            }
        };

        /** In proportion to which the partners share. */
        abstract List<BigDecimal> weights(Game game);
    }

    /** A partner. */
    public record Line(
            @Column(value = "Partner", meaning = "Who shares.")
            String partner,

            @Column(value = "Value", meaning = "Its part of what all achieve together, not rounded.")
            Cell value,

            @Column(value = "Share", meaning = "The same as a fraction.")
            Cell share,

            @Column(value = "Amount", meaning = "Its part of the total; the amounts add up to it.")
            Cell amount) {}

    @Override
    public Table<Line> value() {
        Game game = Game.of(coalitions.cells());
        Quantum quantum = new Quantum(decimals);
        BigDecimal together = game.together();
        List<BigDecimal> weights = method.weights(game);
        BigDecimal sum = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal divided = quantum.rounded(total.map(ShortestDecimal::of).orElse(together));
        List<Cell> amounts = amounts(weights, sum, divided, quantum);
        List<Line> lines = new ArrayList<>();
        for (int place = 0; place < weights.size(); place++) {
            BigDecimal weight = weights.get(place);
            lines.add(new Line(
                    game.partners().get(place),
                    method == Method.SHAPLEY
                            ? quotient(weight, game.shapleyDenominator())
                            : quotient(weight.multiply(together), sum),
                    quotient(weight, sum),
                    amounts.get(place)));
        }
        return Table.of(Line.class, lines);
    }

    private static List<Cell> amounts(List<BigDecimal> weights, BigDecimal sum, BigDecimal divided, Quantum quantum) {
        Cell[] amounts = new Cell[weights.size()];
        if (weights.stream().anyMatch(weight -> weight.signum() < 0)) {
            Arrays.fill(
                    amounts,
                    Cell.of(
                            CellError.NUM.because(
                                    "A partner's value is below 0, so the total cannot be divided: look at Value, or choose EQUAL.")));
        } else if (sum.signum() == 0) {
            Arrays.fill(amounts, quotient(sum, sum));
        } else {
            List<@Nullable BigDecimal> parts = Apportionment.cascade(
                    divided, weights.stream().map(Unit::weighing).toList(), quantum);
            Arrays.setAll(amounts, place -> {
                BigDecimal part = parts.get(place);
                return part == null ? Cell.blank() : Cell.of(part.doubleValue());
            });
        }
        return List.of(amounts);
    }

    private static Cell quotient(BigDecimal above, BigDecimal below) {
        return below.signum() == 0
                ? Cell.of(CellError.DIV0.because("The values add up to 0, so there are no shares."))
                : Cell.of(above.divide(below, MathContext.DECIMAL128).doubleValue());
    }
}
