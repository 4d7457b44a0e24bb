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
    UnsupportedFeature: 'This Excel cannot take in such sheets. Open the template as a new workbook instead.',
};

export class WorkbookRefusal extends Error {}

/**
 * @template T
 * @param {(context: Excel.RequestContext) => Promise<T>} work
 * @returns {Promise<T>}
 */
export function inWorkbook(work) {
    return inWords(() => Excel.run(work));
}

/**
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
async function inWords(work) {
    try {
        return await work();
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
    return inWorkbook(async (context) => calculateIn(context, await usedRanges(context)));
}

/** The same for the cells that are selected. */
export function recalculateSelection() {
    return inWorkbook(async (context) => {
        const selection = context.workbook.getSelectedRanges();
        selection.worksheet.load('name');
        selection.areas.load('items/address');
        await context.sync();
        // A whole column may be selected; only its used part can hold a formula.
        const used = selection.areas.items.map((area) => area.getUsedRangeOrNullObject());
        return calculateIn(context, used.map((range) => ({ sheet: selection.worksheet, range })));
    });
}

/** @param {Excel.RequestContext} context @param {readonly Place[]} places */
async function calculateIn(context, places) {
    let count = 0;
    for await (const block of blocks(context, places)) {
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
}

/**
 * Re-enters formulas that Excel has given up on: a cell that once showed #NAME? keeps it until someone edits it, and
 * the stored spelling, once visible, stays visible.
 * @param {readonly string[]} ids
 * @returns {Promise<{ repaired: number, refused: string[] }>} refused: cells that could not be written
 */
export function repairFormulas(ids) {
    return inWorkbook(async (context) => enterAgain(context, await allSheets(context), ids));
}

/**
 * What this Excel can do with a template. Excel on the web refuses sheets with charts and, worse, lets the formulas
 * between inserted sheets point to a file that is not there.
 * @returns {{ insert: boolean, open: boolean, because: string }} because: why not, and what to do instead
 */
export function abilities() {
    const supports = (/** @type {string} */ version) => Office.context.requirements.isSetSupported('ExcelApi', version);
    const open = supports('1.8');
    const instead = open ? 'open it as a new workbook' : 'download it and open the file';
    if (Office.context.platform === Office.PlatformType.OfficeOnline) {
        const because = `Excel on the web cannot insert a template into a workbook without breaking it: ${instead}.`;
        return { insert: false, open, because };
    }
    const insert = supports('1.13');
    return { insert, open, because: insert ? '' : `This Excel is too old to insert a template: ${instead}.` };
}

/**
 * @param {readonly string[]} names of sheets
 * @returns {Promise<string[]>} those that the workbook has already
 */
export function takenNames(names) {
    return inWorkbook(async (context) => {
        const taken = new Set((await allSheets(context)).map(({ name }) => name.toLowerCase()));
        return names.filter((name) => taken.has(name.toLowerCase()));
    });
}

/**
 * Adds the sheets of another workbook behind the last sheet. Once they are in, nothing that fails may say that they are
 * not: what is left to do is told instead.
 * @param {string} base64 an .xlsx file
 * @param {readonly string[]} ids
 * @returns {Promise<{ names: string[], unfinished: string }>} unfinished: why formulas may not have been calculated
 */
export async function insertSheets(base64, ids) {
    const inserted = await inWorkbook(async (context) => {
        const { workbook } = context;
        workbook.protection.load('protected');
        await context.sync();
        if (workbook.protection.protected) {
            throw new WorkbookRefusal('The workbook is protected. Choose Review, Protect Workbook, then try again.');
        }
        const added = workbook.insertWorksheetsFromBase64(base64, { positionType: 'End' });
        await context.sync();
        const sheets = added.value.map((id) => workbook.worksheets.getItem(id));
        for (const sheet of sheets) sheet.load('id,name,visibility');
        await context.sync();
        return sheets.map(({ id, name, visibility }) => ({ id, name, visible: visibility === 'Visible' }));
    });
    const unfinished = await inWorkbook(async (context) => {
        const { worksheets } = context.workbook;
        const sheets = inserted.map(({ id }) => worksheets.getItem(id));
        const first = inserted.findIndex(({ visible }) => visible);
        sheets[first]?.activate();
        for (const sheet of sheets) sheet.load('name');
        const { refused } = await enterAgain(context, sheets, ids);
        for (const sheet of sheets) sheet.calculate(true);
        await context.sync();
        return refused.length === 0 ? '' : `Excel did not accept ${refused.join(', ')}.`;
    }).catch(({ message }) => message);
    return { names: inserted.map(({ name, visible }) => (visible ? name : `${name} (hidden)`)), unfinished };
}

/** @param {string} base64 an .xlsx file */
export function openWorkbook(base64) {
    return inWords(() => Excel.createWorkbook(base64));
}

/**
 * @param {Excel.RequestContext} context
 * @param {readonly Excel.Worksheet[]} sheets
 * @param {readonly string[]} ids
 */
async function enterAgain(context, sheets, ids) {
    let repaired = 0;
    /** @type {string[]} */
    const refused = [];
    for await (const { sheet, cells } of blocks(context, await usedRanges(context, sheets))) {
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
}

/** @param {number} index from 0 */
export function columnName(index) {
    let name = '';
    for (let i = index + 1; i > 0; i = Math.floor((i - 1) / 26)) name = String.fromCharCode(65 + ((i - 1) % 26)) + name;
    return name;
}

/** @param {Excel.RequestContext} context */
async function allSheets(context) {
    const { worksheets } = context.workbook;
    worksheets.load('items/name');
    await context.sync();
    return worksheets.items;
}

/**
 * @typedef {{ sheet: Excel.Worksheet, range: Excel.Range }} Place a range and its sheet; there may be none
 * @param {Excel.RequestContext} context
 * @param {readonly Excel.Worksheet[]} [sheets] all, where none are given
 * @returns {Promise<Place[]>}
 */
export async function usedRanges(context, sheets) {
    return (sheets ?? (await allSheets(context))).map((sheet) => ({ sheet, range: sheet.getUsedRangeOrNullObject() }));
}

/**
 * The cells that call MPM.
 * @param {Excel.RequestContext} context
 * @param {readonly Place[]} places
 * @returns {AsyncGenerator<{ sheet: Excel.Worksheet,
 *           cells: { row: number, column: number, formula: string, value: unknown }[] }>}
 */
export async function* blocks(context, places) {
    for (const { range } of places) range.load('rowIndex,columnIndex,rowCount,columnCount');
    await context.sync();
    for (const { sheet, range } of places) {
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
