package mpm.functions.datalink;

import static mpm.catalogue.Stage.MEASURE;

import mpm.catalogue.Argument;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;
import mpm.link.Found;
import mpm.plan.CurrencyCode;
import mpm.plan.PeriodAddress;
import mpm.plan.PlanView;
import mpm.plan.Rate;

@WorksheetFunction(
        name = "FXRATE",
        question = "Which exchange rate does finance use?",
        stage = MEASURE,
        method =
                "The stored rate, or the inverse of the opposite one, or the way through the group's currency. Over several"
                        + " periods AVERAGE and BUDGET are the mean of all, CLOSING and SPOT the rate of the last.",
        caution =
                "A plan converted at the average rate mixes what the unit did with what the currency did: compare at BUDGET.",
        related = {"GET", "PVM"})
@Example(
        formula = "=MPM.FXRATE(\"USD\", \"EUR\", \"FY2027-P03\")",
        shows = "0.92",
        because = "One dollar is 0.92 euro.")
@Example(
        formula = "=MPM.FXRATE(\"EUR\", \"USD\", \"FY2027\", \"BUDGET\")",
        shows = "1.11111111111111",
        because = "Stored is the opposite rate, 0.90.")
@Example(
        formula = "=MPM.FXRATE(\"CHF\", \"EUR\", \"FY2027-P03\")",
        shows = "#N/A",
        because = "No rate of the Swiss franc is stored.")
@Example(
        formula = "=MPM.FXRATE(\"US\", \"EUR\", \"FY2027-P03\")",
        shows = "#VALUE!",
        because = "A currency has three letters.")
public record Fxrate(
        @Argument("The currency of which there is one unit, such as USD.")
        CurrencyCode from,

        @Argument("The currency in which it is expressed, such as EUR.")
        CurrencyCode to,

        @Argument("FY2027, FY2027-Q1, FY2027-P03, 2027-03, YTD: or LTM: before one of them, or a date.")
        PeriodAddress period,

        @Argument(
                value = "AVERAGE for flows, CLOSING for balances, BUDGET for constant currency, SPOT as stored.",
                otherwise = "AVERAGE")
        Rate.Type rate)
        implements DataLink, ReadsPlan<Double> {

    @Override
    public Double value(PlanView plan, Found found) {
        return plan.rates()
                .rate(plan.rates().known(from), plan.rates().known(to), plan.span(period), rate)
                .doubleValue();
    }
}
