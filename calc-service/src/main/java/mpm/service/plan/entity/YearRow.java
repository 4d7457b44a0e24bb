package mpm.service.plan.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;

/** A fiscal year that the organisation plans and reports. */
@Entity
@Table(name = "fiscal_year")
@NamedQuery(name = YearRow.ALL, query = "select y.year from YearRow y order by y.year")
public class YearRow {

    public static final String ALL = "YearRow.all";

    @Id
    @Column(name = "fiscal_year")
    private int year;

    protected YearRow() {}

    public YearRow(int year) {
        this.year = year;
    }

    public int year() {
        return year;
    }
}
