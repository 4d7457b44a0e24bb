package mpm.functions.analytics;

import static mpm.catalogue.Stage.MEASURE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mpm.catalogue.Argument;
import mpm.catalogue.Computed;
import mpm.catalogue.Example;
import mpm.catalogue.WorksheetFunction;
import mpm.cell.Cell;
import mpm.cell.Column;
import mpm.cell.Series;
import mpm.cell.Table;
import mpm.method.response.Curve;
import mpm.method.response.CurveFit;
import mpm.method.statistics.Pairs;
import mpm.method.statistics.Sums;

@WorksheetFunction(
        name = "RESPONSE.FIT",
        question = "What saturation curve do my spend and response figures follow?",
        stage = MEASURE,
        method = "Least squares over all curves of the form: a grid over K and S, its best points refined.",
        source = "Golub and Pereyra, SIAM Journal on Numerical Analysis 10, 1973.",
        caution = "Past spend was chosen, not randomised: a curve fitted to it is not proof of effect.",
        related = {"SATURATE", "MIX.MARGINAL"})
@Example(
        formula =
                "=MPM.RESPONSE.FIT({0;128;257;450;600;692;757}, {0;10000;25000;62000;124000;206000;330000}, \"HILL\", FALSE)",
        shows =
                "{\"Param\",\"Estimate\",\"SE\";\"Beta\",902.7751318,5.513036187;\"K\",62461.08228,991.671642;\"S\",0.9932349836,0.00918333028;\"R2\",0.9999795886,\"\";\"RMSE\",1.217842891,\"\";\"Converged\",TRUE,\"\"}",
        because = "Search nears 900 leads a month and has half of them at 62,000.")
@Example(
        formula = "=MPM.RESPONSE.FIT({20;27;49;76;112;157;196;246;276;295}, {0;2;5;8;12;18;25;40;60;90}, , , FALSE)",
        shows =
                "{\"Intercept\",19.87800963,0.2561367324;\"Beta\",299.9248029,0.7367946596;\"K\",19.99816462,0.06802622343;\"S\",1.604869724,0.007386657025;\"R2\",0.9999934992,\"\";\"RMSE\",0.2513979161,\"\";\"Converged\",TRUE,\"\"}",
        because = "Twenty trials come without any spend; a slope above 1 makes the curve an S.")
@Example(
        formula = "=MPM.RESPONSE.FIT({1;2;3;4}, {1;2;3;4})",
        shows = "#NUM!",
        because = "Four points are too few for a curve.")
public record ResponseFit(
        @Argument("What came back in each period, such as leads.")
        Series response,

        @Argument("What was spent in the same periods, or its adstock.")
        Series spend,

        @Argument(value = "HILL, EXP, LOGISTIC, POWER or LOG: the shape of the curve.", otherwise = "HILL")
        Curve curve,

        @Argument(value = "FALSE if there is no response without spend.", otherwise = "TRUE")
        boolean intercept)
        implements Analytics, Computed<Table<ResponseFit.Line>> {

    /** A parameter of the curve. */
    public record Line(
            @Column(value = "Param", meaning = "Intercept, Beta (ceiling), K (half-saturation) or S (slope).")
            String parameter,

            @Column(value = "Estimate", meaning = "Its value.")
            double estimate,

            @Column(value = "SE", meaning = "Its standard error; blank where the figures cannot tell it.")
            Cell standardError) {}

    @Override
    public Table<Line> value() {
        Pairs pairs = Pairs.of(spend, response);
        double[] y = pairs.y();
        CurveFit fit = CurveFit.of(curve, intercept, pairs.x(), y);
        Optional<double[]> errors = fit.isConverged() ? fit.standardErrors() : Optional.empty();
        List<String> names = names();
        double[] estimates = fit.estimates();
        List<Line> lines = new ArrayList<>();
        for (int place = 0; place < estimates.length; place++) {
            int parameter = place;
            lines.add(new Line(
                    names.get(place),
                    estimates[place],
                    errors.map(each -> Cell.of(each[parameter])).orElse(Cell.blank())));
        }
        return Table.of(Line.class, lines)
                .footer("R2", 1 - fit.squares() / Sums.ofSquaredDeviations(y))
                .footer("RMSE", Math.sqrt(fit.squares() / y.length))
                .footer("Converged", Cell.of(fit.isConverged()));
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        if (intercept) {
            names.add("Intercept");
        }
        names.add("Beta");
        if (curve.hasK()) {
            names.add("K");
        }
        if (curve.hasS()) {
            names.add("S");
        }
        return names;
    }
}
