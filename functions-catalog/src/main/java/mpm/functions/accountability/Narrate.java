package mpm.functions.accountability;

import static mpm.catalogue.Stage.EXECUTE;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.ShortestDecimal;
import mpm.link.Direction;

@WorksheetFunction(
        name = "NARRATE",
        question = "How does one say it in one sentence?",
        stage = EXECUTE,
        method = "One sentence put together from the figures by fixed rules of rounding and wording; nothing "
                + "is guessed.",
        caution = "It describes; it never says because.",
        related = {"SCORECARD", "VARIANCE"})
@Example(
        formula = "=MPM.NARRATE(\"Leads\", 9420, 10133, , 8750, \"NORMAL\")",
        shows = "\"Leads: 9,420, 7% below plan (10,133), unfavourable; up 7.7% on prior (8,750);"
                + " within normal variation.\"")
@Example(
        formula = "=MPM.NARRATE(\"Cost per lead\", 155, 150, \"LOWER\", , , \"en\", \"SPEAK\")",
        shows = "\"Cost per lead is at 155, about 3 percent behind plan.\"",
        because = "For reading aloud: round figures and no brackets.")
@Example(formula = "=MPM.NARRATE(\"Retention\", , 0.92)", shows = "\"Retention: no actual yet.\"")
@Example(
        formula = "=MPM.NARRATE(\"Leads\", 9420, 10133, , , , \"de\")",
        shows = "#VALUE!",
        because = "It speaks English only.")
public record Narrate(
        @Argument("What is measured, as the sentence shall name it.")
        String metric,

        @Argument(value = "What happened; blank while it is not known.", mayBeBlank = true)
        Optional<Double> actual,

        @Argument(value = "What was planned; blank if nothing was.", mayBeBlank = true)
        Optional<Double> plan,

        @Argument(
                value = "HIGHER, LOWER or TARGET is better, or the id of a metric that says it.",
                otherwise = "HIGHER")
        Direction direction,

        @Argument("What happened in the period before.") Optional<Double> prior,

        @Argument("Whether it is out of the ordinary: a result of SIGNAL.")
        Optional<Signal> signal,

        @Argument(value = "The language: en.", otherwise = "en")
        Language lang,

        @Argument(value = "TEXT for reading, SPEAK for reading aloud.", otherwise = "TEXT")
        Style style)
        implements Accountability, Computed<String> {

    /** What SIGNAL says of a value. */
    public enum Signal {
        BETTER("better than normal variation"),
        WORSE("worse than normal variation"),
        HIGH("above normal variation"),
        LOW("below normal variation"),
        NORMAL("within normal variation");

        private final String phrase;

        Signal(String phrase) {
            this.phrase = phrase;
        }
    }

    /** The languages it speaks. */
    public enum Language {
        EN
    }

    /** For the eye or for the ear. */
    public enum Style {
        TEXT,
        SPEAK
    }

    @Override
    public String value() {
        if (actual.isEmpty()) {
            return metric + ": no actual yet.";
        }
        double happened = actual.get();
        return style == Style.TEXT
                ? metric
                        + ": "
                        + number(happened)
                        + plan.map(planned -> text(happened, planned)).orElse(", no plan")
                        + prior.map(before -> textOnPrior(happened, before)).orElse("")
                        + signal.map(each -> "; " + each.phrase).orElse("")
                        + "."
                : metric
                        + " is at "
                        + spoken(happened)
                        + plan.map(planned -> speech(happened, planned)).orElse(", no plan")
                        + prior.map(before -> speechOnPrior(happened, before)).orElse("")
                        + signal.map(each -> ", " + each.phrase).orElse("")
                        + ".";
    }

    private String text(double happened, double planned) {
        String judgement = isFavourable(happened, planned) ? "favourable" : "unfavourable";
        if (planned == 0 && happened != 0) {
            return ", plan 0, " + judgement;
        }
        String percent = percent(happened, planned, 1);
        return percent.equals("0")
                ? ", on plan (%s)".formatted(number(planned))
                : ", %s%% %s plan (%s), %s"
                        .formatted(percent, happened > planned ? "above" : "below", number(planned), judgement);
    }

    private static String textOnPrior(double happened, double before) {
        if (before == 0 && happened != 0) {
            return "; prior 0";
        }
        String percent = percent(happened, before, 1);
        return percent.equals("0")
                ? "; unchanged on prior (%s)".formatted(number(before))
                : "; %s %s%% on prior (%s)".formatted(happened > before ? "up" : "down", percent, number(before));
    }

    private String speech(double happened, double planned) {
        if (planned == 0 && happened != 0) {
            return ", plan 0";
        }
        String percent = percent(happened, planned, 0);
        if (percent.equals("0")) {
            return ", on plan";
        }
        String place = direction == Direction.TARGET ? "off" : isFavourable(happened, planned) ? "ahead of" : "behind";
        return ", about %s percent %s plan".formatted(percent, place);
    }

    private static String speechOnPrior(double happened, double before) {
        if (before == 0 && happened != 0) {
            return ", prior 0";
        }
        String percent = percent(happened, before, 0);
        return percent.equals("0")
                ? ", unchanged on prior"
                : ", %s about %s percent on prior".formatted(happened > before ? "up" : "down", percent);
    }

    private boolean isFavourable(double happened, double planned) {
        return direction.favourable(happened, planned) > 0;
    }

    /** The distance of a value from another as percent of it, without a sign. */
    private static String percent(double value, double reference, int decimals) {
        double share = value == reference ? 0 : Math.abs((value - reference) / reference);
        return rounded(ShortestDecimal.of(100 * share), decimals).toPlainString();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%,.10f", rounded(value)).replaceAll("\\.?0+$", "");
    }

    private static BigDecimal rounded(double value) {
        double size = Math.abs(value);
        return rounded(ShortestDecimal.of(value), size >= 1000 ? 0 : size >= 100 ? 1 : size >= 1 ? 2 : 4);
    }

    private static BigDecimal rounded(BigDecimal value, int decimals) {
        BigDecimal rounded = value.setScale(decimals, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    private static String spoken(double value) {
        double size = Math.abs(value);
        if (size >= 1e9) {
            return spoken(value, 9, " billion");
        } else if (size >= 1e6) {
            return spoken(value, 6, " million");
        } else if (size >= 1e4) {
            return spoken(value, 3, " thousand");
        }
        return rounded(value).toPlainString();
    }

    private static String spoken(double value, int zeros, String unit) {
        return rounded(ShortestDecimal.of(value).movePointLeft(zeros), 1).toPlainString() + unit;
    }
}
