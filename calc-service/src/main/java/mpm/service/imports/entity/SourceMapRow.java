package mpm.service.imports.entity;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How the files of a system are read. */
@Entity
@Table(name = "source_map")
public class SourceMapRow {

    @Id
    private String source = "";

    private String scenario = "";
    private String currency = "";
    private String decimals = "";
    private String dates = "";

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "source_map_entry", joinColumns = @JoinColumn(name = "source"))
    private List<EntryRow> entries = new ArrayList<>();

    /** Of what an entry tells the meaning. */
    public enum Kind {
        /** Which column a field stands in. */
        COLUMN,
        /** Which metric the amounts of an account belong to. */
        METRIC,
        /** Which unit a cost centre or a campaign belongs to. */
        UNIT
    }

    /** What something in a file means. */
    @Embeddable
    public static class EntryRow {

        @Enumerated(EnumType.STRING)
        private Kind kind = Kind.COLUMN;

        private String given = "";
        private String meant = "";

        protected EntryRow() {}

        EntryRow(Kind kind, String given, String meant) {
            this.kind = kind;
            this.given = given;
            this.meant = meant;
        }
    }

    protected SourceMapRow() {}

    public SourceMapRow(String source) {
        this.source = source;
    }

    public void become(String newScenario, String newCurrency, String newDecimals, String newDates) {
        scenario = newScenario;
        currency = newCurrency;
        decimals = newDecimals;
        dates = newDates;
    }

    /** Replaces what the files mean by things of a kind. */
    public void mean(Kind kind, Map<String, String> meanings) {
        entries.removeIf(entry -> entry.kind == kind);
        meanings.forEach((given, meant) -> entries.add(new EntryRow(kind, given, meant)));
    }

    public Map<String, String> meanings(Kind kind) {
        Map<String, String> meanings = new TreeMap<>();
        entries.stream().filter(entry -> entry.kind == kind).forEach(entry -> meanings.put(entry.given, entry.meant));
        return meanings;
    }

    public String scenario() {
        return scenario;
    }

    public String currency() {
        return currency;
    }

    public String decimals() {
        return decimals;
    }

    public String dates() {
        return dates;
    }
}
