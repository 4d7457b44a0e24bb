package mpm.workbook.design;

/**
 * The add-in that a workbook asks for: who has it sees its task pane open with the workbook.
 *
 * @param id the manifest's
 * @param version the manifest's
 */
public record AddIn(String id, String version) {

    /** As the manifest says. */
    public static final AddIn MPM = new AddIn("cee05b45-dfc3-4afe-be6a-75993b2e4f93", "1.0.0.0");
}
