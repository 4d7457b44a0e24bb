package mpm.workbook.content;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.ComparisonOperator;
import org.apache.poi.ss.usermodel.ConditionType;
import org.apache.poi.ss.usermodel.ConditionalFormattingThreshold;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFColorScaleFormatting;
import org.apache.poi.xssf.usermodel.XSSFConditionalFormatting;
import org.apache.poi.xssf.usermodel.XSSFConditionalFormattingRule;
import org.apache.poi.xssf.usermodel.XSSFConditionalFormattingThreshold;
import org.apache.poi.xssf.usermodel.XSSFDataBarFormatting;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFSheetConditionalFormatting;
import org.jspecify.annotations.Nullable;

/** The conditional formats of a sheet, the one that counts most first. */
final class Rules {

    private final Formulas formulas;
    private final Styles styles;
    private final XSSFSheet sheet;
    private final int index;

    Rules(XSSFSheet sheet, Formulas formulas, Styles styles) {
        this.sheet = sheet;
        this.formulas = formulas;
        this.styles = styles;
        this.index = sheet.getWorkbook().getSheetIndex(sheet);
    }

    List<Rule> all() {
        XSSFSheetConditionalFormatting formats = sheet.getSheetConditionalFormatting();
        List<XSSFConditionalFormattingRule> rules = new ArrayList<>();
        List<XSSFConditionalFormatting> owners = new ArrayList<>();
        for (int at = 0; at < formats.getNumConditionalFormattings(); at++) {
            XSSFConditionalFormatting format = formats.getConditionalFormattingAt(at);
            for (int each = 0; each < format.getNumberOfRules(); each++) {
                rules.add(format.getRule(each));
                owners.add(format);
            }
        }
        return IntStream.range(0, rules.size())
                .boxed()
                .sorted(Comparator.comparingInt(at -> rules.get(at).getPriority()))
                .flatMap(at -> rule(rules.get(at), owners.get(at).getFormattingRanges()).stream())
                .toList();
    }

    private Optional<Rule> rule(XSSFConditionalFormattingRule rule, CellRangeAddress... ranges) {
        List<String> areas = Arrays.stream(ranges).map(WorkbookReader::area).toList();
        XSSFColorScaleFormatting scale = rule.getColorScaleFormatting();
        XSSFDataBarFormatting bar = rule.getDataBarFormatting();
        if (scale != null) {
            return Optional.of(new Rule.ColourScale(areas, stops(scale)));
        } else if (bar != null) {
            return Optional.ofNullable(styles.colour(bar.getColor()))
                    .map(colour -> new Rule.DataBar(
                            areas, colour, stop(bar.getMinThreshold(), null), stop(bar.getMaxThreshold(), null)));
        }
        return formula(rule, ranges[0])
                .map(formula -> new Rule.Highlight(areas, "=" + formula, styles.index(rule), rule.getStopIfTrue()));
    }

    private List<Rule.Stop> stops(XSSFColorScaleFormatting scale) {
        XSSFColor[] colours = scale.getColors();
        XSSFConditionalFormattingThreshold[] thresholds = scale.getThresholds();
        return IntStream.range(0, thresholds.length)
                .mapToObj(at -> stop(thresholds[at], colours[at]))
                .toList();
    }

    private Rule.Stop stop(ConditionalFormattingThreshold threshold, @Nullable XSSFColor colour) {
        String at = switch (threshold.getRangeType()) {
            case NUMBER -> "num";
            case UNALLOCATED -> "min";
            default -> threshold.getRangeType().name().toLowerCase(Locale.ROOT);
        };
        String value = threshold.getValue() == null ? threshold.getFormula() : String.valueOf(threshold.getValue());
        return new Rule.Stop(at, value, styles.colour(colour));
    }

    /** A comparison with a value says the same as a formula; a rule that ranks cells has none, and is left out. */
    private Optional<String> formula(XSSFConditionalFormattingRule rule, CellRangeAddress first) {
        String one = rule.getFormula1();
        if (one == null) {
            return Optional.empty();
        }
        String formula = formulas.typed(one, index, first.getFirstRow());
        if (rule.getConditionType() != ConditionType.CELL_VALUE_IS) {
            return Optional.of(formula);
        }
        String cell = WorkbookReader.area(new CellRangeAddress(
                first.getFirstRow(), first.getFirstRow(), first.getFirstColumn(), first.getFirstColumn()));
        String other = rule.getFormula2() == null ? "" : formulas.typed(rule.getFormula2(), index, first.getFirstRow());
        return Optional.of(
                switch (rule.getComparisonOperation()) {
                    case ComparisonOperator.BETWEEN -> "AND(%1$s>=%2$s,%1$s<=%3$s)".formatted(cell, formula, other);
                    case ComparisonOperator.NOT_BETWEEN -> "OR(%1$s<%2$s,%1$s>%3$s)".formatted(cell, formula, other);
                    case ComparisonOperator.EQUAL -> cell + "=" + formula;
                    case ComparisonOperator.NOT_EQUAL -> cell + "<>" + formula;
                    case ComparisonOperator.GT -> cell + ">" + formula;
                    case ComparisonOperator.LT -> cell + "<" + formula;
                    case ComparisonOperator.GE -> cell + ">=" + formula;
                    default -> cell + "<=" + formula;
                });
    }
}
