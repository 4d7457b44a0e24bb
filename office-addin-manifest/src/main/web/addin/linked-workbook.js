// @ts-check
/**
 * The link that a workbook carries with it, in a part of its file that no sheet shows: under which id the service knows it,
 * what was read of each figure, and a submission that is on its way. It is saved with the file, so nothing of it is lost
 * with the connection.
 *
 * @import { Cell } from './cells.js'
 * @typedef {object} Pending a submission that was sent, or could not be, and has no answer yet
 * @property {string} key under which it is written once, however often it is sent
 * @property {string} comment
 * @property {boolean} acceptValid
 * @property {any[]} lines
 * @typedef {object} Link
 * @property {string} id
 * @property {string} name of the workbook when it was linked
 * @property {Record<string, number>} seen the row versions that were read, by what a cell enters
 * @property {Pending} [pending]
 * @typedef {{ name: string, template?: string, address?: string }} Terms
 * @typedef {{ address: string, isBlank: boolean }} LinkedCell isBlank: it shows nothing, as where a formula does not come to
 *           its call of MPM: =IF(A1="","",MPM.PUT(A1,…))
 */
import { isFailure } from './cells.js';
import { callsTo } from './formulas.js';
import { blocks, columnName, inWorkbook, split, usedRanges } from './workbook.js';

const NAMESPACE = 'urn:mpm:linked-workbook';
const ENTERING = ['PUT', 'PUT.NOTE'];
const SHOWING = ['GET'];
const AS_OF = 'mpm_AsOf';

/** @returns {Promise<Link | undefined>} nothing for a workbook that is not linked */
export function readLink() {
    return inWorkbook(async (context) => {
        const part = await partOf(context);
        if (part.isNullObject) return undefined;
        const xml = part.getXml();
        await context.sync();
        const [, content] = />([^<]*)<\/[^>]*>\s*$/.exec(xml.value) ?? [];
        return content ? JSON.parse(unescaped(content)) : undefined;
    });
}

/** @param {Link} link */
export function writeLink(link) {
    return inWorkbook(async (context) => {
        const xml = `<link xmlns="${NAMESPACE}">${escaped(JSON.stringify(link))}</link>`;
        const part = await partOf(context);
        if (part.isNullObject) context.workbook.customXmlParts.add(xml);
        else part.setXml(xml);
        await context.sync();
    });
}

/** @returns {Promise<Terms>} what finance sees of the open workbook; MPM's templates say in their properties what they are */
export function termsOfWorkbook() {
    return inWorkbook(async (context) => {
        const { workbook } = context;
        workbook.load('name');
        workbook.properties.load('author,title');
        await context.sync();
        const { author, title } = workbook.properties;
        const address = Office.context.document?.url;
        return { name: workbook.name, ...(author === 'MPM' && { template: title }), ...(address && { address }) };
    });
}

/** @returns {Promise<{ entering: LinkedCell[], showing: LinkedCell[] }>} the cells that enter something, and that show a figure */
export function linkedCells() {
    return inWorkbook(async (context) => {
        /** @type {LinkedCell[]} */
        const entering = [];
        /** @type {LinkedCell[]} */
        const showing = [];
        for await (const { sheet, cells } of blocks(context, await usedRanges(context))) {
            for (const { row, column, formula, value } of cells) {
                const cell = { address: `${sheet.name}!${columnName(column)}${row + 1}`, isBlank: value === '' };
                if (callsTo(formula, ENTERING)) entering.push(cell);
                else if (callsTo(formula, SHOWING)) showing.push(cell);
            }
        }
        return { entering, showing };
    });
}

/**
 * Writes when the figures were read into the cell that the workbook names for it, if it names one.
 * @param {number} serial in UTC
 */
export function stampAsOf(serial) {
    return inWorkbook(async (context) => {
        const name = context.workbook.names.getItemOrNullObject(AS_OF);
        name.load('type');
        await context.sync();
        if (name.isNullObject || name.type !== 'Range') return;
        name.getRange().values = [[serial]];
        await context.sync();
    });
}

/** @param {readonly string[]} addresses */
export function calculateCells(addresses) {
    return inWorkbook(async (context) => {
        for (const address of addresses) {
            const { sheet, cell } = split(address);
            context.workbook.worksheets.getItem(sheet).getRange(cell).calculate();
        }
        await context.sync();
    });
}

/**
 * Leaves the values of MPM's formulas where the formulas were, for someone who has no MPM.
 * @returns {Promise<number>} how many formulas
 */
export function convertToValues() {
    return inWorkbook(async (context) => {
        const formulas = [];
        for await (const { sheet, cells } of blocks(context, await usedRanges(context))) {
            for (const { row, column } of cells) formulas.push(sheet.getRangeByIndexes(row, column, 1, 1));
        }
        const spills = formulas.map((cell) => cell.getSpillingToRangeOrNullObject());
        for (const spill of spills) spill.load('address');
        await context.sync();
        formulas.forEach((cell, at) => {
            // What spills from a formula goes with it, unless its whole range is taken over.
            const range = spills[at]?.isNullObject ? cell : /** @type {Excel.Range} */ (spills[at]);
            range.copyFrom(range, 'Values');
        });
        await context.sync();
        return formulas.length;
    });
}

/**
 * Adds a sheet behind the last.
 * @param {string} name
 * @param {readonly (readonly Cell[])[]} rows nothing in them is a formula, and the numbers of their first column are instants
 */
export function addSheet(name, rows) {
    return inWorkbook(async (context) => {
        const width = Math.max(...rows.map((row) => row.length));
        const values = rows.map((row) => Array.from({ length: width }, (_, at) => plain(row[at] ?? '')));
        const range = context.workbook.worksheets.add(name).getRangeByIndexes(0, 0, rows.length, width);
        range.values = values;
        range.getColumn(0).numberFormat = rows.map(() => ['yyyy-mm-dd hh:mm:ss']);
        range.format.autofitColumns();
        await context.sync();
    });
}

/** Excel would calculate a text that begins like a formula. @param {Cell} cell */
function plain(cell) {
    if (isFailure(cell)) return cell.error;
    return typeof cell === 'string' && /^[=+\-@']/.test(cell) ? `'${cell}` : cell;
}

/** @param {Excel.RequestContext} context */
async function partOf(context) {
    const part = context.workbook.customXmlParts.getByNamespace(NAMESPACE).getOnlyItemOrNullObject();
    part.load('id');
    await context.sync();
    return part;
}

/** @type {[string, string][]} the ampersand first, or what the others become would be escaped again */
const ENTITIES = [['&', '&amp;'], ['<', '&lt;'], ['>', '&gt;']];

/** @param {string} text */
function escaped(text) {
    return ENTITIES.reduce((left, [character, entity]) => left.replaceAll(character, entity), text);
}

/** @param {string} xml Excel may write quotes as entities, too */
function unescaped(xml) {
    const quotes = xml.replaceAll('&quot;', '"').replaceAll('&apos;', "'");
    return ENTITIES.reduceRight((left, [character, entity]) => left.replaceAll(entity, character), quotes);
}
