package mpm.workbook.design;

import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.xmlbeans.XmlCursor;
import org.apache.xmlbeans.XmlException;
import org.apache.xmlbeans.XmlObject;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTExtensionList;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTWorksheet;

/** What Excel has learned since 2007 stands at the end of a sheet, in a vocabulary of its own. */
final class SheetExtension {

    static final String X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main";

    private SheetExtension() {}

    static void add(XSSFSheet sheet, String uri, String element, CharSequence content) {
        String xml = """
                <x:ext xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:x14="%s" uri="%s">\
                <x14:%s xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">%s</x14:%3$s></x:ext>""".formatted(X14, uri, element, content);
        CTWorksheet worksheet = sheet.getCTWorksheet();
        CTExtensionList extensions = worksheet.isSetExtLst() ? worksheet.getExtLst() : worksheet.addNewExtLst();
        try (XmlCursor from = XmlObject.Factory.parse(xml).newCursor();
                XmlCursor to = extensions.newCursor()) {
            from.toFirstChild();
            to.toEndToken();
            from.copyXml(to);
        } catch (XmlException e) {
            throw new IllegalStateException(e);
        }
    }
}
