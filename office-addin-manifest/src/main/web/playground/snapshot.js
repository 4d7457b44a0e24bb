// @ts-check
// A sheet's content as the data that Univer opens, and back from the data that it saves. Pure.

import {
    BooleanNumber,
    BorderStyleTypes,
    CellValueType,
    DataValidationErrorStyle,
    DataValidationRenderMode,
    DataValidationType,
    HorizontalAlign,
    VerticalAlign,
    WrapStrategy,
} from '@univerjs/core';
import { meaningOf, quoted } from './content.js';
import { areaName, cellName, readArea } from './ranges.js';

/**
 * @import { ICellData, IRange, IStyleData, IWorkbookData, IWorksheetData } from '@univerjs/core'
 * @import { IConditionFormattingRule } from '@univerjs/preset-sheets-conditional-formatting'
 * @import { Check, Content, Entry, Rule, Sheet, Side, Stop, Style } from './content.js'
 *
 * @typedef {import('@univerjs/core').ISheetDataValidationRule} ValidationRule
 * @typedef {{ formula: string, row: number, column: number }} SharedFormula
 * @typedef {(first: SharedFormula, row: number, column: number) => string} Move a formula to another cell
 */

const ROWS = 1_000;
const COLUMNS = 26;
const INDENT = 9;

/** What Univer keeps beside the cells, by its own names. */
const NAMES = 'SHEET_DEFINED_NAME_PLUGIN';
const RULES = 'SHEET_CONDITIONAL_FORMATTING_PLUGIN';
const CHECKS = 'SHEET_DATA_VALIDATION_PLUGIN';
const EVERYWHERE = 'AllDefaultWorkbook';

/** @param {Content} content @returns {Partial<IWorkbookData>} */
export function workbookOf({ styles, sheets, names = [] }) {
    const id = (/** @type {number} */ index) => `sheet-${index + 1}`;
    const bySheet = (/** @type {(sheet: Sheet) => object[]} */ parts) =>
        JSON.stringify(Object.fromEntries(sheets.map((sheet, index) => [id(index), parts(sheet)])));
    const named = names.map(([name, formula], index) => {
        const key = `name-${index + 1}`;
        return [key, { id: key, name, formulaOrRefString: formula, localSheetId: EVERYWHERE }];
    });
    return {
        id: crypto.randomUUID(),
        name: 'MPM playground',
        sheetOrder: sheets.map((_, index) => id(index)),
        sheets: Object.fromEntries(
            sheets.map((sheet, index) => [id(index), worksheetOf(id(index), sheet, styles, bracketed(names))]),
        ),
        resources: [
            { name: NAMES, data: JSON.stringify(Object.fromEntries(named)) },
            { name: RULES, data: bySheet(({ rules = [] }) => rules.map((rule) => ruleOf(rule, styles))) },
            { name: CHECKS, data: bySheet(({ checks = [] }) => checks.map(validationOf)) },
        ],
    };
}

/** @param {IWorkbookData} book @param {Move} move @returns {Content} */
export function contentOf(book, move) {
    /** @type {Map<string, number>} */
    const indexes = new Map();
    /** @type {Style[]} */
    const styles = [];
    const index = (/** @type {Style} */ style) => {
        const key = JSON.stringify(style);
        const known = indexes.get(key) ?? styles.push(style) - 1;
        indexes.set(key, known);
        return known;
    };
    const kept = (/** @type {string} */ name) =>
        JSON.parse(book.resources?.find((resource) => resource.name === name)?.data || '{}');
    const [names, rules, checks] = [kept(NAMES), kept(RULES), kept(CHECKS)];
    const sheets = book.sheetOrder.map((id) => {
        const sheet = book.sheets[id] ?? {};
        return without({
            ...lookOf(sheet),
            ...cellsOf(sheet, book.styles, index, move),
            rules: (rules[id] ?? []).flatMap((/** @type {any} */ rule) => contentRule(rule, index)),
            checks: (checks[id] ?? []).map(contentCheck),
        });
    });
    const named = Object.values(names).map(({ name, formulaOrRefString }) => [name, formulaOrRefString]);
    return without({ styles, sheets, names: named });
}

/** Leaves out parts that hold nothing, so that a link stays short. @param {object} given @returns {any} */
function without(given) {
    const optional = (/** @type {string} */ name) => !['styles', 'sheets', 'widths', 'cells'].includes(name);
    return Object.fromEntries(
        Object.entries(given).filter(
            ([name, value]) => value !== undefined && !(optional(name) && Array.isArray(value) && value.length === 0),
        ),
    );
}

/**
 * Univer takes a minus sign for a part of the name behind it, and knows no such name: =-(Tolerance) is what it reads.
 *
 * @param {[name: string, formula: string][]} names
 * @returns {(input: Entry[2]) => Entry[2]}
 */
