package mpm.workbook.design;

/**
 * A colour of the workbook's theme, lightened or not. Nothing in a workbook has a colour of its own, so that a planner gives
 * it the house's colours with one click on Page Layout, Colors.
 *
 * @param tint 0 as it is, towards 1 lighter, towards -1 darker
 */
public record Hue(Slot slot, double tint) {

    public static final Hue PAPER = new Hue(Slot.PAPER, 0);
    public static final Hue INK = new Hue(Slot.INK, 0);
    public static final Hue MIST = new Hue(Slot.MIST, 0);

    /** Structure. */
    public static final Hue NAVY = new Hue(Slot.NAVY, 0);

    /** The thing itself. */
    public static final Hue TEAL = new Hue(Slot.TEAL, 0);

    /** Attention. */
    public static final Hue AMBER = new Hue(Slot.AMBER, 0);

    /** Adverse. */
    public static final Hue CORAL = new Hue(Slot.CORAL, 0);

    public static final Hue BLUE = new Hue(Slot.BLUE, 0);
    public static final Hue MUTED = new Hue(Slot.MUTED, 0);

    /** The ground of what a planner types. */
    public static final Hue TINT = new Hue(Slot.TINT, 0);

    /** What supports the thing itself, such as a forecast beside it. */
    public static final Hue PALE_TEAL = TINT.tint(-0.22);

    public static final Hue LINE = MUTED.tint(0.78);

    /** The same towards white, or towards black where negative. */
    public Hue tint(double share) {
        return new Hue(slot, share);
    }

    /** The theme's colours, in the order of the theme's file. */
    enum Slot {
        INK(1, "dk1", "tx1", "ink"),
        PAPER(0, "lt1", "bg1", "surface"),
        NAVY(3, "dk2", "tx2", "navy"),
        MIST(2, "lt2", "bg2", "surface-raised"),
        TEAL(4, "accent1", "accent1", "teal"),
        AMBER(5, "accent2", "accent2", "amber"),
        CORAL(6, "accent3", "accent3", "coral"),
        BLUE(7, "accent4", "accent4", "focus"),
        MUTED(8, "accent5", "accent5", "muted"),
        TINT(9, "accent6", "accent6", "teal-tint"),
        LINK(10, "hlink", "hlink", "teal"),
        FOLLOWED(11, "folHlink", "folHlink", "muted");

        private final int inCells;
        private final String inTheme;
        private final String inCharts;
        private final String token;

        Slot(int inCells, String inTheme, String inCharts, String token) {
            this.inCells = inCells;
            this.inTheme = inTheme;
            this.inCharts = inCharts;
            this.token = token;
        }

        int inCells() {
            return inCells;
        }

        String inTheme() {
            return inTheme;
        }

        String inCharts() {
            return inCharts;
        }

        String hex() {
            return Palette.LIGHT.hex(token);
        }
    }
}
