package mpm.workbook.design;

import java.util.List;
import org.apache.poi.ss.util.CellReference;

/**
 * The head of every sheet: what it is, for whom, as of when, and the way to the other sheets. It takes five rows.
 *
 * @param subtitle beneath the title
 * @param day shown on the right, through its format
 * @param sheets all sheets in their order
 */
public record Banner(Formula subtitle, Formula day, List<String> sheets) {

    public static final int ROWS = 5;

    private static final Look TITLE = Look.PLAIN.heading(20).ink(Hue.PAPER).fill(Hue.NAVY);
    private static final Look SUBTITLE =
            Look.PLAIN.size(10.5).ink(Hue.NAVY.tint(0.8)).fill(Hue.NAVY).top();
    private static final Look LINK = Look.PLAIN.ink(Hue.MUTED);
    private static final Look HERE = LINK.bold().ink(Hue.TEAL).rule(Hue.TEAL);

    /**
     * Draws it from column B to the last one.
     *
     * @param links the columns in which the sheets' names stand
     */
    public void draw(Page page, String title, String last, String dayFormat, String... links) {
        String edge = CellReference.convertNumToColString(CellReference.convertColStringToIndex(last) + 1);
        page.height(1, 36).height(2, 24).height(3, 4).height(4, 24).height(5, 10);
        page.paint("A1:%s1".formatted(edge), TITLE).paint("A2:%s2".formatted(edge), SUBTITLE);
        page.paint("A3:%s3".formatted(edge), Look.PLAIN.fill(Hue.TEAL));
        page.put("B1", title, TITLE).put("B2", subtitle, SUBTITLE);
        // A number does not run over into the next cell as text does.
        String before = CellReference.convertNumToColString(CellReference.convertColStringToIndex(last) - 1);
        page.block(
                "%s2:%s2".formatted(before, last),
                day,
                SUBTITLE.format(dayFormat).right());
        for (int place = 0; place < links.length; place++) {
            String sheet = sheets.get(place);
            page.put(
                    links[place] + "4",
                    Formula.formula("=HYPERLINK(\"#'%s'!A1\",\"%1$s\")".formatted(sheet)),
                    sheet.equals(page.name()) ? HERE : LINK);
        }
    }
}
