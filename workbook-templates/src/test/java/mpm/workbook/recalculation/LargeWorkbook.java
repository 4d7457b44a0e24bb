package mpm.workbook.recalculation;

/** A workbook of as many rows as wished, each with two numbers, a call of MPM and a formula that reads it. */
final class LargeWorkbook {

    private LargeWorkbook() {}

    /** Every value in it is stale. */
    static byte[] of(int rows, boolean readsCalls) {
        StringBuilder cells = new StringBuilder(rows * 160);
        for (int row = 1; row <= rows; row++) {
            cells.append("<row r=\"")
                    .append(row)
                    .append("\"><c r=\"A")
                    .append(row)
                    .append("\"><v>")
                    .append(row);
            cells.append(".25</v></c><c r=\"B").append(row).append("\"><v>").append(2 * row + 1);
            cells.append("</v></c><c r=\"C")
                    .append(row)
                    .append("\" cm=\"1\"><f t=\"array\" ref=\"C")
                    .append(row);
            cells.append("\">_xldudf_MPM_VARIANCE(A")
                    .append(row)
                    .append(",B")
                    .append(row)
                    .append(")</f><v>0</v></c>");
            if (readsCalls) {
                cells.append("<c r=\"D").append(row).append("\"><f>IF(C").append(row);
                cells.append("&gt;0,C").append(row).append(",0)</f><v>1</v></c>");
            }
            cells.append("</row>");
        }
        return PackedWorkbook.with(cells.toString()).bytes();
    }
}
