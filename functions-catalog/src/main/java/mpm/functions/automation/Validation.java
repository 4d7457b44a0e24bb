package mpm.functions.automation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import mpm.catalogue.Row;
import mpm.catalogue.Rows;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.CellException;
import mpm.cell.Labels;
import mpm.cell.Moment;
import mpm.functions.automation.Validate.Entry;
import mpm.functions.automation.Validate.Finding;
import mpm.functions.automation.Validate.Rule;
import mpm.link.Found;
import mpm.link.KnownMembers;
import mpm.method.Deadline;
import mpm.method.calendar.FiscalCalendar;
import mpm.method.calendar.Grain;
import mpm.method.statistics.Sums;

/** Holds a table against rules, one at a time. */
final class Validation {

    private static final Set<String> PLANNED = Set.of("REVENUE", "NEW_LOGOS", "RETENTION", "RETENTION_RATE");
    private static final double SUM_TOLERANCE = 1e-6;
    private static final String FINE = "";
    private static final String NO_NUMBER = "not a number";
    private static final String NO_DATE = "not a date";

    private final Rows<Entry> data;
    private final FiscalCalendar calendar;
    private final Found found;
    private final Map<String, String> captions;

    Validation(Rows<Entry> data, FiscalCalendar calendar, Found found) {
        this.data = data;
        this.calendar = calendar;
        this.found = found;
        this.captions = data.list().get(0).value().cells().keySet().stream()
                .collect(Collectors.toMap(Labels::captionKey, Function.identity()));
    }

    /** What a rule asks for. */
    enum Kind {
        REQUIRED,
        NUMBER,
        DATE,
        RANGE,
        NONNEG,
        IN,
        REGEX,
        UNIQUE,
        PERIOD,
        NOTFUTURE,
        MEMBER,
        SUMTO,
        PLAN
    }

    /** What does not hold of one rule. */
    List<Finding> findings(Row<Rule> rule) {
        String caption = caption(rule, rule.value().column());
        return switch (rule.value().rule()) {
            case REQUIRED ->
                each(rule, caption, row -> cell(row, caption).isBlank() ? "required value is missing" : FINE);
            case UNIQUE -> each(rule, caption, unique(rule, caption));
            case NUMBER -> eachGiven(rule, caption, cell -> isNumber(cell) ? FINE : NO_NUMBER);
            case DATE -> eachGiven(rule, caption, cell -> day(cell).isPresent() ? FINE : NO_DATE);
            case RANGE -> eachGiven(rule, caption, range(rule));
            case NONNEG ->
                eachGiven(rule, caption, cell -> !isNumber(cell) ? NO_NUMBER : number(cell) < 0 ? "negative" : FINE);
            case IN -> eachGiven(rule, caption, in(rule));
            case REGEX -> {
                TextPattern pattern = TextPattern.of(rule, text(rule));
                yield eachGiven(
                        rule, caption, cell -> pattern.matches(cell.shown()) ? FINE : "does not match the pattern");
            }
            case PERIOD -> eachGiven(rule, caption, period(rule));
            case NOTFUTURE -> eachGiven(rule, caption, notFuture(rule));
            case MEMBER -> member(rule, caption);
            case SUMTO -> sum(rule, caption);
            case PLAN -> plan(rule, caption);
        };
    }

    /** The members that a rule MEMBER asks for. */
    static KnownMembers members(Row<Rule> rule) {
        return new KnownMembers(word(rule, KnownMembers.Kind.class));
    }

    private List<Finding> each(Row<Rule> rule, String caption, Function<Row<Entry>, String> fault) {
        List<Finding> findings = new ArrayList<>();
        for (Row<Entry> row : data) {
            Deadline.check();
            String message = fault.apply(row);
            if (!message.isEmpty()) {
                findings.add(finding(rule, caption, Cell.of(row.number()), cell(row, caption), message));
            }
        }
        return findings;
    }

    private List<Finding> eachGiven(Row<Rule> rule, String caption, Function<Cell, String> fault) {
        return each(rule, caption, row -> {
            Cell cell = cell(row, caption);
            return cell.isBlank() ? FINE : fault.apply(cell);
        });
    }

    private static Finding finding(Row<Rule> rule, String caption, Cell row, Cell value, String message) {
        Rule broken = rule.value();
        return new Finding(
                row, caption, broken.rule().name(), value, broken.severity().name(), message);
    }

    private Function<Row<Entry>, String> unique(Row<Rule> rule, String caption) {
        List<String> columns = new ArrayList<>(List.of(caption));
        for (String further : rule.value().first().shown().split(";", -1)) {
            if (!further.isBlank()) {
                columns.add(caption(rule, further));
            }
        }
        Map<List<String>, Integer> firstRow = new HashMap<>();
        return row -> {
            List<String> key = columns.stream()
                    .map(column -> Labels.key(cell(row, column).shown()))
                    .toList();
            if (key.stream().allMatch(String::isEmpty)) {
                return FINE;
            }
            Integer first = firstRow.putIfAbsent(key, row.number());
            return first == null ? FINE : "same as row " + first;
        };
    }

