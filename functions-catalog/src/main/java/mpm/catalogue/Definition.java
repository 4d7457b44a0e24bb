package mpm.catalogue;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mpm.cell.Answer;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.CellException;
import mpm.cell.Column;
import mpm.cell.FurtherColumns;
import mpm.cell.Moment;
import mpm.cell.Range;
import mpm.cell.Spill;
import mpm.cell.Table;
import mpm.link.Need;
import mpm.method.Deadline;

/** What one record says of the worksheet function that it is. */
public final class Definition {

    private final WorksheetFunction face;
    private final Section section;
    private final List<Parameter> arguments;
    private final List<Parameter> parameters;
    private final List<ColumnDefinition> columns;
    private final List<Example> examples;
    private final Class<?> answer;
    private final Binding binding;

    private Definition(Class<? extends Record> function, Section section) {
        this.face = function.getAnnotation(WorksheetFunction.class);
        this.section = section;
        this.arguments = Arrays.stream(function.getRecordComponents())
                .map(component -> Parameter.of(component, section))
                .toList();
        Type result = answerType(function);
        this.answer = (Class<?>) (result instanceof ParameterizedType generic ? generic.getRawType() : result);
        List<Class<?>> rows = rowTypes(result);
        this.columns = rows.stream().flatMap(Definition::columns).toList();
        this.parameters = rows.isEmpty() ? arguments : withHeaders(arguments, section);
        this.examples = List.of(function.getAnnotationsByType(Example.class));
        this.binding = new Binding(function, arguments, section.checkOrder());
    }

    static Definition of(Class<? extends Record> function, Section section) {
        if (!function.isAnnotationPresent(WorksheetFunction.class)) {
            throw new IllegalStateException(function + " is no @WorksheetFunction.");
        }
        return new Definition(function, section);
    }

    /** The name without its namespace, such as {@code CASCADE.TREE}. */
    public String name() {
        return face.name();
    }

    public String question() {
        return face.question();
    }

    public Stage stage() {
        return face.stage();
    }

    public String caution() {
        return face.caution();
    }

    /** How the answer is computed; nothing where the question says it. */
    public Optional<String> method() {
        return Optional.of(face.method()).filter(method -> !method.isEmpty());
    }

    /** Where the method comes from; nothing where it is arithmetic. */
    public Optional<String> source() {
        return Optional.of(face.source()).filter(source -> !source.isEmpty());
    }

    public List<String> related() {
        return List.of(face.related());
    }

    /** The success factor that the function belongs to, or “Data link”. */
    public String factor() {
        return section.value();
    }

    /** What the functions of the factor do for a planner, in a sentence. */
    public String purpose() {
        return section.purpose();
    }

    /** What a caller may give, in order; a function that can answer a table ends with {@code headers}. */
    public List<Parameter> parameters() {
        return parameters;
    }

    /** The columns of the table that the function answers; none if it answers none. */
    public List<ColumnDefinition> columns() {
        return columns;
    }

    public List<Example> examples() {
        return examples;
    }

    /** Whether the answer is a date, or a range of them. */
    public boolean answersDate() {
        return answer == Moment.class;
    }

    /** Whether the answer can be more than one cell. */
    public boolean answersRange() {
        return answer == Table.class
                || answer == Spill.class
                || answer == Answer.class
                || parameters.stream().anyMatch(Parameter::isEach);
    }

    /** As the guide writes it: {@code MPM.VARIANCE(actual, plan, [direction], [basis])}. */
    public String signature() {
        return parameters.stream()
                .map(Parameter::signature)
                .collect(Collectors.joining(", ", Spelling.typed(name()) + "(", ")"));
    }

    void addNeeds(List<? extends Range> given, Reading reading, Set<Need<?>> needs) {
        if (given.size() <= parameters.size()) {
            binding.addNeeds(withoutHeaders(given), reading, needs);
        }
    }

    private List<? extends Range> withoutHeaders(List<? extends Range> given) {
        return given.size() > arguments.size() ? given.subList(0, arguments.size()) : given;
    }

    /** What a call answers; a call that fails answers one cell that is a failure. */
    Result result(List<? extends Range> given, Reading reading, Limits limits) {
        try {
            Deadline.check();
            requireSize(given, limits);
            boolean withCaptions = given.size() <= arguments.size()
                    || (Boolean) parameters.get(arguments.size()).value(given.get(arguments.size()), reading);
            return binding.result(withoutHeaders(given), withCaptions, reading, limits);
        } catch (CellException e) {
            return new Result(Cell.of(e));
        }
    }

    private void requireSize(List<? extends Range> given, Limits limits) {
        if (given.size() > parameters.size()) {
            throw CellError.VALUE.because("%s takes at most %d arguments, and %d are given."
                    .formatted(Spelling.typed(name()), parameters.size(), given.size()));
        }
        long cells = 0;
        for (Range range : given) {
            cells += range.size();
        }
        if (cells > limits.cellsIn()) {
            throw CellError.NUM.because("The arguments are too large: %,d cells, and at most %,d are read at once."
                    .formatted(cells, limits.cellsIn()));
        }
    }

    private static List<Parameter> withHeaders(List<Parameter> arguments, Section section) {
        List<Parameter> all = new ArrayList<>(arguments);
        all.add(Parameter.of(Headers.class.getRecordComponents()[0], section));
        return List.copyOf(all);
    }

    /** The argument that every function has that can answer a table. */
    private record Headers(
            @Argument(value = "FALSE leaves the row of captions away.", otherwise = "TRUE")
            boolean headers) {}

    private List<Class<?>> rowTypes(Type result) {
        return result instanceof ParameterizedType generic && generic.getRawType() == Table.class
                ? List.of((Class<?>) generic.getActualTypeArguments()[0])
                : List.of(face.table());
    }

    private static Stream<ColumnDefinition> columns(Class<?> row) {
        return Stream.concat(
                Arrays.stream(row.getRecordComponents()).map(component -> {
                    Column column = component.getAnnotation(Column.class);
                    return new ColumnDefinition(column.value(), column.meaning(), false, isDate(component));
                }),
                Stream.ofNullable(row.getAnnotation(FurtherColumns.class))
                        .map(further -> new ColumnDefinition(further.value(), further.meaning(), false, false)));
    }

    /** Whether a column holds dates. */
    static boolean isDate(RecordComponent column) {
        return column.getType() == Moment.class
                || (column.getGenericType() instanceof ParameterizedType generic
                        && generic.getActualTypeArguments()[0] == Moment.class);
    }

    /** The T of the Computed&lt;T&gt; or Linked&lt;T&gt; that the record implements. */
    private static Type answerType(Class<?> function) {
        return Arrays.stream(function.getGenericInterfaces())
                .filter(type -> type instanceof ParameterizedType generic
                        && CellFunction.class.isAssignableFrom((Class<?>) generic.getRawType()))
                .map(type -> ((ParameterizedType) type).getActualTypeArguments()[0])
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(function + " is neither Computed nor Linked."));
    }
}
