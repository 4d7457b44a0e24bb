package mpm.functions.analytics;

import mpm.catalogue.Section;

/** Finding what moves the figures; the permits clause is the register. */
@Section(
        value = "Analytics",
        purpose = "Find which indicators move with an outcome, how far ahead, and what to expect next.",
        wholeNumbers = Section.WholeNumbers.EXACT,
        checkOrder = Section.CheckOrder.BY_KIND,
        refuses = {})
public sealed interface Analytics
        permits CorrelTest,
                Correl,
                CorrelLag,
                Leadlag,
                Padjust,
                Granger,
                Forecast,
                ForecastHw,
                Backtest,
                CorrelMatrix,
                Trendtest,
                OutcomeDrivers,
                Anomaly,
                Attribute,
                AttributeMarkov,
                AttributeShapley,
                Adstock,
                Saturate,
                MixMarginal,
                AbTest,
                AbTestMeans,
                AbTestSize,
                Uplift,
                Did,
                Impact,
                ResponseFit,
                MixFit,
                MixOptimize,
                LogitFit,
                LogitScore,
                LogitEval,
                Scenario,
                Sensitivity,
                MonteCarlo,
                Pareto,
                Elasticity,
                Dependence {}
