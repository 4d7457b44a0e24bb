package mpm.service.storage.entity;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;

/** A row that counts writes: all of them, or those that change more than figures. */
@Entity
@Table(name = "data_version")
@NamedQuery(name = WriteCount.INCREMENT, query = "update WriteCount w set w.number = w.number + 1 where w.id = :id")
@NamedQuery(name = WriteCount.NUMBER, query = "select w.number from WriteCount w where w.id = :id")
public class WriteCount {

    public static final String INCREMENT = "WriteCount.increment";
    public static final String NUMBER = "WriteCount.number";
    public static final short ALL = 1;
    public static final short PLAN = 2;

    @Id
    private short id;

    private long number;

    protected WriteCount() {}

    public short id() {
        return id;
    }

    public long number() {
        return number;
    }
}
