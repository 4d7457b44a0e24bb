package mpm.functions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mpm.catalogue.Calculation;
import mpm.catalogue.Formula;
import mpm.catalogue.Limits;
import mpm.cell.Cell;
import mpm.cell.DateSystem;
import mpm.cell.Range;
import mpm.link.Links;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Random calls, and what scipy and statsmodels answer to them: {@code src/test/python/differential.py} writes the file. */
class DifferentialTest {

    private static final Path FILE = Path.of("src", "test", "resources", "differential.psv");
    private static final int FEWEST = 200;
    private static final double RELATIVE = 1e-7;

    /** The step below which LOGIT.FIT seeks no further, by its specification. */
    private static final double ABSOLUTE = 1e-10;

    private final Calculation calculation = new Calculation(Functions.CATALOGUE, Links.NONE, Limits.STANDARD);

    @TestFactory
    Stream<DynamicTest> everyFigureIsThatOfAnotherProgram() throws IOException {
        Map<String, List<String>> byFunction = Files.readAllLines(FILE).stream()
                .skip(1)
                .collect(Collectors.groupingBy(
                        line -> line.substring(1, line.indexOf('(')), LinkedHashMap::new, Collectors.toList()));
        assertThat(byFunction).hasSizeGreaterThan(18);
        return byFunction.entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> assertAgreement(each.getValue())));
    }

    private void assertAgreement(List<String> lines) {
        assertThat(lines).hasSizeGreaterThanOrEqualTo(FEWEST);
        SoftAssertions all = new SoftAssertions();
        for (String line : lines) {
            String formula = line.substring(0, line.indexOf('|'));
            Range answer = calculation
                    .results(List.of(Formula.call(formula)), DateSystem.FROM_1900)
                    .get(0)
                    .value();
            for (String figure : line.substring(line.indexOf('|') + 1).split(" ", -1)) {
                String[] parts = figure.split(":", -1);
                Cell cell = answer.cell(Integer.parseInt(parts[0]));
                double expected = Double.parseDouble(parts[1]);
                all.assertThat(cell)
                        .as("%s, place %s: %s", formula, parts[0], expected)
                        .isInstanceOfSatisfying(
                                Cell.Numeric.class,
                                number -> assertThat(Math.abs(number.value() - expected))
                                        .isLessThanOrEqualTo(ABSOLUTE + RELATIVE * Math.abs(expected)));
            }
        }
        all.assertAll();
    }
}
