// @ts-check
/**
 * One request for many cells. A recalculation arrives as thousands of single calls within milliseconds: they are
 * gathered, equal ones are folded into one, and answers are kept for the next recalculation.
 *
 * While the service is away, a call answers what it answered last, however old, and `freshness` says from when that is. A
 * function that reads nothing stored answers the same at any time, so nothing here tells the functions apart.
 *
 * Every promise settles within `deadlineMs`, and Excel drops results after 60 seconds: a cell whose promise stays
 * pending shows #BUSY! until the workbook is closed. Failures are answers, so nothing here rejects.
 *
 * @import { Answer, Cell } from './cells.js'
 * @import { Transport } from './service.js'
 *
 * @typedef {{ answer: Promise<Answer>, withdraw: () => void }} Ticket
 * @typedef {object} Entry
 * @property {string} call as JSON text, which is also its identity
 * @property {number} since
 * @property {number} waiters
 * @property {Promise<Answer>} answer
 * @property {(answer: Answer) => void} settle
 * @typedef {{ answer: Answer, at: number, until: number, weight: number }} Kept at: when it was computed; until: when it is
 *           asked again
 * @typedef {{ asOf?: number, away: boolean }} Freshness asOf: when the stored figures that were answered last were read; away:
 *           they were answered without the service, and are the oldest that were
 * @typedef {object} Limits
 * @property {number} quietMs a request leaves when no further call has come for this long
 * @property {number} gatherMs … or when its first call has waited this long
 * @property {number} callsPerRequest
 * @property {number} charactersPerRequest the service reads 32 MiB, and a character may take three bytes
 * @property {number} requestsInFlight
 * @property {number} requestMs
 * @property {number} deadlineMs from the call to its answer, the time in the queue included
 * @property {number} keptAnswers
 * @property {number} keptCharacters a few large ranges must not fill the memory of Excel's browser
 * @property {number} keptMs how old a figure may be when nothing has told us that the stored data changed
 */
import { isFailure } from './cells.js';
import { Refusal, Unreachable } from './service.js';

/** @type {Limits} */
const LIMITS = {
    quietMs: 5,
    gatherMs: 50,
    callsPerRequest: 500,
    charactersPerRequest: 8_000_000,
    requestsInFlight: 4,
    requestMs: 30_000,
    deadlineMs: 45_000,
    keptAnswers: 20_000,
    keptCharacters: 50_000_000,
    keptMs: 60_000,
};

const TOO_LATE = 'The calculation service did not answer in time. Recalculate, or ask for less at once.';

/** @type {Answer} nobody sees it: Excel has already dropped the cell */
const WITHDRAWN = { error: '#N/A', message: 'The calculation was cancelled.' };

export class BatchClient {
    /** @type {Map<string, Entry>} queued or sent */
    #waiting = new Map();
    /** @type {Set<Entry>} not sent yet, oldest first */
    #queue = new Set();
    /** @type {Map<string, Kept>} least recently used first */
    #kept = new Map();
    #keptWeight = 0;
    #dataVersion = 0;
    #inFlight = 0;
    /** The queue has been gathered and leaves as soon as a request slot is free. */
    #ready = false;
    #firstCallAt = 0;
    #lastCallAt = 0;
    /** @type {unknown} */
    #gathering;
    /** @type {Freshness} */
    freshness = { away: false };
    /** Called when the freshness of what was answered changes. */
    changed = () => {};

    /**
     * @param {{ transport: Transport, now?: () => number, setTimer?: (run: () => void, ms: number) => unknown,
     *           clearTimer?: (timer: any) => void, limits?: Partial<Limits> }} seams
     */
    constructor({
        transport,
        now = () => Date.now(),
        setTimer = (run, ms) => setTimeout(run, ms),
        clearTimer = (timer) => clearTimeout(timer),
        limits = {},
    }) {
        this.transport = transport;
        this.now = now;
        this.setTimer = setTimer;
        this.clearTimer = clearTimer;
        this.limits = { ...LIMITS, ...limits };
    }

