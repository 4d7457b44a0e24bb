package mpm.service.ledger.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import mpm.cell.Moment;
import mpm.plan.SourceLine;
import org.jspecify.annotations.Nullable;

/** A line of a ledger or of purchase orders. */
@Entity
@Table(name = "source_line")
@IdClass(SourceLineRow.Key.class)
@NamedQuery(name = SourceLineRow.MAPPED, query = """
        select l from SourceLineRow l where l.scenario = :scenario and l.metric = :metric and l.unit in :units
        and l.period in :periods and l.status = mpm.service.ledger.entity.SourceLineRow.Status.MAPPED""")
public class SourceLineRow {

    public static final String MAPPED = "SourceLineRow.mapped";

    /** Whether it is known where a line belongs. */
    public enum Status {
        UNMAPPED,
        MAPPED,
        REJECTED
    }

    @Id
    @Column(name = "import_id")
    private long importId;

    @Id
    private int place;

    private String source = "";
    private String document = "";

    @Column(name = "booked_on")
    private LocalDate bookedOn = LocalDate.EPOCH;

    private String account = "";
    private String vendor = "";
    private String campaign = "";
    private BigDecimal amount = BigDecimal.ZERO;
    private String currency = "";
    private String scenario = "";

    @Nullable
    private String metric;

    @Nullable
    private String unit;

    private String period = "";

    @Enumerated(EnumType.STRING)
    private Status status = Status.UNMAPPED;

    /** The key of a line. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private long importId;
        private int place;

        public Key() {}

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && key.importId == importId && key.place == place;
        }

        @Override
        public int hashCode() {
            return Objects.hash(importId, place);
        }
    }

    protected SourceLineRow() {}

    /** A line that belongs somewhere. */
    public SourceLineRow(long importId, int place, SourceLine line) {
        this.importId = importId;
        this.place = place;
        this.source = line.source();
        this.document = line.document();
        this.bookedOn = line.date().date();
        this.account = line.account();
        this.vendor = line.vendor();
        this.campaign = line.campaign();
        this.amount = line.amount();
        this.currency = line.currency();
        this.scenario = line.scenario();
        this.metric = line.metric();
        this.unit = line.unit();
        this.period = line.period();
        this.status = Status.MAPPED;
    }

    public Status status() {
        return status;
    }

    /** A line that belongs somewhere, as it is. */
    public SourceLine plan() {
        return new SourceLine(
                source,
                document,
                Moment.of(bookedOn),
                account,
                vendor,
                campaign,
                amount,
                currency,
                scenario,
                metric == null ? "" : metric,
                unit == null ? "" : unit,
                period);
    }
}
