package mpm.workbook.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** A workbook that a planner starts from, and what the gallery says of it. */
public interface Template {

    /** The name in addresses: {@code annual-plan}. */
    String id();

    /** The name in the gallery: {@code Annual plan}. */
    String title();

    /** What the workbook is for, in one sentence. */
    String purpose();

    /** The questions that it answers. */
    List<String> questions();

    /** Its sheets in their order. */
    List<SheetSummary> sheets();

    /**
     * Makes the workbook.
     *
     * @return the bytes of an .xlsx file, the same for the same parameters
     */
    byte[] workbook(Parameters parameters);

    /** A sheet as it looks with the sample's figures: a PNG, about 960 pixels wide. */
    default byte[] picture(SheetSummary sheet) {
        String file = "%s/%s.png".formatted(id(), sheet.slug());
        try (InputStream picture = Template.class.getResourceAsStream(file)) {
            return Objects.requireNonNull(picture, () -> "No picture " + file + ": draw it, as CONTRIBUTING.md says.")
                    .readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A sheet as the gallery shows it.
     *
     * @param name the sheet's name in the workbook
     * @param purpose what it is for, in one sentence
     */
    record SheetSummary(String name, String purpose) {

        /** The name in addresses: {@code budget-by-channel} for {@code Budget by channel}. */
        public String slug() {
            return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        }
    }
}
