package mpm.functions.alignment;

import static mpm.catalogue.Stage.PLAN;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.Rows;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.Answer;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.Column;
import mpm.cell.Table;
import mpm.functions.alignment.LineOfSight.Item;
import mpm.functions.alignment.LineOfSight.Sight;
import mpm.method.statistics.Sums;

@WorksheetFunction(
        name = "ALIGN.COVERAGE",
        question = "Which activities and which money lead to an outcome, and which are random acts of marketing?",
        stage = PLAN,
        method = "The links from activities to goals are followed upwards; what reaches an outcome is in line "
                + "of sight. Money follows the shares on its links.",
        caution = "A link is a claim, not evidence of effect.",
        related = "ROLLUP",
        table = {AlignCoverage.Figure.class, AlignCoverage.Line.class})
@Example(
        formula = "=MPM.ALIGN.COVERAGE({\"Item\",\"Parent\",\"Type\",\"Spend\";"
                + "\"Webinar\",\"Pipeline programme\",\"Activity\",40000;\"Trade fair\",\"\",\"Activity\",60000;"
                + "\"Pipeline programme\",\"Revenue\",\"Programme\",\"\";\"Revenue\",\"\",\"Outcome\",\"\";"
                + "\"Retention\",\"\",\"Outcome\",\"\"})",
        shows = "{\"Measure\",\"Value\";\"Items\",3;\"In line of sight\",2;\"Orphans\",1;\"Widows\",1;"
                + "\"Item coverage %\",0.6666666667;\"Spend coverage %\",0.4;\"Mean path length\",1.5}",
        because = "The trade fair leads nowhere, and nothing leads to retention.")
@Example(
        formula = "=MPM.ALIGN.COVERAGE({\"Item\",\"Parent\",\"Type\",\"Spend\",\"Share\";"
                + "\"Search\",\"New logos\",\"Activity\",600000,0.8;\"Search\",\"Retention\",\"\",\"\",0.2;"
                + "\"Customer event\",\"Advocacy\",\"Activity\",86000,\"\";"
                + "\"New logos\",\"\",\"Outcome\",\"\",\"\";\"Retention\",\"\",\"Outcome\",\"\",\"\"}, , \"DETAIL\")",
        shows = "{\"Item\",\"Reaches\",\"Path\",\"Spend\",\"Status\";"
                + "\"Search\",\"New logos, Retention\",\"Search > New logos\",600000,\"OK\";"
                + "\"Customer event\",\"\",\"\",86000,\"ORPHAN\";\"New logos\",\"\",\"\",\"\",\"OK\";"
                + "\"Retention\",\"\",\"\",\"\",\"OK\"}",
        because = "Advocacy is no item of the table, so the customer event reaches nothing.")
@Example(
        formula = "=MPM.ALIGN.COVERAGE({\"Item\",\"Parent\",\"Type\";\"Webinar\",\"Campaign\",\"Activity\";"
                + "\"Campaign\",\"Webinar\",\"Programme\"})",
        shows = "#VALUE!",
        because = "The two lead in a circle.")
