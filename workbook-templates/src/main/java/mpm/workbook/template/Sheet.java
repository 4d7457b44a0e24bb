package mpm.workbook.template;

import mpm.workbook.design.Hue;
import mpm.workbook.design.Page;

/**
 * A sheet of a template.
 *
 * @param name on its tab
 * @param purpose what it is for, in one sentence
 * @param tab the colour of its tab
 * @param design the constructor of the class that writes it
 */
public record Sheet(String name, String purpose, Hue tab, Maker design) {

    /** Makes the design of a sheet. */
    @FunctionalInterface
    public interface Maker {
        Design of(Draft draft, Page page);
    }

    /** The design of a sheet. */
    @FunctionalInterface
    public interface Design {

        /** Writes the sheet. Formulas may name what other sheets write later. */
        void write();
    }
}
