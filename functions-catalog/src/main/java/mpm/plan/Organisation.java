package mpm.plan;

import java.util.List;
import mpm.method.calendar.FiscalCalendar;

/**
 * What an organisation plans with, apart from the figures.
 *
 * @param currency the ISO code of the currency of the group
 * @param years the fiscal years that it plans and reports, by name, ascending
 * @param adjustments the periods for late bookings, in the order in which they follow their years
 * @param amber from which attainment a metric is amber that says nothing else
 * @param red from which attainment a metric is red that says nothing else
 * @param units in stored order, as the other lists
 */
public record Organisation(
        String currency,
        FiscalCalendar calendar,
        List<Integer> years,
        List<AdjustmentPeriod> adjustments,
        double amber,
        double red,
        List<OrgUnit> units,
        List<Metric> metrics,
        List<Scenario> scenarios,
        List<Partner> partners,
        List<Person> people,
        List<Rate> rates,
        List<PeriodLock> locks) {

    public Organisation {
        years = List.copyOf(years);
        adjustments = List.copyOf(adjustments);
        units = List.copyOf(units);
        metrics = List.copyOf(metrics);
        scenarios = List.copyOf(scenarios);
        partners = List.copyOf(partners);
        people = List.copyOf(people);
        rates = List.copyOf(rates);
        locks = List.copyOf(locks);
    }
}
