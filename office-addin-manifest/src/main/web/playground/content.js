// @ts-check
// What a sheet holds, without anything of the spreadsheet component's own: what the examples are written in, what the
// service makes of a template's workbook, and what a shared link carries. A link may come from anybody, so what is read
// from one is held against readContent() first.

import { readArea } from './ranges.js';

/**
 * @typedef {object} Style
 * @property {true} [bold]
 * @property {true} [italic]
 * @property {true} [underline]
 * @property {true} [wrap]
 * @property {'left' | 'center' | 'right'} [align]
 * @property {'top' | 'bottom'} [valign] the middle goes without saying
 * @property {number} [indent] steps from the left edge
 * @property {string} [format] a number format such as 0.0%
 * @property {string} [ink] the text's colour, as #rrggbb
 * @property {string} [fill] the cell's colour, as #rrggbb
 * @property {number} [size] of the text, in points
 * @property {string} [font]
 * @property {Partial<Record<Side, Edge>>} [edges]
 *
 * @typedef {'top' | 'right' | 'bottom' | 'left'} Side
 * @typedef {'thin' | 'medium' | 'thick' | 'double' | 'dotted' | 'dashed' | 'hair'} Line
 * @typedef {{ line: Line, colour: string }} Edge
 *
 * @typedef {[row: number, column: number, input: string | number | boolean, style?: number]} Entry
 *   A cell as it would be typed: text that starts with = is a formula, and an apostrophe in front makes it text. The
 *   style is an index into the content's styles.
 *
 * @typedef {{ at: 'min' | 'max' | 'num' | 'percent' | 'percentile' | 'formula', value?: string }} Stop
 * @typedef {{ areas: string[], formula: string, style: number, stop?: true }} Highlight where a formula is true
 * @typedef {{ areas: string[], scale: (Stop & { colour: string })[] }} ColourScale
 * @typedef {{ areas: string[], bar: string, from: Stop, to: Stop }} DataBar of a colour
 * @typedef {Highlight | ColourScale | DataBar} Rule A conditional format; areas are written as B2:B9.
 *
 * @typedef {object} Check What may be put into cells.
 * @property {string[]} areas
 * @property {'list' | 'checkbox' | 'whole' | 'decimal' | 'date' | 'time' | 'textLength' | 'custom'} kind
 * @property {Operator} [operator]
 * @property {string} [first] a value, or a formula with its equals sign; of a list, its words with commas
 * @property {string} [second]
 * @property {boolean} blank whether nothing is right as well
 * @property {'stop' | 'warning' | 'information'} strictness
 * @property {string} [title] of the message that a wrong value brings
 * @property {string} [message]
 * @typedef {'between' | 'notBetween' | 'equal' | 'notEqual' | 'greaterThan' | 'greaterThanOrEqual' | 'lessThan'
 *   | 'lessThanOrEqual'} Operator
 *
 * @typedef {object} Sheet The widths of columns and the heights of rows are in pixels; 0 hides them.
 * @property {string} name
 * @property {[column: number, pixels: number][]} widths
 * @property {Entry[]} cells
 * @property {[row: number, pixels: number][]} [heights]
 * @property {string[]} [merges] areas of which one cell takes the place of all
 * @property {[rows: number, columns: number]} [frozen]
 * @property {true} [bare] without grid lines
 * @property {true} [hidden]
 * @property {string} [tab] the colour of its tab
 * @property {[cell: string, target: string][]} [links] from a cell to a place, such as 'Annual plan'!A1
 * @property {Rule[]} [rules] the one that counts most first
 * @property {Check[]} [checks]
 *
 * @typedef {{ styles: Style[], sheets: Sheet[], names?: [name: string, formula: string][] }} Content
 */

export const LIMITS = Object.freeze({
    sheets: 20,
    rows: 20_000,
    columns: 200,
    cells: 20_000,
    styles: 500,
    /** Names, rules, areas of a rule, and whatever else a sheet has several of. */
    parts: 1_000,
    text: 32_767,
    formula: 8_192,
});

const ALIGNMENTS = /** @type {const} */ (['left', 'center', 'right']);
const VERTICALS = /** @type {const} */ (['top', 'bottom']);
const SIDES = /** @type {const} */ (['top', 'right', 'bottom', 'left']);
const LINES = /** @type {const} */ (['thin', 'medium', 'thick', 'double', 'dotted', 'dashed', 'hair']);
const STOPS = /** @type {const} */ (['min', 'max', 'num', 'percent', 'percentile', 'formula']);
const KINDS = /** @type {const} */ (
    ['list', 'checkbox', 'whole', 'decimal', 'date', 'time', 'textLength', 'custom']
);
const OPERATORS = /** @type {const} */ ([
    'between',
    'notBetween',
    'equal',
    'notEqual',
    'greaterThan',
    'greaterThanOrEqual',
    'lessThan',
    'lessThanOrEqual',
]);

