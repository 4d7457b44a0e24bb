// @ts-check
/**
 * The API, in the name of whoever has signed in. What it refuses is thrown as a sentence.
 * @import { Fetch } from '/addin/service.js'
 */
import { element } from '/addin/dom.js';
import { readFile, readJson } from '/addin/service.js';

export class PlanService {
    /** @param {Fetch} fetch */
    constructor(fetch) {
        this.fetch = fetch;
    }

    /** @param {string} path below /api/v1 @param {Record<string, string>} [asked] @returns {Promise<any>} */
    get(path, asked = {}) {
        return readJson(addressOf(path, asked), this.fetch);
    }

    /** @param {string} path @param {Record<string, string>} asked @param {string} name of the file that it becomes */
    async download(path, asked, name) {
        // Not by a link: only a request of this page carries the sign-in.
        const address = URL.createObjectURL(await readFile(addressOf(path, asked), this.fetch));
        element('a', { href: address, download: name }, []).click();
        setTimeout(() => URL.revokeObjectURL(address));
    }

    /** @returns {Promise<(id: string | undefined) => string>} */
    async workbookNames() {
        const { workbooks } = await this.get('workbooks/linked');
        const names = new Map(workbooks.map((/** @type {any} */ { id, name }) => [id, name]));
        // One that is no longer linked has no name any more.
        return (id) => names.get(id) || id || '';
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

/** @param {string} path below /api/v1 @param {Record<string, string>} asked */
function addressOf(path, asked) {
    const query = new URLSearchParams(asked).toString();
    return `/api/v1/${path}${query && `?${query}`}`;
}
