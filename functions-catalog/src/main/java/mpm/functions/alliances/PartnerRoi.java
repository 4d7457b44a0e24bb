package mpm.functions.alliances;

import static mpm.catalogue.Stage.MEASURE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.Rows;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.Cell;
import mpm.cell.CellError;
import mpm.cell.Column;
import mpm.cell.Labels;
import mpm.cell.Table;
import mpm.method.statistics.Sums;

@WorksheetFunction(
        name = "PARTNER.ROI",
        question = "What did our partner (MDF and co-op) funds return?",
        stage = MEASURE,
        caution = "Revenue is what the table credits to the partner, not proven to be caused by the funds.",
        method =
                "Utilization is used by granted, Claim rate claimed by used, ROI revenue times margin less used, by used.",
        related = {"PARTNER.SCORE"})
@Example(
        formula =
                "=MPM.PARTNER.ROI({\"Partner\",\"FundsGranted\",\"FundsUsed\",\"Claimed\",\"Pipeline\",\"Revenue\",\"Margin\";"
                        + "\"Kestrel\",120000,100000,96000,1560000,420000,0.4;\"Osier\",192000,160000,150000,180000,60000,0.4})",
        shows = "{\"Partner\",\"Utilization\",\"Claim rate\",\"ROI\",\"Pipeline per unit\";"
                + "\"Kestrel\",0.8333333333,0.96,0.68,15.6;\"Osier\",0.8333333333,0.9375,-0.85,1.125;"
                + "\"TOTAL\",0.8333333333,0.9461538462,-0.2615384615,6.6923076923}",
        because = "Osier used more and returned a tenth.")
@Example(
        formula =
                "=MPM.PARTNER.ROI({\"Partner\",\"FundsGranted\",\"FundsUsed\",\"Claimed\",\"Pipeline\",\"Revenue\",\"Margin\";"
                        + "\"Acme\",10000,8000,8000,90000,30000,\"\"},FALSE)",
        shows = "{\"Acme\",0.8,1,#N/A,11.25;\"TOTAL\",0.8,1,#N/A,11.25}",
        because = "Without a margin revenue is no return.")
@Example(
        formula = "=MPM.PARTNER.ROI({\"Partner\",\"FundsGranted\";\"Kestrel\",120000})",
        shows = "#VALUE!",
        because = "Columns are missing.")
public record PartnerRoi(
        @Argument("One or several rows for each partner, all money in one currency.")
        Rows<Fund> funds) implements Alliances, Computed<Table<PartnerRoi.Line>> {

    /** Money of a partner and what came of it. */
    public record Fund(
            @Column(value = "Partner", meaning = "Who got it.")
            Optional<String> partner,

            @Column(value = "FundsGranted", meaning = "What was promised.", otherwise = "0")
            double granted,

            @Column(value = "FundsUsed", meaning = "What was spent.", otherwise = "0")
            double used,

            @Column(value = "Claimed", meaning = "What the partner asked back.", otherwise = "0")
            double claimed,

            @Column(value = "Pipeline", meaning = "Pipeline credited to it.", otherwise = "0")
            double pipeline,

            @Column(value = "Revenue", meaning = "Revenue credited to it.", otherwise = "0")
            double revenue,

            @Column(value = "Margin", meaning = "The part of the revenue that stays, such as .4.")
            Optional<Double> margin) {}

    /** A partner. */
    public record Line(
            @Column(value = "Partner", meaning = "The partner, or TOTAL.")
            String partner,

            @Column(value = "Utilization", meaning = "Share of what was granted that was used.")
            Cell utilization,

            @Column(
                    value = "Claim rate",
                    meaning = "Share of what was used that was claimed; above 1 is more than was used.")
            Cell claimRate,

            @Column(value = "ROI", meaning = "Margin less funds, by funds: 0 is money back.")
            Cell roi,

            @Column(value = "Pipeline per unit", meaning = "Pipeline for each unit of funds used.")
            Cell pipelinePerUnit) {}

    @Override
    public Table<Line> value() {
        List<Line> lines = new ArrayList<>();
        for (Labels.Group<Fund> partner : Labels.groups(funds.values(), Fund::partner)) {
            lines.add(line(partner.label(), partner.members()));
        }
        lines.add(line("TOTAL", funds.values()));
        return Table.of(Line.class, lines);
    }

    private static Line line(String partner, List<Fund> funds) {
        if (funds.stream().anyMatch(fund -> fund.granted() < 0 || fund.used() < 0 || fund.claimed() < 0)) {
            Cell failure =
                    Cell.of(CellError.NUM.because("Funds granted, used or claimed are negative: give 0 or more."));
            return new Line(partner, failure, failure, failure, failure);
        }
        double used = sum(funds, Fund::used);
        return new Line(
                partner,
                Cell.computed(() -> ratio(used, sum(funds, Fund::granted), "granted")),
                Cell.computed(() -> ratio(sum(funds, Fund::claimed), used, "used")),
                Cell.computed(() -> ratio(margin(funds) - used, used, "used")),
                Cell.computed(() -> ratio(sum(funds, Fund::pipeline), used, "used")));
    }

    private static double margin(List<Fund> funds) {
        if (funds.stream()
                .anyMatch(
                        fund -> fund.margin().filter(each -> Math.abs(each) > 1).isPresent())) {
            throw CellError.NUM.because("A Margin is above 1: give a fraction, .4 for 40 %.");
        }
        if (funds.stream().anyMatch(fund -> fund.margin().isEmpty() && fund.revenue() != 0)) {
            throw CellError.NA.because("A row with Revenue has no Margin: fill it in.");
        }
        return sum(funds, fund -> fund.revenue() * fund.margin().orElse(0.0));
    }

    private static double ratio(double above, double below, String what) {
        if (below == 0) {
            throw CellError.DIV0.because("No funds were %s, so there is nothing to divide by.".formatted(what));
        }
        return above / below;
    }

    private static double sum(List<Fund> funds, ToDoubleFunction<Fund> figure) {
        return Sums.of(funds.stream().mapToDouble(figure).toArray());
    }
}
