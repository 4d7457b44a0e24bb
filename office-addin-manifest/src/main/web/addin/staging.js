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
 * @property {string} [message] why it failed, or is refused
 * @typedef {{ cell: string, metric: string, org: string, period: Cell, scenario: string, value: Cell }} Shown a cell and the
 *           figure in it; no value where it is in another currency than its unit's
 */
import { isFailure } from './cells.js';
import { split } from './workbook.js';

const FIGURE = 'PUT';
const NOTE = 'PUT.NOTE';
const SHOWING = 'GET';
const LATEST = 'LATEST';
const LOCAL = 'LOCAL';

const STAGED = 'STAGED';
const ENTERED_TWICE = 'Entered twice with different values: leave one of the cells.';

/** Nothing is entered, or finance has it already. */
const SENT = new Set(['', 'IN SYNC']);

export class Staging {
    /** @type {Map<string, Staged>} */
    #byCell = new Map();
    /** @type {Map<string, Shown>} */
    #shownBy = new Map();
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
        if (!address) return;
        const cell = cellOf(address);
        if (name === SHOWING) this.#recordShown(cell, /** @type {Cell[]} */ (given), answer);
        if (name !== FIGURE && name !== NOTE) return;
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
        this.#told(cell);
    }

    /** An error is no figure, and an older version stays as it is. @param {string} cell @param {Cell[]} given @param {Answer} answer */
    #recordShown(cell, [metric, org, period = null, scenario, version, currency], answer) {
        const isLatest = text(version) === '' || text(version).toUpperCase() === LATEST;
        if (isFailure(answer) || !isLatest) this.#shownBy.delete(cell);
        else {
            const isLocal = text(currency) === '' || text(currency).toUpperCase() === LOCAL;
            const value = isLocal && !Array.isArray(answer.value) ? answer.value : null;
            const labels = { metric: text(metric), org: text(org), period, scenario: text(scenario) };
            this.#shownBy.set(cell, { cell, ...labels, value });
        }
        this.#told(cell);
    }

    /** @param {string} cell */
    #told(cell) {
        if (this.#awaited.delete(cell) && this.#awaited.size === 0) this.#arrived();
    }

    /**
     * Forgets what is no longer in the workbook, and waits until the others have told of themselves anew. A cell that shows
     * nothing enters nothing: nobody waits for it, since its formula may never come to its call.
     * @param {readonly LinkedCell[]} entering all cells that enter something
     * @param {() => Promise<unknown>} calculate has Excel calculate them
     * @param {number} ms how long Excel may take
     * @param {readonly LinkedCell[]} [showing] all cells that show a figure, where they are calculated as well
     * @returns {Promise<string[]>} the entering cells that did not answer
     */
    async renew(entering, calculate, ms, showing) {
        const enter = filled(entering);
        keep(this.#byCell, enter);
        if (showing) keep(this.#shownBy, filled(showing));
        this.#awaited = new Set([...enter, ...filled(showing ?? [])]);
        const all = new Promise((resolve) => {
            this.#arrived = () => resolve(undefined);
        });
        await calculate();
        if (this.#awaited.size > 0) await Promise.race([all, new Promise((resolve) => setTimeout(resolve, ms))]);
        const silent = enter.filter((cell) => this.#awaited.has(cell));
        this.#awaited.clear();
        this.changed();
        return silent;
    }

    /**
     * What finance does not have yet, in the order in which the cells told of it. Of cells that enter different things under
     * the same labels none can be right.
     * @returns {Staged[]}
     */
    unsent() {
        const unsent = [...this.#byCell.values()].filter(({ status }) => !SENT.has(status));
        /** @type {Map<string, Set<Cell>>} */
        const values = new Map();
        for (const staged of unsent.filter(isStaged)) {
            const labels = labelsOf(staged);
            values.set(labels, (values.get(labels) ?? new Set()).add(staged.value));
        }
        return unsent.map((staged) => {
            const isTwice = isStaged(staged) && (values.get(labelsOf(staged))?.size ?? 0) > 1;
            return isTwice ? { ...staged, status: 'INVALID', message: ENTERED_TWICE } : staged;
        });
    }

    /** @returns {Shown[]} the figures of the latest versions that cells show */
    shown() {
        return [...this.#shownBy.values()];
    }

    /** @returns {Staged[]} whatever is entered */
    entered() {
        return [...this.#byCell.values()].filter(({ status }) => status !== '');
    }
}

/** @param {readonly LinkedCell[]} cells @returns {string[]} those that show something */
function filled(cells) {
    return cells.filter(({ isBlank }) => !isBlank).map(({ address }) => cellOf(address));
}

/** @param {Map<string, unknown>} known @param {readonly string[]} cells */
function keep(known, cells) {
    const kept = new Set(cells);
    for (const cell of known.keys()) if (!kept.has(cell)) known.delete(cell);
}

/** @param {Staged} staged */
function isStaged({ status }) {
    return status === STAGED;
}

/** @param {Staged} staged */
function labelsOf({ note, metric, org, period, scenario }) {
    return JSON.stringify([note, ...[metric, org, String(period), scenario].map((label) => label.trim().toUpperCase())]);
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
