package mpm.workbook.template.benchmark;

import java.util.List;
import mpm.workbook.design.Hue;
import mpm.workbook.template.Setting;
import mpm.workbook.template.Sheet;
import mpm.workbook.template.Step;
import mpm.workbook.template.Template;
import mpm.workbook.template.Words;

/** How mature marketing's performance management is, how it stands among peers, and what is done about it. */
public final class BenchmarkAssessment extends Template {

    static final String FACTORS = "Six factors";
    static final String BENCHMARKS = "Benchmarks";
    static final String GAPS = "Gaps";
    static final String ROADMAP = "Roadmap";
    static final String SWOT = "SWOT";

    static final Words TYPES = Words.of("SwotTypes", "Type", "Strength", "Weakness", "Opportunity", "Threat");

    @Override
    public String id() {
        return "benchmark";
    }

    @Override
    public String title() {
        return "Benchmark and maturity";
    }

    @Override
    public String purpose() {
        return "Rate the six success factors, hold your figures against those of peers, weigh strengths and threats, and follow"
                + " what closes the gaps.";
    }

    @Override
    public List<String> questions() {
        return List.of(
                "How mature are the six success factors, and where do we begin?",
                "Where do we stand among peers, better or worse?",
                "Does the roadmap reach the level that we want, and what is overdue?",
                "What do strengths, weaknesses, opportunities and threats add up to?");
    }

    @Override
    protected List<Sheet> design() {
        return List.of(
                new Sheet(
                        FACTORS,
                        "The level of each practice, and how mature the six success factors are.",
                        Hue.TEAL,
                        SixFactorsSheet::new),
                new Sheet(
                        BENCHMARKS,
                        "Your figures among those of peers: percentile, gap and score.",
                        Hue.TEAL,
                        BenchmarksSheet::new),
                new Sheet(
                        GAPS,
                        "How far each figure and factor is from where it should be, both ways.",
                        Hue.AMBER,
                        GapsSheet::new),
                new Sheet(
                        ROADMAP,
                        "What is done, by whom and when, and whether it reaches the target.",
                        Hue.BLUE,
                        RoadmapSheet::new),
                new Sheet(
                        SWOT,
                        "Strengths, weaknesses, opportunities and threats, weighed and ranked.",
                        Hue.BLUE,
                        SwotSheet::new));
    }

    @Override
    protected List<Step> steps() {
        return List.of(
                new Step("Assess", FACTORS, "Rate each practice from 1 to 5, with its evidence."),
                new Step("Compare", BENCHMARKS, "Enter your figures and those of peers; their names head the columns."),
                new Step("Choose", GAPS, "Say how much each gap matters; the rank says where to begin."),
                new Step("Act", ROADMAP, "Plan what lifts the factors, and report progress each month."));
    }

    @Override
    protected List<Setting> settings() {
        return List.of(Setting.number(
                "Level to reach",
                "p_Level",
                4,
                "0.0",
                1,
                5,
                "The level that every success factor should reach, of 5."));
    }

    @Override
    protected List<Words> lists() {
        return List.of(Words.FACTORS, Words.DIRECTIONS, TYPES);
    }

    @Override
    protected String removal() {
        return "on each sheet type over the tinted cells, and delete the rows that you do not need; on the sheet Benchmarks the"
                + " peers' columns bear the names of your metrics. Until there are figures of yours, results answer #N/A.";
    }
}
