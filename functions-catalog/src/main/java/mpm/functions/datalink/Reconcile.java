package mpm.functions.datalink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static mpm.catalogue.Stage.EXECUTE;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import mpm.catalogue.Argument;
import mpm.catalogue.Example;
import mpm.catalogue.Row;
import mpm.catalogue.Rows;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.CellException;
import mpm.cell.Column;
import mpm.cell.ShortestDecimal;
import mpm.cell.Table;
import mpm.link.Found;
import mpm.link.Need;
import mpm.method.Deadline;
import mpm.plan.Figures;
import mpm.plan.Metric;
import mpm.plan.OrgUnit;
import mpm.plan.PeriodAddress;
import mpm.plan.PlanView;
import mpm.plan.Scenario;
import mpm.plan.Sha256;
import mpm.plan.Span;
import mpm.plan.StoredFigures;
import mpm.plan.TargetCurrency;
import mpm.plan.Valuation;

@WorksheetFunction(
        name = "RECONCILE",
        question = "Does my workbook agree with the service?",
        stage = EXECUTE,
        method =
                "Every combination of the metrics, units and periods in the workbook is looked up. The hashes are SHA-256 of all figures"
                        + " with 4 decimals, sorted.",
        caution = "A metric, unit or period that is nowhere in the workbook is not looked for.",
        related = {"GET.GRID", "AUDIT", "DRILL"})
@Example(
        formula =
                "=MPM.RECONCILE({\"Metric\",\"Org\",\"Period\",\"Value\";\"LEADS\",\"MKT\",\"FY2027-P08\",1243}, \"ACTUAL\", , , , FALSE)",
        shows = "{\"KEYS\",\"\",\"\",\"\",1,1,0;\"CONTROL TOTAL\",\"\",\"\",\"\",1243,1243,0;\"SHA-256\",\"\","
                + "\"\",\"\",\"63db079811c5fba94c1730a5833d814adceacf317c1c067fe60f84ea4802cd93\","
                + "\"63db079811c5fba94c1730a5833d814adceacf317c1c067fe60f84ea4802cd93\",TRUE}")
@Example(
        formula = "=MPM.RECONCILE({\"Metric\",\"Org\",\"Period\",\"Value\";\"LEADS\",\"MKT\",\"FY2027-P07\",993;"
                + "\"LEADS\",\"MKT\",\"FY2027-P08\",1234}, \"ACTUAL\", , , , FALSE)",
        shows = "{\"DIFFERENT\",\"LEADS\",\"MKT\",\"FY2027-P08\",1234,1243,-9;\"KEYS\",\"\",\"\",\"\",2,2,1;"
                + "\"CONTROL TOTAL\",\"\",\"\",\"\",2227,2236,-9;\"SHA-256\",\"\",\"\",\"\","
                + "\"6e655fb443d542df89773ec3a57feca0a2c15ca443e0308ddb11e73a553171ae\","
                + "\"e0e7e842f669fbb0d7e48d0998c54a848bfa30fb3e9b64c75e1ed7f769a82bd7\",FALSE}",
        because = "Two digits were swapped.")
@Example(
        formula =
                "=MPM.RECONCILE({\"Metric\",\"Org\",\"Period\",\"Value\";\"LEADS\",\"MKT\",\"FY2027-P08\",1243}, \"ACTUAL\", -1)",
        shows = "#NUM!",
        because = "A tolerance is 0 or more.")
