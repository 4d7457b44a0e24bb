package mpm.workbook.recalculation;

/**
 * How much a workbook may hold. What a recalculation takes of the memory is bounded by these: the texts once, about 40 bytes a
 * cell and about 600 a formula.
 *
 * @param parts parts in its package
 * @param unpackedBytes bytes of all parts, after inflating
 * @param cells cells with a value or a formula, in all sheets together
 * @param formulas formulas among them
 * @param formulaCharacters length of one formula
 * @param formulaDepth brackets within brackets in one formula
 */
public record WorkbookLimits(
        int parts, long unpackedBytes, int cells, int formulas, int formulaCharacters, int formulaDepth) {

    public static final WorkbookLimits STANDARD =
            new WorkbookLimits(10_000, 256L << 20, 2_000_000, 300_000, 16_384, 64);
}
