package mpm.service.alerts.entity;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Up to which entry of the audit trail the figures have been judged. */
@Entity
@Table(name = "judged")
public class JudgedMark {

    public static final short ONLY = 1;

    @Id
    private short id;

    private long seq;

    protected JudgedMark() {}

    public long seq() {
        return seq;
    }

    public void moveTo(long newSeq) {
        seq = newSeq;
    }
}
