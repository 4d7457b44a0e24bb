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
@NamedQuery(
        name = SourceLineRow.OF_DOCUMENTS,
        query = "select l from SourceLineRow l where l.source = :source and l.document in :documents")
@NamedQuery(
        name = SourceLineRow.OF_IMPORT,
        query = "select l from SourceLineRow l where l.importId = :id order by l.place")
@NamedQuery(name = SourceLineRow.CONVERTED, query = """
        select distinct l.scenario, l.metric, l.unit, l.period from SourceLineRow l, UnitRow u where l.period in :periods
        and u.code = l.unit and l.currency <> u.currency and l.currency <> ''
        and l.status = mpm.service.ledger.entity.SourceLineRow.Status.MAPPED""")
@NamedQuery(name = SourceLineRow.UNMAPPED, query = """
        select l from SourceLineRow l where l.scenario = :scenario and l.period in :periods
        and l.status = mpm.service.ledger.entity.SourceLineRow.Status.UNMAPPED""")
@NamedQuery(name = SourceLineRow.OF_STATUS, query = """
        select l from SourceLineRow l where l.status = :status and (l.importId > :id or l.importId = :id and l.place > :place)
        and (:receiver = '' or l.importId in (select f.id from SourceFileRow f where f.receivedBy = :receiver))
        order by l.importId, l.place""")
@NamedQuery(name = SourceLineRow.SUMS, query = """
        select l.currency, count(l.place), sum(l.amount) from SourceLineRow l where l.status = :status
        and (:receiver = '' or l.importId in (select f.id from SourceFileRow f where f.receivedBy = :receiver))
        group by l.currency order by l.currency""")
public class SourceLineRow {

    public static final String MAPPED = "SourceLineRow.mapped";
    public static final String OF_DOCUMENTS = "SourceLineRow.ofDocuments";
    public static final String OF_IMPORT = "SourceLineRow.ofImport";
    public static final String CONVERTED = "SourceLineRow.converted";
    public static final String UNMAPPED = "SourceLineRow.unmapped";
    public static final String OF_STATUS = "SourceLineRow.ofStatus";
    public static final String SUMS = "SourceLineRow.sums";

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

    @Column(name = "cost_centre")
    private String costCentre = "";

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

    private String reason = "";

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
        this(importId, place, line, "");
        belong(line, Status.MAPPED, "");
    }

    /** A line of which it is not known yet where it belongs. */
    public SourceLineRow(long importId, int place, SourceLine line, String costCentre) {
        this.importId = importId;
        this.place = place;
        this.source = line.source();
        this.document = line.document();
        this.bookedOn = line.date().date();
        this.account = line.account();
        this.vendor = line.vendor();
        this.campaign = line.campaign();
        this.costCentre = costCentre;
        this.amount = line.amount();
        this.currency = line.currency();
        this.scenario = line.scenario();
        this.period = line.period();
    }

    /** Says where it belongs, or why it belongs nowhere. */
    public void belong(SourceLine line, Status newStatus, String newReason) {
        scenario = line.scenario();
        metric = line.metric().isEmpty() ? null : line.metric();
        unit = line.unit().isEmpty() ? null : line.unit();
        currency = line.currency();
        status = newStatus;
        reason = newReason;
    }

    public long importId() {
        return importId;
    }

    /** The number of the line in its file. */
    public int place() {
        return place;
    }

    public String costCentre() {
        return costCentre;
    }

    /** Why it is not mapped; empty where it is. */
    public String reason() {
        return reason;
    }

    public Status status() {
        return status;
    }

    /** The line as it is; its metric and its unit are empty while it belongs nowhere. */
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
