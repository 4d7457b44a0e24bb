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
                        () -> assertThat(contrast(palette.hex(pair.front()), palette.hex(pair.back())))
                                .isGreaterThanOrEqualTo(pair.least())));
    }

    private static Stream<Pair> texts(String back, String... fronts) {
        return Stream.of(fronts).map(front -> new Pair(front, back, 4.5));
    }

    private static Stream<Pair> edges(String back, String... fronts) {
        return Stream.of(fronts).map(front -> new Pair(front, back, 3));
    }

    private record Pair(String front, String back, double least) {}

    static double contrast(String one, String other) {
        double first = luminance(Integer.parseInt(one, 16));
        double second = luminance(Integer.parseInt(other, 16));
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 255) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
