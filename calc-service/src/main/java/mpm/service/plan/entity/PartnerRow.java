package mpm.service.plan.entity;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.validation.constraints.Size;
import mpm.plan.Partner;

/** A company that markets together with the organisation. */
@Entity
@Table(name = "partner")
@NamedQuery(name = PartnerRow.ALL, query = "select p from PartnerRow p order by p.place")
public class PartnerRow implements Placed {

    public static final String ALL = "PartnerRow.all";

    @Id
    private String code = "";

    private int place;

    @Size(max = 200)
    private String name = "";

    @Size(max = 200)
    private String owner = "";

    public PartnerRow() {}

    public PartnerRow(Partner partner) {
        this.code = partner.code();
        this.name = partner.name();
        this.owner = partner.owner();
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

    public Partner plan() {
        return new Partner(code, name, owner);
    }

    @Override
    public String toString() {
        return plan().toString();
    }
}
