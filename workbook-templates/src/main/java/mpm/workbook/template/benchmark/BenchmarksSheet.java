package mpm.workbook.template.benchmark;

import static mpm.workbook.design.Formula.formula;

import java.util.List;
import java.util.stream.IntStream;
import mpm.workbook.design.Hue;
import mpm.workbook.design.Look;
import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import mpm.workbook.design.Table;
import mpm.workbook.sample.Measurement;
import mpm.workbook.sample.Measurement.Benchmark;
import mpm.workbook.template.Draft;
import mpm.workbook.template.Sheet;
import mpm.workbook.template.Words;
import org.apache.poi.ss.usermodel.PaperSize;

/** The figures among those of peers. */
final class BenchmarksSheet implements Sheet.Design {

    private static final int ROOM = 10;
    private static final Look FIGURE = Look.PLAIN.format("0.0").right();
    private static final Look RULED = FIGURE.rule(Hue.LINE);
    private static final Look COUNT = Looks.COUNT.rule(Hue.LINE);

    private final Draft draft;
    private final Page page;

    BenchmarksSheet(Draft draft, Page page) {
        this.draft = draft;
        this.page = page;
    }

    @Override
    public void write() {
        page.widths(2);
        draft.head(page, "Benchmarks", "M");
        standing();
        Table<Benchmark> metrics = page.section("B20:F20", "Our figures")
                .<Benchmark>table("Measures", "B21")
                .input("Metric", 28, Looks.TEXT.bold(), Benchmark::metric)
                .input(
                        "Unit",
                        13,
                        Looks.WORD,
                        benchmark -> benchmark.unit().equals("EUR") ? formula("=p_Currency") : benchmark.unit())
                .input("Value", 13, FIGURE, Benchmark::own)
                .choice(
                        "Direction",
                        13,
                        Looks.WORD,
                        Words.DIRECTIONS.name(),
                        benchmark -> benchmark.isLowerBetter() ? "LOWER" : "HIGHER")
                .input("Weight", 13, Looks.COUNT, benchmark -> 1)
                .rows(Measurement.BENCHMARKS, Looks.HEADER, 17);
        peers();
        page.section("B31:F31", "Our standing by metric, 0 to 100");
        page.chart(
                        "B32:F42",
                        "Our standing by metric",
                        "A bar for each metric: the share of the peers that we beat, from 0 to 100.")
                .by(page, "B8:B12")
                .bars("Standing", page, "I8:I12", Hue.TEAL)
                .scale("0", 0.0, 100.0);
        page.numbers(metrics.cells("Weight"), "0", "1000", "Enter a weight, 0 or more.");
        draft.check(
                "Metrics: those entered, and those that were scored",
                "=ROWS(Measures[Metric])",
                "=COUNT('Benchmarks'!$C$8:$C$17)");
        draft.check(
                "Peers: those entered, and those in the first metric",
                "=ROWS(Peers[Peer])",
                "=SUMIFS('Benchmarks'!$J$8:$J$17,'Benchmarks'!$B$8:$B$17,INDEX(Measures[Metric],1))");
        page.freeze(0, 5).print("A1:N43", PaperSize.A4_PAPER, true, 0);
    }

    private void standing() {
        page.section("B6:K6", "Where do we stand among the peers?");
        String rows = page.spill(
                "B7",
                formula("=MPM.BENCHMARK.TABLE(Measures[#All],Peers[#All])"),
                ROOM,
                Looks.CAPTION,
                Look.PLAIN.bold().rule(Hue.LINE),
                RULED.bold(),
                RULED,
                RULED,
                Looks.PERCENT.format("0%").rule(Hue.LINE),
                Look.PLAIN.format("+0.00;-0.00;0.00").right().rule(Hue.LINE),
                Looks.POINTS.rule(Hue.LINE),
                COUNT.bold(),
                COUNT,
                Looks.WORD.rule(Hue.LINE));
        page.when("H8:H17", "AND(ISNUMBER($H8),N($H8)<0)", Hue.CORAL, null);
        page.when("H8:H17", "AND(ISNUMBER($H8),N($H8)>0)", Hue.BLUE, null);
        page.when(rows, "$B8=\"COMPOSITE\"", Hue.NAVY, Hue.MIST);
        page.put(
                "B18",
                "Percentile: the share of the peers that we beat, whichever direction is better. The gap to the best quarter is"
                        + " 0 or more within it.",
                Looks.NOTE);
    }

    private void peers() {
        page.section("H20:M20", "Figures of the peers (illustrative)");
        List<Integer> places = IntStream.range(
                        0, Measurement.BENCHMARKS.get(0).peers().size())
                .boxed()
                .toList();
        Table<Integer> peers =
                page.<Integer>table("Peers", "H21").input("Peer", 18, Looks.TEXT.bold(), place -> "P" + (place + 1));
        for (Benchmark benchmark : Measurement.BENCHMARKS) {
            peers.input(
                    benchmark.metric(), 13, FIGURE, place -> benchmark.peers().get(place));
        }
        peers.rows(places, Looks.HEADER, 17);
        page.height(21, 34);
    }
}
