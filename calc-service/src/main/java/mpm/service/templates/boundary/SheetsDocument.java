package mpm.service.templates.boundary;

import java.util.List;
import mpm.workbook.content.Check;
import mpm.workbook.content.Rule;
import mpm.workbook.content.SheetContent;
import mpm.workbook.content.Style;
import mpm.workbook.content.WorkbookContent;
import org.jspecify.annotations.Nullable;

/** A workbook for the playground, in the shape in which its content.js describes a sheet: pairs and cells are arrays. */
record SheetsDocument(List<Style> styles, List<Sheet> sheets, List<List<String>> names) {

    record Sheet(
            String name,
            @Nullable Boolean hidden,
            @Nullable Boolean bare,
            @Nullable String tab,
            @Nullable List<Integer> frozen,
            List<List<Integer>> widths,
            List<List<Integer>> heights,
            List<List<Object>> cells,
            List<String> merges,
            List<List<String>> links,
            List<Rule> rules,
            List<Check> checks) {}

    static SheetsDocument of(WorkbookContent content) {
        return new SheetsDocument(
                content.styles(),
                content.sheets().stream().map(SheetsDocument::sheet).toList(),
                content.names().stream()
                        .map(each -> List.of(each.name(), each.formula()))
                        .toList());
    }

    private static Sheet sheet(SheetContent sheet) {
        boolean frozen = sheet.frozenRows() > 0 || sheet.frozenColumns() > 0;
        return new Sheet(
                sheet.name(),
                sheet.hidden() ? true : null,
                sheet.gridLines() ? null : true,
                sheet.tab(),
                frozen ? List.of(sheet.frozenRows(), sheet.frozenColumns()) : null,
                sizes(sheet.widths()),
                sizes(sheet.heights()),
                sheet.cells().stream()
                        .map(cell -> List.of(cell.row(), cell.column(), cell.input(), cell.style()))
                        .toList(),
                sheet.merges(),
                sheet.links().stream()
                        .map(link -> List.of(link.cell(), link.target()))
                        .toList(),
                sheet.rules(),
                sheet.checks());
    }

    private static List<List<Integer>> sizes(List<SheetContent.Size> sizes) {
        return sizes.stream().map(size -> List.of(size.index(), size.pixels())).toList();
    }
}
