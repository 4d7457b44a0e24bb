package mpm.service.imports.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A file of what happened. */
@Entity
@Table(name = "source_file")
@NamedQuery(
        name = SourceFileRow.LATEST,
        query = "select f from SourceFileRow f where :receiver = '' or f.receivedBy = :receiver order by f.id desc")
@NamedQuery(
        name = SourceFileRow.OF_OTHERS,
        query = "select count(f) from SourceFileRow f where f.source = :source and f.receivedBy <> :receiver")
@NamedQuery(
        name = SourceFileRow.SAME,
        query = "select f from SourceFileRow f where f.source = :source and f.hash = :hash")
public class SourceFileRow {

    public static final String LATEST = "SourceFileRow.latest";
    public static final String OF_OTHERS = "SourceFileRow.ofOthers";
    public static final String SAME = "SourceFileRow.same";

    @Id
    private long id;

    private String source = "";
    private String name = "";
    private String hash = "";
    private String format = "";

    @Column(name = "is_workbook")
    private boolean isWorkbook;

    @Column(name = "days_later")
    private int daysLater;

    private int header;

    @Column(name = "received_by")
    private String receivedBy = "";

    @Column(name = "received_at")
    private Instant receivedAt = Instant.EPOCH;

    @Nullable
    @Column(name = "applied_by")
    private String appliedBy;

    @Nullable
    @Column(name = "applied_at")
    private Instant appliedAt;

    protected SourceFileRow() {}

    public SourceFileRow(long id, String source, String name, String hash, String by, Instant at) {
        this.id = id;
        this.source = source;
        this.name = name;
        this.hash = hash;
        this.receivedBy = by;
        this.receivedAt = at;
    }

    /**
     * Says how it was read.
     *
     * @param newDaysLater what to add to a day as the file counts it, to have the day of Excel's 1900 system
     * @param newHeader the number of the line that names the columns
     */
    public void read(String newFormat, boolean newIsWorkbook, int newDaysLater, int newHeader) {
        format = newFormat;
        isWorkbook = newIsWorkbook;
        daysLater = newDaysLater;
        header = newHeader;
    }

    public void apply(String by, Instant at) {
        appliedBy = by;
        appliedAt = at;
    }

    public long id() {
        return id;
    }

    /** The system that it comes from. */
    public String source() {
        return source;
    }

    public String name() {
        return name;
    }

    public String hash() {
        return hash;
    }

    /** How it was read, in words. */
    public String format() {
        return format;
    }

    public boolean isWorkbook() {
        return isWorkbook;
    }

    public int daysLater() {
        return daysLater;
    }

    public int header() {
        return header;
    }

    public String receivedBy() {
        return receivedBy;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    public Optional<String> appliedBy() {
        return Optional.ofNullable(appliedBy);
    }

    public Optional<Instant> appliedAt() {
        return Optional.ofNullable(appliedAt);
    }

    public boolean isApplied() {
        return appliedAt != null;
    }
}
