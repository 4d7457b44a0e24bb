package mpm.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import mpm.method.ReferenceCases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code coverage.tsv} says which function holds which reference case and which test asks it: none is silently left out. */
class ReferenceCoverageTest {

    private static final Path REFERENCE = Path.of("src", "test", "resources", "reference");

    /** A worksheet function stands by its name, a numerical core by its class below {@code mpm.method}. */
    private record Line(String file, String id, List<String> heldBy, List<String> askedIn, String reason) {

        static Line of(String text) {
            List<String> fields = List.of(text.split("\t", -1));
            assertThat(fields).as(text).hasSize(5);
            return new Line(fields.get(0), fields.get(1), names(fields.get(2)), names(fields.get(3)), fields.get(4));
        }

        private static List<String> names(String field) {
            return field.isEmpty() ? List.of() : List.of(field.split(", ", -1));
        }

        String name() {
            return file + " " + id;
        }

        @Override
        public String toString() {
            return name() + ": " + (heldBy.isEmpty() ? "not asked, " + reason : String.join(", ", heldBy));
        }
    }

    static Stream<Line> lines() {
        return text(REFERENCE.resolve("coverage.tsv")).lines().skip(1).map(Line::of);
    }

    @Test
    void everyCaseStandsInTheTableOnceAndNoOther() throws IOException {
        try (Stream<Path> files = Files.list(REFERENCE.resolve("cases"))) {
            List<String> cases = files.map(file -> file.getFileName().toString().replace(".json", ""))
                    .flatMap(file -> ReferenceCases.of(file)
                            .map(each -> file + " " + each.get("id").asText()))
                    .toList();
            assertThat(lines().map(Line::name))
                    .as("a row of coverage.tsv for each reference case")
                    .containsExactlyInAnyOrderElementsOf(cases);
        }
    }

    @ParameterizedTest
    @MethodSource("lines")
    void aCaseIsHeldByWhatExistsOrSaysWhyNot(Line line) {
        assertThat(line.heldBy().isEmpty())
                .as("nobody holds it")
                .isEqualTo(!line.reason().isBlank());
        assertThat(line.askedIn().isEmpty())
                .as("no test asks it")
                .isEqualTo(!line.reason().isBlank());
        line.heldBy().forEach(ReferenceCoverageTest::assertExists);
        line.askedIn()
                .forEach(test -> assertThat(
                                text(Path.of("src", "test", "java", "mpm", test.replace('.', '/') + ".java")))
                        .as(test)
                        .contains('"' + line.file() + '"'));
    }

    private static void assertExists(String holder) {
        if (holder.equals(holder.toUpperCase(Locale.ROOT))) {
            assertThat(Functions.CATALOGUE.find(holder)).as(holder).isPresent();
        } else {
            assertThatCode(() -> Class.forName("mpm.method." + holder)).doesNotThrowAnyException();
        }
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
