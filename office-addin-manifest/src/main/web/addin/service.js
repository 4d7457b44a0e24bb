// @ts-check
/**
 * The calculation service over HTTP.
 * @import { Answer } from './cells.js'
 * @typedef {{ results: Answer[], dataVersion: number, asOf?: number }} Reply asOf: when stored data were read, in milliseconds
 * @typedef {(calls: readonly string[], signal: AbortSignal) => Promise<Reply>} Transport takes calls as JSON text
 * @typedef {(address: string, request?: RequestInit) => Promise<Response>} Fetch
 */

const UNREACHABLE = 'Offline: the calculation service cannot be reached. Check the connection, then try again.';
const NO_CALCULATION =
    'Something other than the calculation service answered, perhaps a sign-in page or a proxy. '
    + 'Open the address of MPM in a browser, then recalculate.';

const NO_WORKBOOK =
    'Something other than a workbook came back, perhaps a sign-in page or a proxy. '
    + 'Open the address of MPM in a browser, then try again.';
const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** A workbook is made while one waits; a connection that hangs must fail all the same. */
const WORKBOOK_MS = 60_000;

/** A whole request failed: the message is a sentence for the cells that waited for it. */
export class Refusal extends Error {
    /**
     * @param {string} message
     * @param {number} [status] of the HTTP response, where there was one
     * @param {any} [problem] what the response told beside the message
     */
    constructor(message, status, problem) {
        super(message);
        this.status = status;
        this.problem = problem;
    }
}

/** The service has not answered at all, or is not up: what it answered before still stands. */
export class Unreachable extends Refusal {}

/** What a gateway, or the service before its database is there, says for both of them. */
const AWAY = new Set([502, 503, 504]);

/**
 * @param {string} address of the service's `calculate`
 * @param {{ fetch?: Fetch, date1904?: () => Promise<boolean>, workbook?: () => Promise<string | undefined> }} [seams]
 *        workbook: the id of the linked workbook, by which the service knows what its user has read
 * @returns {Transport}
 */
export function calculateAt(address, seams = {}) {
    const { fetch = request, date1904 = async () => false, workbook = async () => undefined } = seams;
    return async (calls, signal) => {
        const dates = (await date1904()) ? '"date1904":true,' : '';
        const id = await workbook();
        const from = id ? `"workbook":${JSON.stringify(id)},` : '';
        const reply = await readJson(address, fetch, {
            method: 'POST',
            headers: { 'Content-Type': 'application/json' },
            body: `{${dates}${from}"calls":[${calls.join(',')}]}`,
            signal,
        });
        if (!Array.isArray(reply?.results)) throw new Unreachable(NO_CALCULATION);
        const asOf = Date.parse(reply.asOf) || undefined;
        return { results: reply.results, dataVersion: Number(reply.dataVersion) || 0, ...(asOf && { asOf }) };
    };
}

/**
 * @param {string} address
 * @param {Fetch} [fetch]
 * @param {RequestInit} [options]
 * @returns {Promise<any>}
 */
export async function readJson(address, fetch = request, options = {}) {
    const response = await accepted(address, fetch, options);
    const body = await response.json().catch(() => undefined);
    if (body === undefined) throw new Unreachable(NO_CALCULATION);
    return body;
}

/**
 * @param {string} address of an .xlsx file
 * @param {Fetch} [fetch]
 * @returns {Promise<string>} in base64, as Excel takes workbooks
 */
export async function readWorkbook(address, fetch = request) {
    const response = await accepted(address, fetch, { signal: AbortSignal.timeout(WORKBOOK_MS) });
    if (!response.headers.get('Content-Type')?.startsWith(WORKBOOK)) throw new Refusal(NO_WORKBOOK);
    const bytes = await response.arrayBuffer().catch(() => {
        throw new Unreachable(UNREACHABLE);
    });
    let binary = '';
    for (const byte of new Uint8Array(bytes)) binary += String.fromCharCode(byte);
    return btoa(binary);
}

/**
 * @param {string} address of a file of any size
 * @param {Fetch} [fetch]
 * @returns {Promise<Blob>}
 */
export async function readFile(address, fetch = request) {
    const response = await accepted(address, fetch, {});
    return response.blob().catch(() => {
        throw new Refusal(UNREACHABLE);
    });
}

/** @param {string} address @param {Fetch} fetch @param {RequestInit} options */
async function accepted(address, fetch, options) {
    const response = await fetch(address, { cache: 'no-cache', ...options }).catch((cause) => {
        throw cause instanceof Refusal ? cause : new Unreachable(UNREACHABLE);
    });
    if (response.ok) return response;
    const problem = await response.json().catch(() => undefined);
    const said = typeof problem?.detail === 'string' ? problem.detail : undefined;
    const sentence = said ?? `The calculation service refused the request (${response.status}).`;
    throw new (AWAY.has(response.status) ? Unreachable : Refusal)(sentence, response.status, problem);
}

/** @type {Fetch} called through globalThis: browsers refuse a fetch that was torn off its window */
export const request = (address, options) => globalThis.fetch(address, options);
