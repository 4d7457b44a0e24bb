package mpm.workbook.template.testimpact;

import mpm.workbook.design.Hue;
import mpm.workbook.design.Look;
import mpm.workbook.design.Looks;

/** How the figures of a test look. */
final class TestLooks {

    static final Look P = Look.PLAIN.format("[<0.001]\"< 0.001\";0.000").right();
    static final Look PERCENT_POINTS = Look.PLAIN.format("+0.00%;-0.00%;0.00%").right();
    static final Look LINE = Look.PLAIN.rule(Hue.LINE);
    static final Look COUNT = Looks.COUNT.rule(Hue.LINE);
    static final Look AMOUNT = Look.PLAIN.format("+#,##0;-#,##0;0").right().rule(Hue.LINE);
    static final Look FIGURE = Look.PLAIN.format("0.00").right().rule(Hue.LINE);

    private TestLooks() {}
}
