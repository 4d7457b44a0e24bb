package mpm.plan;

/**
 * Where a figure lies.
 *
 * @param scenario a code, as the other texts
 * @param version the number of a version of the scenario
 * @param period the address of a leaf period, {@code FY2027-P03}, or the code of an adjustment period; of a note any period
 */
public record Address(String scenario, int version, String metric, String unit, String period) {

    /** As the audit trail names what was changed: {@code PLAN/2/MKT_SPEND/EMEA/FY2027-P03}. */
    public String objectId() {
        return "%s/%d/%s/%s/%s".formatted(scenario, version, metric, unit, period);
    }
}