/** @param {string} text @returns {string} the text as an entry, so that it is not taken for a formula */
export function quoted(text) {
    return /^[='’]/.test(text) ? `'${text}` : text;
}

/** @param {string | number | boolean} input @returns {{ formula: string } | { value: string | number | boolean }} */
export function meaningOf(input) {
    if (typeof input !== 'string') return { value: input };
    if (input.startsWith("'")) return { value: input.slice(1) };
    return input.startsWith('=') ? { formula: input } : { value: input };
}

/**
 * @param {unknown} data
 * @returns {Content}
 * @throws {Error} with a sentence, where the data are no content of a sheet
 */
export function readContent(data) {
    const { styles, sheets, names } = fieldsOf(data);
    const read = listOf(styles, LIMITS.styles).map(readStyle);
    return present({
        styles: read,
        sheets: listOf(sheets, LIMITS.sheets, 1).map((sheet) => readSheet(sheet, read.length)),
        names: maybe(names, partsOf((name) => pairOf(name, LIMITS.formula))),
    });
}

/** @param {unknown} data @returns {Style} */
function readStyle(data) {
    const { align, valign, indent, format, ink, fill, size, font, edges, ...marks } = fieldsOf(data);
    return present({
        bold: markOf(marks['bold']),
        italic: markOf(marks['italic']),
        underline: markOf(marks['underline']),
        wrap: markOf(marks['wrap']),
        align: ALIGNMENTS.find((word) => word === align),
        valign: VERTICALS.find((word) => word === valign),
        indent: maybe(indent, (steps) => indexOf(steps, 16)),
        format: typeof format === 'string' && format.length <= 255 ? format : undefined,
        ink: isColour(ink) ? ink : undefined,
        fill: isColour(fill) ? fill : undefined,
        size: maybe(size, (points) => Math.min(Math.max(numberOf(points), 1), 100)),
        font: typeof font === 'string' && /^[\p{L}\p{N} -]{1,40}$/u.test(font) ? font : undefined,
        edges: maybe(edges, readEdges),
    });
}

/** @param {unknown} data */
function readEdges(data) {
    const given = fieldsOf(data);
    return Object.fromEntries(
        SIDES.filter((side) => given[side] !== undefined).map((side) => {
            const { line, colour } = fieldsOf(given[side]);
            return [side, { line: wordOf(line, LINES), colour: colourOf(colour) }];
        }),
    );
}

/** @param {unknown} data @param {number} styles how many there are @returns {Sheet} */
function readSheet(data, styles) {
    const { name, widths, cells, heights, merges, frozen, bare, hidden, tab, links, rules, checks } = fieldsOf(data);
    return present({
        name: textOf(name, 31).replace(/[\\/?*[\]:]/g, ' ') || 'Sheet',
        widths: listOf(widths, LIMITS.columns).map((size) => readSize(size, LIMITS.columns)),
        cells: listOf(cells, LIMITS.cells).map((cell) => readEntry(cell, styles)),
        heights: maybe(heights, (sizes) => listOf(sizes, LIMITS.rows).map((size) => readSize(size, LIMITS.rows))),
        merges: maybe(merges, partsOf(areaOf)),
        frozen: maybe(frozen, readFrozen),
        bare: markOf(bare),
        hidden: markOf(hidden),
        tab: isColour(tab) ? tab : undefined,
        links: maybe(links, partsOf((link) => pairOf(link, 255))),
        rules: maybe(rules, partsOf((rule) => readRule(rule, styles))),
        checks: maybe(checks, partsOf(readCheck)),
    });
}

/** @param {unknown} data @param {number} end of the indexes @returns {[number, number]} */
function readSize(data, end) {
    const [index, pixels] = listOf(data, 2, 2);
    return [indexOf(index, end), Math.min(indexOf(pixels, 2_000), 800)];
}

/** @param {unknown} data @returns {[number, number]} */
function readFrozen(data) {
    const [rows, columns] = listOf(data, 2, 2);
    return [indexOf(rows, LIMITS.rows), indexOf(columns, LIMITS.columns)];
}

/** @param {unknown} data @param {number} styles @returns {Entry} */
function readEntry(data, styles) {
    const [row, column, input, style] = listOf(data, 4, 3);
    const place = /** @type {[number, number]} */ ([indexOf(row, LIMITS.rows), indexOf(column, LIMITS.columns)]);
    const read =
        typeof input === 'boolean' || (typeof input === 'number' && Number.isFinite(input))
            ? input
            : textOf(input, typeof input === 'string' && input.startsWith('=') ? LIMITS.formula : LIMITS.text);
    return style === undefined ? [...place, read] : [...place, read, indexOf(style, styles)];
}

/** @param {unknown} data @param {number} styles @returns {Rule} */
function readRule(data, styles) {
    const { areas, formula, style, stop, scale, bar, from, to } = fieldsOf(data);
    const where = { areas: partsOf(areaOf)(areas) };
    if (scale !== undefined) {
        const read = (/** @type {unknown} */ at) => ({ ...readStop(at), colour: colourOf(fieldsOf(at)['colour']) });
        return { ...where, scale: listOf(scale, 3, 2).map(read) };
    }
    if (bar !== undefined) return { ...where, bar: colourOf(bar), from: readStop(from), to: readStop(to) };
    return present({
        ...where,
        formula: textOf(formula, LIMITS.formula),
        style: indexOf(style, styles),
        stop: markOf(stop),
    });
}

/** @param {unknown} data @returns {Stop} */
function readStop(data) {
    const { at, value } = fieldsOf(data);
    return present({ at: wordOf(at, STOPS), value: maybe(value, (text) => textOf(text, LIMITS.formula)) });
}

/** @param {unknown} data @returns {Check} */
function readCheck(data) {
    const { areas, kind, operator, first, second, blank, strictness, title, message } = fieldsOf(data);
    return present({
        areas: partsOf(areaOf)(areas),
        kind: wordOf(kind, KINDS),
        operator: maybe(operator, (word) => wordOf(word, OPERATORS)),
        first: maybe(first, (text) => textOf(text, LIMITS.formula)),
        second: maybe(second, (text) => textOf(text, LIMITS.formula)),
        blank: blank === true,
        strictness: wordOf(strictness, /** @type {const} */ (['stop', 'warning', 'information'])),
        title: maybe(title, (text) => textOf(text, 255)),
        message: maybe(message, (text) => textOf(text, 255)),
    });
}

/** @param {unknown} value @returns {value is string} */
function isColour(value) {
    return typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value);
}

/** @param {unknown} data */
function colourOf(data) {
    if (!isColour(data)) throw unreadable();
    return data;
}

/** @param {unknown} data @returns {string} an area within the limits */
function areaOf(data) {
    const text = textOf(data, 20);
    const area = readArea(text);
    if (!area || area.endRow >= LIMITS.rows || area.endColumn >= LIMITS.columns) throw unreadable();
    return text;
}

/** @param {unknown} data @param {number} longest of the second @returns {[string, string]} */
function pairOf(data, longest) {
    const [one, other] = listOf(data, 2, 2);
    return [textOf(one, 255), textOf(other, longest)];
}

/** @template T @param {(part: unknown) => T} read @returns {(data: unknown) => T[]} */
function partsOf(read) {
    return (data) => listOf(data, LIMITS.parts).map(read);
}

/** @template T @param {unknown} data @param {(data: unknown) => T} read @returns {T | undefined} */
function maybe(data, read) {
    return data === undefined ? undefined : read(data);
}

/** Without what is undefined. @template {object} T @param {T} given @returns {T} */
function present(given) {
    const fields = Object.entries(given).filter(([, value]) => value !== undefined);
    return /** @type {T} */ (Object.fromEntries(fields));
}

/** @param {unknown} data @returns {true | undefined} */
function markOf(data) {
    return data === true ? data : undefined;
}

/** @param {unknown} data @returns {Record<string, unknown>} */
function fieldsOf(data) {
    return /** @type {Record<string, unknown>} */ (objectOf(data));
}

/** @template {string} W @param {unknown} data @param {readonly W[]} words @returns {W} */
function wordOf(data, words) {
    const found = words.find((word) => word === data);
    if (found === undefined) throw unreadable();
    return found;
}

/** @param {unknown} data */
function numberOf(data) {
    if (typeof data !== 'number' || !Number.isFinite(data)) throw unreadable();
    return data;
}

/** @param {unknown} data @returns {object} */
function objectOf(data) {
    if (typeof data !== 'object' || data === null || Array.isArray(data)) throw unreadable();
    return data;
}

/** @param {unknown} data @param {number} most @param {number} [least] @returns {unknown[]} */
function listOf(data, most, least = 0) {
    if (!Array.isArray(data) || data.length > most || data.length < least) throw unreadable();
    return data;
}

/** @param {unknown} data @param {number} longest @returns {string} */
function textOf(data, longest) {
    if (typeof data !== 'string' || data.length > longest) throw unreadable();
    return data;
}

/** @param {unknown} data @param {number} end exclusive @returns {number} */
function indexOf(data, end) {
    if (typeof data !== 'number' || !Number.isInteger(data) || data < 0 || data >= end) throw unreadable();
    return data;
}

function unreadable() {
    return new Error('This link does not hold a sheet that the playground can read. Ask for the link again.');
}
