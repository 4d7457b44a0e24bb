// @ts-check
/** What the pane does in the open workbook. A WorkbookRefusal's message is a sentence for the pane. */
import { callsMpm, holdsStoredSpelling, typed } from './formulas.js';

/** Excel on the web refuses answers above 5 MB: a used range is read in blocks of about this many cells. */
const CELLS_PER_BLOCK = 20_000;

/** @type {Record<string, string>} by Excel's error code */
const SENTENCES = {
    InvalidOperationInCellEditMode: 'A cell is being edited. Press Enter or Esc, then try again.',
    InvalidSelection: 'The selection is not a cell. Select one cell, then try again.',
    AccessDenied: 'The sheet is protected. Unprotect it, then try again.',
    ItemNotFound: 'The cell is no longer there: its sheet was renamed or deleted.',
};

export class WorkbookRefusal extends Error {}

/**
 * @template T
 * @param {(context: Excel.RequestContext) => Promise<T>} work
 * @returns {Promise<T>}
 */
async function inWorkbook(work) {
    try {
        return await Excel.run(work);
    } catch (cause) {
        if (cause instanceof WorkbookRefusal) throw cause;
        const { code = '', message = '' } = /** @type {{ code?: string, message?: string }} */ (cause);
        throw new WorkbookRefusal(SENTENCES[code] ?? `Excel did not do it. ${message}`);
    }
}

/**
 * Refuses a cell that holds something: what an add-in overwrites, Undo may not bring back.
 * @param {string} formula
 * @returns {Promise<string>} the address it was written to
 */
export function insertFormula(formula) {
    return inWorkbook(async (context) => {
        const cell = context.workbook.getSelectedRange().getCell(0, 0);
        cell.load('address,formulas');
        await context.sync();
        if (cell.formulas[0]?.[0] !== '') {
            throw new WorkbookRefusal(`${cell.address} is not empty. Select an empty cell, then try again.`);
        }
        cell.formulas = [[formula]];
        await context.sync();
        return cell.address;
    });
}

/** @param {string} address as Excel names the calling cell: Sheet1!A1, 'My plan'!B2, [Book1]Sheet1!A1 */
export function selectCell(address) {
    return inWorkbook(async (context) => {
        const { sheet, cell } = split(address);
        const worksheet = context.workbook.worksheets.getItem(sheet);
        worksheet.activate();
        worksheet.getRange(cell).select();
        await context.sync();
    });
}

/** @param {string} address */
export function split(address) {
    const at = address.lastIndexOf('!');
    const quoted = address.slice(0, at).replace(/^'(.*)'$/, '$1').replaceAll("''", "'");
    return { sheet: quoted.replace(/^\[[^\]]*\]/, ''), cell: address.slice(at + 1) };
}

/**
 * Office has no property for the date system, so Excel's own DATE tells: the first day of 2000 is 36526 in the 1900
 * system and 35064 in the 1904 system.
 * @returns {Promise<boolean>}
 */
export function usesDateSystem1904() {
    return inWorkbook(async (context) => {
        const day = context.workbook.functions.date(2000, 1, 1);
        day.load('value');
        await context.sync();
        return day.value === 35064;
    });
}

/**
 * Calculates the cells that call MPM and no others: a full recalculation of a planning workbook may take minutes.
 * @returns {Promise<number>} how many cells
 */
export function recalculateCells() {
    return inWorkbook(async (context) => {
        let count = 0;
        for await (const block of blocks(context)) {
            const rows = new Set(block.cells.map(({ row, column }) => `${row},${column}`));
            for (const { row, column } of block.cells) {
                if (rows.has(`${row - 1},${column}`)) continue;
                let height = 1;
                while (rows.has(`${row + height},${column}`)) height++;
                block.sheet.getRangeByIndexes(row, column, height, 1).calculate();
            }
            count += block.cells.length;
            await context.sync();
        }
        return count;
    });
}

/**
 * Re-enters formulas that Excel has given up on: a cell that once showed #NAME? keeps it until someone edits it, and
 * the stored spelling, once visible, stays visible.
 * @param {readonly string[]} ids
 * @returns {Promise<{ repaired: number, refused: string[] }>} refused: cells that could not be written
 */
export function repairFormulas(ids) {
    return inWorkbook(async (context) => {
        let repaired = 0;
        /** @type {string[]} */
        const refused = [];
        for await (const { sheet, cells } of blocks(context)) {
            const broken = cells.filter((cell) => cell.value === '#NAME?' || holdsStoredSpelling(cell.formula));
            const enter = (/** @type {typeof broken} */ these) => {
                for (const { row, column, formula } of these) {
                    sheet.getRangeByIndexes(row, column, 1, 1).formulas = [[typed(formula, ids)]];
                }
                return context.sync();
            };
            try {
                await enter(broken);
                repaired += broken.length;
            } catch {
                // One protected cell, or one within an array, takes all others of the request down with it.
                for (const cell of broken) {
                    const address = `${sheet.name}!${columnName(cell.column)}${cell.row + 1}`;
                    await enter([cell]).then(() => repaired++, () => refused.push(address));
                }
            }
        }
        return { repaired, refused };
    });
}

/** @param {number} index from 0 */
function columnName(index) {
    let name = '';
    for (let i = index + 1; i > 0; i = Math.floor((i - 1) / 26)) name = String.fromCharCode(65 + ((i - 1) % 26)) + name;
    return name;
}

/**
 * The cells of the workbook that call MPM.
 * @param {Excel.RequestContext} context
 * @returns {AsyncGenerator<{ sheet: Excel.Worksheet,
 *           cells: { row: number, column: number, formula: string, value: unknown }[] }>}
 */
async function* blocks(context) {
    const { worksheets } = context.workbook;
    worksheets.load('items/name');
    await context.sync();
    const used = worksheets.items.map((sheet) => ({ sheet, range: sheet.getUsedRangeOrNullObject() }));
    for (const { range } of used) range.load('rowIndex,columnIndex,rowCount,columnCount');
    await context.sync();
    for (const { sheet, range } of used) {
        if (range.isNullObject) continue;
        const { rowIndex, columnIndex, rowCount, columnCount } = range;
        const height = Math.max(1, Math.floor(CELLS_PER_BLOCK / columnCount));
        for (let top = 0; top < rowCount; top += height) {
            const rows = Math.min(height, rowCount - top);
            const block = sheet.getRangeByIndexes(rowIndex + top, columnIndex, rows, columnCount);
            block.load('formulas,values');
            await context.sync();
            const cells = mpmCells(block, rowIndex + top, columnIndex);
            if (cells.length > 0) yield { sheet, cells };
        }
    }
}

/**
 * A cell whose value is its own formula holds text that only looks like one, in a documentation sheet for instance:
 * re-entering it would make it calculate.
 * @param {Excel.Range} block
 * @param {number} top
 * @param {number} left
 */
function mpmCells({ formulas, values }, top, left) {
    return formulas.flatMap((line, r) =>
        line.flatMap((formula, c) => {
            const value = values[r]?.[c];
            const isCall = callsMpm(formula) && value !== formula;
            return isCall ? [{ row: top + r, column: left + c, formula: String(formula), value }] : [];
        }),
    );
}
