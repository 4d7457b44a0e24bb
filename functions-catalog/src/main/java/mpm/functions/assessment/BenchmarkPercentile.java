package mpm.functions.assessment;

import static mpm.catalogue.Stage.MEASURE;

import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.Cell;
import mpm.cell.Shape;
import mpm.cell.Spill;

/** VALUES is the mean of the weak and the strict percentile of scipy's {@code percentileofscore}. */
@WorksheetFunction(
        name = "BENCHMARK.PERCENTILE",
        question = "What share of the peers do we beat?",
        stage = MEASURE,
        source = "Hazen's rule of the percentile rank.",
        caution =
                "With few peers one more or less moves the share a lot, and peers differ from you in more than this figure.",
        method =
                "The share of peers below, equal ones counting half; between published points it is linear. Where lower is better, 1 less that.",
        related = {"BENCHMARK.SCORE", "BENCHMARK.TABLE"})
@Example(
        formula = "=MPM.BENCHMARK.PERCENTILE(155, {118,131,140,149,155,166,176,180,185,191,203,240}, \"LOWER\")",
        shows = "0.625",
        because = "A lower cost per lead than seven and a half of twelve peers.")
@Example(
        formula = "=MPM.BENCHMARK.PERCENTILE({58;74.5;30}, {0.25,42;0.5,58;0.75,91}, , \"POINTS\")",
        shows = "{0.5;0.625;0.25}",
        because = "Published quartiles are enough; 30 lies outside them and gets their end.")
@Example(
        formula = "=MPM.BENCHMARK.PERCENTILE(21, {12,15;17,18;20,22})",
        shows = "#VALUE!",
        because = "A block of two columns is read as points only.")
public record BenchmarkPercentile(
        @Argument(name = "value", value = "Our figure.", each = true)
        double figure,

        @Argument(
                "The figures of the peers; for POINTS two columns, the share of peers and the value they stay at or below.")
        Peers peers,

        @Argument(value = "HIGHER or LOWER is better.", otherwise = "HIGHER")
        Aim direction,

        @Argument(value = "VALUES of single peers, or published POINTS such as quartiles.", otherwise = "VALUES")
        Form form)
        implements Assessment, Computed<Spill> {

    /** What is known of the peers. */
    public enum Form {
        VALUES,
        POINTS
    }

    @Override
    public Spill value() {
        if (form == Form.VALUES) {
            return spill(peers.required().percentile(figure, direction));
        }
        PublishedPoints points = PublishedPoints.of(peers.cells());
        double share = points.shareAtOrBelow(figure);
        Spill spill = spill(direction == Aim.HIGHER ? share : 1 - share);
        return points.covers(figure)
                ? spill
                : spill.noting("%s lies outside the published range: the share of its end is shown."
                        .formatted(Cell.of(figure).shown()));
    }

    private static Spill spill(double share) {
        return Spill.of(new Shape(1, 1), place -> Cell.of(share));
    }
}