public record AlignCoverage(
        @Argument("One row for each link from an item to what it serves; a blank Parent is no link.")
        Rows<Link> links,

        @Argument(value = "The Type of the items that count as goals.", otherwise = "OUTCOME")
        String top,

        @Argument(value = "SUMMARY: the figures of all. DETAIL: a row for each item.", otherwise = "SUMMARY")
        Output output)
        implements Alignment, Computed<Answer> {

    /** What a cell of Excel holds at most; without a limit the paths of one long chain would fill the memory. */
    private static final int LONGEST_TEXT = 32_767;

    /** Which table is asked for. */
    public enum Output {
        SUMMARY,
        DETAIL
    }

    /** A link from an item to what it serves. */
    public record Link(
            @Column(value = "Item", meaning = "The activity, programme or goal.")
            Cell item,

            @Column(value = "Parent", meaning = "The item that it serves; blank for none.")
            Cell parent,

            @Column(value = "Type", meaning = "What it is, such as ACTIVITY or OUTCOME; once for each item.")
            Optional<String> type,

            @Column(value = "Spend", meaning = "What it costs, 0 or more; once for each item.", optional = true)
            Optional<Double> spend,

            @Column(
                    value = "Share",
                    meaning = "The part of the item's spend that serves this parent; blank everywhere for equal parts.",
                    optional = true)
            Optional<Double> share) {}

    /** A figure of the summary. */
    public record Figure(
            @Column(value = "Measure", meaning = "Of the SUMMARY: what is counted.")
            String measure,

            @Column(value = "Value", meaning = "Of the SUMMARY: the figure; percentages are fractions.")
            Cell value) {}

    /** An item in detail. */
    public record Line(
            @Column(value = "Item", meaning = "Of the DETAIL: the item.")
            Cell item,

            @Column(value = "Reaches", meaning = "The goals that its links lead to.")
            Cell reaches,

            @Column(value = "Path", meaning = "The shortest way to one of them.")
            Cell path,

            @Column(value = "Spend", meaning = "What it costs.")
            Cell spend,

            @Column(
                    value = "Status",
                    meaning = "OK, ORPHAN (reaches no goal), or WIDOW (a goal that no activity reaches).")
            String status) {}

    @Override
    public Answer value() {
        LineOfSight sight = LineOfSight.of(links, top);
        return output == Output.SUMMARY ? summary(sight) : detail(sight);
    }

    private Table<Figure> summary(LineOfSight sight) {
        List<Item> items = sight.items().stream().filter(item -> !item.isTop()).toList();
        List<Sight> sights =
                items.stream().map(sight::from).filter(Sight::reachesAny).toList();
        Set<Item> reached = sight.reachedByActivities();
        List<Item> widows = sight.items().stream()
                .filter(item -> item.isTop() && !reached.contains(item))
                .toList();
        return Table.of(
                Figure.class,
                List.of(
                        new Figure("Items", Cell.of(items.size())),
                        new Figure("In line of sight", Cell.of(sights.size())),
                        new Figure("Orphans", Cell.of(items.size() - sights.size())),
                        new Figure("Widows", Cell.of(widows.size())),
                        new Figure(
                                "Item coverage %",
                                share(sights.size(), items.size(), "There is no item beside the goals.")),
                        new Figure("Spend coverage %", links.has("Spend") ? spendCoverage(items) : Cell.blank()),
                        new Figure(
                                "Mean path length",
                                sights.isEmpty()
                                        ? Cell.blank()
                                        : Cell.of(sights.stream()
                                                .mapToInt(Sight::length)
                                                .average()
                                                .orElseThrow()))));
    }

    private static Cell spendCoverage(List<Item> items) {
        double[] spend =
                items.stream().mapToDouble(item -> item.spend().orElse(0.0)).toArray();
        double[] covered = items.stream().mapToDouble(Item::coveredPart).toArray();
        return share(Sums.ofProducts(spend, covered), Sums.of(spend), "Nothing is spent.");
    }

    private static Cell share(double part, double whole, String otherwise) {
        return whole == 0 ? Cell.of(CellError.DIV0.because(otherwise)) : Cell.of(part / whole);
    }

    private Table<Line> detail(LineOfSight sight) {
        Set<Item> reached = sight.reachedByActivities();
        return Table.of(
                Line.class,
                sight.items().stream()
                        .map(item -> {
                            Sight seen = sight.from(item);
                            String status = item.isTop()
                                    ? reached.contains(item) ? "OK" : "WIDOW"
                                    : seen.reachesAny() ? "OK" : "ORPHAN";
                            return new Line(
                                    item.name(),
                                    joined(seen.reached(), ", "),
                                    joined(seen.path(), " > "),
                                    item.spend().map(Cell::of).orElse(Cell.blank()),
                                    status);
                        })
                        .toList());
    }

    private static Cell joined(List<Item> items, String separator) {
        String text = items.stream().map(item -> Names.text(item.name())).collect(Collectors.joining(separator));
        return text.length() <= LONGEST_TEXT
                ? Cell.of(text)
                : Cell.of(CellError.VALUE.because(
                        "The text has more than the %,d characters that a cell can show.".formatted(LONGEST_TEXT)));
    }
}
