// @ts-check
// What a sheet holds, without anything of the spreadsheet component's own: what the examples are written in and what a
// shared link carries. A link may come from anybody, so what is read from one is held against readContent() first.

/**
 * @typedef {object} Style
 * @property {true} [bold]
 * @property {true} [italic]
 * @property {true} [wrap]
 * @property {'left' | 'center' | 'right'} [align]
 * @property {string} [format] a number format such as 0.0%
 * @property {string} [ink] the text's colour, as #rrggbb
 * @property {string} [fill] the cell's colour, as #rrggbb
 *
 * @typedef {[row: number, column: number, input: string | number | boolean, style?: number]} Entry
 *   A cell as it would be typed: text that starts with = is a formula, and an apostrophe in front makes it text. The
 *   style is an index into the content's styles.
 *
 * @typedef {{ name: string, widths: [column: number, pixels: number][], cells: Entry[] }} Sheet
 * @typedef {{ styles: Style[], sheets: Sheet[] }} Content
 */

export const LIMITS = Object.freeze({
    sheets: 20,
    rows: 20_000,
    columns: 200,
    cells: 20_000,
    styles: 500,
    text: 32_767,
    formula: 8_192,
});

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
    const { styles, sheets } = /** @type {Record<string, unknown>} */ (objectOf(data));
    return {
        styles: listOf(styles, LIMITS.styles).map(readStyle),
        sheets: listOf(sheets, LIMITS.sheets, 1).map((sheet) => {
            const { name, widths, cells } = /** @type {Record<string, unknown>} */ (objectOf(sheet));
            return {
                name: textOf(name, 31).replace(/[\\/?*[\]:]/g, ' ') || 'Sheet',
                widths: listOf(widths, LIMITS.columns).map(readWidth),
                cells: listOf(cells, LIMITS.cells).map((cell) => readEntry(cell, listOf(styles, LIMITS.styles).length)),
            };
        }),
    };
}

/** @param {unknown} data @returns {Style} */
function readStyle(data) {
    const { bold, italic, wrap, align, format, ink, fill } = /** @type {Record<string, unknown>} */ (objectOf(data));
    /** @type {Style} */
    const style = {};
    if (bold === true) style.bold = true;
    if (italic === true) style.italic = true;
    if (wrap === true) style.wrap = true;
    if (align === 'left' || align === 'center' || align === 'right') style.align = align;
    if (typeof format === 'string' && format.length <= 255) style.format = format;
    if (isColour(ink)) style.ink = ink;
    if (isColour(fill)) style.fill = fill;
    return style;
}

/** @param {unknown} value @returns {value is string} */
function isColour(value) {
    return typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value);
}

/** @param {unknown} data @returns {[number, number]} */
function readWidth(data) {
    const [column, pixels] = listOf(data, 2, 2);
    return [indexOf(column, LIMITS.columns), Math.min(Math.max(indexOf(pixels, 2_000), 20), 800)];
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
