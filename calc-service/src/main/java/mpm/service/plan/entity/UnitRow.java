package mpm.service.plan.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import mpm.plan.OrgUnit;
import mpm.plan.Validity;
import mpm.service.storage.entity.Words;
import org.jspecify.annotations.Nullable;

/** A unit of the organisation, for as long as it exists. */
@Entity
@Table(name = "unit")
@NamedQuery(name = UnitRow.ALL, query = "select u from UnitRow u order by u.place")
public class UnitRow implements Placed {

    public static final String ALL = "UnitRow.all";

    @Id
    private String code = "";

    private int place;

    @Size(max = 200)
    private String name = "";

    @Size(max = 20)
    @Convert(converter = Words.class)
    private Set<@Size(max = 48) String> aliases = Set.of();

    @Nullable
    private String parent;

    @Size(max = 16)
    private String kind = "";

    private String currency = "";

    @Size(max = 200)
    private String owner = "";

    @Nullable
    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Nullable
    @Column(name = "valid_to")
    private LocalDate validTo;

    public UnitRow() {}

    public UnitRow(OrgUnit unit) {
        this.code = unit.code();
        this.name = unit.name();
        this.aliases = unit.aliases();
        this.parent = unit.parent().orElse(null);
        this.kind = unit.type();
        this.currency = unit.currency();
        this.owner = unit.owner();
        this.validFrom = unit.validity().first().orElse(null);
        this.validTo = unit.validity().last().orElse(null);
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int place() {
        return place;
    }

    @Override
    public void placeAt(int newPlace) {
        place = newPlace;
    }

    public OrgUnit plan() {
        return new OrgUnit(
                code,
                name,
                aliases,
                Optional.ofNullable(parent),
                kind,
                currency,
                owner,
                new Validity(Optional.ofNullable(validFrom), Optional.ofNullable(validTo)));
    }

    @Override
    public String toString() {
        return plan().toString();
    }
}