function bracketed(names) {
    if (names.length === 0) return (input) => input;
    const alternatives = names.map(([name]) => name.replaceAll('.', '\\.')).join('|');
    const negated = new RegExp(`"(?:[^"]|"")*"|(?<=[=(,<>*/^&+-])-(${alternatives})(?![\\w.(])`, 'gi');
    return (input) =>
        typeof input === 'string' && input.startsWith('=')
            ? input.replace(negated, (text, name) => (name ? `-(${name})` : text))
            : input;
}

/**
 * @param {string} id
 * @param {Sheet} sheet
 * @param {Style[]} styles
 * @param {(input: Entry[2]) => Entry[2]} readable how Univer reads an input
 * @returns {Partial<IWorksheetData>}
 */
function worksheetOf(id, sheet, styles, readable) {
    const { name, widths, cells, heights = [], merges = [], frozen, links = [] } = sheet;
    /** @type {Record<number, Record<number, ICellData>>} */
    const cellData = {};
    for (const [row, column, input, style] of cells) {
        (cellData[row] ??= {})[column] = cellDataOf(readable(input), style === undefined ? undefined : styles[style]);
    }
    for (const [cell, leadsTo] of links) {
        const { startRow, startColumn } = rangeOf(cell);
        const data = cellData[startRow]?.[startColumn];
        if (data) data.custom = { leadsTo };
    }
    return {
        id,
        name,
        cellData,
        rowCount: Math.max(ROWS, 100 + cells.reduce((most, [row]) => Math.max(most, row), 0)),
        columnCount: Math.max(COLUMNS, 6 + cells.reduce((most, [, column]) => Math.max(most, column), 0)),
        columnData: Object.fromEntries(widths.map(([column, w]) => [column, w ? { w } : { hd: BooleanNumber.TRUE }])),
        rowData: Object.fromEntries(
            heights.map(([row, h]) => [row, h ? { h, ia: BooleanNumber.FALSE } : { hd: BooleanNumber.TRUE }]),
        ),
        mergeData: merges.map(rangeOf),
        ...(frozen && { freeze: { ySplit: frozen[0], xSplit: frozen[1], startRow: frozen[0], startColumn: frozen[1] } }),
        ...(sheet.bare && { showGridlines: BooleanNumber.FALSE }),
        ...(sheet.hidden && { hidden: BooleanNumber.TRUE }),
        ...(sheet.tab && { tabColor: sheet.tab }),
        defaultColumnWidth: 88,
        defaultStyle: { vt: VerticalAlign.MIDDLE },
    };
}

/** @param {Partial<IWorksheetData>} sheet @returns {object} everything but its cells */
function lookOf({ name = '', columnData = {}, rowData = {}, mergeData = [], freeze, ...look }) {
    const { ySplit: rows = 0, xSplit: columns = 0 } = freeze ?? {};
    return {
        name,
        widths: entriesOf(columnData).flatMap(([column, { w, hd }]) => (hd ? [[column, 0]] : w ? [[column, w]] : [])),
        heights: entriesOf(rowData).flatMap(([row, { h, hd, ia }]) => (hd ? [[row, 0]] : h && !ia ? [[row, h]] : [])),
        merges: mergeData.map(areaName),
        frozen: rows || columns ? [rows, columns] : undefined,
        bare: look.showGridlines === BooleanNumber.FALSE || undefined,
        hidden: look.hidden === BooleanNumber.TRUE || undefined,
        tab: look.tabColor || undefined,
    };
}

/**
 * @param {Partial<IWorksheetData>} sheet
 * @param {IWorkbookData['styles']} styles
 * @param {(style: Style) => number} index of a style
 * @param {Move} move
 */
function cellsOf({ cellData = {} }, styles, index, move) {
    const shared = sharedFormulas(cellData);
    /** @type {Entry[]} */
    const cells = [];
    /** @type {[string, string][]} */
    const links = [];
    for (const [row, columns] of entriesOf(cellData)) {
        for (const [column, cell] of entriesOf(columns)) {
            if (!cell) continue;
            const style = styleOf((typeof cell.s === 'string' ? styles[cell.s] : cell.s) ?? {});
            const plain = Object.keys(style).length === 0;
            const first = cell.si ? shared.get(cell.si) : undefined;
            const input = cell.f || (first ? move(first, row, column) : valueOf(cell));
            if (input !== '' || !plain) cells.push(plain ? [row, column, input] : [row, column, input, index(style)]);
            if (cell.custom?.['leadsTo']) links.push([cellName(row, column), cell.custom['leadsTo']]);
        }
    }
    return { cells, links };
}

