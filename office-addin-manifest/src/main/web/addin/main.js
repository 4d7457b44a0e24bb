// @ts-check
// The shared runtime's page. No top-level await: Excel waits for the page, and the functions must not wait for
// the pane.
import { BatchClient } from './batch.js';
import { associateFunctions, handlersOf } from './functions.js';
import { readLink } from './linked-workbook.js';
import { Problems } from './problems.js';
import { calculateAt, readJson } from './service.js';
import { Session } from './session.js';
import { Staging } from './staging.js';
import { showPane } from './taskpane.js';
import { recalculateCells, usesDateSystem1904 } from './workbook.js';

/** Excel may be editing a cell; a request must not wait for its user longer than this. */
const ASKING_EXCEL_MS = 10_000;
/** A connection that hangs must fail, or Excel is held back for as long as it hangs. */
const LOADING_MS = 10_000;

const root = new URL('../', import.meta.url);
const inExcel = typeof Office === 'undefined'
    ? Promise.resolve(false)
    : Office.onReady().then(({ host }) => host === Office.HostType.Excel);

/**
 * What Excel is asked once, and again where it has not answered.
 * @template T
 * @param {() => Promise<T>} ask
 * @param {T} unknown
 */
function askedOnce(ask, unknown) {
    /** @type {Promise<T> | undefined} */
    let answer;
    return {
        get: () => {
            answer ??= inExcel.then((isExcel) => (isExcel ? ask() : unknown));
            return Promise.race([answer, new Promise((_, no) => setTimeout(no, ASKING_EXCEL_MS))]).catch(() => {
                answer = undefined;
                return unknown;
            });
        },
        /** @param {T} known */
        set: (known) => {
            answer = Promise.resolve(known);
        },
    };
}

const date1904 = askedOnce(usesDateSystem1904, false).get;
/** @type {{ get: () => Promise<string | undefined>, set: (id: string | undefined) => void }} */
const workbook = askedOnce(async () => (await readLink())?.id, undefined);

const session = new Session({ root });
const calculate = calculateAt(new URL('api/v1/calculate', root).href, {
    fetch: session.fetch,
    date1904,
    workbook: workbook.get,
});
const client = new BatchClient({ transport: calculate });
const problems = new Problems();
const staging = new Staging();

const associated = associateFunctions({
    load: () => {
        const signal = AbortSignal.timeout(LOADING_MS);
        return readJson(new URL('functions.json', import.meta.url).href, undefined, { signal });
    },
    handlers: (metadata) => handlersOf(metadata, client, problems, staging),
    associate: (handlers) => globalThis.CustomFunctions?.associate(handlers),
    report: (sentence) => pane.say(sentence),
});

/** What the service answered to another workbook, or to none, is not for this one. @param {string} id */
const linked = (id) => {
    workbook.set(id);
    client.clear();
};
const pane = showPane({ root, session, calculate, client, problems, staging, inExcel, date1904, linked });

void associated.then(async ({ metadata, late }) => {
    pane.know(metadata.functions.map(({ id }) => id));
    if (!late) return;
    pane.say('MPM’s functions have been loaded.');
    if (await inExcel) await recalculateCells().catch((cause) => pane.say(cause.message));
});
