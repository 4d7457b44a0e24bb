package mpm.service.figures.entity;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.Optional;
import mpm.plan.Address;
import mpm.plan.Figure;
import org.jspecify.annotations.Nullable;

/** A stored value. One that was removed keeps its row, so that its version counts on. */
@Entity
@Table(name = "figure")
@NamedQuery(name = FigureRow.AT, query = """
        select f from FigureRow f where f.key.scenario = :scenario and f.key.version = :version
        and f.key.metric in :metrics and f.key.unit in :units and f.key.period in :periods""")
@NamedQuery(name = FigureRow.VALUES_AT, query = """
        select f.key.metric, f.key.unit, f.key.period, f.amount, f.groupAmount, f.rowVersion from FigureRow f
        where f.key.scenario = :scenario and f.key.version = :version and f.key.metric in :metrics
        and f.key.unit in :units and f.key.period in :periods and f.amount is not null""")
@NamedQuery(
        name = FigureRow.OF_VERSION,
        query = "select f from FigureRow f where f.key.scenario = :scenario and f.key.version = :version")
@NamedQuery(
        name = FigureRow.OF_PERIOD,
        query = "select f from FigureRow f where f.key.scenario in :scenarios and f.key.period in :periods")
public class FigureRow {

    public static final String AT = "FigureRow.at";
    public static final String VALUES_AT = "FigureRow.valuesAt";
    public static final String OF_VERSION = "FigureRow.ofVersion";
    public static final String OF_PERIOD = "FigureRow.ofPeriod";

    @EmbeddedId
    private AddressKey key;

    @Nullable
    private BigDecimal amount;

    @Nullable
    @Column(name = "group_amount")
    private BigDecimal groupAmount;

    @Column(name = "row_version")
    private long rowVersion;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields.
    protected FigureRow() {}

    public FigureRow(Address address) {
        this.key = new AddressKey(address);
    }

    /** The same figure in another version of its scenario: whoever has seen it has seen this one too. */
    public FigureRow in(int version, @Nullable BigDecimal newGroupAmount) {
        FigureRow same = new FigureRow(address().in(version));
        same.amount = amount;
        same.groupAmount = newGroupAmount;
        same.rowVersion = rowVersion;
        return same;
    }

    public Address address() {
        return key.address();
    }

    /** The value; nothing where it was removed. */
    public Optional<Figure> plan() {
        return Optional.ofNullable(amount)
                .map(value -> new Figure(address(), value, Optional.ofNullable(groupAmount), rowVersion));
    }

    public Optional<BigDecimal> amount() {
        return Optional.ofNullable(amount);
    }

    public Optional<BigDecimal> groupAmount() {
        return Optional.ofNullable(groupAmount);
    }

    public long rowVersion() {
        return rowVersion;
    }

    /** Another value, or none. */
    public void become(@Nullable BigDecimal newAmount, @Nullable BigDecimal newGroupAmount) {
        amount = newAmount;
        groupAmount = newGroupAmount;
        rowVersion++;
    }

    /** The same value, worth something else to the group. */
    public void translate(@Nullable BigDecimal newGroupAmount) {
        groupAmount = newGroupAmount;
    }
}