/** @param {ICellData} cell @returns {Entry[2]} */
function valueOf({ v, t, p }) {
    const value = v ?? p?.body?.dataStream.replace(/\r\n$/, '') ?? '';
    if (t === CellValueType.BOOLEAN) return Boolean(value);
    return typeof value === 'string' ? quoted(value) : value;
}

/**
 * Univer keeps a formula that was filled down once, and refers to it by an id.
 *
 * @param {Record<number, Record<number, ICellData | null>>} cellData
 */
function sharedFormulas(cellData) {
    /** @type {Map<string, SharedFormula>} */
    const shared = new Map();
    for (const [row, cells] of entriesOf(cellData)) {
        for (const [column, cell] of entriesOf(cells)) {
            if (cell?.f && cell.si) shared.set(cell.si, { formula: cell.f, row, column });
        }
    }
    return shared;
}

/** @template T @param {Record<number, T>} map @returns {[number, T][]} */
export function entriesOf(map) {
    return Object.entries(map).map(([index, item]) => [Number(index), item]);
}

/** @param {Entry[2]} input @param {Style} [style] @returns {ICellData} */
export function cellDataOf(input, style) {
    const meaning = meaningOf(input);
    const s = style ? { s: univerStyle(style) } : {};
    if ('formula' in meaning) return { f: meaning.formula, ...s };
    if (meaning.value === '') return s;
    if (typeof meaning.value === 'boolean') return { v: meaning.value ? 1 : 0, t: CellValueType.BOOLEAN, ...s };
    const t = typeof meaning.value === 'number' ? CellValueType.NUMBER : CellValueType.STRING;
    return { v: meaning.value, t, ...s };
}

const ALIGNMENTS = /** @type {const} */ ({
    left: HorizontalAlign.LEFT,
    center: HorizontalAlign.CENTER,
    right: HorizontalAlign.RIGHT,
});

const VERTICALS = /** @type {const} */ ({ top: VerticalAlign.TOP, bottom: VerticalAlign.BOTTOM });

const LINES = /** @type {const} */ ({
    thin: BorderStyleTypes.THIN,
    medium: BorderStyleTypes.MEDIUM,
    thick: BorderStyleTypes.THICK,
    double: BorderStyleTypes.DOUBLE,
    dotted: BorderStyleTypes.DOTTED,
    dashed: BorderStyleTypes.DASHED,
    hair: BorderStyleTypes.HAIR,
});

const SIDES = /** @type {const} */ ({ top: 't', right: 'r', bottom: 'b', left: 'l' });

/** @param {Style} style @returns {IStyleData} */
function univerStyle({ bold, italic, underline, wrap, align, valign, indent, format, ink, fill, size, font, edges }) {
    const lines = Object.entries(edges ?? {}).map(([side, { line, colour }]) => [
        SIDES[/** @type {Side} */ (side)],
        { s: LINES[line], cl: { rgb: colour } },
    ]);
    return {
        ...(bold && { bl: BooleanNumber.TRUE }),
        ...(italic && { it: BooleanNumber.TRUE }),
        ...(underline && { ul: { s: BooleanNumber.TRUE } }),
        ...(wrap && { tb: WrapStrategy.WRAP }),
        ...(align && { ht: ALIGNMENTS[align] }),
        vt: valign ? VERTICALS[valign] : VerticalAlign.MIDDLE,
        ...(indent && { pd: { l: 2 + indent * INDENT } }),
        ...(format && { n: { pattern: format } }),
        ...(ink && { cl: { rgb: ink } }),
        ...(fill && { bg: { rgb: fill } }),
        ...(size && { fs: size }),
        ...(font && { ff: font }),
        ...(edges && { bd: Object.fromEntries(lines) }),
    };
}

/** @param {IStyleData} style @returns {Style} what of it a link carries */
function styleOf({ bl, it, ul, tb, ht, vt, pd, n, cl, bg, fs, ff, bd }) {
    const edges = Object.entries(SIDES).flatMap(([side, key]) => {
        const { s, cl: ink } = bd?.[key] ?? {};
        return s ? [[side, { line: keyOf(LINES, s) ?? 'thin', colour: hex(ink?.rgb) ?? '#000000' }]] : [];
    });
    return without({
        bold: bl === BooleanNumber.TRUE || undefined,
        italic: it === BooleanNumber.TRUE || undefined,
        underline: ul?.s === BooleanNumber.TRUE || undefined,
        wrap: tb === WrapStrategy.WRAP || undefined,
        align: keyOf(ALIGNMENTS, ht),
        valign: keyOf(VERTICALS, vt),
        indent: pd?.l ? Math.round((pd.l - 2) / INDENT) : undefined,
        format: n?.pattern || undefined,
        ink: hex(cl?.rgb),
        fill: hex(bg?.rgb),
        size: fs,
        font: ff || undefined,
        edges: edges.length > 0 ? Object.fromEntries(edges) : undefined,
    });
}

