// @ts-check
/**
 * The API, in the name of whoever has signed in. What it refuses is thrown as a sentence.
 * @import { Fetch } from '/addin/service.js'
 */
import { readJson } from '/addin/service.js';

export class PlanService {
    /** @param {Fetch} fetch */
    constructor(fetch) {
        this.fetch = fetch;
    }

    /** @param {string} path below /api/v1 @param {Record<string, string>} [asked] @returns {Promise<any>} */
    get(path, asked = {}) {
        const query = new URLSearchParams(asked).toString();
        return readJson(`/api/v1/${path}${query && `?${query}`}`, this.fetch);
    }

    /** @param {string} path @param {unknown} document @returns {Promise<any>} */
    post(path, document) {
        return this.#send('POST', path, document);
    }

    /** @param {string} path @param {unknown} document @returns {Promise<any>} */
    put(path, document) {
        return this.#send('PUT', path, document);
    }

    /** @param {string} path @returns {Promise<any>} */
    delete(path) {
        return this.#send('DELETE', path);
    }

    /** @param {string} method @param {string} path @param {unknown} [document] none where the server takes none */
    #send(method, path, document) {
        // Without it a page of another site could send the same.
        const headers = { 'Content-Type': 'application/json' };
        return readJson(`/api/v1/${path}`, this.fetch, { method, headers, body: JSON.stringify(document) });
    }
}
