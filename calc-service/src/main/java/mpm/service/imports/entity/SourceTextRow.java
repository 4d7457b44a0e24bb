package mpm.service.imports.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A line of a file as it came. */
@Entity
@Table(name = "source_text")
@IdClass(SourceTextRow.Key.class)
@NamedQuery(name = SourceTextRow.OF_FILE, query = "select t from SourceTextRow t where t.file = :file order by t.place")
@NamedQuery(name = SourceTextRow.FORGET, query = "delete from SourceTextRow t where t.file = :file")
public class SourceTextRow {

    public static final String OF_FILE = "SourceTextRow.ofFile";
    public static final String FORGET = "SourceTextRow.forget";

    /** How many characters all cells of a line may have together, and one more for each. */
    public static final int LONGEST = 32_000;

    private static final String PARTING = "\u001f";

    @Id
    @Column(name = "source_file")
    private long file;

    @Id
    private int place;

    private String cells = "";

    /** The key of a line. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private long file;
        private int place;

        public Key() {}

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && key.file == file && key.place == place;
        }

        @Override
        public int hashCode() {
            return Objects.hash(file, place);
        }
    }

    protected SourceTextRow() {}

    /** A line; no cell holds a control character. */
    public SourceTextRow(long file, int place, List<String> cells) {
        this.file = file;
        this.place = place;
        this.cells = String.join(PARTING, cells);
    }

    /** The number of the line in its file, from 1. */
    public int place() {
        return place;
    }

    public List<String> cells() {
        return List.of(cells.split(PARTING, -1));
    }
}
