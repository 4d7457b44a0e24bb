package mpm.functions.datalink;

import mpm.catalogue.Content;
import mpm.catalogue.Section;

/** Reading and entering the plan data that the service keeps; the permits clause is the register. */
@Section(
        value = "Data link",
        purpose = "Read the figures that finance keeps, and hand yours in, without copying them about.",
        wholeNumbers = Section.WholeNumbers.EXACT,
        checkOrder = Section.CheckOrder.BY_KIND,
        refuses = {Content.TEXT, Content.LOGICAL})
public sealed interface DataLink
        permits Get,
                GetSeries,
                GetGrid,
                Put,
                PutNote,
                Meta,
                Members,
                Fxrate,
                Locked,
                Audit,
                CommitmentOf,
                Drill,
                Reconcile,
                VersionDiff,
                BenchmarkGet {}
