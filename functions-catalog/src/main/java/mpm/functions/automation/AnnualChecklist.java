package mpm.functions.automation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * The annual planning checklist: what a marketing organisation does, and when, to have a plan by the first day of the fiscal
 * year and to work by it.
 */
public final class AnnualChecklist {

    /** In the order in which they stand in the list. */
    public static final List<Item> ITEMS = read();

    /**
     * Something to be done.
     *
     * @param id by which a stored checklist knows it, {@code C01} …
     * @param phase its number and name, such as {@code 1 Measure}
     * @param owner the role that owns it, or several joined by {@code " + "}
     * @param week when it is due, in weeks from the first day of the fiscal year; negative is before
     * @param factor the success factor it serves
     * @param stage Measure, Plan or Execute
     */
    public record Item(
            String id,
            String phase,
            String task,
            String owner,
            int week,
            String deliverable,
            String factor,
            String stage) {}

    private AnnualChecklist() {}

    private static List<Item> read() {
        try (InputStream list = AnnualChecklist.class.getResourceAsStream("annual-checklist.tsv");
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(list), StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(AnnualChecklist::item).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Item item(String line) {
        String[] fields = line.split("\t", -1);
        return new Item(
                fields[0],
                fields[1],
                fields[2],
                fields[3],
                Integer.parseInt(fields[4]),
                fields[5],
                fields[6],
                fields[7]);
    }
}
