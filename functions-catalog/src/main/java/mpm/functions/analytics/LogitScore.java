package mpm.functions.analytics;

import static mpm.catalogue.Stage.MEASURE;

import java.util.ArrayList;
import java.util.List;
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
import mpm.cell.Shape;
import mpm.cell.Spill;
import mpm.method.logistic.LogisticFit;

@WorksheetFunction(
        name = "LOGIT.SCORE",
        question = "How likely is each lead to buy?",
        stage = MEASURE,
        method =
                "The coefficients times the factors add up to the logarithm of the odds, which is turned into a probability.",
        caution =
                "As likely as leads like these were when the coefficients were fitted: fit them again as the market moves.",
        related = {"LOGIT.FIT", "LOGIT.EVAL"})
@Example(
        formula =
                "=MPM.LOGIT.SCORE({\"Visits\";1;3;\"\"}, {\"Term\",\"Coef\";\"(Intercept)\",-2.615365;\"Visits\",0.872239})",
        shows = "{0.1489163096;0.5003379999;#N/A}",
        because = "Three visits make an even chance; without the number there is none to tell.")
@Example(
        formula = "=MPM.LOGIT.SCORE({\"visits\";0}, {\"Term\",\"Coef\";\"Visits\",0.9;\"LogLik\",-5.4;\"n\",10})",
        shows = "0.5",
        because = "The table of LOGIT.FIT may be given whole: reading stops at LogLik.")
@Example(
        formula = "=MPM.LOGIT.SCORE({\"Visits\";1}, {\"Term\",\"Coef\";\"Calls\",1})",
        shows = "#VALUE!",
        because = "The leads have no column Calls.")
public record LogitScore(
        @Argument("A column for each factor, a row for each lead.")
        NumberTable drivers,

        @Argument("The coefficient of each factor, as LOGIT.FIT gives them.")
        Rows<Coefficient> coefs)
        implements Analytics, Computed<Spill> {

    /** A coefficient. */
    public record Coefficient(
            @Column(value = "Term", meaning = "The factor, or (Intercept); reading stops at LogLik.")
            Cell term,

            @Column(value = "Coef", meaning = "What a unit of it adds to the logarithm of the odds.")
            Cell coefficient) {}

    /** What a factor of the leads adds. */
    private record Weighted(Series values, double coefficient) {}

    @Override
    public Spill value() {
        double intercept = 0;
        List<Weighted> weighted = new ArrayList<>();
        for (Row<Coefficient> row : coefs) {
            String term = row.value().term().shown().strip();
            if (term.equalsIgnoreCase("LogLik")) {
                break;
            }
            if (!(row.value().coefficient() instanceof Cell.Numeric number)) {
                throw row.refused(CellError.VALUE, "of coefs has no number in the column Coef: fill it in.");
            }
            if (term.equalsIgnoreCase("(Intercept)")) {
                intercept = number.value();
            } else {
                weighted.add(new Weighted(driver(row, term), number.value()));
            }
        }
        double start = intercept;
        return Spill.of(new Shape(drivers.rows(), 1), lead -> probability(start, weighted, lead));
    }

    private Series driver(Row<Coefficient> row, String term) {
        return drivers.columns().stream()
                .filter(driver -> driver.caption().equalsIgnoreCase(term))
                .map(NumberTable.Named::values)
                .findFirst()
                .orElseThrow(() -> row.refused(
                        CellError.VALUE, "of coefs names “%s”, but drivers has no such column.".formatted(term)));
    }

    private static Cell probability(double intercept, List<Weighted> weighted, int lead) {
        double logOdds = intercept;
        for (Weighted each : weighted) {
            if (each.values().isGap(lead)) {
                return Cell.of(CellError.NA.because("A factor of this lead is not known: fill it in."));
            }
            logOdds += each.coefficient() * each.values().value(lead);
        }
        return Cell.of(LogisticFit.probability(logOdds));
    }
}
