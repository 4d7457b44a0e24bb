package mpm.workbook.design;

/**
 * One figure, large, with its course and what it is held against.
 *
 * @param format of the figure
 * @param comparison a deviation or a count, written through its own format
 * @param course the cells of its sparkline
 */
public record Card(
        Object label, Formula figure, String format, Formula comparison, String comparisonFormat, String course) {

    private static final Look LABEL =
            Look.PLAIN.size(9).bold().ink(Hue.MUTED).fill(Hue.MIST).indent(1).gap();
    private static final Look FIGURE =
            Look.PLAIN.heading(22).ink(Hue.NAVY).fill(Hue.MIST).indent(1).gap();
    private static final Look COMPARISON =
            Look.PLAIN.size(9).bold().ink(Hue.NAVY).fill(Hue.MIST).indent(1).gap();
    private static final Look FOOT = Look.PLAIN.size(2).fill(Hue.TEAL).gap();

    /** Draws it over columns, in five rows; where its comparison stands is returned, for conditions. */
    public String draw(Page page, String left, String right, int row) {
        page.height(row, 20)
                .height(row + 1, 32)
                .height(row + 2, 26)
                .height(row + 3, 18)
                .height(row + 4, 3);
        page.block(area(left, right, row), label, LABEL);
        page.block(area(left, right, row + 1), figure, FIGURE.format(format));
        page.block(area(left, right, row + 2), null, LABEL);
        page.block(area(left, right, row + 3), comparison, COMPARISON.format(comparisonFormat));
        page.block(area(left, right, row + 4), null, FOOT);
        page.sparkline(left + (row + 2), course);
        return left + (row + 3);
    }

    private static String area(String left, String right, int row) {
        return "%s%s:%s%2$s".formatted(left, row, right);
    }
}
