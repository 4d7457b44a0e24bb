package mpm.workbook.recalculation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import mpm.cell.Cell;
import mpm.workbook.recalculation.SheetPatch.Change;
import mpm.workbook.recalculation.WorkbookPackage.NewContent;
import mpm.workbook.recalculation.WorkbookPackage.Relation;

/** A workbook whose formulas have been computed. */
public final class Recalculated {

    /** Excel shows 15 digits; programs that compute the same differ in the last of the 17 that a number has. */
    private static final double SAME = 1e-14;

    private static final String CALCULATION_CHAIN = "/calcChain";

    private static final Pattern TABLE_FORMULAS = Pattern.compile(
            "<(\\w+:)?(calculatedColumnFormula|totalsRowFormula)\\b[^>]*(?:/>|>.*?</\\1?\\2\\s*>)", Pattern.DOTALL);
    private static final Pattern TOTALS = Pattern.compile("\\s+totalsRowFunction\\s*=\\s*(?:\"[^\"]*\"|'[^']*')");

    private final WorkbookPackage parts;
    private final List<SheetCells> sheets;
    private final List<Optional<String>> sheetParts;

    Recalculated(WorkbookPackage parts, List<SheetCells> sheets, List<Optional<String>> sheetParts) {
        this.parts = parts;
        this.sheets = sheets;
        this.sheetParts = sheetParts;
    }

    /** Whether it is an .xlsm file, which may have macros. */
    public boolean hasMacros() {
        return parts.hasMacros();
    }

    /** The workbook with fresh values, and nothing else changed. */
    public byte[] workbook() {
        return written(false);
    }

    /** The workbook with values in the place of formulas, for those who do not have the add-in. */
    public byte[] valuesOnly() {
        return written(true);
    }

    private byte[] written(boolean valuesOnly) {
        Map<String, Optional<NewContent>> changed = new HashMap<>();
        boolean hasOtherFormulas = false;
        for (int index = 0; index < sheets.size(); index++) {
            SheetCells sheet = sheets.get(index);
            NavigableMap<Long, Change> changes = changes(sheet, valuesOnly);
            hasOtherFormulas |=
                    changes.values().stream().anyMatch(change -> change.extent() != null || !change.keepsFormula());
            if (!changes.isEmpty()) {
                sheetParts.get(index).ifPresent(part -> changed.put(part, Optional.of(new SheetPatch(changes)::apply)));
            }
            if (valuesOnly) {
                sheetParts.get(index).ifPresent(part -> freezeTables(part, changed));
            }
        }
        if (hasOtherFormulas) {
            dropCalculationChain(changed);
        }
        try {
            return parts.with(changed);
        } catch (IOException e) {
            throw new UncheckedIOException("A sheet that could be read can be copied.", e);
        }
    }

    private static NavigableMap<Long, Change> changes(SheetCells sheet, boolean valuesOnly) {
        NavigableMap<Long, Change> changes = new TreeMap<>();
        for (FormulaCell formula : sheet.formulas()) {
            Cell now = formula.value();
            boolean isKept = formula.state() == FormulaCell.State.KEPT;
            boolean hasMoved = !isKept && !formula.extent().equals(formula.stored());
            if (valuesOnly || hasMoved || differ(formula.old(), now)) {
                changes.put(formula.key(), new Change(now, hasMoved ? formula.extent() : null, !valuesOnly));
            }
            if (!isKept && !(formula.stored().isOneCell() && formula.extent().isOneCell())) {
                filled(formula, changes, valuesOnly);
            }
        }
        return changes;
    }

    private static void filled(FormulaCell formula, NavigableMap<Long, Change> changes, boolean valuesOnly) {
        SheetCells sheet = formula.sheet();
        for (Area area : List.of(formula.stored(), formula.extent())) {
            for (int row = area.top(); row <= area.bottom(); row++) {
                for (int column = area.left(); column <= area.right(); column++) {
                    long key = Area.key(row, column);
                    Cell before = sheet.filledBefore().getOrDefault(key, Cell.blank());
                    if (formula.equals(sheet.filled().get(key))) {
                        Cell now = formula.shown(row, column);
                        boolean isThere = sheet.filledBefore().containsKey(key);
                        if (!isThere || differ(before, now)) {
                            changes.put(key, new Change(now, null, !valuesOnly));
                        }
                    } else if (sheet.filledBefore().containsKey(key)) {
                        changes.putIfAbsent(key, new Change(null, null, true));
                    }
                }
            }
        }
    }

