package mpm.service.figures.entity;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Objects;
import mpm.plan.Address;
import org.jspecify.annotations.Nullable;

/** An {@link Address} as a key. */
@Embeddable
public class AddressKey implements Serializable {
    private static final long serialVersionUID = 1L;

    private String scenario = "";
    private int version;
    private String metric = "";
    private String unit = "";
    private String period = "";

    protected AddressKey() {}

    public AddressKey(Address address) {
        this.scenario = address.scenario();
        this.version = address.version();
        this.metric = address.metric();
        this.unit = address.unit();
        this.period = address.period();
    }

    public Address address() {
        return new Address(scenario, version, metric, unit, period);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AddressKey key && key.address().equals(address());
    }

    @Override
    public int hashCode() {
        return Objects.hash(scenario, version, metric, unit, period);
    }
}
