package mpm.workbook.design;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import mpm.catalogue.Calculation;
import mpm.catalogue.Limits;
import mpm.cell.Range;
import mpm.functions.Functions;
import mpm.plan.SamplePlan;
import mpm.workbook.formula.Recalculation;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.openxml4j.opc.PackageProperties;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFName;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook under design. It is written once, by {@link #bytes()}. */
public final class Book {

    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final Styles styles = new Styles(workbook);
    private final List<Page> pages = new ArrayList<>();
    private final List<SpillArea> spills = new ArrayList<>();
    /** What is read of stored data is the sample company's, like all figures of the workbooks. */
    private final Recalculation recalculation =
            new Recalculation(workbook, new Calculation(Functions.CATALOGUE, SamplePlan.links(), Limits.STANDARD));

    /**
     * An empty workbook.
     *
     * @param day that stands in its properties; not today, so that the same design is the same file
     */
    public Book(String title, String subject, LocalDate day, AddIn addIn) {
        // A formula may name a table that comes later; each is computed in the end, which checks more than POI's parser
        // does.
        workbook.setCellFormulaValidation(false);
        Parts parts = new Parts(workbook);
        parts.theme();
        parts.dynamicArrays();
        parts.taskPane(addIn);
        describe(title, subject, day);
    }

    /** A further sheet. */
    public Page page(String name, Hue tab) {
        Page page = new Page(this, workbook.createSheet(name), tab);
        pages.add(page);
        return page;
    }

    /** A name that formulas use, for a cell or a column of a table: {@code p_AsOf}, {@code Start!$D$12}. */
    public void name(String name, String reference) {
        XSSFName defined = workbook.createName();
        defined.setNameName(name);
        defined.setRefersToFormula(reference);
    }

    /** The .xlsx file, every value in it computed. */
    public byte[] bytes() {
        fillSpills();
        recalculation.storeValues();
        pages.forEach(Page::finish);
        if (styles.hasCheckboxes()) {
            new Parts(workbook).checkboxes();
        }
        try (workbook) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            workbook.write(bytes);
            return StablePackage.of(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    XSSFWorkbook workbook() {
        return workbook;
    }

    Styles styles() {
        return styles;
    }

    /** What a formula answers in a cell, as far as what it reads stands by now. */
    Range value(XSSFCell cell, Formula formula) {
        return recalculation.value(cell, formula.stored(""));
    }

    void spill(Page page, Formula formula, CellRangeAddress room) {
        spills.add(new SpillArea(page, formula, room));
    }

    /** What spills may read what spills, on any sheet: they are asked until none takes other cells. */
    private void fillSpills() {
        boolean isMoving = true;
        for (int round = 0; isMoving; round++) {
            if (round > spills.size() + 1) {
                throw new IllegalStateException("What spills in this workbook depends on itself: break the circle.");
            }
            isMoving = false;
            for (SpillArea spill : spills) {
                isMoving |= spill.fill(recalculation);
            }
        }
    }

    private void describe(String title, String subject, LocalDate day) {
        POIXMLProperties properties = workbook.getProperties();
        PackageProperties core = properties.getCoreProperties().getUnderlyingProperties();
        Optional<Date> at =
                Optional.of(Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant()));
        core.setTitleProperty(title);
        core.setSubjectProperty(subject);
        core.setCreatorProperty("MPM");
        core.setCreatedProperty(at);
        core.setModifiedProperty(at);
        // Programs other than Excel trust stored values only of a file that Excel is said to have written.
        properties.getExtendedProperties().setApplication("Microsoft Excel");
        properties.getExtendedProperties().setAppVersion("16.0300");
    }
}
