package mpm.functions.alliances;

import mpm.catalogue.Content;
import mpm.catalogue.Section;

/** Working with partners and other functions; the permits clause is the register. */
@Section(
        value = "Alliances",
        purpose =
                "See who does what, who answers for it, and whether work passes smoothly between people and partners.",
        wholeNumbers = Section.WholeNumbers.EXACT,
        checkOrder = Section.CheckOrder.BY_KIND,
        refuses = {Content.TEXT, Content.LOGICAL})
public sealed interface Alliances
        permits PartnerScore, PartnerRoi, CoopShare, RaciCheck, HandoffSla, HandoffFlow, Transparency {}
