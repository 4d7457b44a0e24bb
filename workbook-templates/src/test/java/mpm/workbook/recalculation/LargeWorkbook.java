package mpm.workbook.recalculation;

/** A workbook of as many rows as wished, each with two numbers, a call of MPM and, if wished, a formula that reads it. */
final class LargeWorkbook {

    private static final String NUMBERS =
            "<row r=\"%1$d\"><c r=\"A%1$d\"><v>%1$d.25</v></c><c r=\"B%1$d\"><v>%2$d</v></c>";
    private static final String CALL = "_xldudf_MPM_VARIANCE(A%1$d,B%1$d)</f><v>0</v></c>";
    private static final String AS_EXCEL_SAVES_IT = "<c r=\"C%1$d\" cm=\"1\"><f t=\"array\" ref=\"C%1$d\">" + CALL;
    private static final String PLAIN = "<c r=\"C%1$d\"><f>" + CALL;
    private static final String READER = "<c r=\"D%1$d\"><f>IF(C%1$d&gt;0,C%1$d,0)</f><v>1</v></c>";

    private LargeWorkbook() {}

    /** Every value in it is stale. */
    static byte[] of(int rows, boolean readsCalls) {
        return of(rows, AS_EXCEL_SAVES_IT + (readsCalls ? READER : ""));
    }

    /** The same calls as formulas of one cell: POI looks through all arrays of a sheet for each of its cells. */
    static byte[] withoutArrays(int rows) {
        return of(rows, PLAIN);
    }

    private static byte[] of(int rows, String formulas) {
        StringBuilder cells = new StringBuilder(rows * 160);
        for (int row = 1; row <= rows; row++) {
            cells.append((NUMBERS + formulas + "</row>").formatted(row, 2 * row + 1));
        }
        return PackedWorkbook.with(cells.toString()).bytes();
    }
}
