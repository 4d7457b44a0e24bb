// @ts-check
/**
 * What went wrong in which cell, for the pane: Excel shows a message only on hovering, only for #VALUE! and #N/A, and
 * never a note.
 * @import { Answer, FailedCell } from './cells.js'
 * @typedef {object} Problem
 * @property {string} cell its address
 * @property {string} name of the function
 * @property {string} [error] absent where the result is right and only has notes
 * @property {string} [message]
 * @property {number} failedCells how many cells of a spilled result failed; 0 when the call as a whole did
 * @property {readonly string[]} notes
 */
import { isFailure } from './cells.js';

/** A recalculation against a service that is away would otherwise fill the pane with every cell of the workbook. */
const LIMIT = 500;

export class Problems {
    /** @type {Map<string, Problem>} latest last */
    #byCell = new Map();

    /** Called at every change; ten thousand cells may change at once. */
    changed = () => {};

    /**
     * @param {string | undefined} cell
     * @param {string} name
     * @param {Answer} answer
     */
    record(cell, name, answer) {
        if (!cell) return;
        const had = this.#byCell.delete(cell);
        const problem = problemOf(cell, name, answer);
        if (problem) this.#byCell.set(cell, problem);
        const [oldest] = this.#byCell.keys();
        if (this.#byCell.size > LIMIT && oldest) this.#byCell.delete(oldest);
        if (had || problem) this.changed();
    }

    clear() {
        this.#byCell.clear();
        this.changed();
    }

    /** @returns {Problem[]} latest first */
    list() {
        return [...this.#byCell.values()].reverse();
    }
}

/** @param {string} cell @param {string} name @param {Answer} answer @returns {Problem | undefined} */
function problemOf(cell, name, answer) {
    if (isFailure(answer)) return { cell, name, ...answer, failedCells: 0, notes: [] };
    const notes = answer.notes ?? [];
    const failed = Array.isArray(answer.value) ? answer.value.flat().filter(isFailure) : [];
    const first = /** @type {FailedCell | undefined} */ (failed[0]);
    return first || notes.length > 0 ? { cell, name, ...first, failedCells: failed.length, notes } : undefined;
}
