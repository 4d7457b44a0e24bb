package mpm.service.audit.entity;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Where the audit trail ends. */
@Entity
@Table(name = "audit_end")
public class AuditEnd {

    public static final short ONLY = 1;

    @Id
    private short id;

    private long seq;
    private String hash = "";

    protected AuditEnd() {}

    public long seq() {
        return seq;
    }

    public String hash() {
        return hash;
    }

    public void moveTo(long newSeq, String newHash) {
        seq = newSeq;
        hash = newHash;
    }
}
