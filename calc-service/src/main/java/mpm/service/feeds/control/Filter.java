package mpm.service.feeds.control;

import java.util.Locale;

/** By what a feed can be narrowed. */
public enum Filter {
    SCENARIO("A scenario, by its code or name."),
    AGAINST("The scenario to compare with, by its code or name."),
    VERSION("LATEST, or the number or label of a version of the scenario."),
    METRIC("A metric, by its code or name."),
    ORG("A unit with all its parts, by its code or name."),
    YEAR("A fiscal year, such as 2027."),
    CURRENCY("LOCAL, GROUP, a code such as EUR, or EUR:BUDGET for a certain type of rate."),
    USER("Who did it, in any case."),
    PERIOD("A period, such as FY2027-P03; of a longer one all its parts."),
    FROM("The first day in UTC, such as 2027-02-01."),
    TO("The last day in UTC, such as 2027-02-28."),
    OBJECT("What was changed, such as PLAN/2/LEADS/EMEA/FY2027-P01."),
    AFTER("A number: only the entries after it.");

    private final String meaning;

    Filter(String meaning) {
        this.meaning = meaning;
    }

    /** As an address writes it. */
    public String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String meaning() {
        return meaning;
    }
}
