package mpm.workbook.template.testimpact;

import java.util.List;
import mpm.workbook.design.Hue;
import mpm.workbook.template.Setting;
import mpm.workbook.template.Sheet;
import mpm.workbook.template.Step;
import mpm.workbook.template.Template;
import mpm.workbook.template.Words;

/** How a test is made large enough, what it added beyond what would have come anyway, and whether that pays. */
public final class TestImpact extends Template {

    static final String READOUT = "Readout";
    static final String SIZE = "Size";
    static final String VERSIONS = "A-B tests";
    static final String LIST_TEST = "List test";
    static final String CUSTOMERS = "Customers";
    static final String TERRITORIES = "Territories";
    static final String EVENT = "Event";

    static final Words METHODS = Words.of("TestMethods", "Method", "Z", "FISHER");
    static final Words CORRECTIONS = Words.of("Corrections", "Correction", "BH", "HOLM", "BONFERRONI");
    static final Words EVIDENCE =
            Words.of("Evidence", "Compared with", "Held out by lot", "Other territories", "The time before");

    @Override
    public String id() {
        return "test-impact";
    }

    @Override
    public String title() {
        return "Test and list impact";
    }

    @Override
    public String purpose() {
        return "Plan tests that are large enough, and see what an offer, a version or a programme added beyond what would have"
                + " come anyway, and whether that pays.";
    }

    @Override
    public List<String> questions() {
        return List.of(
                "How many people does the next test need, and how many days?",
                "What did the campaign add on the list, over those held out?",
                "What did a change do where nobody could be drawn by lot?",
                "Which of all tests survive together, and which effects pay?");
    }

    @Override
    protected List<Sheet> design() {
        return List.of(
                new Sheet(
                        READOUT,
                        "What each test added, how sure it is, and whether it pays.",
                        Hue.TEAL,
                        ReadoutSheet::new),
                new Sheet(SIZE, "How many people and days a test needs, before it starts.", Hue.BLUE, SizeSheet::new),
                new Sheet(
                        VERSIONS,
                        "Two versions shown by lot: which did better, after all the tries.",
                        Hue.BLUE,
                        VersionsSheet::new),
                new Sheet(
                        LIST_TEST,
                        "A list with half of it held out: requests added, and what they are worth.",
                        Hue.AMBER,
                        ListTestSheet::new),
                new Sheet(
                        CUSTOMERS,
                        "Customers served and held out, one by one: orders added for what it cost.",
                        Hue.AMBER,
                        CustomersSheet::new),
                new Sheet(
                        TERRITORIES,
                        "Territories with a change and without, before and after.",
                        Hue.AMBER,
                        TerritoriesSheet::new),
                new Sheet(
                        EVENT,
                        "One series and one event: what would have happened without it.",
                        Hue.AMBER,
                        EventSheet::new));
    }

    @Override
    protected List<Step> steps() {
        return List.of(
                new Step("Plan", SIZE, "Enter rate and smallest effect worth seeing; see how many people it takes."),
                new Step(
                        "Run",
                        VERSIONS,
                        "Enter what both versions brought when the planned number is reached, not before."),
                new Step(
                        "Measure",
                        LIST_TEST,
                        "Enter treated and held out; customers, territories and events on their sheets."),
                new Step("Decide", READOUT, "Read which effects hold together and pay, and write down what you do."));
    }

    @Override
    protected List<Setting> settings() {
        return List.of(
                Setting.number(
                        "Confidence",
                        "p_Confidence",
                        0.95,
                        "0%",
                        0.5,
                        0.999,
                        "How sure Low to High are, on every sheet."),
                Setting.number(
                        "Power",
                        "p_Power",
                        0.8,
                        "0%",
                        0.5,
                        0.99,
                        "How likely a test shall see the effect if it is there."),
                Setting.choice(
                        "Correction",
                        "p_Correction",
                        "BH",
                        CORRECTIONS,
                        "How p is corrected for many tests: BH bounds false finds, HOLM the chance of any."));
    }

    @Override
    protected List<Words> lists() {
        return List.of(Words.REGIONS, METHODS, CORRECTIONS, EVIDENCE);
    }

    @Override
    protected String removal() {
        return "on each sheet type over the tinted cells, and delete the rows that you do not need but one. On the sheet Readout"
                + " a test that you did not make can be deleted. Until there are figures of yours, results answer #N/A or #NUM!.";
    }
}
