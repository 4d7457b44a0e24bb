package mpm.functions.alignment;

import mpm.catalogue.Content;
import mpm.catalogue.Section;

/** Taking the enterprise's goals down to every unit; the permits clause is the register. */
@Section(
        value = "Alignment",
        purpose =
                "Take the enterprise's goals down to every unit so that the parts add up, and see what leads to an outcome.",
        wholeNumbers = Section.WholeNumbers.CUT,
        checkOrder = Section.CheckOrder.BY_KIND,
        refuses = Content.TEXT)
public sealed interface Alignment
        permits Cascade,
                CascadeTree,
                CascadePhase,
                Rebalance,
                Seasonality,
                Rollup,
                CascadeGap,
                Funnel,
                FunnelPlan,
                FunnelRun,
                FunnelFit,
                Revplan,
                AlignCoverage,
                AlignScore,
                Ahp,
                Opportunity,
                Nps,
                TargetProbability,
                TargetStretch,
                Contribution {}
