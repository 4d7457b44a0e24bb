package mpm.service.templates.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import mpm.workbook.content.WorkbookContent;
import mpm.workbook.template.Parameters;
import mpm.workbook.template.Template;

/** The workbooks of the templates, each made when it is first asked for. */
@ApplicationScoped
public class Workbooks {

    /** Their parameters are free, so that there is no end of different ones. */
    private static final int MOST = 16;

    private record Order(Template template, Parameters parameters) {}

    private final Recent<Order, byte[]> files = new Recent<>(MOST);
    private final Recent<Order, WorkbookContent> contents = new Recent<>(MOST);

    /** The .xlsx file of a template; not to be changed. */
    public byte[] file(Template template, Parameters parameters) {
        return files.get(
                new Order(template, parameters), order -> order.template().workbook(order.parameters()));
    }

    /** The same workbook for the sheet in a page. */
    public WorkbookContent content(Template template, Parameters parameters) {
        return contents.get(
                new Order(template, parameters),
                order -> WorkbookContent.of(file(order.template(), order.parameters())));
    }

    /** The picture of a sheet, as PNG, where there is one. */
    public Optional<byte[]> picture(Template template, Template.SheetSummary sheet) {
        String file = "%s/%s.png".formatted(template.id(), sheet.slug());
        try (InputStream picture = Template.class.getResourceAsStream(file)) {
            return picture == null ? Optional.empty() : Optional.of(picture.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a sheet has a picture. */
    public boolean hasPicture(Template template, Template.SheetSummary sheet) {
        return Template.class.getResource("%s/%s.png".formatted(template.id(), sheet.slug())) != null;
    }
}