    /**
     * @param {string} name of the function
     * @param {readonly (Cell | Cell[][])[]} args
     * @returns {Ticket}
     */
    call(name, args) {
        const call = JSON.stringify({ function: name, arguments: args });
        const kept = this.#recall(call);
        if (kept) return { answer: Promise.resolve(kept), withdraw() {} };
        const entry = this.#waiting.get(call) ?? this.#enqueue(call);
        entry.waiters++;
        let open = true;
        const withdraw = () => {
            if (open) this.#release(entry);
            open = false;
        };
        return { answer: entry.answer, withdraw };
    }

    /** Makes every answer suspect, so that the next recalculation asks the service again. */
    clear() {
        for (const kept of this.#kept.values()) kept.until = 0;
    }

    /** Forgets every answer: what one user may read is not for the next. */
    forget() {
        this.#kept.clear();
        this.#keptWeight = 0;
        this.#become({ away: false });
    }

    /**
     * A higher version of the stored data makes every answer suspect, because nothing says which functions read it.
     * @param {number} dataVersion
     */
    noticeDataVersion(dataVersion) {
        if (dataVersion <= this.#dataVersion) return;
        this.#dataVersion = dataVersion;
        this.clear();
    }

    /** @param {string} call @returns {Entry} */
    #enqueue(call) {
        /** @type {(answer: Answer) => void} */
        let settle = () => {};
        /** @type {Promise<Answer>} */
        const answer = new Promise((resolve) => (settle = resolve));
        const entry = { call, since: this.now(), waiters: 0, answer, settle };
        this.#waiting.set(call, entry);
        this.#queue.add(entry);
        this.#gather();
        return entry;
    }

    /**
     * Withdraws only what nobody waits for and has not left: an equal call of another cell lives on.
     * @param {Entry} entry
     */
    #release(entry) {
        if (--entry.waiters === 0 && this.#queue.has(entry)) {
            this.#queue.delete(entry);
            this.#settle(entry, WITHDRAWN);
        }
    }

    #gather() {
        this.#lastCallAt = this.now();
        if (!this.#ready && this.#gathering === undefined) {
            this.#firstCallAt = this.#lastCallAt;
            this.#gathering = this.setTimer(() => this.#gathered(), this.limits.quietMs);
        }
        if (this.#ready || this.#queue.size >= this.limits.callsPerRequest) this.#send();
    }

    /** Re-arms instead of moving the timer at every call: ten thousand calls would make ten thousand timers. */
    #gathered() {
        const { quietMs, gatherMs } = this.limits;
        const left = Math.min(this.#lastCallAt + quietMs, this.#firstCallAt + gatherMs) - this.now();
        this.#gathering = left > 0 ? this.setTimer(() => this.#gathered(), left) : undefined;
        if (left > 0) return;
        this.#ready = true;
        this.#send();
    }

