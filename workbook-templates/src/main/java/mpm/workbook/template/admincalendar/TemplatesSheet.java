package mpm.workbook.template.admincalendar;

import java.util.List;
import java.util.stream.Collectors;
import mpm.workbook.design.Looks;
import mpm.workbook.design.Page;
import mpm.workbook.template.Draft;
import mpm.workbook.template.Sheet;
import mpm.workbook.template.Template;
import org.apache.poi.ss.usermodel.PaperSize;

/** The other workbooks of the gallery: which is for what, and who keeps it here. */
final class TemplatesSheet implements Sheet.Design {

    private final Draft draft;
    private final Page page;
    private final List<Template> templates;

    TemplatesSheet(Draft draft, Page page, List<Template> templates) {
        this.draft = draft;
        this.page = page;
        this.templates = templates;
    }

    @Override
    public void write() {
        page.widths(2);
        draft.head(page, "Templates", "H", "B", "C", "D", "E", "F", "G", "H", "I");
        page.height(6, 22)
                .put("B6", "The gallery of your service makes each of them for your fiscal year.", Looks.NOTE);
        page.<Template>table("Workbooks", "B7")
                .fixed("Template", 22, Looks.TEXT.bold(), Template::title)
                .fixed("Purpose", 52, Looks.TEXT, Template::purpose)
                .fixed("It answers", 62, Looks.TEXT, template -> String.join(" ", template.questions()))
                .fixed("Sheets", 40, Looks.TEXT, TemplatesSheet::sheets)
                .fixed("Address", 18, Looks.TEXT, Template::id)
                .input("Kept by", 20, Looks.TEXT, template -> "Marketing Operations")
                .check("In use", 9, template -> true)
                .rows(templates, Looks.HEADER, 20);
        page.height(7, 24);
        page.freeze(2, 7).print("A1:I%s".formatted(9 + templates.size()), PaperSize.A3_PAPER, true, 0);
    }

    private static String sheets(Template template) {
        return template.sheets().stream().map(Template.SheetSummary::name).collect(Collectors.joining(", "));
    }
}
