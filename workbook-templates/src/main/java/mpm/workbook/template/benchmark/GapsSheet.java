package mpm.workbook.template.benchmark;

import java.util.List;
import mpm.workbook.design.Hue;
import mpm.workbook.design.Look;
import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import mpm.workbook.design.Table;
import mpm.workbook.sample.Measurement;
import mpm.workbook.sample.Measurement.Benchmark;
import mpm.workbook.sample.SampleCompany;
import mpm.workbook.sample.SampleCompany.Factor;
import mpm.workbook.template.Draft;
import mpm.workbook.template.Sheet;
import mpm.workbook.template.Signals;
import org.apache.poi.ss.usermodel.PaperSize;

/** How far figures are from the peers and factors from their target; what matters most and lacks most comes first. */
final class GapsSheet implements Sheet.Design {

    private static final Look FIGURE = Look.PLAIN.format("0.0").right();

    /** What the sample thinks of its metrics and factors, in their order. */
    private static final List<Integer> METRICS_MATTER = List.of(4, 2, 4, 3, 5);

    private static final List<Integer> FACTORS_MATTER = List.of(3, 4, 4, 3, 5, 2);

    private final Draft draft;
    private final Page page;

    GapsSheet(Draft draft, Page page) {
        this.draft = draft;
        this.page = page;
    }

    @Override
    public void write() {
        page.widths(2);
        draft.head(page, "Gaps", "K");
        page.section("B6:K6", "Figures against peers: ▲ better, ▼ worse");
        Table<Benchmark> metrics = page.<Benchmark>table("MetricGaps", "B7")
                .input("Metric", 28, Looks.TEXT.bold(), Benchmark::metric)
                .calculated("Ours", 12, FIGURE, "=INDEX(Measures[Value],MATCH([@Metric],Measures[Metric],0))")
                .calculated("Better", 12, Looks.WORD, "=INDEX(Measures[Direction],MATCH([@Metric],Measures[Metric],0))")
                .calculated("To the median", 13, Looks.DEVIATION, gap("MEDIAN"))
                .calculated("To the best quarter", 13, Looks.DEVIATION, gap("TOPQ"))
                .calculated("To the best", 15, Looks.DEVIATION, gap("BEST"))
                .calculated(
                        "Quarter",
                        11,
                        Looks.WORD.bold(),
                        "=MPM.BENCHMARK.QUARTILE([@Ours],%s,[@Better])".formatted(peers()))
                .input(
                        "Matters, 1 to 5",
                        15,
                        Looks.COUNT,
                        benchmark -> METRICS_MATTER.get(Measurement.BENCHMARKS.indexOf(benchmark)))
                .calculated(
                        "Priority",
                        12,
                        Look.PLAIN.format("0.00").right(),
                        "=[@[Matters, 1 to 5]]*MAX(0,-[@[To the best quarter]])")
                .calculated(
                        "Begin with",
                        11,
                        Looks.WORD.bold(),
                        "=IF([@Priority]=0,\"●\",RANK([@Priority],MetricGaps[Priority]))")
                .rows(Measurement.BENCHMARKS, Looks.HEADER, 19);
        page.height(7, 32);
        for (String column : new String[] {"E", "F", "G"}) {
            Signals.deviation(page, "%1$s8:%1$s12".formatted(column), column + "8");
        }
        page.numbers(metrics.cells("Matters, 1 to 5"), "1", "5", "Enter a number from 1 to 5.");
        factors();
        page.section("B29:E29", "Gap to the best quarter, by metric")
                .section("G29:K29", "Gap to the target, by factor");
        page.chart(
                        "B30:E44",
                        "Gap to the best quarter by metric",
                        "A column for each metric: how far it is from the best quarter of the peers, below zero where it is worse.")
                .by(page, metrics.cells("Metric"))
                .columns("To the best quarter", page, metrics.cells("To the best quarter"), Hue.TEAL)
                .scale("0%", null, null);
        page.freeze(0, 5).print("A1:L45", PaperSize.A4_PAPER, true, 0);
    }

    private void factors() {
        page.section("B18:K18", "Success factors against their target");
        Table<Factor> factors = page.<Factor>table("FactorGaps", "B19")
                .choice("Factor", 28, Looks.TEXT.bold(), "Factors", Factor::name)
                .calculated("Level", 12, FIGURE, found("I"))
                .calculated("Target", 12, FIGURE, found("K"))
                .calculated("To the target", 13, Looks.DEVIATION, "=IF([@Target]=0,0,[@Level]/[@Target]-1)")
                .calculated("Since last year", 13, Looks.POINTS, found("O"))
                .calculated("Lowest practice", 13, Look.PLAIN.format("0").right(), found("J"))
                .calculated("Practices", 11, Looks.WORD, "=COUNTIFS(Practices[Factor],[@Factor])")
                .input(
                        "Matters, 1 to 5",
                        15,
                        Looks.COUNT,
                        factor -> FACTORS_MATTER.get(SampleCompany.FACTORS.indexOf(factor)))
                .calculated(
                        "Priority",
                        12,
                        Look.PLAIN.format("0.00").right(),
                        "=[@[Matters, 1 to 5]]*MAX(0,-[@[To the target]])")
                .calculated(
                        "Begin with",
                        11,
                        Looks.WORD.bold(),
                        "=IF([@Priority]=0,\"●\",RANK([@Priority],FactorGaps[Priority]))")
                .rows(SampleCompany.FACTORS, Looks.HEADER, 19);
        page.height(19, 32);
        Signals.deviation(page, factors.cells("To the target"), "E20");
        page.when(factors.cells("Since last year"), "N($F20)<0", Hue.CORAL, null);
        page.when(factors.cells("Since last year"), "N($F20)>0", Hue.BLUE, null);
        page.when("K8:K12", "$K8=1", Hue.CORAL, Hue.CORAL.tint(0.9));
        page.when("K20:K25", "$K20=1", Hue.CORAL, Hue.CORAL.tint(0.9));
        page.numbers(factors.cells("Matters, 1 to 5"), "1", "5", "Enter a number from 1 to 5.");
        page.chart(
                        "G30:K44",
                        "Gap to the target by factor",
                        "A column for each success factor: how far its level is from the target, below zero where it is short.")
                .by(page, factors.cells("Factor"))
                .columns("To the target", page, factors.cells("To the target"), Hue.AMBER)
                .scale("0%", null, null);
        draft.check(
                "Practices of all factors, and those rated",
                "=SUM(FactorGaps[Practices])",
                "=ROWS(Practices[Practice])");
    }

    private static String peers() {
        return "INDEX(Peers[#Data],0,MATCH([@Metric],Peers[#Headers],0))";
    }

    private static String gap(String to) {
        return "=MPM.BENCHMARK.GAP([@Ours],%s,[@Better],\"%s\",\"PCT\")".formatted(peers(), to);
    }

    /** What the sheet of the six factors says of the factor, in one of its columns. */
    private static String found(String column) {
        return "=INDEX('Six factors'!$%1$s$8:$%1$s$17,MATCH([@Factor],'Six factors'!$H$8:$H$17,0))".formatted(column);
    }
}
