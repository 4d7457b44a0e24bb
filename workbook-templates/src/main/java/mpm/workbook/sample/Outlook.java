package mpm.workbook.sample;

import java.util.List;
import mpm.workbook.sample.Channels.Region;
import mpm.workbook.sample.SampleCompany.Unit;

/** What the sub-functions plan for the year by now, in the order in which the organisation lists them. */
public final class Outlook {

    public static final List<Unit> SUB_FUNCTIONS = SampleCompany.UNITS.stream()
            .filter(unit -> !unit.channel().isEmpty())
            .toList();

    private Outlook() {}

    public static List<Integer> leads() {
        return SUB_FUNCTIONS.stream()
                .map(unit -> Channels.of(unit.channel()).leadsExpected(region(unit)))
                .toList();
    }

    /** The landing forecast, as the leads of each are a part of all. */
    public static List<Integer> revenue() {
        return Parts.of(Revenue.LANDING, leads());
    }

    public static List<Integer> customers() {
        return Parts.of(Revenue.LANDING / SampleCompany.AVERAGE_DEAL, leads());
    }

    /** The leads that are planned of a sub-function. */
    public static int planLeads(Unit unit) {
        return Channels.of(unit.channel()).planLeadsOfTheYear(region(unit));
    }

    private static Region region(Unit unit) {
        return unit.currency().equals(SampleCompany.GROUP_CURRENCY) ? Region.EMEA : Region.AMER;
    }
}
