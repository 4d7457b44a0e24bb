package mpm.service.reconciliation.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A reconciliation that someone has signed off. */
@Entity
@Table(name = "reconciliation")
@NamedQuery(name = SignOffRow.BEFORE, query = """
        select s from SignOffRow s where s.id < :id and (:signer = '' or s.by = :signer) order by s.id desc""")
public class SignOffRow {

    public static final String BEFORE = "SignOffRow.before";
    public static final String ANYBODY = "";

    @Id
    private long id;

    @Nullable
    private String workbook;

    private String scenario = "";
    private int version;
    private String metrics = "";
    private String periods = "";
    private int figures;
    private int findings;
    private int unmapped;

    @Column(name = "workbook_total")
    private BigDecimal workbookTotal = BigDecimal.ZERO;

    @Column(name = "service_total")
    private BigDecimal serviceTotal = BigDecimal.ZERO;

    @Nullable
    @Column(name = "ledger_total")
    private BigDecimal ledgerTotal;

    @Column(name = "workbook_hash")
    private String workbookHash = "";

    @Column(name = "service_hash")
    private String serviceHash = "";

    @Column(name = "signed_by")
    private String by = "";

    @Column(name = "signed_at")
    private Instant at = Instant.EPOCH;

    private String remark = "";

    /**
     * What was signed.
     *
     * @param metrics the codes of the first of them, and how many there are more
     * @param periods the same
     * @param figures how many were compared
     * @param findings in how many the workbook and the service, or the service and the ledger, differ
     * @param unmapped how many lines of the ledger belong nowhere yet
     * @param ledgerTotal nothing where no ledger is behind the figures
     */
    public record Signed(
            @Nullable String workbook,
            String scenario,
            int version,
            String metrics,
            String periods,
            int figures,
            int findings,
            int unmapped,
            BigDecimal workbookTotal,
            BigDecimal serviceTotal,
            Optional<BigDecimal> ledgerTotal,
            String workbookHash,
            String serviceHash) {}

    protected SignOffRow() {}

    public SignOffRow(long id, Signed signed, String by, Instant at, String remark) {
        this.id = id;
        this.workbook = signed.workbook();
        this.scenario = signed.scenario();
        this.version = signed.version();
        this.metrics = signed.metrics();
        this.periods = signed.periods();
        this.figures = signed.figures();
        this.findings = signed.findings();
        this.unmapped = signed.unmapped();
        this.workbookTotal = signed.workbookTotal();
        this.serviceTotal = signed.serviceTotal();
        this.ledgerTotal = signed.ledgerTotal().orElse(null);
        this.workbookHash = signed.workbookHash();
        this.serviceHash = signed.serviceHash();
        this.by = by;
        this.at = at;
        this.remark = remark;
    }

    public long id() {
        return id;
    }

    public Signed signed() {
        return new Signed(
                workbook,
                scenario,
                version,
                metrics,
                periods,
                figures,
                findings,
                unmapped,
                workbookTotal,
                serviceTotal,
                Optional.ofNullable(ledgerTotal),
                workbookHash,
                serviceHash);
    }

    public String by() {
        return by;
    }

    public Instant at() {
        return at;
    }

    public String remark() {
        return remark;
    }
}
