package mpm.service.storage.entity;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;

/** The one row that counts the writes. */
@Entity
@Table(name = "data_version")
@NamedQuery(name = WriteCount.INCREMENT, query = "update WriteCount w set w.number = w.number + 1")
@NamedQuery(name = WriteCount.NUMBER, query = "select w.number from WriteCount w")
public class WriteCount {

    public static final String INCREMENT = "WriteCount.increment";
    public static final String NUMBER = "WriteCount.number";
    public static final short ONLY = 1;

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
