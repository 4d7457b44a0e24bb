package mpm.service.submissions.entity;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What somebody handed in at once. */
@Entity
@Table(name = "submission")
@NamedQuery(
        name = SubmissionRow.BY_KEY,
        query = "select s from SubmissionRow s where s.idempotencyKey = :key and s.by = :by")
@NamedQuery(name = SubmissionRow.BEFORE, query = "select s from SubmissionRow s where s.id < :id order by s.id desc")
public class SubmissionRow {

    public static final String BY_KEY = "SubmissionRow.byKey";
    public static final String BEFORE = "SubmissionRow.before";

    /** What became of it. */
    public enum State {
        /** Its figures count. */
        APPLIED,
        /** They count, and someone else has looked at them. */
        APPROVED,
        /** They were taken back. */
        REJECTED
    }

    @Id
    private long id;

    @Column(name = "idempotency_key")
    private String idempotencyKey = "";

    @Column(name = "content_hash")
    private String contentHash = "";

    @Nullable
    private String workbook;

    @Column(name = "submitted_by")
    private String by = "";

    @Column(name = "submitted_at")
    private Instant at = Instant.EPOCH;

    @Enumerated(EnumType.STRING)
    private State state = State.APPLIED;

    private int accepted;
    private int refused;
    private String comment = "";

    @Nullable
    @Column(name = "decided_by")
    private String decidedBy;

    @Nullable
    @Column(name = "decided_at")
    private Instant decidedAt;

    @Nullable
    private String reason;

    @OneToMany(mappedBy = "submission", cascade = CascadeType.ALL, fetch = FetchType.LAZY)
    @OrderBy("place")
    private List<SubmissionLineRow> lines = new ArrayList<>();

    protected SubmissionRow() {}

    public SubmissionRow(
            long id,
            String idempotencyKey,
            String contentHash,
            @Nullable String workbook,
            String by,
            Instant at,
            String comment) {
        this.id = id;
        this.idempotencyKey = idempotencyKey;
        this.contentHash = contentHash;
        this.workbook = workbook;
        this.by = by;
        this.at = at;
        this.comment = comment;
    }

    /** Takes over a line; the first has place 1. */
    public void add(SubmissionLineRow line, boolean isRefused) {
        lines.add(line);
        line.belongTo(this, lines.size());
        if (isRefused) {
            refused++;
        } else {
            accepted++;
        }
    }

    public void decide(State newState, String newBy, Instant newAt, @Nullable String newReason) {
        state = newState;
        decidedBy = newBy;
        decidedAt = newAt;
        reason = newReason;
    }

    public long id() {
        return id;
    }

    public String contentHash() {
        return contentHash;
    }

    public Optional<String> workbook() {
        return Optional.ofNullable(workbook);
    }

    public String by() {
        return by;
    }

    public Instant at() {
        return at;
    }

    public State state() {
        return state;
    }

    public int accepted() {
        return accepted;
    }

    public int refused() {
        return refused;
    }

    public String comment() {
        return comment;
    }

    public Optional<String> decidedBy() {
        return Optional.ofNullable(decidedBy);
    }

    public Optional<Instant> decidedAt() {
        return Optional.ofNullable(decidedAt);
    }

    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    public List<SubmissionLineRow> lines() {
        return List.copyOf(lines);
    }
}
