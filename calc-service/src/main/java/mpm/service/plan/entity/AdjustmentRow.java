package mpm.service.plan.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import mpm.plan.AdjustmentPeriod;

/** A period for late bookings. */
@Entity
@Table(name = "adjustment_period")
@NamedQuery(name = AdjustmentRow.ALL, query = "select a from AdjustmentRow a order by a.year, a.code")
public class AdjustmentRow {

    public static final String ALL = "AdjustmentRow.all";

    @Id
    private String code = "";

    @Column(name = "fiscal_year")
    private int year;

    protected AdjustmentRow() {}

    public AdjustmentRow(String code, int year) {
        this.code = code;
        this.year = year;
    }

    public AdjustmentPeriod plan() {
        return new AdjustmentPeriod(code, year);
    }
}
