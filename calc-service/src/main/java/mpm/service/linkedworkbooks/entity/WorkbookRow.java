package mpm.service.linkedworkbooks.entity;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mpm.plan.Address;
import mpm.plan.Entry;
import mpm.plan.LastRead;
import org.jspecify.annotations.Nullable;

/** A workbook that reads or enters figures. */
@Entity
@Table(name = "linked_workbook")
@NamedQuery(name = WorkbookRow.ALL, query = "select w from WorkbookRow w order by w.name, w.id")
@NamedQuery(name = WorkbookRow.BEHIND, query = "select distinct w.id " + WorkbookRow.WRITTEN_SINCE_READ)
@NamedQuery(
        name = WorkbookRow.WRITTEN,
        query = "select distinct new mpm.plan.Address(b.scenario, b.version, b.metric, b.unit, b.period) "
                + WorkbookRow.WRITTEN_SINCE_READ)
public class WorkbookRow {

    public static final String ALL = "WorkbookRow.all";
    public static final String BEHIND = "WorkbookRow.behind";
    public static final String WRITTEN = "WorkbookRow.written";

    /** A figure has been read once any of the cells in which it stands has shown it. */
    static final String WRITTEN_SINCE_READ = """
            from WorkbookRow w join w.bindings b, FigureRow f where w.id in :ids and b.kind = mpm.plan.Entry.Kind.FIGURE
            and f.key.scenario = b.scenario and f.key.version = b.version and f.key.metric = b.metric
            and f.key.unit = b.unit and f.key.period = b.period and f.amount is not null and f.rowVersion > b.lastRead
            and f.rowVersion > (select max(c.lastRead) from WorkbookRow v join v.bindings c where v.id = w.id
            and c.kind = b.kind and c.scenario = b.scenario and c.version = b.version and c.metric = b.metric
            and c.unit = b.unit and c.period = b.period)""";

    @Id
    private String id = "";

    private String name = "";
    private String owner = "";
    private String template = "";

    @Column(name = "template_version")
    private String templateVersion = "";

    private String address = "";
    private String fingerprint = "";

    @Nullable
    @Column(name = "last_refresh")
    private Instant lastRefresh;

    @Nullable
    @Column(name = "last_submit")
    private Instant lastSubmit;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "cell_binding", joinColumns = @JoinColumn(name = "workbook"))
    private List<BindingRow> bindings = new ArrayList<>();

    /** Which way a figure goes. */
    public enum Direction {
        IN,
        OUT,
        BOTH
    }

    /** A cell, and the figure that stands in it, or the note of one. */
    @Embeddable
    public static class BindingRow {

        private String sheet = "";
        private String cell = "";
        private String scenario = "";
        private int version;
        private String metric = "";
        private String unit = "";
        private String period = "";

        @Enumerated(EnumType.STRING)
        private Entry.Kind kind = Entry.Kind.FIGURE;

        @Enumerated(EnumType.STRING)
        private Direction direction = Direction.OUT;

        @Column(name = "last_read")
        private long lastRead;

        protected BindingRow() {}

        public BindingRow(String sheet, String cell, LastRead bound, Direction direction, long lastRead) {
            Address address = bound.address();
            this.sheet = sheet;
            this.cell = cell;
            this.kind = bound.kind();
            this.scenario = address.scenario();
            this.version = address.version();
            this.metric = address.metric();
            this.unit = address.unit();
            this.period = address.period();
            this.direction = direction;
            this.lastRead = lastRead;
        }

        public String sheet() {
            return sheet;
        }

        public String cell() {
            return cell;
        }

        public Address address() {
            return new Address(scenario, version, metric, unit, period);
        }

        /** What stands in the cell. */
        public LastRead bound() {
            return new LastRead(kind, address());
        }

        public Direction direction() {
            return direction;
        }

        /** The row version at which the workbook last read the figure; 0 where it has not. */
        public long lastRead() {
            return lastRead;
        }
    }

    protected WorkbookRow() {}

    public WorkbookRow(String id, String owner) {
        this.id = id;
        this.owner = owner;
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    public String owner() {
        return owner;
    }

    public String template() {
        return template;
    }

    public String templateVersion() {
        return templateVersion;
    }

    public String address() {
        return address;
    }

    /** A hash of the bindings: two workbooks of the same bindings have the same. */
    public String fingerprint() {
        return fingerprint;
    }

    @Nullable
    public Instant lastRefresh() {
        return lastRefresh;
    }

    /** When figures were last submitted from it; nothing where they never were. */
    @Nullable
    public Instant lastSubmit() {
        return lastSubmit;
    }

    public void submitted(Instant at) {
        lastSubmit = at;
    }

    public List<BindingRow> bindings() {
        return List.copyOf(bindings);
    }

    /** Notes which versions were read. */
    public void read(Map<LastRead, Long> rowVersions) {
        bindings.replaceAll(binding -> {
            Long version = rowVersions.get(binding.bound());
            return version == null
                    ? binding
                    : new BindingRow(binding.sheet, binding.cell, binding.bound(), binding.direction, version);
        });
    }

    /** Says anew what it is; what is not said stays as it was. */
    public void describe(
            @Nullable String newName,
            @Nullable String newTemplate,
            @Nullable String newTemplateVersion,
            @Nullable String newAddress) {
        name = newName == null ? name : newName;
        template = newTemplate == null ? template : newTemplate;
        templateVersion = newTemplateVersion == null ? templateVersion : newTemplateVersion;
        address = newAddress == null ? address : newAddress;
    }

    public void bind(List<BindingRow> newBindings, String newFingerprint) {
        bindings.clear();
        bindings.addAll(newBindings);
        fingerprint = newFingerprint;
    }

    public void refreshed(Instant at) {
        lastRefresh = at;
    }
}
