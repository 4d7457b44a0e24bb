package mpm.service.submissions.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import java.util.Optional;
import mpm.plan.Address;
import mpm.plan.Entry;
import org.jspecify.annotations.Nullable;

/** One figure or note of a submission. */
@Entity
@Table(name = "submission_line")
@IdClass(SubmissionLineRow.Key.class)
public class SubmissionLineRow {

    @Id
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "submission")
    private SubmissionRow submission;

    @Id
    private int place;

    @Enumerated(EnumType.STRING)
    private Entry.Kind kind = Entry.Kind.FIGURE;

    private String scenario = "";
    private int version;
    private String metric = "";
    private String unit = "";
    private String period = "";
    private String status = "";
    private String reason = "";

    @Nullable
    @Column(name = "before_text")
    private String before;

    @Nullable
    @Column(name = "after_text")
    private String after;

    @Column(name = "row_version")
    private long rowVersion;

    @Nullable
    private String sheet;

    @Nullable
    private String cell;

    private String comment = "";

    @Nullable
    @Column(name = "audit_seq")
    private Long auditSeq;

    /** The key of a line. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private long submission;
        private int place;

        public Key() {}

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && key.submission == submission && key.place == place;
        }

        @Override
        public int hashCode() {
            return Objects.hash(submission, place);
        }
    }

    @SuppressWarnings("NullAway.Init") // JPA fills the fields.
    protected SubmissionLineRow() {}

    @SuppressWarnings("NullAway.Init") // The submission takes it over.
    public SubmissionLineRow(
            Entry.Kind kind,
            Address address,
            String status,
            String reason,
            @Nullable String before,
            @Nullable String after,
            long rowVersion,
            @Nullable String sheet,
            @Nullable String cell,
            String comment) {
        this.kind = kind;
        this.scenario = address.scenario();
        this.version = address.version();
        this.metric = address.metric();
        this.unit = address.unit();
        this.period = address.period();
        this.status = status;
        this.reason = reason;
        this.before = before;
        this.after = after;
        this.rowVersion = rowVersion;
        this.sheet = sheet;
        this.cell = cell;
        this.comment = comment;
    }

    void belongTo(SubmissionRow owner, int newPlace) {
        submission = owner;
        place = newPlace;
    }

    /** Says what another line has written there. */
    public void writtenWith(SubmissionLineRow same) {
        rowVersion = same.rowVersion;
    }

    /** Was written, and the audit trail tells of it. */
    public void written(long newRowVersion, long seq) {
        rowVersion = newRowVersion;
        auditSeq = seq;
    }

    public boolean isWritten() {
        return auditSeq != null;
    }

    public int place() {
        return place;
    }

    public Entry.Kind kind() {
        return kind;
    }

    public Address address() {
        return new Address(scenario, version, metric, unit, period);
    }

    public String status() {
        return status;
    }

    public String reason() {
        return reason;
    }

    public Optional<String> before() {
        return Optional.ofNullable(before);
    }

    public Optional<String> after() {
        return Optional.ofNullable(after);
    }

    public long rowVersion() {
        return rowVersion;
    }

    public Optional<String> sheet() {
        return Optional.ofNullable(sheet);
    }

    public Optional<String> cell() {
        return Optional.ofNullable(cell);
    }

    public String comment() {
        return comment;
    }
}
