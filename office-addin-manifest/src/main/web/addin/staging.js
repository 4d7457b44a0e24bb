// @ts-check
/**
 * What MPM.PUT and MPM.PUT.NOTE have staged in the open workbook. Excel hands every argument to the function, so nothing
 * here reads formulas: a cell tells of itself whenever it is calculated. Saving the file sends nothing.
 *
 * @import { Answer, Cell } from './cells.js'
 * @import { LinkedCell } from './linked-workbook.js'
 * @typedef {object} Staged what a cell enters
 * @property {string} cell its address, with its sheet: Plan!B2
 * @property {boolean} note whether it explains a figure, and is none
 * @property {Cell} value
 * @property {string} metric
 * @property {string} org
 * @property {Cell} period a date is a serial
 * @property {string} scenario
 * @property {string} comment
 * @property {string} status as the cell shows it; of a failed one its error
 * @property {string} [message] why it failed
 */
import { isFailure } from './cells.js';
import { split } from './workbook.js';

const FIGURE = 'PUT';
const NOTE = 'PUT.NOTE';

/** Nothing is entered, or finance has it already. */
const SENT = new Set(['', 'IN SYNC']);

export class Staging {
    /** @type {Map<string, Staged>} */
    #byCell = new Map();
    /** @type {Set<string>} cells that were asked and have not told of themselves since */
    #awaited = new Set();
    /** @type {() => void} */
    #arrived = () => {};
    /** Called at every change; thousands of cells may change at once. */
    changed = () => {};

    /**
     * @param {string | undefined} address
     * @param {string} name of the function
     * @param {readonly (Cell | Cell[][])[]} given
     * @param {Answer} answer
     */
    record(address, name, given, answer) {
        if (!address || (name !== FIGURE && name !== NOTE)) return;
        const cell = cellOf(address);
        const [value, metric, org, period, scenario, comment] = /** @type {Cell[]} */ (given);
        this.#byCell.set(cell, {
            cell,
            note: name === NOTE,
            value: value ?? null,
            metric: text(metric),
            org: text(org),
            period: period ?? null,
            scenario: text(scenario),
            comment: text(comment),
            status: isFailure(answer) ? answer.error : String(answer.value ?? ''),
            ...(isFailure(answer) && { message: answer.message }),
        });
        this.changed();
        if (this.#awaited.delete(cell) && this.#awaited.size === 0) this.#arrived();
    }

    /**
     * Forgets what is no longer in the workbook, and waits until the others have told of themselves anew. A cell that shows
     * nothing enters nothing: nobody waits for it, since its formula may never come to its call.
     * @param {readonly LinkedCell[]} entering all cells that enter something
     * @param {() => Promise<unknown>} calculate has Excel calculate them
     * @param {number} ms how long Excel may take
     * @returns {Promise<string[]>} the cells that did not answer
     */
    async renew(entering, calculate, ms) {
        this.#awaited = new Set(entering.filter(({ isBlank }) => !isBlank).map(({ address }) => cellOf(address)));
        for (const known of this.#byCell.keys()) if (!this.#awaited.has(known)) this.#byCell.delete(known);
        const all = new Promise((resolve) => {
            this.#arrived = () => resolve(undefined);
        });
        await calculate();
        if (this.#awaited.size > 0) await Promise.race([all, new Promise((resolve) => setTimeout(resolve, ms))]);
        const silent = [...this.#awaited];
        this.#awaited.clear();
        this.changed();
        return silent;
    }

    /** @returns {Staged[]} what finance does not have yet, in the order in which the cells told of it */
    unsent() {
        return [...this.#byCell.values()].filter(({ status }) => !SENT.has(status));
    }

    /** @returns {Staged[]} whatever is entered */
    entered() {
        return [...this.#byCell.values()].filter(({ status }) => status !== '');
    }
}

/** @param {string} address as Excel names the calling cell @returns {string} without the workbook and the quotes */
function cellOf(address) {
    const { sheet, cell } = split(address);
    return `${sheet}!${cell.replaceAll('$', '')}`;
}

/** @param {Cell | undefined} cell */
function text(cell) {
    return isFailure(cell) ? cell.error : String(cell ?? '');
}
