package mpm.service.figures.entity;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.util.Optional;
import mpm.plan.Address;
import mpm.plan.Note;
import org.jspecify.annotations.Nullable;

/** The explanation of a figure; one that was removed keeps its row, so that its version counts on. */
@Entity
@Table(name = "note")
@NamedQuery(name = NoteRow.AT, query = """
        select n from NoteRow n where n.key.scenario in :scenarios and n.key.metric in :metrics
        and n.key.unit in :units and n.key.period in :periods""")
@NamedQuery(
        name = NoteRow.OF_VERSION,
        query = "select n from NoteRow n where n.key.scenario = :scenario and n.key.version = :version")
public class NoteRow {

    public static final String AT = "NoteRow.at";
    public static final String OF_VERSION = "NoteRow.ofVersion";

    @EmbeddedId
    private AddressKey key;

    @Nullable
    private String text;

    @Column(name = "row_version")
    private long rowVersion;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields.
    protected NoteRow() {}

    public NoteRow(Address address) {
        this.key = new AddressKey(address);
    }

    /** The same explanation in another version of its scenario. */
    public NoteRow in(int version) {
        NoteRow same = new NoteRow(address().in(version));
        same.text = text;
        same.rowVersion = rowVersion;
        return same;
    }

    public Address address() {
        return key.address();
    }

    /** The explanation; nothing where it was removed. */
    public Optional<Note> plan() {
        return Optional.ofNullable(text).map(written -> new Note(written, rowVersion));
    }

    public long rowVersion() {
        return rowVersion;
    }

    /** Another text, or none. */
    public void become(@Nullable String newText) {
        text = newText;
        rowVersion++;
    }
}