/** @template {string} K @param {Record<K, unknown>} map @param {unknown} value @returns {K | undefined} */
function keyOf(map, value) {
    return /** @type {K[]} */ (Object.keys(map)).find((key) => map[key] === value);
}

/** Univer's own colour picker writes rgb(…) as well. @param {import('@univerjs/core').Nullable<string>} colour */
function hex(colour) {
    if (colour && /^#[0-9a-f]{6}$/i.test(colour)) return colour;
    const parts = /^rgba?\((\d+), ?(\d+), ?(\d+)/.exec(colour || '')?.slice(1);
    return parts && `#${parts.map((part) => Number(part).toString(16).padStart(2, '0')).join('')}`;
}

/** @param {string} name @returns {IRange} */
function rangeOf(name) {
    const area = readArea(name);
    if (!area) throw new Error(`${name} is no range of cells.`);
    return area;
}

/** @param {Rule} rule @param {Style[]} styles @returns {IConditionFormattingRule} */
function ruleOf(rule, styles) {
    const where = { cfId: crypto.randomUUID(), ranges: rule.areas.map(rangeOf), stopIfTrue: 'stop' in rule && rule.stop === true };
    if ('scale' in rule) {
        const config = rule.scale.map(({ colour, ...stop }, index) => {
            return { index, color: colour, value: univerStop(stop) };
        });
        return /** @type {any} */ ({ ...where, rule: { type: 'colorScale', config } });
    }
    if ('bar' in rule) {
        const { bar, from, to } = rule;
        const colours = { positiveColor: bar, nativeColor: bar, isGradient: false };
        const config = { min: univerStop(from), max: univerStop(to), ...colours };
        return /** @type {any} */ ({ ...where, rule: { type: 'dataBar', isShowValue: true, config } });
    }
    const style = univerStyle(styles[rule.style] ?? {});
    return /** @type {any} */ ({
        ...where,
        rule: { type: 'highlightCell', subType: 'formula', value: rule.formula, style },
    });
}

/** @param {Stop} stop */
function univerStop({ at, value }) {
    if (at === 'formula') return { type: at, value: value?.replace(/^(?!=)/, '=') };
    return { type: at, ...(value !== undefined && { value: Number(value) }) };
}

/** @param {{ type: Stop['at'], value?: string | number }} stop @returns {Stop} */
function contentStop({ type, value }) {
    return value === undefined ? { at: type } : { at: type, value: String(value) };
}

/** @param {any} saved @param {(style: Style) => number} index @returns {Rule[]} none where a link cannot carry it */
function contentRule({ ranges, stopIfTrue, rule }, index) {
    const areas = ranges.map(areaName);
    if (rule.type === 'colorScale') {
        const point = (/** @type {any} */ { color, value }) => ({ ...contentStop(value), colour: hex(color) });
        return [{ areas, scale: rule.config.map(point) }];
    }
    if (rule.type === 'dataBar') {
        const { positiveColor, min, max } = rule.config;
        return [{ areas, bar: hex(positiveColor) ?? '#000000', from: contentStop(min), to: contentStop(max) }];
    }
    if (rule.subType !== 'formula') return [];
    return [without({ areas, formula: rule.value, style: index(styleOf(rule.style)), stop: stopIfTrue || undefined })];
}

const STRICTNESS = /** @type {const} */ ({
    stop: DataValidationErrorStyle.STOP,
    warning: DataValidationErrorStyle.WARNING,
    information: DataValidationErrorStyle.INFO,
});

/** @param {Check} check @returns {ValidationRule} */
function validationOf({ areas, kind, operator, first, second, blank, strictness, title, message }) {
    return /** @type {any} */ ({
        uid: crypto.randomUUID(),
        type: kind,
        ranges: areas.map(rangeOf),
        operator,
        formula1: first,
        formula2: second,
        allowBlank: blank,
        errorStyle: STRICTNESS[strictness],
        showErrorMessage: message !== undefined,
        errorTitle: title,
        error: message,
        // An arrow at the cell's edge, as in Excel; the text keeps its place and its look.
        ...(kind === DataValidationType.LIST && { showDropDown: true, renderMode: DataValidationRenderMode.ARROW }),
    });
}

/** @param {ValidationRule} saved @returns {Check} */
function contentCheck({ type, ranges, operator, formula1, formula2, allowBlank, errorStyle, errorTitle, error }) {
    return without({
        areas: ranges.map(areaName),
        kind: type,
        operator,
        first: formula1,
        second: formula2,
        blank: allowBlank === true,
        strictness: keyOf(STRICTNESS, errorStyle) ?? 'information',
        title: errorTitle,
        message: error,
    });
}
