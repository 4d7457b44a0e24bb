package mpm.workbook.design;

/** The looks that all workbooks share. */
public final class Looks {

    public static final Look TEXT = Look.PLAIN.indent(0).wrapped();
    public static final Look WORD = Look.PLAIN.centre();
    public static final Look COUNT = Look.PLAIN.format("#,##0").right();

    /** Amounts whole, small figures with a decimal; money has no sign of its own, since its code stands beside it. */
    public static final Look FIGURE =
            Look.PLAIN.format("[>=1000]#,##0;[<=-1000]-#,##0;#,##0.0").right();

    /** What has a sign. */
    public static final Look DIFFERENCE =
            Look.PLAIN.format("[>=1000]#,##0;[<0]-#,##0.0;#,##0.0").right();

    public static final Look PERCENT = Look.PLAIN.format("0.0%").right();
    public static final Look DAY = Look.PLAIN.format("d mmm yyyy").right();
    public static final Look MONTH = Look.PLAIN.format("mmm yyyy").left();

    /** A deviation says its direction by a sign as well as by its colour. */
    public static final Look DEVIATION =
            Look.PLAIN.format("▲ 0.0%;▼ 0.0%;● 0.0%").right();

    /** A deviation in points of a scale. */
    public static final Look POINTS = Look.PLAIN.format("▲ 0.0;▼ 0.0;● 0.0").right();

    /** The format of the day on which figures stand. */
    public static final String AS_OF = "\"as of \"d mmm yyyy";

    /** The header of a table. */
    public static final Look HEADER =
            Look.PLAIN.bold().ink(Hue.PAPER).fill(Hue.NAVY).wrapped();

    /** The header of what is calculated as a whole. */
    public static final Look CAPTION = Look.PLAIN.size(9).bold().ink(Hue.MUTED).rule(Hue.MUTED.tint(0.4));

    /** What is said beside a cell. */
    public static final Look NOTE = Look.PLAIN.ink(Hue.MUTED);

    private Looks() {}
}
