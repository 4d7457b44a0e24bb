package mpm.plan;

import java.util.Optional;

/**
 * Where a figure lies.
 *
 * @param scenario a code, as the other texts
 * @param version the number of a version of the scenario
 * @param period the address of a leaf period, {@code FY2027-P03}, or the code of an adjustment period; of a note any period
 */
public record Address(String scenario, int version, String metric, String unit, String period) {

    private static final int PARTS = 5;

    /** The address of an object of the audit trail; nothing where the object is no figure and no note. */
    public static Optional<Address> of(String objectId) {
        String[] parts = objectId.split("/", -1);
        return parts.length == PARTS && parts[1].matches("\\d{1,9}")
                ? Optional.of(new Address(parts[0], Integer.parseInt(parts[1]), parts[2], parts[3], parts[4]))
                : Optional.empty();
    }

    /** The same in another version of its scenario. */
    public Address in(int another) {
        return new Address(scenario, another, metric, unit, period);
    }

    /** As the audit trail names what was changed: {@code PLAN/2/MKT_SPEND/EMEA/FY2027-P03}. */
    public String objectId() {
        return "%s/%d/%s/%s/%s".formatted(scenario, version, metric, unit, period);
    }
}
