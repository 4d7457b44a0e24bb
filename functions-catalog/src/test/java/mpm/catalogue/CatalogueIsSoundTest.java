package mpm.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mpm.functions.Functions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What every function owes its readers, and what Excel asks of a name. */
class CatalogueIsSoundTest {

    private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9]*(\\.[A-Z0-9]+)?");
    private static final Pattern CELL_REFERENCE = Pattern.compile("[A-Z]{1,3}[1-9][0-9]{0,6}|R[0-9]*C[0-9]*");
    private static final Set<String> MACRO_NAMES = Set.of(
            "ALERT",
            "SPLIT",
            "NOTE",
            "LINKS",
            "SET.VALUE",
            "SAMPLE",
            "HISTOGRAM",
            "RANDOM",
            "REGRESS",
            "SCALE",
            "ERROR",
            "SERIES",
            "TABLE",
            "SAVE",
            "MOVEAVG",
            "EXPON",
            "DESCR",
            "RUN",
            "ECHO");

    @TestFactory
    Stream<DynamicTest> everyFunctionIsSound() {
        return Functions.CATALOGUE.functions().stream()
                .map(function -> DynamicTest.dynamicTest(function.name(), () -> isSound(function)));
    }

    private static void isSound(Definition function) {
        assertThat(function.name()).matches(NAME).hasSizeBetween(3, 60);
        assertThat(MACRO_NAMES).doesNotContain(function.name());
        assertThat(CELL_REFERENCE.matcher(function.name()).matches()).isFalse();
        assertThat(function.question()).endsWith("?");
        assertThat(Stream.of(
                        function.caution(),
                        function.method().orElse("."),
                        function.source().orElse(".")))
                .allMatch(sentence -> sentence.endsWith("."));
        assertThat(function.related())
                .allSatisfy(name -> assertThat(Functions.CATALOGUE.find(name)).isPresent());
        assertThat(function.examples())
                .hasSizeGreaterThanOrEqualTo(3)
                .anyMatch(example -> example.shows().contains("#"));
        assertThat(function.examples())
                .allMatch(example -> example.formula().startsWith("=" + Spelling.typed(function.name()) + "("));
        function.parameters().forEach(parameter -> {
            assertThat(parameter.name()).matches("[a-z][a-z0-9_]*");
            assertThat(parameter.meaning()).hasSizeBetween(10, 512).endsWith(".");
        });
        assertThat(Stream.of(function.columns(), inputColumns(function)).flatMap(Collection::stream))
                .allSatisfy(column -> assertThat(column.meaning()).endsWith("."));
        assertThat(function.parameters().stream().dropWhile(parameter -> !parameter.isOptional()))
                .as("required before optional")
                .allMatch(Parameter::isOptional);
    }

    private static Collection<ColumnDefinition> inputColumns(Definition function) {
        return function.parameters().stream()
                .flatMap(parameter -> parameter.columns().stream())
                .toList();
    }
}
