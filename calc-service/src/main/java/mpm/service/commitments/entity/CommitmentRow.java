package mpm.service.commitments.entity;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mpm.cell.Moment;
import mpm.plan.Commitment;
import mpm.service.plan.entity.Serials;
import org.jspecify.annotations.Nullable;

/** A promise of a value, with every revision of it. */
@Entity
@Table(name = "commitment")
@NamedQuery(name = CommitmentRow.OF, query = """
        select distinct c from CommitmentRow c left join fetch c.revisions
        where upper(c.id) in :ids or c.owner in :owners order by c.due, c.id""")
@NamedQuery(
        name = CommitmentRow.ALL,
        query = "select distinct c from CommitmentRow c left join fetch c.revisions order by c.due, c.id")
public class CommitmentRow {

    public static final String OF = "CommitmentRow.of";
    public static final String ALL = "CommitmentRow.all";

    @Id
    private String id = "";

    private String owner = "";
    private String metric = "";
    private String unit = "";
    private LocalDate due = LocalDate.EPOCH;
    private double tolerance;

    @Nullable
    private Double confidence;

    private String positive = "";
    private String negative = "";

    @Nullable
    @Column(name = "accepted_at")
    private Instant acceptedAt;

    @Nullable
    @Column(name = "disclosed_at")
    private Instant disclosedAt;

    @Nullable
    private BigDecimal disclosed;

    @Nullable
    @Column(name = "closed_at")
    private Instant closedAt;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "commitment_revision", joinColumns = @JoinColumn(name = "commitment"))
    @OrderColumn(name = "place")
    private List<RevisionRow> revisions = new ArrayList<>();

    /** A value promised at a time. */
    @Embeddable
    public static class RevisionRow {

        @Column(name = "revised_at")
        private Instant at = Instant.EPOCH;

        private BigDecimal promised = BigDecimal.ZERO;

        protected RevisionRow() {}

        RevisionRow(Instant at, BigDecimal promised) {
            this.at = at;
            this.promised = promised;
        }
    }

    protected CommitmentRow() {}

    /** A commitment as it is. */
    public CommitmentRow(Commitment commitment) {
        this.id = commitment.id();
        this.owner = commitment.owner();
        this.metric = commitment.metric();
        this.unit = commitment.unit();
        this.due = commitment.due().date();
        this.tolerance = commitment.tolerance();
        this.confidence = commitment.confidence().orElse(null);
        this.positive = commitment.positive();
        this.negative = commitment.negative();
        this.acceptedAt = commitment.accepted().map(Serials::instant).orElse(null);
        this.disclosedAt =
                commitment.disclosed().map(each -> Serials.instant(each.at())).orElse(null);
        this.disclosed = commitment
                .disclosed()
                .map(each -> BigDecimal.valueOf(each.value()))
                .orElse(null);
        this.closedAt = commitment.closed().map(Serials::instant).orElse(null);
        commitment.revisions().forEach(each -> revise(Serials.instant(each.at()), BigDecimal.valueOf(each.value())));
    }

    public String id() {
        return id;
    }

    public String owner() {
        return owner;
    }

    public String unit() {
        return unit;
    }

    public boolean isAccepted() {
        return acceptedAt != null;
    }

    public boolean isClosed() {
        return closedAt != null;
    }

    public boolean isDisclosed() {
        return disclosedAt != null;
    }

    /** What is promised now, in words for the audit trail. */
    public String promised() {
        return revisions.get(revisions.size() - 1).promised.stripTrailingZeros().toPlainString();
    }

    public void revise(Instant at, BigDecimal value) {
        revisions.add(new RevisionRow(at, value));
    }

    public void accept(Instant at) {
        acceptedAt = at;
    }

    public void disclose(Instant at, BigDecimal value) {
        disclosedAt = at;
        disclosed = value;
    }

    public void close(Instant at) {
        closedAt = at;
    }

    public Commitment plan() {
        return new Commitment(
                id,
                owner,
                metric,
                unit,
                Moment.of(due),
                tolerance,
                Optional.ofNullable(confidence),
                positive,
                negative,
                revisions.stream()
                        .map(each -> new Commitment.Revision(Serials.of(each.at), each.promised.doubleValue()))
                        .toList(),
                Optional.ofNullable(acceptedAt).map(Serials::of),
                disclosedAt == null || disclosed == null
                        ? Optional.empty()
                        : Optional.of(new Commitment.Disclosure(Serials.of(disclosedAt), disclosed.doubleValue())),
                Optional.ofNullable(closedAt).map(Serials::of));
    }
}