public record Reconcile(
        @Argument("The figures of the workbook, one a row.") Rows<Local> local,

        @Argument("The scenario, such as ACTUAL or PLAN.") String scenario,

        @Argument(value = "How far two figures may differ and still agree.", otherwise = "0.005")
        double tolerance,

        @Argument(value = "LATEST, or the number or the label of a version.", otherwise = "LATEST")
        String version,

        @Argument(
                value = "LOCAL (the unit's own), GROUP, a code such as EUR, or EUR:BUDGET for a certain type of rate.",
                otherwise = "LOCAL")
        TargetCurrency currency)
        implements DataLink, ReadsPlan<Table<Reconcile.Line>> {

    private static final double ROUNDING = 1e-12;
    private static final int DECIMALS = 4;
    /** The order of UTF-8 is that of code points; that of Java's own characters is not, beyond the first 65,536. */
    private static final Comparator<String> BY_CODE_POINTS =
            Comparator.comparing(text -> text.getBytes(UTF_8), Arrays::compareUnsigned);

    /** Refuses a tolerance that cannot be. */
    public Reconcile {
        if (tolerance < 0) {
            throw CellError.NUM.because("tolerance is negative: give 0 or more.");
        }
    }

    /** A figure of the workbook. */
    public record Local(
            @Column(value = "Metric", meaning = "The metric, by its code or name.")
            String metric,

            @Column(value = "Org", meaning = "The unit, by its code or name.")
            String org,

            @Column(value = "Period", meaning = "The period, or a date in it.")
            PeriodAddress period,

            @Column(value = "Value", meaning = "The figure; blank where the workbook has none.")
            Optional<Double> value) {}

    /** A difference, or a sum. */
    public record Line(
            @Column(
                    value = "Status",
                    meaning = "ONLY IN WORKBOOK, ONLY IN SERVICE or DIFFERENT; below them what is summed up.")
            String status,

            @Column(value = "Metric", meaning = "The metric.")
            String metric,

            @Column(value = "Org", meaning = "The unit.") String org,

            @Column(value = "Period", meaning = "The period.")
            String period,

            @Column(value = "Workbook", meaning = "What the workbook says.")
            Cell workbook,

            @Column(value = "Service", meaning = "What the service says.")
            Cell service,

            @Column(value = "Difference", meaning = "Workbook minus service.")
            Cell difference) {

        private static Line footer(String label, Cell workbook, Cell service, Cell difference) {
            return new Line(label, "", "", "", workbook, service, difference);
        }
    }

    /** What a figure is of, in codes. */
    private record Key(String metric, String org, String period) implements Comparable<Key> {

        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::metric).thenComparing(Key::org).thenComparing(Key::period);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /** What the labels of the workbook name. */
    private record Question(
            Map<Key, Optional<Double>> workbook,
            Set<Metric> metrics,
            Set<OrgUnit> units,
            Set<Span> spans,
            Valuation valuation) {

        StoredFigures needs() {
            return valuation.needs(
                    metrics,
                    units,
                    spans.stream().flatMap(span -> span.leaves().stream()).toList());
        }

        /** Every combination that has a value. */
        Map<Key, Double> service(Figures figures) {
            Map<Key, Double> values = new TreeMap<>();
            for (Metric metric : metrics) {
                for (OrgUnit unit : units) {
                    Deadline.check();
                    for (Span span : spans) {
                        value(metric, unit, span, figures)
                                .ifPresent(value -> values.put(
                                        new Key(metric.code(), unit.code(), span.address()), value.doubleValue()));
                    }
                }
            }
            return values;
        }

        /** One combination without a rate, or with a denominator of 0, must not take the whole report away. */
        private Optional<BigDecimal> value(Metric metric, OrgUnit unit, Span span, Figures figures) {
            try {
                return valuation.value(metric, unit, span.leaves(), figures);
            } catch (CellException hasNone) {
                return Optional.empty();
            }
        }
    }

    @Override
    public Set<? extends Need<?>> needs(PlanView plan) {
        return Set.of(question(plan).needs());
    }

    @Override
    public Table<Line> value(PlanView plan, Found found) {
        Question question = question(plan);
        Map<Key, Double> workbook = new TreeMap<>();
        question.workbook().forEach((key, value) -> value.ifPresent(number -> workbook.put(key, number)));
        Map<Key, Double> service = question.service(found.at(question.needs()).orElse(Figures.NONE));
        Set<Key> keys = new LinkedHashSet<>(workbook.keySet());
        keys.addAll(service.keySet());
        List<Line> lines = new ArrayList<>();
        keys.stream()
                .sorted()
                .forEach(key -> finding(
                                key, Optional.ofNullable(workbook.get(key)), Optional.ofNullable(service.get(key)))
                        .ifPresent(lines::add));
        lines.addAll(
                footers(workbook, service, lines.size(), question.valuation().scenario()));
        return Table.of(Line.class, lines);
    }

    private Optional<Line> finding(Key key, Optional<Double> workbook, Optional<Double> service) {
        String status;
        Cell difference = Cell.blank();
        if (service.isEmpty()) {
            status = "ONLY IN WORKBOOK";
        } else if (workbook.isEmpty()) {
            status = "ONLY IN SERVICE";
        } else if (Math.abs(workbook.get() - service.get()) > tolerance + ROUNDING) {
            status = "DIFFERENT";
            difference = Missing.cell(ShortestDecimal.of(workbook.get()).subtract(ShortestDecimal.of(service.get())));
        } else {
            return Optional.empty();
        }
        return Optional.of(
                new Line(status, key.metric(), key.org(), key.period(), cell(workbook), cell(service), difference));
    }

    private static List<Line> footers(
            Map<Key, Double> workbook, Map<Key, Double> service, int findings, Scenario scenario) {
        BigDecimal ours = sum(workbook);
        BigDecimal theirs = sum(service);
        String hash = hash(workbook, scenario);
        String other = hash(service, scenario);
        return List.of(
                Line.footer("KEYS", Cell.of(workbook.size()), Cell.of(service.size()), Cell.of(findings)),
                Line.footer(
                        "CONTROL TOTAL", Missing.cell(ours), Missing.cell(theirs), Missing.cell(ours.subtract(theirs))),
                Line.footer("SHA-256", Cell.of(hash), Cell.of(other), Cell.of(hash.equals(other))));
    }

    private static BigDecimal sum(Map<Key, Double> values) {
        return values.values().stream().map(ShortestDecimal::of).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String hash(Map<Key, Double> values, Scenario scenario) {
        return Sha256.hex(values.entrySet().stream()
                .map(entry -> "%s|%s|%s|%s|%s\n"
                        .formatted(
                                entry.getKey().metric(),
                                entry.getKey().org(),
                                entry.getKey().period(),
                                scenario.code(),
                                ShortestDecimal.of(entry.getValue())
                                        .setScale(DECIMALS, RoundingMode.HALF_UP)
                                        .toPlainString()))
                .sorted(BY_CODE_POINTS)
                .collect(Collectors.joining()));
    }

    private static Cell cell(Optional<Double> value) {
        return value.map(Cell::of).orElse(Cell.blank());
    }

    private Question question(PlanView plan) {
        Map<Key, Optional<Double>> workbook = new TreeMap<>();
        Set<Metric> metrics = new LinkedHashSet<>();
        Set<OrgUnit> units = new LinkedHashSet<>();
        Set<Span> spans = new LinkedHashSet<>();
        for (Row<Local> row : local) {
            Metric metric = plan.metric(row.value().metric());
            OrgUnit unit = plan.unit(row.value().org());
            Span span = plan.span(row.value().period());
            Key key = new Key(metric.code(), unit.code(), span.address());
            if (workbook.putIfAbsent(key, row.value().value()) != null) {
                throw row.refused(
                        CellError.VALUE, "has the metric, unit and period of a row above: add them up, or leave one.");
            }
            metrics.add(metric);
            units.add(unit);
            spans.add(span);
        }
        Scenario read = plan.scenario(scenario);
        Valuation valuation = Valuation.of(plan, read, version, currency);
        metrics.forEach(metric -> units.forEach(unit -> PlanView.require(plan.mayRead(metric, unit, read))));
        return new Question(workbook, metrics, units, spans, valuation);
    }
}