    #send() {
        const { requestsInFlight, callsPerRequest } = this.limits;
        const due = () => (this.#ready ? this.#queue.size > 0 : this.#queue.size >= callsPerRequest);
        while (this.#inFlight < requestsInFlight && due()) {
            this.#inFlight++;
            void this.#ask(this.#take()).finally(() => {
                this.#inFlight--;
                this.#send();
            });
        }
        if (this.#queue.size === 0) this.#ready = false;
    }

    /** @returns {Entry[]} */
    #take() {
        /** @type {Entry[]} */
        const batch = [];
        let characters = 0;
        for (const entry of this.#queue) {
            characters += entry.call.length;
            const full = batch.length === this.limits.callsPerRequest || characters > this.limits.charactersPerRequest;
            if (full && batch.length > 0) break;
            batch.push(entry);
            this.#queue.delete(entry);
        }
        return batch;
    }

    /** @param {Entry[]} batch @returns {Promise<void>} */
    async #ask(batch) {
        try {
            const { results, dataVersion, asOf } = await this.#inTime(batch);
            if (results.length !== batch.length) {
                const answered = `${results.length} of ${batch.length}`;
                throw new Refusal(`The calculation service answered ${answered} calls. Recalculate.`);
            }
            this.noticeDataVersion(dataVersion);
            batch.forEach((entry, i) => {
                const answer = /** @type {Answer} */ (results[i]);
                if (dataVersion === this.#dataVersion) this.#keep(entry.call, answer, asOf ?? this.now());
                this.#settle(entry, answer);
            });
            if (asOf || this.freshness.away) this.#become({ asOf: asOf ?? this.freshness.asOf, away: false });
        } catch (cause) {
            if (cause instanceof Refusal && cause.status === 413 && batch.length > 1) {
                const half = batch.length >> 1;
                await this.#ask(batch.slice(0, half));
                return this.#ask(batch.slice(half));
            }
            const message = cause instanceof Refusal ? cause.message : `MPM could not read the answer: ${cause}`;
            const isAway = cause instanceof Unreachable;
            if (isAway) this.#become({ ...this.freshness, away: true });
            for (const entry of batch) {
                this.#settle(entry, (isAway && this.#last(entry.call)) || { error: '#N/A', message });
            }
        }
    }

    /**
     * The time limit holds even when the transport ignores the signal. It counts from the oldest call of the batch, and
     * the queue is in order of age: so the slots of a silent service come free before the deadline of any call that
     * waits for one.
     * @param {Entry[]} batch
     * @returns {ReturnType<Transport>}
     */
    #inTime(batch) {
        const { requestMs, deadlineMs } = this.limits;
        const left = Math.min(requestMs, (batch[0]?.since ?? 0) + deadlineMs - this.now());
        const abort = new AbortController();
        return new Promise((resolve, reject) => {
            const late = () => {
                reject(new Unreachable(TOO_LATE));
                abort.abort();
            };
            if (left <= 0) return late();
            const timer = this.setTimer(late, left);
            const calls = batch.map((entry) => entry.call);
            Promise.resolve()
                .then(() => this.transport(calls, abort.signal))
                .then(resolve, reject)
                .finally(() => this.clearTimer(timer));
        });
    }

    /** @param {Entry} entry @param {Answer} answer */
    #settle(entry, answer) {
        this.#waiting.delete(entry.call);
        entry.settle(answer);
    }

    /** @param {string} call @returns {Answer | undefined} */
    #recall(call) {
        const kept = this.#kept.get(call);
        if (!kept || kept.until <= this.now()) return undefined;
        this.#put(call, kept);
        return kept.answer;
    }

    /** @param {string} call @returns {Answer | undefined} what it answered when the service was there */
    #last(call) {
        const kept = this.#kept.get(call);
        if (!kept) return undefined;
        this.#put(call, kept);
        this.#become({ asOf: Math.min(kept.at, this.freshness.asOf ?? Infinity), away: true });
        return kept.answer;
    }

    /** @param {Freshness} freshness */
    #become(freshness) {
        const { asOf, away } = this.freshness;
        if (asOf === freshness.asOf && away === freshness.away) return;
        this.freshness = freshness;
        this.changed();
    }

    /** @param {string} call @param {Answer} answer @param {number} at */
    #keep(call, answer, at) {
        const until = isLasting(answer) ? this.now() + this.limits.keptMs : 0;
        this.#put(call, { answer, at, until, weight: call.length + weigh(answer) });
    }

    /** Takes an answer in as the one used last. @param {string} call @param {Kept} kept */
    #put(call, kept) {
        const before = this.#kept.get(call);
        if (before) this.#drop(call, before);
        this.#kept.set(call, kept);
        this.#keptWeight += kept.weight;
        for (const [oldest, least] of this.#kept) {
            if (this.#kept.size <= this.limits.keptAnswers && this.#keptWeight <= this.limits.keptCharacters) return;
            this.#drop(oldest, least);
        }
    }

    /** @param {string} call @param {Kept} kept */
    #drop(call, kept) {
        this.#kept.delete(call);
        this.#keptWeight -= kept.weight;
    }
}

/**
 * A wrong type or a zero denominator stays what it is. #NUM! also says that the time was up, #N/A that a right was
 * missing or a source away: a second attempt may succeed.
 * @param {Answer} answer
 */
function isLasting(answer) {
    return !isFailure(answer) || answer.error === '#VALUE!' || answer.error === '#DIV/0!';
}

/** @param {Answer} answer in characters, roughly: a cell of a result takes about as much as ten */
function weigh(answer) {
    if (isFailure(answer) || !Array.isArray(answer.value)) return 10;
    return 10 * answer.value.length * (answer.value[0]?.length ?? 0);
}
