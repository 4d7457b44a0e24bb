// @ts-check
/**
 * The calls that cells wait for. The sheet's engine evaluates a formula from top to bottom without waiting, perhaps
 * several times in one calculation; the add-in answers later. So an answer is kept until the next refresh, and a cell
 * that has been told to wait is reported when its answer arrives.
 *
 * As in Excel, the calls of a calculation go to the add-in together, when it has ended: made one by one they would
 * leave in as many requests as the calculation takes pauses.
 *
 * @import { Scalar } from './arguments.js'
 * @import { CustomFunctionsError } from './custom-functions.js'
 *
 * @typedef {{ sheet: string, row: number, column: number }} CellAddress
 * @typedef {Scalar | Scalar[][]} Value
 * @typedef {{ value: Value } | { error: CustomFunctionsError }} Outcome
 * @typedef {object} Question What a cell asks.
 * @property {string} id the function's
 * @property {string} text the call as the service reads it: the same for equal calls
 * @property {string} [address] of the cell, if the function's answer may depend on it
 * @typedef {Question & { outcome: Outcome | undefined, cells: Map<string, CellAddress>, cancel: () => void }} Call
 * @typedef {{ outcome: Promise<Outcome>, cancel: () => void }} Started
 */

/** Calls made without letting the page breathe; as many as go into one request. */
const CALLS_IN_A_ROW = 500;

/** @param {CellAddress} cell */
function keyOf({ sheet, row, column }) {
    return `${sheet}!${row},${column}`;
}

export class Calls {
    /** Awaited or answered. @type {Map<string, Call>} */
    #calls = new Map();
    /** What each cell asked when it was last calculated. @type {Map<string, Set<Call>>} */
    #asked = new Map();
    /** What each cell has asked in the calculation that is going on. @type {Map<string, Set<Call>>} */
    #asking = new Map();
    /** Asked for, and not yet called. @type {{ call: Call, start: () => Started }[]} */
    #next = [];
    #settled;
    #limit;

    /**
     * @param {(cells: CellAddress[]) => void} settled told which cells have an answer that they did not have before
     * @param {number} [limit] of answers kept, so that a sheet left open for days does not fill the memory
     */
    constructor(settled, limit = 100_000) {
        this.#settled = settled;
        this.#limit = limit;
    }

    /** How many calls are awaited. */
    get waiting() {
        return [...this.#calls.values()].filter(({ outcome }) => !outcome).length;
    }

    /**
     * @param {CellAddress} cell
     * @param {Question} question
     * @param {() => Started} start makes the call, where there is neither an answer nor an equal call under way
     * @returns {Outcome | undefined} undefined while the answer is awaited
     */
    ask(cell, question, start) {
        const call = this.#calls.get(mapKey(question)) ?? this.#enqueue(question, start);
        const cellKey = this.#note(cell, call);
        if (!call.outcome) call.cells.set(cellKey, cell);
        return call.outcome;
    }

    /** An answer that needed no call. @param {CellAddress} cell @param {string} id @param {Outcome} outcome */
    refuse(cell, id, outcome) {
        this.#note(cell, { id, text: '', outcome, cells: new Map(), cancel() {} });
        return outcome;
    }

    /** @param {CellAddress} cell @param {Call} call @returns {string} the cell's key */
    #note(cell, call) {
        const cellKey = keyOf(cell);
        const asking = this.#asking.get(cellKey);
        if (asking) asking.add(call);
        else this.#asking.set(cellKey, new Set([call]));
        return cellKey;
    }

    /** @param {Question} question @param {() => Started} start @returns {Call} */
    #enqueue(question, start) {
        /** @type {Call} */
        const call = { ...question, outcome: undefined, cells: new Map(), cancel() {} };
        this.#calls.set(mapKey(question), call);
        this.#next.push({ call, start });
        this.#forgetOldest();
        return call;
    }

    #startNext() {
        for (const { call, start } of this.#next.splice(0, CALLS_IN_A_ROW)) {
            // A call that was cancelled or refreshed away is not made, and answers nobody.
            const wanted = () => this.#calls.get(mapKey(call)) === call;
            if (!wanted()) continue;
            const { outcome, cancel } = start();
            call.cancel = cancel;
            void outcome.then((result) => {
                call.outcome = result;
                const cells = [...call.cells.values()];
                call.cells.clear();
                if (wanted()) this.#settled(cells);
            });
        }
        if (this.#next.length > 0) setTimeout(() => this.#startNext());
    }

    #forgetOldest() {
        if (this.#calls.size <= this.#limit) return;
        for (const [key, call] of this.#calls) {
            if (call.outcome) this.#calls.delete(key);
            if (this.#calls.size <= this.#limit) return;
        }
    }

    /** A calculation has ended. A cell calculated anew no longer waits for what only its former formula asked. */
    calculated() {
        const calculated = this.#asking;
        this.#asking = new Map();
        for (const [cellKey, calls] of calculated) {
            for (const former of this.#asked.get(cellKey) ?? []) if (!calls.has(former)) this.#release(former, cellKey);
            this.#asked.set(cellKey, calls);
        }
        this.#startNext();
    }

    /** These cells hold something else now. @param {Iterable<CellAddress>} cells */
    overwritten(cells) {
        for (const cell of cells) {
            const cellKey = keyOf(cell);
            for (const call of this.#asked.get(cellKey) ?? []) this.#release(call, cellKey);
            this.#asked.delete(cellKey);
        }
    }

    /** @param {Call} call @param {string} cellKey */
    #release(call, cellKey) {
        call.cells.delete(cellKey);
        if (call.outcome || call.cells.size > 0) return;
        this.#calls.delete(mapKey(call));
        call.cancel();
    }

    /** Cells have other addresses now: the answers stay good, who asked for them is unknown. */
    moved() {
        this.#asked.clear();
        this.#asking.clear();
    }

    /** @param {CellAddress} cell @returns {Call[]} the calls of its formula, in the order in which it made them */
    of(cell) {
        return [...(this.#asked.get(keyOf(cell)) ?? [])];
    }

    /** Forgets every answer, and every call that is still awaited. */
    clear() {
        for (const call of this.#calls.values()) if (!call.outcome) call.cancel();
        this.#calls.clear();
        this.#next = [];
        this.moved();
    }
}

/** @param {Question} question JSON text holds no line break of its own */
function mapKey({ text, address }) {
    return address === undefined ? text : `${text}\n${address}`;
}
