// @ts-check
/**
 * Why a cell shows what it shows, in sentences.
 *
 * @import { Finding } from './host.js'
 *
 * @typedef {object} Facts
 * @property {string} address of the cell
 * @property {string} formula empty where the cell has none
 * @property {unknown} value
 * @property {readonly Finding[]} findings
 * @property {string} [spilledFrom] the address of the formula that fills the cell
 * @property {string} [inTheWay] the address of a cell that keeps the answer from spilling
 * @property {readonly string[]} unknown names in the formula that no function has
 *
 * @typedef {{ heading: string, error: string, notes: readonly string[] }} Explanation error is empty where all is well
 */

/** Where the add-in's own sentence is missing: the error comes from the sheet's own functions, or from an input. */
const SENTENCES = /** @type {Record<string, string>} */ ({
    '#GETTING_DATA': 'The service is calculating this cell. The answer appears by itself.',
    '#NAME?': 'A name in this formula is unknown. MPM’s functions start with “MPM.”.',
    '#SPILL!': 'The answer needs several cells and something is in its way. Clear the cells beside and below.',
    '#REF!': 'The formula refers to cells that are no longer there.',
    '#DIV/0!': 'Something is divided by 0 or by an empty cell. Look at the cells that this formula reads.',
    '#VALUE!': 'A value has the wrong type, or comes from a cell that fails. Look at the cells that the formula reads.',
    '#N/A': 'A value is not available, here or in a cell that this formula reads.',
    '#NUM!': 'A number is outside the range that can be calculated, here or in a cell that this formula reads.',
    '#NULL!': 'Two ranges in this formula have no cell in common.',
});

/** @param {unknown} value @returns {value is string} */
export function isError(value) {
    return typeof value === 'string' && value in SENTENCES;
}

/** @param {Facts} facts @returns {Explanation} */
export function explain({ address, formula, value, findings, spilledFrom, inTheWay, unknown }) {
    const notes = findings.flatMap((finding) => finding.notes);
    if (!isError(value) || (formula === '' && !spilledFrom)) {
        return { heading: `What ${address} shows`, error: '', notes };
    }
    return {
        heading: value === '#GETTING_DATA' ? `${address} is waiting` : `Why does ${address} show ${value}?`,
        error: sentence(),
        notes,
    };

    function sentence() {
        if (value === '#NAME?' && unknown.length > 0) {
            const names = `${unknown.join(' and ')} ${unknown.length > 1 ? 'are' : 'is'}`;
            return `${names} no function here. Check the spelling, or find the function below.`;
        }
        if (value === '#SPILL!' && inTheWay) {
            return `The answer needs several cells, and ${inTheWay} is not empty. Clear it, or move the formula.`;
        }
        const said = findings.find(({ error }) => error)?.error?.message;
        return said || SENTENCES[/** @type {string} */ (value)] || '';
    }
}
