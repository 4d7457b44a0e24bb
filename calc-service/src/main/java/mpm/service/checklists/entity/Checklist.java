package mpm.service.checklists.entity;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** How far one organisation is with the annual checklist of one fiscal year. */
@Entity
@NamedQuery(
        name = Checklist.BY_CODES,
        query = "select distinct c from Checklist c left join fetch c.done where c.code in :codes")
@NamedQuery(name = Checklist.ALL, query = "select distinct c from Checklist c left join fetch c.done order by c.code")
public class Checklist {

    public static final String BY_CODES = "Checklist.byCodes";
    public static final String ALL = "Checklist.all";

    @Id
    private String code;

    @Column(name = "fiscal_year_start")
    private LocalDate fiscalYearStart;

    private String organisation;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "checklist_item_done", joinColumns = @JoinColumn(name = "checklist"))
    @MapKeyColumn(name = "item")
    @Column(name = "done_on")
    private Map<String, LocalDate> done = new HashMap<>();

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields.
    protected Checklist() {}

    /**
     * An instance in which nothing is done yet; the code is in upper case, since workbooks ask without regard to case.
     */
    public Checklist(String code, LocalDate fiscalYearStart, String organisation) {
        this.code = code;
        this.fiscalYearStart = fiscalYearStart;
        this.organisation = organisation;
    }

    public void become(LocalDate newFiscalYearStart, String newOrganisation, Map<String, LocalDate> newDone) {
        fiscalYearStart = newFiscalYearStart;
        organisation = newOrganisation;
        done.keySet().retainAll(newDone.keySet());
        done.putAll(newDone);
    }

    public String code() {
        return code;
    }

    public LocalDate fiscalYearStart() {
        return fiscalYearStart;
    }

    public String organisation() {
        return organisation;
    }

    /** The day on which each done item was done, by the item's id. */
    public Map<String, LocalDate> done() {
        return Map.copyOf(done);
    }

    /** Counts the writes of this instance, from 1. */
    public long version() {
        return version;
    }
}
