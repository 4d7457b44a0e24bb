// @ts-check
/**
 * Sends what is staged: first as a question, then for good. Each line says which version of its figure the workbook has
 * read, so that nobody's change is overwritten unseen; a submission keeps its key until it has an answer, so that it is
 * written once however often it is sent.
 *
 * @import { Figure } from './audit-package.js'
 * @import { Cell } from './cells.js'
 * @import { Link, Pending, Terms } from './linked-workbook.js'
 * @import { Fetch } from './service.js'
 * @import { Shown, Staged } from './staging.js'
 * @typedef {object} Line what became, or would become, of a line
 * @property {string} status
 * @property {string} [reason]
 * @property {string} [before]
 * @property {string} [after]
 * @property {number} rowVersion
 * @property {string} [metric] none where a label is unknown
 * @property {string} [org]
 * @property {string} [period]
 * @property {string} [scenario]
 * @property {string} [changedBy]
 * @property {string} [changedAt]
 * @typedef {{ id?: number, accepted: number, refused: number, lines: Line[] }} Outcome
 */
import { isFailure } from './cells.js';
import { readJson, Refusal } from './service.js';

const CONFLICT = 'CHANGED ELSEWHERE';
const NOT_PERMITTED = 'NOT PERMITTED';
/** After these the figures are what the workbook knows. */
const KNOWN = new Set(['STAGED', 'IN SYNC']);
/** As many as the service takes at once; of a larger workbook finance sees what it enters and the first cells that show. */
const MOST_BINDINGS = 10_000;
const DAY_MS = 86_400_000;
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);

/** No answer yet: what was to be sent is kept, and is sent again. */
export class Waiting extends Error {}

export class Submissions {
    /** @param {{ root: URL, fetch: Fetch, date1904?: () => Promise<boolean>, newKey?: () => string }} seams */
    constructor({ root, fetch, date1904 = async () => false, newKey = () => crypto.randomUUID() }) {
        this.root = root;
        this.fetch = fetch;
        this.date1904 = date1904;
        this.newKey = newKey;
    }

    /**
     * What would become of each entry. A figure that the workbook has not read before counts as read now: its user sees it
     * beside their own before anything is sent.
     * @param {Link} link
     * @param {readonly Staged[]} staged
     * @returns {Promise<Outcome>}
     */
    async dryRun(link, staged) {
        const lines = await this.#linesOf(staged);
        const isNew = lines.some((line) => !(identityOf(line) in link.seen));
        /** @returns {Promise<Outcome>} */
        const ask = () => {
            const asked = { key: 'dry run', workbook: link.id, lines: seen(link, lines) };
            return this.#send('submissions?dryRun=true', asked);
        };
        const outcome = await ask();
        if (!isNew) return outcome;
        lines.forEach((line, at) => {
            const { metric, rowVersion = 0 } = outcome.lines[at] ?? {};
            if (metric) link.seen[identityOf(line)] ??= rowVersion;
        });
        return ask();
    }