    /** What a table would put into a new row or its totals is a formula as well. */
    private void freezeTables(String sheet, Map<String, Optional<NewContent>> changed) {
        for (Relation relation : parts.relations(sheet)) {
            if (relation.kind().endsWith("/table")) {
                String table = parts.text(relation.target());
                String frozen = TOTALS.matcher(TABLE_FORMULAS.matcher(table).replaceAll(""))
                        .replaceAll("");
                if (!frozen.equals(table)) {
                    replace(relation.target(), frozen, changed);
                }
            }
        }
    }

    private void replace(String part, String text, Map<String, Optional<NewContent>> changed) {
        changed.put(part, Optional.of((was, now) -> now.write(text.getBytes(Xml.encoding(parts.content(part))))));
    }

    /**
     * Leaves out the order in which Excel computed last: an entry for a cell that has no formula any more is damage to Excel,
     * and where there is no order it makes one.
     */
    private void dropCalculationChain(Map<String, Optional<NewContent>> changed) {
        for (Relation relation : parts.relations(parts.workbook())) {
            if (relation.kind().endsWith(CALCULATION_CHAIN)) {
                changed.put(relation.target(), Optional.empty());
                String relations = WorkbookPackage.relationsPart(parts.workbook());
                replace(
                        relations,
                        without("Relationship", "Type", Pattern.quote(relation.kind()), parts.text(relations)),
                        changed);
                replace(
                        WorkbookPackage.CONTENT_TYPES,
                        without(
                                "Override",
                                "PartName",
                                "/?" + Pattern.quote(relation.target()),
                                parts.text(WorkbookPackage.CONTENT_TYPES)),
                        changed);
            }
        }
    }

    private static String without(String element, String attribute, String value, String xml) {
        return Pattern.compile("<(\\w+:)?%1$s\\b[^>]*\\s%2$s\\s*=\\s*[\"']%3$s[\"'][^>]*?(?:/>|>\\s*</\\1?%1$s\\s*>)"
                        .formatted(element, attribute, value))
                .matcher(xml)
                .replaceAll("");
    }

    private static boolean differ(Cell old, Cell now) {
        if (old instanceof Cell.Numeric one && now instanceof Cell.Numeric other) {
            double apart = Math.abs(one.value() - other.value());
            return apart > SAME * Math.max(Math.abs(one.value()), Math.abs(other.value()));
        } else if (old instanceof Cell.Failure one && now instanceof Cell.Failure other) {
            return !SheetPatch.shown(one.error()).equals(SheetPatch.shown(other.error()));
        } else if (old.isBlank() && now.isBlank()) {
            // A text without letters is stored as a cell without a value.
            return false;
        } else if (old instanceof Cell.Numeric || now instanceof Cell.Numeric || old.getClass() != now.getClass()) {
            return true;
        }
        return !old.shown().equals(now.shown());
    }

    /** What has been done. */
    public Report report() {
        List<Report.Change> changes = new ArrayList<>();
        List<Report.Failure> failures = new ArrayList<>();
        List<Report.Keep> keeps = new ArrayList<>();
        Map<String, Integer> unknown = new TreeMap<>();
        int formulas = 0;
        int changed = 0;
        int failed = 0;
        int kept = 0;
        for (SheetCells sheet : sheets) {
            for (Map.Entry<Long, Change> each : changes(sheet, false).entrySet()) {
                Cell now = each.getValue().value() == null
                        ? Cell.blank()
                        : each.getValue().value();
                Cell before = sheet.before(Area.row(each.getKey()), Area.column(each.getKey()));
                if (differ(before, now)) {
                    changed++;
                    if (changes.size() < Report.LISTED) {
                        changes.add(new Report.Change(sheet.name(), Area.name(each.getKey()), before, now));
                    }
                }
            }
            for (FormulaCell formula : sheet.formulas()) {
                formulas++;
                String cell = Area.name(formula.key());
                if (formula.state() == FormulaCell.State.KEPT) {
                    kept++;
                    if (keeps.size() < Report.LISTED) {
                        keeps.add(new Report.Keep(sheet.name(), cell, formula.reason()));
                    }
                    if (!formula.unknown().isEmpty()) {
                        unknown.merge(formula.unknown(), 1, Integer::sum);
                    }
                } else if (formula.value() instanceof Cell.Failure failure) {
                    failed++;
                    if (failures.size() < Report.LISTED) {
                        failures.add(new Report.Failure(
                                sheet.name(), cell, failure.error().text(), why(formula, failure)));
                    }
                }
            }
        }
        return new Report(formulas, changed, failed, kept, unknown, changes, failures, keeps);
    }

    private static String why(FormulaCell formula, Cell.Failure failure) {
        return formula.reason().isEmpty()
                ? "The formula gives %s by itself, or reads a cell that shows it."
                        .formatted(failure.error().text())
                : formula.reason();
    }
}
