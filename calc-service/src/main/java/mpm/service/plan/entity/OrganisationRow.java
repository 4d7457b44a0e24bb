package mpm.service.plan.entity;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.validation.constraints.Size;
import mpm.method.calendar.FiscalCalendar;

/** The organisation itself: every database holds one. */
@Entity
@Table(name = "organisation")
public class OrganisationRow {

    public static final short ONLY = 1;

    @Id
    @JsonIgnore
    private short id = ONLY;

    @Size(max = 200)
    private String name = "";

    private String currency = "";

    @Enumerated(EnumType.STRING)
    private FiscalCalendar.Periods periods = FiscalCalendar.Periods.MONTHLY;

    @Column(name = "start_month")
    private int startMonth = 1;

    @Enumerated(EnumType.STRING)
    private FiscalCalendar.Naming naming = FiscalCalendar.Naming.END;

    @Enumerated(EnumType.STRING)
    @Column(name = "year_end")
    private FiscalCalendar.YearEnd yearEnd = FiscalCalendar.YearEnd.LAST;

    private double amber;
    private double red;

    @Column(name = "is_sample")
    private boolean isSample;

    public OrganisationRow() {}

    public OrganisationRow(
            String name, String currency, FiscalCalendar calendar, double amber, double red, boolean isSample) {
        this.name = name;
        this.currency = currency;
        this.periods = calendar.periods();
        this.startMonth = calendar.startMonth();
        this.naming = calendar.naming();
        this.yearEnd = calendar.yearEnd();
        this.amber = amber;
        this.red = red;
        this.isSample = isSample;
    }

    public String name() {
        return name;
    }

    /** Of the group. */
    public String currency() {
        return currency;
    }

    public FiscalCalendar calendar() {
        return new FiscalCalendar(periods, startMonth, naming, yearEnd);
    }

    public double amber() {
        return amber;
    }

    public double red() {
        return red;
    }

    public boolean isSample() {
        return isSample;
    }

    @Override
    public String toString() {
        return "%s, %s, %s, amber %s, red %s".formatted(name, currency, calendar(), amber, red);
    }
}
