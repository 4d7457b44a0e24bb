package mpm.functions.accountability;

import mpm.catalogue.Section;

/** Holding an actual against a promise; the permits clause is the register. */
@Section(
        value = "Accountability",
        purpose = "Hold what happened against what was promised, and say honestly whether it is good.",
        wholeNumbers = Section.WholeNumbers.CUT,
        checkOrder = Section.CheckOrder.LEFT_TO_RIGHT,
        refuses = {})
public sealed interface Accountability
        permits Variance,
                VariancePct,
                VarianceFlag,
                Attain,
                Rag,
                Score,
                Scorecard,
                Distance,
                DistanceTime,
                Pace,
                Runrate,
                Landing,
                Xmr,
                Signal,
                SignalRules,
                Ewma,
                Pvm,
                Kept,
                Payout,
                Accuracy,
                Tracking,
                Unitcost,
                Romi,
                Cac,
                Payback,
                Ltv,
                Share,
                Velocity,
                Winrate,
                Recast,
                Narrate {}
