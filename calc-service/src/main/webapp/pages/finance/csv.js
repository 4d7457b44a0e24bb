// @ts-check
/** Files for spreadsheets, as RFC 4180 writes them. */

/** A cell that begins like this is a formula to a spreadsheet, and would do what a stranger wrote into a comment. */
const FORMULA = /^[=+\-@\t\r]/;
const NUMBER = /^[+-]?\d+(\.\d+)?$/;

/**
 * @param {readonly string[]} columns
 * @param {readonly (readonly unknown[])[]} rows
 */
export function csv(columns, rows) {
    return [columns, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** @param {unknown} value */
function cell(value) {
    const text = String(value ?? '');
    const harmless = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** @param {string} name @param {string} text */
export function download(name, text) {
    // Without its mark Excel takes UTF-8 for the code page of the computer.
    const address = URL.createObjectURL(new Blob([`\uFEFF${text}`], { type: 'text/csv;charset=utf-8' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address));
}
