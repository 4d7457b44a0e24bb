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

/** @param {string} name B2, or a range such as B2:C9 @returns {Area | undefined} */
export function readArea(name) {
    const corners = name.split(':').map(readCell);
    const [first, last = first] = corners;
    if (!first || !last || corners.length > 2 || corners.includes(undefined)) return undefined;
    return {
        startRow: Math.min(first.row, last.row),
        endRow: Math.max(first.row, last.row),
        startColumn: Math.min(first.column, last.column),
        endColumn: Math.max(first.column, last.column),
    };
}

/** @param {string} name */
function readCell(name) {
    const [, letters, digits] = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(name) ?? [];
    if (!letters || !digits) return undefined;
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    return { row: Number(digits) - 1, column };
}

/** @param {Area} area @returns {string} B2:C9, or B2 for one cell */
export function areaName({ startRow, endRow, startColumn, endColumn }) {
    const [first, last] = [cellName(startRow, startColumn), cellName(endRow, endColumn)];
    return first === last ? first : `${first}:${last}`;
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
