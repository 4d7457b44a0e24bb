// @ts-check
// Addresses of cells, and single cells gathered into ranges.

/**
 * @typedef {import('./calls.js').CellAddress} CellAddress
 * @typedef {{ startRow: number, endRow: number, startColumn: number, endColumn: number }} Area
 */

/** @param {number} column counted from 0 @returns {string} A, B … Z, AA … */
export function columnName(column) {
    let name = '';
    for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
        name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
    }
    return name;
}

/** @param {number} row @param {number} column */
export function cellName(row, column) {
    return columnName(column) + (row + 1);
}

/** As Excel writes it: 'My plan'!B2. @param {string} sheetName @param {number} row @param {number} column */
export function addressOf(sheetName, row, column) {
    const plain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheetName);
    return `${plain ? sheetName : `'${sheetName.replaceAll("'", "''")}'`}!${cellName(row, column)}`;
}

/** @param {Area} area @param {number} row @param {number} column */
export function holds(area, row, column) {
    return row >= area.startRow && row <= area.endRow && column >= area.startColumn && column <= area.endColumn;
}

/**
 * Runs of cells in one column become one range: the engine looks every range up among its formulas, and thousands of
 * single cells would freeze the page.
 *
 * @param {CellAddress[]} cells
 * @returns {{ sheet: string, area: Area }[]}
 */
export function rangesOf(cells) {
    const sorted = [...cells].sort(
        (one, other) => one.sheet.localeCompare(other.sheet) || one.column - other.column || one.row - other.row,
    );
    /** @type {{ sheet: string, area: Area }[]} */
    const ranges = [];
    for (const { sheet, row, column } of sorted) {
        const last = ranges.at(-1);
        const goesOn = last?.sheet === sheet && last.area.startColumn === column && row <= last.area.endRow + 1;
        if (goesOn) last.area.endRow = row;
        else ranges.push({ sheet, area: { startRow: row, endRow: row, startColumn: column, endColumn: column } });
    }
    return ranges;
}
