package mpm.workbook.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every text of pages, pane and workbooks can be read: WCAG 2.2 asks for a contrast of 4.5, and of 3 at the edge of a control. */
class PaletteTest {

    @TestFactory
    Stream<DynamicTest> everyTextCanBeReadInTheLightScheme() {
        return pairs(Palette.LIGHT);
    }

    @TestFactory
    Stream<DynamicTest> everyTextCanBeReadInTheDarkScheme() {
        return pairs(Palette.DARK);
    }

    private static Stream<DynamicTest> pairs(Palette palette) {
        return Stream.of(
                        texts("surface", "navy", "teal", "amber", "coral", "ink", "muted"),
                        texts("surface-raised", "navy", "teal", "amber", "coral", "ink", "muted"),
                        texts("navy", "on-navy"),
                        texts("teal", "on-teal"),
                        texts("teal-tint", "teal", "ink"),
                        texts("amber-tint", "amber", "ink"),
                        texts("coral-tint", "coral", "ink"),
                        edges("surface", "line-strong", "focus"),
                        edges("surface-raised", "focus"))
                .flatMap(pairs -> pairs)
                .map(pair -> DynamicTest.dynamicTest(
                        pair.front() + " on " + pair.back(),
                        () -> assertThat(Contrast.of(rgb(palette.hex(pair.front())), rgb(palette.hex(pair.back()))))
                                .isGreaterThanOrEqualTo(pair.least())));
    }

    private static Stream<Pair> texts(String back, String... fronts) {
        return Stream.of(fronts).map(front -> new Pair(front, back, 4.5));
    }

    private static Stream<Pair> edges(String back, String... fronts) {
        return Stream.of(fronts).map(front -> new Pair(front, back, 3));
    }

    private record Pair(String front, String back, double least) {}

    private static double[] rgb(String hex) {
        int number = Integer.parseInt(hex, 16);
        return new double[] {(number >> 16 & 255) / 255.0, (number >> 8 & 255) / 255.0, (number & 255) / 255.0};
    }
}
