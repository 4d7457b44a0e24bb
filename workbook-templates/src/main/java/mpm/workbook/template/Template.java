package mpm.workbook.template;

import java.util.List;
import java.util.Locale;

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
