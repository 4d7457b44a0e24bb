package mpm.functions.datalink;

import static mpm.catalogue.Stage.MEASURE;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mpm.catalogue.Argument;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.Column;
import mpm.cell.Table;
import mpm.link.Found;
import mpm.link.Need;
import mpm.plan.Figures;
import mpm.plan.Metric;
import mpm.plan.PeriodAddress;
import mpm.plan.Place;
import mpm.plan.PlanView;
import mpm.plan.SourceLine;
import mpm.plan.StoredFigures;
import mpm.plan.StoredLines;
import mpm.plan.TargetCurrency;
import mpm.plan.Valuation;

@WorksheetFunction(
        name = "DRILL",
        question = "Which ledger lines are behind a figure?",
        stage = MEASURE,
        method =
                "The lines mapped to the units and periods of the address; each amount is converted to the unit's currency and rounded"
                        + " to 4 decimals.",
        caution = "Lines that nobody has mapped yet are not here, nor in the figure.",
        related = {"GET", "AUDIT", "RECONCILE"})
@Example(
        formula = "=MPM.DRILL(\"MKT_SPEND\", \"PARTNER_EMEA\", \"FY2027-P08\", \"ACTUAL\")",
        shows = "{\"Source\",\"Document\",\"Date\",\"Account\",\"Description\",\"Amount\",\"Currency\",\"Rate\","
                + "\"Base amount\";\"Ledger\",\"INV-2207\",46423,\"6610\",\"Kestrel / Spring show\",14000,\"EUR\","
                + "1,14000;\"Ledger\",\"INV-2231\",46435,\"6610\",\"Osier\",2500,\"USD\",0.92,2300;\"Ledger\","
                + "\"INV-2240\",46444,\"6610\",\"Kestrel / Webinars\",7207.8,\"EUR\",1,7207.8;\"TOTAL\",3,\"\","
                + "\"\",\"OK\",\"\",\"EUR\",\"\",23507.8}")
@Example(
        formula = "=MPM.DRILL(\"COST_PER_LEAD\", \"EMEA\", \"FY2027-P08\", \"ACTUAL\")",
        shows = "#N/A",
        because = "A ratio has no lines: look at its parts.")
@Example(
        formula = "=MPM.DRILL(\"MKT_SPEND\", \"EMEA\", \"FY2027-P12\", \"ACTUAL\")",
        shows = "#N/A",
        because = "June has not happened yet.")
public record Drill(
        @Argument("The metric, by its code or name.") String metric,

        @Argument("The unit, by its code or name.") String org,

        @Argument("FY2027, FY2027-Q1, FY2027-P03, 2027-03, YTD: or LTM: before one of them, or a date.")
        PeriodAddress period,

        @Argument("The scenario, such as ACTUAL.") String scenario,

        @Argument(value = "Which page of 500 lines.", otherwise = "1")
        int page)
        implements DataLink, ReadsPlan<Table<Drill.Line>> {

    private static final BigDecimal TOLERANCE = new BigDecimal("0.005");

    /** A line of a ledger. */
    public record Line(
            @Column(value = "Source", meaning = "The system; TOTAL in the row of sums.")
            String source,

            @Column(value = "Document", meaning = "The document; in the row of sums how many lines there are.")
            Cell document,

            @Column(value = "Date", meaning = "Its date.") Cell date,

            @Column(value = "Account", meaning = "The account.")
            String account,

            @Column(value = "Description", meaning = "Vendor and campaign; OK or DIFFERS FROM GET in the row of sums.")
            String description,

            @Column(value = "Amount", meaning = "In its own currency.")
            Cell amount,

            @Column(value = "Currency", meaning = "That currency.")
            String currency,

            @Column(value = "Rate", meaning = "What converts it to the unit's.")
            Cell rate,

            @Column(value = "Base amount", meaning = "In the unit's currency.")
            double base) {}

    /** A line with its amount in the unit's currency. */
    private record Converted(SourceLine line, BigDecimal rate, BigDecimal base) {

        Line shown() {
            return new Line(
                    line.source(),
                    Cell.of(line.document()),
                    Cell.of(line.date()),
                    line.account(),
                    Stream.of(line.vendor(), line.campaign())
                            .filter(text -> !text.isEmpty())
                            .collect(Collectors.joining(" / ")),
                    Missing.cell(line.amount()),
                    line.currency(),
                    Missing.cell(rate),
                    base.doubleValue());
        }
    }

    /** Where the figure lies, and what is read of it. */
    private record Question(Place place, StoredLines lines, Valuation valuation, StoredFigures figures) {}

    @Override
    public Set<? extends Need<?>> needs(PlanView plan) {
        Question question = question(plan);
        return Set.of(question.lines(), question.figures());
    }

    @Override
    public Table<Line> value(PlanView plan, Found found) {
        Question question = question(plan);
        List<Converted> lines = found.at(question.lines()).orElse(List.of()).stream()
                .sorted(Comparator.comparing(SourceLine::date)
                        .thenComparing(SourceLine::source)
                        .thenComparing(SourceLine::document))
                .map(line -> converted(line, question.place(), plan))
                .toList();
        if (lines.isEmpty()) {
            throw Missing.noData();
        }
        Pages pages = new Pages(lines.size(), page);
        List<Line> shown =
                new ArrayList<>(pages.of(lines).stream().map(Converted::shown).toList());
        shown.add(total(lines, question, found.at(question.figures()).orElse(Figures.NONE)));
        return pages.numbered(Table.of(Line.class, shown));
    }

    private static Line total(List<Converted> lines, Question question, Figures figures) {
        Place place = question.place();
        BigDecimal sum = lines.stream().map(Converted::base).reduce(BigDecimal.ZERO, BigDecimal::add);
        Optional<BigDecimal> stored = question.valuation()
                .value(place.metric(), place.unit(), place.span().leaves(), figures);
        boolean agrees = stored.filter(value -> value.subtract(sum).abs().compareTo(TOLERANCE) <= 0)
                .isPresent();
        return new Line(
                "TOTAL",
                Cell.of(lines.size()),
                Cell.blank(),
                "",
                agrees ? "OK" : "DIFFERS FROM GET",
                Cell.blank(),
                isMoney(place) ? place.unit().currency() : "",
                Cell.blank(),
                sum.doubleValue());
    }

    private static Converted converted(SourceLine line, Place place, PlanView plan) {
        BigDecimal rate = line.rate(plan, place);
        return new Converted(line, rate, line.base(rate));
    }

    private static boolean isMoney(Place place) {
        return place.metric().unit() == Metric.Unit.MONEY;
    }

    private Question question(PlanView plan) {
        Place place = Place.readable(plan, metric, org, period, scenario);
        Metric drilled = place.metric();
        if (drilled.ratio().isPresent()
                || drilled.overTime() == Metric.OverTime.AVG
                || drilled.overUnits() == Metric.OverUnits.AVG
                || drilled.unit() == Metric.Unit.SCORE) {
            throw CellError.NA.because(
                    "No lines: %s is no sum, so drill into the figures that it is made of.".formatted(drilled.code()));
        }
        Valuation valuation =
                new Valuation(plan, place.scenario(), plan.latest(place.scenario()), TargetCurrency.LOCAL);
        return new Question(
                place,
                StoredLines.of(plan, place),
                valuation,
                valuation.needs(
                        List.of(drilled), List.of(place.unit()), place.span().leaves()));
    }
}
