package mpm.functions;

import java.util.List;
import mpm.catalogue.Catalogue;
import mpm.functions.accountability.Accountability;
import mpm.functions.alignment.Alignment;
import mpm.functions.alliances.Alliances;
import mpm.functions.analytics.Analytics;
import mpm.functions.assessment.Assessment;
import mpm.functions.automation.Automation;
import mpm.functions.datalink.DataLink;

/** The functions of MPM. */
public final class Functions {

    /** Every function, section by section. */
    public static final Catalogue CATALOGUE = new Catalogue(List.of(
            Alignment.class,
            Accountability.class,
            Analytics.class,
            Automation.class,
            Alliances.class,
            Assessment.class,
            DataLink.class));

    private Functions() {}
}
