package mpm.functions.accountability;

import static mpm.catalogue.Stage.MEASURE;

import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.CellError;
import mpm.link.Direction;

@WorksheetFunction(
        name = "VARIANCE.FLAG",
        question = "Is the variance worth talking about?",
        stage = MEASURE,
        method = "The variance is held against a threshold in units, one in percent, or both. Exactly on a "
                + "threshold is not beyond it.",
        caution = "Materiality is a threshold for reports, not significance: it does not know what varies anyway.",
        related = {"VARIANCE", "SCORECARD"})
@Example(
        formula = "=MPM.VARIANCE.FLAG({9420;10600;10150}, 10133, , 300, 0.05)",
        shows = "{\"U\";\"F\";\"–\"}",
        because = "Worth a word beyond 300 leads or 5 %.")
@Example(
        formula = "=MPM.VARIANCE.FLAG(105, 100, , 0, 0.05)",
        shows = "\"–\"",
        because = "Exactly on the threshold is not beyond it.")
@Example(formula = "=MPM.VARIANCE.FLAG(1, 2, , -1)", shows = "#NUM!", because = "A threshold is a size.")
public record VarianceFlag(
        @Argument(value = "What happened.", each = true) double actual,

        @Argument(value = "What was planned for the same time.", each = true)
        double plan,

        @Argument(
                value = "HIGHER, LOWER or TARGET is better, or the id of a metric that says it.",
                each = true,
                otherwise = "HIGHER")
        Direction direction,

        @Argument(value = "The amount beyond which a variance is material; 0 for none.", otherwise = "0")
        double abs,

        @Argument(value = "The share of plan beyond which it is; 0 for none.", otherwise = "0")
        double pct,

        @Argument(value = "EITHER: one threshold passed is enough. BOTH: all that are set.", otherwise = "EITHER")
        Rule rule)
        implements Accountability, Computed<String> {

    private static final double TOLERANCE = 1e-12;

    /** How two thresholds count together. */
    public enum Rule {
        EITHER,
        BOTH
    }

    @Override
    public String value() {
        if (abs < 0 || pct < 0) {
            throw CellError.NUM.because("abs and pct are sizes: give 0 or more.");
        }
        double variance = direction.favourable(actual, plan);
        if (!isMaterial(Math.abs(variance))) {
            return "–";
        }
        return variance > 0 ? "F" : "U";
    }

    private boolean isMaterial(double size) {
        double rounding = TOLERANCE * Math.max(1, Math.max(Math.abs(actual), Math.abs(plan)));
        boolean isBeyondAbs = size - abs > rounding;
        boolean isBeyondPct = plan == 0 ? size > rounding : size / Math.abs(plan) - pct > TOLERANCE;
        if (abs == 0 && pct == 0) {
            return size > rounding;
        } else if (abs == 0 || pct == 0) {
            return abs == 0 ? isBeyondPct : isBeyondAbs;
        }
        return rule == Rule.EITHER ? isBeyondAbs || isBeyondPct : isBeyondAbs && isBeyondPct;
    }
}
