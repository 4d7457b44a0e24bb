package mpm.service.audit.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import mpm.plan.AuditEntry;
import mpm.service.storage.entity.UtcText;
import org.jspecify.annotations.Nullable;

/** An entry of the audit trail. It is written once. */
@Entity
@Table(name = "audit_entry")
public class AuditRow {

    @Id
    private long seq;

    /** The text itself: one that somebody has made unreadable must be found out, and not end the reading. */
    @Column(name = "happened_at", updatable = false)
    private String at = "";

    @Column(name = "user_id", updatable = false)
    private String userId = "";

    @Column(updatable = false)
    private String action = "";

    @Column(name = "object_type", updatable = false)
    private String objectType = "";

    @Column(name = "object_id", updatable = false)
    private String objectId = "";

    @Nullable
    @Column(name = "before_text", updatable = false)
    private String before;

    @Nullable
    @Column(name = "after_text", updatable = false)
    private String after;

    @Nullable
    @Column(name = "workbook_id", updatable = false)
    private String workbookId;

    @Nullable
    @Column(updatable = false)
    private String sheet;

    @Nullable
    @Column(updatable = false)
    private String cell;

    @Column(name = "previous_hash", updatable = false)
    private String previousHash = "";

    @Column(updatable = false)
    private String hash = "";

    protected AuditRow() {}

    public AuditRow(AuditEntry entry) {
        this.seq = entry.seq();
        this.at = UtcText.text(entry.at());
        this.userId = entry.userId();
        this.action = entry.action();
        this.objectType = entry.objectType();
        this.objectId = entry.objectId();
        this.before = entry.before().orElse(null);
        this.after = entry.after().orElse(null);
        this.workbookId = entry.workbookId().orElse(null);
        this.sheet = entry.sheet().orElse(null);
        this.cell = entry.cell().orElse(null);
        this.previousHash = entry.previousHash();
        this.hash = entry.hash();
    }

    public AuditEntry plan() {
        return new AuditEntry(
                seq,
                UtcText.moment(at).orElse(Instant.EPOCH),
                userId,
                action,
                objectType,
                objectId,
                Optional.ofNullable(before),
                Optional.ofNullable(after),
                Optional.ofNullable(workbookId),
                Optional.ofNullable(sheet),
                Optional.ofNullable(cell),
                previousHash,
                hash);
    }
}