    /**
     * Takes note that somebody else's change has been read, so that one's own may follow it.
     * @param {Link} link
     * @param {Staged} staged
     * @param {Line} found
     */
    async accept(link, staged, { rowVersion }) {
        for (const line of await this.#linesOf([staged])) link.seen[identityOf(line)] = rowVersion;
    }

    /**
     * @param {Link} link
     * @param {readonly Staged[]} staged
     * @param {{ comment: string, acceptValid: boolean }} how
     * @param {(link: Link) => Promise<void>} keep writes the link into the workbook
     * @returns {Promise<Outcome>}
     * @throws {Waiting} when there is no answer
     * @throws {Refusal} when nothing was written; what became of each line is in `problem.outcome`
     */
    async submit(link, staged, how, keep) {
        const lines = seen(link, await this.#linesOf(staged));
        link.pending = { key: this.newKey(), ...how, lines };
        await keep(link);
        return this.sendPending(link, keep);
    }

    /**
     * @param {Link} link with a submission that has no answer yet
     * @param {(link: Link) => Promise<void>} keep
     * @returns {Promise<Outcome>}
     */
    async sendPending(link, keep) {
        const pending = /** @type {Pending} */ (link.pending);
        try {
            const outcome = /** @type {Outcome} */ (await this.#send('submissions', { ...pending, workbook: link.id }));
            outcome.lines.forEach(({ status, rowVersion }, at) => {
                if (KNOWN.has(status)) link.seen[identityOf(pending.lines[at])] = rowVersion;
            });
            delete link.pending;
            await keep(link);
            return outcome;
        } catch (cause) {
            const { message, status = 0 } = /** @type {Refusal} */ (cause);
            if (cause instanceof Refusal && status !== 401 && status >= 400 && status < 500) {
                delete link.pending;
                await keep(link);
                throw cause;
            }
            throw new Waiting(message, { cause });
        }
    }

    /**
     * Tells the service which cells enter and show which figures. What a cell shows it has read now; what another enters was
     * read when its user last looked at it.
     * @param {Link} link
     * @param {readonly Staged[]} staged
     * @param {readonly Shown[]} shown
     * @param {Partial<Terms>} [terms] what finance sees of the workbook
     */
    async register(link, staged, shown, terms = {}) {
        const lines = staged.length > 0 ? (await this.dryRun(link, staged)).lines : [];
        const asked = await this.#linesOf(staged);
        const epoch = epochOf(await this.date1904());
        const showing = shown.map(({ cell, metric, org, period, scenario }) =>
            ({ ...placeOf(cell), metric, org, period: periodOf(period, epoch), scenario, direction: 'OUT' }));
        const entering = asked.flatMap((line, at) => {
            const { status, metric, org, period, scenario } = lines[at] ?? {};
            if (!metric || status === NOT_PERMITTED) return [];
            const { sheet, cell, note } = line;
            const lastRead = link.seen[identityOf(line)];
            return [{ sheet, cell, note, metric, org, period, scenario, direction: 'IN', lastRead }];
        });
        const document = { name: link.name, ...terms, bindings: [...entering, ...showing].slice(0, MOST_BINDINGS) };
        return this.#send(`workbooks/linked/${encodeURIComponent(link.id)}`, document, 'PUT');
    }

    /**
     * The same once the user has asked for all cells anew: a figure that a cell shows has been looked at, so that one may enter
     * another there.
     * @param {Link} link
     * @param {readonly Staged[]} staged
     * @param {readonly Shown[]} shown
     * @returns {Promise<boolean>} whether anything had changed since it was last looked at
     */
    async registerLookedAt(link, staged, shown) {
        const { bindings } = await this.register(link, staged, shown);
        /** @type {Map<string, number>} */
        const looked = new Map();
        for (const each of bindings) if (each.direction === 'OUT') looked.set(identityOf(each), each.lastRead);
        /** @type {Map<string, number>} by cell */
        const newer = new Map();
        for (const each of bindings) {
            const lastRead = looked.get(identityOf(each)) ?? 0;
            if (each.direction === 'IN' && lastRead > each.lastRead) newer.set(`${each.sheet}!${each.cell}`, lastRead);
        }
        if (newer.size === 0) return false;
        for (const line of await this.#linesOf(staged)) {
            const lastRead = newer.get(`${line.sheet}!${line.cell}`);
            if (lastRead) link.seen[identityOf(line)] = lastRead;
        }
        await this.register(link, staged, shown);
        return true;
    }

    /**
     * The figures of a workbook, each once, with its value where a cell has one.
     * @param {Link} link
     * @param {readonly Staged[]} staged
     * @param {readonly Shown[]} shown
     * @returns {Promise<Figure[]>}
     */
    async figures(link, staged, shown) {
        const { bindings } = await this.register(link, staged, shown);
        // What is shown is the figure; what is entered may not be sent yet.
        const values = new Map([...staged, ...shown].map(({ cell, value }) => [cell, value]));
        /** @type {Map<string, Figure>} */
        const figures = new Map();
        for (const { sheet, cell, note, metric, org, period, scenario } of bindings) {
            if (note) continue;
            const address = [metric, org, period, scenario].join('|');
            const value = values.get(`${sheet}!${cell}`) ?? figures.get(address)?.value ?? null;
            figures.set(address, { metric, org, period, scenario, value });
        }
        return [...figures.values()];
    }

    /** @returns {Promise<string>} what the service says of its audit trail as a whole */
    async verified() {
        try {
            const { intact, entries } = await readJson(new URL('api/v1/audit/verify', this.root).href, this.fetch);
            return intact ? `Intact: ${entries} entries` : 'Not intact: ask the controller';
        } catch (cause) {
            if (cause instanceof Refusal && cause.status === 403) return 'Not verified as a whole: that is for auditors';
            throw cause;
        }
    }

    /** @param {readonly Staged[]} staged */
    async #linesOf(staged) {
        const epoch = epochOf(await this.date1904());
        return staged.map(({ metric, org, period, scenario, value, note, comment, cell }) => ({
            metric,
            org,
            period: periodOf(period, epoch),
            scenario,
            value: valueOf(value),
            note,
            comment,
            ...placeOf(cell),
        }));
    }

    /** @param {string} path @param {unknown} document @param {string} [method] */
    #send(path, document, method = 'POST') {
        const headers = { 'Content-Type': 'application/json' };
        const address = new URL(`api/v1/${path}`, this.root).href;
        return readJson(address, this.fetch, { method, headers, body: JSON.stringify(document) });
    }
}

/** @param {boolean} date1904 */
function epochOf(date1904) {
    return date1904 ? EPOCH_1904 : EPOCH_1900;
}

/** @param {number} instant in milliseconds @param {boolean} date1904 @returns {number} as a cell holds it, in UTC */
export function serialOf(instant, date1904) {
    return (instant - epochOf(date1904)) / DAY_MS;
}

/** @param {Line} line */
export function isConflict({ status }) {
    return status === CONFLICT;
}

/** @param {{ note: boolean, metric: string, org: string, period: string, scenario: string }} line what it enters */
function identityOf({ note, metric, org, period, scenario }) {
    const labels = [metric, org, period, scenario].map((label) => label.trim().toUpperCase());
    return [note ? 'NOTE' : 'FIGURE', ...labels].join('|');
}

/**
 * @template {Parameters<typeof identityOf>[0]} L
 * @param {Link} link
 * @param {readonly L[]} lines
 */
function seen(link, lines) {
    return lines.map((line) => ({ ...line, seen: link.seen[identityOf(line)] ?? null }));
}

/** @param {string} address */
function placeOf(address) {
    const at = address.lastIndexOf('!');
    return { sheet: address.slice(0, at), cell: address.slice(at + 1) };
}

/** @param {Cell} period a date arrives as its serial; the service knows days by their names @param {number} epoch */
function periodOf(period, epoch) {
    if (typeof period !== 'number') return isFailure(period) ? period.error : String(period ?? '');
    return new Date(epoch + Math.floor(period) * DAY_MS).toISOString().slice(0, 10);
}

/** @param {Cell} value */
function valueOf(value) {
    return typeof value === 'number' || value === null ? value : isFailure(value) ? value.error : String(value);
}