    private static Function<Cell, String> range(Row<Rule> rule) {
        Cell least = rule.value().first();
        Cell most = rule.value().second();
        if (least.isBlank() && most.isBlank()) {
            throw rule.refused(CellError.VALUE, "of rules has neither P1 nor P2: RANGE needs a least or a most.");
        }
        double low = least.isBlank() ? Double.NEGATIVE_INFINITY : number(rule, "P1", least);
        double high = most.isBlank() ? Double.POSITIVE_INFINITY : number(rule, "P2", most);
        return cell -> {
            if (!isNumber(cell)) {
                return NO_NUMBER;
            }
            return number(cell) < low ? "below the minimum" : number(cell) > high ? "above the maximum" : FINE;
        };
    }

    private static Function<Cell, String> in(Row<Rule> rule) {
        Set<String> words =
                Arrays.stream(text(rule).split(";", -1)).map(Labels::key).collect(Collectors.toSet());
        return cell -> words.contains(Labels.key(cell.shown())) ? FINE : "not in the list";
    }

    private Function<Cell, String> period(Row<Rule> rule) {
        Optional<Grain> form = rule.value().first().isBlank() ? Optional.empty() : Optional.of(word(rule, Grain.class));
        return cell -> {
            boolean isDay = form.isEmpty() && day(cell).isPresent();
            boolean isPeriod = calendar.find(cell.shown())
                    .filter(period -> form.isEmpty() || form.get() == period.grain())
                    .isPresent();
            return isDay || isPeriod ? FINE : "not a period";
        };
    }

    private static Function<Cell, String> notFuture(Row<Rule> rule) {
        double latest = Math.floor(number(rule, "P1", rule.value().first()));
        return cell -> day(cell)
                .map(day -> day <= latest ? FINE : "after the latest allowed date")
                .orElse(NO_DATE);
    }

    private List<Finding> member(Row<Rule> rule, String caption) {
        Optional<Set<String>> known = found.at(members(rule));
        if (known.isEmpty()) {
            return List.of(new Finding(
                    Cell.blank(),
                    caption,
                    Kind.MEMBER.name(),
                    Cell.blank(),
                    Validate.Severity.INFO.name(),
                    "not checked: no service data"));
        }
        return eachGiven(
                rule, caption, cell -> known.get().contains(Labels.key(cell.shown())) ? FINE : "unknown member");
    }

    private List<Finding> sum(Row<Rule> rule, String caption) {
        double expected = number(rule, "P1", rule.value().first());
        double tolerance = rule.value().second().isBlank()
                ? SUM_TOLERANCE
                : number(rule, "P2", rule.value().second());
        double sum = Sums.of(data.stream()
                .map(row -> cell(row, caption))
                .filter(Validation::isNumber)
                .mapToDouble(Validation::number)
                .toArray());
        return Math.abs(sum - expected) <= tolerance
                ? List.of()
                : List.of(finding(rule, caption, Cell.blank(), Cell.of(sum), "sum differs from the expected total"));
    }

    private List<Finding> plan(Row<Rule> rule, String caption) {
        Cell named = rule.value().first();
        String targets = caption(rule, named.isBlank() ? "Target" : named.shown());
        boolean isPlanned = data.stream()
                .anyMatch(row ->
                        PLANNED.contains(Labels.key(cell(row, caption).shown())) && isNumber(cell(row, targets)));
        return isPlanned
                ? List.of()
                : List.of(finding(
                        rule, caption, Cell.blank(), Cell.blank(), "no target on REVENUE, NEW_LOGOS or RETENTION"));
    }

    /** A column of the data as it is headed there. */
    private String caption(Row<Rule> rule, String column) {
        return Optional.ofNullable(captions.get(Labels.captionKey(column)))
                .orElseThrow(() -> rule.refused(
                        CellError.VALUE,
                        "of rules names the column “%s”, which data does not have.".formatted(column.strip())));
    }

    private static Cell cell(Row<Entry> row, String caption) {
        return row.value().cells().getOrDefault(caption, Cell.blank());
    }

    private static String text(Row<Rule> rule) {
        Cell first = rule.value().first();
        if (first.isBlank()) {
            throw rule.refused(
                    CellError.VALUE,
                    "of rules has no P1, but %s needs one."
                            .formatted(rule.value().rule()));
        }
        return first.shown();
    }

    private static <E extends Enum<E>> E word(Row<Rule> rule, Class<E> words) {
        String written = text(rule).strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(words.getEnumConstants())
                .filter(word -> word.name().equals(written))
                .findFirst()
                .orElseThrow(() -> rule.refused(
                        CellError.VALUE,
                        "of rules has the P1 “%s”, but it takes one of %s."
                                .formatted(written, Arrays.toString(words.getEnumConstants()))));
    }

    private static double number(Row<Rule> rule, String column, Cell cell) {
        if (cell instanceof Cell.Numeric number) {
            return number.value();
        }
        throw rule.refused(
                CellError.VALUE, "of rules needs a number in %s, but holds “%s”.".formatted(column, cell.shown()));
    }

    private static boolean isNumber(Cell cell) {
        return cell instanceof Cell.Numeric;
    }

    private static double number(Cell cell) {
        return ((Cell.Numeric) cell).value();
    }

    private static Optional<Long> day(Cell cell) {
        try {
            return cell instanceof Cell.Numeric number
                    ? Optional.of(new Moment(number.value()).day())
                    : Optional.empty();
        } catch (CellException noDate) {
            return Optional.empty();
        }
    }
}
