package mpm.workbook.template;

import static mpm.workbook.design.Formula.formula;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import mpm.workbook.design.AddIn;
import mpm.workbook.design.Banner;
import mpm.workbook.design.Book;
import mpm.workbook.design.Hue;

/** A workbook that a planner starts from, and what the gallery says of it. */
public abstract class Template {

    private static final String START = "Start";
    static final String CHECK = "Check";

    /** Where the words of the drop-down lists and the fiscal calendar stand. */
    private static final String LISTS = "Lists";

    private static final SheetSummary START_SHEET =
            new SheetSummary(START, "The settings, how the workbook is used, and how the sample data is removed.");
    private static final SheetSummary CHECK_SHEET =
            new SheetSummary(CHECK, "What must agree, and whether it does: every difference is 0.");
    private static final SheetSummary LISTS_SHEET =
            new SheetSummary(LISTS, "The words that the drop-down lists offer, and the fiscal calendar.");

    /** The name in addresses: {@code annual-plan}. */
    public abstract String id();

    /** The name in the gallery: {@code Annual plan}. */
    public abstract String title();

    /** What the workbook is for, in one sentence. */
    public abstract String purpose();

    /** The questions that it answers. */
    public abstract List<String> questions();

    /** The sheets of its own, which stand between Start and Check. A fresh design each time. */
    protected abstract List<Sheet> design();

    /** What to do first, second and so on: at most four lines on the sheet Start, each leading to a sheet; Check is the last. */
    protected abstract List<Step> steps();

    /** Settings on the sheet Start beside those that every workbook has. */
    protected List<Setting> settings() {
        return List.of();
    }

    /** The lists that its drop-downs offer, beside those of the settings. */
    protected List<Words> lists() {
        return List.of();
    }

    /** How the sample's figures are taken out, sheet by sheet, and what shows until others stand there. */
    protected abstract String removal();

    /** Its sheets in their order. */
    public final List<SheetSummary> sheets() {
        return Stream.of(List.of(START_SHEET), ownSheets(), List.of(CHECK_SHEET, LISTS_SHEET))
                .flatMap(List::stream)
                .toList();
    }

    /** Those of its own, between Start and Check. */
    public final List<SheetSummary> ownSheets() {
        return design().stream()
                .map(sheet -> new SheetSummary(sheet.name(), sheet.purpose()))
                .toList();
    }

    /** Those that every workbook has. */
    public final List<SheetSummary> sharedSheets() {
        return List.of(START_SHEET, CHECK_SHEET, LISTS_SHEET);
    }

    /**
     * Makes the workbook.
     *
     * @return the bytes of an .xlsx file, the same for the same parameters
     */
    public final byte[] workbook(Parameters parameters) {
        Book book = new Book(title(), parameters.organisation(), parameters.fiscalYearStart(), AddIn.MPM);
        Banner banner = new Banner(
                formula(
                        "=p_Org&\" · fiscal year \"&p_Year&\" · \"&p_Scenario&IF(p_Sample=TRUE,\" · sample data\",\"\")"),
                formula("=p_AsOf"),
                sheets().stream().map(SheetSummary::name).toList());
        Draft draft = new Draft(book, banner, parameters);
        List<Sheet> design = design();
        draft.page(START, Hue.NAVY);
        design.forEach(sheet -> draft.page(sheet.name(), sheet.tab()));
        draft.page(CHECK, Hue.CORAL);
        draft.page(LISTS, Hue.MUTED);

        new StartSheet(draft, draft.page(START)).write(title(), steps(), settings(), removal());
        for (Sheet sheet : design) {
            sheet.design().of(draft, draft.page(sheet.name())).write();
        }
        new CheckSheet(draft, draft.page(CHECK)).write();
        new ListsSheet(draft, draft.page(LISTS)).write(lists());
        return book.bytes();
    }

    /** A sheet as it looks with the sample's figures: a PNG, about 960 pixels wide. */
    public final byte[] picture(SheetSummary sheet) {
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
    public record SheetSummary(String name, String purpose) {

        /** The name in addresses: {@code budget-by-channel} for {@code Budget by channel}. */
        public String slug() {
            return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        }
    }
}
