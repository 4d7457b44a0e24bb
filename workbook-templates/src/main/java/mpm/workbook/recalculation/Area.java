package mpm.workbook.recalculation;

import java.util.Optional;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.util.CellReference;

/** A rectangle of cells, its corners counted from 0 and included. */
record Area(int top, int left, int bottom, int right) {

    static final int LAST_ROW = SpreadsheetVersion.EXCEL2007.getLastRowIndex();
    static final int LAST_COLUMN = SpreadsheetVersion.EXCEL2007.getLastColumnIndex();

    static Area at(int row, int column, int rows, int columns) {
        return new Area(row, column, row + rows - 1, column + columns - 1);
    }

    /** The area of a reference such as {@code B2:C5}; nothing for what is none. */
    static Optional<Area> of(String reference) {
        int colon = reference.indexOf(':');
        long first = cell(colon < 0 ? reference : reference.substring(0, colon));
        long last = colon < 0 ? first : cell(reference.substring(colon + 1));
        if (first < 0 || last < 0) {
            return Optional.empty();
        }
        Area area = new Area(row(first), column(first), row(last), column(last));
        return area.bottom >= area.top && area.right >= area.left ? Optional.of(area) : Optional.empty();
    }

    /** A cell as one number that orders cells along the rows. */
    static long key(int row, int column) {
        return (long) row << 14 | column;
    }

    static int row(long key) {
        return (int) (key >> 14);
    }

    static int column(long key) {
        return (int) (key & LAST_COLUMN);
    }

    /** The key of a reference such as {@code B2}; -1 for what is none. */
    static long cell(String reference) {
        long row = 0;
        int column = 0;
        int at = 0;
        for (; at < reference.length() && reference.charAt(at) >= 'A' && reference.charAt(at) <= 'Z' && at < 3; at++) {
            column = column * 26 + reference.charAt(at) - 'A' + 1;
        }
        int digits = reference.length() - at;
        if (at == 0 || digits == 0 || digits > 7) {
            return -1;
        }
        for (; at < reference.length(); at++) {
            int digit = reference.charAt(at) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            row = row * 10 + digit;
        }
        return row < 1 || row > LAST_ROW + 1 || column > LAST_COLUMN + 1 ? -1 : key((int) row - 1, column - 1);
    }

    static String name(long key) {
        return CellReference.convertNumToColString(column(key)) + (row(key) + 1);
    }

    int rows() {
        return bottom - top + 1;
    }

    int columns() {
        return right - left + 1;
    }

    long size() {
        return (long) rows() * columns();
    }

    boolean isOneCell() {
        return top == bottom && left == right;
    }

    boolean contains(int row, int column) {
        return row >= top && row <= bottom && column >= left && column <= right;
    }

    boolean meets(Area other) {
        return top <= other.bottom && other.top <= bottom && left <= other.right && other.left <= right;
    }

    /** As a workbook writes it. */
    String reference() {
        String first = name(key(top, left));
        return isOneCell() ? first : first + ":" + name(key(bottom, right));
    }
}
