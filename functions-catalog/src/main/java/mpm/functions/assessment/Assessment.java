package mpm.functions.assessment;

import mpm.catalogue.Content;
import mpm.catalogue.Section;

/** Judging where the organisation stands; the permits clause is the register. */
@Section(
        value = "Assessment",
        purpose = "Judge where marketing stands: against its peers, against its targets, and in its own practice.",
        wholeNumbers = Section.WholeNumbers.EXACT,
        checkOrder = Section.CheckOrder.BY_KIND,
        refuses = {Content.TEXT, Content.LOGICAL})
public sealed interface Assessment
        permits BenchmarkPercentile,
                BenchmarkZ,
                BenchmarkGap,
                BenchmarkScore,
                BenchmarkQuartile,
                BenchmarkTable,
                Composite,
                Maturity,
                Swot,
                Infoquality,
                Reliability,
                Agreement,
                Improve {}
