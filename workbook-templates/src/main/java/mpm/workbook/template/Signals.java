package mpm.workbook.template;

import mpm.workbook.design.Hue;
import mpm.workbook.design.Page;

/** How a deviation is made to be seen, the same on every sheet: words and signs say it, colours repeat it. */
public final class Signals {

    private Signals() {}

    /** The lights GREEN, AMBER and RED of an area, whose first cell is given. */
    public static void status(Page page, String area, String first) {
        page.when(area, first + "=\"GREEN\"", Hue.TEAL, Hue.TINT);
        page.when(area, first + "=\"AMBER\"", Hue.AMBER, Hue.AMBER.tint(0.9));
        page.when(area, first + "=\"RED\"", Hue.CORAL, Hue.CORAL.tint(0.9));
    }

    /**
     * Deviations beyond the tolerance: what stands well above plan is as much a signal as what stands below.
     *
     * @param first the first of the cells that hold the deviation, in the area or in another column of its rows
     */
    public static void deviation(Page page, String area, String first) {
        page.when(area, "AND(ISNUMBER($%1$s),N($%1$s)<-p_Tolerance)".formatted(first), Hue.CORAL, null);
        page.when(area, "AND(ISNUMBER($%1$s),N($%1$s)>p_Tolerance)".formatted(first), Hue.BLUE, null);
    }
}
